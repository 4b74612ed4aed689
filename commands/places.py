"""Where in a source to look, said shortly where an answer rests on many places of one table."""

import re
from collections.abc import Iterable, Mapping
from itertools import groupby

_CELL = re.compile(r"(?P<table>.+?, (?:row )?)(?P<row>[^,]+), (?P<year>\d{4})")
_ROW, _ROWS = "row ", "rows "
_MOST_ROWS = 6


def together(locators: Iterable[str]) -> str:
    """The places in the order they are first met. `Table 3, row Spain, 2024` and `…, 2025` become
    one range of years, and rows of the same years one list; a place that is within another one
    named, or holds it, is not named twice."""
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
    return "; ".join(dict.fromkeys(_places(order, years, rows)))


def _places(
    order: Iterable[tuple[str, str] | str],
    years: Mapping[tuple[str, str], list[int]],
    rows: Mapping[tuple[str, str], list[str]],
) -> Iterable[str]:
    tables = {table.removesuffix(_ROW).removesuffix(", ") for table, _ in years}
    for key in order:
        if isinstance(key, str):
            if key not in tables:
                yield key
        else:
            when = _ranges(years[key])
            yield _cells(key[0], rows[key[0], when], when)


def _cells(table: str, rows: list[str], when: str) -> str:
    if len(rows) > 1 and table.endswith(_ROW):
        table = table.removesuffix(_ROW) + _ROWS
    if len(rows) > _MOST_ROWS:
        return f"{table.removesuffix(', ').rstrip()} of {len(rows)} members, {when}"
    return f"{table}{', '.join(rows)}, {when}"


def _ranges(years: Iterable[int]) -> str:
    """`2014–2021, 2023`."""
    runs: list[str] = []
    for _, run in groupby(enumerate(sorted(set(years))), lambda each: each[1] - each[0]):
        first, *rest = (year for _, year in run)
        runs.append(f"{first}–{rest[-1]}" if rest else str(first))
    return ", ".join(runs)
