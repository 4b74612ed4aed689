"""Reads knowledge out of the tables."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, cast

from sqlalchemy import Connection, or_, select

from data.dates import PartialDate
from data.facts.knowledge import F, Knowledge, Revision
from data.members import Member, Roster
from data.rules.expenditure import Edition, Indicator, Ledger, Observation
from data.sources import Cite, Grade, Source
from data.store import bodies
from data.store.tables import edition, fact, member, observation, source


def knowledge(connection: Connection) -> Knowledge:
    """Everything in the store, ended revisions included."""
    return Knowledge.of(
        Roster.of(_members(connection)),
        Ledger.of(_editions(connection)),
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


def _sources(connection: Connection) -> Iterable[Source]:
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


def _members(connection: Connection) -> Iterable[Member]:
    for row in connection.execute(select(member)):
        yield Member(
            id=row.id,
            iso2=row.iso2,
            joined=row.joined,
            armed_forces=row.armed_forces,
            cites=bodies.read_cites(row.cites),
        )


def _editions(connection: Connection) -> list[tuple[Edition, list[Observation]]]:
    found = {
        row.id: (bodies.read_edition(row.body), list[Observation]())
        for row in connection.execute(select(edition.c.id, edition.c.body))
    }
    cites: dict[tuple[str, str], tuple[Cite, ...]] = {}
    indicators = {each.value: each for each in Indicator}
    for edition_id, *values in connection.execute(select(observation)):
        found[edition_id][1].append(_observation(values, indicators, cites))
    return list(found.values())


def _observation(
    values: list[Any],
    indicators: dict[str, Indicator],
    cites: dict[tuple[str, str], tuple[Cite, ...]],
) -> Observation:
    member_id, indicator, year, value, estimate, places, currency, name, locator = values
    key = (name, locator)
    if key not in cites:
        cites[key] = (Cite(source=name, locator=locator),)
    return Observation(
        member=member_id,
        indicator=indicators[indicator],
        year=year,
        value=Decimal(value),
        estimate=estimate,
        cites=cites[key],
        places=places,
        currency=currency,
    )


def _revisions(connection: Connection) -> Iterable[Revision]:
    columns = (fact.c.kind, fact.c.body, fact.c.known_from, fact.c.known_until)
    for row in connection.execute(select(*columns)):
        yield Revision(bodies.read_fact(row.kind, row.body), row.known_from, row.known_until)
