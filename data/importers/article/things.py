"""What an article speaks of, by the words that name it."""

from dataclasses import dataclass
from enum import StrEnum

from data.facts.records import MeetingKind
from data.importers.article.amounts import Money, Share
from data.importers.article.dating import When


class Kind(StrEnum):
    PARTY = "party"
    PLACE = "place"
    PERSON = "person"
    ALL = "all"
    """The members together, or those who speak for all of them."""
    SOME = "some"
    """Some of the members, not named."""
    SHARE = "share"
    POINTS = "points"
    MONEY = "money"
    DAY = "day"
    GATHERING = "gathering"
    ELSEWHERE = "elsewhere"
    """A meeting that is none of the Alliance's, and what belongs to it."""


@dataclass(frozen=True, slots=True)
class Party:
    """`code` is an alpha-3 code, NATO, EU or UN. `adjective` tells `Spanish` from `Spain`."""

    code: str
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """`country` is None for a city nobody here knows."""

    city: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """`name` is None where only the office is told, `party` where it is not known for whom."""

    name: str | None
    party: str | None
    role: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Gathering:
    """A mention of a meeting; `kind` is None for `meeting` alone."""

    kind: MeetingKind | None


@dataclass(frozen=True, slots=True)
class Group:
    """Members not named one by one; `words` are the article's own."""

    words: str


Value = Party | Place | Person | Group | Share | Money | When | Gathering


@dataclass(frozen=True, slots=True)
class Thing:
    """`first` and `last` are words of the sentence."""

    kind: Kind
    first: int
    last: int
    value: Value
