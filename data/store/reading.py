"""Reads knowledge out of the tables."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, cast

from sqlalchemy import Connection, func, or_, select

from data.dates import PartialDate
from data.facts.knowledge import F, Knowledge, Revision
from data.members import Member, Roster
from data.rules.expenditure import Edition, Indicator, Ledger, Observation, Series
from data.sources import Cite, Grade, Source
from data.store import bodies
from data.store.tables import edition, fact, member, observation, source


def knowledge(connection: Connection) -> Knowledge:
    """Everything in the store, ended revisions included."""
    return Knowledge.of(
        Roster.of(_members(connection)),
        _ledger(connection),
        _sources(connection),
        _revisions(connection),
    )


def known(connection: Connection, kind: type[F], as_of: date) -> tuple[F, ...]:
    """Facts of a kind known on a day, straight from the tables, oldest known first."""
    rows = connection.execute(
        select(fact.c.kind, fact.c.body)
        .where(
            fact.c.kind == bodies.NAMES[kind],
            fact.c.known_from <= as_of,
            or_(fact.c.known_until.is_(None), fact.c.known_until > as_of),
        )
        .order_by(fact.c.known_from, fact.c.id)
    )
    return tuple(cast("F", bodies.read_fact(row.kind, row.body)) for row in rows)


def _sources(connection: Connection) -> Iterator[Source]:
    for row in connection.execute(select(source)):
        yield Source(
            id=row.id,
            title=row.title,
            publisher=row.publisher,
            published_on=PartialDate.parse(row.published_on),
            verified_on=row.verified_on,
            url=row.url,
            grade=Grade(row.grade),
            licence=row.licence,
            note=row.note,
        )


def _members(connection: Connection) -> Iterator[Member]:
    for row in connection.execute(select(member)):
        yield Member(
            id=row.id,
            iso2=row.iso2,
            joined=row.joined,
            armed_forces=row.armed_forces,
            cites=bodies.read_cites(row.cites),
        )


def editions(connection: Connection, as_of: date) -> tuple[Edition, ...]:
    """Editions published by a day, newest first."""
    found = [
        bodies.read_edition(body) for body in connection.execute(select(edition.c.body)).scalars()
    ]
    published = [each for each in found if each.published_on.is_over_by(as_of)]
    return tuple(
        sorted(published, key=lambda each: (each.published_on.last, each.id), reverse=True)
    )


def all_series(
    connection: Connection, of: str, indicator: Indicator, as_of: date
) -> tuple[Series, ...]:
    """A member's series in each edition published by a day, newest edition first."""
    published = editions(connection, as_of)
    wanted = (
        observation.c.indicator == indicator.value,
        observation.c.edition.in_([each.id for each in published]),
    )
    rows = connection.execute(
        select(*_VALUES).where(observation.c.member == of, *wanted).order_by(observation.c.year)
    )
    values: dict[str, dict[int, Observation]] = {}
    for name, each in _observations(rows):
        values.setdefault(name, {})[each.year] = each
    years = (
        select(observation.c.edition, func.max(observation.c.year))
        .where(*wanted)
        .group_by(observation.c.edition)
    )
    newest: dict[str, int] = {row[0]: row[1] for row in connection.execute(years)}
    return tuple(
        Series(each, of, indicator, values[each.id], newest[each.id])
        for each in published
        if each.id in values
    )


def _ledger(connection: Connection) -> Ledger:
    found = {
        row[0]: (bodies.read_edition(row[1]), list[Observation]())
        for row in connection.execute(select(edition.c.id, edition.c.body))
    }
    for name, each in _observations(connection.execute(select(*_VALUES))):
        found[name][1].append(each)
    return Ledger.of(found.values())


_VALUES = (
    observation.c.edition,
    observation.c.member,
    observation.c.indicator,
    observation.c.year,
    observation.c.value,
    observation.c.estimate,
    observation.c.places,
    observation.c.currency,
    observation.c.source,
    observation.c.locator,
)


def _observations(rows: Iterable[Any]) -> Iterator[tuple[str, Observation]]:
    """Each with its edition, from rows of `_VALUES`."""
    indicators = {each.value: each for each in Indicator}
    cites: dict[tuple[str, str], tuple[Cite, ...]] = {}
    for name, of, word, year, value, estimate, places, currency, where, locator in rows:
        place = (where, locator)
        if place not in cites:
            cites[place] = (Cite(source=where, locator=locator),)
        yield (
            name,
            Observation(
                member=of,
                indicator=indicators[word],
                year=year,
                value=Decimal(value),
                estimate=estimate,
                cites=cites[place],
                places=places,
                currency=currency,
            ),
        )


def _revisions(connection: Connection) -> Iterator[Revision]:
    """Those that anybody could know: one corrected on the day it became known is left out."""
    could_be_known = or_(fact.c.known_until.is_(None), fact.c.known_until > fact.c.known_from)
    columns = (fact.c.kind, fact.c.body, fact.c.known_from, fact.c.known_until)
    for kind, body, start, end in connection.execute(select(*columns).where(could_be_known)):
        yield Revision(bodies.read_fact(kind, body), start, end)
