"""The picture of a member: its courses, the levels, and what is said of it in words."""

import pytest

from commands.briefing import Chart
from commands.desk import Desk
from commands.registry import answer

BEFORE, AFTER = "2025-06-05", "2026-11-25"


def chart(desk: Desk, member: str, day: str, commitment: str | None = None) -> Chart | None:
    asked = {"member": member} | ({"commitment": commitment} if commitment else {})
    return answer(desk, "target", asked, day).chart


def drawn(desk: Desk, member: str, day: str, commitment: str | None = None) -> Chart:
    found = chart(desk, member, day, commitment)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("member", "day", "courses"),
    [
        ("Spain", AFTER, [("past", "core defence", 2014, 2026)]),
        (
            "Poland",
            AFTER,
            [
                ("past", "core defence", 2014, 2026),
                ("before", "defence (August 2025)", 2014, 2025),
            ],
        ),
        ("Germany", "2025-10-01", [("past", "defence", 2014, 2024)]),
        (
            "Spain",
            BEFORE,
            [
                ("past", "defence (June 2024)", 2014, 2024),
                ("past", "defence (April 2025)", 2024, 2024),
            ],
        ),
    ],
)
def test_editions_are_never_joined(
    desk: Desk, member: str, day: str, courses: list[tuple[str, str, int, int]]
) -> None:
    assert [
        (each.kind, each.name.text, int(each.points[0].year.value), int(each.points[-1].year.value))
        for each in drawn(desk, member, day).courses
    ] == courses


@pytest.mark.parametrize(
    ("day", "commitment", "levels"),
    [
        (BEFORE, None, [("agreed: 2%", 2014, None), ("not agreed: 3.5% by 2032", 2025, 2032)]),
        (AFTER, None, [("agreed before: 2%", 2014, 2025), ("agreed: 3.5% by 2035", 2025, 2035)]),
        (AFTER, "Vilnius", [("agreed before: 2%", 2023, 2025)]),
        ("2016-12-01", None, [("agreed: 2% by 2024", 2014, 2024)]),
    ],
)
def test_levels_are_those_known_on_the_day(
    desk: Desk, day: str, commitment: str | None, levels: list[tuple[str, int, int | None]]
) -> None:
    found = drawn(desk, "Spain", day, commitment).levels
    assert [(each.name.text, each.start, each.end) for each in found] == levels


@pytest.mark.parametrize(
    ("member", "day", "told"),
    [
        ("Spain", BEFORE, "a point from the edition of 24 April 2025: 1.24% (2024, estimate)"),
        ("Spain", BEFORE, "The level of 2% is 0.76 percentage points above that."),
        ("Spain", AFTER, "3.5%, asked for by 2035, is 1.50 percentage points above that."),
        ("Poland", AFTER, "the lowest is 1.86% in 2014, the highest 4.68% in 2026"),
        ("Poland", AFTER, "The level of 3.5% is reached."),
    ],
)
def test_the_picture_is_told_in_words(desk: Desk, member: str, day: str, told: str) -> None:
    assert told in drawn(desk, member, day).alt.text


def test_the_source_names_the_editions_and_the_signs(desk: Desk) -> None:
    assert drawn(desk, "Poland", AFTER).source.text == (
        "Source: NATO, editions of 10 July 2026 and 28 August 2025; hollow points are estimates."
    )


def test_every_member_has_a_picture_wherever_it_has_figures(desk: Desk) -> None:
    without = {
        member.id
        for member in desk.knowledge.roster
        for day in (BEFORE, AFTER)
        if chart(desk, member.id, day) is None
    }
    assert without == {"ISL"}
