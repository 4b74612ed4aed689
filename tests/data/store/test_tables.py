"""What must hold is held by the database itself."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from data.errors import StoreError
from data.facts.records import Presence
from data.store import Store, schema
from data.store.engine import engine_for, writing
from data.store.tables import OPEN_REVISION, metadata
from tests.data.store.conftest import NOW, SUMMIT, catalogue, guest

_FACT = (
    "insert into fact (id, revision, kind, body, known_on, known_from, source, origin,"
    " recorded_by, recorded_at) values ('{id}', {revision}, 'meeting', '{{}}', '2025',"
    " '2025-01-01', {source}, '{origin}', 'x', '2026-01-01')"
)
_END = (
    "update fact set known_until = '{day}', ended_as = 'retracted', ended_because = 'x',"
    " ended_by = 'x', ended_at = '2026-01-01' where id = 'hague'"
)
_FIGURE = (
    "insert into observation values ('{edition}', 'ESP', 'share_of_gdp', {year}, '2', 1, 2, null,"
    " 'report', '{locator}')"
)

REFUSED = {
    "a duplicate": _FACT.format(id="hague", revision=1, source="'report'", origin="person"),
    "a second open revision": _FACT.format(
        id="hague", revision=2, source="'report'", origin="person"
    ),
    "no source": _FACT.format(id="new", revision=1, source="null", origin="person"),
    "an orphan": _FACT.format(id="new", revision=1, source="'nowhere'", origin="person"),
    "an origin of no kind": _FACT.format(id="new", revision=1, source="'report'", origin="rumour"),
    "an end without a reason": "update fact set known_until = '2026-01-01' where id = 'hague'",
    "an end before the beginning": _END.format(day="2020-01-01"),
    "a source that is cited": "delete from source where id = 'report'",
    "a figure of no edition": _FIGURE.format(edition="never", year=2025, locator="x"),
    "a figure without its place": _FIGURE.format(edition="2025-08-28", year=2024, locator=""),
    "a figure twice": _FIGURE.format(edition="2025-08-28", year=2025, locator="x"),
}
"""The statement that tries it, by what is wrong with it."""


@pytest.mark.parametrize("statement", REFUSED.values(), ids=list(REFUSED))
async def test_the_database_refuses(store: Store, url: str, statement: str) -> None:
    await store.sync(catalogue(SUMMIT, guest(Presence.INVITED)), now=NOW)
    engine = engine_for(url)
    with pytest.raises(IntegrityError):
        async with writing(engine).begin() as connection:
            await connection.execute(text(statement))
    await engine.dispose()


async def test_the_tables_are_what_the_migrations_make(store: Store, url: str) -> None:
    await store.prepare()
    engine = engine_for(url)
    async with engine.connect() as connection:
        differences = await connection.run_sync(_differences)
    await engine.dispose()
    assert differences == []


def _differences(connection: Connection) -> Sequence[object]:
    return [
        each
        for each in compare_metadata(MigrationContext.configure(connection), metadata)
        if not (each[0] == "remove_index" and each[1].name == OPEN_REVISION)
    ]


async def test_the_newest_revision_is_the_one_the_start_looks_for(url: str) -> None:
    engine = engine_for(url)
    async with engine.connect() as connection:
        head = await connection.run_sync(
            lambda each: ScriptDirectory.from_config(schema.configuration(each)).get_current_head()
        )
    await engine.dispose()
    assert head == schema.HEAD


async def test_tables_with_data_go_down_and_up_again(store: Store, url: str) -> None:
    shipped = catalogue(SUMMIT, guest(Presence.INVITED))
    await store.sync(shipped, now=NOW)
    engine = engine_for(url)
    async with writing(engine).begin() as connection:
        await connection.run_sync(
            lambda each: command.downgrade(schema.configuration(each), "base")
        )
    await engine.dispose()
    await store.prepare()
    assert (await store.sync(shipped, now=NOW)).added == 2


async def test_a_database_of_a_newer_release_is_left_alone(store: Store, url: str) -> None:
    engine = engine_for(url)
    async with writing(engine).begin() as connection:
        await connection.execute(text("update alembic_version set version_num = '9999'"))
    await engine.dispose()
    with pytest.raises(StoreError, match="newer release"):
        await store.prepare()


async def test_a_locked_database_is_told_in_one_sentence(
    store: Store, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.store.engine._PRAGMAS", ("PRAGMA busy_timeout = 1",))
    other = engine_for(url)
    async with writing(other).begin(), Store.open(url) as second:
        with pytest.raises(StoreError, match="in use by another program"):
            await second.sync(catalogue(SUMMIT), now=NOW)
    await other.dispose()
    assert (await store.sync(catalogue(SUMMIT), now=NOW)).added == 1


async def test_a_file_that_is_no_database_is_told_in_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("This is no database, but a text that is long enough to look at." * 50)
    async with Store.open(f"sqlite+aiosqlite:///{file}") as store:
        with pytest.raises(StoreError, match="is not a database"):
            await store.prepare()


async def test_a_folder_that_is_not_there_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nowhere of the database is not there"):
        async with Store.open(f"sqlite+aiosqlite:///{tmp_path / 'nowhere' / 'x.db'}"):
            pass


async def test_an_address_that_is_none_is_told_in_one_sentence() -> None:
    with pytest.raises(StoreError, match="not one SQLAlchemy can read"):
        async with Store.open("nonsense"):
            pass
