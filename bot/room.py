"""What the review keeps in memory: forms that were refused, and what was found in messages."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from data.importers.proposals import Proposal
from data.sources import Source

K = TypeVar("K")
V = TypeVar("V")

MOST_DRAFTS, MOST_FOUND = 200, 200


class Kept(Generic[K, V]):
    """The newest entries, and no more than `most`."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._entries: OrderedDict[K, V] = OrderedDict()

    def put(self, key: K, value: V) -> None:
        self._entries.pop(key, None)
        self._entries[key] = value
        if len(self._entries) > self._most:
            self._entries.popitem(last=False)

    def get(self, key: K) -> V | None:
        return self._entries.get(key)

    def drop(self, key: K) -> None:
        self._entries.pop(key, None)


@dataclass(frozen=True, slots=True)
class Found:
    source: Source
    proposals: tuple[Proposal, ...]


class Room:
    """`server` is the id of the one server that reviews, where there is one."""

    def __init__(self, server: int | None) -> None:
        self.server = server
        self.drafts: Kept[tuple[int, int], Mapping[str, str]] = Kept(MOST_DRAFTS)
        """What a person typed into the form of a proposal, by both their numbers."""
        self.found: Kept[int, Found] = Kept(MOST_FOUND)
