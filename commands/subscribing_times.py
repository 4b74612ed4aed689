"""Times of day, days of the week and hours of grace, as people write them."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import time, timedelta
from functools import cache

from babel import Locale

from commands.suggestions import Suggestion
from commands.voice import Voice
from data.errors import QuestionError
from data.messages import mark
from data.names import ENGLISH
from data.names.text import MOST_CHARACTERS, Query, key, words
from data.subscriptions.model import EVERY_DAY, LATEST, MONDAY_TO_FRIDAY

NOT_A_TIME = mark("'{text}' is not a time of day. Write it like 8:30, 19:05 or 7 pm.")
NOT_DAYS = mark(
    "'{text}' names no days of the week. Write every day, weekdays, Monday to Thursday, or Monday, "
    "Wednesday and Friday."
)
NOT_HOURS = mark("'{text}' is no number of hours from 0 to {most}. Write for example 6.")

DAILY = mark("every day")
WEEKDAYS = mark("weekdays")
WEEKENDS = mark("weekends")
EACH = (
    mark("Mondays"),
    mark("Tuesdays"),
    mark("Wednesdays"),
    mark("Thursdays"),
    mark("Fridays"),
    mark("Saturdays"),
    mark("Sundays"),
)
SATURDAY_AND_SUNDAY = EVERY_DAY - MONDAY_TO_FRIDAY

_SETS = (
    (DAILY, EVERY_DAY),
    (WEEKDAYS, MONDAY_TO_FRIDAY),
    (WEEKENDS, SATURDAY_AND_SUNDAY),
    *((name, frozenset({day})) for day, name in enumerate(EACH)),
)
"""What the whole text may be, in the order in which it is offered."""
_ALSO = {
    "daily": EVERY_DAY,
    "everyday": EVERY_DAY,
    "all": EVERY_DAY,
    "weekday": MONDAY_TO_FRIDAY,
    "workdays": MONDAY_TO_FRIDAY,
    "weekend": SATURDAY_AND_SUNDAY,
}

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})"
    r"(?:\s*(?:[:.,h時시點点]|uhr|heures?|horas?)\s*(?P<minute>\d{2})?)?"
    r"\s*[分분]?",
    re.ASCII,
)
_FOUR_DIGITS = re.compile(r"(\d{2})(\d{2})", re.ASCII)
_AROUND = re.compile(r"^(?:at|um|alle|a las|à)\s+|\s*o.?\s?clock$")
_NAMED = {"noon": time(12), "midday": time(12), "midnight": time(0)}
_UNSPACED = re.compile(r"[\s.]")
_TO = frozenset({"to", "till", "until", "through"})
_AND = frozenset({"and", "on", "every", "each"})
_DASH = re.compile(r"\s*[-\u2010-\u2015~\u301c\uff5e]\s*")


def read_time(text: str, voice: Voice) -> time:
    """A time of day to the minute. Raises QuestionError for what is none."""
    typed = _AROUND.sub("", _digits(text).strip().casefold())
    found = _NAMED.get(key(typed)) if len(typed) <= MOST_CHARACTERS else None
    if found is None and len(typed) <= MOST_CHARACTERS:
        found = _on_the_clock(typed, voice.locale)
    if found is None:
        raise QuestionError(NOT_A_TIME, text=echoed(text))
    return found


def read_days(text: str, voice: Voice) -> frozenset[int]:
    """Days of the week, at least one; Monday is 0. Raises QuestionError."""
    found = _named_days(text, voice) if len(text) <= MOST_CHARACTERS else frozenset[int]()
    if not found:
        raise QuestionError(NOT_DAYS, text=echoed(text))
    return found


def read_hours(text: str) -> timedelta:
    """How late a digest may be, in whole hours. Raises QuestionError."""
    digits = _digits(text).strip()
    most = LATEST // timedelta(hours=1)
    if not digits.isdecimal() or len(digits) > 2 or int(digits) > most:
        raise QuestionError(NOT_HOURS, text=echoed(text), most=most)
    return timedelta(hours=int(digits))


def offered_days(voice: Voice, typed: str) -> list[Suggestion]:
    """What can be chosen for days of the week, and what was typed where it names some."""
    begun = key(typed[:MOST_CHARACTERS])
    known = [(voice.text(name), name) for name, _ in _SETS]
    offered = [
        Suggestion(said, said, said)
        for said, name in known
        if key(said).startswith(begun) or key(name).startswith(begun)
    ]
    asked = _named_days(typed, voice) if len(typed) <= MOST_CHARACTERS else frozenset[int]()
    if asked and not offered:
        said = say_days(asked, voice)
        offered.append(Suggestion(said, typed.strip(), said))
    return offered


def say_days(days: frozenset[int], voice: Voice) -> str:
    """`weekdays`, or `Mon, Wed and Fri` for what has no name of its own."""
    from babel.lists import format_list

    for name, those in _SETS:
        if days == those:
            return voice.text(name)
    names = voice.locale.days["format"]["abbreviated"]
    return format_list([names[day] for day in sorted(days)], locale=voice.locale)


def say_time(at: time, voice: Voice) -> str:
    from babel.dates import format_time

    return format_time(at, "short", locale=voice.locale)


def echoed(text: str) -> str:
    """What somebody typed, for a sentence that says what is wrong with it."""
    return Query.of(text[:MOST_CHARACTERS]).echo


def _digits(text: str) -> str:
    """Digits of every script as plain ones, and wide letters as narrow ones."""
    return "".join(
        str(unicodedata.decimal(each)) if each.isdecimal() else each
        for each in unicodedata.normalize("NFKC", text)
    )


def _on_the_clock(typed: str, locale: Locale) -> time | None:
    if (four := _FOUR_DIGITS.fullmatch(typed)) is not None:
        return _valid(int(four[1]), int(four[2]))
    half, bare = _half(typed, locale)
    match = _CLOCK.fullmatch(bare)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if half is None:
        return _valid(hour, minute)
    if not 1 <= hour <= 12:
        return None
    return _valid(hour % 12 + 12 * half, minute)


def _half(typed: str, locale: Locale) -> tuple[int | None, str]:
    """Which half of the day is meant, if one is named before or after the time, and the rest."""
    for half, names in enumerate(_periods(locale)):
        for name in names:
            pattern = r"\.?\s*".join(map(re.escape, name)) + r"\.?"
            for place in (rf"(.*\d)\s*{pattern}", rf"{pattern}\s*(\d.*)"):
                if (match := re.fullmatch(place, typed)) is not None:
                    return half, match[1].strip()
    return None, typed


@cache
def _periods(locale: Locale) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the two halves of the day, without blanks and points."""
    named = locale.day_periods["format"].values()
    before, after = (
        {english, *(_UNSPACED.sub("", of.get(english, english).casefold()) for of in named)}
        for english in ("am", "pm")
    )
    return tuple(sorted(before)), tuple(sorted(after))


def _valid(hour: int, minute: int) -> time | None:
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _named_days(text: str, voice: Voice) -> frozenset[int]:
    """None where anything in the text names no day."""
    whole = key(text)
    for name, days in _SETS:
        if whole in (key(name), key(voice.text(name))):
            return days
    if whole in _ALSO:
        return _ALSO[whole]
    named, found = _weekdays(voice.locale), set[int]()
    steps = [_DASH.sub(" to ", part) for part in re.split(r"[,;/+&]", text)]
    for part in steps:
        days = _run(words(part), named)
        if days is None:
            return frozenset()
        found |= days
    return frozenset(found)


def _run(typed: list[str], named: Mapping[str, int]) -> set[int] | None:
    """Days and stretches of days; a stretch may go over a weekend. None for anything else."""
    found: set[int] = set()
    last: int | None = None
    is_open = False
    for word in typed:
        if word in _TO and last is not None:
            is_open = True
            continue
        if word in _AND and not is_open:
            continue
        day = named.get(word)
        if day is None:
            return None
        if is_open and last is not None:
            found |= {(last + step) % 7 for step in range((day - last) % 7 + 1)}
        found.add(day)
        last, is_open = day, False
    return None if is_open else found


@cache
def _weekdays(locale: Locale) -> Mapping[str, int]:
    """Days of the week by their names, whole and shortened, in English and in a language."""
    names = {
        key(name): day
        for each in (ENGLISH, Locale("en", "GB"), locale)
        for use in ("format", "stand-alone")
        for form in ("abbreviated", "wide")
        for day, name in each.days[use][form].items()
    }
    plural = {key(name): day for day, name in enumerate(EACH)}
    return {**names, **plural, "tues": 1, "weds": 2, "thurs": 3, "thur": 3}
