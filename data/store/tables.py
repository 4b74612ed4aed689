"""The tables. What must hold is held by the database: no duplicate, no orphan, no fact without a
source, at most one open revision of a fact."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

source = Table(
    "source",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("publisher", Text, nullable=False),
    Column("published_on", Text, nullable=False),
    Column("verified_on", Date, nullable=False),
    Column("url", Text, nullable=False),
    Column("grade", Text, nullable=False),
    Column("licence", Text),
    Column("note", Text),
    CheckConstraint("grade in ('official', 'wire', 'other')", name="grade"),
    CheckConstraint("length(url) > 0", name="url"),
)

member = Table(
    "member",
    metadata,
    Column("id", Text, primary_key=True),
    Column("iso2", Text, nullable=False, unique=True),
    Column("joined", Date, nullable=False),
    Column("armed_forces", Boolean, nullable=False),
    Column("cites", Text, nullable=False),
    Column("source", Text, ForeignKey("source.id"), nullable=False),
)

edition = Table(
    "edition",
    metadata,
    Column("id", Text, primary_key=True),
    Column("published_on", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("source", Text, ForeignKey("source.id"), nullable=False),
)

observation = Table(
    "observation",
    metadata,
    Column("edition", Text, ForeignKey("edition.id"), primary_key=True),
    Column("member", Text, ForeignKey("member.id"), primary_key=True),
    Column("indicator", Text, primary_key=True),
    Column("year", Integer, primary_key=True),
    # As text: no engine may round a published figure.
    Column("value", Text, nullable=False),
    Column("estimate", Boolean, nullable=False),
    Column("places", Integer, nullable=False),
    Column("currency", Text),
    Column("source", Text, ForeignKey("source.id"), nullable=False),
    Column("locator", Text, nullable=False),
    CheckConstraint("length(locator) > 0", name="locator"),
    CheckConstraint("places >= 0", name="places"),
)

fact = Table(
    "fact",
    metadata,
    Column("row", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("known_on", Text, nullable=False),
    Column("known_from", Date, nullable=False),
    Column("known_until", Date),
    # The first source stands here so that a fact without one cannot be stored.
    Column("source", Text, ForeignKey("source.id"), nullable=False),
    Column("origin", Text, nullable=False),
    Column("recorded_by", Text, nullable=False),
    Column("recorded_at", DateTime(timezone=True), nullable=False),
    Column("ended_as", Text),
    Column("ended_because", Text),
    Column("ended_by", Text),
    Column("ended_at", DateTime(timezone=True)),
    UniqueConstraint("id", "revision"),
    CheckConstraint("revision >= 1", name="revision"),
    CheckConstraint("known_until is null or known_until >= known_from", name="interval"),
    CheckConstraint("origin in ('catalogue', 'person')", name="origin"),
    CheckConstraint("ended_as in ('corrected', 'retracted')", name="ended_as"),
    CheckConstraint(
        "(known_until is null) = (ended_as is null)"
        " and (ended_as is null) = (ended_because is null)"
        " and (ended_as is null) = (ended_by is null)"
        " and (ended_as is null) = (ended_at is null)",
        name="ended_with_reason",
    ),
    sqlite_autoincrement=True,
)

Index("ix_fact_kind_known_from", fact.c.kind, fact.c.known_from)

OPEN_REVISION = "uq_fact_open"
"""At most one open revision of a fact: a partial unique index that stands in the migrations only.
Declared here, its condition would import two dialects at every start."""

fact_source = Table(
    "fact_source",
    metadata,
    Column("fact", Integer, ForeignKey("fact.row"), primary_key=True),
    Column("source", Text, ForeignKey("source.id"), primary_key=True),
)

catalogue_load = Table(
    "catalogue_load",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("fingerprint", Text, nullable=False),
    Column("loaded_at", DateTime(timezone=True), nullable=False),
)

change_counter = Table(
    "change_counter",
    metadata,
    Column("one", Integer, primary_key=True),
    Column("value", Integer, nullable=False),
    CheckConstraint("one = 1", name="single"),
)
