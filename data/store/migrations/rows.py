"""All rows of a table as it is at this point of the migrations."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from alembic import op

Row = dict[str, Any]
Held = dict[str, list[Row]]
"""Rows by the name of their table."""


def read(name: str) -> list[Row]:
    connection = op.get_bind()
    table = sa.Table(name, sa.MetaData(), autoload_with=connection)
    return [dict(row) for row in connection.execute(sa.select(table)).mappings()]


def fill(name: str, rows: Iterable[Row]) -> None:
    listed = list(rows)
    if listed:
        connection = op.get_bind()
        table = sa.Table(name, sa.MetaData(), autoload_with=connection)
        connection.execute(sa.insert(table), listed)
        if "row" in listed[0] and connection.dialect.name == "postgresql":
            # Rows that came with their numbers do not move the sequence that numbers the next one.
            highest = max(row["row"] for row in listed)
            sequence = sa.func.pg_get_serial_sequence(name, "row")
            connection.execute(sa.select(sa.func.setval(sequence, highest)))


def id_in(key: str) -> str:
    """The id in a key such as `source:report`."""
    return key.partition(":")[2]
