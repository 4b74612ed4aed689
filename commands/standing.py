"""Which commitments stand on a day, and what each comes to for a member."""

from dataclasses import dataclass
from datetime import date

from data import rules
from data.facts.knowledge import Knowledge
from data.members import Member
from data.rules import Assessment, Category, Commitment, ShareTarget, Status, StatusChange, Step

_RANK = {Status.AGREED: 0, Status.PROPOSED: 1, Status.DEMANDED: 2}
_HEADLINE = (Category.CORE, Category.DEFENCE)


def is_headline(assessment: Assessment) -> bool:
    clause = assessment.clause
    return isinstance(clause, ShareTarget) and clause.category in _HEADLINE


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A commitment that stands on a day, assessed clause by clause for one member."""

    commitment: Commitment
    change: StatusChange
    assessments: tuple[Assessment, ...]

    @property
    def headline(self) -> Assessment | None:
        """The clause a reader asks about first: the floor for defence spending itself."""
        return next((each for each in self.assessments if is_headline(each)), None)

    @property
    def arrival(self) -> "Arrival | None":
        """Where the yearly increase alone would lead, for a proposal that has one and a floor."""
        headline = self.headline
        increase = next((each for each in self.assessments if each.step is not None), None)
        if headline is None or increase is None or increase.step is None:
            return None
        if headline.share is None or headline.gap is None or headline.gap.value <= 0:
            return None
        reached = rules.year_reached(headline.gap, rules.year_of(headline.share), increase.step)
        if reached is None or headline.deadline is None:
            return None
        late = rules.years_late(reached, headline.deadline)
        return Arrival(increase.step, reached, late)


@dataclass(frozen=True, slots=True)
class Arrival:
    step: Step
    reached: Step
    late: Step


def standings(knowledge: Knowledge, member: Member, as_of: date) -> tuple[Standing, ...]:
    """Agreed commitments first, then proposals, then demands; the newest of each first."""
    found: list[Standing] = []
    for commitment in knowledge.commitments(as_of):
        change = commitment.status_on(as_of)
        if change is None or change.status not in _RANK:
            continue
        assessed = tuple(
            rules.assess(clause, member, knowledge.ledger, as_of=as_of)
            for clause in commitment.clauses
        )
        # What is asked about first comes first; the order is otherwise the text's own.
        assessed = tuple(sorted(assessed, key=lambda each: not is_headline(each)))
        found.append(Standing(commitment=commitment, change=change, assessments=assessed))
    found.sort(key=lambda each: each.change.on.last, reverse=True)
    return tuple(sorted(found, key=lambda each: _RANK[each.change.status]))


def ended(knowledge: Knowledge, as_of: date) -> tuple[tuple[Commitment, StatusChange], ...]:
    """Commitments known on a day that no longer stand on it, oldest first."""
    pairs = ((each, each.status_on(as_of)) for each in knowledge.commitments(as_of))
    return tuple(
        (commitment, change)
        for commitment, change in pairs
        if change is not None and change.status not in _RANK
    )
