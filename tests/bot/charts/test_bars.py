"""What is in a specification of bars."""

from itertools import pairwise

import pytest

from bot.charts.frame import JSON
from bot.charts.look import Look
from bot.charts.spec import spec
from data.rules import Verdict
from tests.bot.charts.made import bar, bars, level
from tests.bot.charts.test_lines import rows, texts

COLOURS = Look().colours


@pytest.fixture(scope="module")
def ranking() -> JSON:
    return spec(
        bars(
            bar("Poland", "4.68e", Verdict.MET),
            bar("Spain", "2.00e", Verdict.BEHIND, marked=True),
            bar("Slovenia", "1.61", Verdict.BEHIND),
            levels=[level("agreed", "3.5", 2025, 2035)],
        ),
        Look(),
    )


def test_bars_stand_in_the_order_given_one_below_the_other(ranking: JSON) -> None:
    found = rows(ranking, "bars")
    assert [each["name"] for each in found] == ["Poland", "Spain", "Slovenia"]
    assert all(above["bottom"] < below["top"] for above, below in pairwise(found))


def test_bars_begin_at_zero(ranking: JSON) -> None:
    ends = [each["encoding"]["x2"] for each in ranking["layer"] if "x2" in each.get("encoding", {})]
    assert ends == [{"datum": 0}]


def test_bars_below_zero_have_room_on_their_side() -> None:
    drawn = spec(bars(bar("Spain", "-0.4"), bar("Italy", "0.2")), Look())
    domain = next(
        each["encoding"]["x"]["scale"]["domain"] for each in drawn["layer"] if "axis" in str(each)
    )
    assert domain == [-0.4, 0.2]


def test_what_reaches_the_level_and_the_one_asked_about_differ(ranking: JSON) -> None:
    assert [each["colour"] for each in rows(ranking, "bars")] == [
        COLOURS.reached,
        COLOURS.marked,
        COLOURS.short,
    ]


def test_every_bar_says_its_name_and_value_and_the_level_its_own(ranking: JSON) -> None:
    assert {"Poland", "4.68%", "Spain", "2.00%", "Slovenia", "1.61%", "agreed"} == set(
        texts(ranking)
    )


def test_estimates_are_paler(ranking: JSON) -> None:
    assert [each["estimate"] for each in rows(ranking, "bars")] == [True, True, False]


def test_thirty_two_long_names_stay_on_the_card() -> None:
    name = "The United Kingdom of Great Britain and Northern Ireland"
    drawn = spec(bars(*(bar(name, "2.50") for _ in range(32))), Look())
    assert drawn["padding"]["left"] + drawn["width"] + drawn["padding"]["right"] == pytest.approx(
        360
    )
    assert drawn["padding"]["left"] < 140
