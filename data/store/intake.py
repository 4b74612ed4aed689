"""Writes what an export holds into a store that holds nothing: only there can a moment of writing
be what a file says."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, insert, select

from data.errors import StoreError
from data.exchange.files import Intake
from data.exchange.lines import FigureLine, Line
from data.facts.records import Attendance, Meeting
from data.messages import mark
from data.rules.expenditure import Observation
from data.store import bodies
from data.store.tables import GATHERING, fact, observation, reference, revision
from data.store.writing import Author, Draft, changed

NOT_EMPTY = mark(
    "The database {where} holds facts already, and a file is only imported into an empty one. Name "
    "another in DATABASE_URL."
)

L = TypeVar("L", Line, FigureLine)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """How much was taken in: states of records, and of figures."""

    records: int
    figures: int


def check_empty(connection: Connection, where: str) -> None:
    """Raises StoreError where anything was ever written."""
    for table in (fact, observation):
        if connection.execute(select(table).limit(1)).first() is not None:
            raise StoreError(NOT_EMPTY.format(where=where))


def write(connection: Connection, intake: Intake, where: str) -> Imported:
    """Writes what was read, within the caller's transaction."""
    check_empty(connection, where)
    lines = [each for each in intake.lines if isinstance(each, Line)]
    figures = [each for each in intake.lines if isinstance(each, FigureLine)]
    keys = _keys(lines)
    _insert(connection, fact, ({"key": key, "kind": kind} for key, kind in keys.items()))
    drafts = [each for line in lines for each in _drafts(line)]
    _insert(connection, revision, (draft.row(author) for draft, author in drafts))
    _refer(connection, [draft for draft, _ in drafts], frozenset(keys))
    _insert(
        connection, observation, (_figure_row(state) for each in figures for state in _states(each))
    )
    changed(connection)
    return Imported(records=len(lines), figures=len(figures))


def _keys(lines: Iterable[Line]) -> dict[str, str]:
    """The kinds of all keys, those of meetings as such included."""
    found: dict[str, str] = {}
    for line in lines:
        found[bodies.key(line.kind, line.id)] = line.kind
        if isinstance(line.value, Meeting | Attendance):
            found[bodies.key(GATHERING, line.value.meeting)] = GATHERING
    return found


def _states(line: L) -> Iterator[L]:
    """The states to be written for a line. A file as of a day holds the newest state alone; of a
    correction what it corrected is not known any more, so the log begins with its own words."""
    if line.number is not None:
        yield line
        return
    yield replace(line, number=1, action="recorded", because=None)
    if line.action != "recorded":
        yield replace(line, number=2)


def _drafts(line: Line) -> Iterator[tuple[Draft, Author]]:
    for each in _states(line):
        draft = Draft(
            key=bodies.key(each.kind, each.id),
            kind=each.kind,
            number=each.number or 1,
            action=each.action,
            value=each.value,
            known_on=each.known_on,
            governs_from=each.governs_from,
            because=each.because,
        )
        yield draft, Author(origin=each.origin, by=each.by, at=each.at)


def _refer(connection: Connection, drafts: Sequence[Draft], keys: frozenset[str]) -> None:
    """What is only named has no key yet: it gets one when it is recorded."""
    written = connection.execute(select(revision.c.row, revision.c.fact, revision.c.number))
    rows = {(row.fact, row.number): row.row for row in written}
    found = (
        {"row": rows[each.key, each.number], "fact": key}
        for each in drafts
        if each.value is not None
        for key in sorted(keys & (bodies.refers_to(each.value) | bodies.may_refer_to(each.value)))
    )
    _insert(connection, reference, found)


def _figure_row(line: FigureLine) -> dict[str, Any]:
    author = Author(origin=line.origin, by=line.by, at=line.at)
    return {
        "edition": bodies.key("edition", line.edition),
        "member": bodies.key("member", line.member),
        "indicator": line.indicator.value,
        "year": line.year,
        "number": line.number,
        "action": line.action,
        **_figure(line.value),
        **author.columns(line.because),
    }


def _figure(value: Observation | None) -> dict[str, Any]:
    names = ("value", "estimate", "places", "currency", "source", "locator")
    if value is None:
        return dict.fromkeys(names)
    (cite,) = value.cites
    source = bodies.key("source", cite.source)
    told = (str(value.value), value.estimate, value.places, value.currency, source, cite.locator)
    return dict(zip(names, told, strict=True))


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    if listed := list(rows):
        connection.execute(insert(table), listed)
