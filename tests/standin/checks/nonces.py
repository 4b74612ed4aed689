from collections.abc import Callable
from typing import Generic, TypeVar

MessageT = TypeVar("MessageT")
Nonce = str | int

KEPT = 180.0
"""Seconds; Discord's documentation says no more than "the past few minutes"."""


class Nonces(Generic[MessageT]):
    """Which message was sent with a nonce, so that one that enforces it is not sent twice.

    Nonces are told apart by channel, and forgotten when `kept` seconds have passed. A nonce is the
    same as a number and as its digits.
    """

    def __init__(self, now: Callable[[], float], *, kept: float = KEPT) -> None:
        self._now = now
        self._kept = kept
        self._known: dict[tuple[str, str], tuple[float, MessageT]] = {}

    def remember(self, channel: int | str, nonce: Nonce, message: MessageT) -> None:
        """Note a message; the first with a nonce stays until it is forgotten."""
        self._forget()
        self._known.setdefault((str(channel), str(nonce)), (self._now(), message))

    def find(self, channel: int | str, nonce: Nonce) -> MessageT | None:
        """The message that was sent there with the nonce in the past few minutes, if any."""
        self._forget()
        found = self._known.get((str(channel), str(nonce)))
        return None if found is None else found[1]

    def _forget(self) -> None:
        """The oldest stand first, so that no more is looked at than is forgotten."""
        limit = self._now() - self._kept
        while self._known:
            key = next(iter(self._known))
            if self._known[key][0] > limit:
                break
            del self._known[key]
