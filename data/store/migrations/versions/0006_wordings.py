"""The language and the format that a server, or a person, wants answers in."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "wording",
        sa.Column("of", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.Text()),
        sa.Column("region", sa.Text()),
        sa.Column("by", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("of in ('server', 'person')", name=op.f("ck_wording_of")),
        sa.CheckConstraint(
            "language is not null or region is not null", name=op.f("ck_wording_something")
        ),
        sa.PrimaryKeyConstraint("of", "id", name="pk_wording"),
    )
    # Nobody chose the only language that there was.
    op.execute("update subscription set language = 'server' where language = 'en'")


def downgrade() -> None:
    op.execute("update subscription set language = 'en' where language = 'server'")
    op.drop_table("wording")
