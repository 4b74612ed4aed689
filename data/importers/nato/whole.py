"""The tables of a workbook taken together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from data.importers.nato import vocabulary
from data.importers.nato.blocks import Block, Table
from data.importers.nato.faults import CellFault
from data.importers.nato.grid import Sheet, words
from data.importers.nato.markup import Place
from data.rules.expenditure import Basis, Indicator

_ESTIMATES = re.compile(r"figures for ([^.]*?\d{4})\s+(?:are|is)\b[^.]*\bestimate", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A block with the table it stands in."""

    table: Table
    block: Block

    def fault(self, place: Place, problem: str) -> CellFault:
        return self.table.sheet.fault(place, problem)


@dataclass(slots=True)
class Workbook:
    """What a workbook holds. `others` are sheets without any table, `price_base` is the year of its
    constant prices, None where it names none."""

    tables: list[Table] = field(default_factory=list[Table])
    others: list[Sheet] = field(default_factory=list[Sheet])
    parts: dict[str, Found] = field(default_factory=dict[str, Found])
    """By the ids of the parts."""
    price_base: int | None = None
    basis: Basis = "defence"

    def held(self) -> Iterator[tuple[Indicator, Found]]:
        """The parts of which there is an indicator."""
        for _, part in vocabulary.NEEDED:
            assert part.indicator is not None
            yield part.indicator, self.parts[part.id]

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(each.year for each in next(self.held())[1].block.years)

    @property
    def formulas(self) -> list[tuple[Found, Place]]:
        """Figures of members that are results of formulas: what was saved with these is read."""
        return [
            (found, place)
            for _, found in self.held()
            if found.table.sheet.marks.formulas
            for row in found.block.rows
            if row.label.member is not None
            for year in row.values
            if (place := found.block.place_of(row, year)) in found.table.sheet.marks.formulas
        ]

    @property
    def left_out(self) -> list[str]:
        """What is read or passed over, and not held: tables and parts in their own words, then
        sheets."""
        found: list[str] = []
        for table in self.tables:
            if table.kind is None or not table.kind.parts:
                found.append(f"{table.name}, {table.title}")
                continue
            headings = [each.heading for each in table.blocks if each.part.indicator is None]
            headings += [written(table, place) for place in table.unknown]
            found += [f"{table.name}, {each}" for each in headings]
        return found + [each.name for each in self.others if each.rows]

    def texts(self) -> Iterator[str]:
        """Every text of it that is no name."""
        for table in self.tables:
            yield from (text for _, text in (*table.heads, *table.notes))
        for sheet in self.others:
            yield from (words(cell) for row in sheet.rows for cell in row if words(cell))


def estimated_years(table: Table) -> frozenset[int]:
    """Years that a note below a table calls estimates."""
    found: set[int] = set()
    for _, text in (*table.heads, *table.notes):
        for match in _ESTIMATES.finditer(text):
            found |= {int(each) for each in re.findall(r"\b\d{4}\b", match[1])}
    return frozenset(found)


def written(table: Table, place: Place) -> str:
    return words(table.sheet.at(place)) or str(table.sheet.at(place))
