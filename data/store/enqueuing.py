"""Puts what has come due into the outbox. Everything here runs within the caller's transaction.

The rows of a subscription and the move of its next due time are one transaction, and nobody else
has that subscription meanwhile: whatever dies, and however many do this at once, a day is neither
left out nor there twice.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    bindparam,
    exists,
    insert,
    or_,
    select,
    update,
)

from data.store.digest_log import GRACE, write
from data.store.digest_tables import delivery, subscription
from data.store.subscribing import NOT_SENT_YET, schedule_of
from data.subscriptions.delivery import Event, State, What, nonce_of
from data.subscriptions.due import Due, missed, moment, next_due

_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class _Turn:
    """What is due by now, the oldest first, and what comes next."""

    due: tuple[Due, ...]
    following: Due


def enqueue(connection: Connection, now: datetime, *, limit: int) -> int:
    """Makes rows for subscriptions whose time has come, the longest due first, and returns how many
    subscriptions that were: as many as `limit` where there may be more.

    Of several days that are due at once, the newest is to be sent where it is late by no more than
    the subscription allows; the others are written down as missed. So is what nobody has sent in
    time.
    """
    _miss(connection, now, limit=limit)
    rows = _due_subscriptions(connection, now, limit)
    if not rows:
        return 0

    @cache
    def turn(minute: int, zone: str, weekdays: int, day: date, at: datetime) -> _Turn:
        return _turn(minute, zone, weekdays, Due(day, at), now)

    turns = {
        row.id: turn(row.minute, row.zone, row.weekdays, row.next_due_day, row.next_due_at)
        for row in rows
    }
    there = _there(connection, turns)
    made = [
        each
        for row in rows
        for each in _rows(row, turns[row.id].due, now)
        if (row.id, each["local_day"]) not in there
    ]
    if made:
        connection.execute(insert(delivery), made)
        _outdo(connection, {each["subscription"] for each in made}, now)
    _move(connection, {name: each.following for name, each in turns.items()})
    write(connection, [each for row in made for each in _told(row, now)])
    return len(rows)


def reckon(connection: Connection) -> int:
    """Reckons the moments of all next due days anew, for zones whose rules have changed since; how
    many subscriptions that moved."""
    keys = (
        subscription.c.minute,
        subscription.c.zone,
        subscription.c.weekdays,
        subscription.c.next_due_day,
        subscription.c.next_due_at,
    )
    waiting = select(*keys).where(subscription.c.next_due_at.is_not(None)).distinct()
    moved = 0
    for row in connection.execute(waiting).all():
        due = _reckoned(row.minute, row.zone, row.weekdays, Due(row.next_due_day, row.next_due_at))
        if due.at != row.next_due_at:
            same = [key == value for key, value in zip(keys, row, strict=True)]
            change = update(subscription).where(*same)
            done = connection.execute(change.values(next_due_day=due.day, next_due_at=due.at))
            moved += done.rowcount
    return moved


def _reckoned(minute: int, zone: str, weekdays: int, due: Due) -> Due:
    schedule = schedule_of(minute, zone, weekdays)
    at = moment(schedule.at, zone, due.day)
    return next_due(schedule, due.at - _SECOND) if at is None else Due(due.day, at)


def _turn(minute: int, zone: str, weekdays: int, due: Due, now: datetime) -> _Turn:
    # The zone's rules may have changed since the moment was reckoned: the day counts then, whether
    # its time is earlier now, and lies behind us, or later, and is still to come.
    first = min(due.at, _reckoned(minute, zone, weekdays, due).at)
    schedule = schedule_of(minute, zone, weekdays)
    return _Turn(missed(schedule, first - _SECOND, now), next_due(schedule, now))


def _due_subscriptions(connection: Connection, now: datetime, limit: int) -> Sequence[Row[Any]]:
    wanted = (
        select(subscription)
        .where(subscription.c.next_due_at <= now)
        .order_by(subscription.c.next_due_at)
        .limit(limit)
        .with_for_update(skip_locked=True, key_share=True)
    )
    return connection.execute(wanted).all()


def _there(connection: Connection, turns: dict[str, _Turn]) -> set[tuple[str, date]]:
    """Days that have their row: of those whose schedule was edited when it had been made."""
    days = {each.day for turn in turns.values() for each in turn.due}
    if not days:
        return set()
    wanted = select(delivery.c.subscription, delivery.c.local_day).where(
        delivery.c.subscription.in_(list(turns)), delivery.c.local_day >= min(days)
    )
    return {(row.subscription, row.local_day) for row in connection.execute(wanted)}


def _rows(row: Row[Any], due: Sequence[Due], now: datetime) -> list[dict[str, Any]]:
    late = max(timedelta(seconds=row.late_s), GRACE)
    return [
        {
            "subscription": row.id,
            "local_day": each.day,
            "due_at": each.at,
            "send_by": each.at + late,
            "not_before": each.at,
            "attempts": 0,
            "nonce": nonce_of(row.id, each.day),
            "channel": row.channel,
            **_state(missed=each != due[-1] or each.at + late < now, now=now),
        }
        for each in due
    ]


def _state(*, missed: bool, now: datetime) -> dict[str, Any]:
    if missed:
        return {"state": State.SKIPPED, "finished_at": now, "why": What.MISSED}
    return {"state": State.DUE, "finished_at": None, "why": None}


def _told(row: dict[str, Any], now: datetime) -> list[Event]:
    if row["state"] == State.SKIPPED:
        happened = [What.MISSED]
    elif row["due_at"] < now - GRACE:
        happened = [What.DUE, What.LATE]
    else:
        happened = [What.DUE]
    name, day = row["subscription"], row["local_day"]
    return [Event(subscription=name, day=day, at=now, what=each) for each in happened]


def _move(connection: Connection, following: dict[str, Due]) -> None:
    change = (
        update(subscription)
        .where(subscription.c.id == bindparam("name"))
        .values(next_due_day=bindparam("day"), next_due_at=bindparam("moment"))
    )
    moved = [{"name": name, "day": due.day, "moment": due.at} for name, due in following.items()]
    connection.execute(change, moved)


def _miss(connection: Connection, now: datetime, *, limit: int) -> None:
    """Gives up what is too late."""
    # The first condition is for the index: nothing is too late before it is late.
    _give_up(
        connection, now, delivery.c.due_at <= now - GRACE, delivery.c.send_by < now, limit=limit
    )


def _outdo(connection: Connection, names: Collection[str], now: datetime) -> None:
    """Gives up days of which a later one has come due: nobody wants yesterday's after today's."""
    later = delivery.alias()
    _give_up(
        connection,
        now,
        delivery.c.subscription.in_(names),
        exists().where(
            later.c.subscription == delivery.c.subscription,
            later.c.local_day > delivery.c.local_day,
        ),
    )


def _give_up(
    connection: Connection, now: datetime, *which: ColumnElement[bool], limit: int | None = None
) -> None:
    """Ends those that nobody has begun to send, nor is about to."""
    held = delivery.c.lease_until
    wanted = (
        select(delivery.c.id, delivery.c.subscription, delivery.c.local_day)
        .where(
            delivery.c.finished_at.is_(None),
            *which,
            delivery.c.state.in_(NOT_SENT_YET),
            or_(held.is_(None), held <= now),
        )
        .order_by(delivery.c.due_at, delivery.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    rows = connection.execute(wanted).all()
    if not rows:
        return
    over = {"state": State.SKIPPED, "why": What.MISSED, "finished_at": now}
    ids = [row.id for row in rows]
    free = {"lease_by": None, "lease_until": None}
    connection.execute(update(delivery).where(delivery.c.id.in_(ids)).values(**over, **free))
    write(connection, [_missed(row, now) for row in rows])


def _missed(row: Row[Any, Any, Any], now: datetime) -> Event:
    return Event(subscription=row.subscription, day=row.local_day, at=now, what=What.MISSED)
