"""Deliveries, from the one who claims them to their end. Everything here runs within the caller's
transaction, in which the rows that it changes are locked.

Whoever holds a lease is known by their name and the number of the attempt, so that one who was slow
is told apart from themselves. A lease is over when the `now` of whoever asks has reached its end:
where the clocks of two processes differ, it is shorter or longer by that much. If it is taken while
its holder is still at work, the holder's next step is refused; where that was the last one before
sending, the other one is told that it is unclear, and looks before anything is sent.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, case, exists, func, or_, select, update

from data.store.digest_log import write
from data.store.digest_tables import delivery, subscription
from data.store.outbox_rows import (
    HELD,
    are_held,
    end_row,
    event_of,
    held,
    hindrance,
    subscriptions_of,
)
from data.store.subscribing import of_row
from data.subscriptions.delivery import Delivery, State, What
from data.subscriptions.model import Subscription

_CHANNEL = (
    select(subscription.c.channel)
    .where(subscription.c.id == delivery.c.subscription)
    .scalar_subquery()
)


def claim(
    connection: Connection, worker: str, *, now: datetime, lease: timedelta, limit: int
) -> tuple[Delivery, ...]:
    """Takes at most `limit` of what is due or was abandoned, the longest due first.

    Of one that is unclear, the subscription names the channel it may be in, wherever digests go
    now. What must not be sent any more is ended here, and not returned.
    """
    rows = _free(connection, now, limit)
    who = subscriptions_of(connection, rows)
    taken: list[Row[Any]] = []
    for row in rows:
        reason = None if row.state == State.SENDING else hindrance(row, who[row.subscription], now)
        if reason is None:
            taken.append(row)
        else:
            end_row(connection, row, State.SKIPPED, reason, now=now, worker=worker)
    if not taken:
        return ()
    is_unclear = delivery.c.state == State.SENDING
    connection.execute(
        update(delivery)
        .where(delivery.c.id.in_([row.id for row in taken]))
        .values(
            state=case((is_unclear, State.SENDING), else_=State.CLAIMED),
            channel=case((is_unclear, delivery.c.channel), else_=_CHANNEL),
            lease_by=worker,
            lease_until=now + lease,
            attempts=delivery.c.attempts + 1,
        )
    )
    claimed = tuple(_delivery(row, who[row.subscription]) for row in taken)
    write(connection, [event_of(each, What.CLAIMED, now, worker) for each in claimed])
    return claimed


def sending(
    connection: Connection,
    given: Sequence[Delivery],
    worker: str,
    *,
    now: datetime,
    lease: timedelta,
) -> tuple[Delivery, ...]:
    """Those that may be sent, and only once this is committed; of them, the unclear ones have to
    have been looked for.

    The others were lost to somebody else, or must not be sent any more, because it is too late, or
    the subscription is over or paused for whatever reason: those are ended.
    """
    begun = connection.execute(
        update(delivery)
        .where(
            *are_held(given, worker),
            delivery.c.state.in_(HELD),
            delivery.c.send_by >= now,
            exists().where(
                subscription.c.id == delivery.c.subscription,
                subscription.c.ended_at.is_(None),
                subscription.c.paused.is_(None),
            ),
        )
        .values(
            state=State.SENDING,
            lease_until=now + lease,
            tried_at=func.coalesce(delivery.c.tried_at, now),
        )
        .returning(delivery.c.id)
    )
    ids = set(begun.scalars())
    for each in given:
        if each.id not in ids:
            _stop(connection, each, worker, now)
    allowed = tuple(each for each in given if each.id in ids)
    write(connection, [event_of(each, What.SENDING, now, worker) for each in allowed])
    return allowed


def _stop(connection: Connection, given: Delivery, worker: str, now: datetime) -> None:
    """Ends what must not be sent any more, and leaves alone what somebody else has."""
    row = held(connection, given, worker)
    if row is None:
        return
    whose = subscriptions_of(connection, [row])[row.subscription]
    reason = hindrance(row, whose, now, strict=True)
    if reason is not None:
        end_row(connection, row, State.SKIPPED, reason, now=now, worker=worker)


def _free(connection: Connection, now: datetime, limit: int) -> Sequence[Row[Any]]:
    wanted = (
        select(delivery)
        .where(
            delivery.c.finished_at.is_(None),
            delivery.c.due_at <= now,
            delivery.c.not_before <= now,
            or_(delivery.c.lease_until.is_(None), delivery.c.lease_until <= now),
        )
        .order_by(delivery.c.due_at, delivery.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return connection.execute(wanted).all()


def _delivery(row: Row[Any], whose: Row[Any]) -> Delivery:
    """As it is once it is claimed."""
    is_unclear = row.state == State.SENDING
    return Delivery(
        id=row.id,
        subscription=_in_channel(of_row(whose), row.channel if is_unclear else whose.channel),
        day=row.local_day,
        due_at=row.due_at,
        state=State.SENDING if is_unclear else State.CLAIMED,
        attempts=row.attempts + 1,
        nonce=row.nonce,
        unclear=is_unclear,
    )


def _in_channel(who: Subscription, channel: int) -> Subscription:
    return who if who.channel == channel else replace(who, channel=channel)
