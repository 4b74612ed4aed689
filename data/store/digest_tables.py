"""Tables of the digest: who gets one, what is on its way, and what happened.

They are no part of the log of facts: they tell of readers, not of what is known. So they move no
change counter, and no export carries them; a backup does.
"""

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from data.store.tables import Moment, metadata
from data.subscriptions.delivery import State, What
from data.subscriptions.model import Pause, Quiet

MOST_IN_DETAIL = 300

_ROW = BigInteger().with_variant(Integer, "sqlite")
"""A year of a million digests a day is more rows than 32 bits count."""


def _one_of(column: str, words: Iterable[StrEnum]) -> str:
    listed = ", ".join(f"'{word.value}'" for word in words)
    return f"{column} in ({listed})"


subscription = Table(
    "subscription",
    metadata,
    Column("id", Text, primary_key=True),
    Column("guild", BigInteger),
    Column("channel", BigInteger, nullable=False),
    Column("owner", BigInteger, nullable=False),
    # Minutes after midnight, by the clocks of the zone.
    Column("minute", Integer, nullable=False),
    Column("zone", Text, nullable=False),
    # A bit a day, Monday's the lowest.
    Column("weekdays", Integer, nullable=False),
    Column("language", Text, nullable=False),
    # A bit a part, that of the news the lowest.
    Column("parts", Integer, nullable=False),
    Column("quiet", Text, nullable=False),
    Column("late_s", Integer, nullable=False),
    Column("crosspost", Boolean, nullable=False),
    Column("since", Moment, nullable=False),
    Column("paused", Text),
    Column("paused_at", Moment),
    # When somebody took it on themselves to tell the owner of the pause.
    Column("told_at", Moment),
    # None while nothing is to come.
    Column("next_due_day", Date),
    Column("next_due_at", Moment),
    Column("made_at", Moment, nullable=False),
    Column("ended_at", Moment),
    CheckConstraint("length(id) = 8 and id = lower(id)", name="id"),
    CheckConstraint("minute between 0 and 1439", name="minute"),
    CheckConstraint("length(zone) > 0", name="zone"),
    CheckConstraint("weekdays between 1 and 127", name="weekdays"),
    CheckConstraint("length(language) > 0", name="language"),
    CheckConstraint("parts between 1 and 15 and (parts & 1) = 1", name="parts"),
    CheckConstraint(_one_of("quiet", Quiet), name="quiet"),
    CheckConstraint("late_s between 0 and 86400", name="late_s"),
    CheckConstraint(_one_of("paused", Pause), name="paused"),
    CheckConstraint("(paused is null) = (paused_at is null)", name="paused_at"),
    CheckConstraint("told_at is null or paused is not null", name="told_at"),
    CheckConstraint("(next_due_day is null) = (next_due_at is null)", name="next_due"),
    CheckConstraint(
        "next_due_at is null or (ended_at is null and (paused is null or paused <> 'asked'))",
        name="next_due_at",
    ),
)

Index("ix_subscription_next_due_at", subscription.c.next_due_at)
Index("ix_subscription_guild", subscription.c.guild)
Index("ix_subscription_channel", subscription.c.channel)
Index("ix_subscription_owner", subscription.c.owner)

delivery = Table(
    "delivery",
    metadata,
    Column("id", _ROW, primary_key=True, autoincrement=True),
    Column("subscription", Text, ForeignKey("subscription.id"), nullable=False),
    Column("local_day", Date, nullable=False),
    Column("due_at", Moment, nullable=False),
    # After this it is too late.
    Column("send_by", Moment, nullable=False),
    Column("state", Text, nullable=False),
    Column("not_before", Moment, nullable=False),
    # Of one that is over: who ended it, where it was a worker.
    Column("lease_by", Text),
    Column("lease_until", Moment),
    Column("attempts", Integer, nullable=False),
    Column("nonce", Text, nullable=False),
    # When the first attempt began that may have reached the channel.
    Column("tried_at", Moment),
    Column("channel", BigInteger, nullable=False),
    Column("message_id", BigInteger),
    Column("finished_at", Moment),
    Column("why", Text),
    # This one line is what makes a digest go out once.
    UniqueConstraint("subscription", "local_day"),
    CheckConstraint(_one_of("state", State), name="state"),
    CheckConstraint("send_by >= due_at", name="send_by"),
    CheckConstraint("attempts >= 0", name="attempts"),
    CheckConstraint("length(nonce) between 1 and 25", name="nonce"),
    CheckConstraint("(lease_by is null) = (lease_until is null)", name="lease"),
    CheckConstraint(
        "case state when 'due' then lease_by is null when 'claimed' then lease_by is not null"
        " else true end",
        name="lease_by",
    ),
    CheckConstraint("state <> 'sending' or tried_at is not null", name="tried_at"),
    CheckConstraint("(state = 'sent') = (message_id is not null)", name="message_id"),
    CheckConstraint(
        "(state in ('sent', 'skipped', 'refused')) = (finished_at is not null)", name="finished_at"
    ),
    CheckConstraint("(why is null) = (finished_at is null)", name="why"),
    CheckConstraint(_one_of("why", What), name="why_what"),
    sqlite_autoincrement=True,
)

Index(
    "ix_delivery_open",
    delivery.c.due_at,
    delivery.c.id,
    sqlite_where=delivery.c.finished_at.is_(None),
    postgresql_where=delivery.c.finished_at.is_(None),
)
Index("ix_delivery_finished_at", delivery.c.finished_at)

event = Table(
    "delivery_event",
    metadata,
    Column("id", _ROW, primary_key=True, autoincrement=True),
    Column("subscription", Text, ForeignKey("subscription.id"), nullable=False),
    # None where it is about the subscription as a whole.
    Column("local_day", Date),
    Column("at", Moment, nullable=False),
    Column("what", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("worker", Text),
    CheckConstraint(_one_of("what", What), name="what"),
    CheckConstraint(f"length(detail) <= {MOST_IN_DETAIL}", name="detail"),
    sqlite_autoincrement=True,
)

Index("ix_delivery_event_of", event.c.subscription, event.c.local_day)
