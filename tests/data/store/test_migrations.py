from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from data.dates import PartialDate
from data.errors import StoreError
from data.facts.records import Group, Presence
from data.sources import Cite
from data.store import Store, digest_tables, feed_tables, schema
from data.store.engine import engine_for, writing
from data.store.proposal_tables import metadata
from tests.data.store.conftest import NOW, SUMMIT, address, catalogue, execute, guest

assert digest_tables.metadata is feed_tables.metadata is metadata
"""The tables of these modules are known to it once they are imported."""

pytestmark = pytest.mark.own_database

GROUP = Group(
    id="baltic-2004",
    group="baltic",
    name="Baltic members",
    members=("ESP",),
    claim="They are a group.",
    known_on=PartialDate(2025, 6, 5),
    cites=(Cite(source="report", locator="first paragraph"),),
)


async def within(url: str, work: Any) -> Any:
    engine = engine_for(url)
    try:
        async with writing(engine).begin() as connection:
            return await connection.run_sync(work)
    finally:
        await engine.dispose()


async def test_the_tables_are_what_the_migrations_make(store: Store, url: str) -> None:
    await store.prepare()
    assert await within(url, _differences) == []


def _differences(connection: Connection) -> Sequence[object]:
    return compare_metadata(MigrationContext.configure(connection), metadata)


async def test_the_checks_are_what_the_migrations_make(
    sqlite_store: Store, sqlite_url: str, tmp_path: Path
) -> None:
    # Alembic compares no check constraints.
    await sqlite_store.prepare()
    fresh = address(tmp_path / "fresh.db")
    await within(fresh, metadata.create_all)
    assert await within(sqlite_url, _checks) == await within(fresh, _checks)


def _checks(connection: Connection) -> set[str]:
    made = connection.execute(text("select sql from sqlite_master where type = 'table'")).scalars()
    lines = (line.strip().rstrip(",") for sql in made for line in sql.splitlines())
    return {line for line in lines if "CHECK" in line}


async def test_the_newest_revision_is_the_one_the_start_looks_for(url: str) -> None:
    assert await within(url, _head) == schema.HEAD


def _head(connection: Connection) -> str | None:
    return ScriptDirectory.from_config(schema.configuration(connection)).get_current_head()


async def test_tables_with_data_go_down_and_up_again(store: Store, url: str) -> None:
    shipped = catalogue(SUMMIT, guest(Presence.INVITED))
    await store.sync(shipped, now=NOW)
    before = await store.knowledge()
    await within(url, lambda each: command.downgrade(schema.configuration(each), "0001"))
    assert "revision" not in await within(url, _tables)
    await store.prepare()
    assert await store.knowledge() == before
    assert await store.is_current(shipped.fingerprint)


async def test_tables_with_data_go_down_to_nothing(store: Store, url: str) -> None:
    shipped = catalogue(SUMMIT, guest(Presence.INVITED))
    await store.sync(shipped, now=NOW)
    await within(url, lambda each: command.downgrade(schema.configuration(each), "base"))
    assert await within(url, _tables) == {"alembic_version"}
    await store.prepare()
    assert (await store.sync(shipped, now=NOW)).added == 2


async def test_what_an_older_release_does_not_know_is_forgotten(store: Store, url: str) -> None:
    await store.sync(catalogue(SUMMIT, GROUP), now=NOW)
    await within(url, lambda each: command.downgrade(schema.configuration(each), "0004"))
    await store.prepare()
    assert [each.fact for each in (await store.knowledge()).revisions] == [SUMMIT]


def _tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


async def test_a_migration_that_fails_leaves_nothing_behind(url: str) -> None:
    await execute(url, "create table observation (x text)")
    async with Store.open(url) as store:
        with pytest.raises(StoreError, match=r'observation"? already exists'):
            await store.prepare()
    assert await within(url, _tables) == {"observation"}


async def test_preparing_twice_changes_nothing(store: Store) -> None:
    await store.sync(catalogue(SUMMIT), now=NOW)
    before = await store.knowledge()
    await store.prepare()
    assert await store.knowledge() == before


async def test_a_database_of_a_newer_release_is_left_alone(store: Store, url: str) -> None:
    await execute(url, "update alembic_version set version_num = '9999'")
    with pytest.raises(StoreError, match="newer release"):
        await store.prepare()
