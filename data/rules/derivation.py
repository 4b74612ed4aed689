"""Derivations: every figure as a tree that a reader can check with a pocket calculator.

A step without a formula is a fact and cites its source, or it is given: an assumption of whoever
asks, such as a growth rate. A step with a formula names its inputs by their symbols, and the
formula over the inputs' values gives the step's value: nothing is rounded on the way but what the
formula itself rounds. Formulas know + - * / **, and the functions in `FUNCTIONS`.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from data.rules.quick import quick
from data.sources import Cite

FUNCTIONS = frozenset({"ceil", "min", "max", "round", "reach", "sum"})
"""What a formula may call. `round(x)` is to two decimals, halves up; `reach(floor, a, b, ...)`
counts those of a, b, ... that are at least the floor."""


class Unit(StrEnum):
    PERCENT = "percent"
    POINTS = "percentage_points"
    POINTS_A_YEAR = "percentage_points_a_year"
    MILLION = "million"
    YEAR = "year"
    YEARS = "years"
    DAYS = "days"
    COUNT = "count"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A value with where it comes from. `places` is how many decimals it is meant to be read at;
    `what` is an English phrase without figures, marked for translation."""

    symbol: str
    what: str
    value: Decimal
    unit: Unit
    places: int = 2
    estimate: bool = False
    year: int | None = None
    """The year the value is of."""
    edition: str | None = None
    currency: str | None = None
    price_base: int | None = None
    cites: tuple[Cite, ...] = ()
    given: bool = False
    """True for an assumption of whoever asks, which no source states."""
    formula: str | None = None
    inputs: tuple["Step", ...] = ()

    def __post_init__(self) -> None:
        if (self.formula is None) == bool(self.inputs):
            raise ValueError(f"{self.symbol}: a formula and its inputs go together")
        if self.formula is not None:
            if self.given:
                raise ValueError(f"{self.symbol}: what is given has no formula")
            if len({each.symbol for each in self.inputs}) != len(self.inputs):
                raise ValueError(f"{self.symbol}: two inputs share a symbol")
        elif self.given == bool(self.cites):
            raise ValueError(f"{self.symbol}: a fact without a source, or what is given with one")

    def walk(self) -> tuple["Step", ...]:
        """This step and all below it, itself first."""
        return (self, *(below for each in self.inputs for below in each.walk()))
