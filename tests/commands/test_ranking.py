"""Members in the order of their shares: all, a group, or around one of them."""

import pytest

from commands.briefing import Briefing
from commands.desk import Desk
from commands.registry import answer
from data.errors import QuestionError

BEFORE, TODAY = "2025-06-05", "2026-11-25"


def lead(briefing: Briefing) -> str:
    return " ".join(sentence.text for sentence in briefing.lead)


def rows(briefing: Briefing) -> list[str]:
    assert briefing.table is not None
    return [" ".join(cell.text for cell in row) for row in briefing.table.rows]


# as of | what is asked | what the first sentences say
LEADS: list[tuple[str, dict[str, str], list[str]]] = [
    (
        TODAY,
        {},
        [
            "At the top of 31 members in 2026: Lithuania with 5.33% of GDP",
            "at the bottom: Slovenia with 1.61%.",
            "5 of the 31 reach the 3.5% for core defence agreed for 2035.",
        ],
    ),
    (
        BEFORE,
        {},
        ["in 2024: Poland with", "Spain with 1.24%", "reach the agreed 2% for defence."],
    ),
    (
        TODAY,
        {"group": "Baltic"},
        ["Baltic members, at the top of 3 in 2026: Lithuania", "3 of the 3 reach"],
    ),
    (
        TODAY,
        {"at": "Spain"},
        [
            "Spain is in place 29 of 31 in 2026, with 2.00% of GDP.",
            "The same share: Belgium.",
            "Next above: Czechia with 2.01%; next below: Slovenia with 1.61%.",
            "It is 1.50 percentage points below the 3.5%",
        ],
    ),
    (TODAY, {"at": "Lithuania"}, ["Nobody above; next below: Estonia with 5.10%."]),
    (TODAY, {"at": "Slovenia"}, ["Next above: Belgium and Spain with 2.00%; nobody below."]),
    (TODAY, {"at": "Iceland"}, ["Iceland has no place in this ranking. Iceland: no armed forces"]),
    (
        TODAY,
        {"clause": "equipment", "year": "2023", "group": "B9"},
        ["Hungary with 49.77% of defence spending on equipment", "8 of the 9 reach the 20%"],
    ),
    (TODAY, {"year": "2030"}, ["No such figure of these members for 2030 was known"]),
]


@pytest.mark.parametrize(("day", "asked", "words"), LEADS)
def test_a_ranking_opens_with_the_answer(
    desk: Desk, day: str, asked: dict[str, str], words: list[str]
) -> None:
    said = lead(answer(desk, "ranking", asked, day))
    assert [each for each in words if each not in said] == []


def test_equal_shares_have_equal_places(desk: Desk) -> None:
    found = rows(answer(desk, "ranking", {}, TODAY))
    assert found[7:10] == [
        "8 Norway 3.17% on course",
        "8 United States 3.17% behind",
        "10 Türkiye 2.85% on course",
    ]


def test_changes_are_those_since_the_edition_before_which_is_named(desk: Desk) -> None:
    briefing = answer(desk, "ranking", {"year": "2025"}, TODAY)
    said = " ".join(each.text for each in briefing.caveats)
    assert "3 Estonia 3.93% met +0.55 up 1" in rows(briefing)
    assert "compare with the edition of 28 August 2025 for the same year, which counted" in said


def test_around_one_member_only_its_neighbours_are_listed_and_all_are_drawn(desk: Desk) -> None:
    briefing = answer(desk, "ranking", {"at": "Germany"}, TODAY)
    assert briefing.chart is not None
    assert len(rows(briefing)) == 7
    assert len(briefing.chart.bars) == 31
    assert [bar.name.text for bar in briefing.chart.bars if bar.marked] == ["Germany"]


def test_a_country_counts_in_its_group_from_the_day_it_joined_the_alliance(desk: Desk) -> None:
    before = answer(desk, "ranking", {"group": "Nordic", "edition": "2019-06-25"}, "2020-01-01")
    said = [fact.sentence.text for section in before.sections for fact in section.facts]
    assert "Finland and Sweden: not in NATO then." in said
    assert [row.split()[1] for row in rows(before)] == ["Norway", "Denmark"]


def test_a_member_outside_the_group_is_refused(desk: Desk) -> None:
    with pytest.raises(QuestionError, match="Spain is not one of Baltic members"):
        answer(desk, "ranking", {"group": "Baltic", "at": "Spain"}, TODAY)


def test_before_anything_was_asked_there_is_nothing_to_rank_by(desk: Desk) -> None:
    with pytest.raises(QuestionError, match="by 2013-01-01; the first one is of 2014-09-05"):
        answer(desk, "ranking", {}, "2013-01-01")
