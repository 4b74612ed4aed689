"""What is ahead on a day: the next of all first, each as precisely as it was known."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from commands.briefing import Briefing
from commands.calendar import entries
from commands.calendar_entries import deadlines
from commands.desk import Desk
from commands.registry import answer
from commands.voice import Voice
from data.dates import PartialDate
from data.facts.knowledge import Knowledge, Revision
from data.facts.records import Meeting
from tests.commands.conftest import TODAY

BEFORE, AFTER = "2025-06-05", "2025-06-26"


def calendar(desk: Desk, as_of: str | None) -> Briefing:
    return answer(desk, "calendar", {}, as_of)


def told(briefing: Briefing) -> dict[str, list[str]]:
    """The lines of each section, each with its label."""
    return {
        section.title.text: [f"{each.label}: {each.sentence.text}" for each in section.facts]
        for section in briefing.sections
        if section.title is not None
    }


# as of | how the answer begins
LEADS = [
    ("2013-01-01", "No meeting to come was known on 1 January 2013."),
    ("2024-06-17", "Next: Washington summit is in 22 days (9–11 July 2024)."),
    ("2025-06-05", "Next: Defence ministers, June 2025 is on today (5 June 2025)."),
    ("2025-06-06", "Next: The Hague summit is in 18 days (24–25 June 2025)."),
    ("2025-06-26", "Next: Ankara summit is due in 2026; no day is announced."),
    ("2026-07-07", "Next: Ankara summit is on today (7–8 July 2026)."),
    ("2026-11-25", "Next: Tirana summit is due in 2027; no day is announced."),
]


@pytest.mark.parametrize(("as_of", "lead"), LEADS)
def test_the_answer_opens_with_the_next_meeting(desk: Desk, as_of: str, lead: str) -> None:
    assert calendar(desk, as_of).lead[0].text == lead


def test_where_the_next_meeting_is_no_summit_the_next_summit_follows(desk: Desk) -> None:
    assert calendar(desk, BEFORE).lead[1].text == (
        "Next summit: The Hague summit is in 19 days (24–25 June 2025)."
    )


# as of | section | a line that must be there
LINES = [
    (BEFORE, "Meetings", "Summit: The Hague summit is in 19 days (24–25 June 2025). Where: World"),
    (
        BEFORE,
        "Meetings",
        "Summit: Tirana summit is due in 2027; no day is announced.",
    ),
    (
        BEFORE,
        "Proposed, not agreed: Secretary General Rutte's proposal",
        "Core defence: 3.5% of GDP is to be reached by the end of 2032, 7 years from now.",
    ),
    (
        AFTER,
        "Agreed: Defence investment commitment of The Hague",
        "Review: The review is due in 2029, 4 years from now; no day is known.",
    ),
    (
        AFTER,
        "Agreed: Defence investment commitment of The Hague",
        "Core and broader: 5% of GDP is to be reached by the end of 2035, 10 years from now.",
    ),
    (BEFORE, "What members set themselves", "Finland: 2029: Finland will raise defence spending"),
]


@pytest.mark.parametrize(("as_of", "section", "line"), LINES)
def test_each_is_told_as_precisely_as_it_is_known(
    desk: Desk, as_of: str, section: str, line: str
) -> None:
    assert [each for each in told(calendar(desk, as_of))[section] if each.startswith(line)] != []


def test_a_demand_that_nobody_agreed_to_has_no_place_in_it(desk: Desk) -> None:
    assert [each for each in told(calendar(desk, "2025-02-01")) if "Trump" in each] == []


def test_the_budget_of_the_year_that_runs_is_nothing_that_is_ahead(desk: Desk) -> None:
    goals = told(calendar(desk, None))["What members set themselves"]
    assert [each for each in goals if ": 2026: " in each] == []


# as of | whether the goal of 31 March 2026 is still ahead
GOALS = [("2025-12-31", True), ("2026-01-15", True), ("2026-03-31", True), ("2026-04-01", False)]


@pytest.mark.parametrize(("as_of", "ahead"), GOALS)
def test_a_goal_with_a_day_is_ahead_until_that_day_is_over(
    desk: Desk, as_of: str, ahead: bool
) -> None:
    goals = told(calendar(desk, as_of))["What members set themselves"]
    assert any(each.startswith("Canada: 31 March 2026: ") for each in goals) is ahead


def test_sources_that_disagree_on_a_day_are_told(desk: Desk) -> None:
    caveats = [each.text for each in calendar(desk, BEFORE).caveats]
    assert caveats[0].startswith("Sources disagree on when The Hague summit is: ")


def with_meeting(knowledge: Knowledge, **changes: Any) -> Desk:
    """A desk that knows of one meeting more."""
    like = next(each for each in knowledge.known(Meeting, TODAY) if each.starts is not None)
    known = PartialDate(2026, 11, 1)
    changed: dict[str, Any] = {"id": "new", "meeting": "new", "known_on": known, **changes}
    state = Revision(replace(like, **changed), date(2026, 11, 1))
    revisions = [*knowledge.revisions, state]
    sources = knowledge.sources.values()
    made = Knowledge.of(knowledge.roster, knowledge.ledger, sources, revisions)
    return Desk.of(made, Voice.of("en"), TODAY)


RIGA = PartialDate(2027, 6, 8)


def test_a_cancelled_meeting_is_not_ahead(knowledge: Knowledge) -> None:
    desk = with_meeting(knowledge, name="Riga meeting", starts=RIGA, ends=None, cancelled=True)
    assert [each.title for each in entries(desk, TODAY)] == ["Tirana summit"]


def test_a_day_of_a_year_comes_before_the_bare_year(knowledge: Knowledge) -> None:
    desk = with_meeting(knowledge, name="Riga meeting", starts=RIGA, ends=None)
    assert [each.title for each in entries(desk, TODAY)] == ["Riga meeting", "Tirana summit"]


def test_a_meeting_without_any_date_comes_last_and_is_no_entry(knowledge: Knowledge) -> None:
    desk = with_meeting(knowledge, name="Oslo meeting", starts=None, ends=None)
    last = told(calendar(desk, None))["Meetings"][-1]
    assert "Oslo meeting: no date is announced." in last
    assert [each.title for each in entries(desk, TODAY)] == ["Tirana summit"]


def test_an_entry_says_where_what_is_known_and_on_whose_word(desk: Desk) -> None:
    entry = next(each for each in entries(desk, date(2025, 6, 6)))
    assert (entry.key, entry.title) == ("the-hague-2025", "The Hague summit")
    assert (str(entry.first), str(entry.last)) == ("2025-06-24", "2025-06-25")
    assert entry.place == "World Forum, The Hague, Netherlands"
    assert "Source: Government of the Netherlands, " in entry.text
    assert (entry.url or "").startswith("https://")


def test_last_days_are_those_of_what_is_agreed(desk: Desk) -> None:
    assert deadlines(desk, date(2025, 6, 5)) == ()
    found = {each.key: (str(each.first), each.title) for each in deadlines(desk, TODAY)}
    assert ("2035-12-31", "Last day for 3.5% of GDP") in found.values()
    assert ("2035-12-31", "Last day for 5% of GDP") in found.values()


def test_a_last_day_says_that_the_text_names_only_the_year(desk: Desk) -> None:
    texts = [each.text for each in deadlines(desk, TODAY)]
    assert [each for each in texts if "names a year and no day" not in each] == []
