"""Makes rows of a table what they should be, touching only those that differ."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    bindparam,
    delete,
    insert,
    select,
    update,
)

Row = Mapping[str, Any]
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """A table as it is and as it should be, by primary key."""

    table: Table
    stored: dict[Key, dict[str, Any]]
    wanted: dict[Key, dict[str, Any]]

    @classmethod
    def of(cls, connection: Connection, table: Table, rows: Iterable[Row]) -> "Shelf":
        names = table.columns.keys()
        places = [names.index(column.name) for column in table.primary_key]
        stored: dict[Key, dict[str, Any]] = {}
        for row in connection.execute(select(table)):
            values: Key = tuple(row)
            stored[tuple(values[place] for place in places)] = dict(zip(names, values, strict=True))
        keys = [names[place] for place in places]
        wanted = {tuple(row[key] for key in keys): dict(row) for row in rows}
        return cls(table, stored, wanted)

    def fill(self, connection: Connection) -> bool:
        """Inserts what is missing and updates what differs; True where there was anything."""
        new = [row for key, row in self.wanted.items() if key not in self.stored]
        changed = [
            self._named(key) | row
            for key, row in self.wanted.items()
            if key in self.stored and self.stored[key] != row
        ]
        if new:
            connection.execute(insert(self.table), new)
        if changed:
            connection.execute(update(self.table).where(self._is()), changed)
        return bool(new or changed)

    def clear(self, connection: Connection) -> bool:
        """Deletes what is not wanted; True where there was anything."""
        gone = self.stored.keys() - self.wanted.keys()
        if gone:
            connection.execute(
                delete(self.table).where(self._is()), [self._named(key) for key in gone]
            )
        return bool(gone)

    def _is(self) -> ColumnElement[bool]:
        return and_(*(each == bindparam(f"is_{each.name}") for each in self.table.primary_key))

    def _named(self, key: Key) -> dict[str, Any]:
        columns = self.table.primary_key
        return {f"is_{each.name}": value for each, value in zip(columns, key, strict=True)}
