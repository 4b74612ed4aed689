"""Tables of the digest as the fourth revision made them. A later change is a migration of its
own."""

import sqlalchemy as sa
from alembic import op

QUIET = ("send", "shorten", "skip")
PAUSES = ("asked", "forbidden", "gone", "left")
STATES = ("due", "claimed", "sending", "sent", "skipped", "refused")
EVENTS = (
    "subscribed",
    "edited",
    "paused",
    "resumed",
    "ended",
    "due",
    "missed",
    "late",
    "claimed",
    "quiet",
    "sending",
    "sent",
    "found",
    "unclear",
    "looked",
    "retry",
    "skipped",
    "refused",
    "crossposted",
    "told_owner",
)

REFUSAL = "the log only grows: what was written is neither changed nor deleted"

_ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_AT = sa.DateTime(timezone=True)


def create() -> None:
    _subscriptions()
    _deliveries()
    _events()


def _subscriptions() -> None:
    op.create_table(
        "subscription",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("guild", sa.BigInteger(), nullable=True),
        sa.Column("channel", sa.BigInteger(), nullable=False),
        sa.Column("owner", sa.BigInteger(), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("weekdays", sa.Integer(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("parts", sa.Integer(), nullable=False),
        sa.Column("quiet", sa.Text(), nullable=False),
        sa.Column("late_s", sa.Integer(), nullable=False),
        sa.Column("crosspost", sa.Boolean(), nullable=False),
        sa.Column("since", _AT, nullable=False),
        sa.Column("paused", sa.Text(), nullable=True),
        sa.Column("paused_at", _AT, nullable=True),
        sa.Column("told_at", _AT, nullable=True),
        sa.Column("next_due_day", sa.Date(), nullable=True),
        sa.Column("next_due_at", _AT, nullable=True),
        sa.Column("made_at", _AT, nullable=False),
        sa.Column("ended_at", _AT, nullable=True),
        *_checks(
            "subscription",
            {
                "id": "length(id) = 8 and id = lower(id)",
                "minute": "minute between 0 and 1439",
                "zone": "length(zone) > 0",
                "weekdays": "weekdays between 1 and 127",
                "language": "length(language) > 0",
                "parts": "parts between 1 and 15 and (parts & 1) = 1",
                "quiet": _one_of("quiet", QUIET),
                "late_s": "late_s between 0 and 86400",
                "paused": _one_of("paused", PAUSES),
                "paused_at": "(paused is null) = (paused_at is null)",
                "told_at": "told_at is null or paused is not null",
                "next_due": "(next_due_day is null) = (next_due_at is null)",
                "next_due_at": "next_due_at is null or"
                " (ended_at is null and (paused is null or paused <> 'asked'))",
            },
        ),
        sa.PrimaryKeyConstraint("id", name="pk_subscription"),
    )
    for column in ("next_due_at", "guild", "channel", "owner"):
        op.create_index(f"ix_subscription_{column}", "subscription", [column])


def _deliveries() -> None:
    op.create_table(
        "delivery",
        sa.Column("id", _ROW, autoincrement=True, nullable=False),
        sa.Column("subscription", sa.Text(), nullable=False),
        sa.Column("local_day", sa.Date(), nullable=False),
        sa.Column("due_at", _AT, nullable=False),
        sa.Column("send_by", _AT, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("not_before", _AT, nullable=False),
        sa.Column("lease_by", sa.Text(), nullable=True),
        sa.Column("lease_until", _AT, nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("nonce", sa.Text(), nullable=False),
        sa.Column("tried_at", _AT, nullable=True),
        sa.Column("channel", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("finished_at", _AT, nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        *_checks(
            "delivery",
            {
                "state": _one_of("state", STATES),
                "send_by": "send_by >= due_at",
                "attempts": "attempts >= 0",
                "nonce": "length(nonce) between 1 and 25",
                "lease": "(lease_by is null) = (lease_until is null)",
                "lease_by": "case state when 'due' then lease_by is null"
                " when 'claimed' then lease_by is not null else true end",
                "tried_at": "state <> 'sending' or tried_at is not null",
                "message_id": "(state = 'sent') = (message_id is not null)",
                "finished_at": "(state in ('sent', 'skipped', 'refused'))"
                " = (finished_at is not null)",
                "why": "(why is null) = (finished_at is null)",
                "why_what": _one_of("why", EVENTS),
            },
        ),
        sa.ForeignKeyConstraint(
            ["subscription"], ["subscription.id"], name="fk_delivery_subscription"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_delivery"),
        sa.UniqueConstraint("subscription", "local_day", name="uq_delivery_subscription"),
        sqlite_autoincrement=True,
    )
    still_open = sa.text("finished_at IS NULL")
    op.create_index(
        "ix_delivery_open",
        "delivery",
        ["due_at", "id"],
        sqlite_where=still_open,
        postgresql_where=still_open,
    )
    op.create_index("ix_delivery_finished_at", "delivery", ["finished_at"])


def _events() -> None:
    op.create_table(
        "delivery_event",
        sa.Column("id", _ROW, autoincrement=True, nullable=False),
        sa.Column("subscription", sa.Text(), nullable=False),
        sa.Column("local_day", sa.Date(), nullable=True),
        sa.Column("at", _AT, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("worker", sa.Text(), nullable=True),
        *_checks(
            "delivery_event",
            {"what": _one_of("what", EVENTS), "detail": "length(detail) <= 300"},
        ),
        sa.ForeignKeyConstraint(
            ["subscription"], ["subscription.id"], name="fk_delivery_event_subscription"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_delivery_event"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_delivery_event_of", "delivery_event", ["subscription", "local_day"])


def _one_of(column: str, words: tuple[str, ...]) -> str:
    listed = ", ".join(f"'{word}'" for word in words)
    return f"{column} in ({listed})"


def _checks(table: str, checks: dict[str, str]) -> tuple[sa.CheckConstraint, ...]:
    return tuple(
        sa.CheckConstraint(check, name=op.f(f"ck_{table}_{name}")) for name, check in checks.items()
    )


def forbid_changes() -> None:
    """Nothing that happened is unwritten, and no subscription that ended is lost."""
    refused = (
        ("delivery_event", "update"),
        ("delivery_event", "delete"),
        ("subscription", "delete"),
    )
    if op.get_bind().dialect.name == "sqlite":
        for table, verb in refused:
            op.execute(
                f"create trigger {table}_refuses_{verb} before {verb} on {table}"
                f" begin select raise(abort, '{REFUSAL}'); end"
            )
        return
    for table, verb in (*refused, ("delivery_event", "truncate"), ("subscription", "truncate")):
        op.execute(
            f"create trigger {table}_refuses_{verb} before {verb} on {table}"
            " for each statement execute function article3_refuses()"
        )


def drop() -> None:
    """Their triggers go with them."""
    for table in ("delivery_event", "delivery", "subscription"):
        op.drop_table(table)
