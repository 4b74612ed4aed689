"""What became known when: of members and of meetings, and what was taken back."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from commands.briefing import Briefing, Figure
from commands.desk import Desk
from commands.registry import answer
from commands.voice import Voice
from data.errors import QuestionError
from data.facts.knowledge import Knowledge, Revision
from data.facts.records import Attendance, Pledge
from data.rules import Unit
from tests.commands.conftest import TODAY


def history(desk: Desk, subject: str, as_of: str | None = None) -> Briefing:
    return answer(desk, "history", {"subject": subject}, as_of)


def told(briefing: Briefing) -> list[str]:
    """The lines, newest first, each with its label."""
    return [
        f"{fact.label}: {fact.sentence.text}"
        for section in briefing.sections
        for fact in section.facts
    ]


# subject | as of | a line that must be there
LINES = [
    (
        "Spain",
        "2025-06-05",
        "1.24% (2024, estimate), 0.04 percentage points less than the edition of 17 June 2024 (",
    ),
    ("Spain", "2025-06-05", "Proposed: 9 May 2025: Secretary General Rutte's proposal, not agreed"),
    ("Spain", None, "Own reading: 22 June 2025: Pedro Sánchez said that 2.1% of GDP"),
    ("Spain", None, "Disputed: 23 June 2025: Mark Rutte said NATO has no opt-out"),
    ("Spain", None, "Own goal: 22 April 2025: Spain will reach 2% of GDP"),
    ("Spain", None, "Agreed: 25 June 2025: Defence investment commitment of The Hague"),
    ("Poland", None, "It counts core defence expenditure and restates all years."),
    ("Germany", None, "NATO's edition leaves 2025 blank."),
    ("Spain", None, "Figures: 27 June 2022: NATO's edition reports 2022; the copy held here lacks"),
    ("Sweden", None, "Joined: 7 March 2024: joined NATO; agreed before, and asked of it since: "),
    ("The Hague", "2025-06-05", "Announced: 11 July 2023: The communiqué of Vilnius"),
    ("The Hague", "2025-06-05", "Date: 24–25 June 2025; before: 24–26 June 2025."),
    ("The Hague", "2025-06-05", "Not confirmed: 5 June 2025: Ukraine, President: NATO had not"),
    ("The Hague", None, "Attended: "),
]


@pytest.mark.parametrize(("subject", "as_of", "line"), LINES)
def test_a_change_is_told_with_its_day(
    desk: Desk, subject: str, as_of: str | None, line: str
) -> None:
    assert [each for each in told(history(desk, subject, as_of)) if line in each] != []


def test_nothing_is_told_that_was_not_known_yet(desk: Desk) -> None:
    lines = told(history(desk, "The Hague", "2025-06-05"))
    assert [line for line in lines if line.startswith("Attended")] == []
    lines = told(history(desk, "Spain", "2025-06-05"))
    assert [line for line in lines if line.startswith("Agreed: 25 June 2025")] == []


def test_the_lead_tells_the_last_change_and_counts_them_all(desk: Desk) -> None:
    briefing = history(desk, "Spain", "2025-06-05")
    last, counted = briefing.lead
    (count,) = (part for part in counted.parts if isinstance(part, Figure))
    assert last.text.endswith(told(briefing)[0].partition(": ")[2])
    assert (count.value, count.unit) == (len(told(briefing)), Unit.COUNT)
    assert counted.text == "Changes listed here since 5 September 2014: 15."


def test_a_revision_is_derived_from_both_editions(desk: Desk) -> None:
    derivations = history(desk, "Spain", "2025-06-05").derivations
    changes = [step for each in derivations for step in each.steps if step.symbol == "change"]
    assert changes[0].expression == "1.24 − 1.28"


def test_before_anything_was_known_the_answer_says_so(desk: Desk) -> None:
    briefing = history(desk, "Spain", "2013-01-01")
    assert briefing.lead[0].text == "Nothing of Spain was recorded here by 1 January 2013."
    assert briefing.sections == ()


def test_it_leads_on_to_where_the_subject_stands(desk: Desk) -> None:
    assert history(desk, "Spain").follow_ups[0].command == "target"
    assert history(desk, "The Hague").follow_ups[0].command == "summit"


# as typed | what the title opens with
SUBJECTS = [
    ("Espagne", "Spain: "),
    ("🇪🇸", "Spain: "),
    ("Ankara", "Ankara summit: "),
    ("Wales", "Wales summit: "),
    ("Spain 2022", "Madrid summit: "),
    ("the-hague-2025", "The Hague summit: "),
]


@pytest.mark.parametrize(("typed", "title"), SUBJECTS)
def test_a_subject_is_a_member_or_a_meeting(desk: Desk, typed: str, title: str) -> None:
    assert history(desk, typed).title.text.startswith(title)


# as typed | what the sentence must hold
NONE = [
    ("Spian", "Did you mean Spain?"),
    ("Vilnus sumit", "Did you mean Vilnius summit?"),
    ("Austria", "Austria is not a member of NATO."),
    ("qqqq", "Write a country, such as Spain, or the city of a meeting, such as"),
]


@pytest.mark.parametrize(("typed", "words"), NONE)
def test_a_subject_that_is_none_is_refused_with_what_would_work(
    desk: Desk, typed: str, words: str
) -> None:
    with pytest.raises(QuestionError) as caught:
        history(desk, typed)
    assert words in str(caught.value)


def altered(knowledge: Knowledge, kind: type[Pledge | Attendance], *more: Revision) -> Knowledge:
    """The first record of a kind ends on 1 November 2026."""
    first = next(each for each in knowledge.revisions if isinstance(each.fact, kind))
    ended = replace(first, known_until=date(2026, 11, 1))
    revisions = [ended if each is first else each for each in knowledge.revisions]
    sources = knowledge.sources.values()
    return Knowledge.of(knowledge.roster, knowledge.ledger, sources, [*revisions, *more])


def first_pledge(knowledge: Knowledge) -> Pledge:
    return next(each.fact for each in knowledge.revisions if isinstance(each.fact, Pledge))


def test_what_was_withdrawn_stays_in_the_list_and_is_said_to_be(knowledge: Knowledge) -> None:
    pledge = first_pledge(knowledge)
    at = Desk.of(altered(knowledge, Pledge), Voice.of("en"), TODAY)
    lines = told(history(at, pledge.members[0]))
    (withdrawn,) = (line for line in lines if line.startswith("Withdrawn: 1 November 2026: "))
    assert withdrawn.endswith(at.voice.signs(pledge.claim))
    assert [line for line in lines if line.startswith("Own goal")] != []
    assert told(history(at, pledge.members[0], "2026-10-31")) == lines[1:]


def test_what_was_corrected_is_told_with_what_it_was_before(knowledge: Knowledge) -> None:
    pledge = first_pledge(knowledge)
    corrected = replace(pledge, share=Decimal(3), claim="It is another share.")
    after = Revision(corrected, date(2026, 11, 1))
    at = Desk.of(altered(knowledge, Pledge, after), Voice.of("en"), TODAY)
    lines = told(history(at, pledge.members[0]))
    (line,) = (each for each in lines if each.startswith("Corrected: 1 November 2026: "))
    assert "It is another share. Before, it was: " in line
