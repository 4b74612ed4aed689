"""A digest that somebody asks for now: today's, whatever its time is.

It takes the one row that its day has, so that what comes by itself does not come as well.
"""

from datetime import date, datetime, timedelta
from enum import Enum, auto
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, insert, select, update

from data.store.digest_log import GRACE, write
from data.store.digest_tables import delivery, subscription
from data.subscriptions.delivery import OVER, Event, State, What, nonce_of

_AGAIN = "{nonce}~{number}"
_MOST_AGAIN = 9999


class Hastened(Enum):
    """What became of the wish."""

    DUE = auto()
    UNDER_WAY = auto()
    """It is due already, or being sent."""
    SENT_BEFORE = auto()
    ENDED = auto()
    PAUSED = auto()


def hasten(connection: Connection, name: str, *, now: datetime, by: str, again: bool) -> Hastened:
    """Makes today's due now. One that was sent comes once more only with `again`."""
    wanted = select(subscription).where(subscription.c.id == name)
    whose = connection.execute(wanted.with_for_update(key_share=True)).one_or_none()
    if whose is None or whose.ended_at is not None:
        return Hastened.ENDED
    if whose.paused is not None:
        return Hastened.PAUSED
    day = now.astimezone(ZoneInfo(whose.zone)).date()
    row = connection.execute(
        select(delivery)
        .where(delivery.c.subscription == name, delivery.c.local_day == day)
        .with_for_update()
    ).one_or_none()
    if row is not None and row.state not in OVER:
        return Hastened.UNDER_WAY
    if row is not None and row.state == State.SENT and not again:
        return Hastened.SENT_BEFORE
    _make_due(connection, whose, row, day, now)
    asked = Event(subscription=name, day=day, at=now, what=What.DUE, worker=by)
    write(connection, [asked])
    return Hastened.DUE


def _make_due(
    connection: Connection, whose: Row[Any], row: Row[Any] | None, day: date, now: datetime
) -> None:
    columns: dict[str, Any] = {
        "due_at": now,
        "send_by": now + max(timedelta(seconds=whose.late_s), GRACE),
        "not_before": now,
        "state": State.DUE,
        "channel": whose.channel,
    }
    if row is None:
        made = {
            "subscription": whose.id,
            "local_day": day,
            "nonce": nonce_of(whose.id, day),
            "attempts": 0,
        }
        connection.execute(insert(delivery).values(**columns, **made))
        return
    nothing = dict.fromkeys(
        ("lease_by", "lease_until", "tried_at", "message_id", "finished_at", "why")
    )
    change = update(delivery).where(delivery.c.id == row.id)
    connection.execute(change.values(**columns, **nothing, nonce=_other(row.nonce)))


def _other(nonce: str) -> str:
    """Another one than was used before: Discord would take the same one for the same message."""
    plain, _, number = nonce.partition("~")
    return _AGAIN.format(nonce=plain, number=min(int(number or 1) + 1, _MOST_AGAIN))
