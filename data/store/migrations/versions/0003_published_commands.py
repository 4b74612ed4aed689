"""What was published where: the digest of the commands that Discord has, by application."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "published",
        sa.Column("application", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("length(digest) > 0", name=op.f("ck_published_digest")),
        sa.PrimaryKeyConstraint("application", name="pk_published"),
    )


def downgrade() -> None:
    op.drop_table("published")
