"""What changed between two days: by topic, newest first, with what was taken back."""

from dataclasses import replace
from datetime import date

import pytest

from commands.briefing import Briefing
from commands.desk import Desk
from commands.registry import answer
from commands.voice import Voice
from data.errors import QuestionError
from data.facts.knowledge import Knowledge, Revision
from data.facts.records import Pledge
from tests.commands.conftest import TODAY

NOVEMBER = date(2026, 11, 1)


def changes(desk: Desk, since: str | None, as_of: str | None) -> Briefing:
    return answer(desk, "changes", {} if since is None else {"since": since}, as_of)


def told(briefing: Briefing) -> dict[str, list[str]]:
    """The lines of each topic, each with its label."""
    return {
        section.title.text: [f"{each.label}: {each.sentence.text}" for each in section.facts]
        for section in briefing.sections
        if section.title is not None
    }


# since | as of | topic | a line that must be there
LINES = [
    ("2025-05-09", "2025-05-10", "Commitments", "Proposed: 9 May 2025: Secretary General Rutte's"),
    ("2025-06-25", "2025-06-26", "Commitments", "Agreed: 25 June 2025: Defence investment commit"),
    ("2025-06-25", "2025-06-26", "Commitments", "Superseded: 25 June 2025: Defence Investment Pl"),
    ("2025-04-24", "2025-04-30", "Figures", "Figures: 24 April 2025: NATO published"),
    ("2026-07-10", "2026-07-10", "Figures", "Revised: 2024 is restated for "),
    (
        "2025-06-01",
        "2025-06-05",
        "Where members stand",
        "Opposes: Spain: 5 June 2025, as reported:",
    ),
    ("2025-06-23", "2025-06-23", "Where members stand", "Disputed: 23 June 2025: Mark Rutte said"),
    ("2025-06-05", "2025-06-05", "Statements", "Warning: February 2025: Pete Hegseth warned"),
    (
        "2025-04-22",
        "2025-04-22",
        "What members set themselves and ask for",
        "National goal: 22 April 2025: Spain will reach 2% of GDP",
    ),
    (
        "2025-06-03",
        "2025-06-03",
        "Meetings and who comes",
        "Confirmed: 3 June 2025: The Hague summit: United States, President: The White House",
    ),
]


@pytest.mark.parametrize(("since", "as_of", "topic", "line"), LINES)
def test_a_change_is_told_under_its_topic_with_its_day(
    desk: Desk, since: str, as_of: str, topic: str, line: str
) -> None:
    found = told(changes(desk, since, as_of))
    assert [each for each in found[topic] if each.startswith(line)] != []


def test_the_answer_opens_with_how_much_changed_and_what_weighs_most(desk: Desk) -> None:
    counted, by_topic, weightiest = changes(desk, "2025-06-25", "2025-06-26").lead
    assert counted.text.startswith("Newly known from 25 June 2025 to 26 June 2025: ")
    assert by_topic.text.startswith("By topic: commitments 4, meetings and who comes ")
    assert weightiest.text.startswith(
        "The weightiest is of 25 June 2025: Defence investment commitment of The Hague."
    )


def test_without_a_day_the_last_thirty_are_told(desk: Desk) -> None:
    title = changes(desk, None, "2025-06-05").title.text
    assert title == "What changed from 6 May 2025 to 5 June 2025"


def test_nothing_is_told_that_was_not_known_yet_or_was_known_before(desk: Desk) -> None:
    found = changes(desk, "2025-06-01", "2025-06-05")
    said = " ".join(each.text for each in found.sentences())
    assert "attended; he sat at the King's table" not in said
    assert "Secretary General Rutte's proposal." not in said


def test_a_day_with_much_news_is_told_by_names_and_says_so(desk: Desk) -> None:
    month = changes(desk, "2025-05-27", "2025-06-26")
    line = "Attendance: 18 June 2025: The Hague summit, confirmed: Canada; expected: Ukraine."
    assert line in told(month)["Meetings and who comes"]
    assert "it is told by names alone" in month.caveats[0].text


def test_a_quiet_span_names_the_last_change_before_it(desk: Desk) -> None:
    quiet = changes(desk, None, None)
    first, last = quiet.lead
    assert first.text == (
        "Nothing became known, was corrected or withdrawn from 26 October 2026 to 25 November 2026."
    )
    assert last.text.startswith("The last change before is of 6 October 2026: ")
    assert quiet.sections == ()
    assert quiet.follow_ups[0].arguments == "2026-10-06"


def test_before_anything_was_known_the_answer_says_so(desk: Desk) -> None:
    (_, last) = changes(desk, "2012", "2013-01-01").lead
    assert last.text == "Nothing is recorded here of any day before either."


def test_a_day_after_the_one_asked_about_is_refused(desk: Desk) -> None:
    with pytest.raises(QuestionError, match="Give an earlier one"):
        changes(desk, "2025-06-06", "2025-06-05")


def ended(knowledge: Knowledge, *more: Revision) -> Desk:
    """The first national goal was ended on 1 November 2026."""
    first = next(each for each in knowledge.revisions if isinstance(each.fact, Pledge))
    over = replace(first, known_until=NOVEMBER, why="The report was wrong.")
    revisions = [over if each is first else each for each in knowledge.revisions]
    sources = knowledge.sources.values()
    known = Knowledge.of(knowledge.roster, knowledge.ledger, sources, [*revisions, *more])
    return Desk.of(known, Voice.of("en"), TODAY)


def goal(knowledge: Knowledge) -> Pledge:
    return next(each.fact for each in knowledge.revisions if isinstance(each.fact, Pledge))


def test_what_was_withdrawn_is_told_with_the_reason(knowledge: Knowledge) -> None:
    found = changes(ended(knowledge), "2026-10-31", None)
    (line,) = (each for lines in told(found).values() for each in lines)
    assert line.startswith("Withdrawn: 1 November 2026: no longer held to be so: ")
    assert line.endswith(" Why: The report was wrong.")
    assert found.lead[0].text.endswith(": 0. Corrected: 0. Withdrawn: 1.")


def test_what_was_corrected_is_told_with_what_it_was_and_not_as_new(knowledge: Knowledge) -> None:
    other = replace(goal(knowledge), claim="It is another share.")
    found = changes(ended(knowledge, Revision(other, NOVEMBER)), "2026-10-31", None)
    (line,) = (each for lines in told(found).values() for each in lines)
    assert line.startswith("Corrected: 1 November 2026: It is another share. Before, it was: ")


def test_what_was_known_for_some_days_only_is_told_as_both(knowledge: Knowledge) -> None:
    passing = replace(goal(knowledge), id="passing")
    desk = ended(knowledge, Revision(passing, date(2026, 11, 5), date(2026, 11, 8)))
    found = changes(desk, "2026-11-02", None)
    labels = [each.partition(":")[0] for lines in told(found).values() for each in lines]
    assert labels == ["Withdrawn", "National goal"]


def test_sources_that_disagree_are_told_side_by_side(desk: Desk) -> None:
    caveats = [each.text for each in changes(desk, "2025-06-01", "2025-06-22").caveats]
    assert [each for each in caveats if each.startswith("Sources disagree")] != []
