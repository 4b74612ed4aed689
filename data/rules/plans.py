"""Ways from the last reported share to a floor. What a plan does not say comes from the clause."""

from dataclasses import dataclass
from decimal import Decimal

from data.errors import PlanError
from data.messages import mark

_STEP = mark(
    "A share that changes by {step} percentage points a year never rises to a floor; give a step "
    "above zero."
)
_PERCENT = mark(
    "{percent} percent of GDP growth cannot go to defence; give a percentage above 0 and up to 100."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ByYear:
    """Even steps, so that the floor is reached in `year`; None is the clause's own year."""

    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BySteps:
    """`step` percentage points a year, until the floor is reached.

    `step` None is that of the annual-increase clause. The first rise is the one into `start`; None
    is the year after the last reported share, whatever the clause says of its first year. Raises
    PlanError for a step that is not above zero.
    """

    step: Decimal | None = None
    start: int | None = None

    def __post_init__(self) -> None:
        if self.step is not None and not (self.step.is_finite() and self.step > 0):
            raise PlanError(_STEP, step=self.step)


@dataclass(frozen=True, slots=True, kw_only=True)
class BackLoaded:
    """Flat up to and including `flat_until`, then even steps, so that the floor is reached in
    `year`; None is the clause's own year."""

    flat_until: int
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ByGrowthShare:
    """Each year spending is that of the year before and `percent` of what GDP has grown by, until
    the floor is reached. It leads no further than to `percent` of GDP.

    Raises PlanError for a percentage that is not above 0 and up to 100.
    """

    percent: Decimal

    def __post_init__(self) -> None:
        if not (self.percent.is_finite() and 0 < self.percent <= 100):
            raise PlanError(_PERCENT, percent=self.percent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """The least that keeps both a floor and a yearly increase.

    Each year rises by an even part of what is left until `year` (None is the clause's own year),
    and in the years that the annual-increase clause covers by its step at least, until the floor is
    reached. Without an annual-increase clause it is ByYear.
    """

    year: int | None = None


Plan = ByYear | BySteps | BackLoaded | ByGrowthShare | Keeping
"""All ways to a floor that `path_to` can draw."""
