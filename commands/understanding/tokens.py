"""A question cut into words and numbers, in comparable form."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data.dates import PartialDate
from data.names.text import words

MOST_TOKENS = 60
"""Whoever writes more tells something, and asks nothing that a command answers."""

_TOKEN = re.compile(
    r"(?P<iso>\d{4}-\d{1,2}(?:-\d{1,2})?)(?!\d)"
    r"|(?P<dotted>\d{1,2}[./]\d{1,2}[./]\d{4})(?!\d)"
    r"|(?P<number>\d{1,6}(?:[.,]\d{1,4})?)"
    r"|(?P<flag>[\U0001f1e6-\U0001f1ff]{2})"
    r"|(?P<percent>%)"
    r"|(?P<word>[^\W_]+)",
)


@dataclass(frozen=True, slots=True)
class Token:
    """`key` is in comparable form; `raw` is as it was typed."""

    key: str
    raw: str
    number: Decimal | None = None
    day: PartialDate | None = None

    @property
    def year(self) -> int | None:
        number = self.number
        whole = number is not None and number == number.to_integral_value()
        return int(number) if number is not None and whole and 1949 <= number <= 2100 else None


def tokens(text: str) -> list[Token]:
    """At most one more than `MOST_TOKENS`, which is how a text shows that it is too long."""
    found: list[Token] = []
    for match in _TOKEN.finditer(unicodedata.normalize("NFKC", text)):
        found.extend(_read(match))
        if len(found) > MOST_TOKENS:
            break
    return found


def _read(match: re.Match[str]) -> list[Token]:
    raw = match[0]
    match match.lastgroup:
        case "iso" | "dotted":
            day = _date(raw)
            return [Token(raw, raw, day=day)] if day is not None else []
        case "number":
            return [Token(raw.replace(",", "."), raw, Decimal(raw.replace(",", ".")))]
        case "flag":
            code = "".join(chr(ord(each) - 0x1F1E6 + ord("A")) for each in raw)
            return [Token(f"flag:{code}", raw)]
        case "percent":
            return [Token("%", raw)]
        case _:
            return [Token(each, raw) for each in words(raw)]


def _date(raw: str) -> PartialDate | None:
    numbers = [int(each) for each in re.split(r"[-./]", raw)]
    year, month, *day = numbers if "-" in raw else reversed(numbers)
    try:
        date(year, month, *(day or [1]))
    except ValueError:
        return None
    return PartialDate(year, month, day[0] if day else None)
