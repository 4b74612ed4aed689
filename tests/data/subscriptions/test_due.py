"""Due times against people's expectations, and against clocks walked minute by minute.

The reference never asks what a local time is in UTC. It reads clocks only in the other direction,
where there is one answer: it walks the minutes of UTC and notes when each local minute is first
reached or passed.

Exhaustive in 20 years of 30 zones are the changes of the clocks: the days before, of and after each
one, at the minutes next to every edge of what is skipped or doubled, and all round the day every 89
minutes. All other days are alike; they are sampled, by a seed that is the zone's name.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import accumulate
from random import Random
from zoneinfo import ZoneInfo

import pytest

from data.subscriptions.due import Due, missed, moment, next_due
from data.subscriptions.model import EVERY_DAY, MONDAY_TO_FRIDAY, Schedule

ZONES = (
    "Africa/Cairo", "Africa/Casablanca", "Africa/Juba", "America/Asuncion", "America/Caracas",
    "America/Havana", "America/Los_Angeles", "America/New_York", "America/Nuuk",
    "America/Sao_Paulo", "America/Scoresbysund", "America/St_Johns", "Antarctica/Casey",
    "Antarctica/Troll", "Asia/Amman", "Asia/Beirut", "Asia/Gaza", "Asia/Kathmandu",
    "Asia/Pyongyang", "Asia/Tehran", "Atlantic/Azores", "Australia/Lord_Howe", "Europe/Istanbul",
    "Europe/London", "Europe/Moscow", "Europe/Paris", "Europe/Volgograd", "Pacific/Apia",
    "Pacific/Chatham", "Pacific/Fakaofo",
)  # fmt: skip
FIRST, LAST = date(2007, 1, 1), date(2027, 1, 1)
SAMPLE = 100

DAY = 24 * 60
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

# zone | local date | local time | due in UTC | why
CASES = [
    ("Europe/Paris", "2026-01-15", "08:00", "2026-01-15 07:00", "winter"),
    ("Europe/Paris", "2026-07-15", "08:00", "2026-07-15 06:00", "summer"),
    ("Europe/Paris", "2026-03-29", "02:00", "2026-03-29 01:00", "the first minute skipped"),
    ("Europe/Paris", "2026-03-29", "02:30", "2026-03-29 01:00", "skipped: 03:00 it is"),
    ("Europe/Paris", "2026-03-29", "03:00", "2026-03-29 01:00", "the first minute after the gap"),
    ("Europe/Paris", "2026-10-25", "02:30", "2026-10-25 00:30", "shown twice: the first"),
    ("Europe/Paris", "2026-10-25", "03:00", "2026-10-25 02:00", "after both"),
    ("America/New_York", "2026-03-08", "02:30", "2026-03-08 07:00", "skipped"),
    ("America/New_York", "2026-11-01", "01:30", "2026-11-01 05:30", "shown twice"),
    ("Europe/London", "2026-03-29", "01:15", "2026-03-29 01:00", "skipped"),
    ("Australia/Lord_Howe", "2026-10-04", "02:10", "2026-10-03 15:30", "half an hour skipped"),
    ("Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04 14:45", "half an hour twice"),
    ("Antarctica/Troll", "2026-03-29", "01:30", "2026-03-29 01:00", "two hours skipped"),
    ("Atlantic/Azores", "2026-03-29", "00:30", "2026-03-29 01:00", "the day begins at 01:00"),
    ("Atlantic/Azores", "2026-10-25", "00:00", "2026-10-25 00:00", "midnight twice"),
    ("America/Sao_Paulo", "2018-11-04", "00:00", "2018-11-04 03:00", "no midnight"),
    ("Asia/Beirut", "2026-03-29", "00:00", "2026-03-28 22:00", "no midnight"),
    ("Africa/Cairo", "2026-04-24", "00:15", "2026-04-23 22:00", "no midnight, and a Friday"),
    ("America/St_Johns", "2010-11-07", "00:00", "2010-11-07 02:30", "back at one past midnight"),
    ("America/Nuuk", "2024-03-30", "23:30", "2024-03-31 01:00", "skipped up to the next day"),
    ("America/Nuuk", "2024-03-31", "00:00", "2024-03-31 01:00", "and that day's own midnight"),
    ("Africa/Casablanca", "2026-02-15", "02:30", "2026-02-15 01:30", "clocks back for Ramadan"),
    ("Africa/Casablanca", "2026-03-22", "02:30", "2026-03-22 02:00", "and forward after it"),
    ("Asia/Tehran", "2022-03-22", "00:30", "2022-03-21 20:30", "the last summer time of Iran"),
    ("Asia/Tehran", "2023-03-22", "00:30", "2023-03-21 21:00", "none since"),
    ("America/Caracas", "2016-05-01", "02:45", "2016-05-01 07:00", "half an hour for good"),
    ("Asia/Pyongyang", "2015-08-14", "23:45", "2015-08-14 14:45", "the first of two 23:45"),
    ("Asia/Pyongyang", "2018-05-04", "23:45", "2018-05-04 15:00", "half an hour before midnight"),
    ("Pacific/Apia", "2011-12-29", "23:59", "2011-12-30 09:59", "the last minute in the east"),
    ("Pacific/Apia", "2011-12-30", "08:00", None, "Samoa crossed the date line"),
    ("Pacific/Apia", "2011-12-31", "00:00", "2011-12-30 10:00", "the first minute in the west"),
    ("Pacific/Kwajalein", "1993-08-21", "08:00", None, "so did Kwajalein"),
    ("America/New_York", "2024-02-29", "08:00", "2024-02-29 13:00", "29 February"),
    ("Asia/Kathmandu", "2026-06-01", "06:00", "2026-06-01 00:15", "a quarter of an hour off"),
]  # fmt: skip


@pytest.mark.parametrize(("zone", "day", "at", "expected", "why"), CASES)
def test_moment_is_what_a_clock_on_the_wall_says(
    zone: str, day: str, at: str, expected: str | None, why: str
) -> None:
    found = moment(time.fromisoformat(at), zone, date.fromisoformat(day))
    assert found == (utc(expected) if expected else None), why


@pytest.mark.parametrize("zone", ZONES)
def test_days_around_a_change_are_due_when_their_minute_is_first_reached(zone: str) -> None:
    clock = Clock.of(zone)
    wrong = [
        (day, time_of(at))
        for day, times in clock.changes()
        for at in times
        if minutes_of(moment(time_of(at), zone, day)) != clock.first(day, at)
    ]
    assert not wrong


@pytest.mark.parametrize("zone", ZONES)
def test_all_other_days_are_due_when_their_minute_is_first_reached(zone: str) -> None:
    clock, random = Clock.of(zone), Random(zone)
    for _ in range(SAMPLE):
        day = date.fromordinal(random.randrange(FIRST.toordinal(), LAST.toordinal()))
        at = random.randrange(DAY)
        assert minutes_of(moment(time_of(at), zone, day)) == clock.first(day, at), (day, at)


@pytest.mark.parametrize("zone", ZONES)
def test_next_due_and_missed_find_every_due_time_around_a_change_once(zone: str) -> None:
    clock, random = Clock.of(zone), Random(zone)
    for change in clock.starts[1:]:
        at, weekdays = time_of(random.randrange(DAY)), random.choice((EVERY_DAY, MONDAY_TO_FRIDAY))
        schedule = Schedule(at=at, zone=zone, weekdays=weekdays)
        after, now = when(change - 2 * DAY), when(change + 2 * DAY + random.randrange(DAY))
        expected = tuple(clock.dues(schedule, after, now))
        assert missed(schedule, after, now) == expected
        assert tuple(chain(schedule, after, now)) == expected


@pytest.mark.parametrize("at", ["00:00", "00:30", "23:01", "23:59"])
@pytest.mark.parametrize("zone", ["America/St_Johns", "America/Nuuk", "Atlantic/Azores"])
def test_no_minute_of_a_night_that_changes_the_clock_hides_a_due_time(zone: str, at: str) -> None:
    clock, schedule = Clock.of(zone), Schedule(at=time.fromisoformat(at), zone=zone)
    start = next(each for each in reversed(clock.starts) if when(each) < utc("2010-12-01 00:00"))
    for minute in range(start - 90, start + 90):
        before = when(start - 2 * DAY)
        assert missed(schedule, before, when(minute)) == tuple(
            clock.dues(schedule, before, when(minute))
        )
        assert next_due(schedule, when(minute)) == next(
            clock.dues(schedule, when(minute), when(minute + 3 * DAY))
        )


# since | the schedule's time in Paris | first due
EDITS = [
    ("2026-07-10 05:58", "08:00", "2026-07-10 06:00"),
    ("2026-07-10 05:59", "08:00", "2026-07-10 06:00"),
    ("2026-07-10 06:00", "08:00", "2026-07-11 06:00"),
    ("2026-07-10 06:01", "08:00", "2026-07-11 06:00"),
    ("2026-07-10 06:01", "08:02", "2026-07-10 06:02"),
    ("2026-07-10 06:01", "07:59", "2026-07-11 05:59"),
]


@pytest.mark.parametrize(("since", "at", "expected"), EDITS)
def test_a_schedule_edited_minutes_before_is_due_only_after_that(
    since: str, at: str, expected: str
) -> None:
    schedule = Schedule(at=time.fromisoformat(at), zone="Europe/Paris")
    assert next_due(schedule, utc(since)).at == utc(expected)
    assert missed(schedule, utc(since), utc(since)) == ()


def test_a_date_without_a_place_in_the_calendar_of_the_zone_is_passed_over() -> None:
    fridays = Schedule(at=time(8), zone="Pacific/Apia", weekdays=frozenset({4}))
    assert next_due(fridays, utc("2011-12-24 00:00")).day == date(2012, 1, 6)


def test_29_february_is_due_in_leap_years_only() -> None:
    schedule = Schedule(at=time(8), zone="Europe/Paris")
    assert next_due(schedule, utc("2024-02-28 12:00")).day == date(2024, 2, 29)
    assert next_due(schedule, utc("2026-02-28 12:00")).day == date(2026, 3, 1)


# The newest that came due until now, and until another moment a clock says it is.
JUMPS = [
    ("back an hour", timedelta(hours=-1)),
    ("back a day", timedelta(days=-1)),
    ("back a year", timedelta(days=-365)),
    ("forward a day", timedelta(days=1)),
    ("forward a year", timedelta(days=365)),
]


@pytest.mark.parametrize(("name", "jump"), JUMPS)
def test_a_clock_that_jumps_makes_no_date_due_twice(name: str, jump: timedelta) -> None:
    schedule = Schedule(at=time(8), zone="Europe/London")
    handled, now = utc("2026-03-20 08:00"), utc("2026-03-31 12:00")
    seen: list[Due] = []
    for reading in (now, now + jump, now, now + jump + timedelta(days=2)):
        found = missed(schedule, handled, reading, most=1000)
        seen.extend(found)
        handled = max([handled, *(each.at for each in found)])
    days = [each.day for each in seen]
    assert days == sorted(set(days)), name


def test_missed_keeps_the_newest() -> None:
    schedule = Schedule(at=time(8), zone="Europe/Paris", weekdays=frozenset({0, 3}))
    found = missed(schedule, utc("2024-01-01 00:00"), utc("2026-07-10 12:00"), most=3)
    assert [str(each.day) for each in found] == ["2026-07-02", "2026-07-06", "2026-07-09"]


def test_missed_is_open_where_it_begins_and_closed_where_it_ends() -> None:
    schedule = Schedule(at=time(8), zone="Europe/Paris")
    found = missed(schedule, utc("2026-07-08 06:00"), utc("2026-07-10 06:00"))
    assert [str(each.day) for each in found] == ["2026-07-09", "2026-07-10"]


@dataclass(frozen=True, slots=True)
class Clock:
    """Stretches of a zone's offset: where each begins in minutes of UTC since 1970, and how many
    minutes the clock is ahead during it."""

    starts: list[int]
    offsets: list[int]
    days: "dict[int, array[int] | None]"
    """Of each day walked, what its clock had shown by then, minute by minute."""

    @staticmethod
    @cache
    def of(zone: str) -> "Clock":
        region = ZoneInfo(zone)
        first, last = minutes(FIRST) - 40 * DAY, minutes(LAST) + 40 * DAY
        starts, offsets = [first], [ahead(region, first)]
        # No zone has changed its offset twice within three days in these years.
        for until in range(first + 3 * DAY, last, 3 * DAY):
            before = offsets[-1]
            if ahead(region, until) != before:
                passed = range(until - 3 * DAY, until + 1)
                change = passed[
                    bisect_left(passed, True, key=lambda at: ahead(region, at) != before)
                ]
                starts.append(change)
                offsets.append(ahead(region, change))
        return Clock(starts, offsets, {})

    def first(self, day: date, at: int) -> int | None:
        """The first minute of UTC at which the local clock shows `at` on a day, or more; None if
        it shows that date at no minute at all."""
        midnight = minutes(day)
        began, until = midnight - max(self.offsets), midnight + DAY - min(self.offsets) + 1
        at_first = bisect_right(self.starts, began) - 1
        if at_first == bisect_right(self.starts, until) - 1:
            return midnight + at - self.offsets[at_first]
        if midnight not in self.days:
            local = [*self._local(began, until)]
            exists = not set(range(midnight, midnight + DAY)).isdisjoint(local)
            self.days[midnight] = array("i", accumulate(local, max)) if exists else None
        shown = self.days[midnight]
        return None if shown is None else began + bisect_left(shown, midnight + at)

    def _local(self, first: int, last: int) -> Iterator[int]:
        """What the clock shows at each minute of UTC, one after the other."""
        at = bisect_right(self.starts, first) - 1
        while first < last:
            until = min(last, *self.starts[at + 1 : at + 2], last)
            yield from range(first + self.offsets[at], until + self.offsets[at])
            first, at = until, at + 1

    def changes(self) -> Iterator[tuple[date, list[int]]]:
        """The days around each change, with times of day to look at."""
        for change, before, after in zip(
            self.starts[1:], self.offsets, self.offsets[1:], strict=False
        ):
            edges = (change + before, change + after)
            near = {edge + away for edge in edges for away in (-31, -1, 0, 1, 29, 59)}
            for day in sorted({edge // DAY + away for edge in edges for away in (-1, 0, 1)}):
                times = {each - day * DAY for each in near if each // DAY == day}
                yield EPOCH.date() + timedelta(day), sorted({*times, *range(0, DAY, 89)})

    def dues(self, schedule: Schedule, after: datetime, now: datetime) -> Iterator[Due]:
        at = schedule.at.hour * 60 + schedule.at.minute
        for away in range(-2, (now - after).days + 4):
            day = after.date() + timedelta(away)
            minute = self.first(day, at)
            if minute is None or day.weekday() not in schedule.weekdays:
                continue
            if after < when(minute) <= now:
                yield Due(day, when(minute))


def chain(schedule: Schedule, after: datetime, now: datetime) -> Iterator[Due]:
    due = next_due(schedule, after)
    while due.at <= now:
        yield due
        due = next_due(schedule, due.at)


def ahead(region: ZoneInfo, minute: int) -> int:
    offset = when(minute).astimezone(region).utcoffset()
    assert offset is not None
    return offset // timedelta(minutes=1)


def minutes(day: date) -> int:
    return (day - EPOCH.date()).days * DAY


def minutes_of(moment: datetime | None) -> int | None:
    return None if moment is None else (moment - EPOCH) // timedelta(minutes=1)


def time_of(at: int) -> time:
    return time(*divmod(at, 60))


def when(minute: int) -> datetime:
    return EPOCH + timedelta(minutes=minute)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
