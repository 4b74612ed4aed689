"""The log behind what is known: every state a fact ever had, who wrote it, when and why.

Of a fact, the newest entry that governs a day decides what is known on it. An entry that mends
governs all days: what it replaces was a mistake of ours, and was known on none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol, TypeVar

from data.dates import PartialDate
from data.facts.kinds import Value
from data.rules.expenditure import Observation

Action = Literal["recorded", "corrected", "retracted"]
Origin = Literal["catalogue", "person"]

ALWAYS = date.min
"""The day from which an entry governs that leaves no day to what was before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One state of one fact. `value` is None where it was retracted.

    `known_on` keeps the precision of its source, `known_from` is the first day on which it is
    certain; `at` is the moment of writing, in UTC, which nobody can set afterwards.
    """

    kind: str
    id: str
    number: int
    """Counts the states of this fact, from 1."""
    action: Action
    value: Value | None
    known_on: PartialDate
    known_from: date
    governs_from: date
    origin: Origin
    by: str
    at: datetime
    because: str | None = None

    @property
    def is_retraction(self) -> bool:
        return self.value is None

    @property
    def mends(self) -> bool:
        """True where it takes back what was stated before for every day, as a mistake of ours."""
        return self.action != "recorded" and self.governs_from == ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureEntry:
    """One state of one figure of an edition. A figure is always mended: what its publisher
    corrects is published as an edition of its own."""

    edition: str
    number: int
    action: Action
    value: Observation | None
    origin: Origin
    by: str
    at: datetime
    because: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is known of a fact on one day and was not on another; `entry` brought it about."""

    before: Value | None
    after: Value | None
    entry: Entry


class Stated(Protocol):
    @property
    def known_from(self) -> date: ...
    @property
    def governs_from(self) -> date: ...
    @property
    def is_retraction(self) -> bool: ...


S = TypeVar("S", bound=Stated)


def visible(states: Sequence[S]) -> Iterator[tuple[S, date, date | None]]:
    """The states of one fact, given in the order of writing, that anybody could know, newest first,
    each with the first day it was known and the day it no longer was."""
    end: date | None = None
    for each in reversed(states):
        start = max(each.governs_from, each.known_from)
        if not each.is_retraction and (end is None or start < end):
            yield each, start, end
        end = each.governs_from if end is None else min(end, each.governs_from)


def visible_on(states: Sequence[S], day: date) -> S | None:
    """The state known on a day; None where nothing was."""
    for each in reversed(states):
        if each.governs_from <= day:
            return None if each.is_retraction or day < each.known_from else each
    return None
