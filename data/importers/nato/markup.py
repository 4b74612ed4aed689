"""Looks through the XML of a workbook before the library that reads workbooks does.

It finds what that library does not tell: cells with an error in them, which it gives as empty, and
cells that are formulas, of which it gives the value that was saved. And it finds what would make
the library take more room than there is: a cell a million rows away, for which all rows between are
laid out, or one long text that a thousand cells share.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from data.importers.nato.faults import WorkbookError
from data.importers.nato.package import Parts
from data.importers.nato.parts import longest_text, parse, sheets_in
from data.messages import mark

MOST_CELLS = 200_000
"""Cells of all sheets, the empty ones between them included. NATO's own have 13,000."""
MOST_SHEETS = 60
MOST_LETTERS = 20_000_000
"""Letters that the cells of all sheets show together, each repetition counted."""

TOO_WIDE = mark(
    "The sheets reach over {count} cells, more than {most}; a workbook of NATO's has 20,000."
)
TOO_MANY_SHEETS = mark("The file has {count} sheets; a workbook of NATO's has 9.")
TOO_LONG = mark("The file shows more text than any workbook of NATO's; it is not opened.")
NO_PLACE = mark("The file is damaged: a cell in '{part}' does not say where it stands.")
NO_SHEET = mark("The file is damaged: nothing in it belongs to the sheet '{sheet}'.")

_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)

Place = tuple[int, int]
"""Row and column, counted from zero."""


@dataclass(slots=True)
class Marks:
    """What is peculiar about the cells of one sheet."""

    errors: dict[Place, str] = field(default_factory=dict[Place, str])
    """What an error is called, such as #REF!."""
    formulas: set[Place] = field(default_factory=set[Place])
    unsaved: set[Place] = field(default_factory=set[Place])
    """Formulas without a value."""
    area: int = 0
    shared: int = 0
    """Cells that show one of the texts that sheets share."""


def look_through(parts: Parts) -> Mapping[str, Marks]:
    """What is peculiar, by the names of the sheets. Raises WorkbookError for XML that is none, that
    declares entities, or that reaches farther than a workbook can."""
    found: dict[str, Marks] = {}
    sheets = dict(sheets_in(parts))
    if len(sheets) > MOST_SHEETS:
        raise WorkbookError.of(TOO_MANY_SHEETS.format(count=len(sheets)))
    by_part = {part: sheet for sheet, part in sheets.items()}
    for part, content in parts.items():
        if part in by_part:
            found[by_part[part]] = _SheetScan(part).of(content)
        else:
            parse(part, content, expat.ParserCreate())
    if gone := [sheet for sheet, part in sheets.items() if part not in parts]:
        raise WorkbookError.of(NO_SHEET.format(sheet=gone[0][:60]))
    _check_room(found, longest_text(parts))
    return found


def _check_room(found: Mapping[str, Marks], longest: int) -> None:
    area = sum(each.area for each in found.values())
    if area > MOST_CELLS:
        raise WorkbookError.of(TOO_WIDE.format(count=area, most=MOST_CELLS))
    if longest * sum(each.shared for each in found.values()) > MOST_LETTERS:
        raise WorkbookError.of(TOO_LONG)


class _SheetScan:
    """Goes through the cells of one sheet."""

    def __init__(self, part: str) -> None:
        self._part = part
        self._marks = Marks()
        self._cell: Place | None = None
        self._kind = ""
        self._has_formula = self._has_value = self._in_value = False
        self._is_filled = False
        self._said: list[str] = []
        self._last: Place = (-1, -1)

    def of(self, content: bytes) -> Marks:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parse(self._part, content, parser)
        rows, columns = self._last
        self._marks.area = (rows + 1) * (columns + 1)
        return self._marks

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "c":
                self._cell = self._place(attributes.get("r", ""))
                self._kind = attributes.get("t", "")
                self._has_formula = self._has_value = self._is_filled = False
                self._said.clear()
                self._marks.shared += self._kind == "s"
            case "f":
                self._has_formula = True
            case "v":
                self._has_value = self._in_value = self._is_filled = True
            case "is":
                self._has_value = self._is_filled = True
            case _:
                pass

    def _end(self, name: str) -> None:
        match name.rpartition(":")[2]:
            case "v":
                self._in_value = False
            case "c" if self._cell is not None:
                self._mark(self._cell)
                self._cell = None
            case _:
                pass

    def _text(self, text: str) -> None:
        if self._in_value and self._kind == "e":
            self._said.append(text)

    def _mark(self, cell: Place) -> None:
        if self._is_filled:
            # Cells that are only coloured lay nothing out.
            self._last = _farther(self._last, cell)
        if self._kind == "e":
            self._marks.errors[cell] = "".join(self._said)[:20]
        if self._has_formula:
            self._marks.formulas.add(cell)
            if not self._has_value:
                self._marks.unsaved.add(cell)

    def _place(self, written: str) -> Place:
        match = _PLACE.fullmatch(written)
        if match is None:
            raise WorkbookError.of(NO_PLACE.format(part=self._part[:80]))
        column = 0
        for letter in match[1]:
            column = column * 26 + ord(letter) - ord("A") + 1
        return int(match[2]) - 1, column - 1


def _farther(one: Place, other: Place) -> Place:
    return max(one[0], other[0]), max(one[1], other[1])
