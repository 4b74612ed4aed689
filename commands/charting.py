"""Lines, levels and words that the charts of several answers share."""

from collections.abc import Iterable
from decimal import Decimal

from commands.briefing import Course, Figure, Level, Point, Sentence
from commands.clauses import shown_places
from commands.draft import Draft
from data import rules
from data.messages import mark
from data.rules import Commitment, Series, ShareTarget, Status, Step, Unit

_SOURCE: dict[bool, str] = {
    False: mark("Source: NATO, edition of {edition}."),
    True: mark("Source: NATO, edition of {edition}; hollow points are estimates."),
}
_LEVELS: dict[tuple[bool, bool], str] = {
    (True, False): mark("agreed: {share}"),
    (True, True): mark("agreed: {share} by {year}"),
    (False, False): mark("not agreed: {share}"),
    (False, True): mark("not agreed: {share} by {year}"),
}


def reported(draft: Draft, series: Series, name: Sentence) -> Course:
    """What one edition reports of a member, year by year."""
    points = (rules.share_of(series, each) for each in series.by_year.values())
    return Course(name=name, points=tuple(_point(draft, each) for each in points))


def planned(draft: Draft, shares: Iterable[Step], name: Sentence) -> Course:
    """Shares of a path, each with its year, from the last reported one on. Those that are worked
    out have to be in a derivation of the draft."""
    return Course(name=name, kind="ahead", points=tuple(_point(draft, each) for each in shares))


def level(draft: Draft, clause: ShareTarget, commitment: Commitment) -> Level:
    """What a clause asks for, from the year in which it was made up to the one it names."""
    status = commitment.status_on(draft.as_of)
    agreed = status is not None and status.status is Status.AGREED
    share = draft.figure(rules.floor_of(clause), places=shown_places(clause))
    template = _LEVELS[agreed, clause.by is not None]
    if clause.by is None:
        name = draft.say(template, share=share)
    else:
        name = draft.say(template, share=share, year=draft.year(clause.by, clause.cites))
    start = commitment.history[0].on.year
    return Level(name=name, value=share, start=start, end=clause.by, open=not agreed)


def source(draft: Draft, series: Iterable[Series]) -> Sentence:
    """The editions that figures are from, and what the signs of the picture mean."""
    found = tuple(series)
    editions = list(dict.fromkeys(each.edition for each in found))
    estimated = any(each.estimate for one in found for each in one.by_year.values())
    told = [draft.say(_SOURCE[estimated], edition=draft.published(each)) for each in editions]
    return told[0] if len(told) == 1 else _joined(draft, told)


def _joined(draft: Draft, sentences: list[Sentence]) -> Sentence:
    first, *rest = sentences
    for each in rest:
        first = draft.say(mark("{first} {second}"), first=first, second=each)
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
