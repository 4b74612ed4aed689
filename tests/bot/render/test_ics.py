"""The calendar file: events that calendars take, each with whole days and an id that stays."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar

from bot.render.ics import file, ics, left_out
from commands.calendar import Entry
from commands.desk import Desk
from commands.voice import Voice
from data.dates import PartialDate
from data.errors import QuestionError
from tests.shipped import KNOWN

STAMP = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
ENGLISH = Voice.of("en")


def entry(first: str, last: str | None = None, *, key: str = "x", text: str = "Said.") -> Entry:
    return Entry(
        key=key,
        title="A summit; in parts, all of it",
        first=PartialDate.parse(first),
        last=None if last is None else PartialDate.parse(last),
        place="World Forum, The Hague, Netherlands",
        text=text,
        url="https://www.nato.int/summit",
    )


def event(made: Entry) -> Any:
    (found,) = Calendar.from_ical(ics([made], ENGLISH, STAMP)).events
    return found


# first | last | begins | ends, the end not being part of it
TIMES = [
    ("2025-06-24", "2025-06-25", date(2025, 6, 24), date(2025, 6, 26)),
    ("2025-06-05", None, date(2025, 6, 5), date(2025, 6, 6)),
    ("2025-12-31", None, date(2025, 12, 31), date(2026, 1, 1)),
    ("2025-12-03", "2025-12", date(2025, 12, 3), date(2025, 12, 4)),
    (
        "2025-06-24T14:30+02:00",
        "2025-06-24T16:00+02:00",
        datetime(2025, 6, 24, 12, 30, tzinfo=UTC),
        datetime(2025, 6, 24, 14, 0, tzinfo=UTC),
    ),
]


@pytest.mark.parametrize(("first", "last", "begins", "ends"), TIMES)
def test_an_event_takes_the_days_or_the_moments_that_are_known(
    first: str, last: str | None, begins: date, ends: date
) -> None:
    found = event(entry(first, last))
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (begins, ends)


def test_a_moment_without_an_end_has_none() -> None:
    assert "DTEND" not in event(entry("2025-06-24T14:30Z"))


def test_texts_come_back_as_they_went_in() -> None:
    said = "A line; with, signs\\and\nanother – “quoted”, 5 % " + "long " * 40
    found = event(entry("2025-06-24", text=said))
    assert found["SUMMARY"] == "NATO: A summit; in parts, all of it"
    assert found["DESCRIPTION"] == said
    assert found["LOCATION"] == "World Forum, The Hague, Netherlands"


def test_no_line_is_longer_than_the_standard_has_them_and_each_ends_as_it_says() -> None:
    written = ics([entry("2025-06-24", text="Ünï " * 100)], ENGLISH, STAMP)
    lines = written.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\r", "\u202e", "\u2028"])
def test_signs_that_no_calendar_may_have_are_left_out(sign: str) -> None:
    said: str = event(entry("2025-06-24", text=f"One{sign}two\nthree"))["DESCRIPTION"]
    assert sign not in said
    assert said.endswith("two\nthree")


def test_what_has_no_day_is_named() -> None:
    year, day = entry("2027"), entry("2025-06-24", key="y")
    assert left_out([year, day], ENGLISH) == (
        "Without a day so far, and so not in it: A summit; in parts, all of it."
    )
    assert left_out([day], ENGLISH) is None


def test_an_event_keeps_its_id_while_its_facts_change() -> None:
    one, other = event(entry("2025-06-24")), event(entry("2025-06-25", text="Moved."))
    assert one["UID"] == other["UID"]
    assert one["UID"] != event(entry("2025-06-24", key="y"))["UID"]


def test_the_file_says_whose_it_is_and_when_it_was_made() -> None:
    calendar: Any = Calendar.from_ical(ics([entry("2025-06-24")], ENGLISH, STAMP))
    assert (calendar["VERSION"], calendar["METHOD"]) == ("2.0", "PUBLISH")
    assert calendar["X-WR-CALNAME"] == "NATO defence spending: what is ahead"
    assert calendar.events[0]["DTSTAMP"].dt == STAMP


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.of(KNOWN, ENGLISH, STAMP.date())


# as of | what the file has
FILES = [
    ("2025-06-05", ["NATO: Defence ministers, June 2025", "NATO: The Hague summit"]),
    ("2025-06-26", ["NATO: Last day for 5% of GDP", "NATO: Last day for 3.5% of GDP"]),
]


@pytest.mark.parametrize(("as_of", "titles"), FILES)
def test_the_file_has_what_was_ahead_and_has_a_day(
    desk: Desk, as_of: str, titles: list[str]
) -> None:
    calendar: Any = Calendar.from_ical(file(desk, date.fromisoformat(as_of), STAMP))
    assert sorted(each["SUMMARY"] for each in calendar.events) == sorted(titles)


def test_an_empty_calendar_is_refused_in_a_sentence(desk: Desk) -> None:
    with pytest.raises(QuestionError, match="nothing to put into a calendar"):
        file(desk, date(2013, 1, 1), STAMP)
