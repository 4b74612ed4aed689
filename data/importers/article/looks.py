"""What a second look at a sentence, or at the whole article, changes in what was found."""

from collections.abc import Iterable, Iterator, Sequence

from data.importers.article.findings import (
    AttendanceFound,
    CommitmentFound,
    FigureFound,
    Finding,
    PledgeFound,
    StanceFound,
    StatementFound,
)
from data.rules.commitments import Category


def further(found: Sequence[Finding], more: Iterable[Finding]) -> Iterator[Finding]:
    """What a second look at a sentence adds: another word on the same is none."""
    subjects = {_subject(each) for each in found}
    for each in more:
        subject = _subject(each)
        if subject is None or subject not in subjects:
            yield each


def _subject(found: Finding) -> object:
    match found:
        case AttendanceFound():
            return ("attendance", found.party, found.person)
        case StanceFound():
            return ("stance", found.member)
        case StatementFound():
            return ("statement", found.kind)
        case PledgeFound() | FigureFound():
            return ("sum", found.member, found.share, found.amount)
        case _:
            return None


def sum_up(findings: Sequence[Finding]) -> None:
    """A share that is the sum of a core and a broader part is of both together."""
    asked = [each for each in findings if isinstance(each, CommitmentFound)]
    for each in asked:
        parts = {
            other.category: other.share
            for other in asked
            if (other.status, other.party) == (each.status, each.party) and other.share is not None
        }
        core, broader = parts.get(Category.CORE), parts.get(Category.BROADER)
        if core is not None and broader is not None and each.share == core + broader:
            each.category = Category.TOTAL
