"""Feeds, from the one who adds them to whoever has claimed them. Everything here runs within the
caller's transaction."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, func, insert, or_, select, update

from data.errors import QuestionError
from data.importers.feeds.model import MOST_FEEDS, FeedError, Watched
from data.messages import Message, mark
from data.sources import Grade
from data.store.feed_tables import feed, item

TOO_MANY = mark("{most} feeds are watched, which is the most. Remove one first.")

_WATCHED = feed.c.removed_at.is_(None)
_LONGEST_VALUE = 200


def add(connection: Connection, made: Watched) -> Watched:
    if (there := find(connection, made.url)) is not None:
        return there
    count = connection.execute(select(func.count()).select_from(feed).where(_WATCHED)).scalar_one()
    if count >= MOST_FEEDS:
        raise QuestionError(TOO_MANY, most=MOST_FEEDS)
    connection.execute(
        insert(feed).values(
            id=made.id,
            url=made.url,
            host=made.host,
            publisher=made.publisher,
            grade=made.grade,
            title=made.title,
            by=made.by,
            added_at=made.added_at,
            next_at=made.added_at,
            failures=0,
        )
    )
    return replace(made, next_at=made.added_at)


def remove(connection: Connection, id: str, *, by: str, now: datetime) -> bool:
    done = connection.execute(
        update(feed)
        .where(feed.c.id == id, _WATCHED)
        .values(removed_by=by, removed_at=now, next_at=None, claimed_by=None, claimed_until=None)
        .returning(feed.c.id)
    )
    if done.scalar() is None:
        return False
    connection.execute(delete(item).where(item.c.feed == id))
    return True


def find(connection: Connection, text: str) -> Watched | None:
    wanted = _selected().where(or_(feed.c.id == text, feed.c.url == text))
    row = connection.execute(wanted).one_or_none()
    return None if row is None else _of_row(row)


def find_all(connection: Connection) -> tuple[Watched, ...]:
    wanted = _selected().order_by(feed.c.added_at, feed.c.id)
    return tuple(map(_of_row, connection.execute(wanted)))


def is_any_due(connection: Connection, now: datetime) -> bool:
    wanted = select(feed.c.id).where(feed.c.next_at <= now, _is_free(now)).limit(1)
    return connection.execute(wanted).scalar() is not None


def claim(
    connection: Connection, worker: str, *, now: datetime, lease: timedelta, limit: int
) -> tuple[Watched, ...]:
    busy = _busy_hosts(connection, now)
    due = _selected().where(feed.c.next_at <= now, _is_free(now)).order_by(feed.c.next_at)
    taken: list[Watched] = []
    for each in map(_of_row, connection.execute(due)):
        if each.host not in busy and len(taken) < limit:
            busy.add(each.host)
            taken.append(each)
    ids = [each.id for each in taken]
    _take(connection, ids, worker, now + lease)
    return tuple(taken)


def claim_one(
    connection: Connection, id: str, worker: str, *, now: datetime, lease: timedelta
) -> bool:
    row = connection.execute(select(feed.c.host).where(feed.c.id == id, _WATCHED)).one_or_none()
    if row is None or row.host in _busy_hosts(connection, now):
        return False
    _take(connection, [id], worker, now + lease)
    return True


def release(connection: Connection, id: str, worker: str) -> None:
    connection.execute(_held(id, worker).values(claimed_by=None, claimed_until=None))


def failed(
    connection: Connection,
    id: str,
    worker: str,
    *,
    now: datetime,
    next_at: datetime | None,
    problem: FeedError,
) -> bool:
    return settle(
        connection,
        id,
        worker,
        looked_at=now,
        next_at=next_at,
        failures=feed.c.failures + 1,
        problem=_kept(problem.sentence),
    )


def settle(connection: Connection, id: str, worker: str, **columns: Any) -> bool:
    """Writes how a look went, and gives the feed back."""
    given = {**columns, "claimed_by": None, "claimed_until": None}
    done = connection.execute(_held(id, worker).values(given).returning(feed.c.id))
    return done.scalar() is not None


def _held(id: str, worker: str) -> Any:
    return update(feed).where(feed.c.id == id, feed.c.claimed_by == worker, _WATCHED)


def _take(connection: Connection, ids: list[str], worker: str, until: datetime) -> None:
    connection.execute(
        update(feed).where(feed.c.id.in_(ids)).values(claimed_by=worker, claimed_until=until)
    )


def _is_free(now: datetime) -> Any:
    return or_(feed.c.claimed_until.is_(None), feed.c.claimed_until <= now)


def _busy_hosts(connection: Connection, now: datetime) -> set[str]:
    wanted = select(feed.c.host).where(feed.c.claimed_until > now, _WATCHED)
    return set(connection.execute(wanted).scalars())


def _selected() -> Select[Any]:
    items = select(func.count()).select_from(item).where(item.c.feed == feed.c.id).scalar_subquery()
    return select(feed, items.label("items")).where(_WATCHED)


def _of_row(row: Row[Any]) -> Watched:
    return Watched(
        id=row.id,
        url=row.url,
        host=row.host,
        publisher=row.publisher,
        grade=Grade(row.grade),
        by=row.by,
        added_at=row.added_at,
        title=row.title,
        etag=row.etag,
        modified=row.modified,
        next_at=row.next_at,
        looked_at=row.looked_at,
        succeeded_at=row.succeeded_at,
        failures=row.failures,
        problem=None if row.problem is None else _said(row.problem),
        items=row.items,
    )


def _kept(sentence: Message) -> str:
    values = {name: str(value)[:_LONGEST_VALUE] for name, value in sentence.values.items()}
    return json.dumps([sentence.template, values])


def _said(kept: str) -> Message:
    template, values = json.loads(kept)
    return Message(template).format(**values)
