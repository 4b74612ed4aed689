"""Which commands were published for which application.

It is no part of the log: it tells of Discord's state, not of what is known, and only the last of
it is of use. So it is overwritten, it moves no change counter, and no export carries it.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Connection,
    Table,
    Text,
    delete,
    insert,
    select,
)

from data.store.tables import Moment, metadata

table = Table(
    "published",
    metadata,
    Column("application", BigInteger, primary_key=True, autoincrement=False),
    Column("digest", Text, nullable=False),
    Column("published_at", Moment, nullable=False),
    CheckConstraint("length(digest) > 0", name="digest"),
)


@dataclass(frozen=True, slots=True)
class Published:
    application: int
    digest: str
    """Of the definitions that Discord took."""
    at: datetime


def published(connection: Connection, application: int) -> Published | None:
    row = connection.execute(select(table).where(table.c.application == application)).one_or_none()
    return None if row is None else Published(row.application, row.digest, row.published_at)


def publish(connection: Connection, done: Published) -> None:
    connection.execute(delete(table).where(table.c.application == done.application))
    connection.execute(
        insert(table).values(application=done.application, digest=done.digest, published_at=done.at)
    )
