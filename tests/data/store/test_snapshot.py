"""The snapshot and the tables give the same answers, whatever day is asked as of."""

import asyncio
import shutil
from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection

from data.catalogue.model import Catalogue
from data.facts.kinds import FACTS
from data.facts.knowledge import Fact, Knowledge
from data.facts.records import Presence
from data.rules import Indicator
from data.store import Store, reading
from data.store.engine import consistent, engine_for
from tests.data.store.conftest import (
    NOW,
    SUMMIT,
    address,
    catalogue,
    confirmed,
    guest,
    lean,
    make,
)
from tests.postgres import Server
from tests.shipped import CATALOGUE, KNOWN


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return lean(CATALOGUE)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def holding(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, shipped: Catalogue
) -> str:
    """The address of a database, on each engine, that holds the catalogue; it is only read."""
    if request.param == "sqlite":
        file = tmp_path_factory.mktemp("holding") / "store.db"
        url = address(shutil.copyfile(request.getfixturevalue("prepared"), file))
    else:
        server: Server = request.getfixturevalue("postgres")
        make(server, "holding", template=request.getfixturevalue("template"))
        url = server.url("holding")

    async def load() -> None:
        async with Store.open(url) as store:
            await store.sync(shipped, now=NOW)

    asyncio.run(load())
    return url


async def test_the_store_gives_back_what_the_catalogue_holds(store: Store) -> None:
    await store.sync(CATALOGUE, now=NOW)
    assert await store.knowledge() == KNOWN


async def test_facts_are_the_same_on_every_day_that_matters(holding: str) -> None:
    # Rows are read alike on each engine; what differs between them shows on a few days as well.
    step = 1 if holding.startswith("sqlite") else 3
    assert await _disagreements(holding, step=step) == []


async def test_facts_are_the_same_where_releases_corrected_and_withdrew_them(
    store: Store, url: str
) -> None:
    invited = guest(Presence.INVITED)
    for day, facts in enumerate([(invited,), (confirmed(invited),), (), (invited,)]):
        await store.sync(catalogue(SUMMIT, *facts), now=NOW + timedelta(days=day))
    assert await _disagreements(url) == []


async def test_series_are_the_same_on_every_day_that_matters(holding: str) -> None:
    async with Store.open(holding) as store:
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


async def test_editions_are_the_same_on_every_day_that_matters(holding: str) -> None:
    async with Store.open(holding) as store:
        ledger = (await store.knowledge()).ledger
        days = _around(each.published_on.last for each in ledger.editions)
        told = [day for day in days if await store.editions(day) != ledger.published_by(day)]
    assert days
    assert told == []


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
    return [
        f"{name} on {day}"
        for name, kind in FACTS.items()
        for day in _days_of(known, kind)[::step]
        if reading.known(connection, kind, day) != known.known(kind, day)
    ]


def _days_of(known: Knowledge, kind: type[Fact]) -> list[date]:
    """When anything of a kind begins or ends to be known, for on no other day the answer changes;
    and the last day of all kinds."""
    of_it = [each for each in known.revisions if isinstance(each.fact, kind)]
    ends = {each.known_until for each in of_it if each.known_until is not None}
    last = max(each.known_from for each in known.revisions)
    return _around({each.known_from for each in of_it} | ends | {last})


def _around(days: Iterable[date]) -> list[date]:
    """Each day, and the day before it."""
    found = set(days)
    return sorted(found | {each - timedelta(days=1) for each in found})
