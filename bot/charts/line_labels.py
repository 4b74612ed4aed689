"""What is said beside lines: who they are and what they came to, and what a level asks for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.charts.courses import Drawn, Span, value, year
from bot.charts.frame import Label
from bot.charts.lettering import LINE, width, wrap
from bot.charts.look import Look
from bot.charts.places import Box, Line, apart, settle
from bot.charts.scales import Scale
from commands.picture import Level, Point

BESIDE = 9
"""From the end of a line to what is said of it."""
_BETWEEN = 1
_NEAR = 5
"""From a line or a level to what stands above or below it."""
_FAR = 9
"""Moved further than this from the end of its line, a label has a line that leads to it."""
_COURSE_ROOM, _COURSE_ROOM_INSIDE, _LEVEL_ROOM = 92, 112, 170
"""Room for a line of words: beside the plot it is taken from the plot."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words on the way to their place, and the room that they take."""

    lines: tuple[str, ...]
    width: float
    height: float
    colour: str

    @classmethod
    def of(cls, text: str, colour: str, room: float, look: Look) -> "Said":
        lines = tuple(wrap(text, look.small, room, lines=3))
        widest = max(width(each, look.small) for each in lines)
        return cls(lines, widest, len(lines) * look.small * LINE + _BETWEEN, colour)

    def box(self, x: float, y: float) -> Box:
        return Box(x, y, self.width, self.height)

    def label(self, box: Box) -> Label:
        return Label(self.lines, box.x, box.y, self.colour)


@dataclass(frozen=True, slots=True)
class Leader:
    """From the end of a line to the label that had to move away from it."""

    x: float
    y: float
    x2: float
    y2: float
    colour: str


@dataclass(frozen=True, slots=True)
class Labels:
    labels: list[Label]
    leaders: list[Leader]


@dataclass(frozen=True, slots=True)
class Words:
    """What is to be said: of courses, and of levels, in their order. `beside` are those that stand
    in one column at the right, beside the last year."""

    courses: list[Said]
    levels: list[Said]
    beside_courses: list[int]

    beside_levels: list[int]

    @classmethod
    def of(
        cls,
        drawn: Sequence[Drawn],
        spans: Sequence[Span],
        look: Look,
        *,
        inside: bool,
        beside_levels: list[int],
    ) -> "Words":
        """`inside` is whether the plot goes on beside the last points."""
        last = max(year(each.last) for each in drawn)
        room = _COURSE_ROOM_INSIDE if inside else _COURSE_ROOM
        return cls(
            [Said.of(_text(each), each.ink.text, room, look) for each in drawn],
            [
                Said.of(each.level.name.text, level_colour(each.level, look), _LEVEL_ROOM, look)
                for each in spans
            ],
            [place for place, each in enumerate(drawn) if year(each.last) == last],
            beside_levels,
        )

    @property
    def column(self) -> list[Said]:
        return [
            *(self.courses[each] for each in self.beside_courses),
            *(self.levels[each] for each in self.beside_levels),
        ]


def _text(each: Drawn) -> str:
    """Its name, and what it came to."""
    name = each.course.name.text
    return name if each.course.kind == "before" else f"{name} {each.last.value.text}"


def level_colour(level: Level, look: Look) -> str:
    return look.colours.open if level.open else look.colours.agreed


def placed(
    drawn: Sequence[Drawn], spans: Sequence[Span], words: Words, across: Scale, down: Scale
) -> Labels:
    """Labels at the ends stand in one column; the others find a place where nothing else is."""
    rules = list(_rules(spans, across, down))
    x = max(across.at(year(each.last)) for each in drawn)
    heights = [down.at(value(drawn[each].last)) for each in words.beside_courses]
    heights += [down.at(spans[each].value) for each in words.beside_levels]
    wanted = [
        said.box(x + BESIDE, y - said.height / 2)
        for said, y in zip(words.column, heights, strict=True)
    ]
    column = _column(wanted, rules, down.start)
    levels = [each for each in range(len(spans)) if each not in words.beside_levels]
    loose = [each for each in range(len(drawn)) if each not in words.beside_courses]
    wishes = [
        *(_by_level(words.levels[each], spans[each], across, down) for each in levels),
        *(_by_course(words.courses[each], drawn[each], across, down) for each in loose),
    ]
    room = Box(0, -2, across.end, down.start)
    found = settle(wishes, room, column, [*_lines(drawn, across, down), *rules])
    said = [
        *words.column,
        *(words.levels[each] for each in levels),
        *(words.courses[each] for each in loose),
    ]
    return Labels(
        [each.label(box) for each, box in zip(said, [*column, *found], strict=True)],
        [
            _leader(wish, box, drawn[place].ink.line)
            # Levels come behind the courses, and have no need of any.
            for place, wish, box in zip(words.beside_courses, wanted, column, strict=False)
            if abs(wish.y - box.y) > _FAR
        ],
    )


def _column(wanted: Sequence[Box], rules: Sequence[Line], bottom: float) -> list[Box]:
    """Each label stays on the side of a level where its line ends, as long as there is room."""
    cuts = sorted(
        {
            y
            for (left, y), (right, _) in rules
            if any(left < each.right and right > each.x for each in wanted)
        }
    )
    edges = [-2.0, *(cut for cut in cuts if -2 < cut < bottom), bottom]
    placed = list(wanted)
    for top, end in pairwise(edges):
        within = [
            place
            for place, each in enumerate(wanted)
            if top <= min(max(each.y + each.height / 2, edges[0]), bottom - 0.01) < end
        ]
        boxes = [wanted[each] for each in within]
        first, last = top + (2 if top in cuts else 0), end - (1 if end in cuts else 0)
        if sum(each.height for each in boxes) > last - first:
            return apart(wanted, edges[0], bottom)
        for place, box in zip(within, apart(boxes, first, last), strict=True):
            placed[place] = box
    return placed


def _leader(wish: Box, box: Box, colour: str) -> Leader:
    middle = wish.y + wish.height / 2, box.y + box.height / 2
    return Leader(box.x - BESIDE + 4, middle[0], box.x - 1, middle[1], colour)


def _beside(said: Said, point: Point, across: Scale, down: Scale) -> Box:
    x, y = across.at(year(point)), down.at(value(point))
    return said.box(x + BESIDE, y - said.height / 2)


def _by_level(said: Said, span: Span, across: Scale, down: Scale) -> Iterator[Box]:
    """Above the rule or below it, at its ends or between them; then before its beginning."""
    y = down.at(span.value)
    first, last = across.at(span.start), across.at(span.end)
    left, right = first, last - said.width
    for row in (y - said.height - 1, y + 2):
        for x in (right, left, *(left + (right - left) * part / 6 for part in range(1, 6))):
            yield said.box(min(max(x, 2), across.end - said.width), row)
    yield said.box(first - said.width - _NEAR, y - said.height / 2)
    yield from _anywhere(said, across, down, y)


def _by_course(said: Said, each: Drawn, across: Scale, down: Scale) -> Iterator[Box]:
    """Beside its end, then at one of its points, the later ones first."""
    points = list(reversed(each.course.points))
    last = _beside(said, points[0], across, down)
    yield last
    yield replace(last, x=last.x - 2 * BESIDE - said.width)
    for point in points:
        x, y = across.at(year(point)), down.at(value(point))
        for left in (x - said.width / 2, x - said.width, x):
            yield said.box(left, y - said.height - _NEAR)
            yield said.box(left, y + _NEAR)
    yield from _anywhere(said, across, down, down.at(value(points[0])))


def _anywhere(said: Said, across: Scale, down: Scale, near: float) -> Iterator[Box]:
    """All over the plot, the nearer the earlier."""
    rows = [down.end + each * 8 for each in range(int((down.start - said.height) / 8) + 1)]
    for y in sorted(rows, key=lambda row: abs(row - near)):
        for step in range(7):
            yield said.box((across.end - said.width) * step / 6, y)


def _lines(drawn: Sequence[Drawn], across: Scale, down: Scale) -> Iterator[Line]:
    for each in drawn:
        places = [(across.at(year(one)), down.at(value(one))) for one in each.course.points]
        yield from pairwise([places[0], *places])


def _rules(spans: Sequence[Span], across: Scale, down: Scale) -> Iterator[Line]:
    for each in spans:
        y = down.at(each.value)
        yield (across.at(each.start), y), (across.at(each.end), y)
