"""Whatever the database refuses is said in one sentence that names it and what would help."""

from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from data.errors import StoreError
from data.facts.records import Attendance, Presence
from data.store import Store
from data.store.engine import engine_for, writing
from tests.data.store.conftest import NOW, SUMMIT, catalogue, execute, guest


def plainly(error: BaseException, file: Path) -> bool:
    return "\n" not in str(error) and str(file) in str(error)


async def test_a_locked_database_is_told_and_waited_for(store: Store, url: str, file: Path) -> None:
    other = engine_for(url)
    async with writing(other).begin(), Store.open(url, busy_timeout_ms=1) as hasty:
        with pytest.raises(StoreError, match="in use by another program") as caught:
            await hasty.sync(catalogue(SUMMIT), now=NOW)
        assert plainly(caught.value, file)
        assert await hasty.change_counter() == 0
    await other.dispose()
    assert (await store.sync(catalogue(SUMMIT), now=NOW)).added == 1


async def test_a_database_that_is_only_to_be_read_still_answers(store: Store, file: Path) -> None:
    await store.sync(catalogue(SUMMIT), now=NOW)
    async with Store.open(f"sqlite+aiosqlite:///file:{file}?mode=ro&uri=true") as reader:
        await reader.prepare()
        assert await reader.knowledge() == await store.knowledge()
        with pytest.raises(StoreError, match="cannot be written to") as caught:
            await reader.sync(catalogue(SUMMIT, guest(Presence.INVITED)), now=NOW)
        assert plainly(caught.value, file)


async def test_a_full_disk_is_told_and_leaves_what_was_there(
    store: Store, url: str, file: Path
) -> None:
    await store.sync(catalogue(SUMMIT), now=NOW)
    before = await store.knowledge()
    engine = engine_for(url)
    event.listen(engine.sync_engine, "connect", _allow_no_growth)
    many = [guest(Presence.INVITED, name=f"guest-{each}") for each in range(2_000)]
    with pytest.raises(StoreError, match="is full") as caught:
        await Store(engine).sync(catalogue(*many), now=NOW)
    await engine.dispose()
    assert plainly(caught.value, file)
    assert await store.knowledge() == before


def _allow_no_growth(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA max_page_count = 1")
    cursor.close()


@pytest.fixture
def text_file(file: Path) -> Path:
    file.write_text("This is no database, but a text that is long enough to look at." * 50)
    return file


async def test_a_file_that_is_no_database_is_told(text_file: Path, url: str) -> None:
    async with Store.open(url) as store:
        with pytest.raises(StoreError, match="is not a database") as caught:
            await store.prepare()
    assert plainly(caught.value, text_file)


@pytest.fixture
def damaged(prepared: Path, file: Path) -> Path:
    """Its first page is sound, the others are not."""
    page, content = 4096, prepared.read_bytes()
    file.write_bytes(content[:page] + b"\xff" * (len(content) - page))
    return file


async def test_a_damaged_database_is_told(damaged: Path, url: str) -> None:
    async with Store.open(url) as store:
        with pytest.raises(StoreError, match="is damaged") as caught:
            await store.knowledge()
    assert plainly(caught.value, damaged)


async def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nowhere of the database is not there"):
        async with Store.open(f"sqlite+aiosqlite:///{tmp_path / 'nowhere' / 'x.db'}"):
            pass


async def test_a_database_without_tables_is_told(url: str, file: Path) -> None:
    async with Store.open(url) as store:
        with pytest.raises(StoreError, match="has no tables yet") as caught:
            await store.is_current("any")
    assert plainly(caught.value, file)


async def test_a_record_this_release_cannot_read_is_told(store: Store, url: str) -> None:
    await store.sync(catalogue(SUMMIT, guest(Presence.INVITED)), now=NOW)
    await execute(url, "update fact set body = '{}' where kind = 'attendance'")
    with pytest.raises(StoreError, match="of the kind 'attendance' in the database"):
        await store.known(Attendance, NOW.date())


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


async def test_every_connection_keeps_the_rules(store: Store, url: str) -> None:
    await store.change_counter()
    engine = engine_for(url)
    async with engine.connect() as one, engine.connect() as two:
        found = [
            [(await each.execute(text(f"pragma {name}"))).scalar() for name in PRAGMAS]
            for each in (one, two)
        ]
    await engine.dispose()
    assert found == [list(PRAGMAS.values())] * 2


PRAGMAS = {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 5000, "synchronous": 2}
