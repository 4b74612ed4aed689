"""Single values of a record: codes, references, shares, years and days."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any, cast

from data.dates import PartialDate
from data.errors import Fault, Path
from data.facts.codes import ORGANISATIONS, is_party
from data.facts.soundness.known import Known
from data.messages import mark

FIRST_YEAR = 1949
LAST_YEAR = 2100
MOST_DECIMALS = 50

_NOT_YET = frozenset({"known_on", "said_on", "published_on", "verified_on", "joined"})
"""Days of what has happened; the others may be announced."""


def member(path: Path, code: str, known: Known) -> Iterator[Fault]:
    if code not in known.members:
        yield Fault.at(
            path, mark("is '{code}', which is not the code of a member.").format(code=code)
        )


def members(
    path: Path, codes: tuple[str, ...], known: Known, *, may_be_empty: bool = False
) -> Iterator[Fault]:
    if not codes and not may_be_empty:
        yield Fault.at(path, mark("names nobody."))
    for index, code in enumerate(codes):
        yield from member((*path, index), code, known)
        if code in codes[:index]:
            yield Fault.at((*path, index), mark("names {code} a second time.").format(code=code))


def party(path: Path, code: str) -> Iterator[Fault]:
    if not is_party(code):
        wanted = "a country's code such as ESP, or NATO, EU or UN"
        yield Fault.at(path, mark("is '{code}', not {wanted}.").format(code=code, wanted=wanted))


def commitment(path: Path, name: str | None, known: Known) -> Iterator[Fault]:
    if name is not None and name not in known.commitments:
        yield Fault.at(path, mark("names '{name}', which is no commitment.").format(name=name))


def meeting(path: Path, name: str, known: Known) -> Iterator[Fault]:
    if name not in known.meetings:
        yield Fault.at(
            path, mark("names '{name}', a meeting that nobody records.").format(name=name)
        )


def about(path: Path, name: str, known: Known) -> Iterator[Fault]:
    """What a statement is about may be of several kinds, so the faults name them all."""
    if name not in known.commitments | known.meetings | known.members | ORGANISATIONS:
        wanted = mark("no commitment, meeting, member or organisation")
        yield Fault.at(
            path, mark("is '{name}', which is {wanted}.").format(name=name, wanted=wanted)
        )


def share(path: Path, value: Decimal | None) -> Iterator[Fault]:
    if value is None:
        return
    if not value.is_finite() or not 0 <= value <= 100:
        yield Fault.at(path, mark("is {value}, not between 0 and 100 percent.").format(value=value))
    else:
        yield from decimals(path, value)


def decimals(path: Path, value: Decimal) -> Iterator[Fault]:
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > MOST_DECIMALS:
        yield Fault.at(
            path,
            mark("has {exponent} decimals; the most is {most_decimals}.").format(
                exponent=-exponent, most_decimals=MOST_DECIMALS
            ),
        )


def year(path: Path, value: int | None, *, last: int = LAST_YEAR) -> Iterator[Fault]:
    if value is not None and not FIRST_YEAR <= value <= last:
        yield Fault.at(
            path,
            mark("is {value}, not a year from {first_year} to {last}.").format(
                value=value, first_year=FIRST_YEAR, last=last
            ),
        )


def days(value: object, today: date | None) -> Iterator[Fault]:
    """Every day in a record on which something was said or known and that is still to come. Days
    that may have come already pass."""
    if today is None:
        return
    for path, day in _days((), value):
        first = day.first if isinstance(day, PartialDate) else day
        if first > today:
            yield Fault.at(
                path, mark("is {day}, which is after today, {today}.").format(day=day, today=today)
            )


def _days(path: Path, value: Any) -> Iterator[tuple[Path, date | PartialDate]]:
    if isinstance(value, tuple):
        for index, each in enumerate(cast(tuple[Any, ...], value)):
            yield from _days((*path, index), each)
    elif isinstance(value, date | PartialDate):
        if path[-1] in _NOT_YET:
            yield path, value
    elif is_dataclass(value):
        for each in fields(value):
            yield from _days((*path, each.name), getattr(value, each.name))
