"""Where a server reviews, and who may decide there."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from data.store.proposal_tables import place as table


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPlace:
    """Without `role`, those decide who manage the server."""

    guild: int
    channel: int
    role: int | None


def place(connection: Connection, guild: int) -> ReviewPlace | None:
    row = connection.execute(select(table).where(table.c.guild == guild)).one_or_none()
    if row is None:
        return None
    return ReviewPlace(guild=row.guild, channel=row.channel, role=row.role)


def put(connection: Connection, wanted: ReviewPlace, by: int, now: datetime) -> None:
    connection.execute(delete(table).where(table.c.guild == wanted.guild))
    connection.execute(
        insert(table).values(
            guild=wanted.guild, channel=wanted.channel, role=wanted.role, by=by, at=now
        )
    )
