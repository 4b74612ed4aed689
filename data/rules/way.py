"""From where to where a path leads, and what all plans have in common."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from data.errors import PlanError
from data.messages import mark
from data.rules import figures
from data.rules.commitments import AnnualIncrease, ShareTarget
from data.rules.derivation import Step, Unit

LONGEST = 100
"""In years. A path that takes longer leads nowhere that anybody could check."""

NOT_AFTER = mark(
    "The year {year} is not after {last}, the year of the last reported share; give a later one."
)
TOO_FAR = mark(
    "The year {year} is more than {longest} years after {last}, the year of the last reported "
    "share; give an earlier one."
)
NO_YEAR = mark("The clause '{clause}' names no year; say by which year its share is reached.")

Route = Callable[[int], Step]
"""The share of a year after the start, up to the first one in which the floor is reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """From where to where: the last reported share with its year, and a floor above it."""

    clause: ShareTarget
    share: Step
    year: Step
    floor: Step
    growth: Step
    increase: AnnualIncrease | None = None

    @property
    def last_reported(self) -> int:
        return int(self.year.value)


def held(year: int, share: Step) -> Step:
    """A share that stays what it was."""
    return share_in(year, share.value, share.symbol, (share,))


def share_in(year: int, value: Decimal, formula: str, inputs: tuple[Step, ...]) -> Step:
    """The edition is that of the first input, which is a share."""
    return Step(
        symbol=f"share_{year}",
        what=mark("share on this path"),
        value=value,
        unit=Unit.PERCENT,
        estimate=any(each.estimate for each in inputs),
        year=year,
        edition=inputs[0].edition,
        formula=formula,
        inputs=inputs,
    )


def given(symbol: str, what: str, value: Decimal, unit: Unit) -> Step:
    """An assumption of whoever asks, with as many decimals as they gave it."""
    places = max(0, -int(value.as_tuple().exponent))
    return Step(symbol=symbol, what=what, value=value, unit=unit, places=places, given=True)


def given_year(symbol: str, what: str, year: int, last: int) -> Step:
    """Raises PlanError for a year that is not after `last`, that of the last reported share, or
    more than LONGEST years after it."""
    check_year(year, last)
    return given(symbol, what, Decimal(year), Unit.YEAR)


def deadline_of(way: Way, year: int | None) -> Step:
    """`year` or else the clause's own, on the word of its source. For errors see `given_year`."""
    if year is not None:
        what = mark("year by whose end it is to be reached")
        return given_year("deadline", what, year, way.last_reported)
    if way.clause.by is None:
        raise PlanError(NO_YEAR, clause=way.clause.id)
    check_year(way.clause.by, way.last_reported)
    return figures.deadline_of(way.clause)


def check_year(year: int, last: int) -> None:
    if year <= last:
        raise PlanError(NOT_AFTER, year=year, last=last)
    if year > last + LONGEST:
        raise PlanError(TOO_FAR, year=year, last=last, longest=LONGEST)
