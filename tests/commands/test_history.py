"""What became known when: of members, meetings, commitments and single facts, and of one year's
share; what was corrected and what was taken back."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from commands.briefing import Briefing, Figure
from commands.desk import Desk
from commands.registry import answer, meant
from commands.subjects import Subject, find_subject, id_of
from commands.suggestions import subjects
from commands.voice import Voice
from data.errors import QuestionError
from data.facts.knowledge import Knowledge, Revision
from data.facts.records import Attendance, Pledge
from data.rules import Unit
from tests.commands.conftest import TODAY

REASON = "The report was wrong."


def history(
    desk: Desk, subject: str, as_of: str | None = None, *, year: str | None = None
) -> Briefing:
    arguments = {"subject": subject} if year is None else {"subject": subject, "year": year}
    return answer(desk, "history", arguments, as_of)


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
    (
        "Rutte",
        "2025-06-05",
        "Proposed: 9 May 2025: Mark Rutte proposed that each member reach 3.5%",
    ),
    ("Rutte", "2025-06-05", "Request: 2 June 2025: President Peter Pellegrini said that Slovakia"),
    ("Rutte", None, "Superseded: 18 June 2025: Secretary General Rutte's proposal, superseded by"),
    (
        "c.hague-2025",
        None,
        "Replaced: 25 June 2025: It took the place of Defence Investment Pledge",
    ),
    ("c.hague-2025", None, "Disputed: 23 June 2025: Mark Rutte said NATO has no opt-out"),
    ("esp-2-2025", "2025-06-05", "Said by: Pedro Sánchez"),
    ("the-hague-zelensky-2025-05-25", "2025-06-05", "Not confirmed: 5 June 2025: NATO had not"),
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
    ("Vilnius 2023", "Vilnius summit: "),
    ("Vilnius pledge", "Defence Investment Pledge of Vilnius: "),
    ("c.vilnius-2023", "Defence Investment Pledge of Vilnius: "),
    ("The Hague declaration", "Defence investment commitment of The Hague: "),
    ("trump", "President Trump's demand: "),
    ("esp-2-2025", "Spain: one fact"),
    ("two-percent-count-2024-06-17-past-years", "NATO: one fact"),
    ("wales-2014-held", "Wales summit: one fact"),
]


@pytest.mark.parametrize(("typed", "title"), SUBJECTS)
def test_a_subject_is_a_member_a_meeting_a_commitment_or_a_fact(
    desk: Desk, typed: str, title: str
) -> None:
    assert history(desk, typed).title.text.startswith(title)


# as typed | what the sentence must hold
NONE = [
    ("Spian", "Did you mean Spain?"),
    ("Vilnus sumit", "Did you mean Vilnius summit?"),
    ("Vilnus pledge", "Did you mean Defence Investment Pledge of Vilnius?"),
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


# as typed | as of | the day from which it can be asked about
LATER = [
    ("the hague declaration", "2025-06-05", "2025-06-25"),
    ("c.hague-2025", "2025-06-05", "2025-06-25"),
    ("esp-2-2025", "2025-04-21", "2025-04-22"),
]


@pytest.mark.parametrize(("typed", "as_of", "known"), LATER)
def test_what_was_not_known_yet_is_refused_with_the_day_on_which_it_was(
    desk: Desk, typed: str, as_of: str, known: str
) -> None:
    with pytest.raises(QuestionError, match=f"Ask as of {known} or later"):
        history(desk, typed, as_of)


def test_every_subject_has_a_short_id_that_means_it_alone(desk: Desk) -> None:
    known = desk.knowledge
    subjects: list[Subject] = [
        *known.roster,
        *known.meetings(TODAY),
        *known.commitments(TODAY),
        *(find_subject(desk, each.fact.id, TODAY) for each in known.revisions),
    ]
    ids = {id_of(each): each for each in subjects}
    assert [each for each in ids if len(each) > 24 or set(each) & set(":~")] == []
    assert {each for each, it in ids.items() if find_subject(desk, each, TODAY) != it} == set()


def test_the_name_of_a_subject_that_is_offered_means_what_is_chosen(desk: Desk) -> None:
    offered = [each for typed in ("", "the", "r", "esp-") for each in subjects(desk, typed)]
    wrong = [
        (each, text)
        for each in offered
        for text in (each.value, each.typed)
        if meant(desk, "subject", text, TODAY) != each.value
    ]
    assert wrong == []


# member | year | as of | how the answer opens
SHARES = [
    (
        "Spain",
        "2024",
        "2025-06-05",
        (
            "For 2024, NATO's edition of 24 April 2025 gives Spain 1.24%, estimate: 0.04 "
            "percentage points less than the first to report that year, "
            "of 17 June 2024 (1.28%, estimate)."
        ),
    ),
    (
        "Poland",
        "2024",
        "2024-06-30",
        (
            "For 2024, NATO's edition of 17 June 2024 gives Poland 4.12%, estimate; no other "
            "edition held here reports that year."
        ),
    ),
    (
        "Germany",
        "2025",
        None,
        (
            "For 2025, NATO's edition of 10 July 2026 gives Germany 2.22%, estimate: 0.2 "
            "percentage points less than the first to report that year, "
            "of 26 March 2026 (2.4%, estimate)."
        ),
    ),
]


@pytest.mark.parametrize(("member", "year", "as_of", "lead"), SHARES)
def test_a_year_is_told_from_its_first_edition_to_its_last(
    desk: Desk, member: str, year: str, as_of: str | None, lead: str
) -> None:
    assert history(desk, member, as_of, year=year).lead[0].text == lead


def rows(briefing: Briefing) -> list[str]:
    assert briefing.table is not None
    return [" | ".join(cell.text for cell in row) for row in briefing.table.rows]


def test_every_edition_of_a_year_has_its_share_its_change_and_what_it_counts(desk: Desk) -> None:
    assert rows(history(desk, "Spain", year="2024")) == [
        "10 July 2026 | 1.42% | −0.01 | core defence expenditure",
        "28 August 2025 | 1.43%, estimate | +0.19 | defence expenditure",
        "24 April 2025 | 1.24%, estimate | −0.04 | defence expenditure",
        "17 June 2024 | 1.28%, estimate | – | defence expenditure",
    ]


def test_an_edition_that_leaves_the_year_blank_is_in_the_table(desk: Desk) -> None:
    assert "28 August 2025 | left blank | – | defence expenditure" in rows(
        history(desk, "Germany", year="2025")
    )


def test_another_measure_is_said_to_be_one(desk: Desk) -> None:
    caveats = [each.text for each in history(desk, "Spain", year="2024").caveats]
    assert [each for each in caveats if "may come from that" in each] != []


# subject | year | what the sentence must hold
NO_YEARS = [
    ("Spain", "2031", "They have the years 2012 to 2026."),
    ("Iceland", "2024", "gives Iceland a share of GDP."),
    ("The Hague", "2024", "The Hague summit is no member."),
    ("Spain", "last year", "'last year' is not a year we know."),
]


@pytest.mark.parametrize(("subject", "year", "words"), NO_YEARS)
def test_a_year_that_cannot_be_told_is_refused(
    desk: Desk, subject: str, year: str, words: str
) -> None:
    with pytest.raises(QuestionError) as caught:
        history(desk, subject, year=year)
    assert words in str(caught.value)


def altered(knowledge: Knowledge, kind: type[Pledge | Attendance], *more: Revision) -> Knowledge:
    """The first record of a kind ends on 1 November 2026, with a reason."""
    first = next(each for each in knowledge.revisions if isinstance(each.fact, kind))
    ended = replace(first, known_until=date(2026, 11, 1), why=REASON)
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
    assert withdrawn.endswith(f"{at.voice.signs(pledge.claim)} Why: {REASON}")
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
    assert line.endswith(f" Why: {REASON}")


def test_a_correction_that_leaves_the_words_as_they_were_says_so(knowledge: Knowledge) -> None:
    pledge = first_pledge(knowledge)
    after = Revision(replace(pledge, share=Decimal(3)), date(2026, 11, 1))
    at = Desk.of(altered(knowledge, Pledge, after), Voice.of("en"), TODAY)
    lines = told(history(at, pledge.id))
    (line,) = (each for each in lines if each.startswith("Corrected"))
    assert "This was said before as well; what is recorded of it changed." in line


# as of | how the answer on the fact opens
WITHDRAWN = [("2026-10-31", ""), (None, "Withdrawn on 1 November 2026. It said: ")]


@pytest.mark.parametrize(("as_of", "opening"), WITHDRAWN)
def test_a_fact_that_was_withdrawn_is_answered_as_of_both_days(
    knowledge: Knowledge, as_of: str | None, opening: str
) -> None:
    pledge = first_pledge(knowledge)
    at = Desk.of(altered(knowledge, Pledge), Voice.of("en"), TODAY)
    said = history(at, pledge.id, as_of).lead[0].text
    assert said.startswith(f"{opening}{at.voice.signs(pledge.claim)}")
