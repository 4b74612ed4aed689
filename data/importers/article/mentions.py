"""How one mention of a meeting is read: what its sentence tells of it."""

import re
from datetime import date

from data.facts.records import MeetingKind
from data.importers.article.countries import is_country
from data.importers.article.dating import When
from data.importers.article.lines import pattern
from data.importers.article.marking import Marked
from data.importers.article.meet import SUMMITS, Meet
from data.importers.article.mentioned_days import date_by_words, day_of
from data.importers.article.mentioned_with import told_with
from data.importers.article.mood import Mood, is_denied, mood
from data.importers.article.things import Party, Place, Thing
from data.importers.article.vocabulary.cities import CAPITAL_OF
from data.importers.article.vocabulary.mentions import (
    COMES,
    HELD,
    MOVED,
    MOVED_PLACE,
    MOVED_TO,
    OFF,
    SET,
)

_GATHERING = re.compile(r"‹gathering#\d+›")
_SET = pattern(SET)
_MOVED_TO = pattern(MOVED_TO)
_MOVED = re.compile(MOVED)
_MOVED_PLACE = pattern(MOVED_PLACE)
_COMES = re.compile(rf"(?<!\S){COMES}(?: \S+){{0,2}} $")
_DAY_BEHIND = re.compile(r"^(?: in ‹\w+#\d+›)? ‹day#")
# Of the meeting itself: somebody's trip to it may be cancelled as well.
_WILL_NOT = re.compile(r"(?: (?!;|‹person)\S+){0,10}? will not (?:take place|be held|go ahead)")
_IS_OFF = re.compile(rf"(?: (?!;|‹person)\S+){{0,12}}? (?:been|was|were|is) {OFF}(?!\S)")
_OFF = re.compile(rf"(?<!\S){OFF} (?:\S+ ){{0,2}}$")
_OPENING = re.compile(
    r"^(?:(?P<one>‹gathering#\d+›)|gathered|assembled|convened)(?: (?!,)\S+){0,5} , "
    r"(?P<other>‹gathering#\d+›) \S+"
)
_NEAR = 60
"""Characters around a meeting that tell whether it is past, and where it is to be."""


def mention(marked: Marked, thing: Thing, kind: MeetingKind | None, published: date) -> Meet:
    """The meeting that a thing of a sentence stands for, as far as this sentence tells it."""
    text = marked.text
    tag = next(e for e in _GATHERING.finditer(text) if marked.thing(e.group()) is thing)
    found = Meet(kind)
    said = text[: _end_of_telling(text, tag)]
    told = [span for span, each in told_with(marked, tag) if _add(found, each, said, published)]
    before, behind = text[: tag.start()], text[tag.end() :]
    date_by_words(found, marked, thing, before, behind)
    found.cancelled = _is_cancelled(before, behind)
    is_dated = found.starts is not None or found.ends is not None
    is_told = bool(told) and (found.cancelled or _is_set(text, tag))
    found.told = is_dated or is_told
    _move(found, marked, behind)
    if _is_somebodys_day(found, before, behind):
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
            found.ends = day_of(when, said, published)
        case When() as when if found.starts is None:
            found.starts = day_of(when, said, published)
            found.ends, found.written = when.ends_with(found.starts), when.written
        case _:
            return False
    return True


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
