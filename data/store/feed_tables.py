"""Tables of the feeds: which are watched, how looking at them went, and which items were seen.

Like the queue of proposals they are no part of the log of facts: they move no change counter, and
no export carries them; a backup does.
"""

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text

from data.sources import Grade
from data.store.tables import Moment, metadata


def _one_of(column: str, words: Iterable[StrEnum]) -> str:
    listed = ", ".join(f"'{word.value}'" for word in words)
    return f"{column} in ({listed})"


feed = Table(
    "feed",
    metadata,
    Column("id", Text, primary_key=True),
    Column("url", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("publisher", Text),
    Column("grade", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("removed_by", Text),
    Column("removed_at", Moment),
    Column("etag", Text),
    Column("modified", Text),
    # None while it is not to be looked at.
    Column("next_at", Moment),
    Column("claimed_by", Text),
    Column("claimed_until", Moment),
    Column("looked_at", Moment),
    Column("succeeded_at", Moment),
    Column("failures", Integer, nullable=False),
    # The sentence as a template with its values, so that it can be said in any language.
    Column("problem", Text),
    CheckConstraint("length(id) = 8 and id = lower(id)", name="id"),
    CheckConstraint("length(url) between 1 and 2000", name="url"),
    CheckConstraint("length(host) > 0", name="host"),
    CheckConstraint("length(publisher) between 1 and 80", name="publisher"),
    CheckConstraint(_one_of("grade", Grade), name="grade"),
    CheckConstraint("length(title) <= 300", name="title"),
    CheckConstraint("length(by) > 0", name="by"),
    CheckConstraint("(removed_by is null) = (removed_at is null)", name="removed"),
    CheckConstraint("removed_at is null or next_at is null", name="next_at"),
    CheckConstraint("(claimed_by is null) = (claimed_until is null)", name="claimed"),
    CheckConstraint("failures >= 0", name="failures"),
    CheckConstraint("(failures = 0) = (problem is null)", name="problem"),
)

# One that was removed can be added again.
Index(
    "ix_feed_url",
    feed.c.url,
    unique=True,
    sqlite_where=feed.c.removed_at.is_(None),
    postgresql_where=feed.c.removed_at.is_(None),
)
Index("ix_feed_next_at", feed.c.next_at)

item = Table(
    "feed_item",
    metadata,
    Column("feed", Text, ForeignKey("feed.id"), primary_key=True),
    # Digests: what a stranger writes is as long as they like.
    Column("key", Text, primary_key=True),
    Column("link", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("marks", Text, nullable=False),
    # Empty once it is not compared any more.
    Column("words", Text, nullable=False),
    Column("first_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    CheckConstraint("length(words) <= 2000", name="words"),
)

Index("ix_feed_item_link", item.c.link)
Index("ix_feed_item_digest", item.c.digest)
Index("ix_feed_item_first_at", item.c.first_at)
