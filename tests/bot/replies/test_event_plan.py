"""Which events are made of what is ahead, when each begins and ends, and what it says."""

from datetime import UTC, date, datetime

import pytest

from bot.replies.event_plan import (
    LONGEST_DESCRIPTION,
    LONGEST_LOCATION,
    LONGEST_NAME,
    Plan,
    plan,
    zone_of,
)
from commands.calendar import Entry
from commands.voice import Voice
from data.dates import PartialDate
from data.names import ENGLISH

NOW = datetime(2025, 6, 5, 9, 30, tzinfo=UTC)
HAGUE = "World Forum, The Hague, Netherlands"
ADDRESS = "https://www.nato.int/summit"


def entry(
    first: str,
    last: str | None = None,
    *,
    title: str = "The Hague summit",
    place: str | None = HAGUE,
    text: str = "NATO announced it.",
    url: str | None = ADDRESS,
) -> Entry:
    return Entry(
        key="x",
        title=title,
        first=PartialDate.parse(first),
        last=None if last is None else PartialDate.parse(last),
        place=place,
        text=text,
        url=url,
    )


def planned(*entries: Entry) -> Plan:
    return plan(entries, Voice.of("en"), NOW)


# first | last | where | begins | ends
TIMES = [
    ("2025-06-24", "2025-06-25", HAGUE, "2025-06-24T00:00+02:00", "2025-06-25T23:59+02:00"),
    ("2025-12-03", None, "Brussels, Belgium", "2025-12-03T00:00+01:00", "2025-12-03T23:59+01:00"),
    ("2025-12-03", "2025-12", None, "2025-12-03T00:00+00:00", "2025-12-03T23:59+00:00"),
    (
        "2025-07-09",
        "2025-07-11",
        "Washington, D.C., United States",
        "2025-07-09T00:00-04:00",
        "2025-07-11T23:59-04:00",
    ),
    ("2025-06-24T14:30Z", None, HAGUE, "2025-06-24T14:30+00:00", "2025-06-24T23:59+00:00"),
]


@pytest.mark.parametrize(("first", "last", "place", "begins", "ends"), TIMES)
def test_an_event_lasts_whole_days_by_the_clocks_of_its_place(
    first: str, last: str | None, place: str | None, begins: str, ends: str
) -> None:
    (event,) = planned(entry(first, last, place=place)).ahead
    assert event.start == datetime.fromisoformat(begins)
    assert event.end == datetime.fromisoformat(ends)


PLACES = [
    (HAGUE, "Europe/Amsterdam"),
    ("NATO headquarters, Brussels, Belgium", "Europe/Brussels"),
    ("Norfolk, Virginia, United States", "America/New_York"),
    ("Toronto, Canada", "America/Toronto"),
    ("Ankara, Türkiye", "Europe/Istanbul"),
    ("Helsingborg, Sweden", "Europe/Stockholm"),
    ("a place nobody knows", "Etc/UTC"),
    (None, "Etc/UTC"),
]


@pytest.mark.parametrize(("place", "zone"), PLACES)
def test_the_zone_is_that_of_the_country_or_else_of_the_city(place: str | None, zone: str) -> None:
    assert zone_of(place, ENGLISH) == zone


def test_years_and_months_are_no_events_and_neither_is_what_is_on() -> None:
    found = planned(
        entry("2029", title="Review"),
        entry("2026-07", title="Ankara summit"),
        entry("2025-06-05", title="Defence ministers"),
        entry("2025-06-04", title="Contact Group"),
    )
    assert found.ahead == ()
    assert found.undated == ("Review", "Ankara summit")
    assert found.begun == ("Defence ministers",)


def test_events_are_in_the_order_of_time() -> None:
    found = planned(
        entry("2025-12-03", title="Foreign ministers"),
        entry("2025-06-24", title="Summit"),
        entry("2025-10-15", title="Defence ministers"),
    )
    assert [each.name for each in found.ahead] == [
        "Summit",
        "Defence ministers",
        "Foreign ministers",
    ]


def test_an_event_says_its_days_its_claim_its_source_and_when_that_was_known() -> None:
    (event,) = planned(entry("2025-06-24", "2025-06-25")).ahead
    assert event.location == HAGUE
    assert event.description.splitlines() == [
        "24–25 June 2025, whole days by the clocks of Amsterdam.",
        "",
        "NATO announced it.",
        "",
        ADDRESS,
        "As known on 5 June 2025.",
    ]


def test_where_no_place_is_known_that_is_said() -> None:
    (event,) = planned(entry("2025-06-24", place=None)).ahead
    assert event.location == "To be announced"
    assert event.description.startswith("24 June 2025, whole days by UTC.")


def test_long_texts_are_cut_and_the_address_stays_whole() -> None:
    (event,) = planned(
        entry("2025-06-24", title="word " * 60, place="place " * 60, text="claim " * 600)
    ).ahead
    assert len(event.name) <= LONGEST_NAME
    assert len(event.location) <= LONGEST_LOCATION
    assert len(event.description) <= LONGEST_DESCRIPTION
    assert event.description.endswith(f"claim…\n\n{ADDRESS}\nAs known on 5 June 2025.")


def test_nobody_is_called() -> None:
    calling = "@everyone @here <@100000000000000001> <@&100000000000000002>"
    (event,) = planned(entry("2025-06-24", title=calling, place=calling, text=calling)).ahead
    said = event.name + event.location + event.description
    calls = ("@everyone", "@here", "<@1", "<@&1")
    assert [each for each in calls if each in said] == []


def test_the_day_of_an_event_is_that_of_its_place() -> None:
    (event,) = planned(entry("2025-06-24")).ahead
    assert event.day == date(2025, 6, 24)
    assert event.day_of(datetime.fromisoformat("2025-06-23T22:00+00:00")) == event.day
    assert event.day_of(datetime.fromisoformat("2025-06-24T22:00+00:00")) != event.day
