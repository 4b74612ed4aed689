"""The tables of a workbook taken together: that none is missing, and that they agree."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from data.importers.nato import vocabulary
from data.importers.nato.faults import CellFault, Faults, holds
from data.importers.nato.grid import Sheet, a1, sheets_of, words
from data.importers.nato.labels import Names
from data.importers.nato.markup import Place
from data.importers.nato.tables import Block, Table, Year, first_years, tables_in
from data.importers.nato.vocabulary import Kind, Part
from data.members import Member, Roster
from data.messages import mark
from data.rules.expenditure import Basis, Indicator

NO_TABLE = mark(
    "No sheet holds a table with the title 'Table …: {title}' and the line '{unit}' below it."
)
NO_TITLED_TABLE = mark("No sheet holds a table with the title 'Table …: {title}'.")
NO_PART = mark("has no part with the heading '{heading}'.")
SECOND_PART = mark("begins a second '{heading}'; the first is in {sheet}!{cell}.")
NO_ROWS = mark("has no row of a member below it.")
NO_ROW = mark("has no row for {members}; expected one for each member with armed forces.")
OTHER_YEARS = mark("begins the years {years}; in {sheet} they are {others}.")
OTHER_PRICES = mark("names prices of {year}; {sheet}!{cell} names those of {other}.")
OTHER_BASIS = mark("does not agree with {sheet}!{cell} on whether core defence is counted.")

_ESTIMATES = re.compile(r"figures for ([^.]*?\d{4})\s+(?:are|is)\b[^.]*\bestimate", re.IGNORECASE)
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A block with the table it stands in."""

    table: Table
    block: Block

    @property
    def where(self) -> str:
        """`Table 2, Current prices and exchange rates`."""
        return f"{self.table.name}, {self.block.heading}"

    def fault(self, place: Place, problem: str) -> CellFault:
        return self.table.sheet.fault(place, problem)


@dataclass(slots=True)
class Workbook:
    """What a workbook holds. `others` are sheets without any table, and `prices` the place that
    tells the year of constant prices."""

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
    def left_out(self) -> list[str]:
        """What is read or passed over, and not held: tables and parts in their own words, then
        sheets."""
        found = [self.parts[each].where for each in self.parts if not self._is_held(each)]
        for table in self.tables:
            if table.kind is None or not table.kind.parts:
                found.append(f"{table.name}, {table.title}")
            else:
                found += [f"{table.name}, {_at(table, place)}" for place in table.unknown]
        return found + [each.name for each in self.others if each.rows]

    def _is_held(self, part: str) -> bool:
        return self.parts[part].block.part.indicator is not None

    def texts(self) -> Iterator[str]:
        """Every text of it that is no name."""
        for table in self.tables:
            yield from (text for _, text in (*table.heads, *table.notes))
        for sheet in self.others:
            yield from (words(cell) for row in sheet.rows for cell in row if words(cell))


def read(content: bytes, roster: Roster) -> Workbook:
    """Raises WorkbookError with what is wrong: where it stands, and what was expected there."""
    return understand(sheets_of(content), roster)


def understand(sheets: Iterable[Sheet], roster: Roster) -> Workbook:
    """The same of sheets that are read already."""
    found, faults, names = Workbook(), Faults(), Names.of(roster)
    for sheet in sheets:
        tables = list(tables_in(sheet, names, faults))
        found.tables += tables
        if not tables:
            found.others.append(sheet)
    _gather(found, faults)
    _check_all_there(found, faults)
    faults.check()
    _check_years(found, faults)
    _read_prices(found, faults)
    _read_basis(found, faults)
    for _, each in found.held():
        _check_rows(each, roster, faults)
    faults.check()
    return found


def estimated_years(table: Table) -> frozenset[int]:
    """Years that a note below a table calls estimates."""
    found: set[int] = set()
    for _, text in (*table.heads, *table.notes):
        for match in _ESTIMATES.finditer(text):
            found |= {int(each) for each in re.findall(r"\b\d{4}\b", match[1])}
    return frozenset(found)


def _gather(found: Workbook, faults: Faults) -> None:
    for table in found.tables:
        for block in table.blocks:
            first = found.parts.setdefault(block.part.id, Found(table, block))
            if first.block is not block:
                sheet, cell = first.table.sheet.name, a1(first.block.place)
                problem = SECOND_PART.format(heading=block.heading, sheet=sheet, cell=cell)
                faults.add(table.sheet.fault(block.place, problem))


def _check_all_there(found: Workbook, faults: Faults) -> None:
    """What is not known is of no concern where all that is needed is there."""
    missing = [(kind, part) for kind, part in vocabulary.NEEDED if part.id not in found.parts]
    kinds = list(dict.fromkeys(kind for kind, _ in missing))
    absent = [each for each in kinds if all(table.kind is not each for table in found.tables)]
    for kind, part in missing:
        for table in found.tables:
            if table.kind is kind:
                _tell_missing(table, part, faults)
    if absent:
        _tell_unknown(found, absent, faults)
    for kind in absent:
        template = NO_TABLE if kind.unit_shown else NO_TITLED_TABLE
        faults.add(CellFault("", "", template.format(title=kind.shown, unit=kind.unit_shown)))
    for each in found.parts.values():
        if not each.block.rows:
            faults.add(each.fault(each.block.place, NO_ROWS))


def _tell_missing(table: Table, part: Part, faults: Faults) -> None:
    for place in table.unknown:
        faults.add(table.sheet.fault(place, holds(_at(table, place), part.shown)))
    if not table.unknown:
        faults.add(table.sheet.fault(table.place, NO_PART.format(heading=part.shown)))


def _tell_unknown(found: Workbook, absent: Sequence[Kind], faults: Faults) -> None:
    """Where a table may stand that was looked for in vain."""
    expected = " / ".join(dict.fromkeys(each.example for each in absent))
    for table in found.tables:
        if table.kind is None:
            told = holds(f"{table.name}: {table.title}", expected)
            faults.add(table.sheet.fault(table.place, told))
    for sheet in found.others:
        if first_years(sheet) is not None:
            place = _first_text(sheet)
            faults.add(sheet.fault(place, holds(words(sheet.at(place)), expected)))


def _first_text(sheet: Sheet) -> Place:
    for number, row in enumerate(sheet.rows):
        for column, cell in enumerate(row):
            if words(cell):
                return number, column
    return 0, 0


def _at(table: Table, place: Place) -> str:
    return words(table.sheet.at(place)) or str(table.sheet.at(place))


def _check_years(found: Workbook, faults: Faults) -> None:
    _, first = next(found.held())
    for _, each in found.held():
        if [year.year for year in each.block.years] != [year.year for year in first.block.years]:
            years, others = _span(each.block.years), _span(first.block.years)
            told = OTHER_YEARS.format(years=years, others=others, sheet=first.table.sheet.name)
            place = (each.block.header, each.block.years[0].column if each.block.years else 0)
            faults.add(each.fault(place, told))


def _span(years: Sequence[Year]) -> str:
    return f"{years[0].year}–{years[-1].year}" if years else "–"


def _read_prices(found: Workbook, faults: Faults) -> None:
    first: tuple[Table, Place] | None = None
    for table in found.tables:
        if table.kind is None:
            continue
        for place, text in table.heads:
            for year in map(int, vocabulary.PRICES_OF.findall(text)):
                if first is None:
                    first, found.price_base = (table, place), year
                elif year != found.price_base:
                    at = {"sheet": first[0].sheet.name, "cell": a1(first[1])}
                    told = OTHER_PRICES.format(year=year, other=found.price_base, **at)
                    faults.add(table.sheet.fault(place, told))


def _read_basis(found: Workbook, faults: Faults) -> None:
    first: tuple[Table, bool] | None = None
    for table in found.tables:
        if table.kind not in vocabulary.SAYS_WHAT_IT_COUNTS:
            continue
        is_core = vocabulary.CORE.search(table.title) is not None
        if first is None:
            first, found.basis = (table, is_core), "core" if is_core else "defence"
        elif is_core != first[1]:
            told = OTHER_BASIS.format(sheet=first[0].sheet.name, cell=a1(first[0].place))
            faults.add(table.sheet.fault(table.place, told))


def _check_rows(found: Found, roster: Roster, faults: Faults) -> None:
    last = found.block.years[-1].year if found.block.years else 0
    lacking = [
        each.id
        for each in roster
        if _is_expected(each, last) and found.block.row_of(each.id) is None
    ]
    if lacking:
        named = ", ".join(lacking[:_MOST_NAMED]) + (", …" if len(lacking) > _MOST_NAMED else "")
        faults.add(found.fault(found.block.place, NO_ROW.format(members=named)))


def _is_expected(member: Member, last: int) -> bool:
    """Whoever joined by the last year has a row, and others may have one."""
    return member.armed_forces and member.joined.year <= last
