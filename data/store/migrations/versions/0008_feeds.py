"""Feeds that are watched, and the items that were seen in them."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _make_feed()
    op.create_table(
        "feed_item",
        sa.Column("feed", sa.Text(), sa.ForeignKey("feed.id", name="fk_feed_item_feed")),
        sa.Column("key", sa.Text()),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("marks", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("first_at", _MOMENT, nullable=False),
        sa.Column("seen_at", _MOMENT, nullable=False),
        sa.CheckConstraint("length(words) <= 2000", name=op.f("ck_feed_item_words")),
        sa.PrimaryKeyConstraint("feed", "key", name="pk_feed_item"),
    )
    for column in ("link", "digest", "first_at"):
        op.create_index(f"ix_feed_item_{column}", "feed_item", [column])


def _make_feed() -> None:
    op.create_table(
        "feed",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text()),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("added_at", _MOMENT, nullable=False),
        sa.Column("removed_by", sa.Text()),
        sa.Column("removed_at", _MOMENT),
        sa.Column("etag", sa.Text()),
        sa.Column("modified", sa.Text()),
        sa.Column("next_at", _MOMENT),
        sa.Column("claimed_by", sa.Text()),
        sa.Column("claimed_until", _MOMENT),
        sa.Column("looked_at", _MOMENT),
        sa.Column("succeeded_at", _MOMENT),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("problem", sa.Text()),
        *(sa.CheckConstraint(text, name=op.f(f"ck_feed_{name}")) for name, text in _CHECKS.items()),
        sa.PrimaryKeyConstraint("id", name="pk_feed"),
    )
    stays = sa.text("removed_at is null")
    op.create_index(
        "ix_feed_url", "feed", ["url"], unique=True, sqlite_where=stays, postgresql_where=stays
    )
    op.create_index("ix_feed_next_at", "feed", ["next_at"])


_CHECKS = {
    "id": "length(id) = 8 and id = lower(id)",
    "url": "length(url) between 1 and 2000",
    "host": "length(host) > 0",
    "publisher": "length(publisher) between 1 and 80",
    "grade": "grade in ('official', 'wire', 'other')",
    "title": "length(title) <= 300",
    "by": "length(by) > 0",
    "removed": "(removed_by is null) = (removed_at is null)",
    "next_at": "removed_at is null or next_at is null",
    "claimed": "(claimed_by is null) = (claimed_until is null)",
    "failures": "failures >= 0",
    "problem": "(failures = 0) = (problem is null)",
}


def downgrade() -> None:
    op.drop_table("feed_item")
    op.drop_table("feed")
