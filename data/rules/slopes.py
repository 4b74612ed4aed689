"""The shares of a path in closed form: start and year give each one, not the year before."""

from data.rules.derivation import Step
from data.rules.way import Way, share_in


def even(way: Way, since: Step, deadline: Step, year: int) -> Step:
    """`since` is the last year in which the share is that of the start."""
    share, floor = way.share, way.floor
    gone, span = year - since.value, deadline.value - since.value
    return share_in(
        year,
        share.value + (floor.value - share.value) * gone / span,
        f"share + (floor - share) * ({year} - {since.symbol}) / (deadline - {since.symbol})",
        (share, floor, since, deadline),
    )


def rising(way: Way, step: Step, begins: Step | None, before: Step, year: int) -> Step:
    """`before` is the share of the year before the first rise, which is the one into `begins`, by
    default into the year after the last reported share."""
    since = way.year.value if begins is None else begins.value - 1
    gone = f"({year} - year)" if begins is None else f"({year} - begins + 1)"
    return share_in(
        year,
        min(way.floor.value, before.value + step.value * (year - since)),
        f"min(floor, {before.symbol} + {step.symbol} * {gone})",
        (before, way.floor, step, way.year if begins is None else begins),
    )


def grown(way: Way, percent: Step, year: int) -> Step:
    """With spending s of a GDP of 1, growth g and a part p of it, the next share is
    (s + p * g) / (1 + g); what p and the share differ by shrinks by 1 + g each year."""
    factor = (1 + way.growth.value / 100) ** (year - way.year.value)
    return share_in(
        year,
        min(way.floor.value, percent.value - (percent.value - way.share.value) / factor),
        f"min(floor, percent - (percent - share) / (1 + growth / 100) ** ({year} - year))",
        (way.share, way.floor, percent, way.growth, way.year),
    )


def rest(way: Way, base: Step, ends: Step, deadline: Step, year: int) -> Step:
    """Even steps from `base`, the share in the year `ends`, on. Written from the floor downwards,
    so that no rounded quotient in `base` keeps the last year from being the floor exactly."""
    floor = way.floor
    left, span = deadline.value - year, deadline.value - ends.value
    return share_in(
        year,
        floor.value - (floor.value - base.value) * left / span,
        f"floor - (floor - {base.symbol}) * (deadline - {year}) / (deadline - ends)",
        (base, floor, deadline, ends),
    )
