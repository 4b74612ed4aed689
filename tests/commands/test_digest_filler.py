"""Quiet days are filled with an anniversary or a member, never with the same twice in a row."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commands.anniversaries import Anniversary, anniversaries
from commands.digest_filler import choose
from data.members import Member
from tests.shipped import KNOWN

DAY = timedelta(days=1)
FIRST, LAST = date(2017, 1, 1), date(2027, 1, 1)


def name(found: Anniversary | Member | None) -> str:
    assert found is not None
    return found.id if isinstance(found, Member) else found.key


def repeats(days: list[date]) -> list[date]:
    """The days of digests with the filler of the one before."""
    found = [name(choose(KNOWN, day, since)) for since, day in pairwise(days)]
    return [
        day for day, (one, other) in zip(days[2:], pairwise(found), strict=True) if one == other
    ]


def every_day() -> list[date]:
    return [FIRST + number * DAY for number in range((LAST - FIRST).days)]


# which days of ten years have a digest
SUBSCRIPTIONS: list[tuple[str, Callable[[date], bool]]] = [
    ("every day", lambda _: True),
    ("on weekdays", lambda day: day.weekday() < 5),
    ("on Mondays", lambda day: day.weekday() == 0),
    ("on Tuesdays and Fridays", lambda day: day.weekday() in (1, 4)),
    ("on weekends", lambda day: day.weekday() > 4),
    ("once a month", lambda day: day.day == 1),
    ("every thirty days", lambda day: day.toordinal() % 30 == 0),
    ("every thirty-one days", lambda day: day.toordinal() % 31 == 0),
]


@pytest.mark.parametrize(
    "has_one", [each[1] for each in SUBSCRIPTIONS], ids=[each[0] for each in SUBSCRIPTIONS]
)
def test_ten_years_have_no_filler_twice_in_a_row(has_one: Callable[[date], bool]) -> None:
    assert repeats([day for day in every_day() if has_one(day)]) == []


@given(st.lists(st.integers(1, 200), min_size=2, max_size=12), st.integers(0, 2000))
@settings(max_examples=60, deadline=None)
def test_no_filler_comes_twice_in_a_row_however_days_are_skipped(
    gaps: list[int], start: int
) -> None:
    days = [FIRST + start * DAY]
    for gap in gaps:
        days.append(days[-1] + gap * DAY)
    assert repeats(days) == []


def test_within_two_months_every_member_is_in_focus() -> None:
    days = [date(2026, 8, 1) + number * DAY for number in range(62)]
    found = (choose(KNOWN, day, day - DAY) for day in days)
    members = {each.id for each in found if isinstance(each, Member)}
    assert {each.id for each in KNOWN.roster if each.armed_forces} - members == set()


# day | what happened on it, the foremost first
HAPPENED = [
    (date(2026, 9, 5), ["wales-2014 agreed", "wales-2014 2014-09-05"]),
    (date(2026, 9, 4), ["wales-2014 2014-09-04"]),
    (date(2014, 9, 5), []),
    (date(2026, 7, 11), ["vilnius-2023 agreed", "brussels-2018 2018-07-11"]),
    (date(2026, 3, 29), ["joined 2004-03-29"]),
    (date(2026, 8, 28), ["2025-08-28"]),
    (date(2026, 1, 7), ["trump-2025 demanded"]),
    (date(2026, 2, 28), []),
    (date(2024, 2, 29), []),
]


@pytest.mark.parametrize(("day", "keys"), HAPPENED)
def test_an_anniversary_is_of_what_was_known_by_then(day: date, keys: list[str]) -> None:
    found = [each.key for each in anniversaries(KNOWN, day)]
    assert found[: len(keys)] == keys
    assert bool(found) is bool(keys)


def test_a_commitment_comes_before_all_else_of_its_day() -> None:
    found = choose(KNOWN, date(2026, 9, 5), date(2026, 9, 4))
    assert name(found) == "wales-2014 agreed"
