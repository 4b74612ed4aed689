"""Reads knowledge out of the log."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Select, select, true

from data.facts.kinds import FACTS, NAMES, Value
from data.facts.knowledge import F, Knowledge, Revision
from data.facts.log import visible
from data.members import Member, Roster
from data.rules.expenditure import Edition
from data.sources import Source
from data.store import bodies, figures, held
from data.store.tables import revision


def knowledge(connection: Connection, at: datetime | None = None) -> Knowledge:
    """Everything in the log; with `at`, as the log was at that moment."""
    states = _states(connection, at)
    newest = [rows[-1] for rows in states if rows[-1].kind not in FACTS]
    reference_works = [each.read() for each in newest if not each.is_retraction]
    editions = [each for each in reference_works if isinstance(each, Edition)]
    return Knowledge.of(
        Roster.of(each for each in reference_works if isinstance(each, Member)),
        figures.ledger(connection, editions, at),
        (each for each in reference_works if isinstance(each, Source)),
        (each for rows in states if rows[0].kind in FACTS for each in _revisions(rows)),
    )


def sources(connection: Connection) -> dict[str, Source]:
    """All sources by their ids, as they are now."""
    newest = held.newest(connection, revision.c.kind == NAMES[Source])
    found = (bodies.read(each.kind, each.body) for each in newest if each.body is not None)
    return {each.id: each for each in found if isinstance(each, Source)}


class State:
    """A row of `_STATE`, whose body is read only where it is needed."""

    __slots__ = ("because", "body", "governs_from", "kind", "known_from")

    def __init__(self, row: Any) -> None:
        self.kind: str = row[1]
        self.body: str | None = row[2]
        self.known_from: date = row[3]
        self.governs_from: date = row[4]
        self.because: str | None = row[5]

    @property
    def is_retraction(self) -> bool:
        return self.body is None

    def read(self) -> Value:
        assert self.body is not None
        return bodies.read(self.kind, self.body)


_STATE = (
    revision.c.fact,
    revision.c.kind,
    revision.c.body,
    revision.c.known_from,
    revision.c.governs_from,
    revision.c.because,
)


def _by_then(at: datetime | None, column: ColumnElement[datetime]) -> ColumnElement[bool]:
    return true() if at is None else column <= at


def _states(connection: Connection, at: datetime | None) -> list[list[State]]:
    """All states of each fact, in the order of writing."""
    rows = connection.execute(
        select(*_STATE)
        .where(_by_then(at, revision.c.recorded_at))
        .order_by(revision.c.fact, revision.c.number)
    )
    return [[State(row) for row in rows] for _, rows in groupby(rows, lambda row: row[0])]


def _revisions(states: list[State]) -> Iterator[Revision]:
    for state, start, end in visible(states):
        later = states[states.index(state) + 1 :]
        why = next((each.because for each in later if each.governs_from == end), None)
        yield Revision(cast("Any", state.read()), start, end, why)


def governing(key: str, as_of: date, at: datetime | None = None) -> Select[*tuple[Any, ...]]:
    """The state of one fact that governs a day."""
    return (
        select(*_STATE)
        .where(
            revision.c.fact == key,
            revision.c.governs_from <= as_of,
            _by_then(at, revision.c.recorded_at),
        )
        .order_by(revision.c.number.desc())
        .limit(1)
    )


def one(
    connection: Connection, kind: type[Value], known_as: str, as_of: date, at: datetime | None
) -> Value | None:
    """What was known of one fact on a day; None where nothing was."""
    row = connection.execute(governing(bodies.key(NAMES[kind], known_as), as_of, at)).first()
    if row is None:
        return None
    state = State(row)
    return None if state.is_retraction or as_of < state.known_from else state.read()


def known(
    connection: Connection, kind: type[F], as_of: date, at: datetime | None = None
) -> tuple[F, ...]:
    """Facts of a kind known on a day, straight from the tables, oldest known first."""
    later = revision.alias()
    is_superseded = (
        select(later.c.row)
        .where(
            later.c.fact == revision.c.fact,
            later.c.number > revision.c.number,
            later.c.governs_from <= as_of,
            _by_then(at, later.c.recorded_at),
        )
        .exists()
    )
    rows = connection.execute(
        select(*_STATE).where(
            revision.c.kind == NAMES[kind],
            revision.c.known_from <= as_of,
            revision.c.governs_from <= as_of,
            revision.c.body.is_not(None),
            _by_then(at, revision.c.recorded_at),
            ~is_superseded,
        )
    )
    states = [State(row) for row in rows]
    found = [(max(each.known_from, each.governs_from), each.read()) for each in states]
    found.sort(key=lambda each: (each[0], each[1].id))
    return tuple(cast("F", value) for _, value in found)
