"""Where labels stand, so that no two lie over each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import inf


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, `y` downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def shared(self, other: "Box") -> float:
        """The area that both cover."""
        wide = min(self.right, other.right) - max(self.x, other.x)
        high = min(self.bottom, other.bottom) - max(self.y, other.y)
        return wide * high if wide > 0 and high > 0 else 0.0

    def outside(self, other: "Box") -> float:
        """The area that lies out of `other`."""
        return self.width * self.height - self.shared(other)


Line = tuple[tuple[float, float], tuple[float, float]]


def apart(boxes: Sequence[Box], top: float, bottom: float) -> list[Box]:
    """The same boxes in one column, moved up and down as little as it takes for each to stand
    alone; in their order of heights, and between `top` and `bottom` as long as they all fit."""
    order = sorted(range(len(boxes)), key=lambda each: boxes[each].y + boxes[each].height / 2)
    groups: list[list[int]] = []
    starts: list[float] = []
    for each in order:
        groups.append([each])
        starts.append(_start(groups[-1], boxes, top, bottom))
        # What touches the group above becomes part of it, and the whole is placed anew.
        while len(groups) > 1 and starts[-2] + _height(groups[-2], boxes) > starts[-1]:
            groups[-2].extend(groups.pop())
            starts.pop()
            starts[-1] = _start(groups[-1], boxes, top, bottom)
    placed = list(boxes)
    for group, start in zip(groups, starts, strict=True):
        y = start
        for each in group:
            placed[each] = replace(boxes[each], y=y)
            y += boxes[each].height
    return placed


def _height(group: Iterable[int], boxes: Sequence[Box]) -> float:
    return sum(boxes[each].height for each in group)


def _start(group: Sequence[int], boxes: Sequence[Box], top: float, bottom: float) -> float:
    """Where a group begins, so that its boxes are as near as can be to where they want to be."""
    above, wanted = 0.0, 0.0
    for each in group:
        wanted += boxes[each].y - above
        above += boxes[each].height
    start = wanted / len(group)
    return max(top, min(start, bottom - above))


def settle(
    wishes: Sequence[Iterable[Box]], room: Box, taken: Sequence[Box], lines: Sequence[Line]
) -> list[Box]:
    """One of the places that each label would like, the earlier the better: first of all away from
    other labels and inside of `room`, then away from lines."""
    found: list[Box] = []
    for places in wishes:
        settled = [*taken, *found]
        best, lowest = None, inf
        for rank, place in enumerate(places):
            cost = rank + _trouble(place, room, settled, lines)
            if cost < lowest:
                best, lowest = place, cost
            if lowest <= rank:
                break  # All that follow are liked less.
        if best is None:
            raise ValueError("a label has no place that it would like")
        found.append(best)
    return found


def _trouble(place: Box, room: Box, settled: Sequence[Box], lines: Sequence[Line]) -> float:
    return (
        1000 * sum(place.shared(each) for each in settled)
        + 100 * place.outside(room)
        + 40 * sum(_crosses(place, each) for each in lines)
    )


def _crosses(box: Box, line: Line) -> bool:
    """Whether any part of the line lies in the box."""
    (x1, y1), (x2, y2) = line
    if (x1 > box.right and x2 > box.right) or (x1 < box.x and x2 < box.x):
        return False
    first, last = 0.0, 1.0
    for start, step, low, high in (
        (x1, x2 - x1, box.x, box.right),
        (y1, y2 - y1, box.y, box.bottom),
    ):
        if step == 0:
            if not low <= start <= high:
                return False
            continue
        near, far = sorted(((low - start) / step, (high - start) / step))
        first, last = max(first, near), min(last, far)
    return first <= last
