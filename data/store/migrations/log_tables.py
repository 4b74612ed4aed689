"""Tables of the log as the second revision made them. A later change is a migration of its own."""

from typing import Any

import sqlalchemy as sa
from alembic import op

LOGS = ("fact", "revision", "reference", "observation")
KINDS = (
    "source",
    "member",
    "edition",
    "commitment",
    "fulfilment",
    "reservation",
    "meeting",
    "attendance",
    "stance",
    "pledge",
    "request",
    "statement",
    "gathering",
)
INDICATORS = (
    "share_of_gdp",
    "equipment_share",
    "expenditure_usd_m_current",
    "expenditure_usd_m_constant",
    "expenditure_nat_m_current",
    "gdp_usd_bn_constant",
    "real_change",
    "personnel_thousand",
)

REFUSAL = "the log only grows: what was written is neither changed nor deleted"


def drop() -> None:
    _allow_changes()
    for name in reversed(LOGS):
        op.drop_table(name)


def create() -> None:
    op.create_table(
        "fact",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.CheckConstraint(one_of("kind", KINDS), name=op.f("ck_fact_kind")),
        sa.CheckConstraint(
            "key like kind || ':%' and length(key) > length(kind) + 1", name=op.f("ck_fact_key")
        ),
        sa.PrimaryKeyConstraint("key", name="pk_fact"),
        sa.UniqueConstraint("key", "kind", name="uq_fact_key"),
    )
    op.create_table(
        "revision",
        sa.Column("row", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("fact", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("previous", sa.Integer(), nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("known_on", sa.Text(), nullable=False),
        sa.Column("known_from", sa.Date(), nullable=False),
        sa.Column("governs_from", sa.Date(), nullable=False),
        sa.Column("holds_from", sa.Date(), nullable=True),
        sa.Column("holds_until", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        *_written(),
        *_checked("revision"),
        sa.CheckConstraint("kind <> 'gathering'", name=op.f("ck_revision_kind")),
        sa.CheckConstraint(
            "case when number = 1 then previous is null and action = 'recorded'"
            " else previous is not null and previous = number - 1 end",
            name=op.f("ck_revision_previous"),
        ),
        sa.CheckConstraint(
            "(body is null) = (action = 'retracted')", name=op.f("ck_revision_body")
        ),
        sa.CheckConstraint(
            "kind <> 'source' or action <> 'retracted'", name=op.f("ck_revision_source_stays")
        ),
        sa.CheckConstraint(
            "action = 'retracted' or (source is not null and source like 'source:%')",
            name=op.f("ck_revision_source"),
        ),
        sa.CheckConstraint("holds_until >= holds_from", name=op.f("ck_revision_holds")),
        sa.ForeignKeyConstraint(
            ["fact", "kind"], ["fact.key", "fact.kind"], name="fk_revision_fact"
        ),
        sa.ForeignKeyConstraint(
            ["fact", "previous"],
            ["revision.fact", "revision.number"],
            name="fk_revision_previous",
        ),
        sa.ForeignKeyConstraint(["source"], ["fact.key"], name="fk_revision_source"),
        sa.PrimaryKeyConstraint("row", name="pk_revision"),
        sa.UniqueConstraint("fact", "number", name="uq_revision_fact"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_revision_kind_known_from", "revision", ["kind", "known_from"])
    op.create_index("ix_revision_known_from", "revision", ["known_from"])
    op.create_index("ix_revision_governs_from", "revision", ["governs_from"])
    op.create_index("ix_revision_recorded_at", "revision", ["recorded_at"])
    op.create_table(
        "reference",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["fact"], ["fact.key"], name="fk_reference_fact"),
        sa.ForeignKeyConstraint(["row"], ["revision.row"], name="fk_reference_row"),
        sa.PrimaryKeyConstraint("row", "fact", name="pk_reference"),
    )
    op.create_table(
        "observation",
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("member", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("estimate", sa.Boolean(), nullable=True),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("locator", sa.Text(), nullable=True),
        *_written(),
        *_checked("observation"),
        sa.CheckConstraint("edition like 'edition:%'", name=op.f("ck_observation_edition")),
        sa.CheckConstraint("member like 'member:%'", name=op.f("ck_observation_member")),
        sa.CheckConstraint(one_of("indicator", INDICATORS), name=op.f("ck_observation_indicator")),
        sa.CheckConstraint("year between 1949 and 2100", name=op.f("ck_observation_year")),
        sa.CheckConstraint("places >= 0", name=op.f("ck_observation_places")),
        sa.CheckConstraint(
            "case when action = 'retracted' then value is null else"
            " value is not null and length(value) > 0"
            " and estimate is not null and places is not null"
            " and source is not null and source like 'source:%'"
            " and locator is not null and length(locator) > 0 end",
            name=op.f("ck_observation_value"),
        ),
        sa.ForeignKeyConstraint(["edition"], ["fact.key"], name="fk_observation_edition"),
        sa.ForeignKeyConstraint(["member"], ["fact.key"], name="fk_observation_member"),
        sa.ForeignKeyConstraint(["source"], ["fact.key"], name="fk_observation_source"),
        sa.PrimaryKeyConstraint(
            "edition", "member", "indicator", "year", "number", name="pk_observation"
        ),
    )
    op.create_index("ix_observation_recorded_at", "observation", ["recorded_at"])


def one_of(column: str, words: tuple[str, ...]) -> str:
    listed = ", ".join(f"'{word}'" for word in words)
    return f"{column} in ({listed})"


def _written() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("recorded_by", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("because", sa.Text(), nullable=True),
    )


def _checked(table: str) -> tuple[sa.CheckConstraint, ...]:
    checks = {
        "action": one_of("action", ("recorded", "corrected", "retracted")),
        "origin": one_of("origin", ("catalogue", "person")),
        "recorded_by": "length(recorded_by) > 0",
        "number": "number >= 1",
        "because": (
            "case when action = 'recorded' then because is null"
            " else because is not null and length(because) > 0 end"
        ),
    }
    return tuple(
        sa.CheckConstraint(check, name=op.f(f"ck_{table}_{name}")) for name, check in checks.items()
    )


def forbid_changes() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table in LOGS:
            refuse(table)
        return
    op.execute(
        "create function article3_refuses() returns trigger language plpgsql as $$ begin"
        f" raise exception '{REFUSAL}' using errcode = 'restrict_violation'; end $$"
    )
    for table in LOGS:
        for verb in ("update", "delete", "truncate"):
            op.execute(
                f"create trigger {table}_refuses_{verb} before {verb} on {table}"
                " for each statement execute function article3_refuses()"
            )


def refuse(table: str) -> None:
    """The triggers of one table, as SQLite has them."""
    for verb in ("update", "delete"):
        op.execute(
            f"create trigger {table}_refuses_{verb} before {verb} on {table}"
            f" begin select raise(abort, '{REFUSAL}'); end"
        )


def _allow_changes() -> None:
    """The triggers go with their tables; PostgreSQL's function stays behind them."""
    if op.get_bind().dialect.name == "sqlite":
        return
    for table in LOGS:
        for verb in ("update", "delete", "truncate"):
            op.execute(f"drop trigger {table}_refuses_{verb} on {table}")
    op.execute("drop function article3_refuses()")
