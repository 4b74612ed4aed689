"""Two to six members side by side."""

import pytest

from commands.briefing import Briefing
from commands.desk import Desk
from commands.registry import answer
from data.errors import QuestionError

BEFORE, TODAY = "2025-06-05", "2026-11-25"


def lead(briefing: Briefing) -> str:
    return " ".join(sentence.text for sentence in briefing.lead)


# as of | members | what the first sentences say
LEADS = [
    (
        TODAY,
        "Poland, Germany, Spain",
        [
            "At or above the 3.5% for core defence agreed for 2035 in 2026: Poland with 4.68%.",
            "Below it: Germany with 2.69% (0.81 percentage points short) and Spain with 2.00%",
            "From 2023 to 2026 Poland moved by 0.47 percentage points a year, Spain by 0.28",
            "In money Germany spends most with USD 147.0 billion, Spain least with USD 41.8",
        ],
    ),
    (
        BEFORE,
        "Italy and Spain",
        ["Below the agreed 2% for defence in 2024: Italy with 1.50%", "Spain with 1.24%"],
    ),
    (TODAY, "Spain, Iceland", ["Nothing is asked of Iceland: no armed forces."]),
    ("2022-08-01", "Poland Sweden", ["Not in NATO on 1 August 2022: Sweden."]),
]


@pytest.mark.parametrize(("day", "members", "words"), LEADS)
def test_a_comparison_opens_with_who_is_above_and_who_is_not(
    desk: Desk, day: str, members: str, words: list[str]
) -> None:
    said = lead(answer(desk, "compare", {"members": members}, day))
    assert [each for each in words if each not in said] == []


def test_each_member_has_a_row_and_a_line(desk: Desk) -> None:
    briefing = answer(desk, "compare", {"members": "Spain, Poland"}, TODAY)
    assert briefing.table is not None
    assert briefing.chart is not None
    assert [[cell.text for cell in row] for row in briefing.table.rows] == [
        ["Spain", "2.00%", "−1.50", "+0.28", "41.8", "on course"],
        ["Poland", "4.68%", "+1.18", "+0.47", "53.1", "met"],
    ]
    assert [course.name.text for course in briefing.chart.courses] == ["Spain", "Poland"]


def test_years_that_differ_stand_beside_the_shares(desk: Desk) -> None:
    briefing = answer(desk, "compare", {"members": "Germany, Poland"}, "2025-09-01")
    assert briefing.table is not None
    assert [row[1].text for row in briefing.table.rows] == [
        "2.00% (2024, estimate)",
        "4.48% (2025, estimate)",
    ]


def test_a_newer_figure_left_out_for_the_sake_of_one_edition_is_told(desk: Desk) -> None:
    briefing = answer(desk, "compare", {"members": "Poland, Hungary"}, "2026-05-01")
    said = " ".join(each.text for each in briefing.caveats)
    assert "Poland has a newer figure, 4.3% (2025, estimate), in the edition of" in said


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ("Spain", "Spain alone cannot be compared."),
        ("Spain, Spain", "Spain is named twice."),
        ("", "Which members?"),
    ],
)
def test_what_cannot_be_compared_gets_one_clear_sentence(
    desk: Desk, members: str, words: str
) -> None:
    with pytest.raises(QuestionError) as caught:
        answer(desk, "compare", {"members": members}, TODAY)
    assert words in str(caught.value)
