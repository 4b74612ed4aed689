"""Paths: from the last reported share to a floor, year by year, with what that costs."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from data.errors import PlanError
from data.members import Member
from data.messages import mark
from data.rules import figures
from data.rules.assessment import Kept, YearlyRise
from data.rules.commitments import AnnualIncrease, Category, ShareTarget
from data.rules.derivation import Step, Unit
from data.rules.economy import MissingMoney, economy_of
from data.rules.expenditure import Basis, Indicator, Series
from data.rules.ledger import Ledger
from data.rules.plans import ByYear, Plan
from data.rules.way import Way, check_year, given
from data.rules.years import PathYear, first_reached, held_against_increase, years_of

OF_GDP = frozenset({Category.CORE, Category.DEFENCE})
"""The spending that is published as a share of GDP."""

FASTEST = 1000
"""Percent a year; GDP that is told to grow faster is a slip of the keyboard."""

_NOT_OF_GDP = mark(
    "No path leads to the clause '{clause}': figures are published for floors of core or defence "
    "spending only."
)
_NOT_A_MEMBER = mark("{member} was not a member on {day}; ask about {joined} or a later day.")
_NO_FORCES = mark("{member} has no armed forces, and no share to start from.")
_NEVER_REPORTED = mark("No edition published by {day} has a share of {member} to start from.")
_OTHER_INCREASE = mark(
    "The yearly increase '{clause}' is not one of core or defence spending; leave it out."
)
_GROWTH = mark(
    "GDP cannot grow by {growth} percent a year; give a number above -100 and up to {fastest}, "
    "such as 0 or 2.5."
)


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
    _check(clause, increase, growth)
    series = _newest(member, ledger, as_of)
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


def _check(clause: ShareTarget, increase: AnnualIncrease | None, growth: Decimal) -> None:
    if clause.bound != "at_least" or clause.category not in OF_GDP:
        raise PlanError(_NOT_OF_GDP, clause=clause.id)
    if increase is not None and increase.category not in OF_GDP:
        raise PlanError(_OTHER_INCREASE, clause=increase.id)
    if not growth.is_finite() or not -100 < growth <= FASTEST:
        raise PlanError(_GROWTH, growth=growth, fastest=FASTEST)


def _newest(member: Member, ledger: Ledger, as_of: date) -> Series:
    if not member.is_member_on(as_of):
        joined = member.joined.isoformat()
        raise PlanError(_NOT_A_MEMBER, member=member.id, day=as_of.isoformat(), joined=joined)
    if not member.armed_forces:
        raise PlanError(_NO_FORCES, member=member.id)
    series = ledger.all_series(member.id, Indicator.SHARE_OF_GDP, as_of)
    if not series:
        raise PlanError(_NEVER_REPORTED, member=member.id, day=as_of.isoformat())
    return series[0]


def _drawn(path: Path, way: Way, ledger: Ledger, until: int | None) -> Path:
    economy = economy_of(ledger, path.member.id, year=way.last_reported, day=path.as_of)
    years = years_of(path.plan, way, economy, until=until)
    return replace(
        path,
        years=years,
        first_reached=first_reached(years, way),
        increases=held_against_increase(years, way),
        missing=economy.missing,
    )
