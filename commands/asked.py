"""What was asked: days and meetings as people type them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal

from commands.desk import Desk
from commands.voice import Voice
from data import languages
from data.dates import PartialDate
from data.errors import QuestionError
from data.facts.records import Meeting
from data.messages import mark

Kind = Literal[
    "member",
    "members",
    "group",
    "meeting",
    "commitment",
    "clause",
    "subject",
    "edition",
    "year",
    "day",
    "points",
    "growth",
    "shape",
    "without",
    "position",
    "term",
]
"""What can be asked for: by its name, out of a closed set, or as a number or a day; a subject is a
member, a meeting, a commitment or any one fact."""

_MOST_ECHOED = 40
_SURE = 85
_NEAR = 65


def read_day(text: str | None, today: date) -> date:
    """The day an answer is to hold as of: the end of a year or month, today where none is given.

    A year or month that is still running ends today; a day ahead of today is a QuestionError, and
    so is a time of day: what was known is kept by the day.
    """
    if text is None:
        return today
    asked = PartialDate.parse(_short(text), times=False)
    if asked.first > today:
        raise QuestionError(
            mark("{asked} is still ahead and its facts are not known. Ask for {today} or earlier."),
            asked=asked,
            today=today,
        )
    return min(asked.last, today)


def _short(text: str) -> str:
    """What is too long for a date is refused by its beginning."""
    written = text.strip()
    return text if len(written) <= _MOST_ECHOED else f"{written[:_MOST_ECHOED]}…"


def next_meeting(meetings: Sequence[Meeting], as_of: date, kinds: Sequence[str]) -> Meeting | None:
    """The first meeting of these kinds that is not over on `as_of`."""
    for meeting in meetings:
        if meeting.kind in kinds and not meeting.cancelled and not is_over(meeting, as_of):
            return meeting
    return None


def is_over(meeting: Meeting, as_of: date) -> bool:
    end = meeting.ends or meeting.starts
    return end is not None and end.last < as_of


def find_meeting(desk: Desk, text: str, as_of: date) -> Meeting:
    """The meeting meant by its name, its city, its host or its key, with or without a year."""
    # Only a question that names a meeting pays for importing the matcher.
    from rapidfuzz import process, utils

    meetings = desk.knowledge.meetings(as_of)
    for meeting in meetings:
        if meeting.meeting == text.strip():
            return meeting
    text = _name_of_key(desk, text)
    scores = _scores(text, {each.meeting: _spellings(desk, each) for each in meetings})
    if max(scores.values(), default=0) < _SURE:
        scores = _scores(text, {each.meeting: _in_other_languages(each) for each in meetings})
    best = max(scores.values(), default=0)
    if best >= _SURE:
        matching = [meeting for meeting in meetings if scores[meeting.meeting] == best]
        # A city has several meetings: the one to come, or else the latest, is meant.
        return next_meeting(matching, as_of, [each.kind for each in matching]) or matching[-1]
    near = process.extract(
        text,
        [desk.voice.recorded(meeting.name) for meeting in meetings],
        processor=utils.default_process,
        score_cutoff=_NEAR,
        limit=1,
    )
    if near:
        raise QuestionError(
            mark("No meeting called '{text}' was known on {day}. Did you mean {name}?"),
            text=text[:_MOST_ECHOED],
            day=as_of,
            name=near[0][0],
        )
    if not meetings:
        raise QuestionError(mark("No meeting was known on {day}."), day=as_of)
    raise QuestionError(
        mark("No meeting called '{text}' was known on {day}. Write its city, such as {city}."),
        text=text[:_MOST_ECHOED],
        day=as_of,
        city=next(
            (each.city for each in reversed(meetings) if each.city),
            desk.voice.recorded(meetings[-1].name),
        ),
    )


def _scores(text: str, found: Mapping[str, Iterable[str]]) -> dict[str, float]:
    """How near `text` is to the nearest of the names of each meeting, up to 100."""
    from rapidfuzz import fuzz, utils

    return {
        key: max(
            fuzz.token_set_ratio(text, name, processor=utils.default_process) for name in names
        )
        for key, names in found.items()
    }


def _name_of_key(desk: Desk, text: str) -> str:
    """The name behind the key of a meeting known by now, for a sentence about it; else the text."""
    ever = desk.knowledge.meetings(desk.today)
    name = next((each.name for each in ever if each.meeting == text.strip()), None)
    return text if name is None else desk.voice.recorded(name)


def _spellings(desk: Desk, meeting: Meeting) -> tuple[str, ...]:
    said = desk.voice.recorded(meeting.name)
    places = [said, meeting.name, meeting.city or "", meeting.meeting.replace("-", " ")]
    if meeting.country is not None:
        places.append(desk.party_name(meeting.country))
    return _with_year(meeting, places)


def _in_other_languages(meeting: Meeting) -> tuple[str, ...]:
    return _with_year(
        meeting, (Voice.of(each).recorded(meeting.name) for each in languages.TRANSLATED)
    )


def _with_year(meeting: Meeting, places: Iterable[str]) -> tuple[str, ...]:
    year = str(meeting.starts.year) if meeting.starts else ""
    return tuple(f"{place} {year}" for place in places if place)
