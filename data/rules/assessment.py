"""What comes out of judging one clause for one member."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from data.members import Member
from data.rules.commitments import Clause, Fulfilment
from data.rules.derivation import Step
from data.rules.expenditure import Series
from data.rules.quick import quick
from data.rules.verdicts import VERDICTS, Reason, Verdict


class Kept(StrEnum):
    """Whether a year kept to a yearly increase."""

    KEPT = "kept"
    BREACHED = "breached"
    NOT_REPORTED = "not_reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlyRise:
    """One year under a yearly increase. `rise` is in percentage points on the year before, and
    `spare` what it is above the step, negative where it falls short; None where a year is not
    reported."""

    year: int
    kept: Kept
    rise: Step | None = None
    spare: Step | None = None


class DutyState(StrEnum):
    DONE = "done"
    NOT_DONE = "not_done"
    DISPUTED = "disputed"
    """One source says it was done, another that it was not."""
    DUE = "due"
    """Its year is running, and nothing is known yet."""
    UNKNOWN = "unknown"
    """Its year is over, and nothing is known."""
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A plan or a review of one year, with what is known of it."""

    year: int
    state: DutyState
    evidence: tuple[Fulfilment, ...] = ()


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The verdict on one clause, with every figure behind it that could be had.

    `gap` is zero or negative where the floor is reached; money, paces and the year reached are
    there only where it is not. `series` is the one the latest share comes from, and `editions` all
    that were looked at, newest first.
    """

    clause: Clause
    member: Member
    as_of: date
    reason: Reason
    verdict: Verdict = field(init=False)
    editions: tuple[Series, ...] = ()
    series: Series | None = None
    share: Step | None = None
    floor: Step | None = None
    gap: Step | None = None
    at_deadline: Step | None = None
    """The share of the target year, once that is over and reported."""
    money: tuple[Step, ...] = ()
    deadline: Step | None = None
    needed: Step | None = None
    pace: Step | None = None
    reached: Step | None = None
    counted: Step | None = None
    """For a ceiling on spending that is published: how much of it counts."""
    lower: Step | None = None
    """For a total: the share of its core part, which the total cannot be below."""
    step: Step | None = None
    years: tuple[YearlyRise, ...] = ()
    """For a yearly increase: each year it covers up to the newest one, oldest first."""
    duties: tuple[Duty, ...] = ()
    """For plans and reviews: each one that was due or is known of, oldest first."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "verdict", VERDICTS[self.reason])

    @property
    def breach(self) -> YearlyRise | None:
        """The first year in which a yearly increase was not kept."""
        return next((each for each in self.years if each.kept is Kept.BREACHED), None)

    @property
    def rises(self) -> tuple[Step, ...]:
        return tuple(each.rise for each in self.years if each.rise is not None)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The figures a reader would want explained, the first to look at first."""
        derived = (
            self.gap,
            self.counted,
            self.at_deadline,
            *self.money,
            self.needed,
            self.pace,
            self.reached,
            *(each.spare for each in self.years),
        )
        return tuple(step for step in derived if step is not None)
