"""Reads the queue and its log."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from data.errors import QuestionError
from data.messages import mark
from data.sources import Source
from data.store import proposal_bodies
from data.store.proposal_tables import State, Verdict, decision, further, proposal
from data.store.queued import Decision, Queued, Written

NO_SUCH = mark("There is no proposal {id}. article3 review lists those that wait.")


def find(connection: Connection, id: int, *, lock: bool = False) -> Queued:
    """Raises QuestionError where there is none. With `lock` nobody else changes it meanwhile."""
    query = select(proposal).where(proposal.c.id == id)
    # SQLite's writers have the whole database to themselves.
    if lock and connection.dialect.name != "sqlite":
        query = query.with_for_update()
    rows = connection.execute(query).all()
    if not rows:
        raise QuestionError(NO_SUCH, id=id)
    (found,) = _queued(connection, rows)
    return found


def waiting(connection: Connection, *, limit: int, after: int = 0) -> tuple[Queued, ...]:
    """The oldest first, from the one behind the id `after` on."""
    return _where(connection, proposal.c.state == State.WAITING, proposal.c.id > after, limit=limit)


def unposted(connection: Connection, *, limit: int) -> tuple[Queued, ...]:
    """Waiting and in no channel."""
    return _where(
        connection,
        proposal.c.state == State.WAITING,
        proposal.c.message_id.is_(None),
        limit=limit,
    )


def outdated(connection: Connection, *, limit: int) -> tuple[Queued, ...]:
    """Those whose message shows less than is known of them."""
    return _where(connection, proposal.c.shown < proposal.c.version, limit=limit)


def count_waiting(connection: Connection) -> int:
    query = select(func.count()).where(proposal.c.state == State.WAITING)
    return connection.execute(query).scalar_one()


def decisions(connection: Connection, *, limit: int) -> tuple[Decision, ...]:
    """The newest first."""
    rows = connection.execute(select(decision).order_by(decision.c.id.desc()).limit(limit))
    return tuple(map(_decision, rows))


def decisions_of(connection: Connection, ids: Iterable[int]) -> dict[int, list[Decision]]:
    """Of each proposal, the oldest first."""
    rows = connection.execute(
        select(decision).where(decision.c.proposal.in_(list(ids))).order_by(decision.c.id)
    )
    found: dict[int, list[Decision]] = defaultdict(list)
    for each in map(_decision, rows):
        found[each.proposal].append(each)
    return found


def _where(
    connection: Connection, *conditions: ColumnElement[bool], limit: int
) -> tuple[Queued, ...]:
    rows = connection.execute(
        select(proposal).where(*conditions).order_by(proposal.c.id).limit(limit)
    ).all()
    return _queued(connection, rows)


def _queued(connection: Connection, rows: Sequence[Any]) -> tuple[Queued, ...]:
    ids = [row.id for row in rows]
    decided, others = decisions_of(connection, ids), _further(connection, ids)
    return tuple(
        Queued(
            id=row.id,
            proposal=proposal_bodies.read(row.sort, row.body),
            source=proposal_bodies.read_source(row.source),
            further=tuple(others[row.id]),
            by=row.proposed_by,
            at=row.proposed_at,
            state=State(row.state),
            decision=decided[row.id][-1] if decided.get(row.id) else None,
            version=row.version,
            channel=row.channel,
            message_id=row.message_id,
            tried_at=row.tried_at,
        )
        for row in rows
    )


def _further(connection: Connection, ids: Sequence[int]) -> dict[int, list[Source]]:
    rows = connection.execute(
        select(further).where(further.c.proposal.in_(ids)).order_by(further.c.id)
    )
    found: dict[int, list[Source]] = defaultdict(list)
    for row in rows:
        found[row.proposal].append(proposal_bodies.read_source(row.source))
    return found


def _decision(row: Any) -> Decision:
    return Decision(
        id=row.id,
        proposal=row.proposal,
        verdict=Verdict(row.verdict),
        by=row.by,
        at=row.at,
        because=row.because,
        written=tuple(Written(*each) for each in json.loads(row.written)),
    )
