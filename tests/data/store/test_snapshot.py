"""The snapshot and the tables give the same answers, whatever day is asked as of."""

import asyncio
from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection

from data.catalogue.load import load
from data.catalogue.model import Catalogue
from data.facts.kinds import FACTS
from data.facts.knowledge import Knowledge
from data.facts.records import Presence
from data.rules import Indicator
from data.store import Store, reading
from data.store.engine import consistent, engine_for
from tests.data.store.conftest import NOW, SUMMIT, catalogue, confirmed, guest, lean


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return lean(load())


async def test_the_store_gives_back_what_the_catalogue_holds(store: Store) -> None:
    shipped = load()
    await store.sync(shipped, now=NOW)
    assert await store.knowledge() == shipped.knowledge()


async def test_facts_are_the_same_on_every_day_that_matters(
    store: Store, url: str, shipped: Catalogue
) -> None:
    await store.sync(shipped, now=NOW)
    # Rows are read alike on each engine; what differs between them shows on a few days as well.
    step = 1 if url.startswith("sqlite") else 10
    assert await _disagreements(url, step=step) == []


async def test_facts_are_the_same_where_releases_corrected_and_withdrew_them(
    store: Store, url: str
) -> None:
    invited = guest(Presence.INVITED)
    for day, facts in enumerate([(invited,), (confirmed(invited),), (), (invited,)]):
        await store.sync(catalogue(SUMMIT, *facts), now=NOW + timedelta(days=day))
    assert await _disagreements(url) == []


async def test_series_are_the_same_on_every_day_that_matters(
    store: Store, shipped: Catalogue
) -> None:
    await store.sync(shipped, now=NOW)
    ledger = (await store.knowledge()).ledger
    asked = [
        (member, indicator, day)
        for day in _around(each.published_on.last for each in ledger.editions)
        for member in ("ESP", "ISL")
        for indicator in (Indicator.SHARE_OF_GDP, Indicator.EXPENDITURE_NATIONAL)
    ]
    assert asked
    assert [
        each for each in asked if await store.all_series(*each) != ledger.all_series(*each)
    ] == []


async def test_editions_are_the_same_on_every_day_that_matters(
    store: Store, shipped: Catalogue
) -> None:
    await store.sync(shipped, now=NOW)
    ledger = (await store.knowledge()).ledger
    days = _around(each.published_on.last for each in ledger.editions)
    assert [day for day in days if await store.editions(day) != ledger.published_by(day)] == []


async def test_a_database_in_memory_serves_many_at_once(shipped: Catalogue) -> None:
    async with Store.open("sqlite+aiosqlite://") as store:
        await store.prepare()
        await asyncio.gather(*(store.sync(shipped, now=NOW) for _ in range(3)))
        known = await asyncio.gather(*(store.knowledge() for _ in range(3)))
    assert known == [shipped.knowledge()] * 3


async def _disagreements(url: str, *, step: int = 1) -> list[str]:
    """All of it is read through one connection: opening one takes longer than reading."""
    engine = engine_for(url)
    try:
        async with consistent(engine).connect() as connection:
            return await connection.run_sync(_compared, step)
    finally:
        await engine.dispose()


def _compared(connection: Connection, step: int) -> list[str]:
    known: Knowledge = reading.knowledge(connection)
    ends = {each.known_until for each in known.revisions if each.known_until is not None}
    days = _around({each.known_from for each in known.revisions} | ends)
    assert days
    return [
        f"{name} on {day}"
        for day in days[::step]
        for name, kind in FACTS.items()
        if reading.known(connection, kind, day) != known.known(kind, day)
    ]


def _around(days: Iterable[date]) -> list[date]:
    """Each day, and the day before it."""
    found = set(days)
    return sorted(found | {each - timedelta(days=1) for each in found})
