from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Role(StrEnum):
    LEVEL = "level"
    """A share of GDP that is spent."""
    TARGET = "target"
    """A share of GDP that is asked for, promised or refused."""
    EQUIPMENT = "equipment"
    """A share of defence expenditure that goes into equipment."""
    INCREASE = "increase"
    """A change in percentage points."""


class Bound(StrEnum):
    UNDER = "under"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """`share` is in percent, or percentage points of an increase; `upto` the upper end of a range.
    `words` are the message's own, `figure` those of the percentage alone."""

    country: str
    """ISO 3166-1 alpha-2."""
    share: Decimal
    places: int
    upto: Decimal | None
    role: Role
    year: int | None
    negated: bool
    bound: Bound | None
    words: str
    figure: str
