"""Reported expenditure: editions, observations and series, never mixed across editions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Literal

from data.dates import PartialDate
from data.errors import FigureError
from data.messages import mark
from data.rules.derivation import Step
from data.sources import Cite


class Indicator(StrEnum):
    SHARE_OF_GDP = "share_of_gdp"
    """Percent of GDP."""
    EQUIPMENT_SHARE = "equipment_share"
    """Percent of defence expenditure."""
    EXPENDITURE_USD_CURRENT = "expenditure_usd_m_current"
    """Million US dollars, current prices and exchange rates."""
    EXPENDITURE_USD_CONSTANT = "expenditure_usd_m_constant"
    """Million US dollars, prices and exchange rates of the edition's price base."""
    EXPENDITURE_NATIONAL = "expenditure_nat_m_current"
    """Million units of the national currency, current prices."""
    GDP_USD_CONSTANT = "gdp_usd_bn_constant"
    """Billion US dollars, prices and exchange rates of the edition's price base."""
    REAL_CHANGE = "real_change"
    """Percent change of real expenditure on the year before."""
    PERSONNEL = "personnel_thousand"
    """Thousand military personnel."""


Basis = Literal["defence", "core"]
"""What an edition counts: defence expenditure, or core defence expenditure as in The Hague."""

PERCENTAGES = frozenset({Indicator.SHARE_OF_GDP, Indicator.EQUIPMENT_SHARE})

_CENT = Decimal("0.01")
_NOT_FINITE = mark("{value} is not a number that anybody can have reported.")
_NEGATIVE = mark("{value} cannot be a value of {indicator}: only a change may be below zero.")
_NO_PERCENTAGE = mark("{value} cannot be a value of {indicator}: it is above 100 percent.")
_NO_CURRENCY = mark(
    "Expenditure in national currency needs its currency, such as EUR; {member} in {year} has none."
)
_STRAY_CURRENCY = mark(
    "A currency belongs to expenditure in national currency only, not to {indicator}."
)
_UNSORTED = mark("The years of a series must rise; {year} follows {before}.")
_MIXED = mark("A series is of one member and one indicator; {value} is of {other}, not of {own}.")
_EMPTY = mark("A series holds at least one observation; none was given for the edition {edition}.")


def published(value: Decimal, places: int = 2) -> Decimal:
    """A share at the precision it is published and compared at, halves up; zero has no sign."""
    unit = _CENT if places == 2 else Decimal(1).scaleb(-places)
    rounded = value.quantize(unit, rounding=ROUND_HALF_UP)
    return rounded or abs(rounded)


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One reported value. `places` is what its source printed, at the most two decimals.

    Raises FigureError for what nobody can have reported: no number, less than nothing, more than
    all of it, an amount in national currency without the currency.
    """

    member: str
    indicator: Indicator
    year: int
    value: Decimal
    estimate: bool
    cites: tuple[Cite, ...]
    places: int = 2
    currency: str | None = None
    """ISO 4217, for the national currency only."""

    def __post_init__(self) -> None:
        if not self.value.is_finite():
            raise FigureError(_NOT_FINITE, value=self.value)
        if self.value < 0 and self.indicator is not Indicator.REAL_CHANGE:
            raise FigureError(_NEGATIVE, value=self.value, indicator=self.indicator.value)
        if self.value > 100 and self.indicator in PERCENTAGES:
            raise FigureError(_NO_PERCENTAGE, value=self.value, indicator=self.indicator.value)
        if (self.indicator is Indicator.EXPENDITURE_NATIONAL) != (self.currency is not None):
            if self.currency is None:
                raise FigureError(_NO_CURRENCY, member=self.member, year=self.year)
            raise FigureError(_STRAY_CURRENCY, indicator=self.indicator.value)

    @property
    def published(self) -> Decimal:
        return published(self.value, self.places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Years of an indicator for which an edition holds nothing on some members, and why."""

    members: tuple[str, ...]
    indicator: Indicator
    years: tuple[int, ...]
    reason: Literal["blank_in_edition", "not_in_our_copy"]
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One NATO publication of expenditure figures.

    `basis` is what it counts; `price_base` the year of its constant prices. `complete` is whether
    our copy holds every member's share. `weak` says what is not proven about it.
    """

    id: str
    title: str
    published_on: PartialDate
    cut_off: PartialDate | None = None
    basis: Basis
    price_base: int | None = None
    complete: bool
    gaps: tuple[Gap, ...] = ()
    cites: tuple[Cite, ...]
    weak: str | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """One member's values of one indicator in one edition, by year, oldest first."""

    edition: Edition
    member: str
    indicator: Indicator
    by_year: Mapping[int, Observation]
    newest_year: int
    """The newest year this edition reports for anybody, or ought to report for this member."""
    steps: dict[tuple[str, int], Step] = field(
        default_factory=dict[tuple[str, int], Step], init=False, repr=False, compare=False
    )
    """Steps already made of these values, which are the same for every clause that needs them."""
    shorter: dict[int, "Series"] = field(
        default_factory=dict[int, "Series"], init=False, repr=False, compare=False
    )

    @classmethod
    def of(cls, edition: Edition, observations: Iterable[Observation]) -> "Series":
        """The series that these observations make, which come in the order of their years.

        Raises FigureError where there is none, where the years do not rise, or where two members or
        two indicators are mixed.
        """
        given = tuple(observations)
        if not given:
            raise FigureError(_EMPTY, edition=edition.id)
        first = given[0]
        for before, each in pairwise(given):
            if each.year <= before.year:
                raise FigureError(_UNSORTED, year=each.year, before=before.year)
        for each in given:
            own, other = (f"{one.member}, {one.indicator.value}" for one in (first, each))
            if own != other:
                raise FigureError(_MIXED, value=each.value, other=other, own=own)
        by_year = {each.year: each for each in given}
        return cls(edition, first.member, first.indicator, by_year, given[-1].year)

    @property
    def latest(self) -> Observation:
        return self.by_year[max(self.by_year)]

    @property
    def lacks_newest_year(self) -> bool:
        return self.newest_year not in self.by_year

    @property
    def gap(self) -> Gap | None:
        """Why the newest year is missing, where the edition's record says so."""
        for gap in self.edition.gaps:
            if (
                self.member in gap.members
                and gap.indicator is self.indicator
                and self.newest_year in gap.years
            ):
                return gap
        return None

    def until(self, year: int) -> "Series | None":
        """The series as if `year` were the newest; None where nothing is left of it."""
        if year >= self.newest_year:
            return self
        if year not in self.shorter:
            left = {each: value for each, value in self.by_year.items() if each <= year}
            if not left:
                return None
            self.shorter[year] = replace(self, by_year=left, newest_year=year)
        return self.shorter[year]

    def behind(self, year: int) -> "Series":
        """The series as it stands once another edition reports others for the later `year`."""
        if year <= self.newest_year:
            return self
        if year not in self.shorter:
            self.shorter[year] = replace(self, newest_year=year)
        return self.shorter[year]
