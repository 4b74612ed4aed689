"""What every picture has around its plot: the card, title, measure, source, and the lettering."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from bot.charts.lettering import LINE, wrap
from bot.charts.look import Look
from commands.picture import Chart
from commands.voice import Voice
from data.rules import Unit

JSON = dict[str, Any]

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
LABELS = "labels"
_BELOW_TITLE, _BELOW_MEASURE, _ABOVE_SOURCE = 3, 12, 10
_MOST_LINES, _MOST_SOURCE = 3, 6


@dataclass(frozen=True, slots=True)
class Plot:
    """The rectangle that is drawn into, and what is in it. `left` and `above` are the room that
    axes and labels take beside it, within the margin; `below` is what the lower axis takes."""

    left: float
    above: float
    width: float
    height: float
    below: float
    datasets: dict[str, list[JSON]]
    layers: list[JSON]


def framed(chart: Chart, look: Look, plot: Plot) -> JSON:
    colours, room = look.colours, look.width - 2 * look.margin
    title = wrap(chart.title.text, look.title, room, lines=_MOST_LINES, bold=True)
    measure = wrap(chart.measure, look.small, room, lines=_MOST_LINES)
    source = wrap(chart.source.text, look.small, room, lines=_MOST_SOURCE)
    head = _high(title, look.title) + _BELOW_TITLE + _high(measure, look.small) + _BELOW_MEASURE
    left, top = look.margin + plot.left, look.margin + head + plot.above
    bottom = plot.below + _ABOVE_SOURCE + _high(source, look.small) + look.margin
    said = [
        _lines(
            title, -plot.left, look.margin - top, size=look.title, colour=colours.text, bold=True
        ),
        _lines(
            measure,
            -plot.left,
            look.margin - top + _high(title, look.title) + _BELOW_TITLE,
            size=look.small,
            colour=colours.quiet,
        ),
        _lines(
            source,
            -plot.left,
            plot.height + plot.below + _ABOVE_SOURCE,
            size=look.small,
            colour=colours.quiet,
        ),
    ]
    edge = {
        "data": {"values": [{}]},
        "mark": {
            "type": "rect",
            "x": 0.5 - left,
            "y": 0.5 - top,
            "x2": look.width - left - 0.5,
            "y2": plot.height + bottom - 0.5,
            "fill": None,
            "stroke": colours.edge,
            "strokeWidth": 1,
        },
    }
    return {
        "$schema": SCHEMA,
        "description": chart.alt.text,
        "background": colours.card,
        "autosize": {"type": "none"},
        "padding": {
            "left": _round(left),
            "right": _round(look.width - left - plot.width),
            "top": _round(top),
            "bottom": _round(bottom),
        },
        "width": _round(plot.width),
        "height": _round(plot.height),
        "datasets": plot.datasets,
        "layer": [edge, *plot.layers, *said],
        "config": _config(look),
    }


def _round(length: float) -> float:
    return round(length, 2)


def _high(lines: Sequence[str], size: float) -> float:
    return len(lines) * size * LINE


def _lines(
    text: list[str], x: float, y: float, *, size: int, colour: str, bold: bool = False
) -> JSON:
    mark: JSON = {
        "type": "text",
        "text": text,
        "x": _round(x),
        "y": _round(y),
        "align": "left",
        "baseline": "top",
        "fontSize": size,
        "lineHeight": size * LINE,
        "color": colour,
    }
    return {"data": {"values": [{}]}, "mark": mark | ({"fontWeight": "bold"} if bold else {})}


@dataclass(frozen=True, slots=True)
class Label:
    """Letters on the card. `x` is their left edge, their middle or their right edge, as `align`
    says; `y` is their top."""

    lines: tuple[str, ...]
    x: float
    y: float
    colour: str
    align: Literal["left", "center", "right"] = "left"
    bold: bool = False


def labelled(
    labels: Sequence[Label], look: Look, *, rim: bool = True
) -> tuple[list[JSON], list[JSON]]:
    """A dataset, and the layers that show it. A rim in the colour of the card keeps a line behind a
    label from cutting it up."""
    rows = [
        {
            "text": "\n".join(each.lines),
            "x": _round(each.x),
            "y": _round(each.y),
            "colour": each.colour,
            "align": each.align,
            "bold": each.bold,
        }
        for each in labels
    ]
    styles = sorted({(each.align, each.bold) for each in labels})
    edge: JSON = {"stroke": look.colours.card, "strokeWidth": 3, "strokeJoin": "round"}
    marks: list[JSON] = [edge, {}] if rim else [{}]
    return rows, [_letters(look, *style, each) for each in marks for style in styles]


def _letters(look: Look, align: str, bold: bool, more: JSON) -> JSON:  # noqa: FBT001
    return {
        "data": {"name": LABELS},
        "transform": [
            {"filter": f"datum.align === '{align}' && datum.bold === {json.dumps(bold)}"}
        ],
        "mark": {
            "type": "text",
            "align": align,
            "baseline": "top",
            "lineBreak": "\n",
            "fontSize": look.small,
            "fontWeight": "bold" if bold else "normal",
            "lineHeight": look.small * LINE,
            **more,
        },
        "encoding": {
            "x": place("x"),
            "y": place("y"),
            "text": {"field": "text", "type": "nominal"},
            "color": raw("colour"),
        },
    }


def place(field: str) -> JSON:
    """A length on the card, taken as it is."""
    return {"field": field, "type": "quantitative", "scale": None}


def raw(field: str) -> JSON:
    return {"field": field, "type": "nominal", "scale": None}


def tick_texts(values: Sequence[Decimal], unit: Unit, places: int, voice: Voice) -> list[str]:
    """Percent with its sign; of all other units the measure says what they are."""
    if unit is Unit.PERCENT:
        return [voice.percent(each, places) for each in values]
    return [voice.number(each, places) for each in values]


def _config(look: Look) -> JSON:
    colours = look.colours
    axis = {
        "labelColor": colours.quiet,
        "labelFontSize": look.small,
        "gridColor": colours.grid,
        "domainColor": colours.axis,
        "tickColor": colours.axis,
        "title": None,
    }
    return {
        "font": f"{look.font}, Arial, Helvetica, sans-serif",
        "axis": axis,
        "view": {"stroke": None},
    }
