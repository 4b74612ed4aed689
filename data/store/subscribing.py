"""Who gets a digest. Everything here runs within the caller's transaction, and writes down what it
did; who did it stands as the worker of the event."""

from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from data.store.digest_log import write
from data.store.digest_tables import delivery, subscription
from data.subscriptions.delivery import Event, State, What
from data.subscriptions.due import Due, next_due
from data.subscriptions.model import Part, Pause, Quiet, Schedule, Subscription

_BITS = {Part.NEWS: 1, Part.AHEAD: 2, Part.STANCES: 4, Part.FOCUS: 8}

NOT_SENT_YET = (State.DUE, State.CLAIMED)


def subscribe(connection: Connection, made: Subscription, *, now: datetime, by: str) -> None:
    columns = _columns(made) | _next(next_due(made.schedule, made.since))
    given = {"since": made.since, "paused": made.paused, "paused_at": made.paused_at}
    if made.paused is Pause.ASKED:
        columns |= _next(None)
    connection.execute(insert(subscription), {**columns, **given, "id": made.id, "made_at": now})
    write(
        connection, [Event(subscription=made.id, day=None, at=now, what=What.SUBSCRIBED, worker=by)]
    )


def find(connection: Connection, name: str, *, ended: bool = False) -> Subscription | None:
    row = connection.execute(select(subscription).where(subscription.c.id == name)).one_or_none()
    return None if row is None or (row.ended_at and not ended) else of_row(row)


def find_all(
    connection: Connection,
    *,
    guild: int | None,
    channel: int | None,
    owner: int | None,
    paused: Pause | None,
) -> tuple[Subscription, ...]:
    wanted = select(subscription).where(subscription.c.ended_at.is_(None))
    given = {"guild": guild, "channel": channel, "owner": owner, "paused": paused}
    for column, value in given.items():
        if value is not None:
            wanted = wanted.where(subscription.c[column] == value)
    in_order = wanted.order_by(subscription.c.made_at, subscription.c.id)
    return tuple(of_row(row) for row in connection.execute(in_order))


def edit(connection: Connection, wanted: Subscription, *, now: datetime, by: str) -> bool:
    """A new schedule counts from `now` on. Whether it is paused stays as it is.

    What a worker has claimed and not begun to send is given back, so that it goes out as edited.
    False where there is no such subscription any more.
    """
    row = _locked(connection, wanted.id)
    if row is None:
        return False
    columns = _columns(wanted)
    changed = sorted(name for name, value in columns.items() if getattr(row, name) != value)
    if not changed:
        return True
    if not {"minute", "zone", "weekdays"}.isdisjoint(changed):
        columns |= {"since": now, **_next(_following(row.paused, wanted.schedule, now))}
    connection.execute(update(subscription).where(subscription.c.id == wanted.id).values(columns))
    connection.execute(_unsent(wanted.id).values(state=State.DUE, lease_by=None, lease_until=None))
    edited = Event(
        subscription=wanted.id,
        day=None,
        at=now,
        what=What.EDITED,
        detail=", ".join(changed),
        worker=by,
    )
    write(connection, [edited])
    return True


def pause(
    connection: Connection, name: str, reason: Pause, *, now: datetime, by: str, detail: str
) -> bool:
    """False where nothing changed: it is over, paused for this reason, or by a person.

    A person's pause takes back what is due and not being sent. With any other one the deliveries
    come due as before, so that somebody looks whether it is repaired; `sending` refuses them.
    """
    row = _locked(connection, name)
    if row is None or row.paused in (reason, Pause.ASKED):
        return False
    asked = reason is Pause.ASKED
    columns = {"paused": reason, "paused_at": now, **(_next(None) if asked else {})}
    connection.execute(update(subscription).where(subscription.c.id == name).values(columns))
    told = f"{reason.value}: {detail}" if detail else reason.value
    paused = Event(subscription=name, day=None, at=now, what=What.PAUSED, detail=told, worker=by)
    write(connection, [paused])
    if asked:
        _take_back(connection, name, What.PAUSED, now=now, by=by)
    return True


def resume(connection: Connection, name: str, *, now: datetime, by: str) -> bool:
    """False where it is over, or not paused. What came due meanwhile is not sent, but for what is
    open still."""
    row = _locked(connection, name)
    if row is None or row.paused is None:
        return False
    following = _next(next_due(_schedule(row), now))
    columns = {"paused": None, "paused_at": None, "told_at": None, "since": now, **following}
    connection.execute(update(subscription).where(subscription.c.id == name).values(columns))
    write(connection, [Event(subscription=name, day=None, at=now, what=What.RESUMED, worker=by)])
    return True


def unsubscribe(connection: Connection, name: str, *, now: datetime, by: str) -> bool:
    """False where it is over already. Its row and its story stay."""
    if _locked(connection, name) is None:
        return False
    columns = {"ended_at": now, **_next(None)}
    connection.execute(update(subscription).where(subscription.c.id == name).values(columns))
    write(connection, [Event(subscription=name, day=None, at=now, what=What.ENDED, worker=by)])
    _take_back(connection, name, What.ENDED, now=now, by=by)
    return True


def tell(connection: Connection, name: str, *, now: datetime, by: str) -> bool:
    """True for the one who is to tell the owner of a pause: once, until it is resumed."""
    row = _locked(connection, name)
    if row is None or row.paused is None or row.told_at is not None:
        return False
    connection.execute(update(subscription).where(subscription.c.id == name).values(told_at=now))
    write(connection, [Event(subscription=name, day=None, at=now, what=What.TOLD_OWNER, worker=by)])
    return True


def of_row(row: Row[Any]) -> Subscription:
    return Subscription(
        id=row.id,
        guild=row.guild,
        channel=row.channel,
        owner=row.owner,
        schedule=_schedule(row),
        language=row.language,
        parts=frozenset(part for part, bit in _BITS.items() if row.parts & bit),
        quiet=Quiet(row.quiet),
        late=timedelta(seconds=row.late_s),
        crosspost=row.crosspost,
        since=row.since,
        paused=None if row.paused is None else Pause(row.paused),
        paused_at=row.paused_at,
    )


def schedule_of(minute: int, zone: str, weekdays: int) -> Schedule:
    chosen = frozenset(day for day in range(7) if weekdays >> day & 1)
    return Schedule(at=time(*divmod(minute, 60)), zone=zone, weekdays=chosen)


def _schedule(row: Row[Any]) -> Schedule:
    return schedule_of(row.minute, row.zone, row.weekdays)


def _columns(given: Subscription) -> dict[str, Any]:
    """What a person chooses."""
    return {
        "guild": given.guild,
        "channel": given.channel,
        "owner": given.owner,
        "minute": given.schedule.at.hour * 60 + given.schedule.at.minute,
        "zone": given.schedule.zone,
        "weekdays": sum(1 << day for day in given.schedule.weekdays),
        "language": given.language,
        "parts": sum(_BITS[part] for part in given.parts),
        "quiet": given.quiet,
        "late_s": given.late // timedelta(seconds=1),
        "crosspost": given.crosspost,
    }


def _following(paused: str | None, schedule: Schedule, now: datetime) -> Due | None:
    return None if paused == Pause.ASKED else next_due(schedule, now)


def _next(due: Due | None) -> dict[str, Any]:
    return {"next_due_day": due and due.day, "next_due_at": due and due.at}


def _locked(connection: Connection, name: str) -> Row[Any] | None:
    """The row of one that is not over; nobody else changes it before this transaction ends."""
    wanted = select(subscription).where(
        subscription.c.id == name, subscription.c.ended_at.is_(None)
    )
    return connection.execute(wanted.with_for_update(key_share=True)).one_or_none()


def _unsent(name: str) -> Any:
    # Those that are due as well: one that a worker is claiming at this moment still looks so.
    return update(delivery).where(
        delivery.c.subscription == name, delivery.c.state.in_(NOT_SENT_YET)
    )


def _take_back(connection: Connection, name: str, why: What, *, now: datetime, by: str) -> None:
    days = connection.execute(
        _unsent(name)
        .values(state=State.SKIPPED, why=why, finished_at=now, lease_by=None, lease_until=None)
        .returning(delivery.c.local_day)
    ).scalars()
    write(
        connection,
        [Event(subscription=name, day=day, at=now, what=why, worker=by) for day in sorted(days)],
    )
