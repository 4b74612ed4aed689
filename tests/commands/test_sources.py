"""What something rests on: how many sources of which grade, what each supports, what is thin."""

from datetime import date

import pytest

from commands.briefing import Briefing, Figure
from commands.desk import Desk
from commands.registry import answer
from commands.subjects import id_of_fact
from data.errors import QuestionError
from data.facts.records import Stance

BEFORE, AFTER = "2025-06-05", "2025-06-26"


def sources(desk: Desk, subject: str, as_of: str | None = None) -> Briefing:
    return answer(desk, "sources", {"subject": subject}, as_of)


def told(briefing: Briefing) -> list[str]:
    """Each line under its heading."""
    return [
        f"{section.title.text} | {fact.label}: {fact.sentence.text}"
        for section in briefing.sections
        if section.title is not None
        for fact in section.facts
    ]


OFFICIAL, WIRE = "Official", "News agencies and newspapers of record"
WEAK = "Weak: neither official nor a newspaper of record"

# subject | as of | a line that must be there
LINES = [
    ("Spain", BEFORE, f"{OFFICIAL} | Figures: NATO, 17 June 2024: shares of GDP 11, "),
    ("Spain", BEFORE, f"{OFFICIAL} | Stances: La Moncloa, 22 April 2025: a stance, an own goal."),
    ("Spain", AFTER, f"{WIRE} | Stances: EFE, 22 June 2025: a stance, an own reading."),
    ("Spain", None, f"{WEAK} | Figures: NATO, July 2026: shares of GDP 13, "),
    ("Spain", None, f"{WEAK} | Figures: Shephard Media, 2022: "),
    ("The Hague summit", AFTER, f"{OFFICIAL} | Meeting: NATO, 11 July 2023: when and where it is."),
    ("The Hague summit", None, f"{WIRE} | Who comes: "),
    ("hague-2025", AFTER, f"{OFFICIAL} | What was agreed: NATO, 25 June 2025: "),
    ("rutte-2025", BEFORE, f"{WIRE} | What was agreed: TASR, after AFP, 9 May 2025: "),
    ("rutte-2025", BEFORE, "wishes for change 2"),
    ("Sweden", None, "Membership: "),
]


@pytest.mark.parametrize(("subject", "as_of", "line"), LINES)
def test_each_source_stands_with_what_it_supports(
    desk: Desk, subject: str, as_of: str | None, line: str
) -> None:
    lines = told(sources(desk, subject, as_of))
    assert any(line in each for each in lines), lines


@pytest.mark.parametrize("subject", ["Spain", "Iceland", "The Hague summit", "Rutte", "Vilnius"])
def test_the_lead_counts_all_sources_by_grade(desk: Desk, subject: str) -> None:
    briefing = sources(desk, subject)
    every, official, wire, weak = (
        int(part.value) for part in briefing.lead[0].parts if isinstance(part, Figure)
    )
    grades = [each.grade for each in briefing.citations]
    counted = tuple(grades.count(grade) for grade in ("official", "wire", "other"))
    lines = sum(len(section.facts) for section in briefing.sections)
    assert (official, wire, weak) == counted
    assert every == lines == len(grades)


# subject | as of | how many facts and figures rest on weak sources alone
WEAKNESS = [
    ("vilnius-2023", None, "No fact or figure rests on weak sources alone."),
    ("rutte-2025", AFTER, "Facts and figures that rest on weak sources alone: 7 of 35."),
]


@pytest.mark.parametrize(("subject", "as_of", "lead"), WEAKNESS)
def test_the_lead_says_what_rests_on_weak_sources_alone(
    desk: Desk, subject: str, as_of: str | None, lead: str
) -> None:
    assert sources(desk, subject, as_of).lead[1].text == lead


def test_what_is_thin_is_told_and_the_rest_of_it_counted(desk: Desk) -> None:
    caveats = [each.text for each in sources(desk, "Spain").caveats]
    assert caveats[0].startswith("Weak evidence: The figures were read from copies of NATO's")
    assert caveats[-1].startswith("Further notes on weak evidence: ")


def test_contradictions_are_counted_and_told(desk: Desk) -> None:
    briefing = sources(desk, "the-hague-2025", "2025-06-05")
    assert "contradict each other" in briefing.lead[2].text
    assert any("disagree" in line.text for line in briefing.caveats)


def test_nothing_published_later_stands_among_the_sources(desk: Desk) -> None:
    published = [each.published_on for each in sources(desk, "Spain", BEFORE).citations]
    assert [day for day in published if day > BEFORE[: len(day)]] == []


def test_one_fact_has_its_own_sources(desk: Desk) -> None:
    fact = desk.knowledge.stances("ESP", date(2025, 6, 5))[-1]
    briefing = sources(desk, id_of_fact(fact.id), BEFORE)
    assert isinstance(fact, Stance)
    assert {each.source for each in briefing.citations} == {each.source for each in fact.cites}


def test_before_anything_was_recorded_it_says_so(desk: Desk) -> None:
    briefing = sources(desk, "Montenegro", "2013-01-01")
    assert briefing.lead[0].text == ("Nothing of Montenegro was recorded here by 1 January 2013.")


def test_what_nobody_knows_has_no_sources(desk: Desk) -> None:
    with pytest.raises(QuestionError, match="Write a country"):
        sources(desk, "Atlantis")
