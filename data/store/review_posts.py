"""Which message shows a proposal. It is posted once, by whoever takes it on first."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, or_, update

from data.store.proposal_tables import State, proposal

TRIES_AGAIN = timedelta(minutes=1)
"""After this long, whoever took it on has failed. Discord remembers a nonce for longer."""


def begin(connection: Connection, id: int, channel: int, now: datetime) -> bool:
    """Whether it is to be posted now, by the caller alone."""
    done = connection.execute(
        update(proposal)
        .where(
            proposal.c.id == id,
            proposal.c.state == State.WAITING,
            proposal.c.message_id.is_(None),
            or_(proposal.c.tried_at.is_(None), proposal.c.tried_at <= now - TRIES_AGAIN),
        )
        .values(tried_at=now, channel=channel)
    )
    return done.rowcount == 1


def give_back(connection: Connection, id: int) -> None:
    """Nothing was posted, for certain."""
    connection.execute(
        update(proposal)
        .where(proposal.c.id == id, proposal.c.message_id.is_(None))
        .values(tried_at=None, channel=None)
    )


def posted(connection: Connection, id: int, channel: int, message_id: int, version: int) -> None:
    connection.execute(
        update(proposal)
        .where(proposal.c.id == id)
        .values(channel=channel, message_id=message_id, shown=version)
    )


def shown(connection: Connection, id: int, version: int) -> None:
    """Its message shows this version; one that shows a later one stays."""
    connection.execute(
        update(proposal)
        .where(proposal.c.id == id, proposal.c.shown < version)
        .values(shown=version)
    )


def lost(connection: Connection, id: int) -> None:
    """Its message was deleted. What waits is posted anew; what is decided needs none."""
    connection.execute(
        update(proposal)
        .where(proposal.c.id == id)
        .values(message_id=None, shown=None, channel=None, tried_at=None)
    )
