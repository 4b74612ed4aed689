"""Records as lines of a file, one a line. Reading them back is in `reading`.

A file begins with a `Header`. A line holds one state of one record: what the log knows of its
writing, and under `record` the record itself, by the names of its fields. Keys have one order, so
that what is the same is written the same.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from data.dates import PartialDate
from data.facts.kinds import Value
from data.facts.log import ALWAYS, Action, Origin
from data.rules.expenditure import Indicator, Observation
from data.sources import Source

FORMAT = "article3"
VERSION = 1

FIGURE, NAMED = "figure", "named"

LONGEST_LINE = 131_072
"""Bytes of a line, its end included; the longest cell that Python reads from CSV is as long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """`as_of` is None for a file with the whole log; `records` is how many lines follow, so that a
    file that lost its end is noticed."""

    as_of: date | None
    records: int

    @property
    def history(self) -> bool:
        return self.as_of is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One state of a record. `value` is None where it was retracted. `number` counts the states of
    the record, from 1; it is None in a file as of a day, which holds one state of each."""

    kind: str
    id: str
    number: int | None = None
    action: Action
    known_on: PartialDate
    governs_from: date = ALWAYS
    origin: Origin
    by: str
    at: datetime
    because: str | None = None
    value: Value | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """One state of a figure of an edition."""

    edition: str
    member: str
    indicator: Indicator
    year: int
    number: int | None = None
    action: Action
    origin: Origin
    by: str
    at: datetime
    because: str | None = None
    value: Observation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The id of a commitment or a meeting that records refer to and none in the file tells of,
    because it was not known on that day."""

    id: str


Filed = Line | FigureLine | Named


def write_header(header: Header) -> str:
    return _json(
        {
            "format": FORMAT,
            "version": VERSION,
            "as_of": None if header.as_of is None else header.as_of.isoformat(),
            "history": header.history,
            "records": header.records,
        }
    )


def write(filed: Filed) -> str:
    """A line without its end."""
    if isinstance(filed, Named):
        return _json({"kind": NAMED, "id": filed.id})
    head = _head_of_figure(filed) if isinstance(filed, FigureLine) else _head_of_record(filed)
    body = "null" if filed.value is None else _body(filed.value)
    return f'{_json(head)[:-1]},"record":{body}}}'


def sources(lines: Iterable[Filed]) -> Iterator[Source]:
    """The sources that lines tell of; of one with several states, the newest comes last."""
    for each in lines:
        if isinstance(each, Line) and isinstance(each.value, Source):
            yield each.value


def _head_of_record(line: Line) -> dict[str, object]:
    governs = None if line.governs_from == ALWAYS else line.governs_from.isoformat()
    return {
        "kind": line.kind,
        "id": line.id,
        **({} if line.number is None else {"number": line.number}),
        "action": line.action,
        "known_on": str(line.known_on),
        "governs_from": governs,
        **_written(line),
    }


def _head_of_figure(line: FigureLine) -> dict[str, object]:
    return {
        "kind": FIGURE,
        "edition": line.edition,
        "member": line.member,
        "indicator": line.indicator.value,
        "year": line.year,
        **({} if line.number is None else {"number": line.number}),
        "action": line.action,
        **_written(line),
    }


def _written(line: Line | FigureLine) -> dict[str, object]:
    return {"origin": line.origin, "by": line.by, "at": stamp(line.at), "because": line.because}


def stamp(moment: datetime) -> str:
    """A moment in UTC, such as 2025-06-05T14:30:00Z."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _body(value: Value | Observation) -> str:
    return _adapter(type(value)).dump_json(value).decode()


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _json(values: Mapping[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
