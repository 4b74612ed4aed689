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
    years = _years(clause, step, series)
    return Assessment(
        clause=clause,
        member=case.member,
        as_of=case.as_of,
        reason=_reason(clause, case, years),
        editions=series,
        series=_newest(years, series),
        step=step,
        years=years,
    )


def _years(
    clause: AnnualIncrease, step: Step, series: tuple[Series, ...]
) -> tuple[YearlyRise, ...]:
    """Each year out of the newest edition that reports it together with the year before; the two
    years of a rise are never out of two editions. None where no year can be told."""
    newest = max((each.newest_year for each in series), default=clause.start - 1)
    last = newest if clause.until is None else min(newest, clause.until)
    years = tuple(_year(year, step, series) for year in range(clause.start, last + 1))
    return years if any(each.rise is not None for each in years) else ()


def _year(year: int, step: Step, series: tuple[Series, ...]) -> YearlyRise:
    rise = next((rise for each in series if (rise := figures.rise_into(each, year))), None)
    if rise is None:
        return YearlyRise(year=year, kept=Kept.NOT_REPORTED)
    spare = figures.spare_of(rise, step)
    kept = Kept.KEPT if spare.value >= 0 else Kept.BREACHED
    return YearlyRise(year=year, kept=kept, rise=rise, spare=spare)


def _newest(years: tuple[YearlyRise, ...], series: tuple[Series, ...]) -> Series | None:
    """The newest edition that a rise is taken from."""
    used = {each.rise.edition for each in years if each.rise is not None}
    return next((each for each in series if each.edition.id in used), None)


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
