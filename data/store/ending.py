"""How deliveries end, or are given back. Everything here runs within the caller's transaction."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, case, exists, select, update

from data.store.digest_log import write
from data.store.digest_tables import delivery, event
from data.store.outbox_rows import are_held, change, end_row, event_of, held, locked
from data.subscriptions.delivery import Delivery, State, What


def sent(
    connection: Connection,
    messages: Mapping[Delivery, int],
    worker: str,
    *,
    now: datetime,
    found: bool,
) -> tuple[Delivery, ...]:
    """Those that are recorded as sent by this worker; to say it twice changes nothing.

    Who began to send may say so though the lease was lost, while nobody has ended it: there is a
    message, and whoever has the lease now is kept from sending another one.
    """
    if not messages:
        return ()
    what = What.FOUND if found else What.SENT
    over = {"state": State.SENT, "why": what, "finished_at": now}
    over |= {"lease_by": worker, "lease_until": now}
    ids = {each.id: message for each, message in messages.items()}
    done = connection.execute(
        update(delivery)
        .where(*are_held(messages, worker), delivery.c.state == State.SENDING)
        .values(**over, message_id=case(ids, value=delivery.c.id))
        .returning(delivery.c.id)
    )
    at_once = set(done.scalars())
    rows = {each: locked(connection, each) for each in messages if each.id not in at_once}
    late = {
        each
        for each, row in rows.items()
        if row is not None and _began(connection, each, row, worker)
    }
    for each in late:
        change(connection, each.id, **over, message_id=messages[each])
    new = [each for each in messages if each.id in at_once or each in late]
    write(connection, [event_of(each, what, now, worker, str(messages[each])) for each in new])
    again = {each for each, row in rows.items() if row is not None and _is_said(row, ids, worker)}
    return tuple(each for each in messages if each in new or each in again)


def _began(connection: Connection, given: Delivery, row: Row[Any], worker: str) -> bool:
    """Whether it is open, and this worker began to send it, in whichever attempt."""
    if row.finished_at is not None or row.nonce != given.nonce:
        return False
    began = exists().where(
        event.c.subscription == row.subscription,
        event.c.local_day == row.local_day,
        event.c.what == What.SENDING,
        event.c.worker == worker,
    )
    return bool(connection.scalar(select(began)))


def _is_said(row: Row[Any], messages: Mapping[int, int], worker: str) -> bool:
    ended = (row.state, row.lease_by, row.message_id)
    return ended == (State.SENT, worker, messages[row.id])


def end(
    connection: Connection,
    given: Delivery,
    worker: str,
    state: State,
    what: What,
    *,
    now: datetime,
    detail: str,
) -> bool:
    """Ends it without a message. False where the lease was lost."""
    row = held(connection, given, worker)
    if row is None:
        return False
    end_row(connection, row, state, what, now=now, worker=worker, detail=detail)
    return True


def retry(
    connection: Connection,
    given: Delivery,
    worker: str,
    *,
    now: datetime,
    not_before: datetime,
    detail: str,
    unclear: bool,
) -> bool:
    """Gives it back for another attempt, by whomever. With `unclear` it stays one that may have
    been sent. False where the lease was lost."""
    row = held(connection, given, worker)
    if row is None:
        return False
    state = State.SENDING if unclear and row.tried_at is not None else State.DUE
    tried_at = row.tried_at if state is State.SENDING else None
    freed = {"lease_by": None, "lease_until": None, "not_before": not_before}
    change(connection, row.id, state=state, tried_at=tried_at, **freed)
    what = What.UNCLEAR if unclear else What.RETRY
    write(connection, [event_of(given, what, now, worker, detail)])
    return True


def tried_at(connection: Connection, given: Delivery) -> datetime | None:
    """When the first attempt began of those that may have reached the channel."""
    return connection.scalar(select(delivery.c.tried_at).where(delivery.c.id == given.id))
