"""The newest state of each record, and what rests on it."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select, true

from data.store.plan import Held
from data.store.tables import reference, revision


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
    """Keys to which the newest states refer that people wrote and nobody retracted."""
    return _needed(connection, revision.c.origin == "person")


def dependants(connection: Connection, key: str) -> frozenset[str]:
    """Keys of the facts whose newest state refers to `key`."""
    later = revision.alias()
    rows = connection.execute(
        select(revision.c.fact)
        .join(reference, reference.c.row == revision.c.row)
        .where(reference.c.fact == key, ~_is_followed(later), revision.c.fact != key)
    )
    return frozenset(rows.scalars())


def _needed(connection: Connection, where: ColumnElement[bool]) -> frozenset[str]:
    later = revision.alias()
    rows = connection.execute(
        select(reference.c.fact)
        .join(revision, reference.c.row == revision.c.row)
        .where(where, ~_is_followed(later))
        .distinct()
    )
    return frozenset(rows.scalars())


def _is_followed(later: Any) -> ColumnElement[bool]:
    return (
        select(later.c.row)
        .where(later.c.fact == revision.c.fact, later.c.number > revision.c.number)
        .exists()
    )
