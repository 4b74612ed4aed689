"""What a table consists of, once it is read: blocks of rows below a heading and a row of years."""

from dataclasses import dataclass, field

from data.importers.nato.grid import Sheet
from data.importers.nato.labels import Label
from data.importers.nato.markup import Place
from data.importers.nato.numbers import Number
from data.importers.nato.vocabulary import Kind, Part


@dataclass(frozen=True, slots=True)
class Year:
    column: int
    year: int
    estimate: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a block. `values` holds no year under which there is no number."""

    label: Label
    place: Place
    values: dict[int, Number]


@dataclass(slots=True)
class Block:
    """The rows below a heading. `years` are those of the row above them, at `header`."""

    part: Part
    heading: str
    place: Place
    years: tuple[Year, ...] = ()
    header: int = 0
    rows: list[Row] = field(default_factory=list[Row])

    @property
    def columns(self) -> dict[int, int]:
        """By year."""
        return {each.year: each.column for each in self.years}

    def place_of(self, row: Row, year: int) -> Place:
        return row.place[0], self.columns[year]

    def row_of(self, member: str) -> Row | None:
        return next((each for each in self.rows if each.label.member == member), None)


@dataclass(slots=True)
class Table:
    """`kind` is None for a title that is not known. `heads` are the texts above the numbers, units
    and headings; `notes` those below. `unknown` are the places of headings that are not known but
    have numbers below them."""

    sheet: Sheet
    name: str
    title: str
    place: Place
    kind: Kind | None = None
    blocks: list[Block] = field(default_factory=list[Block])
    heads: list[tuple[Place, str]] = field(default_factory=list[tuple[Place, str]])
    notes: list[tuple[Place, str]] = field(default_factory=list[tuple[Place, str]])
    unknown: list[Place] = field(default_factory=list[Place])


def twin(block: Block, label: Label) -> Row | None:
    """The row of a block with the same member or group; None where there is none."""
    for each in block.rows:
        if (each.label.member, each.label.group) == (label.member, label.group):
            return each
    return None
