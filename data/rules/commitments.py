"""What the Alliance asks of its members: commitments, their clauses and their changing status."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from data.dates import PartialDate
from data.sources import Cite


class Category(StrEnum):
    """What a share is a share of, and of what kind of spending."""

    TOTAL = "total"
    """Core and broader spending together, percent of GDP."""
    CORE = "core"
    """Core defence, in the words of The Hague; measured by NATO's defence expenditure."""
    DEFENCE = "defence"
    """Defence expenditure, in the words of the texts before The Hague; the same measure."""
    BROADER = "broader"
    """Defence- and security-related spending beside core defence, percent of GDP."""
    EQUIPMENT = "equipment"
    """Major equipment including its research and development, percent of defence expenditure."""


class Status(StrEnum):
    DEMANDED = "demanded"
    """One member asks it of the others; nobody else has taken it up."""
    PROPOSED = "proposed"
    AGREED = "agreed"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareTarget:
    """A share to reach (`at_least`) or not to count beyond (`up_to`), in percent.

    `by` is the year by whose end it is to be reached; none means it holds at all times.
    """

    kind: Literal["share"] = "share"
    id: str
    category: Category
    bound: Literal["at_least", "up_to"] = "at_least"
    share: Decimal
    by: int | None = None
    claim: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualIncrease:
    """The share rises by at least `step` percentage points each year.

    The first rise asked for is the one from `start` - 1 to `start`, the last into `until`.
    """

    kind: Literal["annual_increase"] = "annual_increase"
    id: str
    category: Category
    step: Decimal
    start: int
    until: int | None = None
    claim: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualPlan:
    """Each member hands in a plan every year from `start` on; None where no source says when the
    first one is due."""

    kind: Literal["annual_plan"] = "annual_plan"
    id: str
    start: int | None = None
    claim: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The Alliance looks at the commitment again in `year`."""

    kind: Literal["review"] = "review"
    id: str
    year: int
    claim: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountsTowards:
    """Names spending that counts towards a category; it asks nothing by itself."""

    kind: Literal["counts_towards"] = "counts_towards"
    id: str
    category: Category
    claim: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """Something promised in words, for which no figure decides whether it is kept."""

    kind: Literal["undertaking"] = "undertaking"
    id: str
    claim: str
    cites: tuple[Cite, ...]


Clause = ShareTarget | AnnualIncrease | AnnualPlan | Review | CountsTowards | Undertaking
"""All kinds of clauses. A new one is one new class here, and one function that judges it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    """`on` is the day the status began; `known_on` the day that became known."""

    status: Status
    on: PartialDate
    known_on: PartialDate
    cites: tuple[Cite, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A commitment, proposal or demand. `history` is in order of time; `superseded_by` names what
    took its place."""

    id: str
    title: str
    by_whom: str
    """Who agreed, proposed or demanded it, in words."""
    claim: str
    history: tuple[StatusChange, ...]
    clauses: tuple[Clause, ...]
    adopts: tuple[str, ...] = ()
    """Ids of commitments whose parts this one takes over."""
    superseded_by: str | None = None
    weak: str | None = None

    def status_on(self, day: date) -> StatusChange | None:
        """The newest status known by `day`; None before the first, which is not a status."""
        known = [
            change
            for change in self.history
            if change.known_on.is_over_by(day) and change.on.is_over_by(day)
        ]
        return known[-1] if known else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fulfilment:
    """That a dated duty of a commitment (a plan, a review) was done in a year, or was not.

    `members` is empty where the source speaks of all members, or of the Alliance itself.
    """

    id: str
    commitment: str
    clause: str
    members: tuple[str, ...] = ()
    year: int
    done: bool
    claim: str
    known_on: PartialDate
    cites: tuple[Cite, ...]
    weak: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Somebody's contradiction of a reservation."""

    id: str
    claim: str
    speaker: str
    party: str
    known_on: PartialDate
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservation:
    """One member's own reading of a commitment. It never overwrites the target; both are shown."""

    id: str
    member: str
    commitment: str
    category: Category
    share: Decimal | None = None
    claim: str
    speaker: str
    known_on: PartialDate
    cites: tuple[Cite, ...]
    disputes: tuple[Dispute, ...] = ()
    weak: str | None = None
