"""The sentence a path opens with: from where to where, how fast, and by when."""

from dataclasses import replace
from decimal import Decimal

from commands.assuming import AssumingDraft
from commands.briefing import Figure, Part, Sentence
from commands.clauses import SPENDING, increase, shown_places
from commands.distance import dated
from commands.path_asked import Asked
from commands.voice import Values
from data.messages import mark
from data.rules import (
    AnnualIncrease,
    BackLoaded,
    BySteps,
    Keeping,
    Path,
    Status,
    Step,
    floor_of,
    published,
    step_of,
    years_late,
)
from data.rules.figures import deadline_of

STATUS: dict[Status, str] = {
    Status.AGREED: mark("agreed"),
    Status.PROPOSED: mark("proposed, not agreed"),
    Status.DEMANDED: mark("demanded, not agreed"),
    Status.SUPERSEDED: mark("no longer asked for"),
    Status.WITHDRAWN: mark("withdrawn"),
}
"""Within a sentence, in brackets."""

_EXACT = 12

_REACHED = mark(
    "{the_member} stands at {latest}, at or above the {share} of GDP for {spending} ({status}): no "
    "further rise is asked for."
)
_AT_ONCE = mark(
    "{the_member} stands at {latest}; {share} of GDP for {spending} ({status}) is asked for "
    "without a year, and to be there in {year} it has to rise by {rise}."
)
_ONE_YEAR = mark(
    "{the_member} stands at {latest}; to reach {share} of GDP for {spending} ({status}) by {year} "
    "it has to rise by {rise} in one year."
)
_EVENLY = mark(
    "{the_member} stands at {latest}; to reach {share} of GDP for {spending} ({status}) by {year} "
    "it has to rise by {rise} every year."
)
_LATE = mark(
    "{the_member} stands at {latest}; staying there until {flat}, it has to rise by {rise} every "
    "year from then on to reach {share} of GDP for {spending} ({status}) by {year}."
)
_STEPS = mark(
    "{the_member} stands at {latest}; rising by {step}, it reaches {share} of GDP for {spending} "
    "({status}) in {reached}."
)
_STEPS_LATE = mark(
    "{the_member} stands at {latest}; rising by {step}, it reaches {share} of GDP for {spending} "
    "({status}) in {reached}, {late} after {year}."
)
_STEPS_EARLY = mark(
    "{the_member} stands at {latest}; rising by {step}, it reaches {share} of GDP for {spending} "
    "({status}) in {reached}, {late} before {year}."
)
_STEPS_IN_TIME = mark(
    "{the_member} stands at {latest}; rising by {step}, it reaches {share} of GDP for {spending} "
    "({status}) in {reached}, just in time."
)
_KEEPING = mark(
    "{the_member} stands at {latest}; to reach {share} of GDP for {spending} ({status}) by {year}, "
    "and to rise by at least {step} from {start} on, it has to get there in {reached}."
)
_KEEPING_UNTIL = mark(
    "{the_member} stands at {latest}; to reach {share} of GDP for {spending} ({status}) by {year}, "
    "and to rise by at least {step} from {start} to {end}, it has to get there in {reached}."
)


def opening(draft: AssumingDraft, asked: Asked, path: Path) -> Sentence:
    values = _values(draft, asked, path)
    if not path.years:
        return draft.say(_REACHED, **values)
    values["rise"] = rise(draft, path.years[-1].rise)
    assert path.first_reached is not None
    values["reached"] = draft.figure(path.first_reached)
    match path.plan:
        case BySteps():
            return _stepwise(draft, asked, path, values)
        case _ if len(path.years) == 1:
            return draft.say(_AT_ONCE if asked.at_once else _ONE_YEAR, **values)
        case BackLoaded() if not is_even(path):
            values["flat"] = draft.figure(given_of(path, "flat_until"))
            return draft.say(_LATE, **values)
        case Keeping() if not is_even(path) and asked.increase is not None:
            values |= clause_values(draft, asked.increase)
            ends = asked.increase.until is not None
            return draft.say(_KEEPING_UNTIL if ends else _KEEPING, **values)
        case _:
            return draft.say(_EVENLY, **values)


def clause_values(draft: AssumingDraft, clause: AnnualIncrease) -> Values:
    """What a yearly increase asks for: `step`, `start` and, where it ends, `end`."""
    values: Values = {
        "step": increase(draft, step_of(clause)),
        "start": draft.year(clause.start, clause.cites),
    }
    if clause.until is not None:
        values["end"] = draft.year(clause.until, clause.cites)
    return values


def _values(draft: AssumingDraft, asked: Asked, path: Path) -> Values:
    change = asked.commitment.status_on(draft.as_of)
    assert change is not None
    values: Values = {
        "the_member": draft.party(asked.member.id, "start"),
        "latest": dated(draft, path.start),
        "share": draft.figure(floor_of(asked.clause), places=shown_places(asked.clause)),
        "spending": draft.term(SPENDING[asked.clause.category]),
        "status": draft.term(STATUS[change.status]),
    }
    if (year := deadline(draft, asked)) is not None:
        values["year"] = year
    return values


def deadline(draft: AssumingDraft, asked: Asked) -> Part | None:
    """The asker's year, or else the clause's own."""
    if asked.by is not None:
        return draft.year_given(asked.by)
    return draft.year(asked.clause.by, asked.clause.cites) if asked.clause.by is not None else None


def _stepwise(draft: AssumingDraft, asked: Asked, path: Path, values: Values) -> Sentence:
    values["step"] = draft.figure(given_of(path, "step"))
    late = lateness(asked, path)
    if late is None:
        return draft.say(_STEPS, **values)
    values["late"] = draft.figure(late, absolute=True)
    if late.value == 0:
        return draft.say(_STEPS_IN_TIME, **values)
    return draft.say(_STEPS_LATE if late.value > 0 else _STEPS_EARLY, **values)


def lateness(asked: Asked, path: Path) -> Step | None:
    """Years after the deadline in which equal steps arrive; None without a deadline."""
    if not isinstance(path.plan, BySteps) or path.first_reached is None:
        return None
    if asked.by is not None:
        due = Step(
            symbol="deadline",
            what=mark("year by whose end it is to be reached"),
            value=Decimal(asked.by),
            unit=path.first_reached.unit,
            places=0,
            given=True,
        )
    elif asked.clause.by is not None:
        due = deadline_of(asked.clause)
    else:
        return None
    return years_late(replace(path.first_reached, symbol="reached"), due)


def given_of(path: Path, symbol: str) -> Step:
    """An assumption that the shares of a path rest on."""
    below = (step for year in path.years for step in year.share.walk())
    return next(each for each in below if each.symbol == symbol)


def rise(draft: AssumingDraft, step: Step) -> Figure:
    """With as many decimals as it takes to see that it is one."""
    places = next((each for each in (2, 3, 4) if published(step.value, each) != 0), 2)
    return draft.figure(step, places=places)


def is_even(path: Path) -> bool:
    return len({published(each.rise.value, _EXACT) for each in path.years}) == 1
