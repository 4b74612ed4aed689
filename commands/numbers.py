"""Numbers as people type them: with a point or a comma, with or without their unit."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from commands.desk import Desk
from data.errors import QuestionError
from data.messages import mark

NumberKind = Literal["year", "points", "growth"]

NO_NUMBER: Mapping[NumberKind, str] = {
    "year": mark("'{text}' is not a year we know. Write it with four digits, such as {example}."),
    "points": mark("'{text}' is no number of percentage points. Write one such as {example}."),
    "growth": mark("'{text}' is no growth in percent a year. Write a number such as {example}."),
}
_EXAMPLES: Mapping[NumberKind, str] = {"year": "2032", "points": "0.2", "growth": "2.5"}

_YEAR = re.compile(r"\d{4}", re.ASCII)
_NUMBER = re.compile(r"([-+−]?\d{1,4}(?:[.,]\d{1,4})?)\s*(?:%|pp|p\.p\.|points?)?", re.ASCII)
_MOST_ECHOED = 40


def find_number(desk: Desk, kind: NumberKind, text: str) -> Decimal:  # noqa: ARG001
    """Raises QuestionError with an example of what would have worked."""
    typed = text.strip()
    match = (_YEAR if kind == "year" else _NUMBER).fullmatch(typed)
    if match is None:
        raise QuestionError(NO_NUMBER[kind], text=typed[:_MOST_ECHOED], example=_EXAMPLES[kind])
    written = match[0] if kind == "year" else match[1]
    return Decimal(written.replace(",", ".").replace("−", "-").removeprefix("+"))


def find_year(desk: Desk, text: str) -> int:
    return int(find_number(desk, "year", text))
