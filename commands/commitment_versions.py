"""What changed from one text to the next: their clauses side by side."""

from collections.abc import Iterable

from commands.assuming import AssumingDraft
from commands.briefing import Sentence, Table
from commands.clauses import LABELS, increase, shown_places
from commands.voice import Values
from data.messages import mark
from data.rules import (
    AnnualIncrease,
    AnnualPlan,
    Category,
    Clause,
    Commitment,
    Review,
    ShareTarget,
    Status,
    floor_of,
    step_of,
)

_MOST = 3
_STATUS: dict[Status, str] = {
    Status.AGREED: mark("Agreed"),
    Status.PROPOSED: mark("Proposed"),
    Status.DEMANDED: mark("Demanded"),
    Status.SUPERSEDED: mark("Superseded"),
    Status.WITHDRAWN: mark("Withdrawn"),
}
_DEFENCE = (Category.CORE, Category.DEFENCE)


def successor(draft: AssumingDraft, commitment: Commitment) -> Commitment | None:
    """What had taken its place by the day asked about."""
    change = commitment.status_on(draft.as_of)
    if change is None or change.status is not Status.SUPERSEDED:
        return None
    known = draft.desk.knowledge.commitments(draft.as_of)
    return next((each for each in known if each.id == commitment.superseded_by), None)


def lineage(draft: AssumingDraft, commitment: Commitment) -> tuple[Commitment, ...]:
    """The texts that it took over, itself, and those that took its place; a proposal or a demand
    stands beside what holds. At the most three."""
    known = {each.id: each for each in draft.desk.knowledge.commitments(draft.as_of)}
    found = [known[each] for each in commitment.adopts if each in known]
    found.append(commitment)
    while (later := successor(draft, found[-1])) is not None and later not in found:
        found.append(later)
    if len(found) == 1:
        found = [*_present(draft, commitment), commitment]
    at = found.index(commitment)
    first = max(0, min(at - 1, len(found) - _MOST))
    return tuple(found[first : first + _MOST])


def _present(draft: AssumingDraft, commitment: Commitment) -> list[Commitment]:
    held = [
        each
        for each in draft.desk.knowledge.commitments(draft.as_of)
        if each.id != commitment.id
        and (change := each.status_on(draft.as_of)) is not None
        and change.status is Status.AGREED
    ]
    return held[-1:]


def table(draft: AssumingDraft, versions: tuple[Commitment, ...]) -> Table:
    heads = [_STATUS[each.history[0].status] for each in versions]
    columns = [mark("Clause"), *heads]
    rows = [
        [draft.say(mark("Text")), *(_title(draft, each) for each in versions)],
        [draft.say(mark("Day")), *(_day(draft, each) for each in versions)],
    ]
    for label, cells in _clauses(draft, versions):
        if any(cell is not None for cell in cells):
            told = [cell or draft.say(mark("not in it")) for cell in cells]
            rows.append([draft.say(label), *told])
    return Table(
        columns=tuple(draft.voice.text(each) for each in columns),
        rows=tuple(tuple(row) for row in rows),
    )


def _title(draft: AssumingDraft, commitment: Commitment) -> Sentence:
    cites = commitment.history[0].cites
    return draft.say("{title}", title=draft.name(commitment.title, cites))


def _day(draft: AssumingDraft, commitment: Commitment) -> Sentence:
    first = commitment.history[0]
    return draft.say("{day}", day=draft.moment(first.on, first.cites))


def _clauses(
    draft: AssumingDraft, versions: tuple[Commitment, ...]
) -> Iterable[tuple[str, list[Sentence | None]]]:
    """Core spending is measured as defence spending was, so that they stand in one row."""
    texts = [each.clauses for each in versions]
    yield mark("Defence"), [_share(draft, each, _DEFENCE) for each in texts]
    for category in (Category.BROADER, Category.TOTAL, Category.EQUIPMENT):
        yield LABELS[category], [_share(draft, each, (category,)) for each in texts]
    yield mark("Yearly increase"), [_increase(draft, each) for each in texts]
    yield mark("Annual plans"), [_plan(draft, each) for each in texts]
    yield mark("Review"), [_review(draft, each) for each in texts]


_SHARES: dict[tuple[str, bool], str] = {
    ("at_least", True): mark("at least {share} by {year}"),
    ("at_least", False): mark("at least {share}"),
    ("up_to", True): mark("up to {share} by {year}"),
    ("up_to", False): mark("up to {share}"),
    ("plain", True): mark("{share} by {year}"),
    ("plain", False): mark("{share}"),
}


def _share(
    draft: AssumingDraft, clauses: tuple[Clause, ...], wanted: tuple[Category, ...]
) -> Sentence | None:
    for clause in clauses:
        if not isinstance(clause, ShareTarget) or clause.category not in wanted:
            continue
        values: Values = {"share": draft.figure(floor_of(clause), places=shown_places(clause))}
        if clause.by is not None:
            values["year"] = draft.year(clause.by, clause.cites)
        # No report on a proposal says whether this part was meant as a floor or a ceiling.
        open_ended = clause.category is Category.BROADER and clause.bound == "at_least"
        bound = "plain" if open_ended else clause.bound
        return draft.say(_SHARES[bound, clause.by is not None], **values)
    return None


def _increase(draft: AssumingDraft, clauses: tuple[Clause, ...]) -> Sentence | None:
    for clause in clauses:
        if isinstance(clause, AnnualIncrease):
            return draft.say(
                mark("{step} from {start} on"),
                step=increase(draft, step_of(clause)),
                start=draft.year(clause.start, clause.cites),
            )
    return None


def _plan(draft: AssumingDraft, clauses: tuple[Clause, ...]) -> Sentence | None:
    found = any(isinstance(each, AnnualPlan) for each in clauses)
    return draft.say(mark("each year")) if found else None


def _review(draft: AssumingDraft, clauses: tuple[Clause, ...]) -> Sentence | None:
    for clause in clauses:
        if isinstance(clause, Review):
            return draft.say(mark("in {year}"), year=draft.year(clause.year, clause.cites))
    return None
