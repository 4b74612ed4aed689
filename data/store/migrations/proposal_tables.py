"""Tables of the review as the seventh revision made them."""

import sqlalchemy as sa
from alembic import op

REFUSAL = "the log only grows: what was decided is neither changed nor deleted"
SORTS = (
    "commitment",
    "meeting",
    "attendance",
    "stance",
    "request",
    "pledge",
    "figure",
    "statement",
)
STATES = ("waiting", "accepted", "rejected")
VERDICTS = ("accepted", "edited", "rejected", "undone")

_AT = sa.DateTime(timezone=True)


def create() -> None:
    op.create_table(
        "proposal",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("proposed_by", sa.Text(), nullable=False),
        sa.Column("proposed_at", _AT, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("decided_at", _AT),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("channel", sa.BigInteger()),
        sa.Column("message_id", sa.BigInteger()),
        sa.Column("shown", sa.Integer()),
        sa.Column("tried_at", _AT),
        *_checks(
            "proposal",
            {
                "sort": _one_of("sort", SORTS),
                "state": _one_of("state", STATES),
                "body": "length(body) between 2 and 65536",
                "proposed_by": "length(proposed_by) > 0",
                "decided_at": "(state = 'waiting') = (decided_at is null)",
                "shown": "(message_id is null) = (shown is null)",
                "channel": "message_id is null or channel is not null",
            },
        ),
        sa.PrimaryKeyConstraint("id", name="pk_proposal"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_proposal_waiting",
        "proposal",
        ["story"],
        unique=True,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index("ix_proposal_story", "proposal", ["story"])
    op.create_index("ix_proposal_state", "proposal", ["state", "id"])
    op.create_table(
        "proposal_source",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("proposal", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", _AT, nullable=False),
        sa.ForeignKeyConstraint(["proposal"], ["proposal.id"], name="fk_proposal_source_proposal"),
        sa.PrimaryKeyConstraint("id", name="pk_proposal_source"),
        sa.UniqueConstraint("proposal", "url", name="uq_proposal_source_proposal"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "proposal_decision",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("proposal", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", _AT, nullable=False),
        sa.Column("because", sa.Text()),
        sa.Column("written", sa.Text(), nullable=False),
        *_checks(
            "proposal_decision",
            {
                "verdict": _one_of("verdict", VERDICTS),
                "by": "length(by) > 0",
                "because": "verdict in ('accepted', 'edited')"
                " or (because is not null and length(because) > 0)",
            },
        ),
        sa.ForeignKeyConstraint(
            ["proposal"], ["proposal.id"], name="fk_proposal_decision_proposal"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_proposal_decision"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_proposal_decision_proposal", "proposal_decision", ["proposal"])
    op.create_table(
        "review_place",
        sa.Column("guild", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("channel", sa.BigInteger(), nullable=False),
        sa.Column("role", sa.BigInteger()),
        sa.Column("by", sa.BigInteger(), nullable=False),
        sa.Column("at", _AT, nullable=False),
        sa.PrimaryKeyConstraint("guild", name="pk_review_place"),
    )


def _one_of(column: str, words: tuple[str, ...]) -> str:
    listed = ", ".join(f"'{word}'" for word in words)
    return f"{column} in ({listed})"


def _checks(table: str, checks: dict[str, str]) -> tuple[sa.CheckConstraint, ...]:
    return tuple(
        sa.CheckConstraint(check, name=op.f(f"ck_{table}_{name}")) for name, check in checks.items()
    )


def forbid_changes() -> None:
    """Who decided what, and why, stays."""
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("update", "delete"):
            op.execute(
                f"create trigger proposal_decision_refuses_{verb} before {verb}"
                f" on proposal_decision begin select raise(abort, '{REFUSAL}'); end"
            )
        return
    for verb in ("update", "delete", "truncate"):
        op.execute(
            f"create trigger proposal_decision_refuses_{verb} before {verb} on proposal_decision"
            " for each statement execute function article3_refuses()"
        )


def drop() -> None:
    """Their triggers go with them."""
    for table in ("review_place", "proposal_decision", "proposal_source", "proposal"):
        op.drop_table(table)
