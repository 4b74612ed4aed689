"""The cells of a workbook, sheet by sheet."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from data.importers.nato.faults import CellFault, WorkbookError
from data.importers.nato.markup import Marks, Place, look_through
from data.importers.nato.package import packed, unpack
from data.messages import mark

UNREADABLE = mark(
    "The file cannot be read as a workbook, within the room and the time that one takes. Open it "
    "and save it as .xlsx."
)

Cell = object
"""A text, a number, a truth value, or a list of the text of a day or a time; an empty text where
there is nothing."""

# By its path and without the folder of its own on the path: nothing of the project is imported.
COMMAND = (sys.executable, "-P", str(Path(__file__).with_name("child.py")))
MOST_SECONDS = 30
_HANDED_DOWN = ("PATH", "HOME", "LANG", "TMPDIR", "SYSTEMROOT", "LD_LIBRARY_PATH")


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

    Takes half a minute and some hundred megabytes at the most, whatever `content` is. Raises
    WorkbookError for what is no workbook, or more than one of NATO's can be.
    """
    parts = unpack(content)
    marks = look_through(parts)
    return tuple(
        Sheet(name, tuple(tuple(row) for row in rows), marks.get(name, Marks()))
        for name, rows in _laid_out(packed(parts)).items()
    )


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


def _laid_out(workbook: bytes) -> Mapping[str, list[list[Cell]]]:
    environ = {name: os.environ[name] for name in _HANDED_DOWN if name in os.environ}
    try:
        ran = subprocess.run(
            COMMAND,
            input=workbook,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environ,
            timeout=MOST_SECONDS,
            check=True,
        )
        return cast(Mapping[str, list[list[Cell]]], json.loads(ran.stdout))
    except (subprocess.SubprocessError, ValueError) as error:
        raise WorkbookError.of(UNREADABLE) from error
