"""Makes rows of a table what they should be, touching only those that differ."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, and_, delete, insert, select, update

Row = Mapping[str, Any]


def bring(connection: Connection, table: Table, rows: Iterable[Row], *, prune: bool) -> bool:
    """Inserts and updates by primary key; with `prune` deletes what is not in `rows`.

    True where anything had to be changed.
    """
    keys = [column.name for column in table.primary_key]
    stored = {_key(row, keys): dict(row) for row in connection.execute(select(table)).mappings()}
    wanted = {_key(row, keys): dict(row) for row in rows}
    new = [row for key, row in wanted.items() if key not in stored]
    if new:
        connection.execute(insert(table), new)
    changed = [key for key, row in wanted.items() if key in stored and stored[key] != row]
    for key in changed:
        connection.execute(update(table).where(_is(table, keys, key)).values(wanted[key]))
    gone = [key for key in stored if key not in wanted] if prune else []
    for key in gone:
        connection.execute(delete(table).where(_is(table, keys, key)))
    return bool(new or changed or gone)


def _key(row: Mapping[Any, Any], keys: list[str]) -> tuple[Any, ...]:
    return tuple(row[key] for key in keys)


def _is(table: Table, keys: list[str], key: tuple[Any, ...]) -> Any:
    return and_(*(table.c[name] == value for name, value in zip(keys, key, strict=True)))
