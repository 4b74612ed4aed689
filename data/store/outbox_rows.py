"""What is done to rows of the outbox. Everything here runs within the caller's transaction."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select, tuple_, update

from data.store.digest_log import write
from data.store.digest_tables import delivery, subscription
from data.subscriptions.delivery import Delivery, Event, State, What
from data.subscriptions.model import Pause

HELD = (State.CLAIMED, State.SENDING)


def subscriptions_of(connection: Connection, rows: Sequence[Row[Any]]) -> dict[str, Row[Any]]:
    # Read after the deliveries are locked: what an edit has changed before that is seen, and an
    # edit that comes later waits, and takes them back.
    names = {row.subscription for row in rows}
    wanted = select(subscription).where(subscription.c.id.in_(names))
    return {row.id: row for row in connection.execute(wanted)}


def hindrance(
    row: Row[Any], whose: Row[Any], now: datetime, *, strict: bool = False
) -> What | None:
    """Why it must not be sent. One that Discord has refused to take is claimed all the same, to see
    whether that is repaired, and not sent while it is paused: that is what `strict` says."""
    if whose.ended_at is not None:
        return What.ENDED
    if whose.paused == Pause.ASKED or (strict and whose.paused is not None):
        return What.PAUSED
    return What.MISSED if row.send_by < now else None


def locked(connection: Connection, given: Delivery) -> Row[Any] | None:
    wanted = select(delivery).where(delivery.c.id == given.id)
    return connection.execute(wanted.with_for_update()).one_or_none()


def held(connection: Connection, given: Delivery, worker: str) -> Row[Any] | None:
    """Its row, where the worker has it still."""
    row = locked(connection, given)
    if row is None or row.state not in HELD or not _is_mine(row, given, worker):
        return None
    return row


def _is_mine(row: Row[Any], given: Delivery, worker: str) -> bool:
    # The nonce is another one where the same day's is sent once more.
    return (row.lease_by, row.attempts, row.nonce) == (worker, given.attempts, given.nonce)


def are_held(
    given: Iterable[Delivery], worker: str
) -> tuple[ColumnElement[bool], ColumnElement[bool], ColumnElement[bool]]:
    attempts = [(each.id, each.attempts, each.nonce) for each in given]
    return (
        delivery.c.id.in_([row for row, _, _ in attempts]),
        tuple_(delivery.c.id, delivery.c.attempts, delivery.c.nonce).in_(attempts),
        delivery.c.lease_by == worker,
    )


def change(connection: Connection, row: int, **columns: Any) -> None:
    connection.execute(update(delivery).where(delivery.c.id == row).values(columns))


def end_row(
    connection: Connection,
    row: Row[Any],
    state: State,
    what: What,
    *,
    now: datetime,
    worker: str,
    detail: str = "",
) -> None:
    over = {"state": state, "why": what, "finished_at": now}
    change(connection, row.id, **over, lease_by=worker, lease_until=now)
    ended = Event(
        subscription=row.subscription,
        day=row.local_day,
        at=now,
        what=what,
        detail=detail,
        worker=worker,
    )
    write(connection, [ended])


def event_of(given: Delivery, what: What, now: datetime, worker: str, detail: str = "") -> Event:
    return Event(
        subscription=given.subscription.id,
        day=given.day,
        at=now,
        what=what,
        detail=detail,
        worker=worker,
    )
