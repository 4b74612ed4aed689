"""Programs that are killed and disks that are full, for real: nothing is half written, what is
wrong is said in a sentence, and the next start works."""

import asyncio
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import event, text

from data.catalogue.model import Catalogue
from data.errors import StoreError
from data.facts.records import Attendance
from data.store import Store, backup, schema
from data.store.engine import engine_for
from data.store.restore import restore
from tests.data.store import acts
from tests.data.store.acts import (
    FREE_KB,
    HELD,
    MORE,
    OTHER,
    ROOT,
    Act,
    Disk,
    Limit,
    Stage,
    contents,
    shipped,
)
from tests.data.store.conftest import NOW, address, execute
from tests.data.store.test_backup import FACT, counter, fill, held
from tests.data.store.test_engines import is_one_line
from tests.data.store.test_migrations import within
from tests.postgres import Server

pytestmark = pytest.mark.own_database

SYNC = ("insert into fact", "insert into observation", "commit")
RECORD = ("insert into fact", "insert into revision", "commit")
MAKE = ("create table alembic_version", "create trigger", "commit")
MIGRATE = ("drop table", "insert into revision", "commit")
"""How statements begin after which a process is killed; before a commit."""


# A process is killed.


async def test_a_sync_that_is_killed_leaves_what_was_there(
    store: Store, url: str, stage: Stage
) -> None:
    await store.sync(HELD, now=NOW)
    await store.record(OTHER, by="ann", at=NOW)
    before, known = await contents(url), await store.knowledge()
    for moment in SYNC:
        stage.kill_at(moment, acts.sync, url)
        assert await contents(url) == before, moment
    async with Store.open(url) as next_start:
        assert await next_start.knowledge() == known
        assert len(await next_start.history(Attendance, "other")) == 1
        assert await next_start.change_counter() == 2
    await store.sync(shipped(), now=NOW)
    assert await store.is_current(shipped().fingerprint)
    assert (await store.compare(shipped())).steps == ()


async def test_a_record_whose_writer_is_killed_is_not_there(
    store: Store, url: str, stage: Stage
) -> None:
    await store.sync(HELD, now=NOW)
    before = await contents(url)
    for moment in RECORD:
        stage.kill_at(moment, acts.record, url)
        assert await contents(url) == before, moment
    assert (await store.record(OTHER, by="ann", at=NOW)).number == 1


async def test_tables_whose_maker_is_killed_are_made_by_the_next_start(
    url: str, stage: Stage
) -> None:
    for moment in MAKE:
        stage.kill_at(moment, acts.prepare, url)
        assert await contents(url) == {}, moment
    async with Store.open(url) as store:
        await store.prepare()
        assert (await store.sync(HELD, now=NOW)).added == 2


async def test_a_migration_that_is_killed_leaves_the_tables_of_before(
    store: Store, url: str, stage: Stage
) -> None:
    await store.sync(HELD, now=NOW)
    known = await store.knowledge()
    await within(url, lambda each: command.downgrade(schema.configuration(each), "0001"))
    before = await contents(url)
    for moment in MIGRATE:
        stage.kill_at(moment, acts.prepare, url)
        assert await contents(url) == before, moment
    async with Store.open(url) as next_start:
        await next_start.prepare()
        assert await next_start.knowledge() == known


# The power goes while a write is being finished.


async def test_a_log_that_is_cut_off_anywhere_holds_a_write_or_nothing_of_it(
    sqlite_store: Store, sqlite_url: str, file: Path, tmp_path: Path
) -> None:
    await sqlite_store.sync(HELD, now=NOW)
    before, began = await contents(sqlite_url), _log(file).stat().st_size
    await sqlite_store.record(OTHER, by="ann", at=NOW)
    after, whole = await contents(sqlite_url), _log(file).stat().st_size
    copy = tmp_path / "copy.db"
    for length in range(began, whole, 4_096 // 2):
        shutil.copyfile(file, copy)
        _log(copy).write_bytes(_log(file).read_bytes()[:length])
        assert await contents(address(copy)) == before, length
    shutil.copyfile(file, copy)
    shutil.copyfile(_log(file), _log(copy))
    assert await contents(address(copy)) == after != before


def _log(file: Path) -> Path:
    return Path(f"{file}-wal")


# Another process changes the tables.


async def test_a_reader_goes_on_when_another_process_has_changed_the_tables(
    postgres_store: Store, postgres_url: str
) -> None:
    assert await postgres_store.change_counter() == 0
    await execute(postgres_url, "alter table change_counter alter column value type bigint")
    assert await postgres_store.change_counter() == 0


# Another process holds a lock.


async def test_a_writer_waits_for_another_process_while_readers_go_on(
    store: Store, url: str, stage: Stage
) -> None:
    await store.sync(HELD, now=NOW)
    await _wait(store, url, stage.begin(acts.hold, url, ""))


async def test_a_writer_waits_for_a_table_that_another_program_has_locked(
    postgres_store: Store, postgres_url: str, stage: Stage
) -> None:
    await postgres_store.sync(HELD, now=NOW)
    lock = "lock table revision in exclusive mode"
    await _wait(postgres_store, postgres_url, stage.begin(acts.hold, postgres_url, lock))


async def _wait(store: Store, url: str, holder: Act) -> None:
    holder.reach()
    async with Store.open(url, busy_timeout_ms=1) as hasty:
        with pytest.raises(StoreError, match="in use by another program") as told:
            await hasty.record(OTHER, by="ann", at=NOW)
    async with Store.open(url, busy_timeout_ms=60_000) as patient:
        waits = asyncio.ensure_future(patient.record(OTHER, by="ann", at=NOW))
        assert [await store.change_counter() for _ in range(5)] == [1] * 5
        assert not waits.done()
        holder.go_on()
        assert (await waits).number == 1
    assert holder.result() is None
    assert is_one_line(str(told.value))


# A server goes away.


def _crash(server: Server) -> None:
    """Stops it as a crash would: nothing is finished, and it has to recover when it starts."""
    subprocess.run(
        [server.bindir / "pg_ctl", "stop", "-s", "-m", "immediate", "-D", server.folder / "data"],
        check=True,
        cwd=server.folder,
        user=server.user,
        group=server.group,
        extra_groups=None if server.user is None else [],
    )


@pytest.mark.parametrize(
    ("moment", "returns"), [("insert into fact", "at once"), ("commit", "later")]
)
async def test_a_server_that_crashes_during_a_sync_keeps_what_it_held(
    postgres_store: Store, postgres: Server, postgres_url: str, moment: str, returns: str
) -> None:
    await postgres_store.sync(HELD, now=NOW)
    before = await contents(postgres_url)
    # The server of the tests leaves to its disk when it writes.
    postgres.psql("checkpoint")
    engine = engine_for(postgres_url)
    store = Store(engine.sync_engine)
    is_down = False

    def crash(*_: object) -> None:
        nonlocal is_down
        if not is_down:
            is_down = True
            _crash(postgres)
            if returns == "at once":
                postgres.start()

    def look(_: object, __: object, statement: str, *___: object) -> None:
        if statement.lower().startswith(moment):
            crash()

    event.listen(engine.sync_engine, "after_cursor_execute", look)
    if moment == "commit":
        event.listen(engine.sync_engine, "commit", crash)
    try:
        with pytest.raises(StoreError, match=r"was lost|cannot be reached") as told:
            await store.sync(MORE, now=NOW)
    finally:
        if returns == "later":
            postgres.start()
    assert is_one_line(str(told.value))
    assert await contents(postgres_url) == before
    assert (await store.record(OTHER, by="ann", at=NOW)).number == 1
    await engine.dispose()


# A restore is killed.

TAKEN, PUT = 2, 4
"""How many steps it takes to copy the backup, and to have put the copy in place, too."""


async def test_a_restore_that_is_killed_has_happened_or_has_not(
    sqlite_store: Store, sqlite_url: str, tmp_path: Path, stage: Stage
) -> None:
    await fill(sqlite_url, *(f"old {number} {LONG}" for number in range(12)))
    backup.backup(sqlite_url, tmp_path / "copy")
    await fill(sqlite_url, "new")
    assert await sqlite_store.is_current("new")
    before = await contents(sqlite_url)
    for function, calls in (("examine", 2), ("put", 1), ("step", TAKEN + 1)):
        _kill_restore(stage, sqlite_url, tmp_path / "copy", function, calls)
        assert await contents(sqlite_url) == before, function
        assert await sqlite_store.is_current("new"), function
    _kill_restore(stage, sqlite_url, tmp_path / "copy", "step", PUT)
    assert not await sqlite_store.is_current("new")
    assert len(await held(sqlite_url)) == 12
    assert await counter(sqlite_url) > 13
    await sqlite_store.prepare()
    assert (await sqlite_store.sync(HELD, now=NOW)).added == 2


LONG = "x" * 100_000


def _kill_restore(stage: Stage, url: str, copy: Path, function: str, calls: int) -> None:
    begun = stage.begin(acts.put_back, url, copy, function, calls)
    begun.reach()
    begun.kill()


async def test_a_restore_that_is_killed_in_a_new_place_can_be_made_again(
    sqlite_store: Store, sqlite_url: str, tmp_path: Path, stage: Stage
) -> None:
    await fill(sqlite_url, *(f"old {number} {LONG}" for number in range(12)))
    backup.backup(sqlite_url, tmp_path / "copy")
    new = tmp_path / "new.db"
    _kill_restore(stage, address(new), tmp_path / "copy", "step", TAKEN + 1)
    assert await contents(address(new)) == {}
    _kill_restore(stage, address(new), tmp_path / "copy", "step", TAKEN + 1)
    await restore(address(new), tmp_path / "copy")
    assert len(await held(address(new))) == 12
    assert await sqlite_store.change_counter() == 12


async def test_what_a_killed_restore_left_lying_is_taken_away_a_day_later(
    sqlite_store: Store, sqlite_url: str, tmp_path: Path, stage: Stage
) -> None:
    await sqlite_store.sync(HELD, now=NOW)
    copy, mine = tmp_path / "copy", tmp_path / ".article3-mine"
    mine.write_text("not a draft")
    backup.backup(sqlite_url, copy)
    _kill_restore(stage, sqlite_url, copy, "put", 1)
    left = _hidden(tmp_path)
    backup.backup(sqlite_url, copy, force=True)
    assert _hidden(tmp_path) == left > {mine}, "somebody may be writing it still"
    for each in left:
        os.utime(each, (0, 0))
    await restore(sqlite_url, copy, force=True)
    assert _hidden(tmp_path) == {mine}


def _hidden(folder: Path) -> set[Path]:
    return set(folder.glob(".*"))


COMMUNICATED = 4
"""How many programs of PostgreSQL a restore runs; the last one writes."""


async def test_a_restore_on_a_server_that_is_killed_has_happened_or_has_not(
    postgres_store: Store, postgres: Server, postgres_url: str, tmp_path: Path, stage: Stage
) -> None:
    await fill(postgres_url, "old")
    backup.backup(postgres_url, tmp_path / "copy")
    await fill(postgres_url, "new")
    engine = engine_for(postgres_url)
    async with engine.begin() as reader:
        await reader.execute(text("lock table fact in access share mode"))
        begun = stage.begin(
            acts.put_back, postgres_url, tmp_path / "copy", "communicate", COMMUNICATED
        )
        begun.reach()
        await _until(postgres, WAITING, "1")
        begun.kill()
        assert await held(postgres_url) == ["new", "old"]
    # What the killed process had begun goes on without it.
    await _until(postgres, RESTORING, "0")
    assert await held(postgres_url) == ["old"]
    assert await postgres_store.is_current("old")
    await restore(postgres_url, tmp_path / "copy", force=True)
    assert await held(postgres_url) == ["old"]
    assert await postgres_store.change_counter() > 2
    await engine.dispose()


@pytest.mark.usefixtures("postgres_store")
async def test_a_restore_whose_server_connection_is_cut_changes_nothing(
    postgres: Server, postgres_url: str, tmp_path: Path
) -> None:
    await fill(postgres_url, "old")
    backup.backup(postgres_url, tmp_path / "copy")
    await fill(postgres_url, "new")
    before = await contents(postgres_url)
    engine = engine_for(postgres_url)
    async with engine.begin() as reader:
        # By then references and triggers have been cleared away.
        await reader.execute(text("lock table alembic_version in access share mode"))
        restoring = asyncio.ensure_future(
            asyncio.to_thread(_run_restore, postgres_url, tmp_path / "copy")
        )
        await _until(postgres, WAITING, "1")
        postgres.psql("select pg_terminate_backend(pid) from pg_locks where not granted")
        with pytest.raises(StoreError, match="pg_restore refused") as told:
            await restoring
    assert "\n" not in str(told.value)
    assert await contents(postgres_url) == before
    with pytest.raises(Exception, match="the log only grows"):
        await execute(postgres_url, FACT, "delete from fact")
    await restore(postgres_url, tmp_path / "copy", force=True)
    assert await held(postgres_url) == ["old"]
    await engine.dispose()


def _run_restore(url: str, file: Path) -> None:
    asyncio.run(restore(url, file, force=True))


WAITING = "select count(*) from pg_locks where not granted"
RESTORING = "select count(*) from pg_stat_activity where application_name like 'pg_restore%'"


async def _until(server: Server, query: str, answer: str) -> None:
    async with asyncio.timeout(30):
        while (await asyncio.to_thread(server.psql, query)).strip() != answer:
            pass


# The disk is full.


@pytest.mark.parametrize("how", [Disk.how, Limit.how])
async def test_a_sync_onto_a_full_disk_is_told_and_works_once_there_is_room(
    sqlite_store: Store, file: Path, tmp_path: Path, stage: Stage, how: str
) -> None:
    await sqlite_store.sync(HELD, now=NOW)
    database, folder = tmp_path / "copy" / "store.db", tmp_path / "disk"
    database.parent.mkdir()
    folder.mkdir()
    backup.backup(address(file), database)
    found = stage.run(acts.sync_when_full, how, folder, database)
    if isinstance(found, str):
        pytest.skip(f"no file system of its own may be mounted here ({found}): the limit stands in")
    assert [(is_unchanged, is_whole) for _, is_unchanged, is_whole in found] == [
        (True, True) for _ in FREE_KB[how]
    ]
    assert all(is_one_line(said) and "room" in said for said, *_ in found), found
    if how == Disk.how:
        assert all("is full" in said for said, *_ in found[1:]), found


# What somebody sees who asks a question.


@pytest.fixture(scope="module")
def home(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two databases: `new.db` holds this release, `old.db` something of before."""
    folder = tmp_path_factory.mktemp("home")
    for name, wanted in (("new", shipped()), ("old", HELD)):
        shutil.copyfile(prepared, folder / f"{name}.db")
        asyncio.run(_sync_into(address(folder / f"{name}.db"), wanted))
    return folder


async def _sync_into(url: str, wanted: Catalogue) -> None:
    async with Store.open(url) as store:
        await store.sync(wanted, now=NOW)


@pytest.fixture
def place(home: Path, tmp_path: Path) -> Iterator[Path]:
    """A folder of the test's own with these databases, in which everything is allowed again."""
    folder = tmp_path / "hidden" / "place"
    shutil.copytree(home, folder)
    yield folder
    _allow(folder)


Spoil = Callable[[Path], object]


def _make_loop(file: Path) -> None:
    file.unlink()
    file.symlink_to(file)


def _make_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


TROUBLES: Mapping[str, tuple[str, Spoil, str]] = {
    "half of the file is gone": ("new", _cut, "is damaged. Put back a copy"),
    "it is a folder": ("new", _make_folder, "cannot be opened"),
    "it is a link to itself": ("new", _make_loop, "cannot be opened"),
    "it may not be read": ("new", lambda file: file.chmod(0), "a file you may read"),
    "it may not be written": ("old", lambda file: file.chmod(0o400), "cannot be written to"),
    "nothing new may stand beside it": (
        "new",
        lambda file: file.parent.chmod(0o500),
        "cannot be written to. Check who owns it, its folder",
    ),
    "its folder may not be seen": ("new", lambda file: file.parents[1].chmod(0), "a file you may"),
}
"""What is wrong with a database, how it comes to be so, and what is said."""


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_question_to_a_spoilt_database_fails_in_a_sentence_and_works_once_it_is_mended(
    place: Path, home: Path, stage: Stage, trouble: str
) -> None:
    name, spoil, said = TROUBLES[trouble]
    file = place / f"{name}.db"
    spoil(file)
    code, out, err = stage.run(acts.ask, address(file))
    assert (code, out, err.count("\n")) == (1, "", 1), err
    assert said in err
    assert is_one_line(err.removesuffix("\n"))
    _mend(file, home)
    assert stage.run(acts.ask, address(file))[::2] == [0, ""]


def _mend(file: Path, home: Path) -> None:
    """As somebody would who has read the sentence."""
    _allow(file.parent)
    if file.is_file() and file.stat().st_size == (home / file.name).stat().st_size:
        for each in file.parent.glob(f"{file.name}*"):
            each.chmod(0o600)
        return
    if file.is_dir():
        file.rmdir()
    file.unlink(missing_ok=True)
    shutil.copyfile(home / "new.db", file)


def _allow(folder: Path) -> None:
    folder.parent.chmod(0o700)
    folder.chmod(0o700)


def test_a_question_is_answered_from_a_database_that_may_only_be_read(
    place: Path, stage: Stage
) -> None:
    (place / "new.db").chmod(0o400)
    assert stage.run(acts.ask, address(place / "new.db"))[::2] == [0, ""]


def test_a_question_makes_a_database_of_an_empty_file(place: Path, stage: Stage) -> None:
    # Whoever was killed before the first write has left one.
    os.truncate(place / "old.db", 0)
    assert stage.run(acts.ask, address(place / "old.db"))[::2] == [0, ""]


def test_a_question_that_has_nothing_to_write_does_not_mind_a_lock(
    place: Path, stage: Stage
) -> None:
    with _locked(place / "new.db"):
        assert stage.run(acts.ask, address(place / "new.db"))[::2] == [0, ""]


def test_a_question_that_has_to_write_is_told_of_a_lock(place: Path, stage: Stage) -> None:
    with _locked(place / "old.db"):
        code, out, err = stage.run(acts.ask_at_once, address(place / "old.db"))
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "in use by another program" in err
    assert stage.run(acts.ask, address(place / "old.db"))[::2] == [0, ""]


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("begin immediate")
        yield


def test_a_question_on_a_full_disk_fails_in_a_sentence(home: Path, stage: Stage) -> None:
    found = stage.run(acts.ask_when_full, home, home / "old.db")
    if isinstance(found, str):
        pytest.skip(f"no file system of its own may be mounted here ({found})")
    (code, out, err), after = found
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "is full. Free some room" in err
    assert after[::2] == [0, ""]


def test_the_program_itself_ends_without_a_traceback(place: Path) -> None:
    _cut(place / "new.db")
    ran = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "target", "Spain"],
        check=False,
        cwd=ROOT,
        env={"PATH": os.environ.get("PATH", ""), "DATABASE_URL": address(place / "new.db")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (1, "", 1)
    assert "is damaged" in ran.stderr
