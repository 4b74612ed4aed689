"""What is in a specification of lines."""

from typing import Any

import pytest

from bot.charts import ChartError
from bot.charts.frame import JSON
from bot.charts.look import Look
from bot.charts.spec import MOST_POINTS, spec
from tests.bot.charts.made import course, level, lines

SPAIN = {2021: "1.02", 2022: "1.13", 2023: "1.17", 2024: "1.42", 2025: "2.00e", 2026: "2.00e"}


@pytest.fixture(scope="module")
def spain() -> JSON:
    levels = [level("before", "2", 2014, 2025), level("agreed", "3.5", 2025, 2035)]
    return spec(lines(course("Spain", SPAIN), levels=levels), Look())


def rows(drawn: JSON, dataset: str) -> list[dict[str, Any]]:
    return drawn["datasets"][dataset]


def runs(drawn: JSON) -> list[tuple[list[int], bool]]:
    """The years of each piece of a line, and whether it is dashed."""
    found: dict[int, list[dict[str, Any]]] = {}
    for row in rows(drawn, "segments"):
        found.setdefault(row["run"], []).append(row)
    return [([each["year"] for each in run], bool(run[0]["dash"])) for run in found.values()]


def texts(drawn: JSON) -> list[str]:
    return [each["text"].replace("\n", " ") for each in rows(drawn, "labels")]


def said(drawn: JSON) -> str:
    marks = (each["mark"] for each in drawn["layer"])
    return " ".join(line for mark in marks for line in mark.get("text", ()))


def axis(drawn: JSON, name: str) -> dict[str, Any]:
    return next(
        each["encoding"][name]["axis"]
        for each in drawn["layer"]
        if "axis" in each.get("encoding", {}).get(name, {})
    )


def test_every_value_is_in_the_data_with_its_words(spain: JSON) -> None:
    found = {each["year"]: (each["value"], each["text"]) for each in rows(spain, "points")}
    assert found[2024] == (1.42, "1.42%")
    assert list(found) == list(SPAIN)


def test_a_line_is_dashed_into_estimates(spain: JSON) -> None:
    assert runs(spain) == [([2021, 2022, 2023, 2024], False), ([2024, 2025, 2026], True)]


def test_estimates_are_hollow_points(spain: JSON) -> None:
    hollow = [each["year"] for each in rows(spain, "points") if each["estimate"] and each["shown"]]
    assert hollow == [2025, 2026]
    fills = [
        each["encoding"]["fill"] for each in spain["layer"] if "fill" in each.get("encoding", {})
    ]
    assert fills[0]["condition"] == {"test": "datum.estimate", "value": spain["background"]}


def test_a_missing_year_breaks_the_line() -> None:
    drawn = spec(
        lines(course("Germany", {2020: "1.5", 2021: "1.4", 2023: "1.6", 2024: "2"})), Look()
    )
    assert runs(drawn) == [([2020, 2021], False), ([2023, 2024], False)]


def test_a_year_between_missing_ones_is_a_point_of_its_own() -> None:
    alone = {2014: "1", 2016: "1.1", 2018: "1.2", 2019: "1.3"}
    others = [course(name, SPAIN) for name in ("Italy", "Canada")]
    drawn = spec(lines(course("Iceland", alone), *others), Look())
    shown = [e["year"] for e in rows(drawn, "points") if e["course"] == "Iceland" and e["shown"]]
    assert 2016 in shown


def test_another_basis_is_grey_below_and_never_joined() -> None:
    before = course("defence", {2023: "3.2", 2024: "3.7"}, "before")
    drawn = spec(lines(course("core", {2025: "3.4", 2026: "3.6"}), before), Look())
    assert runs(drawn) == [([2023, 2024], False), ([2025, 2026], False)]
    assert rows(drawn, "segments")[0]["colour"] == Look().colours.before


def test_a_break_between_two_bases_is_marked() -> None:
    before = course("defence", {2023: "3.2", 2024: "3.7"}, "before")
    drawn = spec(lines(course("core", {2025: "3.4", 2026: "3.6"}), before), Look())
    marked = [each["data"].get("values") for each in drawn["layer"] if "data" in each]
    assert [{"year": 2024.5}] in marked


def test_what_lies_ahead_is_dashed_throughout() -> None:
    ahead = course("path", {2026: "2", 2027: "2.2", 2028: "2.4"}, "ahead")
    drawn = spec(lines(course("reported", {2025: "1.9", 2026: "2"}), ahead), Look())
    assert runs(drawn) == [([2025, 2026], False), ([2026, 2027, 2028], True)]


def test_levels_span_their_years_as_far_as_they_are_shown(spain: JSON) -> None:
    assert [(each["start"], each["end"]) for each in rows(spain, "levels")] == [
        (2020.75, 2025),
        (2025, 2035),
    ]


@pytest.mark.parametrize(("start", "end"), [(2000, 2010), (2040, None)])
def test_a_level_of_other_years_is_left_out(start: int, end: int | None) -> None:
    drawn = spec(lines(course("Spain", SPAIN), levels=[level("x", "2", start, end)]), Look())
    assert rows(drawn, "levels") == []


def test_what_was_only_proposed_is_dashed() -> None:
    proposed = level("proposed", "3.5", 2025, 2032).model_copy(update={"open": True})
    drawn = spec(lines(course("Spain", SPAIN), levels=[proposed]), Look())
    assert rows(drawn, "levels")[0]["dash"]


def test_lines_and_levels_are_named_where_they_are(spain: JSON) -> None:
    assert sorted(texts(spain)) == ["Spain 2.00%", "agreed", "before"]


def test_title_measure_source_and_words_for_who_cannot_see_it_are_there(spain: JSON) -> None:
    assert "Spain: share of GDP for defence" in said(spain)
    assert "Share of GDP, in percent" in said(spain)
    assert "Source: NATO; hollow points are estimates." in said(spain)
    assert spain["description"] == "A line that rises."


def test_the_height_of_a_share_begins_at_zero(spain: JSON) -> None:
    scales = [each["encoding"]["y"]["scale"] for each in spain["layer"] if "axis" in str(each)]
    assert scales[0]["domain"][0] == 0


@pytest.mark.parametrize(
    ("language", "ticks"),
    [("en", '["0%", "1%", "2%", "3%"]'), ("de", '["0\\u00a0%", '), ("tr", '["%0", "%1"')],
)
def test_shares_on_the_axis_are_written_as_the_reader_does(language: str, ticks: str) -> None:
    drawn = spec(lines(course("Spain", SPAIN), levels=[level("x", "3.5")]), Look(language=language))
    assert axis(drawn, "y")["labelExpr"].startswith(ticks)


def test_decimals_on_the_axis_have_the_sign_of_the_language() -> None:
    drawn = spec(lines(course("Spanien", {2024: "1.2", 2025: "1.4"})), Look(language="de"))
    assert "0,5" in axis(drawn, "y")["labelExpr"]


def test_years_on_the_axis_have_the_last_reported_one_among_them(spain: JSON) -> None:
    assert {2026, 2035} <= set(axis(spain, "x")["values"])


def test_nothing_is_fetched_from_anywhere(spain: JSON) -> None:
    assert [each for each in spain["layer"] if "url" in each.get("data", {})] == []


def test_more_points_than_can_be_seen_are_refused() -> None:
    many = dict.fromkeys(range(1, MOST_POINTS + 2), "1")
    with pytest.raises(ChartError, match="1001 points; at most 1000"):
        spec(lines(course("Spain", many)), Look())


def test_a_chart_without_a_point_is_refused() -> None:
    with pytest.raises(ChartError, match="no point"):
        spec(lines(course("Spain", {})), Look())
