"""Judges shares to reach, and shares not to count beyond."""

from data.rules import figures
from data.rules.assessment import Assessment
from data.rules.case import INDICATORS, Case
from data.rules.commitments import Category, ShareTarget
from data.rules.derivation import Step
from data.rules.expenditure import Indicator, Series, published
from data.rules.money import money_gap
from data.rules.verdicts import Reason


def assess_share(clause: ShareTarget, case: Case) -> Assessment:
    indicator = INDICATORS.get(clause.category)
    if indicator is None:
        return _unpublished(clause, case)
    if not case.member.armed_forces:
        return case.found(clause, Reason.NO_ARMED_FORCES)
    series = case.series(indicator)
    if not series:
        return case.found(clause, _nothing(case))
    if clause.bound == "up_to":
        return _ceiling(clause, case, series)
    return _floor(clause, case, series)


def _nothing(case: Case) -> Reason:
    if case.year is not None:
        return Reason.YEAR_NOT_REPORTED
    if case.edition is not None:
        return Reason.EDITION_LACKS_MEMBER
    return Reason.MEMBER_NEVER_REPORTED


def _unpublished(clause: ShareTarget, case: Case) -> Assessment:
    """Of a total, its core part is known, and the total cannot be below that."""
    lower = None
    if clause.category is Category.TOTAL and clause.bound == "at_least":
        series = case.series(Indicator.SHARE_OF_GDP)
        if series and case.member.armed_forces:
            lower = figures.share_of(series[0], series[0].latest)
    return Assessment(
        clause=clause,
        member=case.member,
        as_of=case.as_of,
        reason=Reason.NO_FIGURES_PUBLISHED,
        lower=lower,
    )


def _ceiling(clause: ShareTarget, case: Case, series: tuple[Series, ...]) -> Assessment:
    share = figures.share_of(series[0], series[0].latest)
    return Assessment(
        clause=clause,
        member=case.member,
        as_of=case.as_of,
        reason=Reason.ASKS_NO_SHARE,
        editions=series,
        series=series[0],
        share=share,
        counted=figures.counted_up_to(share, figures.ceiling_of(clause)),
    )


def _floor(clause: ShareTarget, case: Case, series: tuple[Series, ...]) -> Assessment:
    newest = series[0]
    share, floor = figures.share_of(newest, newest.latest), figures.floor_of(clause)
    gap = figures.gap_between(floor, share)
    deadline = None if clause.by is None else figures.deadline_of(clause)
    needed = pace = reached = None
    money: tuple[Step, ...] = ()
    if gap.value > 0:
        year = figures.year_in(newest, share)
        pace = figures.pace_observed(series)
        reached = None if pace is None else figures.year_reached(gap, year, pace)
        if deadline is not None and deadline.value > year.value:
            needed = figures.pace_needed(gap, deadline, year)
        if newest.indicator is Indicator.SHARE_OF_GDP:
            money = money_gap(case.ledger, series, gap, newest.latest.year)
    at_deadline = _at_deadline(clause, case, series) if gap.value > 0 else None
    return Assessment(
        clause=clause,
        member=case.member,
        as_of=case.as_of,
        reason=_reason(clause, case, newest, gap, at_deadline, needed, pace, reached),
        editions=series,
        series=newest,
        share=share,
        floor=floor,
        gap=gap,
        at_deadline=at_deadline,
        money=money,
        deadline=deadline,
        needed=needed,
        pace=pace,
        reached=reached,
    )


def _at_deadline(clause: ShareTarget, case: Case, series: tuple[Series, ...]) -> Step | None:
    """The target year's own share once that year is over; a partial newest edition may lack it."""
    if clause.by is None or case.today.year <= clause.by:
        return None
    for each in series:
        if clause.by in each.by_year:
            return figures.share_of(each, each.by_year[clause.by], "at_deadline")
    return None


def _reason(
    clause: ShareTarget,
    case: Case,
    newest: Series,
    gap: Step,
    at_deadline: Step | None,
    needed: Step | None,
    pace: Step | None,
    reached: Step | None,
) -> Reason:
    over = clause.by is not None and case.today.year > clause.by
    if gap.value <= 0:
        # A target year that is over, reported and reached is settled, whatever came after it.
        settled = over and clause.by is not None and clause.by <= newest.latest.year
        blank = newest.lacks_newest_year and not settled
        return Reason.NEWEST_YEAR_NOT_REPORTED if blank else Reason.REACHED
    if over:
        if at_deadline is None:
            return Reason.DEADLINE_YEAR_NOT_REPORTED
        kept = at_deadline.value >= published(clause.share)
        return Reason.BELOW_STANDING_FLOOR if kept else Reason.DEADLINE_PASSED
    if newest.lacks_newest_year:
        return Reason.NEWEST_YEAR_NOT_REPORTED
    if clause.by is None:
        return Reason.BELOW_STANDING_FLOOR
    if needed is None:
        return Reason.DEADLINE_YEAR_RUNNING
    if pace is None:
        return Reason.PACE_UNKNOWN
    # The same as comparing the two paces in full: nobody publishes them, so they have no precision
    # to be compared at, and a verdict must not contradict the year reached beside it.
    suffices = reached is not None and reached.value <= clause.by
    return Reason.PACE_SUFFICES if suffices else Reason.PACE_FALLS_SHORT
