"""Pictures that were drawn before, the most wanted of them, up to a number of bytes."""

from collections import OrderedDict


class Kept:
    def __init__(self, most: int) -> None:
        self._most = most
        self._pictures: OrderedDict[str, bytes] = OrderedDict()
        self.size = 0
        """Bytes of the pictures."""

    def __len__(self) -> int:
        return len(self._pictures)

    def get(self, key: str) -> bytes | None:
        found = self._pictures.get(key)
        if found is not None:
            self._pictures.move_to_end(key)
        return found

    def put(self, key: str, picture: bytes) -> None:
        """Lets go of those that were not asked for the longest. One that is larger than all that
        may be kept is not kept."""
        if len(picture) > self._most:
            return
        self.size += len(picture) - len(self._pictures.pop(key, b""))
        self._pictures[key] = picture
        while self.size > self._most:
            _, dropped = self._pictures.popitem(last=False)
            self.size -= len(dropped)
