"""Workbooks in the layouts of NATO's editions, with figures that are made up and agree.

A book is a table of cells by sheet and place, so that a test can spoil one cell and say which. It
becomes sheets at once, or a file where the file itself matters.
"""

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

import xlsxwriter

from data.importers.nato.grid import Sheet, a1
from data.rules.expenditure import Indicator, Observation
from tests.shipped import KNOWN

Layout = Literal["2024", "2025", "2026"]
"""2024: the years once above both blocks, members set in. 2025: everything from A1 on, years above
each block, stars and gaps. 2026: the same for core defence expenditure, in whole millions."""

LAST = {"2024": 2024, "2025": 2025, "2026": 2026}
FIRST = 2019
"""Fewer years than NATO has are as good, and quicker."""
_START = 2014
BASE = {"2024": 2015, "2025": 2021, "2026": 2021}
PUBLISHED = {"2024": "2024-06-17", "2025": "2025-08-28", "2026": "2026-07-10"}
SPENDING = {"2024": "Defence", "2025": "Defence", "2026": "Core defence"}

MEMBERS: dict[str, tuple[str, str]] = {
    "ALB": ("Albania", "Leks"),
    "BEL": ("Belgium", "Euros"),
    "BGR": ("Bulgaria", "Leva"),
    "CAN": ("Canada", "Canadian dollars"),
    "HRV": ("Croatia", "Euros"),
    "CZE": ("Czechia", "Koruny"),
    "DNK": ("Denmark", "Kroner"),
    "EST": ("Estonia", "Euros"),
    "FIN": ("Finland", "Euros"),
    "FRA": ("France", "Euros"),
    "DEU": ("Germany", "Euros"),
    "GRC": ("Greece", "Euros"),
    "HUN": ("Hungary", "Forint"),
    "ITA": ("Italy", "Euros"),
    "LVA": ("Latvia", "Euros"),
    "LTU": ("Lithuania", "Euros"),
    "LUX": ("Luxembourg", "Euros"),
    "MNE": ("Montenegro", "Euros"),
    "NLD": ("Netherlands", "Euros"),
    "MKD": ("North Macedonia", "Denars"),
    "NOR": ("Norway", "Kroner"),
    "POL": ("Poland", "Zlotys"),
    "PRT": ("Portugal", "Euros"),
    "ROU": ("Romania", "New Lei"),
    "SVK": ("Slovak Republic", "Euros"),
    "SVN": ("Slovenia", "Euros"),
    "ESP": ("Spain", "Euros"),
    "SWE": ("Sweden", "Kronor"),
    "TUR": ("Türkiye", "Liras"),
    "GBR": ("United Kingdom", "Pounds"),
    "USA": ("United States", "US dollars"),
}
CODES = tuple(MEMBERS)
GROUPS = {"NATO Europe and Canada": {"USA"}, "NATO Total": set[str]()}

Value = Callable[[str, int], float]
Cells = dict[tuple[int, int], object]


@dataclass(slots=True)
class Book:
    layout: Layout
    cells: dict[str, Cells] = field(default_factory=dict[str, Cells])

    def put(self, sheet: str, place: str, content: object) -> "Book":
        self.cells[sheet][at(place)] = content
        return self

    def drop(self, sheet: str, row: int) -> "Book":
        """Empties a row, counted from 1."""
        cells = self.cells[sheet]
        self.cells[sheet] = {place: each for place, each in cells.items() if place[0] != row - 1}
        return self

    def place(self, sheet: str, label: str, year: int, *, block: int = 1) -> str:
        """Where a member's value of a year is, in the first block or a later one."""
        cells = self.cells[sheet]
        rows = [row for (row, _), each in sorted(cells.items()) if str(each).startswith(label)]
        column = next(c for (_, c), each in sorted(cells.items()) if str(each)[:4] == str(year))
        return a1((rows[block - 1], column))

    def sheets(self) -> tuple[Sheet, ...]:
        return tuple(Sheet(name, _rows(cells)) for name, cells in self.cells.items())

    def xlsx(self) -> bytes:
        made = io.BytesIO()
        with xlsxwriter.Workbook(made, {"in_memory": True}) as workbook:
            for name, cells in self.cells.items():
                sheet = workbook.add_worksheet(name)
                for (row, column), content in cells.items():
                    sheet.write(row, column, content)
        return made.getvalue()


def at(place: str) -> tuple[int, int]:
    """The row and the column of `D11`, from zero; one letter is enough here."""
    return int(place[1:]) - 1, ord(place[0]) - ord("A")


def book(layout: Layout) -> Book:
    """Made-up figures, in a book of the test's own."""
    return Book(layout, {name: dict(cells) for name, cells in _made_up(layout).cells.items()})


@cache
def _made_up(layout: Layout) -> Book:
    return book_of(layout, (), first=FIRST)


def book_of(layout: Layout, figures: Iterable[Observation], *, first: int = 2014) -> Book:
    """With these figures in the place of made-up ones, from the year `first` on."""
    made = Book(layout)
    base, spending = BASE[layout], SPENDING[layout]
    known = {(each.member, each.indicator, each.year): each.value for each in figures}

    def given(indicator: Indicator, value: Value, times: int = 1) -> Value:
        def look_up(code: str, year: int) -> float:
            found = known.get((code, indicator, year))
            return value(code, year) if found is None else float(found * times)

        return look_up

    national = given(Indicator.EXPENDITURE_NATIONAL, _national)
    current = given(Indicator.EXPENDITURE_USD_CURRENT, _current)
    spent = given(Indicator.EXPENDITURE_USD_CONSTANT, _constant)
    share, change = given(Indicator.SHARE_OF_GDP, _share), given(Indicator.REAL_CHANGE, _change)
    earned = given(Indicator.GDP_USD_CONSTANT, _gdp, 1000)
    people = given(Indicator.PERSONNEL, _personnel)
    equipment = given(Indicator.EQUIPMENT_SHARE, _equipment)
    constant = f"Constant {base} prices"
    made.cells |= {
        _name(layout, "1"): _table(
            layout,
            first,
            f"1: {spending} expenditure",
            "Million national currency units",
            {"Current prices": (national, 0), constant: (_national_constant, 0)},
            currencies=True,
        ),
        _name(layout, "2"): _table(
            layout,
            first,
            f"2: {spending} expenditure",
            "Million US dollars",
            {
                "Current prices and exchange rates": (current, 0),
                f"{constant} and exchange rates": (spent, 0),
            },
            groups=True,
        ),
        _name(layout, "3"): _table(
            layout,
            first,
            f"3: {spending} expenditure as a share of GDP and annual real change",
            f"Based on {base} prices",
            {"Share of real GDP (%)": (share, 2), "Annual real change (%)": (change, 2)},
        ),
        _name(layout, "4"): _summary(layout, first),
        _name(layout, "5"): _table(
            layout,
            first,
            "5: GDP",
            "Million US dollars",
            {
                "Current prices and exchange rates": (_gdp_current, 0),
                f"{constant} and exchange rates": (earned, 0),
            },
            groups=True,
            iceland=True,
        ),
        _name(layout, "6"): _table(
            layout,
            first,
            f"6: GDP per capita and {spending.lower()} expenditure per capita",
            f"{base} prices and exchange rates",
            {
                "GDP per capita (thousand US dollars)": (_gdp_per_head, 1),
                f"{spending} expenditure per capita (US dollars)": (_spending_per_head, 0),
            },
        ),
        _name(layout, "7"): _table(
            layout, first, "7: Military personnel", "", {"Thousands": (people, 1)}, groups=True
        ),
        _name(layout, "8a"): _table(
            layout,
            first,
            f"8a: Distribution of {spending.lower()} expenditure by main category",
            f"Percentage of total {spending.lower()} expenditure",
            {"Equipment (a)": (equipment, 2), "Personnel (b)": (_staff, 2)},
        ),
        _name(layout, "8b"): _table(
            layout,
            first,
            f"8b: Distribution of {spending.lower()} expenditure by main category",
            f"Percentage of total {spending.lower()} expenditure",
            {"Infrastructure (c)": (_building, 2), "Other (d)": (_rest, 2)},
        ),
    }
    return made


def _name(layout: Layout, number: str) -> str:
    return f"TABLE{number}" if layout == "2024" else f"Table {number}"


def _table(
    layout: Layout,
    since: int,
    title: str,
    unit: str,
    blocks: dict[str, tuple[Value, int]],
    *,
    currencies: bool = False,
    groups: bool = False,
    iceland: bool = False,
) -> Cells:
    old = layout == "2024"
    # In the old layout a margin is left free, and groups stand out to the left of the members.
    left, row = (1, 3) if old else (0, 0)
    first = left + 2 if old else 1
    written = f"Table {title}"
    cells: Cells = {(row, left): written.replace(":", " :") if old else written}
    if unit:
        row += 2 if old else 1
        cells[row, left] = unit
    if old and unit:
        row += 2
        cells |= _years(layout, row, first, since)
        row += 1
    for heading, (value, decimals) in blocks.items():
        row += 1
        cells[row, left] = heading
        if not old or not unit:
            row += 1
            cells |= _years(layout, row, first, since)
        for label, numbers in _lines(layout, since, value, decimals, currencies, groups, iceland):
            row += 1
            is_group = label in GROUPS
            cells[row, left + old * (not is_group)] = label
            cells |= {(row, first + n): each for n, each in enumerate(numbers)}
        row += 1 if not old else 0
    cells[row + 2, left] = _notes(layout)
    cells[row + 3, left] = "* These Allies have a note of their own."
    return cells


def _years(layout: Layout, row: int, first: int, since: int) -> Cells:
    last = LAST[layout]
    return {
        (row, first + number): f"{year}e" if year > last - 2 else year
        for number, year in enumerate(range(since, last + 1))
    }


def _notes(layout: Layout) -> str:
    last = LAST[layout]
    return f"Notes: Figures for {last - 1} and {last} are estimates."


def _lines(
    layout: Layout,
    since: int,
    value: Value,
    decimals: int,
    currencies: bool,
    groups: bool,
    iceland: bool,
) -> Iterator[tuple[str, list[object]]]:
    codes = sorted((*CODES, "ISL"), key=_english) if iceland else CODES
    years = range(since, LAST[layout] + 1)

    def printed(code: str, year: int) -> float:
        exact = value(code, year)
        return round(exact, decimals) if layout == "2026" else exact

    for code in codes:
        label = _english(code) + ("*" if layout != "2026" and code == "POL" else "")
        if currencies:
            label += f"   ({MEMBERS[code][1]})" if layout == "2024" else f" ({MEMBERS[code][1]})"
        yield label, [printed(code, year) for year in years]
    for name, outside in GROUPS.items() if groups else ():
        sums = (
            sum(
                printed(code, year)
                for code in codes
                if code not in outside and KNOWN.roster[code].joined.year <= year
            )
            for year in years
        )
        yield name, [round(each, decimals) if layout == "2026" else each for each in sums]


def _summary(layout: Layout, first: int) -> Cells:
    last, spending = LAST[layout], SPENDING[layout]
    cells: Cells = {
        (0, 0): f"Table 4: {spending} expenditure real change {first}-{last}e",
        (1, 0): f"Million US dollars ({BASE[layout]} prices and exchange rates)",
        (2, 1): first,
        (2, 2): f"{last}e",
        (2, 3): f"Real change {first}-{last}e (%)",
        (2, 4): f"Share of real GDP {first} (%)",
        (2, 5): f"Share of real GDP {last}e (%)",
    }
    for row, code in enumerate(CODES, 3):
        cells[row, 0] = _english(code)
        for column, value in enumerate((_constant, _share)):
            for n, year in enumerate((first, last)):
                decimals = 2 * column
                exact = value(code, year)
                printed = round(exact, decimals) if layout == "2026" else exact
                cells[row, 1 + 3 * column + n] = printed
    return cells


def _rows(cells: Cells) -> tuple[tuple[object, ...], ...]:
    if not cells:
        return ()
    height, width = (max(place[n] for place in cells) + 1 for n in (0, 1))
    return tuple(tuple(cells.get((r, c), "") for c in range(width)) for r in range(height))


def _english(code: str) -> str:
    return "Iceland" if code == "ISL" else MEMBERS[code][0]


def _rank(code: str) -> int:
    return 40 if code == "ISL" else CODES.index(code)


def _gdp(code: str, year: int) -> float:
    """Million US dollars, some of them many."""
    return 21000.125 + 35000.5 * _rank(code) + 400.25 * (year - _START)


def _share(code: str, year: int) -> float:
    return round(0.9 + 0.05 * _rank(code) + 0.0625 * (year - _START), 4)


def _constant(code: str, year: int) -> float:
    return _gdp(code, year) * _share(code, year) / 100


def _current(code: str, year: int) -> float:
    return _constant(code, year) * 1.25


def _national(code: str, year: int) -> float:
    return _constant(code, year) * 1.5


def _national_constant(code: str, year: int) -> float:
    return _constant(code, year) * 1.125


def _change(code: str, year: int) -> float:
    return round(-3.0 + 0.25 * _rank(code) + 0.5 * (year - _START), 4)


def _gdp_current(code: str, year: int) -> float:
    return _gdp(code, year) * 1.25


def _gdp_per_head(code: str, year: int) -> float:
    return 10.0 + _rank(code) + 0.5 * (year - _START)


def _spending_per_head(code: str, year: int) -> float:
    return 200.0 + 10 * _rank(code) + year - _START


def _personnel(code: str, year: int) -> float:
    return 1.5 + 6.25 * _rank(code) + 0.125 * (year - _START)


def _equipment(code: str, year: int) -> float:
    return 15.5 + 0.5 * _rank(code) + 0.25 * (year - _START)


def _staff(code: str, year: int) -> float:
    return 45.0 - 0.5 * _rank(code) - 0.25 * (year - _START)


def _building(code: str, year: int) -> float:
    del code, year
    return 4.5


def _rest(code: str, year: int) -> float:
    del code, year
    return 35.0
