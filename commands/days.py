"""The days that people ask about: written in words, or named by what became known on them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from babel import Locale

from commands.asked import read_day
from commands.commitments import spellings
from commands.desk import Desk
from commands.voice import Voice
from commands.wording import Wordbook
from data.dates import PartialDate
from data.errors import QuestionError
from data.languages import LANGUAGES
from data.messages import mark
from data.names import ENGLISH
from data.names.text import key, words
from data.rules import Status

NO_SUCH_DAY = mark(
    "'{text}' is not a date we know. Did you mean {name}? A date is written 2025-06-05, 2025-06 or "
    "2025."
)

_CHANGED: dict[Status, str] = {
    Status.AGREED: mark("{title} agreed"),
    Status.PROPOSED: mark("{title} proposed"),
    Status.DEMANDED: mark("{title} demanded"),
    Status.SUPERSEDED: mark("{title} superseded"),
    Status.WITHDRAWN: mark("{title} withdrawn"),
}
_ON_DAY = mark("{what}, {day}")
_MADE = (Status.AGREED, Status.PROPOSED, Status.DEMANDED)

_SHAPE = re.compile(r"\d{1,4}(?:-\d{0,2}){0,2}", re.ASCII)
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|e|o|a)?", re.ASCII)
_IDEOGRAPHS = re.compile(r"(\d{4})[年년] ?(?:(\d{1,2})[月월] ?(?:(\d{1,2})[日일])?)?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})\.?", re.ASCII)
_MOST_CHARACTERS = 100
_MOST_ECHOED = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDay:
    """`what` happened on a day; `said` has the day in words, too, and `spelt` all the words that it
    is found by. Of one day's, the smaller `rank` comes first."""

    day: date
    what: str
    said: str
    spelt: str
    rank: int


def find_day(desk: Desk, text: str | None) -> date:
    """As `read_day`, but dates in words and days named by what happened are understood as well.

    `5 June 2025`, `June 2025`, `yesterday`, `The Hague declaration`. Raises QuestionError.
    """
    if text is None or len(text) > _MOST_CHARACTERS:
        return read_day(text, desk.today)
    written = in_words(desk, text)
    if written is not None:
        return read_day(str(written), desk.today)
    if not any(character.isalpha() for character in text) or _SHAPE.match(text.strip()):
        return read_day(text, desk.today)
    if not _says_more_than_a_date(desk, text):
        return read_day(text, desk.today)
    named = named_days(desk)
    book = Wordbook.of(each.spelt for each in named)
    if places := book.whole(text):
        return min((named[place] for place in places), key=_foremost).day
    near = sorted((named[place] for place in book.nearly(text)), key=_foremost)
    if not near:
        return read_day(text, desk.today)
    raise QuestionError(NO_SUCH_DAY, text=text.strip()[:_MOST_ECHOED], name=near[0].said)


def in_words(desk: Desk, text: str) -> PartialDate | None:
    """A date as the reader's language or English writes it, at the precision it has; None for
    anything else."""
    said = key(text)
    # Catalogues of all languages are not read for what is written in digits.
    away = _near().get(said) if said.isalpha() else None
    if away is not None:
        return PartialDate.of(desk.today - timedelta(days=away))
    in_figures = _DAY_FIRST.fullmatch(text.strip())
    if in_figures is not None:
        return _in_figures(in_figures, desk.locale)
    match = _IDEOGRAPHS.fullmatch(text.strip())
    try:
        if match is not None:
            year, month, day = (int(part) if part else None for part in match.groups())
            return None if year is None else PartialDate(year, month, day)
        return _with_month(words(text), desk.locale)
    except ValueError:
        return None


def _in_figures(match: re.Match[str], locale: Locale) -> PartialDate | None:
    """`5.6.2025`, with the day first as all but some English writes it: in English it is read only
    where it can be nothing else."""
    first, second, year = (int(part) for part in match.groups())
    is_english = locale.language == ENGLISH.language
    if is_english and first != second and first <= 12:
        return None
    try:
        return PartialDate(year, second, first)
    except ValueError:
        return None


@cache
def _near() -> dict[str, int]:
    """How many days ago: today and yesterday, in every language that is spoken here."""
    return {
        key(said): away
        for language in LANGUAGES
        for word, away in ((mark("today"), 0), (mark("yesterday"), 1))
        for said in (word, Voice.of(language).text(word))
    }


def named_days(desk: Desk) -> tuple[NamedDay, ...]:
    """Every day up to today on which something happened that is known, the newest first."""
    found = (*_statuses(desk), *_editions(desk), *_meetings(desk))
    return tuple(
        sorted(
            (each for each in found if each.day <= desk.today),
            key=lambda each: (-each.day.toordinal(), each.rank),
        )
    )


def _foremost(each: NamedDay) -> tuple[int, int]:
    return each.rank, -each.day.toordinal()


def _says_more_than_a_date(desk: Desk, text: str) -> bool:
    """A month alone names no day, whatever happened in it."""
    months = _months(desk.locale)
    return any(not word.isdecimal() and word not in months for word in words(text))


def _with_month(typed: list[str], locale: Locale) -> PartialDate | None:
    """`5 June 2025`, `June 5, 2025`, `June 2025`: one month by its name, and numbers."""
    if all(word.isdecimal() for word in typed):
        return None
    months, small = _months(locale), _between_words(locale)
    typed = [word for word in typed if word not in small]
    named = [months[word] for word in typed if word in months]
    numbers = [match[1] for word in typed if (match := _ORDINAL.fullmatch(word))]
    years = [word for word in typed if len(word) == 4 and word.isdecimal()]
    if (len(named), len(years)) != (1, 1) or len(numbers) > 1:
        return None
    if len(typed) != 2 + len(numbers):
        return None
    return PartialDate(int(years[0]), named[0], int(numbers[0]) if numbers else None)


@cache
def _months(locale: Locale) -> dict[str, int]:
    """The months by their names, whole and shortened: those of the reader's language before those
    of the others, where one has two meanings."""
    others = (Locale.parse(each) for each in LANGUAGES)
    return {
        key(name): number
        for each in (*others, ENGLISH, Locale("en", "GB"), locale)
        for form in ("abbreviated", "wide")
        for use in ("format", "stand-alone")
        for number, name in each.months[use][form].items()
        if not key(name).isdecimal()
    }


@cache
def _between_words(locale: Locale) -> frozenset[str]:
    """Words that stand in a date and say nothing, such as the `de` of Spanish."""
    quoted = re.findall("'([^']+)'", locale.date_formats["long"].pattern)
    return frozenset({"the", "of", "le", "el", *(word for each in quoted for word in words(each))})


def _statuses(desk: Desk) -> Iterator[NamedDay]:
    for commitment in desk.knowledge.commitments(desk.today):
        spelt = spellings(desk, commitment)
        for change in commitment.history:
            title = desk.voice.recorded(commitment.title)
            what = desk.voice.fill(_CHANGED[change.status], title=title)
            rank = 0 if change.status in _MADE else 4
            day = max(change.on.last, change.known_on.last)
            same = change.on.day is not None and day == change.on.last
            template = _ON_DAY if same else mark("{what}, known {day}")
            yield _named(desk, day, what, rank, spelt, template)


def _editions(desk: Desk) -> Iterator[NamedDay]:
    template = mark("NATO figures of {day}")
    for edition in desk.knowledge.ledger.editions:
        day = edition.published_on.last
        said = desk.voice.fill(template, day=desk.voice.date(edition.published_on))
        spelt = f"{said} {edition.title} {edition.id}"
        yield NamedDay(day=day, what=said, said=said, spelt=spelt, rank=1)


def _meetings(desk: Desk) -> Iterator[NamedDay]:
    say = desk.voice.fill
    for meeting in desk.knowledge.meetings(desk.today):
        starts, ends = meeting.starts, meeting.ends or meeting.starts
        if starts is None or ends is None or starts.day is None or meeting.cancelled:
            continue
        name = desk.voice.recorded(meeting.name)
        spelt = f"{name} {meeting.name} {meeting.city or ''}"
        if starts.first == ends.last:
            yield _named(desk, ends.last, name, 2, spelt)
            continue
        opens, closes = mark("{meeting} opens"), mark("{meeting} ends")
        yield _named(desk, ends.last, say(closes, meeting=name), 2, spelt)
        yield _named(desk, starts.first, say(opens, meeting=name), 3, spelt)


def _named(
    desk: Desk, day: date, what: str, rank: int, spelt: str, template: str = _ON_DAY
) -> NamedDay:
    said = desk.voice.fill(template, what=what, day=desk.voice.day(day))
    return NamedDay(day=day, what=what, said=said, spelt=f"{said} {spelt}", rank=rank)
