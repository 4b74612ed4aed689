"""The figures an assessment rests on, each with its derivation."""

from decimal import ROUND_CEILING, Decimal
from functools import lru_cache

from data.messages import mark
from data.rules.commitments import AnnualIncrease, ShareTarget
from data.rules.derivation import Step, Unit
from data.rules.expenditure import Observation, Series, published
from data.sources import Cite

PACE_YEARS = 3
"""The pace observed is the mean yearly change over this many years."""


def share_of(series: Series, observation: Observation, symbol: str = "share") -> Step:
    """One value of a series, in percent, at the precision it was published with."""
    made = series.steps.get((symbol, observation.year))
    if made is not None:
        return made
    step = Step(
        symbol=symbol,
        what=mark("share reported"),
        value=observation.published,
        unit=Unit.PERCENT,
        places=observation.places,
        estimate=observation.estimate,
        year=observation.year,
        edition=series.edition.id,
        cites=observation.cites,
    )
    return series.steps.setdefault((symbol, observation.year), step)


@lru_cache(maxsize=256)
def floor_of(clause: ShareTarget) -> Step:
    """The share that a clause asks for, in percent, on the word of its source."""
    return Step(
        symbol="floor",
        what=mark("share asked for"),
        value=published(clause.share),
        unit=Unit.PERCENT,
        year=clause.by,
        cites=clause.cites,
    )


def step_of(clause: AnnualIncrease) -> Step:
    """The yearly increase that a clause asks for, in percentage points a year."""
    return Step(
        symbol="step",
        what=mark("yearly increase asked for"),
        value=published(clause.step),
        unit=Unit.POINTS_A_YEAR,
        cites=clause.cites,
    )


def _year(symbol: str, what: str, year: int, cites: tuple[Cite, ...]) -> Step:
    return Step(
        symbol=symbol, what=what, value=Decimal(year), unit=Unit.YEAR, places=0, cites=cites
    )


@lru_cache(maxsize=256)
def deadline_of(clause: ShareTarget) -> Step:
    """The clause must have a year."""
    assert clause.by is not None
    return _year("deadline", mark("year by whose end it is to be reached"), clause.by, clause.cites)


def year_of(share: Step) -> Step:
    """The year that a reported share is of, on the word of the share's source."""
    assert share.year is not None
    return _year("year", mark("year the share is of"), share.year, share.cites)


def year_in(series: Series, share: Step) -> Step:
    """The year of a share of this series, made once."""
    assert share.year is not None
    made = series.steps.get(("year", share.year))
    return made or series.steps.setdefault(("year", share.year), year_of(share))


def gap_between(floor: Step, share: Step) -> Step:
    """Percentage points still missing; negative where the share is above the floor."""
    return Step(
        symbol="gap",
        what=mark("gap"),
        value=floor.value - share.value,
        unit=Unit.POINTS,
        places=share.places,
        estimate=share.estimate,
        formula="floor - share",
        inputs=(floor, share),
    )


def pace_needed(gap: Step, deadline: Step, year: Step) -> Step:
    """Percentage points a year from the share's year to the deadline, in even steps."""
    return Step(
        symbol="needed",
        what=mark("pace needed"),
        value=gap.value / (deadline.value - year.value),
        unit=Unit.POINTS_A_YEAR,
        estimate=gap.estimate,
        formula="gap / (deadline - year)",
        inputs=(gap, deadline, year),
    )


def pace_observed(series: tuple[Series, ...]) -> Step | None:
    """The mean yearly change over the last three years of the newest edition that has them.

    `series` are one member's, newest edition first. None where no edition has both years.
    """
    for each in series:
        last = each.latest
        first = each.by_year.get(last.year - PACE_YEARS)
        if first is not None:
            made = each.steps.get(("pace", last.year))
            return made or each.steps.setdefault(("pace", last.year), _pace(each, first, last))
    return None


def _pace(series: Series, first: Observation, last: Observation) -> Step:
    start, end = share_of(series, first, "start"), share_of(series, last, "end")
    return Step(
        symbol="pace",
        what=mark("pace observed"),
        value=(end.value - start.value) / PACE_YEARS,
        unit=Unit.POINTS_A_YEAR,
        estimate=start.estimate or end.estimate,
        year=last.year,
        edition=series.edition.id,
        formula=f"(end - start) / {PACE_YEARS}",
        inputs=(end, start),
    )


def year_reached(gap: Step, year: Step, pace: Step) -> Step | None:
    """The year by whose end the floor is reached at `pace`; None where the pace leads nowhere.

    A pace that is itself a quotient enters by its inputs, so that no rounding of it adds a year.
    """
    if pace.value <= 0:
        return None
    if pace.formula is None:
        years, formula, inputs = gap.value / pace.value, f"gap / {pace.symbol}", (pace,)
    else:
        end, start = pace.inputs
        years = gap.value * PACE_YEARS / (end.value - start.value)
        formula, inputs = f"gap * {PACE_YEARS} / (end - start)", pace.inputs
    return Step(
        symbol="reached",
        what=mark("year reached"),
        value=year.value + years.to_integral_value(rounding=ROUND_CEILING),
        unit=Unit.YEAR,
        places=0,
        estimate=gap.estimate or pace.estimate,
        formula=f"year + ceil({formula})",
        inputs=(year, gap, *inputs),
    )


def rise_into(series: Series, year: int) -> Step | None:
    """The rise on the year before; None where the edition does not report both years."""
    last, first = series.by_year.get(year), series.by_year.get(year - 1)
    if last is None or first is None:
        return None
    end, start = share_of(series, last, "end"), share_of(series, first, "start")
    return Step(
        symbol="rise",
        what=mark("rise on the year before"),
        value=end.value - start.value,
        unit=Unit.POINTS,
        estimate=end.estimate or start.estimate,
        year=year,
        edition=series.edition.id,
        formula="end - start",
        inputs=(end, start),
    )


def spare_of(rise: Step, step: Step) -> Step:
    """What a rise is above the step asked for, in percentage points; negative where it is below."""
    return Step(
        symbol="spare",
        what=mark("rise beyond the step asked for"),
        value=rise.value - step.value,
        unit=Unit.POINTS,
        estimate=rise.estimate,
        year=rise.year,
        edition=rise.edition,
        formula="rise - step",
        inputs=(rise, step),
    )


def ceiling_of(clause: ShareTarget) -> Step:
    return Step(
        symbol="ceiling",
        what=mark("share that counts at the most"),
        value=published(clause.share),
        unit=Unit.PERCENT,
        year=clause.by,
        cites=clause.cites,
    )


def counted_up_to(share: Step, ceiling: Step) -> Step:
    return Step(
        symbol="counted",
        what=mark("share that counts"),
        value=min(share.value, ceiling.value),
        unit=Unit.PERCENT,
        estimate=share.estimate,
        year=share.year,
        edition=share.edition,
        formula="min(share, ceiling)",
        inputs=(share, ceiling),
    )


def years_late(reached: Step, deadline: Step) -> Step:
    """Years after the deadline; zero or negative where it is kept."""
    return Step(
        symbol="late",
        what=mark("years after the deadline"),
        value=reached.value - deadline.value,
        unit=Unit.YEARS,
        places=0,
        estimate=reached.estimate,
        formula="reached - deadline",
        inputs=(reached, deadline),
    )
