"""What a commitment has still to come, as precisely as it is known: mostly to the year."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from commands import gatherings
from commands.asked import next_meeting
from commands.assuming import AssumingDraft
from commands.briefing import Fact, Sentence
from commands.clauses import LABELS, shown_places
from commands.voice import Values
from data.messages import mark
from data.rules import (
    AnnualPlan,
    Category,
    Commitment,
    Fulfilment,
    Review,
    ShareTarget,
    Status,
    Step,
    Unit,
    floor_of,
)
from data.sources import Cite

_ENDED = (Status.SUPERSEDED, Status.WITHDRAWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """`left` is how many years it is away, to be kept in a derivation; `year` is None for what is
    due every year."""

    fact: Fact
    year: int | None = None
    left: Step | None = None


def ahead(draft: AssumingDraft, commitment: Commitment) -> list[Due]:
    """In order of time; what has no year of its own comes last. Nothing where it has ended."""
    change = commitment.status_on(draft.as_of)
    if change is None or change.status in _ENDED:
        return []
    summit = [] if change.status is Status.AGREED else [*_summit(draft)]
    return [*summit, *dues(draft, commitment), *_done(draft, commitment)]


def dues(draft: AssumingDraft, commitment: Commitment) -> list[Due]:
    """Its reviews and target years that are not over, in order of time, and what is due each
    year."""
    found = [*_reviews(draft, commitment), *_targets(draft, commitment)]
    # Stable: of one year, defence stays before the total.
    found.sort(key=lambda each: each.year or 0)
    return [*found, *_plans(draft, commitment)]


def _reviews(draft: AssumingDraft, commitment: Commitment) -> Iterator[Due]:
    for clause in commitment.clauses:
        if isinstance(clause, Review) and clause.year >= draft.as_of.year:
            left = _left(draft, clause.year, clause.cites)
            values: Values = {"year": draft.year(clause.year, clause.cites)}
            if left.value == 0:
                line = draft.say(
                    mark("The review is due this year, {year}; no day is known."), **values
                )
            else:
                values["left"] = draft.figure(left)
                line = draft.say(
                    mark("The review is due in {year}, {left} from now; no day is known."), **values
                )
            yield _due(draft, mark("Review"), line, clause.year, left)


def _targets(draft: AssumingDraft, commitment: Commitment) -> Iterator[Due]:
    """Without the broader part: it is a ceiling, or not said to be a floor."""
    shares = [each for each in commitment.clauses if isinstance(each, ShareTarget)]
    for clause in sorted(shares, key=lambda each: each.category is Category.TOTAL):
        if clause.category is Category.BROADER or clause.by is None:
            continue
        if clause.by >= draft.as_of.year:
            left = _left(draft, clause.by, clause.cites)
            yield _due(
                draft, LABELS[clause.category], _target(draft, clause, left), clause.by, left
            )


def _target(draft: AssumingDraft, clause: ShareTarget, left: Step) -> Sentence:
    assert clause.by is not None
    values: Values = {
        "share": draft.figure(floor_of(clause), places=shown_places(clause)),
        "year": draft.year(clause.by, clause.cites),
    }
    of_gdp = clause.category is not Category.EQUIPMENT
    if left.value == 0:
        template = (
            mark("{share} of GDP is to be reached by the end of this year, {year}.")
            if of_gdp
            else mark("{share} of defence spending is to be reached by the end of {year}.")
        )
        return draft.say(template, **values)
    values["left"] = draft.figure(left)
    template = (
        mark("{share} of GDP is to be reached by the end of {year}, {left} from now.")
        if of_gdp
        else mark(
            "{share} of defence spending is to be reached by the end of {year}, {left} from now."
        )
    )
    return draft.say(template, **values)


def _summit(draft: AssumingDraft) -> Iterator[Due]:
    """Where a proposal can be agreed on."""
    meetings = draft.desk.knowledge.meetings(draft.as_of)
    meeting = next_meeting(meetings, draft.as_of, gatherings.SUMMITS)
    if meeting is not None and meeting.starts is not None:
        line = gatherings.countdown(draft, meeting)
        yield _due(draft, mark("Next summit"), line, meeting.starts.year, None)


def _plans(draft: AssumingDraft, commitment: Commitment) -> Iterator[Due]:
    for clause in commitment.clauses:
        if not isinstance(clause, AnnualPlan):
            continue
        if clause.start is None:
            line = draft.say(
                mark("Due every year; no source held here says when the first one was to come.")
            )
        else:
            start = draft.year(clause.start, clause.cites)
            line = draft.say(mark("Due every year from {start} on."), start=start)
        yield _due(draft, mark("Annual plans"), line, None, None)


def _done(draft: AssumingDraft, commitment: Commitment) -> Iterator[Due]:
    """What is known of duties done and not done."""
    for each in draft.desk.knowledge.known(Fulfilment, draft.as_of):
        if each.commitment == commitment.id:
            line = draft.say(
                mark("{year}: {claim}"),
                year=draft.year(each.year, each.cites),
                claim=draft.claim(each.claim, each.cites),
            )
            yield _due(draft, mark("Done") if each.done else mark("Not done"), line, None, None)


def _due(
    draft: AssumingDraft, label: str, line: Sentence, year: int | None, left: Step | None
) -> Due:
    return Due(fact=Fact(label=draft.voice.text(label), sentence=line), year=year, left=left)


def _left(draft: AssumingDraft, year: int, cites: tuple[Cite, ...]) -> Step:
    due = Step(
        symbol="due",
        what=mark("year in which it is due"),
        value=Decimal(year),
        unit=Unit.YEAR,
        places=0,
        cites=cites,
    )
    asked = Step(
        symbol="asked",
        what=mark("year of the day asked about"),
        value=Decimal(draft.as_of.year),
        unit=Unit.YEAR,
        places=0,
        given=True,
    )
    return Step(
        symbol="left",
        what=mark("years until then"),
        value=due.value - asked.value,
        unit=Unit.YEARS,
        places=0,
        formula="due - asked",
        inputs=(due, asked),
    )
