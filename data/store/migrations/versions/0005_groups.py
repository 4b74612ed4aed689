"""Groups of members are facts, too."""

from data.store.migrations import fact_kinds

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    fact_kinds.allow(fact_kinds.FIFTH, before=fact_kinds.FOURTH)


def downgrade() -> None:
    fact_kinds.forget("group")
    fact_kinds.allow(fact_kinds.FOURTH, before=fact_kinds.FIFTH)
