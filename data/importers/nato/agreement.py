"""Reads a workbook, and sees that no table is missing and that all of them are of one edition."""

from collections.abc import Iterable, Sequence

from data.importers.nato import vocabulary
from data.importers.nato.blocks import Table, Year
from data.importers.nato.faults import CellFault, Faults, holds
from data.importers.nato.grid import Sheet, a1, sheets_of, words
from data.importers.nato.labels import Names
from data.importers.nato.markup import Place
from data.importers.nato.tables import first_years, tables_in
from data.importers.nato.vocabulary import Kind, Part
from data.importers.nato.whole import Found, Workbook, written
from data.members import Member, Roster
from data.messages import mark

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

_MOST_NAMED = 5


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
        faults.add(table.sheet.fault(place, holds(written(table, place), part.shown)))
    if not table.unknown:
        faults.add(table.sheet.fault(table.place, NO_PART.format(heading=part.shown)))


def _tell_unknown(found: Workbook, absent: Sequence[Kind], faults: Faults) -> None:
    """Where a table may stand that was looked for in vain."""
    expected = " / ".join(dict.fromkeys(each.example for each in absent))
    for table in found.tables:
        if table.kind is not None:
            continue
        alike = [each for each in absent if each.title.fullmatch(table.title)]
        if alike and table.heads:
            place, text = table.heads[0]
            units = " / ".join(each.unit_shown for each in alike)
            faults.add(table.sheet.fault(place, holds(text, units)))
        else:
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
