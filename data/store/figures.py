"""Reads editions and their figures out of the log: the newest state of each figure counts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any

from sqlalchemy import Connection, select

from data.facts.kinds import NAMES
from data.facts.log import FigureEntry
from data.rules.expenditure import Edition, Indicator, Observation, Series
from data.rules.ledger import Column, Ledger
from data.sources import Cite
from data.store import bodies, held
from data.store.plan import FigureKey, HeldFigure
from data.store.tables import observation, revision

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
    observation.c.number,
    observation.c.origin,
)
_NUMBER, _ORIGIN = 10, 11

_INDICATORS = {each.value: each for each in Indicator}
_EDITION, _MEMBER, _SOURCE = (len(bodies.key(kind, "")) for kind in ("edition", "member", "source"))


_Held = tuple[str, bool, int, str | None, str, str]
"""A value, whether it is an estimate, its places, currency, source and locator."""


def ledger(connection: Connection, editions: Iterable[Edition], at: datetime | None) -> Ledger:
    """The ledger of the editions; with `at`, of their figures as the log was at that moment.

    There are thousands of figures, of which a question needs few: they are fetched together, and
    made into observations where they are asked for.
    """
    held = _held(connection, at)
    return Ledger.of_columns(
        (each, _columns(held.get(bodies.key("edition", each.id), {}))) for each in editions
    )


def newest_figures(
    connection: Connection, at: datetime | None = None
) -> dict[FigureKey, HeldFigure]:
    """The newest state of every figure, the retracted included."""
    return _newest(_rows(connection, at))


def _rows(connection: Connection, at: datetime | None) -> Sequence[Any]:
    """Every state of every figure, in the order of writing."""
    asked = select(*_VALUES).order_by(observation.c.number)
    if at is not None:
        asked = asked.where(observation.c.recorded_at <= at)
    return connection.execute(asked).all()


def _held(
    connection: Connection, at: datetime | None
) -> dict[str, dict[tuple[str, str], dict[int, _Held]]]:
    """The newest state of every figure that is not retracted: by edition, by member and indicator,
    by year."""
    found: dict[str, dict[tuple[str, str], dict[int, _Held]]] = {}
    shared: dict[str, str] = {}
    for edition, member, word, year, value, *rest in _rows(connection, at):
        years = found.setdefault(edition, {}).setdefault((member, word), {})
        if value is None:
            years.pop(year, None)
            continue
        estimate, places, currency, source, locator, *_ = rest
        # A few sources stand beside thousands of figures.
        one_of_few = shared.setdefault(source, source)
        years[year] = (value, estimate, places, currency, one_of_few, locator)
    return found


def _columns(held: Mapping[tuple[str, str], dict[int, _Held]]) -> Iterator[Column]:
    for (member, word), years in held.items():
        if years:
            of, indicator = member[_MEMBER:], _INDICATORS[word]
            yield Column(of, indicator, max(years), partial(_observations, of, indicator, years))


def _observations(
    member: str, indicator: Indicator, years: Mapping[int, _Held]
) -> dict[int, Observation]:
    return {year: _observation(member, indicator, year, years[year]) for year in sorted(years)}


def _observation(member: str, indicator: Indicator, year: int, held: _Held) -> Observation:
    value, estimate, places, currency, source, locator = held
    return Observation(
        member=member,
        indicator=indicator,
        year=year,
        value=Decimal(value),
        estimate=estimate,
        cites=(Cite(source=source[_SOURCE:], locator=locator),),
        places=places,
        currency=currency,
    )


def _newest(rows: Iterable[Any]) -> dict[FigureKey, HeldFigure]:
    """From rows of `_VALUES` in the order of writing."""
    return {
        (row[0][_EDITION:], row[1][_MEMBER:], row[2], row[3]): HeldFigure(
            row[_NUMBER], _read(row), row[_ORIGIN] == "catalogue"
        )
        for row in rows
    }


def _read(row: Any) -> Observation | None:
    """From a row of `_VALUES`; None where the figure was retracted."""
    _, member, word, year, value, *rest = row
    if value is None:
        return None
    return _observation(member[_MEMBER:], _INDICATORS[word], year, (value, *rest[:5]))


def editions(connection: Connection, as_of: date) -> tuple[Edition, ...]:
    """Editions published by a day, newest first."""
    newest = held.newest(connection, revision.c.kind == NAMES[Edition])
    found = [bodies.read(each.kind, each.body) for each in newest if each.body is not None]
    published = [
        each for each in found if isinstance(each, Edition) and each.published_on.is_over_by(as_of)
    ]
    return tuple(
        sorted(published, key=lambda each: (each.published_on.last, each.id), reverse=True)
    )


def all_series(
    connection: Connection, of: str, indicator: Indicator, as_of: date
) -> tuple[Series, ...]:
    """A member's series in each edition published by a day, newest edition first."""
    published = editions(connection, as_of)
    names = [bodies.key("edition", each.id) for each in published]
    rows = connection.execute(
        select(*_VALUES)
        .where(observation.c.indicator == indicator.value, observation.c.edition.in_(names))
        .order_by(observation.c.number)
    )
    values = {key: each.value for key, each in _newest(rows).items() if each.value is not None}
    return tuple(
        _series(each, of, indicator, values) for each in published if _has(values, each, of)
    )


def _has(values: Mapping[FigureKey, Observation], edition: Edition, of: str) -> bool:
    return any(name == edition.id and member == of for name, member, *_ in values)


def _series(
    edition: Edition, of: str, indicator: Indicator, values: Mapping[FigureKey, Observation]
) -> Series:
    mine = sorted(
        (year, value)
        for (name, member, _, year), value in values.items()
        if name == edition.id and member == of
    )
    newest = max(year for name, _, _, year in values if name == edition.id)
    return Series(edition, of, indicator, dict(mine), newest)


def history(
    connection: Connection, edition: str, member: str, indicator: Indicator, year: int
) -> tuple[FigureEntry, ...]:
    """Every state of one figure, in the order of writing."""
    rows = connection.execute(
        select(
            *_VALUES,
            observation.c.action,
            observation.c.recorded_by,
            observation.c.recorded_at,
            observation.c.because,
        )
        .where(
            observation.c.edition == bodies.key("edition", edition),
            observation.c.member == bodies.key("member", member),
            observation.c.indicator == indicator.value,
            observation.c.year == year,
        )
        .order_by(observation.c.number)
    )
    return tuple(
        FigureEntry(
            edition=edition,
            number=row.number,
            action=row.action,
            value=_read(row),
            origin=row.origin,
            by=row.recorded_by,
            at=row.recorded_at,
            because=row.because,
        )
        for row in rows
    )
