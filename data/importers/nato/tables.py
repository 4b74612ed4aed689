"""Reads the tables of a sheet by what is written in them, wherever it stands.

A table begins with its title. Lines below it tell the unit; a heading begins a block, a row of
years says what stands below each, and every further row begins with a member or a group of them.
Editions differ in the rest: in one the years stand once above both blocks, in others above each.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from data.importers.nato import vocabulary
from data.importers.nato.blocks import Block, Row, Table, Year, twin
from data.importers.nato.faults import Faults, holds
from data.importers.nato.grid import Cell, Sheet, a1, words
from data.importers.nato.labels import Label, Names
from data.importers.nato.markup import Place
from data.importers.nato.numbers import CellError, Number, number_at, year_of
from data.importers.nato.vocabulary import Part
from data.messages import mark

YEARS_ABOVE = mark("a row of years above it, such as 2014, 2015 and so on to 2026e")
A_LABEL = mark("a member of NATO, or a group such as NATO Total")
A_CURRENCY = mark("the currency behind the name, such as Poland (Zlotys)")
NO_YEAR_ABOVE = mark("nothing, for no year stands above it")
NO_NAME_BEFORE = mark("nothing, for no name stands before it")
STANDS_TWICE = mark("names {name} again, which stands in {cell} already.")

_FEWEST_YEARS = 2
_STARS = re.compile(r"\s*[*†‡]+$")


def tables_in(sheet: Sheet, names: Names, faults: Faults) -> Iterator[Table]:
    """The tables of a sheet, none where it has no title of one."""
    starts = list(_titles(sheet))
    ends = (*(place[0] for place, *_ in starts[1:]), len(sheet.rows))
    for (place, name, title), end in zip(starts, ends, strict=False):
        table = Table(sheet, name, title, place)
        _Reader(table, names, faults).read(range(place[0] + 1, end))
        yield table


def first_years(sheet: Sheet) -> Place | None:
    """Where the first row of years begins; None where there is none."""
    for number, row in enumerate(sheet.rows):
        filled = _filled(row)
        if _years_in(filled) is not None:
            return number, filled[0][0]
    return None


def _titles(sheet: Sheet) -> Iterator[tuple[Place, str, str]]:
    for number, row in enumerate(sheet.rows):
        for column, cell in enumerate(row):
            match = vocabulary.TITLE.fullmatch(words(cell))
            if match is not None:
                title = _STARS.sub("", match[2])
                yield (number, column), f"Table {match[1].replace(' ', '')}", title
                break


Filled = list[tuple[int, Cell]]
"""The cells of a row that are not empty, with their columns."""


def _filled(row: Sequence[Cell]) -> Filled:
    return [
        (at, cell)
        for at, cell in enumerate(row)
        if not isinstance(cell, str) or (cell and not cell.isspace())
    ]


def _years_in(filled: Filled) -> list[Year] | None:
    """The years of a row that holds nothing else, but for a heading before them."""
    read = [(column, year_of(cell)) for column, cell in filled]
    if read and read[0][1] is None and words(filled[0][1]):
        read = read[1:]
    years = [Year(column, *found) for column, found in read if found is not None]
    return years if len(years) == len(read) and len(years) >= _FEWEST_YEARS else None


class _Reader:
    """Goes down the rows of one table."""

    def __init__(self, table: Table, names: Names, faults: Faults) -> None:
        self._table = table
        self._sheet = table.sheet
        self._names = names
        self._faults = faults
        self._kinds = [each for each in vocabulary.KINDS if each.title.fullmatch(table.title)]
        self._years: list[Year] = []
        self._header = 0
        self._block: Block | None = None
        self._line: Place | None = None
        """The last text since the last row of numbers that is no heading."""

    def read(self, rows: range) -> None:
        if len(self._kinds) == 1:
            self._table.kind = self._kinds[0]
        for number in rows:
            if filled := _filled(self._sheet.rows[number]):
                self._row(number, filled)

    def _row(self, number: int, filled: Filled) -> None:
        column, first = filled[0]
        text = words(first)
        label = self._names.label(text) if text else Label("")
        if label.member is not None or label.group is not None:
            self._take_numbers(label, (number, column), filled[1:])
        elif (years := _years_in(filled)) is not None:
            self._take_years(number, years)
            if year_of(first) is None:
                self._take_line((number, column), text)
        elif all(words(cell) for _, cell in filled):
            for at, cell in filled:
                self._take_line((number, at), words(cell))
        elif text:
            self._refuse((number, column), holds(text, A_LABEL))
        else:
            self._check_nameless(number, filled)

    def _take_line(self, place: Place, text: str) -> None:
        if self._table.kind is None:
            self._take_unit(text)
        part = self._part(text)
        is_above = part is not None or not any(each.rows for each in self._table.blocks)
        (self._table.heads if is_above else self._table.notes).append((place, text))
        if part is None:
            self._line = place
            return
        self._block = Block(part, text, place, tuple(self._years), self._header)
        self._table.blocks.append(self._block)
        self._line = None

    def _take_unit(self, text: str) -> None:
        """Where titles are alike, the unit tells which table it is."""
        fitting = [each for each in self._kinds if each.unit and each.unit.fullmatch(text)]
        if len(fitting) == 1:
            self._table.kind = fitting[0]

    def _part(self, text: str) -> Part | None:
        kind = self._table.kind
        parts = () if kind is None else kind.parts
        return next((each for each in parts if each.heading.fullmatch(_STARS.sub("", text))), None)

    def _take_years(self, number: int, years: list[Year]) -> None:
        for before, each in pairwise(years):
            if each.year != before.year + 1:
                found = self._sheet.at((number, each.column))
                self._refuse((number, each.column), holds(found, str(before.year + 1)))
                break
        self._years, self._header = years, number
        if self._block is not None and self._block.rows:
            self._block = None
        elif self._block is not None:
            self._block.years, self._block.header = tuple(years), number

    def _take_numbers(self, label: Label, place: Place, others: Filled) -> None:
        block = self._block
        if block is None or (block.rows and self._line is not None):
            self._block = None
            if not others:
                return
            unknown = self._line or (self._header, 0)
            if unknown not in self._table.unknown:
                self._table.unknown.append(unknown)
            return
        self._line = None
        if not block.years:
            if not block.rows:
                self._refuse(place, holds(label.shown, YEARS_ABOVE))
            block.rows.append(Row(label, place, {}))
            return
        if (first := twin(block, label)) is not None:
            problem = STANDS_TWICE.format(name=label.shown, cell=a1(first.place))
            self._refuse(place, problem)
            return
        columns = {each.column for each in block.years}
        for column, cell in others:
            if column not in columns and not words(cell):
                self._refuse((place[0], column), holds(cell, NO_YEAR_ABOVE))
        block.rows.append(Row(label, place, self._values(place[0], block)))

    def _values(self, number: int, block: Block) -> dict[int, Number]:
        found: dict[int, Number] = {}
        for each in block.years:
            place = (number, each.column)
            try:
                value = number_at(self._sheet, place)
            except CellError as error:
                self._refuse(place, error.problem)
                continue
            if value is not None:
                found[each.year] = value
        return found

    def _check_nameless(self, number: int, filled: Filled) -> None:
        """NATO's own check sums stand between blocks, and are zero or errors; a single number is
        that of a page."""
        numbers = [(at, cell) for at, cell in filled if not words(cell)]
        amiss = next((each for each in numbers if each[1] != 0), None)
        if self._block is not None and amiss is not None and len(numbers) > 1:
            self._refuse((number, amiss[0]), holds(amiss[1], NO_NAME_BEFORE))

    def _refuse(self, place: Place, problem: str) -> None:
        """Of tables of which nothing is held nothing is asked."""
        if self._table.kind is not None and self._table.kind.parts:
            self._faults.add(self._sheet.fault(place, problem))
