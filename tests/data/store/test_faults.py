"""Whatever the database refuses is said in one sentence that names it and what would help."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from data.errors import StoreError
from data.facts.records import Attendance, Presence
from data.store import Store
from data.store.engine import engine_for, where, writing
from data.store.restore import restore
from tests.data.store.conftest import NOW, SUMMIT, catalogue, execute, guest


def plainly(error: BaseException, place: Path | str) -> bool:
    return "\n" not in str(error) and str(place) in str(error)


async def test_a_locked_database_is_told_and_waited_for(store: Store, url: str) -> None:
    other = engine_for(url)
    async with writing(other).begin(), Store.open(url, busy_timeout_ms=1) as hasty:
        with pytest.raises(StoreError, match="in use by another program") as caught:
            await hasty.sync(catalogue(SUMMIT), now=NOW)
        assert plainly(caught.value, where(other.url))
        assert await hasty.change_counter() == 0
    await other.dispose()
    assert (await store.sync(catalogue(SUMMIT), now=NOW)).added == 1


async def test_a_file_that_is_only_to_be_read_still_answers(
    sqlite_store: Store, file: Path
) -> None:
    await sqlite_store.sync(catalogue(SUMMIT), now=NOW)
    async with Store.open(f"sqlite+aiosqlite:///file:{file}?mode=ro&uri=true") as reader:
        await reader.prepare()
        assert await reader.knowledge() == await sqlite_store.knowledge()
        with pytest.raises(StoreError, match="cannot be written to") as caught:
            await reader.sync(catalogue(SUMMIT, guest(Presence.INVITED)), now=NOW)
        assert plainly(caught.value, file)


async def test_a_full_disk_is_told_and_leaves_what_was_there(
    sqlite_store: Store, sqlite_url: str, file: Path
) -> None:
    await sqlite_store.sync(catalogue(SUMMIT), now=NOW)
    before = await sqlite_store.knowledge()
    engine = engine_for(sqlite_url)
    event.listen(engine.sync_engine, "connect", _allow_no_growth)
    many = [guest(Presence.INVITED, name=f"guest-{each}") for each in range(2_000)]
    with pytest.raises(StoreError, match="is full") as caught:
        await Store(engine.sync_engine).sync(catalogue(*many), now=NOW)
    await engine.dispose()
    assert plainly(caught.value, file)
    assert await sqlite_store.knowledge() == before


def _allow_no_growth(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA max_page_count = 1")
    cursor.close()


@pytest.fixture
def text_file(file: Path) -> Path:
    file.write_text("This is no database, but a text that is long enough to look at." * 50)
    return file


async def test_a_file_that_is_no_database_is_told(text_file: Path, sqlite_url: str) -> None:
    async with Store.open(sqlite_url) as store:
        with pytest.raises(StoreError, match="is not a database") as caught:
            await store.prepare()
    assert plainly(caught.value, text_file)


@pytest.fixture
def damaged(prepared: Path, file: Path) -> Path:
    """Its first page is sound, the others are not."""
    page, content = 4096, prepared.read_bytes()
    file.write_bytes(content[:page] + b"\xff" * (len(content) - page))
    return file


async def test_a_damaged_database_is_told(damaged: Path, sqlite_url: str) -> None:
    async with Store.open(sqlite_url) as store:
        with pytest.raises(StoreError, match="is damaged") as caught:
            await store.knowledge()
    assert plainly(caught.value, damaged)


async def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nowhere of the database is not there"):
        async with Store.open(f"sqlite+aiosqlite:///{tmp_path / 'nowhere' / 'x.db'}"):
            pass


def test_a_restore_into_a_link_to_itself_is_told_and_leaves_it(
    prepared: Path, file: Path, sqlite_url: str
) -> None:
    file.symlink_to(file)
    with pytest.raises(StoreError, match="could not be copied") as caught:
        asyncio.run(restore(sqlite_url, prepared))
    assert plainly(caught.value, file)
    assert file.is_symlink()


async def test_a_database_without_tables_is_told(url: str) -> None:
    async with Store.open(url) as store:
        with pytest.raises(StoreError, match="has no tables yet") as caught:
            await store.is_current("any")
    assert plainly(caught.value, where(make_url(url)))


async def test_a_record_this_release_cannot_read_is_told(store: Store, url: str) -> None:
    await store.sync(catalogue(SUMMIT, guest(Presence.INVITED)), now=NOW)
    await execute(url, _OF_ANOTHER_RELEASE)
    with pytest.raises(StoreError, match="of the kind 'attendance' in the database"):
        await store.known(Attendance, NOW.date())


_OF_ANOTHER_RELEASE = """
    insert into revision (fact, kind, number, previous, action, body, known_on, known_from,
        governs_from, source, origin, recorded_by, recorded_at, because)
    select fact, kind, 2, 1, 'corrected', '{}', known_on, known_from,
        governs_from, source, origin, recorded_by, recorded_at, 'a test'
    from revision where kind = 'attendance'
"""


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("nonsense", "not one SQLAlchemy can read"),
        ("sqlite:///x.db", "begins with sqlite cannot be opened"),
        ("elsewhere://host/x", "begins with elsewhere cannot be opened"),
    ],
)
async def test_an_address_that_cannot_be_opened_is_told(address: str, said: str) -> None:
    with pytest.raises(StoreError, match=said):
        async with Store.open(address):
            pass


async def test_every_connection_to_a_file_keeps_the_rules(
    sqlite_store: Store, sqlite_url: str
) -> None:
    await sqlite_store.change_counter()
    engine = engine_for(sqlite_url)
    async with engine.connect() as one, engine.connect() as two:
        found = [
            [(await each.execute(text(f"pragma {name}"))).scalar() for name in PRAGMAS]
            for each in (one, two)
        ]
    await engine.dispose()
    assert found == [list(PRAGMAS.values())] * 2


PRAGMAS = {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 5000, "synchronous": 2}
