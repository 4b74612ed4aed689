"""Dates that keep their precision: `2027`, `2025-10`, `2025-06-05` and `2025-06-05T14:30+02:00` are
four different claims.

An instant keeps the zone it was written in, so it reads back as it was written: two that are the
same moment in different zones are not equal, and `order` says that they are the same. A plain date
has no zone. Beside an instant it is read in the zone of that instant, whose own day in the calendar
is what its `first` and `last` are.
"""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from datetime import time as clock_time
from enum import StrEnum
from typing import Any, Literal

from data.errors import QuestionError
from data.messages import mark

Precision = Literal["year", "month", "day", "instant"]

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(.*))?)?)?", re.ASCII | re.DOTALL)
_TIME = re.compile(
    r"([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(Z|([+-])(\d{2}):([0-5]\d))?", re.ASCII
)
_FARTHEST = 14 * 60

NOT_A_DATE = mark("'{text}' is not a date we know. Write 2025-06-05, 2025-06 or 2025.")
NOT_A_TIME = mark(
    "'{text}' is not a time we know. Write 2025-06-05T14:30+02:00, or 2025-06-05T14:30Z for UTC."
)
NO_ZONE = mark("Say the zone of '{text}': write {text}Z for UTC, or an offset as in {text}+02:00.")
TOO_FAR = mark("No zone is more than 14:00 away from UTC, but '{text}' says {zone}.")
A_DAY = mark("'{text}' has a time, but only whole days can be asked about. Write {day}.")


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day in a zone; `offset` is in minutes east of UTC. Written without seconds, it is
    on the minute."""

    hour: int
    minute: int
    second: int = 0
    offset: int = 0

    def __post_init__(self) -> None:
        if not (0 <= self.hour < 24 and 0 <= self.minute < 60 and 0 <= self.second < 60):
            raise ValueError(f"{self} is not a time of day")
        if abs(self.offset) > _FARTHEST:
            raise ValueError(f"{self} is more than 14:00 away from UTC")

    def __str__(self) -> str:
        seconds = f":{self.second:02d}" if self.second else ""
        return f"{self.hour:02d}:{self.minute:02d}{seconds}{self._zone}"

    @property
    def _zone(self) -> str:
        if not self.offset:
            return "Z"
        hours, minutes = divmod(abs(self.offset), 60)
        return f"{'-' if self.offset < 0 else '+'}{hours:02d}:{minutes:02d}"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month, a day or an instant, and no more than that."""

    year: int
    month: int | None = None
    day: int | None = None
    time: Time | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day needs its month")
        if self.day is None and self.time is not None:
            raise ValueError("a time needs its day")
        month = 1 if self.month is None else self.month
        try:
            date(self.year, month, 1 if self.day is None else self.day)
        except ValueError as error:
            raise ValueError(f"{self} is not in the calendar") from error

    @classmethod
    def parse(cls, text: str, *, times: bool = True) -> "PartialDate":
        """Reads `2025-06-05`, `2025-06`, `2025` or, unless `times` are not wanted,
        `2025-06-05T14:30+02:00`; anything else is a QuestionError."""
        match = _SHAPE.fullmatch(text.strip())
        if match is None:
            raise QuestionError(NOT_A_DATE, text=text)
        year, month, day, time = match.groups()
        try:
            found = cls(int(year), int(month) if month else None, int(day) if day else None)
        except ValueError as error:
            raise QuestionError(NOT_A_DATE, text=text) from error
        if time is None:
            return found
        if not times:
            raise QuestionError(A_DAY, text=text.strip(), day=str(found))
        return replace(found, time=_read_time(text.strip(), time))

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """A day or, of a datetime, an instant; a datetime without a zone, or with fractions of a
        second, is refused as `parse` refuses it."""
        if isinstance(day, datetime):
            return cls.parse(day.isoformat())
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        if self.month is None:
            return "year"
        if self.day is None:
            return "month"
        return "day" if self.time is None else "instant"

    @property
    def first(self) -> date:
        """The first day this can mean; of an instant, its day in its own zone."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day this can mean; of an instant, its day in its own zone."""
        month = self.month or 12
        if self.day is not None:
            return date(self.year, month, self.day)
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    @property
    def instant(self) -> datetime | None:
        """The moment in its own zone; None of a date without a time."""
        if self.time is None:
            return None
        time = clock_time(self.time.hour, self.time.minute, self.time.second)
        return datetime.combine(self.first, time, timezone(timedelta(minutes=self.time.offset)))

    def is_over_by(self, day: date) -> bool:
        """True when this certainly lies on or before `day`, whichever of its days is meant."""
        return self.last <= day

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        if self.time is not None:
            text += f"T{self.time}"
        return text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        def read(value: object) -> PartialDate:
            if isinstance(value, PartialDate):
                return value
            try:
                # TOML has types of its own for days and times; a year may come as a number.
                return cls.of(value) if isinstance(value, date) else cls.parse(str(value))
            except QuestionError as error:
                raise ValueError(str(error)) from error

        return core_schema.no_info_plain_validator_function(
            read, serialization=core_schema.to_string_ser_schema()
        )


def _read_time(text: str, time: str) -> Time:
    """`time` is what follows the T of `text`."""
    match = _TIME.fullmatch(time)
    if match is None:
        raise QuestionError(NOT_A_TIME, text=text)
    hour, minute, second, zone, sign, hours, minutes = match.groups()
    if zone is None:
        raise QuestionError(NO_ZONE, text=text)
    away = int(hours or 0) * 60 + int(minutes or 0)
    if away > _FARTHEST:
        raise QuestionError(TOO_FAR, text=text, zone=zone)
    return Time(int(hour), int(minute), int(second or 0), -away if sign == "-" else away)


class Order(StrEnum):
    BEFORE = "before"
    AFTER = "after"
    SAME = "same"
    """One moment, or one calendar day: of two things of one plain day it is not said which was
    first."""
    UNDECIDABLE = "undecidable"
    """As precise as the dates are, either could be the earlier one."""


def order(one: PartialDate, other: PartialDate) -> Order:
    """Where `one` lies, seen from `other`.

    Instants compare exactly, whatever their zones. All else compares by whole days, and an instant
    by the day it was in its own zone. SAME is only for two instants or two plain days: what
    happened in one month or year need not have happened together, and the plain day of an instant
    may be meant earlier or later than it.

    BEFORE is transitive among plain dates, among instants, and among both where all instants are
    of one zone. It is not where zones are mixed: 2025-06-05 is before 2025-06-06T00:30+14:00, that
    is before 2025-06-04T23:00-12:00, and that is before 2025-06-05. So sort by `first` or `last`.
    """
    moment, another = one.instant, other.instant
    if moment is not None and another is not None:
        if moment == another:
            return Order.SAME
        return Order.BEFORE if moment < another else Order.AFTER
    if one.last < other.first:
        return Order.BEFORE
    if other.last < one.first:
        return Order.AFTER
    return Order.SAME if one.precision == other.precision == "day" else Order.UNDECIDABLE
