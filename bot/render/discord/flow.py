"""Blocks of lines, poured into as many messages as they need."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Self

from bot.render.discord.lines import Line

Price = Callable[[int], tuple[int, int]]
"""The characters and bytes that the link to a source takes, by its number."""

# The most that stands around a line: the mark of a heading and the end of the line.
_MARKUP = "### \n"
# Longer ones are set bold in the size of the text.
_LONGEST_HEADING = 100
# Beyond this a heading is a line like others, which can be parted.
_MOST_HEADING = 500
# A section is not begun at the foot of a page for one line's sake.
_FEWEST_LINES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What stands together between two separators. A `pinned` one is not kept from a page because
    there would be much to read on it."""

    lines: tuple[Line, ...]
    heading: Line | None = None
    gap: str = "\n"
    pinned: bool = False
    caveats: bool = False

    def __bool__(self) -> bool:
        return bool(self.lines) or self.heading is not None

    @property
    def every_line(self) -> tuple[Line, ...]:
        return self.lines if self.heading is None else (self.heading, *self.lines)

    @property
    def markdown(self) -> str:
        lines = [self.gap.join(line.markdown for line in self.lines)] if self.lines else []
        if self.heading is not None:
            short = len(self.heading.plain) <= _LONGEST_HEADING
            title = self.heading.markdown
            lines.insert(0, f"### {title}" if short else f"**{title}**")
        return "\n".join(lines)

    @property
    def plain(self) -> str:
        return "\n".join(line.plain for line in self.every_line)


Sheet = list[Block]


@dataclass(slots=True, kw_only=True)
class Room:
    """What is left of a page: `blocks` it can have, `visible` characters that are good to read."""

    characters: int
    bytes: int
    blocks: int
    visible: int
    price: Price
    linked: frozenset[int] = frozenset()

    def take(self, lines: Iterable[Line], *, gap: str = _MARKUP, blocks: int = 0) -> Self | None:
        """The room left after these lines and the links to their sources, if they fit in."""
        room = replace(self, blocks=self.blocks - blocks)
        for line in lines:
            room.characters -= len(line.markdown) + len(gap)
            room.bytes -= len(line.markdown.encode()) + len(gap)
            room.visible -= len(line.plain)
            for number in line.citations - room.linked:
                characters, size = self.price(number)
                room.characters -= characters
                room.bytes -= size
            room.linked |= line.citations
        return room if min(room.characters, room.bytes, room.blocks) >= 0 else None

    def admits(self, line: Line) -> bool:
        return self.take((line,)) is not None


@dataclass(slots=True)
class Flow:
    """`rooms` are those of the first page and of each further one; `resume` makes the heading of
    what goes on from the page before."""

    rooms: tuple[Room, Room]
    resume: Callable[[Line], Line]
    sheets: list[Sheet] = field(default_factory=list[Sheet])
    _room: Room = field(init=False)

    def pour(self, blocks: Iterable[Block]) -> list[Sheet]:
        self._turn()
        for block in blocks:
            if block:
                self._pour(block)
        return [sheet for sheet in self.sheets if sheet]

    def _turn(self) -> None:
        self._room = self.rooms[1 if self.sheets else 0]
        self.sheets.append([])

    def _pour(self, block: Block) -> None:
        if block.heading is not None and len(block.heading.markdown) > _MOST_HEADING:
            block = replace(block, heading=None, lines=block.every_line)
        left = block
        while True:
            taken, room = self._fitting(left)
            sheet = self.sheets[-1]
            if taken < self._fewest(left) and sheet:
                self._turn()
                continue
            lines, rest = left.lines[:taken], left.lines[taken:]
            if not lines and rest:
                beginning, end = rest[0].cut(room.admits)
                lines = (beginning,)
                rest = rest[1:] if end is None else (end, *rest[1:])
            sheet.append(replace(left, lines=lines))
            self._room = room
            if not rest:
                return
            heading = None if block.heading is None else self.resume(block.heading)
            left = replace(block, lines=rest, heading=heading)
            self._turn()

    def _fitting(self, block: Block) -> tuple[int, Room]:
        """How many lines have room on this page, and the room left. A page that is still empty
        takes its first line however much there is to read in it."""
        heading = () if block.heading is None else (block.heading,)
        room = self._room.take(heading, blocks=1)
        if room is None:
            return 0, self._room
        for count, line in enumerate(block.lines):
            after = room.take((line,), gap=block.gap)
            first = count == 0 and not self.sheets[-1]
            if after is None or (after.visible < 0 and not block.pinned and not first):
                return count, room
            room = after
        return len(block.lines), room

    def _fewest(self, block: Block) -> int:
        below_lead = all(each.pinned for each in self.sheets[-1])
        return min(1 if below_lead else _FEWEST_LINES, len(block.lines))
