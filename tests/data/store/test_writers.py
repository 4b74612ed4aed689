"""Several writers at once, in one process and in many."""

import asyncio

import pytest
from sqlalchemy import event, text

from data.facts.records import Attendance, Presence
from data.store import Store
from data.store.engine import engine_for, writing
from tests.data.store import acts
from tests.data.store.acts import Stage
from tests.data.store.conftest import NOW, SUMMIT, catalogue, guest

pytestmark = pytest.mark.own_database


def test_processes_that_start_together_all_get_through(url: str, stage: Stage) -> None:
    assert stage.run(acts.write_together, url) == [0, 0]


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


async def test_who_gives_up_in_the_middle_of_a_write_leaves_nothing_behind(
    store: Store, url: str
) -> None:
    engine = engine_for(url)

    def give_up(_: object, __: object, statement: str, *___: object) -> None:
        if statement.lower().startswith("insert into revision"):
            syncing.cancel()

    event.listen(engine.sync_engine, "after_cursor_execute", give_up)
    syncing = asyncio.create_task(Store(engine.sync_engine).sync(catalogue(SUMMIT), now=NOW))
    with pytest.raises(asyncio.CancelledError):
        await syncing
    await store.sync(catalogue(SUMMIT), now=NOW)
    assert await store.change_counter() == 1
    await engine.dispose()
