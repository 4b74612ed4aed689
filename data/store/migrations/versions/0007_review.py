"""The review: proposals that wait for a person's yes, decisions, and where they are made."""

from data.store.migrations import proposal_tables

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    proposal_tables.create()
    proposal_tables.forbid_changes()


def downgrade() -> None:
    proposal_tables.drop()
