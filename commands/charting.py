"""Lines, levels and words that the charts of several answers share."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from commands.briefing import Course, Figure, Level, Point, Sentence
from commands.clauses import shown_places
from commands.draft import Draft
from data import rules
from data.messages import mark
from data.rules import Commitment, Series, ShareTarget, Status, Step, Unit

_SOURCE: dict[tuple[bool, bool], str] = {
    (False, False): mark("Source: NATO, edition of {edition}."),
    (False, True): mark("Source: NATO, edition of {edition}; hollow points are estimates."),
    (True, False): mark("Source: NATO, editions of {editions} and {edition}."),
    (True, True): mark(
        "Source: NATO, editions of {editions} and {edition}; hollow points are estimates."
    ),
}
"""By: several editions, estimates among the figures."""
_AGREED: dict[bool, str] = {
    False: mark("agreed: {share}"),
    True: mark("agreed: {share} by {year}"),
}
_BEFORE = mark("agreed before: {share}")
_OPEN: dict[bool, str] = {
    False: mark("not agreed: {share}"),
    True: mark("not agreed: {share} by {year}"),
}
"""By: with a year to reach it by."""

Kind = Literal["past", "ahead", "before"]


def reported(draft: Draft, series: Series, name: Sentence) -> Course:
    """What one edition reports of a member, year by year."""
    points = (rules.share_of(series, each) for each in series.by_year.values())
    return Course(name=name, points=tuple(_point(draft, each) for each in points))


def planned(draft: Draft, shares: Iterable[Step], name: Sentence) -> Course:
    """Shares of a path, each with its year, from the last reported one on. Those that are worked
    out have to be in a derivation of the draft."""
    return Course(name=name, kind="ahead", points=tuple(_point(draft, each) for each in shares))


def level(
    draft: Draft, clause: ShareTarget, commitment: Commitment, *, start: int | None = None
) -> Level:
    """What a clause asks for, from the year in which it was made, or `start`, up to the one it
    names; what was agreed and holds no longer, as long as it held."""
    change = commitment.status_on(draft.as_of)
    share = draft.figure(rules.floor_of(clause), places=shown_places(clause))
    first = commitment.history[0].on.year if start is None else start
    if change is not None and change.status in _OVER and _was_agreed(commitment):
        name = draft.say(_BEFORE, share=share)
        return Level(name=name, value=share, start=first, end=change.on.year)
    agreed = change is not None and change.status is Status.AGREED
    template = (_AGREED if agreed else _OPEN)[clause.by is not None]
    if clause.by is None:
        name = draft.say(template, share=share)
    else:
        name = draft.say(template, share=share, year=draft.year(clause.by, clause.cites))
    return Level(name=name, value=share, start=first, end=clause.by, open=not agreed)


_OVER = (Status.SUPERSEDED, Status.WITHDRAWN)


def _was_agreed(commitment: Commitment) -> bool:
    return any(each.status is Status.AGREED for each in commitment.history)


def source(draft: Draft, series: Iterable[Series]) -> Sentence:
    """The editions that figures are from, and what the signs of the picture mean."""
    found = tuple(series)
    editions = {each.edition.id: draft.published(each.edition) for each in found}
    estimated = any(each.estimate for one in found for each in one.by_year.values())
    *before, last = (draft.say("{day}", day=each) for each in editions.values())
    template = _SOURCE[bool(before), estimated]
    if not before:
        return draft.say(template, edition=last)
    return draft.say(template, editions=_listed(draft, before), edition=last)


def _listed(draft: Draft, days: list[Sentence]) -> Sentence:
    first, *rest = days
    for each in rest:
        first = draft.say(mark("{first}, {second}"), first=first, second=each)
    return first


def _point(draft: Draft, step: Step) -> Point:
    """The year of a share is known from the same source or derivation as the share itself."""
    assert step.year is not None
    value = draft.figure(step)
    year = Figure(
        text=str(step.year),
        value=Decimal(step.year),
        unit=Unit.YEAR,
        citations=value.citations,
        step=value.step,
    )
    return Point(year=year, value=value)
