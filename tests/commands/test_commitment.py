"""Commitments: what they say, what changed on the way, who meets them, and what comes next."""

from datetime import date

import pytest

from commands.briefing import Briefing
from commands.desk import Desk
from commands.registry import answer
from data.errors import QuestionError

SEED, TODAY = "2025-06-05", "2026-11-25"
DAYS = ("2014-12-31", "2023-12-31", "2025-06-20", "2025-06-25", TODAY)


def commitment(desk: Desk, text: str, as_of: str) -> Briefing:
    return answer(desk, "commitment", {"commitment": text} if text else {}, as_of)


def lead(briefing: Briefing) -> str:
    return " ".join(sentence.text for sentence in briefing.lead)


def section(briefing: Briefing, title: str) -> list[tuple[str, str]]:
    return [
        (fact.label, fact.sentence.text)
        for each in briefing.sections
        if each.title is not None and each.title.text == title
        for fact in each.facts
    ]


def row(briefing: Briefing, clause: str) -> list[str]:
    assert briefing.table is not None
    (cells,) = (row for row in briefing.table.rows if row[0].text == clause)
    return [cell.text for cell in cells[1:]]


# typed | as of | what the lead says
LEADS = [
    ("", TODAY, "Agreed on 25 June 2025: At The Hague the Allies committed themselves"),
    ("", TODAY, "Members at 3.5% of GDP or more in 2026 (with estimates): 5 of 31."),
    ("", TODAY, "Next: The review is due in 2029, 3 years from now; no day is known."),
    ("", SEED, "Agreed on 11 July 2023: At Vilnius the Allies committed themselves"),
    ("", "2025-06-24", "Agreed on 11 July 2023"),
    ("", "2025-06-25", "Agreed on 25 June 2025"),
    ("Rutte", SEED, "Proposed on 9 May 2025, not agreed: Mark Rutte proposed"),
    ("Rutte", SEED, "Next: The Hague summit is in 19 days"),
    ("Rutte", TODAY, "Superseded on 18 June 2025 by Draft declaration for The Hague"),
    ("Trump", SEED, "Demanded on 7 January 2025, not agreed"),
    ("Wales", "2014-12-31", "2% of GDP is to be reached by the end of 2024, 10 years from now."),
]


@pytest.mark.parametrize(("typed", "as_of", "words"), LEADS)
def test_the_answer_opens_with_what_it_is_on_that_day(
    desk: Desk, typed: str, as_of: str, words: str
) -> None:
    assert words in lead(commitment(desk, typed, as_of))


# clause | proposed in May | drafted in June | agreed
FROM_PROPOSAL_TO_DECLARATION = [
    ("Defence", "at least 3.5% by 2032", "at least 3.5% by 2035", "at least 3.5% by 2035"),
    ("Broader security", "1.5% by 2032", "1.5% by 2035", "up to 1.5% by 2035"),
    (
        "Yearly increase",
        "0.2 percentage points a year from 2026 on",
        "not in it",
        "not in it",
    ),
    ("Annual plans", "not in it", "not in it", "each year"),
    ("Review", "not in it", "in 2029", "in 2029"),
]


@pytest.mark.parametrize("cells", FROM_PROPOSAL_TO_DECLARATION)
@pytest.mark.parametrize("text", ["The Hague", "Rutte"])
def test_what_changed_from_the_proposal_to_the_declaration(
    desk: Desk, text: str, cells: tuple[str, ...]
) -> None:
    clause, *told = cells
    assert row(commitment(desk, text, TODAY), clause) == told


def test_a_proposal_stands_beside_what_holds(desk: Desk) -> None:
    found = commitment(desk, "Rutte", SEED)
    assert row(found, "Defence") == ["at least 2%", "at least 3.5% by 2032"]
    assert row(found, "Equipment") == ["at least 20%", "not in it"]


def test_a_text_alone_has_no_table(desk: Desk) -> None:
    assert commitment(desk, "Wales", "2014-12-31").table is None


def test_a_text_that_took_the_place_of_another_says_so(desk: Desk) -> None:
    facts = section(commitment(desk, "The Hague", TODAY), "Where it comes from")
    took = [text.partition(" (")[0] for label, text in facts if label == "Took the place of"]
    assert took == ["Defence Investment Pledge of Vilnius", "President Trump's demand"]


def test_nothing_later_is_known_of_a_proposal_before_the_summit(desk: Desk) -> None:
    found = commitment(desk, "Rutte", SEED)
    assert [label for label, _ in section(found, "Where it comes from")] == [
        "Proposed by",
        "Proposed",
    ]


# as of | how many requests for change were known
REQUESTS = [("2025-05-14", 0), ("2025-06-05", 5), (TODAY, 11)]


@pytest.mark.parametrize(("as_of", "known"), REQUESTS)
def test_requests_for_change_are_told_as_far_as_they_were_known(
    desk: Desk, as_of: str, known: int
) -> None:
    told = section(
        commitment(desk, "Rutte", as_of), "What members asked to have changed on the way"
    )
    assert len(told) == known


def test_a_reading_of_its_own_is_told_with_who_disputes_it(desk: Desk) -> None:
    told = section(commitment(desk, "The Hague", TODAY), "How Spain reads it")
    assert [label for label, _ in told] == ["Own reading", *["Disputed"] * 7]


def test_members_at_the_share_are_named_where_they_are_few(desk: Desk) -> None:
    told = section(commitment(desk, "The Hague", TODAY), "Where the members stand")
    assert ("Reached by", "Estonia, Greece, Latvia, Lithuania, Poland.") in told
    assert ("Not asked", "Iceland.") in told


def test_what_comes_next_is_in_order_of_time(desk: Desk) -> None:
    told = section(commitment(desk, "The Hague", TODAY), "What comes next")
    assert [label for label, _ in told] == [
        "Review",
        "Core defence",
        "Core and broader",
        "Annual plans",
    ]


def test_what_has_ended_has_nothing_to_come(desk: Desk) -> None:
    assert section(commitment(desk, "Vilnius", TODAY), "What comes next") == []


@pytest.mark.parametrize("as_of", DAYS)
def test_every_commitment_of_a_day_is_answered(desk: Desk, as_of: str) -> None:
    known = desk.knowledge.commitments(date.fromisoformat(as_of))
    assert all(commitment(desk, each.id, as_of).title.text == each.title for each in known)


# typed | as of | what the sentence must hold
WRONG = [
    ("", "2013-01-01", "No commitment held on 2013-01-01. Ask as of 2014-09-05 or later."),
    ("The Hague", SEED, "was not known on 2025-06-05"),
    ("Vilnus", TODAY, "Did you mean Defence Investment Pledge of Vilnius?"),
]


@pytest.mark.parametrize(("typed", "as_of", "words"), WRONG)
def test_a_commitment_that_is_not_there_says_what_would_work(
    desk: Desk, typed: str, as_of: str, words: str
) -> None:
    with pytest.raises(QuestionError) as caught:
        commitment(desk, typed, as_of)
    assert words in str(caught.value)
