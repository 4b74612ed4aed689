"""How the datasets of lines are drawn: axes, levels, courses, points."""

import json
from collections.abc import Sequence
from decimal import Decimal

from bot.charts.courses import year
from bot.charts.frame import JSON, place, raw
from bot.charts.look import Look
from bot.charts.scales import Scale, years
from commands.picture import Chart

BESIDE_TICKS = 6
"""From what stands at a height to the plot."""
YEAR_ROOM = 36


def axes(
    across: Scale,
    down: Scale,
    marks: Sequence[Decimal],
    texts: Sequence[str],
    shown: tuple[int, int, int],
) -> JSON:
    """Points nobody sees, which carry both axes."""
    first, end, last = shown
    values = [float(each) for each in marks]
    by_text = f"{_listed(texts)}[indexof({_listed(values)}, datum.value)]"
    on_years = years(first, end, last, max(1, int(across.end / YEAR_ROOM)))
    return {
        "data": {"values": [{"year": first, "value": values[0]}]},
        "mark": {"type": "point", "opacity": 0},
        "encoding": {
            "x": {
                "field": "year",
                "type": "quantitative",
                "scale": {"domain": across.domain, "nice": False, "zero": False},
                "axis": {"values": on_years, "format": "d", "grid": False, "labelOverlap": False},
            },
            "y": {
                "field": "value",
                "type": "quantitative",
                "scale": {"domain": down.domain, "nice": False, "zero": False},
                "axis": {
                    "values": values,
                    "labelExpr": by_text,
                    "labelPadding": BESIDE_TICKS,
                    "labelOverlap": False,
                    "domain": False,
                    "ticks": False,
                },
            },
        },
    }


def levels() -> list[JSON]:
    y = {"field": "value", "type": "quantitative"}
    rule: JSON = {
        "data": {"name": "levels"},
        "mark": {"type": "rule", "strokeWidth": 1.5},
        "encoding": {
            "x": {"field": "start", "type": "quantitative"},
            "x2": {"field": "end"},
            "y": y,
            "color": raw("colour"),
            "strokeDash": raw("dash"),
        },
    }
    cap: JSON = {
        "data": {"name": "levels"},
        "transform": [{"filter": "datum.ends"}],
        "mark": {"type": "point", "shape": "stroke", "angle": 90, "size": 80, "strokeWidth": 1.5},
        "encoding": {
            "x": {"field": "end", "type": "quantitative"},
            "y": y,
            "color": raw("colour"),
        },
    }
    return [rule, cap]


def courses() -> JSON:
    return {
        "data": {"name": "segments"},
        "mark": {"type": "line", "strokeCap": "butt", "strokeJoin": "round"},
        "encoding": {
            "x": {"field": "year", "type": "quantitative"},
            "y": {"field": "value", "type": "quantitative"},
            "detail": {"field": "run", "type": "nominal"},
            "color": raw("colour"),
            "strokeDash": raw("dash"),
            "strokeWidth": {"field": "thick", "type": "quantitative", "scale": None},
        },
    }


def leaders() -> JSON:
    return {
        "data": {"name": "leaders"},
        "mark": {"type": "rule", "strokeWidth": 0.8},
        "encoding": {
            "x": place("x"),
            "y": place("y"),
            "x2": {"field": "x2"},
            "y2": {"field": "y2"},
            "color": raw("colour"),
        },
    }


def points(look: Look) -> JSON:
    return {
        "data": {"name": "points"},
        "transform": [{"filter": "datum.shown"}],
        "mark": {"type": "point", "size": 26, "strokeWidth": 1.6, "opacity": 1},
        "encoding": {
            "x": {"field": "year", "type": "quantitative"},
            "y": {"field": "value", "type": "quantitative"},
            "stroke": raw("colour"),
            "fill": {
                "condition": {"test": "datum.estimate", "value": look.colours.card},
                **raw("colour"),
            },
            "shape": raw("shape"),
        },
    }


def breaks(chart: Chart, look: Look) -> list[JSON]:
    """An upright line where the counting changes: where what was counted before ends, and what is
    counted now begins after it."""
    ends = [year(each.points[-1]) for each in chart.courses if each.kind == "before"]
    starts = [year(each.points[0]) for each in chart.courses if each.kind == "past"]
    rows = [{"year": (end + start) / 2} for end in ends for start in starts if start > end]
    if not rows:
        return []
    return [
        {
            "data": {"values": rows[:1]},
            "mark": {"type": "rule", "strokeDash": [1, 3], "color": look.colours.axis},
            "encoding": {"x": {"field": "year", "type": "quantitative"}},
        }
    ]


def _listed(values: Sequence[object]) -> str:
    return json.dumps(list(values))
