"""Copies of SQLite's files."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import text

from data.store import Store, backup, copies, schema
from data.store.engine import consistent, engine_for, writing
from data.store.restore import restore, revision
from tests.data.store.conftest import address
from tests.data.store.test_backup import COUNT, LOAD, ask, fill, held, refusal, restore_refusal


@pytest.mark.usefixtures("sqlite_store")
def test_the_database_itself_is_no_place_for_its_backup(file: Path, tmp_path: Path) -> None:
    (tmp_path / "symbolic").symlink_to(file)
    (tmp_path / "hard").hardlink_to(file)
    before = file.read_bytes()
    for name in ("store.db", "store.db-wal", "store.db-shm", "symbolic", "hard"):
        said = refusal(lambda name=name: backup.backup(address(file), tmp_path / name, force=True))
        assert "is the database itself" in said
    assert file.read_bytes() == before


@pytest.mark.usefixtures("sqlite_store")
async def test_the_database_is_not_restored_from_itself(file: Path) -> None:
    assert "is the database itself" in await restore_refusal(address(file), file)


def spoil_page(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.seek(5 * 4096)
        opened.write(b"\xff" * 4096)


def change(*statements: str) -> Callable[[Path], None]:
    def run(file: Path) -> None:
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)

    return run


def contents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


BAD = [
    (spoil_page, "is damaged"),
    (change("drop table change_counter"), "is not a database of Article 3"),
    (change("drop table alembic_version"), "is not a database of Article 3"),
    (change("delete from alembic_version"), "another release"),
    (change("insert into reference values (77, 'source:none')"), "is damaged"),
]


@pytest.mark.usefixtures("sqlite_store")
@pytest.mark.parametrize(("spoil", "part"), BAD)
async def test_a_bad_copy_is_refused_and_nothing_is_changed(
    file: Path, tmp_path: Path, spoil: Callable[[Path], None], part: str
) -> None:
    copy = tmp_path / "copy"
    backup.backup(address(file), copy)
    await fill(address(file), "a")
    spoil(copy)
    before = contents(tmp_path)
    assert part in await restore_refusal(address(file), copy)
    assert contents(tmp_path) == before


@pytest.mark.usefixtures("sqlite_store")
async def test_a_plain_copy_with_its_log_beside_it_is_restored_whole(
    file: Path, tmp_path: Path
) -> None:
    url, copy = address(file), tmp_path / "copy"
    async with Store.open(url) as held_open:
        await held_open.change_counter()
        await fill(url, "a")
        shutil.copyfile(file, copy)
        shutil.copyfile(f"{file}-wal", f"{copy}-wal")
    await restore(address(tmp_path / "new.db"), copy)
    assert await held(address(tmp_path / "new.db")) == ["a"]


@pytest.mark.usefixtures("sqlite_store")
async def test_a_copy_is_of_the_moment_it_begins(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = vars(copies)["_copy"]

    def write_and_copy(*connections: sqlite3.Connection) -> None:
        change(LOAD.format(name="late"))(file)
        copy(*connections)

    monkeypatch.setattr(copies, "_copy", write_and_copy)
    copies.take(file, tmp_path / "copy")
    assert await held(address(file)) == ["late"]
    assert await held(address(tmp_path / "copy")) == []


@pytest.mark.usefixtures("sqlite_store")
async def test_a_reader_sees_the_old_state_to_its_end(file: Path, tmp_path: Path) -> None:
    url = address(file)
    backup.backup(url, tmp_path / "copy")
    await fill(url, "a")
    engine = engine_for(url)
    async with consistent(engine).connect() as reader:
        assert await reader.scalar(text(COUNT)) == 1
        await restore(url, tmp_path / "copy", force=True)
        assert await reader.scalar(text(COUNT)) == 1
    assert await ask(url, COUNT) == [(0,)]
    await engine.dispose()


@pytest.mark.usefixtures("sqlite_store")
async def test_pages_of_another_size_are_fitted(file: Path, tmp_path: Path) -> None:
    await fill(address(file), "a")
    backup.backup(address(file), tmp_path / "copy")
    change("pragma page_size = 8192", "vacuum")(tmp_path / "copy")
    await restore(address(file), tmp_path / "copy", force=True)
    assert await held(address(file)) == ["a"]


async def test_an_earlier_revision_is_brought_up_to_date(file: Path, tmp_path: Path) -> None:
    old = tmp_path / "old"
    engine = engine_for(address(old))
    async with writing(engine).begin() as connection:
        await connection.run_sync(lambda each: command.upgrade(schema.configuration(each), "0001"))
    await engine.dispose()
    await restore(address(file), old)
    assert await revision(address(file)) == schema.HEAD
    assert await revision(address(old)) == "0001"


@pytest.mark.usefixtures("sqlite_store")
async def test_a_restore_waits_for_no_writer_for_ever(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "_PATIENCE_S", 0.01)
    backup.backup(address(file), tmp_path / "copy")
    engine = engine_for(address(file))
    async with writing(engine).begin():
        said = await restore_refusal(address(file), tmp_path / "copy")
    await engine.dispose()
    assert "in use by another program" in said


def test_a_database_in_memory_has_no_backup(tmp_path: Path) -> None:
    assert "in memory" in refusal(lambda: backup.backup("sqlite+aiosqlite://", tmp_path / "copy"))
