"""Lines and levels with their colours, as far as they lie within the years that are shown."""

from dataclasses import dataclass

from bot.charts.look import SHAPES, Ink, Look
from commands.picture import Chart, Course, Level, Point


@dataclass(frozen=True, slots=True)
class Drawn:
    """A course with its colours and its shape. It has at least one point."""

    course: Course
    ink: Ink
    shape: str

    @property
    def last(self) -> Point:
        return self.course.points[-1]


@dataclass(frozen=True, slots=True)
class Span:
    """A level between two years; `ends` is whether that is its own end, and not a cut."""

    level: Level
    start: float
    end: float
    ends: bool

    @property
    def value(self) -> float:
        return float(self.level.value.value)


def year(point: Point) -> int:
    return int(point.year.value)


def value(point: Point) -> float:
    return float(point.value.value)


def drawn(chart: Chart, look: Look) -> list[Drawn]:
    """Colours go to the courses in their order; what counted something else is grey, and lies below
    the others."""
    found: list[Drawn] = []
    inks, grey = look.colours.courses, Ink(look.colours.before, look.colours.quiet)
    coloured = 0
    for course in (each for each in chart.courses if each.points):
        if course.kind == "before":
            found.insert(0, Drawn(course, grey, SHAPES[0]))
        else:
            place = coloured % len(inks)
            found.append(Drawn(course, inks[place], SHAPES[place]))
            coloured += 1
    return found


def spans(chart: Chart, low: float, high: float) -> list[Span]:
    """The levels between two years. One that is over before the first, or begins after the last, is
    none of them."""
    found: list[Span] = []
    for level in chart.levels:
        start = low if level.start is None else max(low, level.start)
        end = high if level.end is None else min(high, level.end)
        if start < end:
            found.append(Span(level, start, end, ends=level.end == end))
    return found
