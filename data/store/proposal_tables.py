"""Tables of the review: what waits for a person's yes, who else told it, what was decided, where.

They are no part of the log of facts: a proposal is none. So they move no change counter, and no
export carries them; a backup does.
"""

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from data.importers.proposals import Sort
from data.store.tables import Moment, metadata

LARGEST = 65_536
"""Characters of what is kept of one proposal."""


class State(StrEnum):
    WAITING = "waiting"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Verdict(StrEnum):
    """What a person decided. EDITED is accepted with changes."""

    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"
    UNDONE = "undone"


def _one_of(column: str, words: Iterable[StrEnum]) -> str:
    listed = ", ".join(f"'{word.value}'" for word in words)
    return f"{column} in ({listed})"


proposal = Table(
    "proposal",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("story", Text, nullable=False),
    Column("sort", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("proposed_by", Text, nullable=False),
    Column("proposed_at", Moment, nullable=False),
    Column("state", Text, nullable=False),
    Column("decided_at", Moment),
    # Grows with whatever a reader of the message would see change.
    Column("version", Integer, nullable=False),
    Column("channel", BigInteger),
    Column("message_id", BigInteger),
    # The version that the message shows.
    Column("shown", Integer),
    # When somebody last began to post it.
    Column("tried_at", Moment),
    CheckConstraint(_one_of("sort", Sort), name="sort"),
    CheckConstraint(_one_of("state", State), name="state"),
    CheckConstraint(f"length(body) between 2 and {LARGEST}", name="body"),
    CheckConstraint("length(proposed_by) > 0", name="proposed_by"),
    CheckConstraint("(state = 'waiting') = (decided_at is null)", name="decided_at"),
    CheckConstraint("(message_id is null) = (shown is null)", name="shown"),
    CheckConstraint("message_id is null or channel is not null", name="channel"),
    sqlite_autoincrement=True,
)

# This one line is what makes a story wait once.
Index(
    "ix_proposal_waiting",
    proposal.c.story,
    unique=True,
    sqlite_where=proposal.c.state == "waiting",
    postgresql_where=proposal.c.state == "waiting",
)
Index("ix_proposal_story", proposal.c.story)
Index("ix_proposal_state", proposal.c.state, proposal.c.id)

further = Table(
    "proposal_source",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("proposal", Integer, ForeignKey("proposal.id"), nullable=False),
    Column("url", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Moment, nullable=False),
    UniqueConstraint("proposal", "url"),
    sqlite_autoincrement=True,
)

decision = Table(
    "proposal_decision",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("proposal", Integer, ForeignKey("proposal.id"), nullable=False),
    Column("verdict", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("because", Text),
    # A list of kind, id and number of each state that was written.
    Column("written", Text, nullable=False),
    CheckConstraint(_one_of("verdict", Verdict), name="verdict"),
    CheckConstraint("length(by) > 0", name="by"),
    CheckConstraint(
        "verdict in ('accepted', 'edited') or (because is not null and length(because) > 0)",
        name="because",
    ),
    sqlite_autoincrement=True,
)

Index("ix_proposal_decision_proposal", decision.c.proposal)

place = Table(
    "review_place",
    metadata,
    Column("guild", BigInteger, primary_key=True, autoincrement=False),
    Column("channel", BigInteger, nullable=False),
    Column("role", BigInteger),
    Column("by", BigInteger, nullable=False),
    Column("at", Moment, nullable=False),
)
