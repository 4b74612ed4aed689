"""The years of a path, one by one: share, rise and money, and how each keeps to an increase."""

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import count

from data.messages import mark
from data.rules import figures
from data.rules.assessment import Kept, YearlyRise
from data.rules.derivation import Step, Unit
from data.rules.economy import Economy, Money, extra_of, gdp_in, spending_of, sum_of
from data.rules.expenditure import published
from data.rules.plans import Plan
from data.rules.routes import route_of
from data.rules.way import Way, held

_EXACT = 12
"""Decimals. Beyond them two quotients may differ that are the same number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathYear:
    """One year of a path: its share, the rise on the year before in percentage points, and what it
    costs in each currency that GDP is known in, US dollars first."""

    year: int
    share: Step
    rise: Step
    money: tuple[Money, ...]


def years_of(
    plan: Plan, way: Way, economy: Economy, *, until: int | None = None
) -> tuple[PathYear, ...]:
    """Every year up to the first one at the floor, or with `until` up to that one if it is later.

    Raises PlanError where the plan does not lead to the floor.
    """
    shares = _shares(plan, way, until)
    money = _money(shares, way, economy)
    before = way.share
    years: list[PathYear] = []
    for year, share in shares.items():
        rise = _rise(before, share, year)
        years.append(PathYear(year=year, share=share, rise=rise, money=money[year]))
        before = share
    return tuple(years)


def first_reached(years: tuple[PathYear, ...], way: Way) -> Step:
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


def held_against_increase(years: tuple[PathYear, ...], way: Way) -> tuple[YearlyRise, ...]:
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
        spare = figures.spare_of(rise, step)
        kept = published(spare.value, _EXACT) >= 0 or each.share.value >= way.floor.value
        state = Kept.KEPT if kept else Kept.BREACHED
        found.append(YearlyRise(year=each.year, kept=state, rise=rise, spare=spare))
    return tuple(found)


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
