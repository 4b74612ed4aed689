"""The picture of one member: what it reported year by year, and what was asked of it when."""

from collections.abc import Iterable
from decimal import Decimal

from commands import charting
from commands.briefing import Chart, Course, Level, Sentence
from commands.clauses import shown_places
from commands.distance import dated
from commands.draft import Draft
from commands.voice import Values
from data import rules
from data.dates import PartialDate
from data.messages import mark
from data.rules import Assessment, Category, Commitment, Indicator, Series, ShareTarget, Status

_MEASURED = (Category.CORE, Category.DEFENCE)
_VISIBLE = Decimal("0.05")
"""Percentage points that two lines must be apart for a reader to see two."""

_COUNTS: dict[rules.Basis, str] = {
    "core": mark("core defence"),
    "defence": mark("defence"),
}
_THEN: dict[rules.Basis, str] = {
    "core": mark("core defence ({edition})"),
    "defence": mark("defence ({edition})"),
}
_LINE = mark(
    "A line over the years: {member} spent {first} of GDP on defence in {start}, and at the last "
    "count {last}; the lowest is {lowest} in {low_year}, the highest {highest} in {high_year}. "
    "{distance}"
)
_WITH_POINT = mark(
    "A line over the years, from the edition of {edition}: {member} spent {first} of GDP on "
    "defence in {start} and {last}; the lowest is {lowest} in {low_year}, the highest {highest} in "
    "{high_year}. Beside it a point from the edition of {newest}: {point}. {distance}"
)


def chart(
    draft: Draft, headline: Assessment | None, *, only: Commitment | None = None
) -> Chart | None:
    """None where nothing is reported. With `only`, no other commitment's level is drawn."""
    if headline is None or headline.series is None or headline.share is None:
        return None
    member = headline.member
    held = draft.desk.knowledge.ledger.all_series(member.id, Indicator.SHARE_OF_GDP, draft.as_of)
    if not held:
        return None
    drawn, courses = _courses(draft, held)
    asked = [only] if only is not None else draft.desk.knowledge.commitments(draft.as_of)
    return Chart(
        title=draft.say(mark("{member}: share of GDP for defence"), member=draft.party(member.id)),
        measure=draft.voice.text(mark("Share of GDP, in percent")),
        courses=courses,
        levels=_levels(draft, asked),
        source=charting.source(draft, drawn),
        alt=_alt(draft, headline, drawn[0]),
    )


def _courses(draft: Draft, held: tuple[Series, ...]) -> tuple[list[Series], tuple[Course, ...]]:
    """The newest edition that has a course of years. One that is newer and has a single year stands
    beside it as a point of its own; one that counted something else is drawn where it tells
    something else."""
    newest = held[0]
    main = next((each for each in held if len(each.by_year) > 1), newest)
    drawn, courses = [main], [_course(draft, main, dated=main is not newest)]
    if main is not newest:
        drawn.append(newest)
        courses.append(_course(draft, newest, dated=True))
    before = next(
        (
            each
            for each in held
            if each.edition.basis != main.edition.basis and len(each.by_year) > 1
        ),
        None,
    )
    if before is not None and _differ(before, main):
        drawn.append(before)
        courses.append(_course(draft, before, dated=True, kind="before"))
    return drawn, tuple(courses)


def _course(draft: Draft, series: Series, *, dated: bool, kind: charting.Kind = "past") -> Course:
    edition = series.edition
    if dated:
        day = edition.published_on
        month = draft.moment(PartialDate(day.year, day.month), edition.cites)
        name = draft.say(_THEN[edition.basis], edition=month)
    else:
        name = draft.say(_COUNTS[edition.basis])
    return charting.reported(draft, series, name).model_copy(update={"kind": kind})


def _differ(one: Series, other: Series) -> bool:
    both = one.by_year.keys() & other.by_year.keys()
    return not both or any(
        abs(one.by_year[year].value - other.by_year[year].value) >= _VISIBLE for year in both
    )


def _levels(draft: Draft, commitments: Iterable[Commitment]) -> tuple[Level, ...]:
    """What is agreed or proposed on the day, and what was agreed before. Where one commitment asked
    for the same as the one before it, that is one level."""
    found: list[tuple[Commitment, ShareTarget, int]] = []
    for each in commitments:
        for clause in each.clauses:
            if not isinstance(clause, ShareTarget) or not _is_drawn(draft, each, clause):
                continue
            start = each.history[0].on.year
            if found and found[-1][1].share == clause.share:
                start = found.pop()[2]
            found.append((each, clause, start))
    return tuple(charting.level(draft, clause, each, start=at) for each, clause, at in found)


def _is_drawn(draft: Draft, commitment: Commitment, clause: ShareTarget) -> bool:
    if clause.category not in _MEASURED or clause.bound != "at_least":
        return False
    change = commitment.status_on(draft.as_of)
    if change is None or change.status is Status.DEMANDED:
        return False
    asked = change.status in (Status.AGREED, Status.PROPOSED)
    return asked or any(each.status is Status.AGREED for each in commitment.history)


def _alt(draft: Draft, headline: Assessment, series: Series) -> Sentence:
    assert headline.share is not None
    shares = [rules.share_of(series, each) for each in series.by_year.values()]
    lowest = min(shares, key=lambda each: each.value)
    highest = max(shares, key=lambda each: each.value)
    values: Values = {
        "member": draft.party(headline.member.id, "inside"),
        "first": draft.figure(shares[0]),
        "start": draft.year_of(shares[0]),
        "lowest": draft.figure(lowest),
        "low_year": draft.year_of(lowest),
        "highest": draft.figure(highest),
        "high_year": draft.year_of(highest),
        "distance": _distance(draft, headline),
    }
    assert headline.series is not None
    if series is not headline.series:
        return draft.say(
            _WITH_POINT,
            edition=draft.published(series.edition),
            newest=draft.published(headline.series.edition),
            last=dated(draft, shares[-1]),
            point=dated(draft, headline.share),
            **values,
        )
    return draft.say(_LINE, last=dated(draft, headline.share), **values)


def _distance(draft: Draft, headline: Assessment) -> Sentence:
    clause, gap = headline.clause, headline.gap
    assert isinstance(clause, ShareTarget)
    assert gap is not None
    values = {
        "share": draft.figure(rules.floor_of(clause), places=shown_places(clause)),
        "gap": draft.figure(gap, absolute=True),
    }
    if gap.value <= 0:
        return draft.say(mark("The level of {share} is reached."), **values)
    if clause.by is None:
        return draft.say(mark("The level of {share} is {gap} above that."), **values)
    return draft.say(
        mark("The level of {share}, asked for by {year}, is {gap} above that."),
        year=draft.year(clause.by, clause.cites),
        **values,
    )
