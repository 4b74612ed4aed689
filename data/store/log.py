"""Reads the log itself: what was written about a fact, and what changed between two days."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, select, union

from data.dates import PartialDate
from data.facts.kinds import FACTS, NAMES, Value
from data.facts.log import Change, Entry, visible_on
from data.rules.expenditure import Edition
from data.store import bodies
from data.store.tables import revision

_TOLD = (*FACTS, NAMES[Edition])
"""Kinds of which it matters to a reader since when they are known."""


def history(connection: Connection, kind: type[Value], known_as: str) -> tuple[Entry, ...]:
    """Every state of one fact, in the order of writing; empty where there never was such a fact."""
    rows = connection.execute(
        select(revision)
        .where(revision.c.fact == bodies.key(NAMES[kind], known_as))
        .order_by(revision.c.number)
    )
    return tuple(map(_entry, rows))


def recorded(connection: Connection, since: datetime, until: datetime) -> tuple[Entry, ...]:
    """What was written after `since` and not after `until`, in the order of writing."""
    rows = connection.execute(
        select(revision)
        .where(revision.c.recorded_at > since, revision.c.recorded_at <= until)
        .order_by(revision.c.row)
    )
    return tuple(map(_entry, rows))


def changes(connection: Connection, since: date, until: date) -> tuple[Change, ...]:
    """Facts and editions of which something else is known on `until` than on `since`, by the day on
    which that became so, then by kind and id. Of sources and members see `recorded`."""
    by_fact: dict[str, list[Entry]] = defaultdict(list)
    for row in connection.execute(_touched(since, until)):
        by_fact[row.fact].append(_entry(row))
    found = [each for entries in by_fact.values() for each in _change(entries, since, until)]
    return tuple(sorted(found, key=_by_day))


def _touched(since: date, until: date) -> Select[*tuple[Any, ...]]:
    """All states of the facts about which anything may have become known between the days."""
    touched = union(
        *(
            select(revision.c.fact).where(column > since, column <= until)
            for column in (revision.c.known_from, revision.c.governs_from)
        )
    )
    return (
        select(revision)
        .where(revision.c.fact.in_(touched), revision.c.kind.in_(_TOLD))
        .order_by(revision.c.fact, revision.c.number)
    )


def _change(entries: list[Entry], since: date, until: date) -> Iterator[Change]:
    before, after = visible_on(entries, since), visible_on(entries, until)
    if before is after:
        return
    governing = [each for each in entries if each.governs_from <= until]
    yield Change(
        before=None if before is None else before.value,
        after=None if after is None else after.value,
        entry=after or governing[-1],
    )


def _by_day(change: Change) -> tuple[date, str, str]:
    entry = change.entry
    return max(entry.known_from, entry.governs_from), entry.kind, entry.id


def _entry(row: Any) -> Entry:
    return Entry(
        kind=row.kind,
        id=bodies.id_in(row.fact),
        number=row.number,
        action=row.action,
        value=None if row.body is None else bodies.read(row.kind, row.body),
        known_on=PartialDate.parse(row.known_on),
        known_from=row.known_from,
        governs_from=row.governs_from,
        origin=row.origin,
        by=row.recorded_by,
        at=row.recorded_at,
        because=row.because,
    )


def newest_entry(connection: Connection, key: str) -> Entry | None:
    """The newest state of a fact."""
    row = connection.execute(
        select(revision).where(revision.c.fact == key).order_by(revision.c.number.desc()).limit(1)
    ).first()
    return None if row is None else _entry(row)
