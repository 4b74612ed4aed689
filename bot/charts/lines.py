"""Lines over years: what was reported, what lies ahead, and the levels that are asked for.

A line is drawn from year to year. Where a year is missing it is broken; into an estimate and ahead
of what is known it is dashed; estimates are hollow points.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from bot.charts import line_layers
from bot.charts.courses import Drawn, Span, drawn, spans, value, year
from bot.charts.frame import JSON, LABELS, Plot, labelled, tick_texts
from bot.charts.lettering import width
from bot.charts.line_labels import BESIDE, Leader, Words, level_colour, placed
from bot.charts.line_layers import BESIDE_TICKS
from bot.charts.look import Look
from bot.charts.scales import Scale, places, ticks
from commands.picture import Chart, Course, Point
from commands.voice import Voice

_HEIGHT = 190
_AXIS = 18
"""What the years below the plot take."""
_AIR = 0.25
"""Years before the first point and after the last."""
_TICK = 6
"""What a year below the right edge takes beside it."""
_LATE = 0.5
_ABOVE = Decimal("0.09")
"""Part of the height that is kept above the highest value, for what is said of it."""
_SOLID: list[int] = []
_ESTIMATED, _AHEAD = [2, 2], [5, 3]
_SHOWS_ALL = 2
"""So many lines can have a point for each year; with more, the points are in each other's way."""


def plot(chart: Chart, look: Look, voice: Voice) -> Plot:
    shown, last = drawn(chart, look), _last(chart)
    marks = _ticks(chart)
    texts = tick_texts(marks, chart.courses[0].points[0].value.unit, places(marks), voice)
    left = max(width(each, look.small) for each in texts) + BESIDE_TICKS
    first, end = _years(chart, last)
    low, high = first - _AIR, end + _AIR
    asked = spans(chart, low, high)
    inside = end > last
    late = [] if inside else _late(asked, low, high)
    words = Words.of(shown, asked, look, inside=inside, beside_levels=late)
    height = max(_HEIGHT, sum(each.height for each in words.column) + 8)
    room = look.width - 2 * look.margin - left - (_TICK if inside else 0)
    beside = max(each.width for each in words.column) + BESIDE
    across = Scale(low, high, 0, min(room, (room - beside) * (high - low) / (last - low)))
    down = _down(chart, marks, height)
    found = placed(shown, asked, words, across, down)
    rows, letters = labelled(found.labels, look)
    return Plot(
        left=left,
        above=0,
        width=across.end,
        height=height,
        below=_AXIS,
        datasets={
            "points": _points(shown),
            "segments": _segments(shown),
            "levels": [_level(each, look) for each in asked],
            "leaders": [_leader(each) for each in found.leaders],
            LABELS: rows,
        },
        layers=[
            line_layers.axes(across, down, marks, texts, (first, end, last)),
            *line_layers.levels(),
            line_layers.courses(),
            line_layers.leaders(),
            *line_layers.breaks(chart, look),
            line_layers.points(look),
            *letters,
        ],
    )


def _last(chart: Chart) -> int:
    return max(year(point) for course in chart.courses for point in course.points)


def _years(chart: Chart, last: int) -> tuple[int, int]:
    first = min(year(point) for course in chart.courses for point in course.points)
    ends = (each.end for each in chart.levels if each.end is not None)
    end = max([last, *(each for each in ends if each <= last + max(12, last - first))])
    return first, max(end, first + 1)


def _late(asked: Sequence[Span], low: float, high: float) -> list[int]:
    """Levels that begin late and reach the right edge: they are named beside it."""
    return [
        place
        for place, each in enumerate(asked)
        if each.end == high and each.start > low + (high - low) * _LATE
    ]


def _ticks(chart: Chart) -> list[Decimal]:
    values = [point.value.value for course in chart.courses for point in course.points]
    values += [level.value.value for level in chart.levels]
    return ticks(min(Decimal(0), *values), max(Decimal(0), *values))


def _down(chart: Chart, marks: Sequence[Decimal], height: float) -> Scale:
    highest = max(
        *(point.value.value for course in chart.courses for point in course.points),
        *(level.value.value for level in chart.levels),
        marks[-1],
    )
    low = marks[0]
    high = max(marks[-1], highest + (highest - low) * _ABOVE)
    return Scale(float(low), float(high), height, 0)


def _points(drawn: Sequence[Drawn]) -> list[JSON]:
    """Every value, with what a reader of the data needs; `shown` are those that get a sign."""
    lines = sum(each.course.kind == "past" for each in drawn)
    return [
        {
            "course": each.course.name.text,
            "kind": each.course.kind,
            "year": year(point),
            "value": value(point),
            "text": point.value.text,
            "estimate": point.value.estimate,
            "shown": shown,
            "colour": each.ink.line,
            "shape": each.shape,
        }
        for each in drawn
        for point, shown in _shown(each.course, every=lines <= _SHOWS_ALL)
    ]


def _shown(course: Course, *, every: bool) -> list[tuple[Point, bool]]:
    """An end, an estimate, and what stands alone always get a sign; of what lies ahead its end."""
    years = {year(point) for point in course.points}
    ahead = course.kind == "ahead"
    ends = course.points[-1:] if ahead else (course.points[0], course.points[-1])
    return [
        (
            point,
            point in ends
            or (point.value.estimate and not ahead)
            or years.isdisjoint({year(point) - 1, year(point) + 1})
            or (every and course.kind == "past"),
        )
        for point in course.points
    ]


def _segments(drawn: Sequence[Drawn]) -> list[JSON]:
    """The lines in runs of one kind each; a missing year ends a run."""
    rows: list[JSON] = []
    run = 0
    for each in drawn:
        before: list[int] | None = None
        for one, other in pairwise(each.course.points):
            dash = _dash(each.course, other)
            if year(other) - year(one) != 1:
                before = None
                continue
            if dash != before:
                run += 1
                rows.append(_end_of(each, one, run, dash))
            rows.append(_end_of(each, other, run, dash))
            before = dash
    return rows


def _dash(course: Course, into: Point) -> list[int]:
    if course.kind == "ahead":
        return _AHEAD
    return _ESTIMATED if into.value.estimate else _SOLID


def _end_of(each: Drawn, point: Point, run: int, dash: list[int]) -> JSON:
    return {
        "course": each.course.name.text,
        "run": run,
        "year": year(point),
        "value": value(point),
        "colour": each.ink.line,
        "dash": dash,
        "thick": 1.2 if each.course.kind == "before" else 2,
    }


def _level(span: Span, look: Look) -> JSON:
    return {
        "level": span.level.name.text,
        "value": span.value,
        "text": span.level.value.text,
        "start": span.start,
        "end": span.end,
        "ends": span.ends,
        "colour": level_colour(span.level, look),
        "dash": _AHEAD if span.level.open else _SOLID,
    }


def _leader(each: Leader) -> JSON:
    ends = {"x": each.x, "y": each.y, "x2": each.x2, "y2": each.y2}
    return {**{name: round(end, 2) for name, end in ends.items()}, "colour": each.colour}
