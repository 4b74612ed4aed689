"""What was read in an article, before it becomes records: one value for each sort of proposal."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from data.dates import PartialDate
from data.facts.records import Position, Presence
from data.importers.article.meet import Meet, Quote
from data.importers.proposals import Ground
from data.rules.commitments import Category, Status

Change = Literal["later_year", "no_annual_increase", "slower_start", "other_split"]


@dataclass(slots=True, kw_only=True)
class Finding:
    quotes: list[Quote]
    grounds: set[Ground] = field(default_factory=set[Ground])

    def ground(self, *grounds: Ground) -> None:
        self.grounds.update(grounds)


@dataclass(slots=True, kw_only=True)
class CommitmentFound(Finding):
    """One clause: a `share` in percent, or a `step` in percentage points. `person` and `party` are
    who asked, proposed or agreed; `on` is the day that began."""

    status: Status
    person: str | None
    role: str | None
    party: str
    category: Category
    bound: Literal["at_least", "up_to"] = "at_least"
    share: Decimal | None = None
    step: Decimal | None = None
    by: int | None = None
    on: PartialDate


@dataclass(slots=True, kw_only=True)
class MeetingFound(Finding):
    meet: Meet


@dataclass(slots=True, kw_only=True)
class AttendanceFound(Finding):
    meet: Meet
    party: str
    person: str | None
    role: str | None
    status: Presence


@dataclass(slots=True, kw_only=True)
class StanceFound(Finding):
    """`also` is what else the sentence says of the member, worded by us."""

    member: str
    position: Position
    speaker: str | None
    role: str | None
    reported: bool
    said_on: PartialDate
    also: str | None = None


@dataclass(slots=True, kw_only=True)
class RequestFound(Finding):
    """Changes asked for together; `members` is empty where the article names none."""

    changes: tuple[Change, ...]
    members: tuple[str, ...]
    year: int | None
    speaker: str | None = None


@dataclass(slots=True, kw_only=True)
class PledgeFound(Finding):
    member: str
    kind: Literal["pledge", "budget", "programme", "law"]
    share: Decimal | None
    amount: Decimal | None
    currency: str | None
    by: PartialDate | None
    speaker: str | None


@dataclass(slots=True, kw_only=True)
class FigureFound(Finding):
    member: str
    share: Decimal | None
    amount: Decimal | None
    currency: str | None
    year: int
    estimate: bool
    by_nato: bool


@dataclass(slots=True, kw_only=True)
class StatementFound(Finding):
    """`what` is our wording of what was said, without who said it."""

    kind: Literal["assurance", "estimate", "warning", "expectation", "decision", "count"]
    party: str
    speaker: str | None
    about: str
    said_on: PartialDate
    what: str


def first_words(found: Iterable[Finding]) -> tuple[int, int]:
    """Where the earliest of them stands, for an order of the text."""
    places = [(quote[0].sentence.number, quote[1]) for each in found for quote in each.quotes]
    return min(places, default=(0, 0))
