"""The newest state of each record, and what rests on it."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select, true

from data.facts.kinds import NAMES, Value
from data.facts.records import Meeting
from data.members import Member
from data.rules.expenditure import Edition
from data.store import bodies
from data.store.plan import Held
from data.store.tables import GATHERING, observation, reference, revision


def newest(connection: Connection, where: ColumnElement[bool] | None = None) -> Iterator[Held]:
    """The newest state of every record."""
    last = (
        select(revision.c.fact, func.max(revision.c.number).label("number"))
        .group_by(revision.c.fact)
        .subquery()
    )
    rows = connection.execute(
        select(
            revision.c.fact,
            revision.c.kind,
            revision.c.number,
            revision.c.body,
            revision.c.origin,
            revision.c.known_on,
        )
        .join(last, (last.c.fact == revision.c.fact) & (last.c.number == revision.c.number))
        .where(true() if where is None else where)
    )
    for row in rows:
        yield Held(
            key=row.fact,
            kind=row.kind,
            number=row.number,
            body=row.body,
            is_ours=row.origin == "catalogue",
            known_on=row.known_on,
        )


def needed_by_people(connection: Connection) -> frozenset[str]:
    """Keys of all that records and figures of people rest on, and of what these rest on in turn."""
    later = revision.alias()
    rows = connection.execute(
        select(revision.c.fact, revision.c.kind, revision.c.origin, reference.c.fact.label("other"))
        .join(reference, reference.c.row == revision.c.row)
        .where(~_is_followed(later))
    )
    rests_on: dict[str, set[str]] = {}
    gatherings = bodies.key(GATHERING, "")
    found = _figures_of_people(connection)
    for row in rows:
        one, other = row.fact, row.other
        if row.kind == NAMES[Meeting] and other.startswith(gatherings):
            # A record of a meeting rests on no other one; it is the meeting that rests on them.
            one, other = other, one
        rests_on.setdefault(one, set()).add(other)
        if row.origin == "person":
            found.add(other)
    waiting = list(found)
    while waiting:
        new = rests_on.get(waiting.pop(), set()) - found
        found |= new
        waiting.extend(new)
    return frozenset(found)


def _figures_of_people(connection: Connection) -> set[str]:
    rows = connection.execute(
        select(observation.c.edition, observation.c.member)
        .where(observation.c.origin == "person")
        .distinct()
    )
    return {key for row in rows for key in row}


def rest_on(connection: Connection, value: Value) -> frozenset[str]:
    """Keys of what refers to a record that is there: facts by their newest state, and editions by
    their figures. Of a meeting only the last record is rested on, by all that refers to the meeting
    as such."""
    key = bodies.key_of(value)
    if isinstance(value, Meeting):
        records = _referring(connection, bodies.key(GATHERING, value.meeting)) - {key}
        of_meetings = bodies.key(NAMES[Meeting], "")
        return frozenset() if any(each.startswith(of_meetings) for each in records) else records
    found = _referring(connection, key) - {key}
    if isinstance(value, Edition | Member):
        column = observation.c.edition if isinstance(value, Edition) else observation.c.member
        newer = observation.alias()
        rows = connection.execute(
            select(observation.c.edition)
            .where(column == key, observation.c.value.is_not(None), ~_is_newer(newer))
            .distinct()
        )
        found |= {f"the figures of {each}" for each in rows.scalars()}
    return found


def _referring(connection: Connection, key: str) -> frozenset[str]:
    later = revision.alias()
    rows = connection.execute(
        select(revision.c.fact)
        .join(reference, reference.c.row == revision.c.row)
        .where(reference.c.fact == key, ~_is_followed(later))
    )
    return frozenset(rows.scalars())


def _is_newer(newer: Any) -> ColumnElement[bool]:
    names = ("edition", "member", "indicator", "year")
    same = (newer.c[name] == observation.c[name] for name in names)
    return select(newer.c.number).where(*same, newer.c.number > observation.c.number).exists()


def _is_followed(later: Any) -> ColumnElement[bool]:
    return (
        select(later.c.row)
        .where(later.c.fact == revision.c.fact, later.c.number > revision.c.number)
        .exists()
    )
