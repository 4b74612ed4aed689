"""What stands under a year: a number, or nothing."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from data.facts.soundness.figures import LARGEST
from data.importers.nato.faults import holds
from data.importers.nato.grid import Cell, Sheet, words
from data.importers.nato.markup import Place
from data.messages import mark

DECIMALS = 6
"""Kept of a cell. What is printed has two, and behind fifteen digits a cell holds noise."""

A_NUMBER = mark("a number, or .. or - where there is none")
A_SMALLER_NUMBER = mark("a number below a million millions")
THE_NUMBER_ITSELF = mark("the number itself, not a formula without a saved value")

NOTHING = frozenset({"", "-", "–", "—", "−", "..", "...", "…", "n/a", "n.a."})
"""How tables say that there is no value, or that it is not known."""

_YEAR = re.compile(r"((?:19|20)\d\d)\s*(e|ᵉ|est\.?)?\s*\**", re.ASCII | re.IGNORECASE)
_NUMBER = re.compile(r"([-−]?\d{1,3}(?:[, ]\d{3})+|[-−]?\d+)(\.\d+)?\s*(e)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Number:
    """`estimate` is whether the cell itself says so. `decimals` are those that it has."""

    value: Decimal
    estimate: bool = False
    decimals: int = 0


class CellError(ValueError):
    """Nothing that can stand under a year; `args` hold what is wrong, as a fault says it."""

    @property
    def problem(self) -> str:
        return self.args[0]


def number_at(sheet: Sheet, place: Place) -> Number | None:
    """The number in a cell, None where there is none. Raises CellError for anything else: nothing
    is worked out, and nothing is guessed."""
    cell, text = sheet.at(place), words(sheet.at(place))
    if (error := sheet.marks.errors.get(place)) is not None:
        raise CellError(holds(error, A_NUMBER))
    if place in sheet.marks.unsaved:
        raise CellError(holds("=", THE_NUMBER_ITSELF))
    if isinstance(cell, str):
        return _in_words(text)
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        raise CellError(holds(cell, A_NUMBER))
    return _number(Decimal(repr(cell)))


def year_of(cell: Cell) -> tuple[int, bool] | None:
    """A year, and whether it says that it is an estimate; None for anything else."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        text = str(int(cell)) if cell == cell // 1 else ""
    else:
        text = words(cell)
    match = _YEAR.fullmatch(text)
    return None if match is None else (int(match[1]), match[2] is not None)


def rounded(value: Decimal) -> Decimal:
    """At the decimals that are kept, written without an exponent and without empty decimals."""
    exact = value.quantize(Decimal(1).scaleb(-DECIMALS), rounding=ROUND_HALF_UP)
    return Decimal(f"{exact:f}".rstrip("0").rstrip(".")) if exact else Decimal(0)


def _in_words(text: str) -> Number | None:
    if text.casefold() in NOTHING:
        return None
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise CellError(holds(text, A_NUMBER))
    whole = match[1].replace(",", "").replace(" ", "").replace("−", "-")
    return _number(Decimal(whole + (match[2] or "")), estimate=match[3] is not None)


def _number(value: Decimal, *, estimate: bool = False) -> Number:
    if not value.is_finite():
        raise CellError(holds(value, A_NUMBER))
    if abs(value) >= LARGEST:
        raise CellError(holds(f"{value:.3g}", A_SMALLER_NUMBER))
    return Number(value, estimate, len(f"{value:f}".partition(".")[2].rstrip("0")))
