"""Brings the shipped catalogue into the store: what is new is recorded, what changed becomes a
correction, what is gone a retraction. What people recorded is not touched."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Connection, and_, bindparam, func, insert, select, update

from data.catalogue.model import Catalogue
from data.store import bodies
from data.store.plan import CATALOGUE, Beginning, Ending, Held, plan
from data.store.rows import Row, Shelf
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


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncReport:
    """How many facts a sync recorded, corrected, retracted and left as they were; `left` are those
    that people made their own. `figures` is whether anything about sources, members or expenditure
    changed."""

    added: int
    corrected: int
    retracted: int
    unchanged: int
    left: int = 0
    figures: bool


def loaded_last(connection: Connection) -> str | None:
    """The fingerprint of the catalogue loaded last; None before the first."""
    newest = select(catalogue_load.c.fingerprint).order_by(catalogue_load.c.number.desc())
    return connection.scalar(newest.limit(1))


def sync(connection: Connection, catalogue: Catalogue, now: datetime) -> SyncReport:
    """Runs within the caller's transaction, which makes it all or nothing. A catalogue that is
    loaded already is not written again.

    `now` has a zone; its day there is the day of the sync.
    """
    # Writers wait for one another here, where the engine does not make them do so by itself.
    connection.execute(select(change_counter.c.value).with_for_update())
    if loaded_last(connection) == catalogue.fingerprint:
        return SyncReport(
            added=0, corrected=0, retracted=0, unchanged=len(catalogue.facts), figures=False
        )
    figures = _bring_figures(connection, catalogue)
    found = plan(catalogue.facts, _held(connection), now.date())
    _end(connection, found.endings, now)
    _begin(connection, found.beginnings, now)
    connection.execute(
        insert(catalogue_load).values(
            fingerprint=catalogue.fingerprint, loaded_at=now.astimezone(UTC)
        )
    )
    connection.execute(update(change_counter).values(value=change_counter.c.value + 1))
    return SyncReport(
        added=found.added,
        corrected=found.corrected,
        retracted=found.retracted,
        unchanged=found.unchanged,
        left=found.left,
        figures=figures,
    )


def _bring_figures(connection: Connection, catalogue: Catalogue) -> bool:
    sources = Shelf.of(connection, source, _sources(catalogue))
    members = Shelf.of(connection, member, _members(catalogue))
    editions = Shelf.of(connection, edition, _editions(catalogue))
    observations = Shelf.of(connection, observation, _observations(catalogue))
    filled = [each.fill(connection) for each in (sources, members, editions, observations)]
    # A source stays as long as the store lives: revisions that are ended cite it still.
    cleared = [each.clear(connection) for each in (observations, editions, members)]
    return any((*filled, *cleared))


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


def _held(connection: Connection) -> dict[str, Held]:
    """The newest revision of every fact."""
    newest = select(fact.c.id, func.max(fact.c.revision).label("revision")).group_by(fact.c.id)
    ends = (
        select(fact.c.id, func.max(fact.c.known_until))
        .where(fact.c.known_until > fact.c.known_from)
        .group_by(fact.c.id)
    )
    free = {row[0]: row[1] for row in connection.execute(ends)}
    last = newest.subquery()
    rows = connection.execute(
        select(fact).join(last, and_(fact.c.id == last.c.id, fact.c.revision == last.c.revision))
    )
    return {
        row.id: Held(
            row=row.row,
            revision=row.revision,
            body=row.body,
            origin=row.origin,
            known_from=row.known_from,
            ended_by=row.ended_by,
            free_from=free.get(row.id, date.min),
        )
        for row in rows
    }


def _end(connection: Connection, endings: list[Ending], now: datetime) -> None:
    if not endings:
        return
    connection.execute(
        update(fact)
        .where(fact.c.row == bindparam("is_row"))
        .values(ended_by=CATALOGUE, ended_at=now.astimezone(UTC)),
        [
            {
                "is_row": each.row,
                "known_until": each.known_until,
                "ended_as": each.ended_as,
                "ended_because": each.because,
            }
            for each in endings
        ],
    )


def _begin(connection: Connection, beginnings: list[Beginning], now: datetime) -> None:
    if not beginnings:
        return
    connection.execute(
        insert(fact).values(
            origin=CATALOGUE, recorded_by=CATALOGUE, recorded_at=now.astimezone(UTC)
        ),
        [
            {
                "id": each.fact.id,
                "revision": each.revision,
                "kind": bodies.NAMES[type(each.fact)],
                "body": each.body,
                "known_on": bodies.known_on(each.fact),
                "known_from": each.known_from,
                "source": bodies.cites_of(each.fact)[0].source,
            }
            for each in beginnings
        ],
    )
    is_open = fact.c.known_until.is_(None)
    rows = {
        row[0]: row[1] for row in connection.execute(select(fact.c.id, fact.c.row).where(is_open))
    }
    connection.execute(
        insert(fact_source),
        [
            {"fact": rows[each.fact.id], "source": name}
            for each in beginnings
            for name in dict.fromkeys(cite.source for cite in bodies.cites_of(each.fact))
        ],
    )
