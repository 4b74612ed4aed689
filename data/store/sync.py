"""Brings the shipped catalogue into the store: what is new is recorded, what changed is mended,
what is gone is retracted. What people recorded is not touched."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from data.catalogue.model import Catalogue
from data.facts.kinds import FACTS, NAMES, Value
from data.rules.expenditure import Observation
from data.store import figures, held
from data.store.plan import CATALOGUE, Plan, Step, plan
from data.store.tables import catalogue_load
from data.store.writing import Author, append, append_figures, changed


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncReport:
    """How many facts a sync recorded, corrected, retracted and left as they were; `left` are those
    that people made their own. `figures` is whether anything about sources, members or expenditure
    changed. `steps` are all differences, figures included."""

    added: int
    corrected: int
    retracted: int
    unchanged: int
    left: int = 0
    figures: bool
    steps: tuple[Step, ...] = ()

    @classmethod
    def of(cls, found: Plan) -> "SyncReport":
        actions = [step.action for step in found.steps if step.kind in FACTS]
        return cls(
            added=actions.count("recorded"),
            corrected=actions.count("corrected"),
            retracted=actions.count("retracted"),
            unchanged=found.unchanged,
            left=found.left,
            figures=len(actions) < len(found.steps),
            steps=tuple(found.steps),
        )


def loaded_last(connection: Connection) -> str | None:
    """The fingerprint of the catalogue loaded last; None before the first."""
    newest = select(catalogue_load.c.fingerprint).order_by(catalogue_load.c.number.desc())
    return connection.scalar(newest.limit(1))


def sync(connection: Connection, catalogue: Catalogue, now: datetime) -> SyncReport:
    """Runs within the caller's transaction, which makes it all or nothing. A catalogue that is
    loaded already is not written again.

    `now` has a zone.
    """
    if loaded_last(connection) == catalogue.fingerprint:
        return SyncReport(
            added=0, corrected=0, retracted=0, unchanged=len(catalogue.facts), figures=False
        )
    found = _plan(connection, catalogue)
    author = Author(origin="catalogue", by=CATALOGUE, at=now)
    append(connection, found.drafts, author)
    append_figures(connection, found.figures, author)
    connection.execute(
        insert(catalogue_load).values(fingerprint=catalogue.fingerprint, loaded_at=now)
    )
    changed(connection)
    return SyncReport.of(found)


def compare(connection: Connection, catalogue: Catalogue) -> SyncReport:
    """What a sync would do; nothing is written."""
    return SyncReport.of(_plan(connection, catalogue))


def compare_with_nothing(catalogue: Catalogue) -> SyncReport:
    """What a sync would do to a database that has no tables yet."""
    return SyncReport.of(plan(_values(catalogue), {}, _figures(catalogue), {}))


def _plan(connection: Connection, catalogue: Catalogue) -> Plan:
    newest = {each.key: each for each in held.newest(connection)}
    return plan(
        _values(catalogue),
        newest,
        _figures(catalogue),
        figures.newest_figures(connection),
        held.needed_by_people(connection),
    )


def _values(catalogue: Catalogue) -> Iterator[Value]:
    """Whatever is referred to stands before what refers to it."""
    yield from catalogue.sources
    yield from catalogue.members
    yield from (edition for edition, _ in catalogue.editions)
    order = list(FACTS)
    yield from sorted(catalogue.facts, key=lambda each: order.index(NAMES[type(each)]))


def _figures(catalogue: Catalogue) -> Iterator[tuple[str, Observation]]:
    for edition, observations in catalogue.editions:
        yield from ((edition.id, each) for each in observations)
