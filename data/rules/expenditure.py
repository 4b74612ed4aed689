"""Reported expenditure: editions, observations and series, never mixed across editions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Literal

from data.dates import PartialDate
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


def published(value: Decimal, places: int = 2) -> Decimal:
    """A share at the precision it is published and compared at, halves up."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One reported value. `places` is what its source printed, at the most two decimals."""

    member: str
    indicator: Indicator
    year: int
    value: Decimal
    estimate: bool
    cites: tuple[Cite, ...]
    places: int = 2
    currency: str | None = None
    """ISO 4217, for the national currency only."""

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


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every edition, oldest first, with its observations."""

    editions: tuple[Edition, ...]
    values: Mapping[tuple[str, str, Indicator], Mapping[int, Observation]] = field(repr=False)
    """By edition, member and indicator."""
    newest_years: Mapping[tuple[str, Indicator], int] = field(repr=False)

    @classmethod
    def of(cls, editions: Iterable[tuple[Edition, Iterable[Observation]]]) -> "Ledger":
        ordered = sorted(editions, key=lambda pair: (pair[0].published_on.last, pair[0].id))
        values: dict[tuple[str, str, Indicator], dict[int, Observation]] = {}
        newest: dict[tuple[str, Indicator], int] = {}
        for edition, observations in ordered:
            for each in observations:
                values.setdefault((edition.id, each.member, each.indicator), {})[each.year] = each
                key = (edition.id, each.indicator)
                newest[key] = max(newest.get(key, each.year), each.year)
        by_year = {key: dict(sorted(years.items())) for key, years in values.items()}
        return cls(tuple(edition for edition, _ in ordered), by_year, newest)

    def published_by(self, day: date) -> tuple[Edition, ...]:
        """Editions published by `day`, newest first."""
        return tuple(
            edition for edition in reversed(self.editions) if edition.published_on.is_over_by(day)
        )

    def in_edition(self, edition: Edition, member: str, indicator: Indicator) -> Series | None:
        by_year = self.values.get((edition.id, member, indicator))
        if by_year is None:
            return None
        newest_year = self.newest_years[edition.id, indicator]
        return Series(edition, member, indicator, by_year, newest_year)

    def all_series(self, member: str, indicator: Indicator, day: date) -> tuple[Series, ...]:
        """The member's series in each edition published by `day`, newest edition first."""
        found = (self.in_edition(each, member, indicator) for each in self.published_by(day))
        return tuple(series for series in found if series is not None)
