"""Several writers at once, in one process and in many."""

import asyncio
import subprocess
import sys

import pytest
from sqlalchemy import text

from data.facts.records import Attendance, Presence
from data.store import Store
from data.store.engine import engine_for, writing
from tests.data.store.conftest import NOW, SUMMIT, catalogue, guest

pytestmark = pytest.mark.own_database

# Each process prepares the same new database and loads a catalogue of its own.
WRITER = """
import asyncio, sys
from data.store import Store
from data.store.engine import engine_for, writing
from tests.data.store.conftest import NOW, SHARE, SUMMIT, catalogue

async def main():
    async with Store.open(sys.argv[1]) as store:
        await store.prepare()
        for each in range(3):
            shares = [] if each % 2 else [SHARE]
            await store.sync(catalogue(SUMMIT, shares=shares), now=NOW)

asyncio.run(main())
"""


def test_processes_that_start_together_all_get_through(url: str) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, url], stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    failures = [error for writer in writers if (error := writer.communicate()[1])]
    assert failures == []
    assert all(writer.returncode == 0 for writer in writers)


async def test_connections_write_one_after_another(store: Store, url: str) -> None:
    async def write(name: str) -> None:
        async with Store.open(url) as other:
            await other.sync(catalogue(SUMMIT, guest(Presence.INVITED, name=name)), now=NOW)

    names = [f"guest-{each}" for each in range(6)]
    await asyncio.gather(*(write(name) for name in names))
    known = await store.known(Attendance, NOW.date())
    assert await store.change_counter() == len(names)
    assert len(known) == 1


async def test_readers_are_not_held_up_by_a_writer(store: Store, url: str) -> None:
    await store.sync(catalogue(SUMMIT), now=NOW)
    engine = engine_for(url)
    async with writing(engine).begin() as connection:
        await connection.execute(text("update change_counter set value = 99"))
        assert await store.change_counter() == 1
    assert await store.change_counter() == 99
    await engine.dispose()


def test_the_store_opens_without_what_only_migrations_need() -> None:
    program = "import sys, data.store; print(sorted(m for m in sys.modules if 'alembic' in m))"
    found = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"
