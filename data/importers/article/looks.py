"""What a second look at a sentence, or at the whole article, changes in what was found."""

from collections.abc import Iterable, Iterator, Sequence

from data.importers.article.findings import (
    AttendanceFound,
    CommitmentFound,
    FigureFound,
    Finding,
    PledgeFound,
    RequestFound,
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


def sum_up(findings: list[Finding]) -> None:
    """What the article tells again more closely is told once, and a share that is the sum of a core
    and a broader part is of both together."""
    wanted = [each for each in findings if isinstance(each, RequestFound)]
    vague = [each for each in wanted if any(_says_more(other, each) for other in wanted)]
    findings[:] = [each for each in findings if not any(each is other for other in vague)]
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


def _says_more(one: RequestFound, other: RequestFound) -> bool:
    """Whether the same members are told to ask for the same, with a year that the other lacks."""
    is_same = (one.members, one.changes) == (other.members, other.changes) and bool(one.members)
    return is_same and one.year is not None and other.year is None
