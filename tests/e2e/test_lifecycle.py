"""A run from start to end: what is published, looked at, logged and finished."""

import asyncio
import logging
from dataclasses import replace
from pathlib import Path

import pytest

from bot.app import App
from bot.library import Library
from bot.slash import COMMANDS
from data.errors import StoreError
from data.facts.records import Meeting
from data.store import Store
from tests.e2e.conftest import NOW, Bots, address
from tests.e2e.trouble import shown, slow_answers
from tests.standin import Clock, Place, Standin
from tests.standin.pointing import pointed

ANSWER = ["Spain: defence spending"]


class Looks:
    """Looks at the store when it is told to."""

    def __init__(self) -> None:
        self._turn = asyncio.Semaphore(0)
        self._waiting = asyncio.Semaphore(0)

    async def pause(self) -> bool:
        self._waiting.release()
        return await self._turn.acquire()

    async def look(self) -> None:
        """Returns when the look is over."""
        await self._waiting.acquire()
        self._turn.release()
        await self._waiting.acquire()
        self._waiting.release()


@pytest.fixture(autouse=True)
def level(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "bot")


def lines(caplog: pytest.LogCaptureFixture, logger: str) -> list[str]:
    return [each.getMessage() for each in caplog.records if each.name == logger]


async def test_a_stop_lets_answers_finish_and_takes_no_more(
    bots: Bots, local: Standin, here: Place, caplog: pytest.LogCaptureFixture
) -> None:
    bot = await bots.start()
    with slow_answers() as slow:
        pending = await here.slash("target", member="Spain", wait=False)
        await pending.acknowledged()
        stopping = asyncio.create_task(bots.stop(bot))
        await local.gateway.idle()
        late = await here.slash("target", member="France")
        assert not stopping.done()
        slow.finish()
        await stopping
    assert shown(await pending.reply()) == ANSWER
    assert late.text.startswith("I am being restarted. Ask again in a minute.")
    assert late.ephemeral
    said = lines(caplog, "bot.app")
    assert "Stopping. Answers under way: 1." in said
    assert said[-1] == "Closed."


async def test_a_stop_gives_up_what_never_ends(
    bots: Bots, here: Place, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.app.FINISH_WITHIN", 0.01)
    bot = await bots.start()
    with slow_answers():
        pending = await here.slash("target", member="Spain", wait=False)
        await pending.acknowledged()
        await bots.stop(bot)
    assert "Answers given up, as they took too long: 1." in caplog.text


async def test_a_stop_right_after_the_start_leaves_no_error(
    bots: Bots, caplog: pytest.LogCaptureFixture
) -> None:
    await bots.stop(await bots.start())
    assert [each for each in caplog.records if each.levelno >= logging.ERROR] == []


async def test_answers_go_on_while_the_database_is_away(
    bots: Bots,
    here: Place,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def away(_: Store) -> int:
        raise StoreError("The database cannot be reached.")

    looks = Looks()
    await bots.start(pause=looks.pause)
    with monkeypatch.context() as patch:
        patch.setattr(Store, "change_counter", away)
        for _ in range(3):
            await looks.look()
        assert shown(await here.slash("target", member="Spain")) == ANSWER
    await looks.look()
    assert lines(caplog, "bot.library") == [
        "The database cannot be read; answers go on from memory: The database cannot be reached.",
        "The database can be read again.",
    ]


async def test_what_another_process_records_is_in_the_next_answer(
    bots: Bots, tmp_path: Path, here: Place, caplog: pytest.LogCaptureFixture
) -> None:
    looks = Looks()
    await bots.start(pause=looks.pause)
    before = await here.slash("summit", meeting="Ankara")
    async with Store.open(address(tmp_path / "article3.db")) as other:
        meetings = await other.known(Meeting, NOW.date())
        *_, summit = (each for each in meetings if each.city == "Ankara")
        moved = replace(summit, city="Izmir")
        await other.correct(moved, by="ann", because="a slip", at=NOW, mend=True)
    await looks.look()
    after = await here.slash("summit", meeting=summit.meeting)
    assert ("Izmir" in before.text, "Izmir" in after.text) == (False, True)
    assert lines(caplog, "bot.library") == ["What is known has changed and was read again."]


async def test_commands_are_published_once(bots: Bots, local: Standin) -> None:
    for _ in range(2):
        await bots.stop(await bots.start())
    assert puts(local) == 1


async def test_commands_that_changed_are_published(
    bots: Bots, local: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bots.stop(await bots.start())
    monkeypatch.setattr("bot.slash.COMMANDS", COMMANDS[:-1])
    await bots.stop(await bots.start())
    assert puts(local) == 2
    assert len(local.commands[None]) == len(COMMANDS) - 1


async def test_another_application_is_told_of_the_commands_too(
    bots: Bots, local: Standin, store: Store
) -> None:
    await bots.stop(await bots.start())
    held = await store.published(local.application_id)
    async with Standin.open(clock=Clock(NOW)) as another:
        # Its users' ids come from its own clock: somebody came before its bot was made.
        another.bot.id = another.application_id = local.application_id + 1
        with pointed(another):
            library = Library(store)
            await library.refresh()
            async with App(library, store, clock=another.clock.now) as app:
                await app.login(another.token)
        assert puts(another) == 1
    assert await store.published(local.application_id) == held


def puts(home: Standin) -> int:
    return sum(each.method == "PUT" for each in home.requests)
