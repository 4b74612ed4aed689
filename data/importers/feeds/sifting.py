"""Which items of a feed are to be read: each story once, and again where its text has changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from data.importers.feeds.article import moment_of
from data.importers.feeds.likeness import Likeness, Told, key_digest, link_digest
from data.importers.feeds.model import Item

TOO_OLD = timedelta(days=30)
"""What was published longer ago when it is first seen is remembered and not read."""
COMPARED_FOR = timedelta(days=7)
"""For as long the words of an item are held against those of others."""


class Standing(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    """It was read, and its text is another one now."""
    SEEN = "seen"
    DOUBLE = "double"
    """Another item told the same: one with its link, its words, or nearly its words."""
    OLD = "old"

    @property
    def is_read(self) -> bool:
        return self in (Standing.NEW, Standing.CHANGED)


@dataclass(frozen=True, slots=True)
class Trace:
    """What is remembered of an item. `key` and `link` are digests of its own."""

    key: str
    link: str
    likeness: Likeness

    @classmethod
    def of(cls, item: Item) -> "Trace":
        return cls(key_digest(item.key), link_digest(item.link), Likeness.of(item))


@dataclass(slots=True)
class Memory:
    """What is remembered of the feed that is looked at, and of the others: `digests` of words and
    `elsewhere`, digests of links, are of all or of the other feeds."""

    texts: dict[str, str]
    """By the keys of this feed's items, the digests of their words."""
    links: dict[str, str]
    """The same by their links."""
    elsewhere: set[str] = field(default_factory=set[str])
    digests: set[str] = field(default_factory=set[str])
    recent: Told = field(default_factory=Told)
    """Those of the last days."""

    def take(self, trace: Trace) -> None:
        one = trace.likeness
        self.texts[trace.key] = self.links[trace.link] = one.digest
        self.digests.add(one.digest)
        self.recent.take(one)


@dataclass(frozen=True, slots=True)
class Sifted:
    item: Item
    trace: Trace
    standing: Standing


def traces(items: Iterable[Item]) -> tuple[Trace, ...]:
    return tuple(map(Trace.of, items))


def sift(
    items: Sequence[Item], of: Sequence[Trace], memory: Memory, *, now: datetime
) -> tuple[Sifted, ...]:
    """`of` are the traces of the items, in their order. Of two that are alike the first is read;
    `memory` knows of all of them afterwards."""
    found: list[Sifted] = []
    for item, trace in zip(items, of, strict=True):
        found.append(Sifted(item, trace, _standing(item, trace, memory, now)))
        memory.take(trace)
    return tuple(found)


def _standing(item: Item, trace: Trace, memory: Memory, now: datetime) -> Standing:
    one = trace.likeness
    before = memory.texts.get(trace.key, memory.links.get(trace.link))
    if before is not None:
        return Standing.SEEN if before == one.digest else Standing.CHANGED
    is_told = trace.link in memory.elsewhere or one.digest in memory.digests
    if is_told or memory.recent.has_like(one):
        return Standing.DOUBLE
    moment = moment_of(item, now)
    is_old = moment is not None and moment < now - TOO_OLD
    return Standing.OLD if is_old else Standing.NEW
