"""Which state of a record is known on which day."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.facts.log import ALWAYS, visible, visible_on

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class State:
    """A state of a record, as far as its days go; the last of two of the same days is the newer."""

    name: str
    governs_from: date
    known_from: date
    is_retraction: bool = False


def june(day: int) -> date:
    return date(2025, 6, day)


def recorded(name: str, known: int) -> State:
    return State(name, ALWAYS, june(known))


def corrected(name: str, known: int) -> State:
    """As a retracted record is when it begins anew: from the day it became known."""
    return State(name, june(known), june(known))


def mended(name: str, known: int) -> State:
    return State(name, ALWAYS, june(known))


def withdrawn(known: int) -> State:
    return State("gone", june(known), june(known), is_retraction=True)


def taken_back(known: int) -> State:
    """As if it had never been recorded; it keeps the day that its record had."""
    return State("gone", ALWAYS, june(known), is_retraction=True)


A, B, C = recorded("a", 5), corrected("b", 10), corrected("c", 20)

CASES: dict[str, tuple[list[State], list[tuple[str, int, int | None]]]] = {
    "nothing was written": ([], []),
    "it is known from its day on": ([A], [("a", 5, None)]),
    "a correction leaves the days before": ([A, B], [("a", 5, 10), ("b", 10, None)]),
    "two corrections": ([A, B, C], [("a", 5, 10), ("b", 10, 20), ("c", 20, None)]),
    "a correction of the same day": ([A, corrected("b", 5)], [("b", 5, None)]),
    "a correction known before the record": ([A, corrected("b", 3)], [("b", 3, None)]),
    "the older of two corrections comes last": (
        [A, C, B],
        [("a", 5, 10), ("b", 10, None)],
    ),
    "a mend leaves no day": ([A, mended("b", 5)], [("b", 5, None)]),
    "a mend known later leaves none either": ([A, mended("b", 10)], [("b", 10, None)]),
    "a mend known earlier": ([A, mended("b", 2)], [("b", 2, None)]),
    "a mend of a correction takes all": ([A, B, mended("c", 12)], [("c", 12, None)]),
    "a correction of a mend": ([A, mended("b", 5), C], [("b", 5, 20), ("c", 20, None)]),
    "withdrawn from a day on": ([A, withdrawn(10)], [("a", 5, 10)]),
    "withdrawn on the day it became known": ([A, withdrawn(5)], []),
    "withdrawn from before it was known": ([A, withdrawn(3)], []),
    "taken back for all days": ([A, taken_back(5)], []),
    "a correction that is taken back takes the record along": ([A, B, taken_back(10)], []),
    "withdrawn after a correction": ([A, B, withdrawn(15)], [("a", 5, 10), ("b", 10, 15)]),
    "withdrawn from before its correction": ([A, B, withdrawn(7)], [("a", 5, 7)]),
    "recorded anew after a withdrawal": (
        [A, withdrawn(10), corrected("b", 15)],
        [("a", 5, 10), ("b", 15, None)],
    ),
    "recorded anew for the day of its withdrawal": (
        [A, withdrawn(10), corrected("b", 10)],
        [("a", 5, 10), ("b", 10, None)],
    ),
    "recorded anew after it was taken back": (
        [A, taken_back(5), corrected("b", 5)],
        [("b", 5, None)],
    ),
    "a release holds it again": ([A, taken_back(5), recorded("b", 5)], [("b", 5, None)]),
    "mended after it was recorded anew": (
        [A, withdrawn(10), corrected("b", 15), mended("c", 15)],
        [("c", 15, None)],
    ),
}
"""States in the order of writing, and who is known from which day of June until which."""


@pytest.mark.parametrize(("states", "expected"), CASES.values(), ids=list(CASES))
def test_what_is_visible(states: list[State], expected: list[tuple[str, int, int | None]]) -> None:
    found = [(each.name, start, end) for each, start, end in visible(states)]
    ends = ((name, june(start), end and june(end)) for name, start, end in expected)
    assert list(reversed(found)) == list(ends)


ON = {
    "before anything is known": ([A], 4, None),
    "on the day it became known": ([A], 5, "a"),
    "long after": ([A], 30, "a"),
    "the day before a correction": ([A, B], 9, "a"),
    "the day of a correction": ([A, B], 10, "b"),
    "before a mend that is known later": ([A, mended("b", 10)], 9, None),
    "the day before a withdrawal": ([A, withdrawn(10)], 9, "a"),
    "the day of a withdrawal": ([A, withdrawn(10)], 10, None),
    "any day of what is taken back": ([A, taken_back(5)], 9, None),
    "between a withdrawal and a new beginning": (
        [A, withdrawn(10), corrected("b", 15)],
        14,
        None,
    ),
    "the day of a new beginning": ([A, withdrawn(10), corrected("b", 15)], 15, "b"),
    "nothing was ever written": ([], 10, None),
}
"""States in the order of writing, a day of June, and who is known on it."""


@pytest.mark.parametrize(("states", "day", "expected"), ON.values(), ids=list(ON))
def test_what_is_visible_on_a_day(states: list[State], day: int, expected: str | None) -> None:
    found = visible_on(states, june(day))
    assert (found and found.name) == expected


DAYS = st.integers(1, 9).map(june)
STATES = st.lists(
    st.builds(State, st.uuids().map(str), st.just(ALWAYS) | DAYS, DAYS, st.booleans()), max_size=8
)
"""Also such as no store would write, with a day of governing after the day it is known from."""
EVERY_DAY = [ALWAYS, *(june(1) + each * DAY for each in range(-1, 11)), date.max]


@given(STATES)
def test_no_two_states_are_visible_on_one_day(states: list[State]) -> None:
    found = [(start, end) for _, start, end in visible(states)][::-1]
    assert all(end is None or start < end for start, end in found)
    ends, starts = [end for _, end in found], [start for start, _ in found]
    assert all(end and end <= start for end, start in zip(ends, starts[1:], strict=False))


@given(STATES)
def test_what_is_visible_on_each_day_is_the_same_whichever_way_it_is_asked(
    states: list[State],
) -> None:
    for day in EVERY_DAY:
        among = [
            state
            for state, start, end in visible(states)
            if start <= day and (end is None or day < end)
        ]
        one = visible_on(states, day)
        assert among == ([] if one is None else [one])


@given(STATES)
def test_no_retraction_is_ever_visible(states: list[State]) -> None:
    assert not any(state.is_retraction for state, _, _ in visible(states))


@given(STATES, DAYS, st.integers(0, 8))
def test_what_is_written_later_for_later_days_changes_no_day_before(
    states: list[State], start: date, known: int
) -> None:
    later = State("later", start, start + known * DAY)
    before = [day for day in EVERY_DAY if day < start]
    now = [visible_on([*states, later], day) for day in before]
    assert now == [visible_on(states, day) for day in before]
