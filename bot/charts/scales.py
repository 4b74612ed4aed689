"""Ticks, and from values to places on the card."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

_STEPS = tuple(Decimal(each) for each in ("1", "2", "2.5", "5", "10"))
_YEARS = (1, 2, 3, 4, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Scale:
    """From `low`..`high` to `start`..`end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    @property
    def domain(self) -> list[float]:
        return [self.low, self.high]


def ticks(low: Decimal, high: Decimal, most: int = 6) -> list[Decimal]:
    """Round numbers from `low` or below it up to `high`, at most `most` steps; zero is among them
    wherever it lies between the two."""
    span = high - low if high > low else Decimal(1)
    size = Decimal(1).scaleb((span / most).adjusted())
    step = next(size * each for each in _STEPS if size * each * most >= span)
    # Decimals are divided towards zero.
    first, last = int(low // step), int(high // step)
    if low < first * step:
        first -= 1
    return [step * each for each in range(first, max(last, first + 1) + 1)]


def places(values: Sequence[Decimal]) -> int:
    """The decimals that tell ticks apart."""
    return max(max(0, -int(each.normalize().as_tuple().exponent)) for each in values)


def years(low: int, high: int, last: int, most: int) -> list[int]:
    """Years at even distances that have `last` among them, and `high`, unless the two are too near
    to each other; what would be too near to `high` is left out."""
    step = next(each for each in _YEARS if (high - low) / each <= most)
    found = [each for each in range(low, high + 1) if (each - last) % step == 0]
    far = [each for each in found if (high - each) * 5 >= step * 4]
    if last == high or last not in far:
        return [each for each in found if each <= last]
    return [*far, high]
