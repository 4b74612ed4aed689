"""Assesses one clause for one member as of one day."""

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from data.members import Member
from data.rules import figures
from data.rules.commitments import (
    AnnualIncrease,
    AnnualPlan,
    Category,
    Clause,
    CountsTowards,
    Review,
    ShareTarget,
    Undertaking,
)
from data.rules.derivation import Step
from data.rules.expenditure import Indicator, Ledger, Series, published
from data.rules.money import money_gap
from data.rules.verdicts import VERDICTS, Reason, Verdict

INDICATORS: dict[Category, Indicator] = {
    Category.CORE: Indicator.SHARE_OF_GDP,
    Category.DEFENCE: Indicator.SHARE_OF_GDP,
    Category.EQUIPMENT: Indicator.EQUIPMENT_SHARE,
}
"""What is published for a category. For the total and the broader part nothing is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The verdict on one clause, with every figure behind it that could be had.

    `gap` is zero or negative where the floor is reached; money, paces and the year reached are
    there only where it is not. `series` is the one the latest share comes from.
    """

    clause: Clause
    member: Member
    as_of: date
    reason: Reason
    series: Series | None = None
    share: Step | None = None
    floor: Step | None = None
    gap: Step | None = None
    at_deadline: Step | None = None
    """The share of the target year, once that is over and reported."""
    money: tuple[Step, ...] = ()
    deadline: Step | None = None
    needed: Step | None = None
    pace: Step | None = None
    reached: Step | None = None
    step: Step | None = None
    rises: tuple[Step, ...] = ()
    """For a yearly increase: the rise into each year it covers, oldest first."""

    @property
    def verdict(self) -> Verdict:
        return VERDICTS[self.reason]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The figures a reader would want explained, the first to look at first."""
        derived = (
            self.gap,
            self.at_deadline,
            *self.money,
            self.needed,
            self.pace,
            self.reached,
            *self.rises,
        )
        return tuple(step for step in derived if step is not None)


def assess(clause: Clause, member: Member, ledger: Ledger, *, as_of: date) -> Assessment:
    """Judges `clause` by what was published by `as_of`, whatever the status of its commitment."""
    blank = Assessment(
        clause=clause, member=member, as_of=as_of, reason=Reason.NO_FIGURES_PUBLISHED
    )
    if not member.is_member_on(as_of):
        return _because(blank, Reason.NOT_A_MEMBER)
    match clause:
        case ShareTarget():
            return _share_target(clause, blank, ledger)
        case AnnualIncrease():
            return _annual_increase(clause, blank, ledger)
        case Review():
            return blank if as_of.year >= clause.year else _because(blank, Reason.NOT_YET_DUE)
        case CountsTowards():
            return _because(blank, Reason.ASKS_NO_SHARE)
        case AnnualPlan() | Undertaking():
            return blank
        case _:
            assert_never(clause)


def _because(assessment: Assessment, reason: Reason) -> Assessment:
    return replace(assessment, reason=reason)


def _share_target(clause: ShareTarget, blank: Assessment, ledger: Ledger) -> Assessment:
    indicator = INDICATORS.get(clause.category)
    if indicator is None:
        return blank
    if clause.bound == "up_to":
        return _because(blank, Reason.ASKS_NO_SHARE)
    if not blank.member.armed_forces:
        return _because(blank, Reason.NO_ARMED_FORCES)
    series = ledger.all_series(blank.member.id, indicator, blank.as_of)
    if not series:
        return _because(blank, Reason.MEMBER_NEVER_REPORTED)
    placed = _placed(clause, blank, series[0])
    assert placed.gap is not None
    if placed.gap.value > 0:
        placed = _with_the_way_there(placed, clause, series, ledger)
    return _judged(placed, clause, series)


def _placed(clause: ShareTarget, blank: Assessment, series: Series) -> Assessment:
    share, floor = figures.share_of(series, series.latest), figures.floor_of(clause)
    return replace(
        blank,
        series=series,
        share=share,
        floor=floor,
        gap=figures.gap_between(floor, share),
        deadline=figures.deadline_of(clause) if clause.by is not None else None,
    )


def _with_the_way_there(
    placed: Assessment, clause: ShareTarget, series: tuple[Series, ...], ledger: Ledger
) -> Assessment:
    """Adds what it costs and how fast it would have to go, for a floor not reached."""
    assert placed.gap is not None
    assert placed.share is not None
    year = figures.year_of(placed.share)
    pace = figures.pace_observed(series)
    ahead = placed.deadline is not None and placed.deadline.value > year.value
    money = ()
    if INDICATORS[clause.category] is Indicator.SHARE_OF_GDP:
        latest_year = series[0].latest.year
        money = money_gap(ledger, placed.member.id, placed.gap, latest_year, placed.as_of)
    return replace(
        placed,
        money=money,
        needed=figures.pace_needed(placed.gap, placed.deadline, year)
        if ahead and placed.deadline is not None
        else None,
        pace=pace,
        reached=figures.year_reached(placed.gap, year, pace) if pace is not None else None,
    )


def _judged(placed: Assessment, clause: ShareTarget, series: tuple[Series, ...]) -> Assessment:
    assert placed.gap is not None
    assert placed.floor is not None
    reached = placed.gap.value <= 0
    if clause.by is not None and placed.as_of.year > clause.by and not reached:
        return _judged_after_the_deadline(placed, clause.by, series)
    # A target year that is over, reported and reached is settled, whatever came after it.
    settled = clause.by is not None and clause.by <= min(
        series[0].latest.year, placed.as_of.year - 1
    )
    if series[0].lacks_newest_year and not (reached and settled):
        return _because(placed, Reason.NEWEST_YEAR_NOT_REPORTED)
    if reached:
        return _because(placed, Reason.REACHED)
    if clause.by is None:
        return _because(placed, Reason.BELOW_STANDING_FLOOR)
    if placed.needed is None:
        return _because(placed, Reason.DEADLINE_YEAR_RUNNING)
    if placed.pace is None:
        return _because(placed, Reason.PACE_UNKNOWN)
    suffices = published(placed.pace.value) >= published(placed.needed.value)
    return _because(placed, Reason.PACE_SUFFICES if suffices else Reason.PACE_FALLS_SHORT)


def _judged_after_the_deadline(
    placed: Assessment, by: int, series: tuple[Series, ...]
) -> Assessment:
    """The target year's own figure decides; a partial newest edition may not hold it."""
    assert placed.floor is not None
    for each in series:
        if by in each.by_year:
            share = figures.share_of(each, each.by_year[by], "at_deadline")
            kept = share.value >= placed.floor.value
            reason = Reason.BELOW_STANDING_FLOOR if kept else Reason.DEADLINE_PASSED
            return replace(placed, at_deadline=share, reason=reason)
    return _because(placed, Reason.DEADLINE_YEAR_NOT_REPORTED)


def _annual_increase(clause: AnnualIncrease, blank: Assessment, ledger: Ledger) -> Assessment:
    indicator = INDICATORS.get(clause.category)
    if indicator is None:
        return blank
    if not blank.member.armed_forces:
        return _because(blank, Reason.NO_ARMED_FORCES)
    step = figures.step_of(clause)
    asked = replace(blank, step=step, reason=Reason.NO_YEAR_REPORTED_YET)
    for series in ledger.all_series(blank.member.id, indicator, blank.as_of):
        rises = figures.rises_from(series, clause.start, clause.until)
        if rises:
            kept = all(rise.value >= step.value for rise in rises)
            reason = Reason.EVERY_YEAR_ROSE if kept else Reason.A_YEAR_FELL_SHORT
            return replace(asked, series=series, rises=rises, reason=reason)
    return asked
