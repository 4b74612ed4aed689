"""Whatever releases say and whatever the clock does, intervals stay sound and the past stays."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import KnowledgeError
from data.facts.records import Attendance, Presence
from data.store import bodies
from data.store.plan import CATALOGUE, Held, Plan, plan
from tests.data.store.conftest import NOW, guest

TODAY = NOW.date()
DAYS = [TODAY + timedelta(days=each) for each in range(-9, 50)]

Release = tuple[int, Attendance | None]

facts = st.builds(
    guest,
    st.sampled_from([Presence.INVITED, Presence.CONFIRMED]),
    st.sampled_from(["2025-06-03", "2026-11", "2026-11-25", "2026-11-27", "2026-12"]),
)


def releases(days: st.SearchStrategy[int]) -> st.SearchStrategy[list[Release]]:
    return st.lists(st.tuples(days, st.none() | facts), max_size=8)


class Revisions:
    """The rows of one fact, as the tables would hold them."""

    def __init__(self) -> None:
        self.rows: list[tuple[Attendance, date, date | None]] = []

    def sync(self, fact: Attendance | None, today: date) -> Plan:
        found = plan([fact] if fact else [], self._held(), today)
        for end in found.endings:
            known, start, _ = self.rows[end.row]
            self.rows[end.row] = (known, start, end.known_until)
        for each in found.beginnings:
            assert isinstance(each.fact, Attendance)
            assert each.revision == len(self.rows) + 1
            self.rows.append((each.fact, each.known_from, None))
        return found

    def answer(self, day: date) -> list[Attendance]:
        return [
            fact for fact, start, end in self.rows if start <= day and (end is None or day < end)
        ]

    def _held(self) -> dict[str, Held]:
        if not self.rows:
            return {}
        fact, start, end = self.rows[-1]
        ends = [until for _, since, until in self.rows if until is not None and since < until]
        newest = Held(
            row=len(self.rows) - 1,
            revision=len(self.rows),
            body=bodies.fact_text(fact),
            origin=CATALOGUE,
            known_from=start,
            ended_by=None if end is None else CATALOGUE,
            free_from=max(ends, default=date.min),
        )
        return {"guest": newest}


@given(releases(st.integers(min_value=-3, max_value=5)))
def test_intervals_are_sound_even_where_the_clock_goes_back(history: list[Release]) -> None:
    revisions, today = Revisions(), TODAY
    for days, fact in history:
        today += timedelta(days=days)
        revisions.sync(fact, today)
    spans = [(start, end or date.max) for _, start, end in revisions.rows]
    known = [(start, end) for start, end in spans if start < end]
    assert all(start <= end for start, end in spans)
    assert all(earlier[1] <= later[0] for earlier, later in pairwise(known))
    assert sum(end is None for _, _, end in revisions.rows) <= 1


@given(releases(st.integers(min_value=0, max_value=5)))
def test_past_days_keep_their_answers(history: list[Release]) -> None:
    revisions, today = Revisions(), TODAY
    for days, fact in history:
        today += timedelta(days=days)
        before = {day: revisions.answer(day) for day in DAYS if day < today}
        recorded_first = not revisions.rows
        revisions.sync(fact, today)
        if not recorded_first:
            assert {day: revisions.answer(day) for day in before} == before


@given(releases(st.integers(min_value=0, max_value=5)))
def test_from_its_day_on_the_last_release_is_what_is_known(history: list[Release]) -> None:
    revisions, today = Revisions(), TODAY
    for days, fact in history:
        today += timedelta(days=days)
        revisions.sync(fact, today)
        for day in (each for each in DAYS if each >= today):
            told = fact is not None and fact.known_on.last <= day
            assert revisions.answer(day) == ([fact] if told else [])


@given(releases(st.integers(min_value=0, max_value=5)))
def test_the_same_release_again_changes_nothing(history: list[Release]) -> None:
    revisions, today = Revisions(), TODAY
    for days, fact in history:
        today += timedelta(days=days)
        revisions.sync(fact, today)
        again = revisions.sync(fact, today + timedelta(days=1))
        assert (again.endings, again.beginnings) == ([], [])


def test_an_id_that_is_there_twice_is_refused() -> None:
    with pytest.raises(KnowledgeError, match="'guest' twice"):
        plan([guest(Presence.INVITED), guest(Presence.CONFIRMED)], {}, TODAY)


def test_a_field_a_release_adds_is_no_correction_of_facts_without_it() -> None:
    now = bodies.fact_text(guest(Presence.INVITED))
    before = now.replace('"role":null,', "")
    assert before != now
    assert bodies.is_same(Attendance, before, now)
    assert not bodies.is_same(Attendance, before, bodies.fact_text(guest(Presence.CONFIRMED)))
