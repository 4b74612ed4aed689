"""The table that sums up all years: the first and the last, and the change from one to the other.

Nothing of it is held, for the other tables have all of it. What it repeats is held against them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.importers.nato import vocabulary
from data.importers.nato.blocks import Table, twin
from data.importers.nato.grid import Cell, a1, words
from data.importers.nato.labels import Names
from data.importers.nato.numbers import CellError, Number, number_at, year_of
from data.importers.nato.whole import Found, Workbook
from data.members import Roster
from data.messages import Message, mark
from data.rules.expenditure import published

REPEATED = mark("{place}: {name} is {said} in {year}, but {found} in {table}.")

_SPENT, _SHARE = "dollars-constant", "share"
_SHARE_OF = re.compile(r"share of (?:real )?gdp ((?:19|20)\d\d)e?\b.*", re.IGNORECASE | re.ASCII)
_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that repeats one year of a part."""

    at: int
    year: int
    part: str


def repeated(workbook: Workbook, roster: Roster) -> Iterator[Message | None]:
    """What does not agree with the other tables, and None for each number that does. A table whose
    columns are not known is passed over."""
    names = Names.of(roster)
    for table in workbook.tables:
        if table.kind is vocabulary.SUMMARY:
            yield from _compared(table, workbook, names)


def _compared(table: Table, workbook: Workbook, names: Names) -> Iterator[Message | None]:
    columns: list[_Column] = []
    for number, row in enumerate(table.sheet.rows[table.place[0] + 1 :], table.place[0] + 1):
        columns = _columns(row) or columns
        text = next((words(cell) for cell in row if words(cell)), "")
        if names.label(text).member is None:
            continue
        for each in columns:
            found = workbook.parts.get(each.part)
            if found is not None:
                yield from _one(table, (number, each), found, names)


def _columns(row: tuple[Cell, ...]) -> list[_Column]:
    """None for a row that is no header: one with years, and shares of years behind them."""
    found: list[_Column] = []
    for at, cell in enumerate(row):
        if (year := year_of(cell)) is not None:
            found.append(_Column(at, year[0], _SPENT))
        elif (match := _SHARE_OF.fullmatch(words(cell))) is not None:
            found.append(_Column(at, int(match[1]), _SHARE))
    return found if any(each.part == _SHARE for each in found) else []


def _one(
    table: Table, where: tuple[int, _Column], found: Found, names: Names
) -> Iterator[Message | None]:
    number, column = where
    place = (number, column.at)
    text = next(words(cell) for cell in table.sheet.rows[number] if words(cell))
    label = names.label(text)
    row = twin(found.block, label)
    there = None if row is None else row.values.get(column.year)
    try:
        said = number_at(table.sheet, place)
    except CellError:
        said = None
    if said is None or there is None or _same(said, there):
        yield None
        return
    shown = {"said": f"{said.value:,.2f}", "found": f"{there.value:,.2f}"}
    cell = f"{table.sheet.name}!{a1(place)}"
    yield REPEATED.format(
        place=cell, name=label.shown, year=column.year, table=found.table.name, **shown
    )


def _same(one: Number, other: Number) -> bool:
    """At the decimals that the coarser of them has."""
    places = min(one.decimals, other.decimals, _DECIMALS)
    return published(one.value, places) == published(other.value, places)
