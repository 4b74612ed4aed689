"""Reads lines of a file as records. Nothing of what is read here is trusted."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NoReturn, cast

from data.dates import PartialDate
from data.errors import Fault, Path, RecordError
from data.exchange.lines import (
    FIGURE,
    FORMAT,
    NAMED,
    VERSION,
    FigureLine,
    Filed,
    Header,
    Line,
    Named,
)
from data.facts.clocks import known_on
from data.facts.kinds import KINDS, Value
from data.facts.log import ALWAYS, Action, Origin
from data.facts.soundness.reading import read as read_record
from data.facts.soundness.text import check_author, check_reason, id_problem
from data.messages import mark
from data.rules.expenditure import Indicator, Observation

_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z", re.ASCII)


def read_header(text: str) -> Header:
    """Raises RecordError where `text` does not begin a file that this release can read."""
    values = parse(text)
    if values.get("format") != FORMAT:
        _refuse(
            ("format",),
            mark("is not '{format}': article3 export did not write this.").format(format=FORMAT),
        )
    version = values.get("version")
    if version is True or version != VERSION:
        template = mark(
            "is {given}; this release reads {known}. Import it with the release that wrote it."
        )
        _refuse(("version",), template.format(given=f"{version!r:.40}", known=VERSION))
    found = read_record(_Top, values)
    if found.history != (found.as_of is None):
        _refuse(("as_of",), mark("must be a day, or null in a file with the whole history."))
    if found.records < 0:
        _refuse(
            ("records",), mark("is {records}, not a number of lines.").format(records=found.records)
        )
    return Header(as_of=found.as_of, records=found.records)


def read(text: str, *, history: bool) -> Filed:
    """Raises RecordError with what keeps the line from being read. Whether the record is sound is
    another question."""
    values = parse(text)
    kind = values.get("kind")
    if kind == NAMED:
        return _read_named(values)
    if "record" not in values:
        _refuse(("record",), mark("is missing."))
    record = values.pop("record")
    if record is not None and not isinstance(record, dict):
        _refuse(("record",), mark("is no table of keys and values."))
    given = cast("dict[str, Any] | None", record)
    if kind == FIGURE:
        return _read_figure(values, given, history=history)
    return _read_line(values, given, history=history)


def parse(text: str) -> dict[str, Any]:
    """A JSON object in which no key is given twice; a RecordError for anything else."""
    try:
        found = json.loads(
            text, object_pairs_hook=_unique, parse_constant=_no_number, parse_float=Decimal
        )
    except RecordError:
        raise
    except RecursionError:
        _refuse((), mark("It lies too deep in lists and tables."))
    except (ValueError, ArithmeticError) as error:
        said = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        problem = said[:1].lower() + said[1:]
        if not isinstance(error, json.JSONDecodeError):
            _refuse((), mark("It is not JSON: {problem}.").format(problem=problem))
        template = mark("It is not JSON: {problem} at character {character}.")
        _refuse((), template.format(problem=problem, character=error.pos + 1))
    if not isinstance(found, dict):
        _refuse((), mark("It is no table of keys and values."))
    return cast("dict[str, Any]", found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Top:
    format: str
    version: int
    as_of: date | None
    history: bool
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """What a line tells of the writing of a state."""

    kind: str
    number: int | None = None
    action: Action
    origin: Origin
    by: str
    at: str
    because: str | None

    def moment(self) -> datetime:
        if _AT.fullmatch(self.at) is None:
            _refuse(
                ("at",),
                mark("is '{at}', not a moment such as 2025-06-05T14:30:00Z.").format(
                    at=f"{self.at:.40}"
                ),
            )
        try:
            return datetime.fromisoformat(self.at)
        except ValueError:
            _refuse(("at",), mark("is '{at}', which is not in the calendar.").format(at=self.at))


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfRecord(_Written):
    id: str
    known_on: PartialDate
    governs_from: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfFigure(_Written):
    edition: str
    member: str
    indicator: Indicator
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfName:
    kind: str
    id: str


def _read_named(values: Mapping[str, Any]) -> Named:
    found = read_record(_OfName, values)
    if faults := list(id_problem(("id",), found.id)):
        raise RecordError(faults)
    return Named(id=found.id)


def _read_line(values: Mapping[str, Any], record: dict[str, Any] | None, *, history: bool) -> Line:
    kind = values.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        known = ", ".join((*KINDS, FIGURE, NAMED))
        _refuse(
            ("kind",),
            mark("is {kind}; it must be one of {known}.").format(kind=f"{kind!r:.40}", known=known),
        )
    head = read_record(_OfRecord, values)
    _check_written(head, record, history=history)
    if kind == "source" and head.action == "retracted":
        _refuse(("action",), mark("is 'retracted', but a source stays."))
    value = None if record is None else _within(KINDS[kind], record)
    if value is not None:
        _check_repeated(("id",), head.id, value.id)
        if differs := _days_differ(value, head.known_on):
            _refuse(("known_on",), differs)
    return Line(
        kind=kind,
        id=head.id,
        number=head.number,
        action=head.action,
        known_on=head.known_on,
        governs_from=head.governs_from or ALWAYS,
        origin=head.origin,
        by=head.by,
        at=head.moment(),
        because=head.because,
        value=value,
    )


def _read_figure(
    values: Mapping[str, Any], record: dict[str, Any] | None, *, history: bool
) -> FigureLine:
    head = read_record(_OfFigure, values)
    _check_written(head, record, history=history)
    value = None if record is None else _within(Observation, record)
    if value is not None:
        for name in ("member", "indicator", "year"):
            _check_repeated((name,), getattr(head, name), getattr(value, name))
        if len(value.cites) != 1:
            _refuse(("record", "cites"), mark("must name one place; a figure stands in one."))
    return FigureLine(
        edition=head.edition,
        member=head.member,
        indicator=head.indicator,
        year=head.year,
        number=head.number,
        action=head.action,
        origin=head.origin,
        by=head.by,
        at=head.moment(),
        because=head.because,
        value=value,
    )


def _check_written(head: _Written, record: object, *, history: bool) -> None:
    if history and (head.number is None or head.number < 1):
        _refuse(("number",), mark("must count the states of the record, from 1."))
    if not history and head.number is not None:
        _refuse(
            ("number",), mark("is given, but a file as of a day holds one state of each record.")
        )
    if not history and head.action == "retracted":
        _refuse(
            ("action",), mark("is 'retracted', which only a file with the whole history can hold.")
        )
    if (record is None) != (head.action == "retracted"):
        _refuse(("record",), mark("must be null where it was retracted, and only there."))
    if (head.because is None) != (head.action == "recorded"):
        _refuse(("because",), mark("must say why where a record was changed, and only there."))
    check_author(head.by)
    if head.because is not None:
        check_reason(head.because)


def _check_repeated(path: Path, given: object, inside: object) -> None:
    if given != inside:
        _refuse(
            path,
            mark("is '{given}', but its record says '{inside}'.").format(
                given=given, inside=inside
            ),
        )


def _days_differ(value: Value, given: PartialDate) -> str | None:
    if not _has_day(value):
        return None
    day = known_on(value)
    return (
        None
        if day == given
        else mark("is {given}, but its record says {day}.").format(given=given, day=day)
    )


def _has_day(value: Value) -> bool:
    """False for a commitment without a status, which is told of later."""
    return bool(getattr(value, "history", True))


def _within(kind: Any, record: Mapping[str, Any]) -> Any:
    """Reads a record; the faults lie below the key that holds it."""
    try:
        return read_record(kind, record)
    except RecordError as error:
        faults = (Fault.at(("record", *each.path), each.problem) for each in error.faults)
        raise RecordError(faults) from error


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            _refuse((), mark("The key '{key}' is given twice.").format(key=f"{key:.40}"))
        found[key] = value
    return found


def _no_number(word: str) -> NoReturn:
    _refuse((), mark("It holds {word}, which is no number.").format(word=word))


def _refuse(path: Path, problem: str) -> NoReturn:
    raise RecordError([Fault.at(path, problem)])
