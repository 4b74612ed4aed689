"""Tables of sources, members, editions, figures and facts as the first release had them. Nothing
here changes any more: the migrations to and from them need them as they were."""

import sqlalchemy as sa
from alembic import op

TABLES = ("observation", "fact_source", "member", "fact", "edition", "source")
"""In an order in which they can be dropped."""


def drop() -> None:
    for name in TABLES:
        op.drop_table(name)


def create() -> None:
    op.create_table(
        "source",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("published_on", sa.Text(), nullable=False),
        sa.Column("verified_on", sa.Date(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.Column("licence", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.CheckConstraint("grade in ('official', 'wire', 'other')", name=op.f("ck_source_grade")),
        sa.CheckConstraint("length(url) > 0", name=op.f("ck_source_url")),
        sa.PrimaryKeyConstraint("id", name="pk_source"),
    )
    op.create_table(
        "edition",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("published_on", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["source"], ["source.id"], name="fk_edition_source"),
        sa.PrimaryKeyConstraint("id", name="pk_edition"),
    )
    op.create_table(
        "fact",
        sa.Column("row", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("known_on", sa.Text(), nullable=False),
        sa.Column("known_from", sa.Date(), nullable=False),
        sa.Column("known_until", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("recorded_by", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_as", sa.Text(), nullable=True),
        sa.Column("ended_because", sa.Text(), nullable=True),
        sa.Column("ended_by", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("ended_as in ('corrected', 'retracted')", name=op.f("ck_fact_ended_as")),
        sa.CheckConstraint("origin in ('catalogue', 'person')", name=op.f("ck_fact_origin")),
        sa.CheckConstraint(
            "(known_until is null) = (ended_as is null)"
            " and (ended_as is null) = (ended_because is null)"
            " and (ended_as is null) = (ended_by is null)"
            " and (ended_as is null) = (ended_at is null)",
            name=op.f("ck_fact_ended_with_reason"),
        ),
        sa.CheckConstraint(
            "known_until is null or known_until >= known_from", name=op.f("ck_fact_interval")
        ),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_fact_revision")),
        sa.ForeignKeyConstraint(["source"], ["source.id"], name="fk_fact_source"),
        sa.PrimaryKeyConstraint("row", name="pk_fact"),
        sa.UniqueConstraint("id", "revision", name="uq_fact_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_fact_kind_known_from", "fact", ["kind", "known_from"])
    op.create_index(
        "uq_fact_open",
        "fact",
        ["id"],
        unique=True,
        sqlite_where=sa.text("known_until is null"),
        postgresql_where=sa.text("known_until is null"),
    )

    op.create_table(
        "member",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("iso2", sa.Text(), nullable=False),
        sa.Column("joined", sa.Date(), nullable=False),
        sa.Column("armed_forces", sa.Boolean(), nullable=False),
        sa.Column("cites", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["source"], ["source.id"], name="fk_member_source"),
        sa.PrimaryKeyConstraint("id", name="pk_member"),
        sa.UniqueConstraint("iso2", name="uq_member_iso2"),
    )
    op.create_table(
        "fact_source",
        sa.Column("fact", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["fact"], ["fact.row"], name="fk_fact_source_fact"),
        sa.ForeignKeyConstraint(["source"], ["source.id"], name="fk_fact_source_source"),
        sa.PrimaryKeyConstraint("fact", "source", name="pk_fact_source"),
    )
    op.create_table(
        "observation",
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("member", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("estimate", sa.Boolean(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("locator", sa.Text(), nullable=False),
        sa.CheckConstraint("length(locator) > 0", name=op.f("ck_observation_locator")),
        sa.CheckConstraint("places >= 0", name=op.f("ck_observation_places")),
        sa.ForeignKeyConstraint(["edition"], ["edition.id"], name="fk_observation_edition"),
        sa.ForeignKeyConstraint(["member"], ["member.id"], name="fk_observation_member"),
        sa.ForeignKeyConstraint(["source"], ["source.id"], name="fk_observation_source"),
        sa.PrimaryKeyConstraint("edition", "member", "indicator", "year", name="pk_observation"),
    )
