"""The digest: subscriptions, their deliveries, and what happened to both."""

from data.store.migrations import digest_tables

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    digest_tables.create()
    digest_tables.forbid_changes()


def downgrade() -> None:
    digest_tables.drop()
