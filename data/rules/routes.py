"""From a plan to the share of each year, and what plans lead nowhere."""

from decimal import Decimal
from functools import partial
from typing import assert_never

from data.errors import PlanError
from data.messages import mark
from data.rules import figures
from data.rules.commitments import AnnualIncrease
from data.rules.derivation import Step, Unit
from data.rules.plans import BackLoaded, ByGrowthShare, BySteps, ByYear, Keeping, Plan
from data.rules.slopes import even, grown, rest, rising
from data.rules.way import LONGEST, Route, Way, deadline_of, given, given_year, held

_NO_STEP = mark(
    "There is no yearly increase to go by; say by how many percentage points a year the share "
    "rises."
)
_NOT_FLAT = mark(
    "A share cannot stay flat until {flat_until}: the last one reported is already of {last}; give "
    "that year or a later one."
)
_FLAT_TOO_LONG = mark(
    "A share that stays flat until {flat_until} cannot have risen by {year}; give a later year to "
    "arrive, or an earlier one to stay flat until."
)
_TOO_SLOW = mark(
    "At {step} percentage points a year the share does not rise from {share} to {floor} percent by "
    "{year}, {longest} years after the last reported one; give a greater step."
)
_NO_GROWTH = mark(
    "A part of GDP growth leads nowhere while GDP grows by {growth} percent a year; give a growth "
    "above 0."
)
_TOO_SMALL = mark(
    "{percent} percent of GDP growth never leads to {floor} percent of GDP, however long it goes "
    "on; give more than {floor} percent."
)
_TOO_SLOW_GROWTH = mark(
    "With {percent} percent of a GDP growth of {growth} percent a year the share does not rise "
    "from {share} to {floor} percent by {year}, {longest} years after the last reported one; give "
    "more of it, or a greater growth."
)


def route_of(plan: Plan, way: Way) -> Route:
    """Raises PlanError where the plan does not lead to the floor, or not within LONGEST years."""
    match plan:
        case ByYear():
            return partial(even, way, way.year, deadline_of(way, plan.year))
        case BackLoaded():
            return _late(way, plan)
        case BySteps():
            return _stepwise(way, plan)
        case ByGrowthShare():
            return _growing(way, plan)
        case Keeping():
            return _keeping(way, deadline_of(way, plan.year))
        case _:
            assert_never(plan)


def _late(way: Way, plan: BackLoaded) -> Route:
    deadline = deadline_of(way, plan.year)
    if plan.flat_until < way.year.value:
        raise PlanError(_NOT_FLAT, flat_until=plan.flat_until, last=way.last_reported)
    if plan.flat_until >= deadline.value:
        raise PlanError(_FLAT_TOO_LONG, flat_until=plan.flat_until, year=int(deadline.value))
    what = mark("year until which it stays flat")
    since = given("flat_until", what, Decimal(plan.flat_until), Unit.YEAR)

    def route(year: int) -> Step:
        if year <= plan.flat_until:
            return held(year, way.share)
        return even(way, since, deadline, year)

    return route


def _stepwise(way: Way, plan: BySteps) -> Route:
    step, begins, latest = _step(way, plan), None, way.last_reported + LONGEST
    if plan.start is not None:
        what = mark("year of the first rise")
        begins = given_year("begins", what, plan.start, way.last_reported)
    rise = partial(rising, way, step, begins, way.share)
    if rise(latest).value < way.floor.value:
        raise PlanError(
            _TOO_SLOW,
            step=step.value,
            share=way.share.value,
            floor=way.floor.value,
            year=latest,
            longest=LONGEST,
        )
    first = way.last_reported + 1 if plan.start is None else plan.start
    return lambda year: rise(year) if year >= first else held(year, way.share)


def _step(way: Way, plan: BySteps) -> Step:
    if plan.step is not None:
        what = mark("yearly increase assumed")
        return given("step", what, plan.step, Unit.POINTS_A_YEAR)
    if way.increase is None:
        raise PlanError(_NO_STEP)
    return figures.step_of(way.increase)


def _growing(way: Way, plan: ByGrowthShare) -> Route:
    growth, floor = way.growth.value, way.floor.value
    if growth <= 0:
        raise PlanError(_NO_GROWTH, growth=growth)
    if plan.percent <= floor:
        raise PlanError(_TOO_SMALL, percent=plan.percent, floor=floor)
    what = mark("part of GDP growth that goes to defence")
    percent = given("percent", what, plan.percent, Unit.PERCENT)
    route, latest = partial(grown, way, percent), way.last_reported + LONGEST
    if route(latest).value < floor:
        raise PlanError(
            _TOO_SLOW_GROWTH,
            percent=plan.percent,
            growth=growth,
            share=way.share.value,
            floor=floor,
            year=latest,
            longest=LONGEST,
        )
    return route


def _keeping(way: Way, deadline: Step) -> Route:
    slope = partial(even, way, way.year, deadline)
    increase, end = way.increase, int(deadline.value)
    if increase is None:
        return slope
    step, next_year = figures.step_of(increase), way.last_reported + 1
    first = max(increase.start, next_year)
    last = end if increase.until is None else min(increase.until, end)
    suffices = way.floor.value - way.share.value >= step.value * (end - way.last_reported)
    if suffices or first > last:
        return slope
    begins, before = None, way.share
    if first > next_year:
        begins = _year(increase, "begins", mark("first year of the yearly increase"), first)
        before = slope(first - 1)
    rise = partial(rising, way, step, begins, before)
    base = rise(last)
    ends = _year(increase, "ends", mark("last year of the yearly increase"), last)

    def route(year: int) -> Step:
        if year < first:
            return slope(year)
        return rise(year) if year <= last else rest(way, base, ends, deadline, year)

    return route


def _year(increase: AnnualIncrease, symbol: str, what: str, year: int) -> Step:
    return Step(
        symbol=symbol,
        what=what,
        value=Decimal(year),
        unit=Unit.YEAR,
        places=0,
        cites=increase.cites,
    )
