"""Bars from zero, in the order in which they are given, and the levels that are asked for."""

import json
from collections.abc import Sequence
from decimal import Decimal

from bot.charts.frame import JSON, LABELS, Label, Plot, labelled, place, raw, tick_texts
from bot.charts.lettering import LINE, width, wrap
from bot.charts.look import Look
from bot.charts.places import Box, settle
from bot.charts.scales import Scale, places, ticks
from commands.picture import Bar, Chart
from commands.voice import Voice
from data.rules import Verdict

_ROW, _THICK = 16, 10
_AXIS = 18
_BESIDE = 5
_NAME_ROOM = 112
_LEVEL_ROOM = 160
_TICK_ROOM = 44


def plot(chart: Chart, look: Look, voice: Voice) -> Plot:
    names = [
        wrap(each.name.text, look.small, _NAME_ROOM, lines=2, bold=each.marked)
        for each in chart.bars
    ]
    left = max(
        _widest(lines, look, bold=bar.marked) for lines, bar in zip(names, chart.bars, strict=True)
    )
    left += _BESIDE
    tops = _tops(names, look)
    height = tops.pop()
    across = _across(chart, look, left)
    marks = _ticks(chart, across)
    texts = tick_texts(marks, chart.bars[0].value.unit, places(marks), voice)
    above, asked = _asked(chart, look, across)
    labels = [
        *asked,
        *_names(chart, names, tops, look),
        *_values(chart, tops, look, left),
    ]
    rows, letters = labelled(labels, look, rim=False)
    return Plot(
        left=left,
        above=above,
        width=across.end,
        height=height,
        below=_AXIS,
        datasets={
            "bars": [_bar(each, top, look) for each, top in zip(chart.bars, tops, strict=True)],
            "levels": [
                {
                    "level": each.name.text,
                    "value": float(each.value.value),
                    "text": each.value.text,
                    "colour": look.colours.open if each.open else look.colours.agreed,
                    "dash": [5, 3] if each.open else [],
                }
                for each in chart.levels
            ],
            LABELS: rows,
        },
        layers=[_axis(across, marks, texts), *_layers(height), *letters],
    )


def _widest(lines: Sequence[str], look: Look, *, bold: bool = False) -> float:
    return max(width(each, look.small, bold=bold) for each in lines)


def _tops(names: Sequence[Sequence[str]], look: Look) -> list[float]:
    """Where each row begins, and where the last one ends."""
    found = [0.0]
    for lines in names:
        found.append(found[-1] + max(_ROW, len(lines) * look.small * LINE + 3))
    return found


def _across(chart: Chart, look: Look, left: float) -> Scale:
    """Bars begin at zero; what they come to stands in a column beside them."""
    values = [float(each.value.value) for each in (*chart.bars, *chart.levels)]
    low, high = min(0.0, *values), max(0.0, *values)
    said = max(width(each.value.text, look.small, bold=each.marked) for each in chart.bars)
    room = look.width - 2 * look.margin - left - said - _BESIDE
    return Scale(low, high if high > low else 1.0, 0, room)


def _ticks(chart: Chart, across: Scale) -> list[Decimal]:
    values = [each.value.value for each in (*chart.bars, *chart.levels)]
    low, high = min(Decimal(0), *values), max(Decimal(0), *values)
    marks = ticks(low, high, max(2, int(across.end / _TICK_ROOM)))
    return [each for each in marks if across.low <= float(each) <= across.high]


def _colour(bar: Bar, look: Look) -> str:
    if bar.marked:
        return look.colours.marked
    reached = bar.verdict in (None, Verdict.MET)
    return look.colours.reached if reached else look.colours.short


def _bar(bar: Bar, top: float, look: Look) -> JSON:
    colour = _colour(bar, look)
    return {
        "name": bar.name.text,
        "value": float(bar.value.value),
        "text": bar.value.text,
        "estimate": bar.value.estimate,
        "verdict": bar.verdict,
        "marked": bar.marked,
        "colour": colour,
        "top": round(top + (_ROW - _THICK) / 2, 2),
        "bottom": round(top + (_ROW + _THICK) / 2, 2),
    }


def _names(
    chart: Chart, names: Sequence[Sequence[str]], tops: Sequence[float], look: Look
) -> list[Label]:
    return [
        Label(
            tuple(lines),
            -_BESIDE,
            top + (_ROW - look.small * LINE) / 2,
            look.colours.text,
            "right",
            bar.marked,
        )
        for bar, lines, top in zip(chart.bars, names, tops, strict=True)
    ]


def _values(chart: Chart, tops: Sequence[float], look: Look, left: float) -> list[Label]:
    edge = look.width - 2 * look.margin - left
    return [
        Label(
            (bar.value.text,),
            edge,
            top + (_ROW - look.small * LINE) / 2,
            look.colours.text,
            "right",
            bar.marked,
        )
        for bar, top in zip(chart.bars, tops, strict=True)
    ]


def _asked(chart: Chart, look: Look, across: Scale) -> tuple[float, list[Label]]:
    """What levels ask for, in as many rows above the bars as it takes."""
    words = [wrap(each.name.text, look.small, _LEVEL_ROOM, lines=2) for each in chart.levels]
    if not words:
        return 0.0, []
    line = look.small * LINE
    wishes: list[list[Box]] = []
    for level, lines in zip(chart.levels, words, strict=True):
        wide = _widest(lines, look)
        middle = across.at(float(level.value.value)) - wide / 2
        x = max(0.0, min(middle, across.end - wide))
        rows = range(2 * len(words))
        wishes.append(
            [Box(x, -line * (row + len(lines)) - 3, wide, line * len(lines)) for row in rows]
        )
    room = Box(0, -1000, across.end, 1000)
    found = settle(wishes, room, [], [])
    labels = [
        Label(
            tuple(lines),
            box.x + box.width / 2,
            box.y,
            look.colours.open if level.open else look.colours.agreed,
            "center",
        )
        for level, lines, box in zip(chart.levels, words, found, strict=True)
    ]
    return -min(box.y for box in found), labels


def _axis(across: Scale, marks: Sequence[Decimal], texts: Sequence[str]) -> JSON:
    values = [float(each) for each in marks]
    by_text = f"{json.dumps(list(texts))}[indexof({json.dumps(values)}, datum.value)]"
    return {
        "data": {"values": [{"value": 0}]},
        "mark": {"type": "point", "opacity": 0},
        "encoding": {
            "x": {
                "field": "value",
                "type": "quantitative",
                "scale": {"domain": across.domain, "nice": False, "zero": False},
                "axis": {
                    "values": values,
                    "labelExpr": by_text,
                    "labelOverlap": False,
                    "domain": False,
                    "ticks": False,
                    "labelPadding": 4,
                },
            }
        },
    }


def _layers(height: float) -> list[JSON]:
    x = {"field": "value", "type": "quantitative"}
    bar: JSON = {
        "data": {"name": "bars"},
        "mark": {"type": "rect", "strokeWidth": 1.2},
        "encoding": {
            "x": x,
            "x2": {"datum": 0},
            "y": place("top"),
            "y2": {"field": "bottom"},
            "fill": raw("colour"),
            "stroke": raw("colour"),
            "fillOpacity": {"condition": {"test": "datum.estimate", "value": 0.35}, "value": 1},
        },
    }
    level: JSON = {
        "data": {"name": "levels"},
        "mark": {"type": "rule", "strokeWidth": 1.5, "y": -2, "y2": height},
        "encoding": {"x": x, "color": raw("colour"), "strokeDash": raw("dash")},
    }
    return [bar, level]
