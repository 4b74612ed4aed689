"""Brings the shipped catalogue into the store: what is new is recorded, what changed becomes a
correction, what is gone a retraction. What people recorded is not touched."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from data.catalogue.model import Catalogue
from data.facts.knowledge import Fact, known_from
from data.store import bodies
from data.store.rows import Row, bring
from data.store.tables import (
    catalogue_load,
    change_counter,
    edition,
    fact,
    fact_source,
    member,
    observation,
    source,
)

_BY = "catalogue"
_CORRECTED = "The catalogue of a later release states it otherwise."
_RETRACTED = "The catalogue of a later release does not hold it any more."


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncReport:
    """How many facts a sync recorded, corrected, retracted and left as they were; `figures` is
    whether anything about sources, members or expenditure changed."""

    added: int
    corrected: int
    retracted: int
    unchanged: int
    figures: bool


def sync(connection: Connection, catalogue: Catalogue, now: datetime) -> SyncReport:
    """Runs within the caller's transaction, which makes it all or nothing."""
    figures = _bring_figures(connection, catalogue)
    report = _sync_facts(connection, catalogue, now, figures=figures)
    connection.execute(
        insert(catalogue_load).values(
            fingerprint=catalogue.fingerprint, loaded_at=now.astimezone(UTC)
        )
    )
    connection.execute(update(change_counter).values(value=change_counter.c.value + 1))
    return report


def _bring_figures(connection: Connection, catalogue: Catalogue) -> bool:
    changed = [
        # A source stays as long as the store lives: revisions that are ended cite it still.
        bring(connection, source, _sources(catalogue), prune=False),
        bring(connection, member, _members(catalogue), prune=False),
        bring(connection, edition, _editions(catalogue), prune=False),
        bring(connection, observation, _observations(catalogue), prune=True),
    ]
    return any(changed)


def _sources(catalogue: Catalogue) -> Iterator[Row]:
    for each in catalogue.sources:
        yield {
            "id": each.id,
            "title": each.title,
            "publisher": each.publisher,
            "published_on": str(each.published_on),
            "verified_on": each.verified_on,
            "url": each.url,
            "grade": each.grade.value,
            "licence": each.licence,
            "note": each.note,
        }


def _members(catalogue: Catalogue) -> Iterator[Row]:
    for each in catalogue.members:
        yield {
            "id": each.id,
            "iso2": each.iso2,
            "joined": each.joined,
            "armed_forces": each.armed_forces,
            "cites": bodies.cites_text(each.cites),
            "source": each.cites[0].source,
        }


def _editions(catalogue: Catalogue) -> Iterator[Row]:
    for each, _ in catalogue.editions:
        yield {
            "id": each.id,
            "published_on": str(each.published_on),
            "body": bodies.edition_text(each),
            "source": each.cites[0].source,
        }


def _observations(catalogue: Catalogue) -> Iterator[Row]:
    for each, observations in catalogue.editions:
        for value in observations:
            (cite,) = value.cites
            yield {
                "edition": each.id,
                "member": value.member,
                "indicator": value.indicator.value,
                "year": value.year,
                "value": str(value.value),
                "estimate": value.estimate,
                "places": value.places,
                "currency": value.currency,
                "source": cite.source,
                "locator": cite.locator,
            }


def _sync_facts(
    connection: Connection, catalogue: Catalogue, now: datetime, *, figures: bool
) -> SyncReport:
    stored = {
        row.id: row
        for row in connection.execute(
            select(fact.c.row, fact.c.id, fact.c.body, fact.c.known_from).where(
                fact.c.known_until.is_(None), fact.c.origin == _BY
            )
        )
    }
    revisions = {
        row[0]: row[1]
        for row in connection.execute(
            select(fact.c.id, func.max(fact.c.revision)).group_by(fact.c.id)
        )
    }
    added = corrected = unchanged = 0
    for each in catalogue.facts:
        body, row = bodies.fact_text(each), stored.pop(each.id, None)
        if row is not None and row.body == body:
            unchanged += 1
            continue
        start = known_from(each)
        if row is None:
            added += 1
        else:
            corrected += 1
            _end(connection, row, "corrected", _CORRECTED, now)
        before = revisions.get(each.id, 0)
        if before:
            # What was said until now was said until now: a later revision never reaches back.
            start = max(start, now.date())
        _record(connection, each, body, before + 1, start, now)
    for row in stored.values():
        _end(connection, row, "retracted", _RETRACTED, now)
    return SyncReport(
        added=added,
        corrected=corrected,
        retracted=len(stored),
        unchanged=unchanged,
        figures=figures,
    )


def _end(connection: Connection, row: Any, ended_as: str, because: str, now: datetime) -> None:
    """Closes a revision on the day of the sync; one not known yet by then was known on no day."""
    connection.execute(
        update(fact)
        .where(fact.c.row == row.row)
        .values(
            known_until=max(row.known_from, now.date()),
            ended_as=ended_as,
            ended_because=because,
            ended_by=_BY,
            ended_at=now.astimezone(UTC),
        )
    )


def _record(
    connection: Connection, each: Fact, body: str, revision: int, start: date, now: datetime
) -> None:
    cites = bodies.cites_of(each)
    result = connection.execute(
        insert(fact).values(
            id=each.id,
            revision=revision,
            kind=bodies.NAMES[type(each)],
            body=body,
            known_on=bodies.known_on(each),
            known_from=start,
            source=cites[0].source,
            origin=_BY,
            recorded_by=_BY,
            recorded_at=now.astimezone(UTC),
        )
    )
    row = result.inserted_primary_key
    assert row is not None
    names = dict.fromkeys(cite.source for cite in cites)
    connection.execute(insert(fact_source), [{"fact": row[0], "source": name} for name in names])
