"""In which language and by which region's format a server, or a person, wants to be answered.

Like what was published it is no part of the log: it tells of readers, and only the last of it is of
use. A backup carries it, an export does not.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Connection,
    PrimaryKeyConstraint,
    Table,
    Text,
    delete,
    insert,
    select,
)

from data.store.tables import Moment, metadata


class Of(StrEnum):
    SERVER = "server"
    PERSON = "person"


table = Table(
    "wording",
    metadata,
    Column("of", Text, nullable=False),
    Column("id", BigInteger, nullable=False),
    Column("language", Text),
    Column("region", Text),
    Column("by", BigInteger, nullable=False),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("of", "id", name="pk_wording"),
    CheckConstraint("of in ('server', 'person')", name="of"),
    CheckConstraint("language is not null or region is not null", name="something"),
)


@dataclass(frozen=True, slots=True)
class Wording:
    """`language` is BCP 47 and `region` a territory of CLDR, such as CH; None is for not chosen."""

    language: str | None = None
    region: str | None = None


Key = tuple[Of, int]


def wordings(connection: Connection) -> dict[Key, Wording]:
    rows = connection.execute(select(table.c.of, table.c.id, table.c.language, table.c.region))
    return {(Of(row.of), row.id): Wording(row.language, row.region) for row in rows}


def word(connection: Connection, key: Key, wanted: Wording, by: int, now: datetime) -> None:
    of, id = key
    connection.execute(delete(table).where(table.c.of == of.value, table.c.id == id))
    if wanted != Wording():
        connection.execute(
            insert(table).values(
                of=of.value,
                id=id,
                language=wanted.language,
                region=wanted.region,
                by=by,
                at=now,
            )
        )
