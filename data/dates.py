"""Dates that keep their precision: `2027`, `2025-10`, `2025-06-05` are three different claims."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from data.errors import QuestionError
from data.messages import mark

Precision = Literal["year", "month", "day"]

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)


NOT_A_DATE = mark("'{text}' is not a date we know. Write 2025-06-05, 2025-06 or 2025.")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month or a day, and no more than that."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day needs its month")
        if self.year < 1 or not 1 <= (self.month or 1) <= 12:
            raise ValueError(f"{self} is not in the calendar")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Reads `2025-06-05`, `2025-06` or `2025`; anything else is a QuestionError."""
        match = _SHAPE.fullmatch(text.strip())
        if match is None:
            raise QuestionError(NOT_A_DATE, text=text)
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        try:
            return cls(year, month, day)
        except ValueError as error:
            raise QuestionError(NOT_A_DATE, text=text) from error

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def first(self) -> date:
        """The first day this can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day this can mean."""
        month = self.month or 12
        if self.day is not None:
            return date(self.year, month, self.day)
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    def is_over_by(self, day: date) -> bool:
        """True when this certainly lies on or before `day`, whichever of its days is meant."""
        return self.last <= day

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        def read(value: object) -> PartialDate:
            if isinstance(value, PartialDate):
                return value
            try:
                # TOML has a type of its own for a full date; a year may come as a number.
                return cls.parse(str(value))
            except QuestionError as error:
                raise ValueError(str(error)) from error

        return core_schema.no_info_plain_validator_function(
            read, serialization=core_schema.to_string_ser_schema()
        )
