"""On which days a meeting is, by the words around its mention."""

import re
from datetime import date, timedelta

from data.dates import PartialDate
from data.importers.article.dating import When
from data.importers.article.lines import pattern
from data.importers.article.marking import Marked
from data.importers.article.meet import SUMMITS, Meet
from data.importers.article.mood import is_ahead
from data.importers.article.things import Place, Thing
from data.importers.article.vocabulary.mentions import (
    ENDED,
    ENDING,
    EVE,
    NEXT_DAY,
    PAST,
    SPOKEN,
    WHEN_THEY,
)

_PAST = pattern(PAST)
_IN_A_DIARY = re.compile(r"^‹day#\d+› :")
_EVE = re.compile(EVE)
_ENDING = re.compile(rf"(?<!\S){ENDING} (?:\S+ ){{0,3}}$")
_SPOKEN = re.compile(SPOKEN)
_WHEN_THEY = re.compile(WHEN_THEY)
_NEXT_DAY = re.compile(rf"(?: \S+){{0,10}}? {NEXT_DAY}")
_ENDED = re.compile(rf"(?: (?!;)\S+){{0,8}}? {ENDED}(?!\S)")
_DAYS = re.compile(r"\b(two|three) days?\b")
_COUNTED = {"two": 2, "three": 3}
_JUST_OVER = 2
"""Days since a day of the week that is likelier the past one, where nothing speaks of what is to
come."""
_FAR_DAYS = 8
"""Words of a meeting's name or behind it that may tell how many days it lasts."""


def day_of(when: When, said: str, published: date) -> PartialDate:
    """Ahead or behind, by the words around it; of days written out, the nearer one."""
    if when.ahead == when.behind or is_ahead(said):
        return when.ahead
    if not when.written and _IN_A_DIARY.match(said) and _PAST.search(said) is None:
        return when.ahead
    behind, ahead = (abs((each.first - published).days) for each in (when.behind, when.ahead))
    is_nearer = behind < ahead
    if not when.written:
        is_just_over = is_nearer and behind <= _JUST_OVER
        return when.behind if is_just_over or _PAST.search(said) is not None else when.ahead
    return when.behind if is_nearer else when.ahead


def date_by_words(found: Meet, marked: Marked, thing: Thing, before: str, behind: str) -> None:
    """Adds what the words before and behind tell of first and last day."""
    _count_from_the_eve(found, marked, before)
    _date_by_what_was_said(found, marked, before)
    _count_days(found, marked, thing, behind)
    _end(found, before)


def _count_from_the_eve(found: Meet, marked: Marked, before: str) -> None:
    """`On Wednesday , on the eve of a meeting`."""
    eve = _EVE.search(before)
    day = marked.value(eve, "day") if eve is not None else None
    if found.starts is None and isinstance(day, When) and day.behind.day:
        later = timedelta(days=0 if eve is not None and eve["same"] else 1)
        found.starts = PartialDate.of(day.behind.first + later)
        found.written = False


def _date_by_what_was_said(found: Meet, marked: Marked, before: str) -> None:
    """`Said on Thursday at a meeting`, `said in Bucharest on Wednesday , when ministers`."""
    said = _SPOKEN.search(before) or _WHEN_THEY.search(before)
    if said is None or found.kind is None:
        return
    day = marked.value(said, "day") if found.starts is None else None
    if isinstance(day, When) and day.behind.day and found.kind not in SUMMITS:
        found.starts, found.written = day.behind, day.written
    place = marked.value(said, "place") if "place" in said.groupdict() else None
    if isinstance(place, Place) and found.city is None:
        found.city, found.country = place.city, place.country


def _end(found: Meet, before: str) -> None:
    """The day on which a meeting of several days ended, rather than began."""
    spoken = _SPOKEN.search(before)
    is_after = spoken is not None and spoken["how"].startswith(("after", "following", "at the"))
    is_after |= before.endswith(("after ", "following "))
    if found.starts and found.ends is None and found.days and (is_after or _ENDING.search(before)):
        found.ends, found.starts = found.starts, None


def _count_days(found: Meet, marked: Marked, thing: Thing, behind: str) -> None:
    """The days of `the two-day summit`, and its last day where that is the one told."""
    tokens = marked.sentence.tokens[thing.first : thing.last + _FAR_DAYS]
    lasts = _DAYS.search(" ".join(each.key for each in tokens))
    found.days = _COUNTED[lasts[1]] if lasts is not None else None
    if _NEXT_DAY.match(behind) is not None:
        found.days = 2
    elif found.starts is not None and _ENDED.match(behind) is not None:
        found.ends, found.starts = found.starts, None
