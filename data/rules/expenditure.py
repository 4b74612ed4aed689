"""Reported expenditure: editions, observations and series, never mixed across editions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Literal

from data.dates import PartialDate
from data.errors import FigureError, QuestionError
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
_TWO_VALUES = mark("{member} has two values of {indicator} for {year} in the edition {edition}.")
_UNSORTED = mark("The years of a series must rise; {year} follows {before}.")
_MIXED = mark("A series is of one member and one indicator; {value} is of {other}, not of {own}.")
_EMPTY = mark("A series holds at least one observation; none was given for the edition {edition}.")
NO_EDITION = mark("No edition '{edition}' was published by {day}. Known by then: {known}.")
_TWO_EDITIONS = mark("Two editions share the id {edition}; give each one its own.")


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


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every edition, oldest first, with its observations."""

    editions: tuple[Edition, ...]
    by_edition: Mapping[tuple[str, str, Indicator], Series] = field(repr=False)
    """By edition, member and indicator."""
    by_member: Mapping[tuple[str, Indicator], tuple[Series, ...]] = field(repr=False)
    """By member and indicator, newest edition first."""
    newest: Mapping[Indicator, tuple[tuple[int, Edition], ...]] = field(repr=False)
    """By indicator: the latest year reported for anybody so far, and by which edition first, each
    time there is a later one; the latest first."""
    spending: dict[tuple[str, tuple[str, ...], int], tuple[tuple[Step, Step], ...]] = field(
        default_factory=dict[tuple[str, tuple[str, ...], int], tuple[tuple[Step, Step], ...]],
        init=False,
        repr=False,
        compare=False,
    )
    """What `money.spending` has looked up already, by member, editions and year."""

    @classmethod
    def of(cls, editions: Iterable[tuple[Edition, Iterable[Observation]]]) -> "Ledger":
        """Raises FigureError where two editions share an id, or two values their place."""
        ordered = sorted(editions, key=lambda pair: (pair[0].published_on.last, pair[0].id))
        by_edition: dict[tuple[str, str, Indicator], Series] = {}
        by_member: dict[tuple[str, Indicator], list[Series]] = {}
        newest: dict[Indicator, list[tuple[int, Edition]]] = {}
        seen: set[str] = set()
        for edition, observations in ordered:
            if edition.id in seen:
                raise FigureError(_TWO_EDITIONS, edition=edition.id)
            seen.add(edition.id)
            for series in _series_of(edition, observations):
                by_edition[edition.id, series.member, series.indicator] = series
                by_member.setdefault((series.member, series.indicator), []).insert(0, series)
                reports = newest.setdefault(series.indicator, [])
                if not reports or series.newest_year > reports[0][0]:
                    reports.insert(0, (series.newest_year, edition))
        return cls(
            tuple(edition for edition, _ in ordered),
            by_edition,
            {key: tuple(found) for key, found in by_member.items()},
            {key: tuple(found) for key, found in newest.items()},
        )

    def edition(self, known_as: str, day: date) -> Edition:
        """Raises QuestionError where no edition of that id was published by `day`."""
        for edition in self.editions:
            if edition.id == known_as and edition.published_on.is_over_by(day):
                return edition
        known = ", ".join(each.id for each in self.published_by(day)) or "none"
        raise QuestionError(NO_EDITION, edition=known_as, day=day.isoformat(), known=known)

    def published_by(self, day: date) -> tuple[Edition, ...]:
        """Editions published by `day`, newest first."""
        return tuple(
            edition for edition in reversed(self.editions) if edition.published_on.is_over_by(day)
        )

    def newest_year(self, indicator: Indicator, day: date) -> tuple[int, Edition] | None:
        """The latest year that any edition out by `day` reports for anybody, and the first one that
        does; None where none reports the indicator."""
        for year, edition in self.newest.get(indicator, ()):
            if edition.published_on.last <= day:
                return year, edition
        return None

    def in_edition(self, edition: Edition, member: str, indicator: Indicator) -> Series | None:
        return self.by_edition.get((edition.id, member, indicator))

    def all_series(self, member: str, indicator: Indicator, day: date) -> tuple[Series, ...]:
        """The member's series in each edition published by `day`, newest edition first."""
        found = self.by_member.get((member, indicator), ())
        for place, series in enumerate(found):
            if series.edition.published_on.last <= day:
                # They are in the order of their days, so all that follow were out as well.
                return found[place:]
        return ()


def _series_of(edition: Edition, observations: Iterable[Observation]) -> Iterator[Series]:
    values: dict[tuple[str, Indicator], dict[int, Observation]] = {}
    newest: dict[Indicator, int] = {}
    for each in observations:
        years = values.setdefault((each.member, each.indicator), {})
        if each.year in years:
            raise FigureError(
                _TWO_VALUES,
                member=each.member,
                indicator=each.indicator.value,
                year=each.year,
                edition=edition.id,
            )
        years[each.year] = each
        newest[each.indicator] = max(newest.get(each.indicator, each.year), each.year)
    for (member, indicator), years in values.items():
        yield Series(edition, member, indicator, dict(sorted(years.items())), newest[indicator])
