"""Composes the verdict on a commitment from those on its clauses.

What a commitment asks are conditions that all have to hold. So one that fails decides, whatever is
unknown beside it; and where none fails, one that is unknown leaves the whole unknown. A clause that
asks nothing of the member, or nothing yet, has no say.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from data.members import Member
from data.messages import mark
from data.rules import figures
from data.rules.assess import assess_case
from data.rules.assessment import Assessment
from data.rules.case import Case
from data.rules.commitments import (
    AnnualIncrease,
    Category,
    Commitment,
    Fulfilment,
    ShareTarget,
    StatusChange,
)
from data.rules.derivation import Step
from data.rules.ledger import Ledger
from data.rules.verdicts import Verdict


class Composition(StrEnum):
    """Which clause decided; the rule in words stands in `COMPOSITIONS`."""

    A_PART_MISSED = "a_part_missed"
    A_PART_BEHIND = "a_part_behind"
    A_PART_UNKNOWN = "a_part_unknown"
    A_PART_ON_COURSE = "a_part_on_course"
    EVERY_PART_MET = "every_part_met"
    NOTHING_ASKED = "nothing_asked"
    NOT_YET_KNOWN = "not_yet_known"


COMPOSITIONS: dict[Composition, str] = {
    Composition.A_PART_MISSED: mark("Missed: at least one clause is missed."),
    Composition.A_PART_BEHIND: mark("Behind: no clause is missed, at least one is behind."),
    Composition.A_PART_UNKNOWN: mark(
        "Not reported: no clause that can be judged fails, but at least one cannot be judged."
    ),
    Composition.A_PART_ON_COURSE: mark(
        "On course: every clause is met or on course, and at least one is not met yet."
    ),
    Composition.EVERY_PART_MET: mark("Met: every clause that asks something now is met."),
    Composition.NOTHING_ASKED: mark("Not applicable: no clause asks anything of this member now."),
    Composition.NOT_YET_KNOWN: mark("Not applicable: on that day nobody knew of it yet."),
}
"""Each rule of composition in one English sentence that begins with the verdict."""

_ORDER = (
    (Verdict.MISSED, Composition.A_PART_MISSED),
    (Verdict.BEHIND, Composition.A_PART_BEHIND),
    (Verdict.NOT_REPORTED, Composition.A_PART_UNKNOWN),
    (Verdict.ON_COURSE, Composition.A_PART_ON_COURSE),
    (Verdict.MET, Composition.EVERY_PART_MET),
    (Verdict.NOT_APPLICABLE, Composition.NOTHING_ASKED),
)
"""The first verdict that any clause has is that of the whole."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """When a yearly increase, kept exactly and alone, leads to the floor of its commitment.

    `late` is in years after the floor's deadline, zero or negative where it is kept.
    """

    step: Step
    reached: Step
    late: Step

    @property
    def in_time(self) -> bool:
        return self.late.value <= 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A commitment judged for one member as of one day, clause by clause and as a whole.

    It is judged as if it held, whatever its `status`: that of the day, None where nobody knew of it
    yet, which leaves it without parts. `known` is the verdict of the parts that can be judged.
    """

    commitment: Commitment
    member: Member
    as_of: date
    status: StatusChange | None
    parts: tuple[Assessment, ...] = ()
    composition: Composition = field(init=False)
    verdict: Verdict = field(init=False)
    known: Verdict = field(init=False)

    def __post_init__(self) -> None:
        verdict, composition = compose(each.verdict for each in self.parts)
        if self.status is None:
            composition = Composition.NOT_YET_KNOWN
        judged = (each.verdict for each in self.parts if each.verdict is not Verdict.NOT_REPORTED)
        object.__setattr__(self, "verdict", verdict)
        object.__setattr__(self, "composition", composition)
        object.__setattr__(self, "known", compose(judged)[0])

    @property
    def unknown(self) -> tuple[Assessment, ...]:
        """The parts that cannot be judged."""
        return tuple(each for each in self.parts if each.verdict is Verdict.NOT_REPORTED)

    @property
    def headline(self) -> Assessment | None:
        """The floor for defence spending itself, which a reader asks about first."""
        return next((each for each in self.parts if _is_headline(each)), None)

    @property
    def arrival(self) -> Arrival | None:
        """Where the yearly increase alone leads; None without one, without a floor that has a year
        and is still ahead, or without a reported share."""
        headline = self.headline
        step = next((each.step for each in self.parts if each.step and _is_of_defence(each)), None)
        if headline is None or step is None or headline.deadline is None:
            return None
        if headline.share is None or headline.gap is None or headline.gap.value <= 0:
            return None
        reached = figures.year_reached(headline.gap, figures.year_of(headline.share), step)
        if reached is None:
            return None
        return Arrival(step, reached, figures.years_late(reached, headline.deadline))


def compose(verdicts: Iterable[Verdict]) -> tuple[Verdict, Composition]:
    """The verdict on the whole, and which rule gave it."""
    found = set(verdicts)
    for verdict, composition in _ORDER:
        if verdict in found:
            return verdict, composition
    return Verdict.NOT_APPLICABLE, Composition.NOTHING_ASKED


def judge(
    commitment: Commitment,
    member: Member,
    ledger: Ledger,
    *,
    as_of: date,
    edition: str | None = None,
    year: int | None = None,
    fulfilments: Iterable[Fulfilment] = (),
) -> Judgement:
    """Judges every clause of `commitment`; for `edition` and `year` see `assess`.

    `fulfilments` may be of any commitment; those of this one are picked.
    """
    if edition is not None:
        ledger.edition(edition, as_of)
    status = commitment.status_on(as_of)
    known = commitment.clauses if status is not None else ()
    case = Case(
        member=member,
        ledger=ledger,
        as_of=as_of,
        edition=edition,
        year=year,
        fulfilments=tuple(each for each in fulfilments if each.commitment == commitment.id),
    )
    parts = tuple(assess_case(clause, case) for clause in known)
    return Judgement(commitment=commitment, member=member, as_of=as_of, status=status, parts=parts)


def _is_headline(assessment: Assessment) -> bool:
    clause = assessment.clause
    return (
        isinstance(clause, ShareTarget)
        and clause.bound == "at_least"
        and _is_of_defence(assessment)
    )


def _is_of_defence(assessment: Assessment) -> bool:
    clause = assessment.clause
    return isinstance(clause, ShareTarget | AnnualIncrease) and clause.category in (
        Category.CORE,
        Category.DEFENCE,
    )
