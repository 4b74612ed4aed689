"""Whole results as plain text: what was judged and why, and what was considered and left aside."""

from collections.abc import Iterable, Iterator

from data.rules.accounts import (
    BASES,
    aggregate_lines,
    difference_lines,
    path_lines,
    ranking_lines,
    revisions_lines,
    tally_lines,
    under,
    words,
)
from data.rules.aggregate import Aggregate
from data.rules.assessment import Assessment, Duty
from data.rules.derivation import Step
from data.rules.expenditure import Edition
from data.rules.judge import COMPOSITIONS, Judgement
from data.rules.outline import cited, outline
from data.rules.path import Path
from data.rules.ranking import Ranking
from data.rules.revisions import Revisions
from data.rules.shapes import Result
from data.rules.survey import SET_ASIDE, Considered, SetAside, Survey
from data.rules.tally import Tally
from data.rules.verdicts import RULES, Verdict
from data.rules.whatif import Difference


def outline_of(found: Result) -> str:
    """A result as lines of English text, each detail indented below what it belongs to.

    Each clause comes with its rule, its editions with what they count, and the outlines of its
    steps. What was considered and does not apply is named with the reason. Members and sources go
    by their codes and ids: their names are not known here.
    """
    return "\n".join(_lines(found))


def _lines(found: Result) -> Iterable[str]:
    match found:
        case Step():
            return outline(found).splitlines()
        case Assessment():
            return _assessment(found)
        case Judgement():
            return _judgement(found)
        case Survey():
            return _survey(found)
        case Path():
            return path_lines(found)
        case Difference():
            return difference_lines(found)
        case Ranking():
            return ranking_lines(found)
        case Tally():
            return tally_lines(found)
        case Revisions():
            return revisions_lines(found)
        case Aggregate():
            return aggregate_lines(found)


def _survey(found: Survey) -> Iterator[str]:
    yield f"{found.member.id} on {found.as_of}"
    yield from _section("Agreed:", found.agreed)
    yield from _section("Not agreed, judged as if it held:", found.open)
    if found.set_aside:
        yield "Considered, does not hold:"
        yield from under(_considered(each) for each in found.set_aside)


def _section(title: str, judged: tuple[Judgement, ...]) -> Iterator[str]:
    if judged:
        yield title
    for each in judged:
        yield from under(_judgement(each))


def _considered(found: Considered) -> str:
    commitment, since = found.commitment, found.since
    superseded = found.why is SetAside.SUPERSEDED and commitment.superseded_by
    by = f" In its place: {commitment.superseded_by}." if superseded else ""
    said = f"{SET_ASIDE[found.why]}{by} Since {since.on} {cited(since.cites)}"
    return f"{commitment.title} ({commitment.id}): {said}"


def _judgement(found: Judgement) -> Iterator[str]:
    commitment, status = found.commitment, found.status
    name = f"{commitment.title} ({commitment.id}), {found.member.id} on {found.as_of}"
    yield f"{name}: {words(found.verdict)}"
    yield f"  {COMPOSITIONS[found.composition]}"
    if status is None:
        return
    yield f"  {status.status.value.capitalize()} on {status.on} {cited(status.cites)}"
    if found.known not in (found.verdict, Verdict.NOT_APPLICABLE):
        yield f"  What can be judged is {words(found.known)}."
    asks = [each for each in found.parts if each.verdict is not Verdict.NOT_APPLICABLE]
    for each in asks:
        yield from under(_assessment(each))
    if found.arrival is not None:
        yield "  Where the yearly increase alone leads:"
        yield from under(under(outline(found.arrival.late).splitlines()))
    idle = [each for each in found.parts if each.verdict is Verdict.NOT_APPLICABLE]
    if idle:
        yield "  Considered, does not apply:"
    for each in idle:
        yield from under(under(_assessment(each)))


def _assessment(found: Assessment) -> Iterator[str]:
    yield f"{found.clause.id}: {words(found.verdict)}"
    yield f"  {found.clause.claim} {cited(found.clause.cites)}"
    yield f"  {RULES[found.reason]}"
    yield from under(_editions(found))
    yield from (f"  {each.year}: {words(each.kept)}" for each in found.years)
    yield from (f"  {_duty(each)}" for each in found.duties)
    if found.lower is not None:
        yield "  Its core part is known, and it cannot be below that:"
        yield from under(under(outline(found.lower).splitlines()))
    yield from under(outline(*found.steps).splitlines())


def _editions(found: Assessment) -> Iterator[str]:
    """The editions that the figures are from, and those that were looked at beside them."""
    names = {each.edition for step in found.steps for each in step.walk()}
    editions = [each.edition for each in found.editions]
    for basis, counted in BASES.items():
        used = [each for each in editions if each.id in names and each.basis == basis]
        if used:
            count = "counts" if len(used) == 1 else "count"
            yield f"Figures of {_named(used)}, which {count} {counted}."
    spare = [each for each in editions if each.id not in names]
    if spare:
        yield f"Looked at as well: {_named(spare)}."


def _named(editions: list[Edition]) -> str:
    *others, last = [each.id for each in editions]
    return f"editions {', '.join(others)} and {last}" if others else f"edition {last}"


def _duty(found: Duty) -> str:
    said = "".join(f" {cited(each.cites)}" for each in found.evidence)
    return f"{found.year}: {words(found.state)}{said}"
