"""Backups and restores, on each engine, while others read and write."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from data.errors import StoreError
from data.store import Store, backup, schema
from data.store.engine import consistent, engine_for
from data.store.restore import restore, revision
from tests.data.store import acts
from tests.data.store.acts import Stage
from tests.data.store.conftest import address, execute, make
from tests.postgres import Server

pytestmark = pytest.mark.own_database

LOAD = (
    "insert into catalogue_load (fingerprint, loaded_at)"
    " values ('{name}', '2026-11-25 08:00:00+00:00')"
)
COUNT = "select count(*) from catalogue_load"
MOVE = "update change_counter set value = value + 1"

FILLED, LONG = 30, 100_000
"""Rows and their length: as much as a backup needs several steps for."""

FACT = "insert into fact (key, kind) select 'source:' || value, 'source' from change_counter"


async def fill(url: str, *names: str) -> None:
    loads = [LOAD.format(name=name) for name in names]
    await execute(url, *loads, *[MOVE for _ in names])


async def ask(url: str, query: str) -> list[tuple[Any, ...]]:
    engine = engine_for(url)
    try:
        async with consistent(engine).connect() as connection:
            return [tuple(row) for row in await connection.execute(text(query))]
    finally:
        await engine.dispose()


async def held(url: str) -> list[object]:
    """The names that were filled in, and nothing where there are no tables."""
    if await revision(url) is None:
        return []
    return [row[0] for row in await ask(url, "select fingerprint from catalogue_load order by 1")]


async def counter(url: str) -> int:
    async with Store.open(url) as store:
        return await store.change_counter()


def refusal(work: Callable[[], object]) -> str:
    with pytest.raises(StoreError) as caught:
        work()
    assert "\n" not in str(caught.value)
    return str(caught.value)


async def restore_refusal(url: str, file: Path, *, force: bool = True) -> str:
    with pytest.raises(StoreError) as caught:
        await restore(url, file, force=force)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@contextmanager
def writing_on(url: str, stage: Stage) -> Iterator[None]:
    """Another process writes all the time."""
    # Each transaction writes into three tables: whatever is not of one moment shows.
    writer = stage.begin(acts.keep_writing, url, LOAD.format(name="x" * 4000), FACT, MOVE)
    writer.reach()
    try:
        yield
    finally:
        writer.kill()


@pytest.mark.usefixtures("store")
async def test_what_was_backed_up_comes_back(url: str, tmp_path: Path) -> None:
    await fill(url, "a", "b")
    backup.backup(url, tmp_path / "copy")
    await fill(url, "c")
    await restore(url, tmp_path / "copy", force=True)
    assert await held(url) == ["a", "b"]


@pytest.mark.usefixtures("store")
async def test_a_restore_moves_the_change_counter_past_both(url: str, tmp_path: Path) -> None:
    await fill(url, "a")
    backup.backup(url, tmp_path / "copy")
    await fill(url, "b", "c")
    await restore(url, tmp_path / "copy", force=True)
    assert await counter(url) > 3


async def test_a_store_that_is_open_reads_what_was_restored(
    store: Store, url: str, tmp_path: Path
) -> None:
    backup.backup(url, tmp_path / "copy")
    await fill(url, "a")
    before = await store.change_counter()
    assert await store.is_current("a")
    await restore(url, tmp_path / "copy", force=True)
    assert not await store.is_current("a")
    assert await store.change_counter() != before


@pytest.mark.usefixtures("store")
async def test_a_restored_database_still_refuses_to_change_its_log(
    url: str, tmp_path: Path
) -> None:
    backup.backup(url, tmp_path / "copy")
    await restore(url, tmp_path / "copy", force=True)
    await execute(url, "insert into fact (key, kind) values ('source:x', 'source')")
    with pytest.raises(Exception, match="the log only grows"):
        await execute(url, "delete from fact")


@pytest.mark.usefixtures("store")
async def test_a_backup_is_of_one_moment_while_another_process_writes(
    url: str, tmp_path: Path, stage: Stage
) -> None:
    await fill(url, *("x" * LONG for _ in range(FILLED)))
    with writing_on(url, stage):
        began = await counter(url)
        backup.backup(url, tmp_path / "copy")
        assert await counter(url) > began, "the writer had to wait"
    before = await counter(url)
    await restore(url, tmp_path / "copy", force=True)
    [[rows]] = await ask(url, COUNT)
    (moved,) = {
        value - max(before, rows) for (value,) in await ask(url, "select value from change_counter")
    }
    assert began <= rows < before
    assert moved > 0


async def test_a_backup_goes_into_an_empty_database(
    store: Store, url: str, tmp_path: Path, elsewhere: str
) -> None:
    await fill(url, "a")
    backup.backup(url, tmp_path / "copy")
    await restore(elsewhere, tmp_path / "copy")
    assert await held(elsewhere) == ["a"]
    assert await store.change_counter() == 1


@pytest.fixture
def elsewhere(url: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database of the same kind that is empty."""
    if url.startswith("sqlite"):
        yield address(tmp_path / "elsewhere.db")
        return
    server: Server = request.getfixturevalue("postgres")
    make(server, "elsewhere")
    yield server.url("elsewhere")


@pytest.mark.usefixtures("store")
async def test_a_database_that_holds_anything_is_not_overwritten_unasked(
    url: str, tmp_path: Path
) -> None:
    backup.backup(url, tmp_path / "copy")
    await fill(url, "a")
    said = await restore_refusal(url, tmp_path / "copy", force=False)
    assert "add --force" in said
    assert await held(url) == ["a"]


@pytest.mark.usefixtures("store")
async def test_a_file_that_is_there_is_not_overwritten_unasked(url: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.write_text("mine")
    assert "is there already" in refusal(lambda: backup.backup(url, copy))
    assert copy.read_text() == "mine"
    backup.backup(url, copy, force=True)
    await restore(url, copy, force=True)


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("place", ["nowhere/copy", "file/copy", ".", "n" * 300])
def test_a_place_that_cannot_be_written_is_told_and_left_as_it_was(
    url: str, tmp_path: Path, place: str
) -> None:
    (tmp_path / "file").write_text("")
    before = sorted(tmp_path.rglob("*"))
    assert "written" in refusal(lambda: backup.backup(url, tmp_path / place, force=True))
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.usefixtures("store")
def test_a_backup_is_its_owner_s_alone_and_stands_alone(url: str, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    backup.backup(url, folder / "copy")
    assert [each.name for each in folder.iterdir()] == ["copy"]
    assert (folder / "copy").stat().st_mode & 0o077 == 0


@pytest.mark.usefixtures("store")
async def test_a_backup_of_a_newer_release_is_refused(url: str, tmp_path: Path) -> None:
    await execute(url, "update alembic_version set version_num = '9999'")
    backup.backup(url, tmp_path / "copy")
    await execute(url, f"update alembic_version set version_num = '{schema.HEAD}'")
    await fill(url, "a")
    assert "revision 9999" in await restore_refusal(url, tmp_path / "copy")
    assert await held(url) == ["a"]


@pytest.mark.usefixtures("store")
async def test_a_backup_cut_short_is_refused(url: str, tmp_path: Path) -> None:
    await fill(url, *(f"{number} {'x' * 4000}" for number in range(50)))
    backup.backup(url, tmp_path / "copy")
    os.truncate(tmp_path / "copy", (tmp_path / "copy").stat().st_size - 3_000)
    said = await restore_refusal(url, tmp_path / "copy")
    assert "damaged" in said or "cannot be read" in said
    assert len(await held(url)) == 50


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("content", [b"", b"no backup", b"SQLite format 3\0", b"PGDMP"])
async def test_what_is_no_backup_is_refused(url: str, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "copy").write_bytes(content)
    await fill(url, "a")
    await restore_refusal(url, tmp_path / "copy")
    assert await held(url) == ["a"]


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("name", ["nothing", ""])
async def test_a_backup_that_is_not_there_is_told(url: str, tmp_path: Path, name: str) -> None:
    assert "cannot be read" in await restore_refusal(url, tmp_path / name)


async def test_a_database_of_another_program_is_not_overwritten(
    url: str, tmp_path: Path, sqlite_store: Store, elsewhere: str
) -> None:
    assert await sqlite_store.change_counter() == 0
    await execute(elsewhere, "create table theirs (id integer)", "insert into theirs values (7)")
    if url.startswith("sqlite"):
        backup.backup(url, tmp_path / "copy")
        said = await restore_refusal(elsewhere, tmp_path / "copy")
        assert "belongs to another program" in said
    assert await ask(elsewhere, "select id from theirs") == [(7,)]


def test_a_database_without_tables_has_no_backup(url: str, tmp_path: Path) -> None:
    refusal(lambda: backup.backup(url, tmp_path / "copy"))
    assert not (tmp_path / "copy").exists()


async def test_a_backup_of_the_other_engine_is_told(
    sqlite_store: Store, file: Path, postgres_url: str, tmp_path: Path
) -> None:
    assert await sqlite_store.change_counter() == 0
    backup.backup(address(file), tmp_path / "copy")
    said = await restore_refusal(postgres_url, tmp_path / "copy")
    assert "article3 export" in said
