from decimal import Decimal

import pytest

from commands.briefing import Briefing, Figure
from commands.desk import Desk
from commands.registry import answer
from data.errors import QuestionError
from data.rules import Unit, Verdict


def target(desk: Desk, member: str, as_of: str | None = None) -> Briefing:
    return answer(desk, "target", {"member": member}, as_of)


def said(briefing: Briefing) -> str:
    """Everything a reader sees, as one text."""
    return "\n".join(sentence.text for sentence in briefing.sentences())


def figures(briefing: Briefing, unit: Unit) -> set[str]:
    return {
        str(round(part.value, part.places))
        for part in briefing.parts()
        if isinstance(part, Figure) and part.unit is unit
    }


# member | as of | verdict | words that must be there
CASES = [
    ("Spain", "2025-06-05", Verdict.BEHIND, ["1.24% (2024", "at least 2% of GDP"]),
    ("Spain", "2025-04-23", Verdict.BEHIND, ["1.28% (2024, estimate)"]),
    ("Spain", None, Verdict.ON_COURSE, ["2.00% (2026, estimate)", "3.5%", "2035", "2.1%"]),
    ("Poland", None, Verdict.MET, ["4.68% (2026, estimate)"]),
    ("Germany", "2025-09-01", Verdict.NOT_REPORTED, ["2.00% (2024", "2025 is not reported"]),
    ("Iceland", None, Verdict.NOT_APPLICABLE, ["no armed forces"]),
    ("Albania", None, Verdict.ON_COURSE, ["2.15% (2026, estimate)"]),
    ("United States", None, Verdict.BEHIND, ["3.17% (2026, estimate)"]),
    # In August 2025 everybody was at 2 % in 2025; the edition of July 2026 said otherwise.
    ("Czechia", "2025-06-24", Verdict.MET, ["2%"]),
    ("Slovenia", None, Verdict.BEHIND, ["1.61% (2026, estimate)"]),
    # The target year of Wales was 2024; before it, the pace decides.
    ("Spain", "2019-12-31", Verdict.BEHIND, ["2024"]),
    # The edition of June 2022 is held for nine members only, and Spain is not one of them.
    ("Spain", "2022-12-31", Verdict.NOT_REPORTED, ["2022", "0.92% (2019, estimate)"]),
]


@pytest.mark.parametrize(("member", "as_of", "verdict", "words"), CASES)
def test_target_gives_the_verdict_of_the_day(
    desk: Desk, member: str, as_of: str | None, verdict: Verdict, words: list[str]
) -> None:
    briefing = target(desk, member, as_of)
    assert briefing.verdict is verdict
    opening = "\n".join(sentence.text for sentence in briefing.lead)
    assert [each for each in words if each not in opening] == []


def test_spain_on_the_day_of_the_seed(desk: Desk) -> None:
    briefing = target(desk, "Spain", "2025-06-05")
    text = said(briefing)
    assert "Proposed, not agreed: Secretary General Rutte's proposal" in text
    assert "At least 3.5% of GDP by 2032: behind." in text
    assert {"2.26", "0.76"} <= figures(briefing, Unit.POINTS)
    assert "0.28" in figures(briefing, Unit.POINTS_A_YEAR)
    assert "it arrives in 2036, 4 years late" in text
    assert "At least 2% of GDP: not met." in text
    assert "edition of 24 April 2025" in briefing.stamp.sentence.text


def test_spain_today(desk: Desk) -> None:
    briefing = target(desk, "Spain")
    text = said(briefing)
    assert "At least 3.5% of GDP by 2035: on course." in text
    assert "1.50" in figures(briefing, Unit.POINTS)
    assert "0.17" in figures(briefing, Unit.POINTS_A_YEAR)
    assert "cannot be assessed, since nobody publishes figures for the broader part" in text
    assert "That is disputed, among others by Mark Rutte." in text
    assert "superseded on 25 June 2025" in text


def test_an_edition_that_restates_all_years_says_what_the_one_before_gave(desk: Desk) -> None:
    text = said(target(desk, "Poland"))
    assert "For 2025 this edition gives 4.25%" in text
    assert "gave 4.48%" in text
    assert "core defence expenditure" in text


def test_before_the_first_commitment_nothing_is_asked_and_the_answer_says_so(desk: Desk) -> None:
    briefing = target(desk, "Spain", "2013-01-01")
    assert briefing.verdict is None
    assert "No commitment on defence spending was known on 1 January 2013." in said(briefing)


def test_before_it_joined_nothing_is_asked_of_a_country(desk: Desk) -> None:
    text = said(target(desk, "Sweden", "2023"))
    assert "Sweden was not yet a member of NATO on 31 December 2023" in text


@pytest.mark.parametrize("day", ["2026-11-26", "2030", "2027-01"])
def test_a_day_ahead_is_refused_with_what_would_work(desk: Desk, day: str) -> None:
    with pytest.raises(QuestionError, match="Ask for 2026-11-25 or earlier"):
        target(desk, "Spain", day)


def test_the_running_year_ends_today(desk: Desk) -> None:
    assert target(desk, "Spain", "2026").stamp.as_of == "2026-11-25"


@pytest.mark.parametrize("day", ["2025-6", "2025-02-30", "tomorrow", "2025-13", "0000", ""])
def test_a_date_that_is_none_is_refused_with_what_would_work(desk: Desk, day: str) -> None:
    with pytest.raises(QuestionError, match="Write 2025-06-05, 2025-06 or 2025"):
        target(desk, "Spain", day)


def test_a_gap_in_money_is_the_share_of_the_same_edition(desk: Desk) -> None:
    """19,723 million euros at 1.24 % of GDP: 2.26 points are 35.9 billion."""
    briefing = target(desk, "Spain", "2025-06-05")
    euros = [
        part for part in briefing.parts() if isinstance(part, Figure) and part.currency == "EUR"
    ]
    assert Decimal(19723) / Decimal("1.24") * Decimal("2.26") in {part.value for part in euros}
    assert "EUR 35.9 billion" in {part.text for part in euros}
