"""Puts proposals into the queue; a story waits there once."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import Connection, insert, select, update

from data.errors import QuestionError
from data.importers.proposals import Proposal
from data.messages import mark
from data.sources import Source
from data.store import bodies, proposal_bodies
from data.store.proposal_tables import LARGEST, State, further, proposal
from data.store.queue_rows import count_waiting
from data.store.queued import Added, Came
from data.store.writing import Author

MOST_WAITING = 500
MOST_FURTHER = 20
"""Sources beside the first that are named of one story; more of them say nothing more."""
RESTS = timedelta(days=14)
"""For as long a story that was decided is not brought up again."""

FULL = mark(
    "{waiting} proposals wait for review, and {most} is the most. Decide some of them first: "
    "article3 review."
)
TOO_LONG = mark("A proposal is longer than the queue keeps; propose a shorter text.")


def add(
    connection: Connection, source: Source, proposals: Sequence[Proposal], author: Author
) -> tuple[Added, ...]:
    """Raises QuestionError where there is no room for all that is new; then nothing is added."""
    room = MOST_WAITING - count_waiting(connection)
    found: list[Added] = []
    for each in map(proposal_bodies.bounded, proposals):
        known = _known(connection, source, each, author)
        if known is None:
            room -= 1
            if room < 0:
                waits = count_waiting(connection) - sum(a.came is Came.NEW for a in found)
                raise QuestionError(FULL, waiting=waits, most=MOST_WAITING)
            known = Added(_insert(connection, source, each, author), Came.NEW, each)
        found.append(known)
    return tuple(found)


def _known(connection: Connection, source: Source, told: Proposal, author: Author) -> Added | None:
    story = proposal.c.story == told.story
    row = connection.execute(
        select(proposal.c.id, proposal.c.source).where(story, proposal.c.state == State.WAITING)
    ).one_or_none()
    if row is not None:
        first = proposal_bodies.read_source(row.source)
        return Added(row.id, _merge(connection, row.id, first, source, author), told)
    decided = connection.execute(
        select(proposal.c.id)
        .where(story, proposal.c.decided_at >= author.at - RESTS)
        .order_by(proposal.c.decided_at.desc())
        .limit(1)
    ).scalar()
    return None if decided is None else Added(decided, Came.DECIDED, told)


def _merge(connection: Connection, id: int, first: Source, source: Source, author: Author) -> Came:
    urls = connection.execute(select(further.c.url).where(further.c.proposal == id)).scalars()
    told = [first.url, *urls]
    if source.url in told or len(told) > MOST_FURTHER:
        return Came.THERE
    connection.execute(
        insert(further).values(
            proposal=id,
            url=source.url,
            source=bodies.text(source),
            by=author.by,
            at=author.at,
        )
    )
    touch(connection, id)
    return Came.MERGED


def _insert(connection: Connection, source: Source, new: Proposal, author: Author) -> int:
    body, cited = proposal_bodies.text(new), bodies.text(source)
    if len(body) > LARGEST or len(cited) > LARGEST:
        raise QuestionError(TOO_LONG)
    made = connection.execute(
        insert(proposal)
        .values(
            story=new.story,
            sort=new.sort,
            body=body,
            source=cited,
            proposed_by=author.by,
            proposed_at=author.at,
            state=State.WAITING,
            version=1,
        )
        .returning(proposal.c.id)
    )
    return made.scalar_one()


def touch(connection: Connection, id: int) -> None:
    """Whoever shows it has to look again."""
    connection.execute(
        update(proposal).where(proposal.c.id == id).values(version=proposal.c.version + 1)
    )
