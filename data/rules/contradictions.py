"""Two agreed commitments that cannot both be kept as they are written."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import combinations

from data.errors import ContradictionError
from data.messages import mark
from data.rules.commitments import (
    AnnualIncrease,
    Category,
    Clause,
    Commitment,
    ShareTarget,
    Status,
)
from data.sources import Cite

CONTRADICTION = mark(
    "Two agreed commitments contradict each other on {day}: {one} asks for {this} ({source}), "
    "{other} for {that} ({other_source})."
)

_MEASURE = {Category.DEFENCE: Category.CORE}
"""Both words of the texts stand for what NATO publishes as defence expenditure."""


def check_contradictions(commitments: Iterable[Commitment], *, as_of: date) -> None:
    """Raises ContradictionError, naming both sources, where two commitments agreed on that day set
    different shares for the same spending and the same year, or different yearly increases from the
    same year on. A share for another year is no contradiction: both can be kept."""
    agreed = [each for each in commitments if _is_agreed(each, as_of)]
    for one, other in combinations(agreed, 2):
        for this in one.clauses:
            for that in other.clauses:
                if _differ(this, that):
                    raise ContradictionError(
                        CONTRADICTION,
                        day=as_of.isoformat(),
                        one=one.title,
                        this=_asked(this),
                        source=_place(this.cites),
                        other=other.title,
                        that=_asked(that),
                        other_source=_place(that.cites),
                        one_id=one.id,
                        other_id=other.id,
                    )


def _is_agreed(commitment: Commitment, day: date) -> bool:
    change = commitment.status_on(day)
    return change is not None and change.status is Status.AGREED


def _differ(this: Clause, that: Clause) -> bool:
    one, other = _subject(this), _subject(that)
    return one is not None and one == other and _amount(this) != _amount(that)


def _subject(clause: Clause) -> tuple[object, ...] | None:
    """What must be the same of two clauses for their amounts to contradict each other."""
    if isinstance(clause, ShareTarget):
        category = _MEASURE.get(clause.category, clause.category)
        return (clause.kind, category, clause.bound, clause.by)
    if isinstance(clause, AnnualIncrease):
        return (clause.kind, _MEASURE.get(clause.category, clause.category), clause.start)
    return None


def _amount(clause: Clause) -> Decimal | None:
    if isinstance(clause, ShareTarget):
        return clause.share
    return clause.step if isinstance(clause, AnnualIncrease) else None


def _asked(clause: Clause) -> str:
    if isinstance(clause, AnnualIncrease):
        return f"{clause.step} pp a year"
    return f"{_amount(clause)} %"


def _place(cites: tuple[Cite, ...]) -> str:
    return "; ".join(f"{each.source}, {each.locator}" for each in cites)
