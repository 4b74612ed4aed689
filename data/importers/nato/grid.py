"""The cells of a workbook, sheet by sheet, as the library gives them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from data.importers.nato.faults import CellFault, WorkbookError
from data.importers.nato.markup import Marks, Place, look_through
from data.importers.nato.package import DAMAGED, packed, unpack

Cell = object
"""A text, a number, a truth value, a day or a time; an empty text where there is nothing."""


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    rows: tuple[tuple[Cell, ...], ...]
    """From the first row and the first column on, whether they are empty or not."""
    marks: Marks = field(default_factory=Marks)

    def at(self, place: Place) -> Cell:
        row, column = place
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""

    def fault(self, place: Place, problem: str) -> CellFault:
        return CellFault(self.name, a1(place), problem)


def sheets_of(content: bytes) -> tuple[Sheet, ...]:
    """The sheets of a workbook, charts left out.

    Needs no more than a few hundred megabytes and a few seconds whatever `content` is. Raises
    WorkbookError for what is no workbook, or more than one of NATO's can be.
    """
    parts = unpack(content)
    marks = look_through(parts)
    try:
        with CalamineWorkbook.from_filelike(packed(parts)) as workbook:
            return tuple(
                _sheet(workbook, each.name, marks)
                for each in workbook.sheets_metadata
                if each.typ is SheetTypeEnum.WorkSheet
            )
    except CalamineError as error:
        raise WorkbookError.of(DAMAGED.format(problem=error)) from error


def a1(place: Place) -> str:
    """`D11` for the fourth cell of the eleventh row."""
    row, column = place
    letters = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return f"{letters}{row + 1}"


def words(cell: Cell) -> str:
    """A text in one line, with single plain spaces; nothing for what is no text."""
    return " ".join(cell.split()) if isinstance(cell, str) else ""


def _sheet(workbook: CalamineWorkbook, name: str, marks: Mapping[str, Marks]) -> Sheet:
    rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return Sheet(name, tuple(tuple(row) for row in rows), marks.get(name, Marks()))
