"""The day that a sum in a sentence is of."""

import re

from data.dates import PartialDate
from data.importers.article.dating import When
from data.importers.article.lines import pattern
from data.importers.article.scenes import Scene

_DAYS = re.compile(r"‹day#\d+›")
_SUMS = re.compile(r"‹(?:share|money)#\d+›")
_ASIDE = re.compile(r", (?:which|who|that) [^,;]*,")
_WAS_PASSED = re.compile(
    r"(?<!\S)than $|, (?:given|approved|launched|announced|agreed|adopted|signed|cleared|passed|"
    r"presented|voted)(?: (?![‹,])\S+){0,4} $"
)
"""Before a day on which a programme was passed, or with which it is compared, rather than the one
until which it runs."""
_FOR_NEXT = re.compile(r" for next(?= [,.;]|$)")
"""`For this year , and 4.7 % for next`."""
_NOW = pattern("now|currently|at present|today|present")
_AHEAD = frozenset({"by", "in", "from", "for", "until", "before", "within", ""})


def year(scene: Scene, match: re.Match[str], before: int | None) -> tuple[int | None, bool]:
    """The year in which a sum was spent, and whether the text says it itself; `before` is the one
    that the sentences before spoke of."""
    when = _nearest_year(scene, match)
    if when is not None:
        return when.behind.year, when.written
    if before is not None:
        return before, False
    return (scene.published.year if _NOW.search(scene.text) else None), False


def _nearest_year(scene: Scene, match: re.Match[str]) -> When | None:
    """The last between what is spoken of and the sum; else the next behind it, unless another sum
    comes first; else the last before it."""
    place = match.start("sum")
    years = [(at, when) for at, when in _days(scene) if when.behind.month is None]
    inside = [when for at, when in years if match.start() < at < place]
    before = [when for at, when in years if at < place]
    behind = [(at, when) for at, when in years if at > place]
    if inside or not behind:
        return (inside or before or [None])[-1]
    at, when = behind[0]
    is_of_another = _SUMS.search(scene.text, match.end("sum"), at) is not None
    if is_of_another:
        return before[-1] if before else None
    return when


def deadline(scene: Scene, match: re.Match[str]) -> PartialDate | None:
    """By when a sum is to be reached: the day told behind it, else before it; its year alone where
    the day is no deadline."""
    place = match.start("sum")
    if _FOR_NEXT.match(scene.text, match.end("sum")):
        return PartialDate(scene.published.year + 1)
    days = _days(scene)
    further = _SUMS.search(scene.text, match.end("sum"))
    until = further.start() if further is not None else len(scene.text)
    behind = [
        when
        for at, when in days
        if place < at < until and _WAS_PASSED.search(scene.text, place, at) is None
    ]
    asides = [each.span() for each in _ASIDE.finditer(scene.text)]
    inside = [
        when
        for at, when in days
        if match.start() < at < place and not any(a < at < b for a, b in asides)
    ]
    for when in (*behind, *reversed(inside)):
        if when.ahead.last >= scene.published and when.word in _AHEAD:
            is_deadline = when.ahead.day is None or when.word == "by"
            return when.ahead if is_deadline else PartialDate(when.ahead.year)
    return _year_before(scene, [when for at, when in days if at < match.start()])


def _year_before(scene: Scene, days: list[When]) -> PartialDate | None:
    for when in reversed(days):
        if when.ahead.month is None and when.ahead.year >= scene.published.year:
            return PartialDate(when.ahead.year)
    return None


def _days(scene: Scene) -> list[tuple[int, When]]:
    """All days of a sentence with their places."""
    found = [(e.start(), scene.marked.thing(e.group()).value) for e in _DAYS.finditer(scene.text)]
    return [(at, value) for at, value in found if isinstance(value, When)]
