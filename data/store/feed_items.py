"""Items that were seen in feeds: as much of them as telling a story twice takes, and not for longer
than that."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, or_, select, update

from data.importers.feeds.likeness import Likeness, Told
from data.importers.feeds.model import Watched
from data.importers.feeds.sifting import COMPARED_FOR, Memory, Trace
from data.store.feed_rows import settle
from data.store.feed_tables import item

FORGOTTEN_AFTER = timedelta(days=60)
"""What is in its feed no more since then."""
MOST_REMEMBERED = 2_000
"""Of one feed, those that were in it last."""
MOST_COMPARED = 500
"""Of all feeds, the newest that could be alike."""


def memory(connection: Connection, id: str, traces: Sequence[Trace], *, now: datetime) -> Memory:
    links = [each.link for each in traces]
    wanted = select(item.c.feed, item.c.key, item.c.link, item.c.digest).where(
        or_(
            (item.c.feed == id) & item.c.key.in_([each.key for each in traces]),
            item.c.link.in_(links),
            item.c.digest.in_([each.likeness.digest for each in traces]),
        )
    )
    found = Memory({}, {}, recent=_recent(connection, traces, now))
    for row in connection.execute(wanted):
        found.digests.add(row.digest)
        if row.feed == id:
            found.texts[row.key] = found.links[row.link] = row.digest
        else:
            found.elsewhere.add(row.link)
    return found


def _recent(connection: Connection, traces: Sequence[Trace], now: datetime) -> Told:
    wanted = (
        select(item.c.digest, item.c.marks, item.c.words)
        .where(
            item.c.first_at >= now - COMPARED_FOR,
            item.c.marks.in_({each.likeness.marks for each in traces}),
        )
        .order_by(item.c.first_at.desc())
        .limit(MOST_COMPARED)
    )
    return Told(Likeness(*row) for row in connection.execute(wanted))


def looked(
    connection: Connection,
    seen: Watched,
    worker: str,
    *,
    now: datetime,
    next_at: datetime,
    traces: Sequence[Trace],
) -> bool:
    done = settle(
        connection,
        seen.id,
        worker,
        title=seen.title,
        etag=seen.etag,
        modified=seen.modified,
        looked_at=now,
        succeeded_at=now,
        next_at=next_at,
        failures=0,
        problem=None,
    )
    if done:
        _remember(connection, seen.id, traces, now)
        _forget(connection, seen.id, now)
    return done


def _remember(connection: Connection, id: str, traces: Sequence[Trace], now: datetime) -> None:
    given = {each.key: each for each in traces}
    known = connection.execute(
        select(item.c.key, item.c.digest).where(item.c.feed == id, item.c.key.in_(given))
    )
    digests = {row.key: row.digest for row in known}
    for key, each in given.items():
        one = each.likeness
        told = {"link": each.link, "digest": one.digest, "marks": one.marks, "words": one.words}
        if key not in digests:
            connection.execute(
                insert(item).values(feed=id, key=key, first_at=now, seen_at=now, **told)
            )
        else:
            # One with other words is compared anew for as long.
            is_other = digests[key] != one.digest
            values = {"seen_at": now, **({"first_at": now, **told} if is_other else {})}
            connection.execute(
                update(item).where(item.c.feed == id, item.c.key == key).values(values)
            )


def _forget(connection: Connection, id: str, now: datetime) -> None:
    connection.execute(
        update(item)
        .where(item.c.feed == id, item.c.first_at < now - COMPARED_FOR, item.c.words != "")
        .values(words="")
    )
    newest = (
        select(item.c.key)
        .where(item.c.feed == id)
        .order_by(item.c.seen_at.desc(), item.c.key)
        .limit(MOST_REMEMBERED)
    )
    connection.execute(
        delete(item).where(
            item.c.feed == id,
            or_(item.c.seen_at < now - FORGOTTEN_AFTER, item.c.key.not_in(newest)),
        )
    )
