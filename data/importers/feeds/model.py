"""A feed that is watched, what one look at it finds, and why a look fails."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from data.errors import KnowledgeError
from data.messages import Message
from data.sources import Grade

MOST_FEEDS = 100
MOST_ITEMS = 50
"""The newest of a feed, each time; the others are not looked at."""
MOST_BYTES = 2 * 1024 * 1024
"""Of a feed, once it is decompressed."""
LONGEST_TEXT = 20_000
"""Characters of an item's text. What is behind them is not read."""
LONGEST_TITLE = 300
LONGEST_LINK = 2_000


class FeedError(KnowledgeError):
    """A feed cannot be had or read; the message says why, and what would help where something
    does. `after` is how long its server wants to be left alone, and `gone` that it said the feed is
    no more."""

    def __init__(
        self, sentence: Message, *, after: timedelta | None = None, gone: bool = False
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.after = after
        self.gone = gone


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """As its feed gives it; moments are in UTC. `key` is what its feed knows it by. Title and text
    hold no markup, and `text` has a blank line between two paragraphs."""

    key: str
    link: str
    title: str
    text: str
    published: datetime | None = None
    updated: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A feed, read: at most `MOST_ITEMS`, the newest first. `left_out` are those of which nothing
    can be cited, for want of a link or of any words."""

    title: str
    items: tuple[Item, ...]
    left_out: int = 0
    keeps: timedelta | None = None
    """How long it need not be looked at, as the feed itself says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A feed that somebody added, and how looking at it went. Without `next_at` it is looked at no
    more, as its server said that it is gone."""

    id: str
    url: str
    host: str
    publisher: str | None
    grade: Grade
    by: str
    added_at: datetime
    title: str = ""
    etag: str | None = None
    modified: str | None = None
    next_at: datetime | None = None
    looked_at: datetime | None = None
    succeeded_at: datetime | None = None
    failures: int = 0
    """In a row."""
    problem: Message | None = None
    """What the last look failed with."""
    items: int = 0
    """Those that are remembered."""

    @property
    def name(self) -> str:
        """The publisher that its items are cited with."""
        return self.publisher or self.title or self.host
