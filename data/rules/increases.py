"""Judges yearly increases: each year on its own, none made up for by another."""

from data.rules import figures
from data.rules.assessment import Assessment, Kept, YearlyRise
from data.rules.case import INDICATORS, Case
from data.rules.commitments import AnnualIncrease
from data.rules.derivation import Step
from data.rules.expenditure import Series
from data.rules.verdicts import Reason


def assess_increase(clause: AnnualIncrease, case: Case) -> Assessment:
    indicator = INDICATORS.get(clause.category)
    if indicator is None:
        return case.found(clause, Reason.NO_FIGURES_PUBLISHED)
    if not case.member.armed_forces:
        return case.found(clause, Reason.NO_ARMED_FORCES)
    step = figures.step_of(clause)
    series = case.series(indicator)
    newest, years = _years(clause, step, series)
    return Assessment(
        clause=clause,
        member=case.member,
        as_of=case.as_of,
        reason=_reason(clause, case, years),
        editions=series,
        series=newest,
        step=step,
        years=years,
    )


def _years(
    clause: AnnualIncrease, step: Step, series: tuple[Series, ...]
) -> tuple[Series | None, tuple[YearlyRise, ...]]:
    """The years in the newest edition that reports any of them together with the year before."""
    for each in series:
        last = each.newest_year if clause.until is None else min(each.newest_year, clause.until)
        years = tuple(_year(year, step, each) for year in range(clause.start, last + 1))
        if any(year.rise is not None for year in years):
            return each, years
    return None, ()


def _year(year: int, step: Step, series: Series) -> YearlyRise:
    rise = figures.rise_into(series, year)
    if rise is None:
        return YearlyRise(year=year, kept=Kept.NOT_REPORTED)
    spare = figures.spare_of(rise, step)
    kept = Kept.KEPT if spare.value >= 0 else Kept.BREACHED
    return YearlyRise(year=year, kept=kept, rise=rise, spare=spare)


def _reason(clause: AnnualIncrease, case: Case, years: tuple[YearlyRise, ...]) -> Reason:
    if not years:
        begun = case.today.year >= clause.start
        return Reason.NO_YEAR_REPORTED_YET if begun else Reason.NOT_YET_DUE
    if any(each.kept is Kept.BREACHED for each in years):
        over = clause.until is not None and case.today.year > clause.until
        return Reason.A_YEAR_FELL_SHORT_FOR_GOOD if over else Reason.A_YEAR_FELL_SHORT
    if any(each.kept is Kept.NOT_REPORTED for each in years):
        return Reason.A_YEAR_NOT_REPORTED
    return Reason.EVERY_YEAR_ROSE
