"""What happened to subscriptions and deliveries, and how they stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    Connection,
    FunctionFilter,
    Row,
    Select,
    and_,
    func,
    insert,
    or_,
    select,
)

from data.store.digest_tables import MOST_IN_DETAIL, delivery, event, subscription
from data.subscriptions.delivery import Event, State, What
from data.subscriptions.due import Due

GRACE = timedelta(minutes=15)
"""A digest that is sent this long after its time is not late: the loop looks every few seconds, and
ten thousand at the same minute take minutes. Every digest has it, whatever its `late` is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How the delivery of one local day stands, or how it ended. `why` is None while it is open;
    `message_id` and `channel` say where the message is."""

    subscription: str
    day: date
    due_at: datetime
    state: State
    attempts: int
    channel: int
    message_id: int | None
    finished_at: datetime | None
    why: What | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """`due` are those whose time has come and whom nobody works on, `late` those of all open ones
    that are past their time by more than the grace, `claimed` those with a lease that lasts,
    `unclear` those that may have been sent and have to be looked for. What was done is counted from
    midnight UTC on; `failed` is what Discord refused."""

    due: int
    late: int
    claimed: int
    unclear: int
    sent_today: int
    skipped_today: int
    failed: int
    active: int
    paused: int
    next_due_at: datetime | None


def write(connection: Connection, happened: Sequence[Event]) -> None:
    if happened:
        connection.execute(insert(event), [_columns(each) for each in happened])


def _columns(happened: Event) -> dict[str, Any]:
    return {
        "subscription": happened.subscription,
        "local_day": happened.day,
        "at": happened.at,
        "what": happened.what.value,
        "detail": happened.detail[:MOST_IN_DETAIL],
        "worker": happened.worker,
    }


def why(connection: Connection, name: str, day: date) -> tuple[Event, ...]:
    """What led to the outcome of a day, in the order of writing: what happened to the subscription
    until that day was over in its zone, and to the delivery of that day whenever it did."""
    zone = connection.scalar(select(subscription.c.zone).where(subscription.c.id == name))
    if zone is None:
        return ()
    of_day = event.c.local_day == day
    before = and_(event.c.local_day.is_(None), event.c.at < _end(day, zone))
    wanted = select(event).where(event.c.subscription == name, or_(of_day, before))
    return tuple(_event(row) for row in connection.execute(wanted.order_by(event.c.id)))


def _end(day: date, zone: str) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone)).astimezone(UTC)


def _event(row: Row[Any]) -> Event:
    return Event(
        subscription=row.subscription,
        day=row.local_day,
        at=row.at,
        what=What(row.what),
        detail=row.detail,
        worker=row.worker,
    )


def outcome(connection: Connection, name: str, day: date) -> Outcome | None:
    wanted = select(delivery).where(delivery.c.subscription == name, delivery.c.local_day == day)
    row = connection.execute(wanted).one_or_none()
    return None if row is None else _outcome(row)


def last(connection: Connection, name: str) -> Outcome | None:
    """The newest delivery, whatever became of it."""
    newest = delivery.c.local_day.desc()
    wanted = select(delivery).where(delivery.c.subscription == name).order_by(newest).limit(1)
    row = connection.execute(wanted).first()
    return None if row is None else _outcome(row)


def _outcome(row: Row[Any]) -> Outcome:
    return Outcome(
        subscription=row.subscription,
        day=row.local_day,
        due_at=row.due_at,
        state=State(row.state),
        attempts=row.attempts,
        channel=row.channel,
        message_id=row.message_id,
        finished_at=row.finished_at,
        why=None if row.why is None else What(row.why),
    )


def last_sent(connection: Connection, names: Iterable[str]) -> dict[str, Due]:
    """The newest digest that is in the channel; a subscription without one is left out."""
    newest = (
        select(delivery.c.subscription, func.max(delivery.c.local_day).label("local_day"))
        .where(delivery.c.subscription.in_(list(names)), delivery.c.state == State.SENT)
        .group_by(delivery.c.subscription)
        .subquery()
    )
    wanted = select(delivery.c.subscription, delivery.c.local_day, delivery.c.due_at).join(
        newest,
        (delivery.c.subscription == newest.c.subscription)
        & (delivery.c.local_day == newest.c.local_day),
    )
    return {row[0]: Due(row[1], row[2]) for row in connection.execute(wanted)}


def status(connection: Connection, now: datetime) -> Status:
    """How all deliveries stand at `now`."""
    due, late, claimed, unclear = connection.execute(_open(now)).one()
    midnight = datetime.combine(now.astimezone(UTC).date(), time(), UTC)
    done = (
        select(delivery.c.state, func.count())
        .where(delivery.c.finished_at >= midnight)
        .group_by(delivery.c.state)
    )
    ended: dict[str, int] = {row[0]: row[1] for row in connection.execute(done)}
    active, paused, following = connection.execute(_subscribed()).one()
    return Status(
        due=due,
        late=late,
        claimed=claimed,
        unclear=unclear,
        sent_today=ended.get(State.SENT, 0),
        skipped_today=ended.get(State.SKIPPED, 0),
        failed=ended.get(State.REFUSED, 0),
        active=active,
        paused=paused,
        next_due_at=following,
    )


def _open(now: datetime) -> Select[int, int, int, int]:
    free = or_(delivery.c.lease_until.is_(None), delivery.c.lease_until <= now)
    return select(
        _count(delivery.c.due_at <= now, free),
        _count(delivery.c.due_at < now - GRACE),
        _count(~free),
        _count(delivery.c.state == State.SENDING, free),
    ).where(delivery.c.finished_at.is_(None))


def _subscribed() -> Select[int, int, datetime | None]:
    paused = subscription.c.paused.is_not(None)
    return select(_count(~paused), _count(paused), func.min(subscription.c.next_due_at)).where(
        subscription.c.ended_at.is_(None)
    )


def _count(*conditions: ColumnElement[bool]) -> FunctionFilter[int]:
    return func.count().filter(and_(*conditions))
