"""First tables: sources, members, editions with their observations, facts with their revisions."""

import sqlalchemy as sa
from alembic import op

from data.store.migrations import first_tables

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "catalogue_load",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_catalogue_load"),
    )
    op.create_table(
        "change_counter",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.CheckConstraint("one = 1", name=op.f("ck_change_counter_single")),
        sa.PrimaryKeyConstraint("one", name="pk_change_counter"),
    )
    op.execute("insert into change_counter (one, value) values (1, 0)")
    first_tables.create()


def downgrade() -> None:
    first_tables.drop()
    op.drop_table("change_counter")
    op.drop_table("catalogue_load")
