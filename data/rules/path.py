"""Paths: from the last reported share to a floor, year by year, with what that costs."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import count

from data.errors import PlanError
from data.members import Member
from data.messages import mark
from data.rules import figures
from data.rules.assessment import Kept, YearlyRise
from data.rules.commitments import AnnualIncrease, Category, ShareTarget
from data.rules.derivation import Step, Unit
from data.rules.economy import (
    Economy,
    MissingMoney,
    Money,
    economy_of,
    extra_of,
    gdp_in,
    spending_of,
    sum_of,
)
from data.rules.expenditure import Basis, Indicator, Ledger, Series, published
from data.rules.plans import ByYear, Plan
from data.rules.routes import route_of
from data.rules.way import Way, check_year, given, held

_NOT_OF_GDP = mark(
    "No path leads to the clause '{clause}': figures are published for floors of core or defence "
    "spending only."
)
_NOT_A_MEMBER = mark("{member} was not a member on {day}; ask about {joined} or a later day.")
_NO_FORCES = mark("{member} has no armed forces, and no share to start from.")
_NEVER_REPORTED = mark("No edition published by {day} has a share of {member} to start from.")
_GROWTH = mark(
    "GDP cannot grow by {growth} percent a year; give a number above -100, such as 0 or 2.5."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PathYear:
    """One year of a path: its share, the rise on the year before in percentage points, and what it
    costs in each currency that GDP is known in, US dollars first."""

    year: int
    share: Step
    rise: Step
    money: tuple[Money, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """`start` is the last reported share, `growth` the nominal growth of GDP assumed, in percent a
    year. `years` end with the first one at the floor, or later where that was asked for; there are
    none where the start is at the floor already. `increases` judges each year that a yearly
    increase covers. `missing` says which money could not be worked out, and why."""

    clause: ShareTarget
    member: Member
    as_of: date
    plan: Plan
    edition: str
    basis: Basis
    start: Step
    floor: Step
    growth: Step
    years: tuple[PathYear, ...] = ()
    first_reached: Step | None = None
    increases: tuple[YearlyRise, ...] = ()
    missing: tuple[MissingMoney, ...] = ()

    @property
    def reached_already(self) -> bool:
        return self.start.value >= self.floor.value

    @property
    def breach(self) -> YearlyRise | None:
        """The first year that does not keep the yearly increase."""
        return next((each for each in self.increases if each.kept is Kept.BREACHED), None)


def path_to(
    clause: ShareTarget,
    member: Member,
    ledger: Ledger,
    *,
    as_of: date,
    plan: Plan | None = None,
    increase: AnnualIncrease | None = None,
    growth: Decimal = Decimal(0),
    until: int | None = None,
) -> Path:
    """The path that `plan` draws, by default ByYear() to the clause's own year.

    It starts at the last share published by `as_of`. `growth` is that of nominal GDP, in percent a
    year; none is assumed by default. `increase` is held against each year, and is what BySteps()
    and Keeping() go by. With `until` the share stays at the floor up to that year, so that paths of
    different length can be compared. Raises PlanError where no path can be drawn.
    """
    series = _check(clause, member, ledger, as_of, growth)
    share = figures.share_of(series, series.latest)
    what = mark("growth of GDP assumed, a year")
    way = Way(
        clause=clause,
        share=share,
        year=figures.year_in(series, share),
        floor=figures.floor_of(clause),
        growth=given("growth", what, growth, Unit.PERCENT),
        increase=increase,
    )
    if until is not None:
        check_year(until, way.last_reported)
    drawn = Path(
        clause=clause,
        member=member,
        as_of=as_of,
        plan=plan or ByYear(),
        edition=series.edition.id,
        basis=series.edition.basis,
        start=share,
        floor=way.floor,
        growth=way.growth,
    )
    return drawn if drawn.reached_already else _drawn(drawn, way, ledger, until)


def _check(
    clause: ShareTarget, member: Member, ledger: Ledger, as_of: date, growth: Decimal
) -> Series:
    if clause.bound != "at_least" or clause.category not in (Category.CORE, Category.DEFENCE):
        raise PlanError(_NOT_OF_GDP, clause=clause.id)
    if not member.is_member_on(as_of):
        joined = member.joined.isoformat()
        raise PlanError(_NOT_A_MEMBER, member=member.id, day=as_of.isoformat(), joined=joined)
    if not member.armed_forces:
        raise PlanError(_NO_FORCES, member=member.id)
    if not growth.is_finite() or growth <= -100:
        raise PlanError(_GROWTH, growth=growth)
    series = ledger.all_series(member.id, Indicator.SHARE_OF_GDP, as_of)
    if not series:
        raise PlanError(_NEVER_REPORTED, member=member.id, day=as_of.isoformat())
    return series[0]


def _drawn(path: Path, way: Way, ledger: Ledger, until: int | None) -> Path:
    shares = _shares(path.plan, way, until)
    economy = economy_of(ledger, path.member.id, year=way.last_reported, day=path.as_of)
    money = _money(shares, way, economy)
    before = way.share
    years: list[PathYear] = []
    for year, share in shares.items():
        rise = _rise(before, share, year)
        years.append(PathYear(year=year, share=share, rise=rise, money=money[year]))
        before = share
    return replace(
        path,
        years=tuple(years),
        first_reached=_first_reached(years, way),
        increases=_increases(years, way),
        missing=economy.missing,
    )


def _shares(plan: Plan, way: Way, until: int | None) -> dict[int, Step]:
    route = route_of(plan, way)
    shares: dict[int, Step] = {}
    for year in count(way.last_reported + 1):
        shares[year] = route(year)
        if shares[year].value >= way.floor.value:
            break
    reached = max(shares)
    for year in range(reached + 1, (until or reached) + 1):
        shares[year] = held(year, way.floor)
    return shares


def _money(shares: dict[int, Step], way: Way, economy: Economy) -> dict[int, tuple[Money, ...]]:
    found: dict[int, tuple[Money, ...]] = dict.fromkeys(shares, ())
    for gdp in economy.gdp:
        extras: list[Step] = []
        for year, share in shares.items():
            then = gdp_in(year, gdp, way.growth, way.year)
            extras.append(extra_of(then, share, way.share, year))
            what = mark("all of it so far")
            total = sum_of(extras, f"cumulative_{year}", what, year)
            found[year] += (
                Money(
                    currency=gdp.currency or "",
                    gdp=then,
                    spending=spending_of(then, share, year),
                    extra=extras[-1],
                    cumulative=total,
                ),
            )
    return found


def _rise(before: Step, share: Step, year: int) -> Step:
    return Step(
        symbol=f"rise_{year}",
        what=mark("rise on the year before"),
        value=share.value - before.value,
        unit=Unit.POINTS,
        estimate=share.estimate or before.estimate,
        year=year,
        formula=f"{share.symbol} - {before.symbol}",
        inputs=(share, before),
    )


def _first_reached(years: list[PathYear], way: Way) -> Step:
    """The years of a path are listed one by one, so that counting them gives the year."""
    at_floor = next(each for each in years if each.share.value >= way.floor.value)
    return Step(
        symbol="first_reached",
        what=mark("first year at the share asked for"),
        value=Decimal(at_floor.year),
        unit=Unit.YEAR,
        places=0,
        estimate=way.share.estimate,
        formula=f"year + {at_floor.year - way.last_reported}",
        inputs=(way.year,),
    )


def _increases(years: list[PathYear], way: Way) -> tuple[YearlyRise, ...]:
    """The last rise may be a smaller one: at the floor the increase has led where it should."""
    clause = way.increase
    if clause is None:
        return ()
    step = figures.step_of(clause)
    found: list[YearlyRise] = []
    for each in years:
        if each.year < clause.start or (clause.until is not None and each.year > clause.until):
            continue
        rise = replace(each.rise, symbol="rise")
        kept = published(rise.value) >= step.value or each.share.value >= way.floor.value
        found.append(
            YearlyRise(
                year=each.year,
                kept=Kept.KEPT if kept else Kept.BREACHED,
                rise=rise,
                spare=figures.spare_of(rise, step),
            )
        )
    return tuple(found)
