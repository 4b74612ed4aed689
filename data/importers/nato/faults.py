"""What keeps a workbook from being taken: each problem with its sheet and its cell."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from data.errors import KnowledgeError
from data.messages import Message, mark

MOST = 20
"""Problems told of one workbook. Whoever has twenty has one behind all of them."""
MOST_ECHOED = 60

HOLDS = mark("holds {found}; expected {expected}.")

_AT_CELL = mark("{sheet}!{cell}: {problem}")
_OF_SHEET = mark("{sheet}: {problem}")


@dataclass(frozen=True, slots=True)
class CellFault:
    """One thing that is wrong. `cell` is empty where a sheet as a whole is wrong, and `sheet` as
    well where it is the file. `problem` is a sentence, or the rest of one that begins with the
    place; it ends with a full stop."""

    sheet: str
    cell: str
    problem: str

    @property
    def sentence(self) -> str:
        """To be said in any language."""
        if not self.sheet:
            return self.problem
        if not self.cell:
            return _OF_SHEET.format(sheet=self.sheet, problem=self.problem)
        return _AT_CELL.format(sheet=self.sheet, cell=self.cell, problem=self.problem)

    def __str__(self) -> str:
        return str(self.sentence)


class WorkbookError(KnowledgeError):
    """A file is no workbook that can be taken. `more` is whether further faults were left out."""

    def __init__(self, faults: Sequence[CellFault], *, more: bool = False) -> None:
        self.faults = tuple(faults)
        self.more = more
        super().__init__("\n".join(str(fault) for fault in faults))

    @classmethod
    def of(cls, problem: str) -> "WorkbookError":
        """Something about the file as a whole."""
        return cls([CellFault("", "", problem)])


@dataclass(slots=True)
class Faults:
    """Those found so far, of which the first ones are kept."""

    kept: list[CellFault] = field(default_factory=list[CellFault])
    count: int = 0

    def add(self, fault: CellFault) -> None:
        self.count += 1
        if len(self.kept) < MOST and fault not in self.kept:
            self.kept.append(fault)

    def check(self) -> None:
        """Raises WorkbookError where there is any."""
        if self.kept:
            raise WorkbookError(self.kept, more=self.count > len(self.kept))


def holds(found: object, expected: str) -> Message:
    return HOLDS.format(found=echoed(found), expected=expected)


def echoed(found: object) -> str:
    """What stands in a cell, short enough to be shown. A day or a time is a list of its text."""
    cell = cast(list[object], found)[0] if isinstance(found, list) else found
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = " ".join(str(cell).split())
    return f"'{text}'" if len(text) <= MOST_ECHOED else f"'{text[: MOST_ECHOED - 1]}…'"
