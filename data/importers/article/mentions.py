"""How one mention of a meeting is read: what its sentence tells of it."""

import re
from datetime import date, timedelta

from data.dates import PartialDate
from data.facts.records import MeetingKind
from data.importers.article.countries import is_country
from data.importers.article.dating import When
from data.importers.article.lines import pattern
from data.importers.article.marking import Marked
from data.importers.article.meet import SUMMITS, Meet
from data.importers.article.mentioned_with import told_with
from data.importers.article.mood import Mood, is_ahead, is_denied, mood
from data.importers.article.things import Party, Place, Thing
from data.importers.article.vocabulary.cities import CAPITAL_OF
from data.importers.article.vocabulary.meetings import GATHERED
from data.importers.article.vocabulary.mentions import (
    COMES,
    ENDED,
    ENDING,
    EVE,
    HELD,
    MOVED,
    MOVED_PLACE,
    MOVED_TO,
    NEXT_DAY,
    OFF,
    PAST,
    SET,
    SPOKEN,
    WHEN_THEY,
)

_GATHERING = re.compile(r"‹gathering#\d+›")
_PAST = pattern(PAST)
_SET = pattern(SET)
_MOVED_TO = pattern(MOVED_TO)
_IN_A_DIARY = re.compile(r"^‹day#\d+› :")
_MOVED = re.compile(MOVED)
_MOVED_PLACE = pattern(MOVED_PLACE)
_COMES = re.compile(rf"(?<!\S){COMES}(?: \S+){{0,2}} $")
_DAY_BEHIND = re.compile(r"^(?: in ‹\w+#\d+›)? ‹day#")
_NEXT_DAY = re.compile(rf"(?: \S+){{0,10}}? {NEXT_DAY}")
_ENDED = re.compile(rf"(?: (?!;)\S+){{0,8}}? {ENDED}(?!\S)")
# Of the meeting itself: somebody's trip to it may be cancelled as well.
_WILL_NOT = re.compile(r"(?: (?!;|‹person)\S+){0,10}? will not (?:take place|be held|go ahead)")
_IS_OFF = re.compile(rf"(?: (?!;|‹person)\S+){{0,12}}? (?:been|was|were|is) {OFF}(?!\S)")
_OFF = re.compile(rf"(?<!\S){OFF} (?:\S+ ){{0,2}}$")
_EVE = re.compile(EVE)
_ENDING = re.compile(rf"(?<!\S){ENDING} (?:\S+ ){{0,3}}$")
_SPOKEN = re.compile(SPOKEN)
_WHEN_THEY = re.compile(WHEN_THEY)
_GATHERED = re.compile(rf"^{GATHERED} ")
_OPENING = re.compile(
    r"^(?:(?P<one>‹gathering#\d+›)|gathered|assembled|convened)(?: (?!,)\S+){0,5} , "
    r"(?P<other>‹gathering#\d+›) \S+"
)
_DAYS = re.compile(r"\b(two|three) days?\b")
_COUNTED = {"two": 2, "three": 3}
_JUST_OVER = 2
"""Days since a day of the week that is likelier the past one, where nothing speaks of what is to
come."""
_FAR_DAYS = 8
"""Words of a meeting's name or behind it that may tell how many days it lasts."""
_NEAR = 60
"""Characters around a meeting that tell whether it is past, and where it is to be."""


def mention(marked: Marked, thing: Thing, kind: MeetingKind | None, published: date) -> Meet:
    """The meeting that a thing of a sentence stands for, as far as this sentence tells it."""
    text = marked.text
    tag = next(e for e in _GATHERING.finditer(text) if marked.thing(e.group()) is thing)
    found = Meet(kind)
    said = text[: _end_of_telling(text, tag)]
    told = [span for span, each in told_with(marked, tag) if _add(found, each, said, published)]
    _count_from_the_eve(found, marked, text[: tag.start()])
    _date_by_what_was_said(found, marked, text[: tag.start()])
    _count_days(found, marked, thing, text[tag.end() :])
    _end(found, text[: tag.start()])
    found.cancelled = _is_cancelled(text[: tag.start()], text[tag.end() :])
    is_dated = found.starts is not None or found.ends is not None
    found.told = is_dated or (bool(told) and _is_set(text, tag))
    _move(found, marked, text[tag.end() :])
    if _is_somebodys_day(found, text[: tag.start()], text[tag.end() :]):
        found.starts = found.ends = None
        found.told = False
    if found.told and _is_doubtful(marked, tag):
        found.told = False
    spans = [tag.span(), *told]
    found.quotes.append((marked, *marked.quote(min(a for a, _ in spans), max(b for _, b in spans))))
    return found


def _end_of_telling(text: str, tag: re.Match[str]) -> int:
    """How far words may tell whether a meeting is past: `Meeting in Brussels on Thursday ,
    ministers agreed` does so with its verb, whatever that is followed by."""
    opening = _OPENING.match(text)
    is_it = opening is not None and tag.start() in (opening.start("one"), opening.start("other"))
    return opening.end() if opening is not None and is_it else tag.end() + _NEAR


def _add(found: Meet, told: Thing, said: str, published: date) -> bool:
    """Adds a place or a day to a meeting; False where it has one already."""
    match told.value:
        case Place(city=city, country=country) if found.city is None and found.country in (
            None,
            country,
        ):
            found.city, found.country = city, country
        case Party(code=code, adjective=False) if found.country is None and is_country(code):
            found.country = code
        case When(word="until" | "through") as when if found.ends is None:
            found.ends = _day_of(when, said, published)
        case When() as when if found.starts is None:
            found.starts = _day_of(when, said, published)
            found.ends, found.written = when.ends_with(found.starts), when.written
        case _:
            return False
    return True


def _day_of(when: When, said: str, published: date) -> PartialDate:
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


def _count_from_the_eve(found: Meet, marked: Marked, before: str) -> None:
    """`On Wednesday , on the eve of a meeting`."""
    eve = _EVE.search(before)
    day = marked.value(eve, "day") if eve is not None else None
    if found.starts is None and isinstance(day, When) and day.behind.day:
        found.starts = PartialDate.of(day.behind.first + timedelta(days=1))
        found.written = False


def _date_by_what_was_said(found: Meet, marked: Marked, before: str) -> None:
    """`Said on Thursday at a meeting`, `said in Bucharest on Wednesday , when ministers`."""
    said = _SPOKEN.search(before) or _WHEN_THEY.search(before)
    if said is None or found.starts is not None or found.kind is None:
        return
    day = marked.value(said, "day")
    if isinstance(day, When) and day.behind.day and found.kind not in SUMMITS:
        found.starts, found.written = day.behind, day.written
    place = marked.value(said, "place") if "place" in said.groupdict() else None
    if isinstance(place, Place) and found.city is None:
        found.city, found.country = place.city, place.country


def _end(found: Meet, before: str) -> None:
    """The day on which a meeting of several days ended, rather than began."""
    spoken = _SPOKEN.search(before)
    is_after = spoken is not None and spoken["how"].startswith(("after", "following", "at the"))
    if found.starts and found.ends is None and found.days and (is_after or _ENDING.search(before)):
        found.ends, found.starts = found.starts, None


def _count_days(found: Meet, marked: Marked, thing: Thing, behind: str) -> None:
    """The days of `the two-day summit`, and its last day where that is the one told."""
    tokens = marked.sentence.tokens[thing.first : thing.last + _FAR_DAYS]
    lasts = _DAYS.search(" ".join(each.key for each in tokens))
    found.days = _COUNTED[lasts[1]] if lasts is not None else None
    if _NEXT_DAY.match(behind) is not None:
        found.days = 2
    if found.starts is not None and _ENDED.match(behind) is not None:
        found.ends, found.starts = found.starts, None


def _is_cancelled(before: str, behind: str) -> bool:
    is_off = _WILL_NOT.match(behind) or _IS_OFF.match(behind) or _OFF.search(before)
    return is_off is not None


def _is_set(text: str, tag: re.Match[str]) -> bool:
    """Whether a place is where the meeting is to be, rather than a part of its name."""
    return _SET.search(text[max(0, tag.start() - _NEAR) : tag.end() + _NEAR]) is not None


def _move(found: Meet, marked: Marked, behind: str) -> None:
    """Of a meeting that is moved, the new day counts."""
    moved = _MOVED_TO.search(behind)
    if moved is not None:
        day = marked.thing(moved[1]).value
        found.starts, found.ends = (day.ahead, day.ends) if isinstance(day, When) else (None, None)
    placed = _MOVED_PLACE.search(behind)
    place = marked.value(placed, "place") if placed is not None else None
    if isinstance(place, Party) and place.code in CAPITAL_OF:
        place = Place(CAPITAL_OF[place.code].title(), place.code)
    if isinstance(place, Place):
        found.city, found.country = place.city, place.country
        found.told = True
    if found.ends is not None and _MOVED.search(marked.text) is not None:
        found.starts, found.ends = found.ends, None


def _is_somebodys_day(found: Meet, before: str, behind: str) -> bool:
    """`Joins the summit on Wednesday` tells when he comes, not when it begins."""
    is_behind = _DAY_BEHIND.match(behind) is not None
    is_so = is_behind and not found.written and found.kind in SUMMITS
    return is_so and _COMES.search(before) is not None


def _is_doubtful(marked: Marked, tag: re.Match[str]) -> bool:
    how = mood(marked.text, tag.start())
    if is_denied(marked.text, tag.start()):
        return True
    return how in (Mood.CONDITIONAL, Mood.HEARSAY) and marked.search(HELD) is None
