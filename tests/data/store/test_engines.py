"""What happens to a store on PostgreSQL when its server, its network or its owner is in the way."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from data.errors import StoreError
from data.store import Store
from data.store.engine import consistent, engine_for, where, writing
from data.store.faults import told_plainly
from tests.data.store.conftest import NOW, SUMMIT, catalogue, execute
from tests.postgres import GUARDED, Server

pytestmark = pytest.mark.own_database

PASSWORD = "sesame"


async def refusal(url: str) -> str:
    """What a store says that cannot be prepared."""
    async with Store.open(url) as store:
        with pytest.raises(StoreError) as caught:
            await store.prepare()
    return str(caught.value)


def is_one_line(said: str) -> bool:
    return "\n" not in said and said.startswith(("The ", "There ")) and said.endswith(".")


async def test_a_lost_connection_does_not_fail_the_next_read(
    postgres_store: Store, postgres: Server, database: str
) -> None:
    await postgres_store.sync(catalogue(SUMMIT), now=NOW)
    before = await postgres_store.knowledge()
    postgres.terminate(database)
    assert await postgres_store.knowledge() == before


async def test_a_lost_connection_does_not_fail_the_next_write(
    postgres_store: Store, postgres: Server, database: str
) -> None:
    await postgres_store.change_counter()
    postgres.terminate(database)
    assert (await postgres_store.sync(catalogue(SUMMIT), now=NOW)).added == 1


async def test_many_lost_connections_do_not_fail_reads_at_once(
    postgres_store: Store, postgres: Server, database: str
) -> None:
    await asyncio.gather(*(postgres_store.change_counter() for _ in range(5)))
    postgres.terminate(database)
    assert await asyncio.gather(*(postgres_store.change_counter() for _ in range(5))) == [0] * 5


_CUT_OFF = """
    create function cut_off() returns trigger language plpgsql as
    'begin perform pg_terminate_backend(pg_backend_pid()); return new; end'
"""


async def test_a_write_that_is_cut_off_leaves_nothing_and_the_next_one_works(
    postgres_store: Store, postgres_url: str
) -> None:
    # What a load writes last: everything else has been written by then.
    trigger = "create trigger cut_off before insert on catalogue_load execute function cut_off()"
    before = await postgres_store.knowledge()
    await execute(postgres_url, _CUT_OFF, trigger)
    with pytest.raises(StoreError, match=r"The connection to .* was lost") as told:
        await postgres_store.sync(catalogue(SUMMIT), now=NOW)
    assert is_one_line(str(told.value))
    assert await postgres_store.knowledge() == before
    await execute(postgres_url, "drop trigger cut_off on catalogue_load")
    assert (await postgres_store.sync(catalogue(SUMMIT), now=NOW)).added == 1


async def test_a_writer_that_waits_when_it_is_cut_off_is_told(
    postgres_store: Store, postgres: Server, postgres_url: str
) -> None:
    other = engine_for(postgres_url)
    async with writing(other).begin():
        waits = asyncio.ensure_future(postgres_store.sync(catalogue(SUMMIT), now=NOW))
        await _until_somebody_waits(postgres)
        postgres.psql("select pg_terminate_backend(pid) from pg_locks where not granted")
        with pytest.raises(StoreError, match="was lost"):
            await waits
    await other.dispose()
    assert (await postgres_store.sync(catalogue(SUMMIT), now=NOW)).added == 1


async def _until_somebody_waits(postgres: Server) -> None:
    waiting = "select count(*) from pg_locks where not granted"
    async with asyncio.timeout(30):
        while (await asyncio.to_thread(postgres.psql, waiting)).strip() == "0":
            pass


@pytest.fixture
def stopped(postgres: Server, database: str) -> Iterator[Server]:
    """The server does not run while the test does."""
    assert database
    postgres.stop()
    yield postgres
    postgres.start()


@pytest.mark.usefixtures("stopped")
async def test_a_server_that_is_down_is_told(postgres_url: str) -> None:
    said = await refusal(postgres_url)
    assert "The database test on " in said
    assert "cannot be reached" in said
    assert is_one_line(said)


async def test_a_server_that_comes_back_is_used_again(
    postgres_store: Store, postgres: Server
) -> None:
    await postgres_store.sync(catalogue(SUMMIT), now=NOW)
    postgres.stop()
    try:
        with pytest.raises(StoreError, match="cannot be reached"):
            await postgres_store.knowledge()
    finally:
        postgres.start()
    assert await postgres_store.change_counter() == 1


async def test_a_host_that_is_nobody_s_is_told_without_the_password() -> None:
    said = await refusal(f"postgresql+asyncpg://me:{PASSWORD}@nowhere.invalid/article3")
    assert said.startswith("The database article3 on nowhere.invalid cannot be reached")
    assert PASSWORD not in said


async def test_a_database_that_is_not_there_is_told(postgres: Server) -> None:
    said = await refusal(postgres.url("nowhere"))
    assert said.startswith("There is no database nowhere on ")
    assert is_one_line(said)


async def test_a_user_nobody_knows_is_told(postgres: Server, database: str) -> None:
    said = await refusal(postgres.url(database, user="stranger"))
    assert "does not let you in. Check the user" in said
    assert is_one_line(said)


@pytest.fixture
def guarded(postgres: Server) -> Iterator[str]:
    """A user who needs a password and owns nothing."""
    postgres.psql(f"create role {GUARDED} login password '{PASSWORD}'")
    yield GUARDED
    postgres.psql(f"drop owned by {GUARDED}", f"drop role {GUARDED}")


@pytest.mark.parametrize("given", ["", "wrong-" + PASSWORD])
async def test_a_wrong_password_is_told_and_not_shown(
    postgres: Server, database: str, guarded: str, given: str
) -> None:
    said = await refusal(postgres.url(database, user=guarded, password=given))
    assert "Check the user and the password in DATABASE_URL" in said
    assert PASSWORD not in said


async def test_a_user_who_may_not_make_tables_is_told(
    postgres: Server, database: str, guarded: str
) -> None:
    said = await refusal(postgres.url(database, user=guarded, password=PASSWORD))
    assert "may not do this" in said
    assert PASSWORD not in said
    assert is_one_line(said)


async def test_a_database_that_can_only_be_read_answers_and_refuses_writes(
    postgres_store: Store, postgres: Server, database: str, postgres_url: str
) -> None:
    await postgres_store.sync(catalogue(SUMMIT), now=NOW)
    postgres.psql(f"alter database {database} set default_transaction_read_only = on")
    async with Store.open(postgres_url) as reader:
        await reader.prepare()
        assert await reader.knowledge() == await postgres_store.knowledge()
        with pytest.raises(StoreError, match="can only be read") as told:
            await reader.sync(catalogue(), now=NOW)
    assert is_one_line(str(told.value))


STATES = {
    "08006": "was lost",
    "25006": "can only be read",
    "28P01": "does not let you in",
    "3D000": "There is no database test",
    "40001": "in use by another program",
    "40P01": "in use by another program",
    "42501": "may not do this",
    "42P01": "has no tables yet",
    "53100": "is full",
    "53300": "takes no connection now",
    "55P03": "in use by another program",
    "57014": "did not answer in time",
    "57P01": "was lost",
    "57P03": "takes no connection now",
    "P0001": "refused: because",
}
"""What is said of an error the server reports, by its code."""


async def test_what_the_server_reports_is_told_in_a_sentence(postgres_url: str) -> None:
    told: dict[str, str] = {}
    for state in STATES:
        report = f"do $$ begin raise 'because' using errcode = '{state}'; end $$"
        with pytest.raises(StoreError) as caught, told_plainly("test"):
            await execute(postgres_url, report)
        told[state] = str(caught.value)
    assert [state for state, said in STATES.items() if said not in told[state]] == []


async def test_a_writer_who_vanished_does_not_keep_the_others_from_writing(
    postgres_store: Store, postgres_url: str
) -> None:
    vanished = engine_for(postgres_url)
    async with writing(vanished).connect() as connection:
        await connection.execute(text("set local idle_in_transaction_session_timeout = '1ms'"))
        assert (await postgres_store.sync(catalogue(SUMMIT), now=NOW)).added == 1
        with pytest.raises(StoreError, match="was lost"), told_plainly("test"):
            await connection.execute(text("select 1"))
    await vanished.dispose()


async def test_an_answer_that_takes_too_long_is_told(postgres_url: str) -> None:
    slow = ("set local statement_timeout = '1ms'", "select pg_sleep(60)")
    with pytest.raises(StoreError, match="did not answer in time"), told_plainly("test"):
        await execute(postgres_url, *slow)


async def test_readers_see_one_state_throughout_and_cannot_write(
    postgres_store: Store, postgres_url: str
) -> None:
    counter = text("select value from change_counter")
    engine = engine_for(postgres_url)
    async with consistent(engine).connect() as reader:
        first = await reader.scalar(counter)
        await postgres_store.sync(catalogue(SUMMIT), now=NOW)
        assert await reader.scalar(counter) == first
        with pytest.raises(StoreError, match="can only be read"), told_plainly("test"):
            await reader.execute(text("update change_counter set value = 99"))
    await engine.dispose()
    assert await postgres_store.change_counter() == 1


async def test_the_server_knows_who_is_connected(postgres_url: str) -> None:
    engine = engine_for(postgres_url, busy_timeout_ms=1_234)
    names = (
        *("application_name", "lock_timeout"),
        *("statement_timeout", "idle_in_transaction_session_timeout"),
    )
    async with engine.connect() as connection:
        shown = [await connection.scalar(text(f"show {name}")) for name in names]
    await engine.dispose()
    assert shown == ["article3", "1234ms", "1min", "1min"]


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("postgresql+asyncpg://me:sesame@db.example.org/article3", "article3 on db.example.org"),
        ("postgresql+asyncpg://me:sesame@db:5433/a?password=sesame", "a on db:5433"),
        ("postgresql+asyncpg://me@/a?host=/run/postgresql", "a on /run/postgresql"),
        ("postgresql+asyncpg://me:sesame@", "me"),
        ("sqlite+aiosqlite:////data/article3.db", "/data/article3.db"),
        ("sqlite+aiosqlite://", ":memory:"),
    ],
)
def test_a_database_is_named_without_anything_secret(address: str, named: str) -> None:
    assert where(make_url(address)) == named


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgresql+asyncpg://me:sesame/article3", "not one SQLAlchemy can read"),
        ("postgresql+asyncpg://me:open@sesame@db/article3", "write @ in a password as %40"),
        ("postgresql+asyncpg://me:sesame@db/x?channel_binding=require", "option channel_binding"),
        ("postgresql+psycopg9://me:sesame@db/x", "begins with postgresql+psycopg9 cannot be"),
    ],
)
def test_an_address_with_a_slip_is_told_without_its_password(address: str, said: str) -> None:
    with pytest.raises(StoreError) as told:
        engine_for(address)
    assert said in str(told.value)
    assert "sesame" not in str(told.value)


def test_encryption_can_be_asked_for_in_the_words_of_others() -> None:
    engine = engine_for("postgresql+asyncpg://me@db/article3?sslmode=require")
    assert dict(engine.url.query) == {"ssl": "require"}


def test_a_file_is_opened_without_what_only_a_server_or_a_migration_needs(tmp_path: Path) -> None:
    program = (
        "import sys, data.store; from data.store.engine import engine_for; engine_for(sys.argv[1]);"
        "others = 'alembic', 'asyncpg', 'postgresql';"
        "print(sorted(m for m in sys.modules if any(each in m for each in others)))"
    )
    found = subprocess.run(
        [sys.executable, "-c", program, f"sqlite+aiosqlite:///{tmp_path / 'x.db'}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == "[]"
