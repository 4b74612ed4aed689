"""Where in a source to look, said shortly where an answer rests on many places of one table."""

import re
from collections.abc import Iterable, Mapping
from itertools import groupby

from commands.voice import Voice
from data.messages import mark

_CELL = re.compile(r"(?P<table>.+?, (?:row )?)(?P<row>[^,]+), (?P<year>\d{4})")
_ROW = "row "
_MOST_ROWS = 6

IN_ROW = mark("{table}, row {row}, {years}")
IN_ROWS = mark("{table}, rows {rows}, {years}")
IN_MANY_ROWS = mark("{table}, rows of {count} members, {years}")
OF_ONE = mark("{table}, {row}, {years}")
OF_MANY = mark("{table} of {count} members, {years}")


def together(locators: Iterable[str], voice: Voice) -> str:
    """The places in the order they are first met. `Table 3, row Spain, 2024` and `…, 2025` become
    one range of years, and rows of the same years one list; a place that is within another one
    named, or holds it, is not named twice. Rows keep the names that they have in the source."""
    years: dict[tuple[str, str], list[int]] = {}
    order: dict[tuple[str, str] | str, None] = {}
    for locator in locators:
        if (cell := _CELL.fullmatch(locator)) is None:
            order[locator] = None
        else:
            key = cell["table"], cell["row"]
            order[key] = None
            years.setdefault(key, []).append(int(cell["year"]))
    rows: dict[tuple[str, str], list[str]] = {}
    for (table, row), found in years.items():
        rows.setdefault((table, _ranges(found)), []).append(row)
    return "; ".join(dict.fromkeys(_places(order, years, rows, voice)))


def named(locator: str) -> str:
    """What of a place has words: of a cell the name of its table."""
    cell = _CELL.fullmatch(locator)
    return locator if cell is None else _table(cell["table"])


def _table(text: str) -> str:
    return text.removesuffix(_ROW).removesuffix(", ")


def _places(
    order: Iterable[tuple[str, str] | str],
    years: Mapping[tuple[str, str], list[int]],
    rows: Mapping[tuple[str, str], list[str]],
    voice: Voice,
) -> Iterable[str]:
    tables = {_table(table) for table, _ in years}
    for key in order:
        if isinstance(key, str):
            if key not in tables:
                yield voice.recorded(key)
        else:
            when = _ranges(years[key])
            yield _cells(key[0], rows[key[0], when], when, voice)


def _cells(table: str, rows: list[str], when: str, voice: Voice) -> str:
    by_row = table.endswith(_ROW)
    name = voice.recorded(_table(table))
    if len(rows) > _MOST_ROWS:
        template = IN_MANY_ROWS if by_row else OF_MANY
        return voice.fill(template, table=name, count=len(rows), years=when)
    if by_row and len(rows) > 1:
        return voice.fill(IN_ROWS, table=name, rows=", ".join(rows), years=when)
    template = IN_ROW if by_row else OF_ONE
    return voice.fill(template, table=name, row=", ".join(rows), years=when)


def _ranges(years: Iterable[int]) -> str:
    """`2014–2021, 2023`."""
    runs: list[str] = []
    for _, run in groupby(enumerate(sorted(set(years))), lambda each: each[1] - each[0]):
        first, *rest = (year for _, year in run)
        runs.append(f"{first}–{rest[-1]}" if rest else str(first))
    return ", ".join(runs)
