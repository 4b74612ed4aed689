"""The tables: a log that only grows. What must hold is held by the database: no duplicate, no
orphan, no fact without a source, no correction of what was never recorded. Triggers, which stand in
the migrations, refuse to change or delete what was written."""

from datetime import UTC, datetime

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

from data.facts.kinds import KINDS
from data.rules.expenditure import Indicator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

GATHERING = "gathering"
"""A meeting as such, which several records tell of: it has a key and no states of its own."""


class Moment(TypeDecorator[datetime]):
    """An aware moment. SQLite keeps none, so it gets UTC and gives UTC back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        del dialect
        if value is not None and value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _one_of(column: str, words: tuple[str, ...]) -> str:
    listed = ", ".join(f"'{word}'" for word in words)
    return f"{column} in ({listed})"


def _written() -> tuple[Column[str], Column[str], Column[datetime], Column[str | None]]:
    """Who wrote a row, when, and why."""
    return (
        Column("origin", Text, nullable=False),
        Column("recorded_by", Text, nullable=False),
        Column("recorded_at", Moment, nullable=False),
        Column("because", Text),
    )


def _checked() -> tuple[CheckConstraint, ...]:
    return (
        CheckConstraint(_one_of("action", ("recorded", "corrected", "retracted")), name="action"),
        CheckConstraint(_one_of("origin", ("catalogue", "person")), name="origin"),
        CheckConstraint("length(recorded_by) > 0", name="recorded_by"),
        CheckConstraint("number >= 1", name="number"),
        CheckConstraint(
            "case when action = 'recorded' then because is null"
            " else because is not null and length(because) > 0 end",
            name="because",
        ),
    )


fact = Table(
    "fact",
    metadata,
    # The kind, a colon and the id: `stance:spain-2025-06`.
    Column("key", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    UniqueConstraint("key", "kind"),
    CheckConstraint(_one_of("kind", (*KINDS, GATHERING)), name="kind"),
    CheckConstraint("key like kind || ':%' and length(key) > length(kind) + 1", name="key"),
)

revision = Table(
    "revision",
    metadata,
    Column("row", Integer, primary_key=True, autoincrement=True),
    Column("fact", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("previous", Integer),
    Column("action", Text, nullable=False),
    Column("body", Text),
    Column("known_on", Text, nullable=False),
    Column("known_from", Date, nullable=False),
    Column("governs_from", Date, nullable=False),
    Column("holds_from", Date),
    Column("holds_until", Date),
    # The first source stands here so that a fact without one cannot be stored.
    Column("source", Text, ForeignKey("fact.key")),
    *_written(),
    UniqueConstraint("fact", "number"),
    ForeignKeyConstraint(["fact", "kind"], ["fact.key", "fact.kind"]),
    ForeignKeyConstraint(
        ["fact", "previous"],
        ["revision.fact", "revision.number"],
        name="fk_revision_previous",
    ),
    *_checked(),
    CheckConstraint("kind <> 'gathering'", name="kind"),
    CheckConstraint(
        "case when number = 1 then previous is null and action = 'recorded'"
        " else previous is not null and previous = number - 1 end",
        name="previous",
    ),
    CheckConstraint("(body is null) = (action = 'retracted')", name="body"),
    CheckConstraint("kind <> 'source' or action <> 'retracted'", name="source_stays"),
    CheckConstraint(
        "action = 'retracted' or (source is not null and source like 'source:%')", name="source"
    ),
    CheckConstraint("holds_until >= holds_from", name="holds"),
    sqlite_autoincrement=True,
)

Index("ix_revision_kind_known_from", revision.c.kind, revision.c.known_from)
Index("ix_revision_known_from", revision.c.known_from)
Index("ix_revision_governs_from", revision.c.governs_from)
Index("ix_revision_recorded_at", revision.c.recorded_at)

reference = Table(
    "reference",
    metadata,
    Column("row", Integer, ForeignKey("revision.row"), primary_key=True),
    Column("fact", Text, ForeignKey("fact.key"), primary_key=True),
)

observation = Table(
    "observation",
    metadata,
    Column("edition", Text, ForeignKey("fact.key"), primary_key=True),
    Column("member", Text, ForeignKey("fact.key"), primary_key=True),
    Column("indicator", Text, primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("action", Text, nullable=False),
    # As text: no engine may round a published figure.
    Column("value", Text),
    Column("estimate", Boolean),
    Column("places", Integer),
    Column("currency", Text),
    Column("source", Text, ForeignKey("fact.key")),
    Column("locator", Text),
    *_written(),
    *_checked(),
    CheckConstraint("edition like 'edition:%'", name="edition"),
    CheckConstraint("member like 'member:%'", name="member"),
    CheckConstraint(
        _one_of("indicator", tuple(each.value for each in Indicator)), name="indicator"
    ),
    CheckConstraint("year between 1949 and 2100", name="year"),
    CheckConstraint("places >= 0", name="places"),
    CheckConstraint(
        "case when action = 'retracted' then value is null else"
        " value is not null and length(value) > 0"
        " and estimate is not null and places is not null"
        " and source is not null and source like 'source:%'"
        " and locator is not null and length(locator) > 0 end",
        name="value",
    ),
)

Index("ix_observation_recorded_at", observation.c.recorded_at)

catalogue_load = Table(
    "catalogue_load",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("fingerprint", Text, nullable=False),
    Column("loaded_at", Moment, nullable=False),
)

change_counter = Table(
    "change_counter",
    metadata,
    Column("one", Integer, primary_key=True),
    Column("value", Integer, nullable=False),
    CheckConstraint("one = 1", name="single"),
)
