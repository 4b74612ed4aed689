"""The connection to Discord is lost and found again; what people asked meanwhile is answered."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from discord.gateway import DiscordWebSocket

from bot.app import App
from tests.e2e.conftest import Bots
from tests.e2e.trouble import callbacks, shown, slow_answers
from tests.standin import Place, Standin

pytestmark = pytest.mark.usefixtures("hurried", "here")

ANSWER = ["Spain: defence spending"]
LOST = "The connection to Discord was lost; connecting again."
RESUMED = "Connected again; nothing was missed."
ANEW = "Connected again, from the beginning. Servers: 1."

Trouble = Callable[[Standin], Awaitable[None]]


async def broken(local: Standin) -> None:
    await local.gateway.drop()


async def closed(local: Standin) -> None:
    await local.gateway.drop(4000)


async def asked_to_reconnect(local: Standin) -> None:
    await local.gateway.reconnect()


async def invalidated(local: Standin) -> None:
    await local.gateway.invalidate(resumable=True)


async def ended(local: Standin) -> None:
    await local.gateway.invalidate(resumable=False)


async def forgotten(local: Standin) -> None:
    local.gateway.sessions.clear()
    await local.gateway.drop()


RESUMABLE = [broken, closed, asked_to_reconnect, invalidated]
ANY = [*RESUMABLE, ended, forgotten]


@pytest.fixture(autouse=True)
def level(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "bot")


async def ready(bot: App, local: Standin) -> None:
    await bot.wait_until_ready()
    await local.gateway.idle()


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [each.getMessage() for each in caplog.records if each.name == "bot.app"]


@pytest.mark.parametrize("trouble", [*ANY, closed])
async def test_a_slow_answer_arrives_over_a_lost_connection(
    bot: App, local: Standin, here: Place, trouble: Trouble
) -> None:
    with slow_answers() as slow:
        pending = await here.slash("target", member="Spain", wait=False)
        await pending.acknowledged()
        await trouble(local)
        slow.finish()
        reply = await pending.reply()
    await local.gateway.ready()
    assert shown(reply) == ANSWER
    assert not bot.is_closed()


@pytest.mark.parametrize("trouble", RESUMABLE)
async def test_what_is_asked_while_the_connection_is_lost_is_answered_once(
    bot: App, local: Standin, here: Place, trouble: Trouble
) -> None:
    await trouble(local)
    pending = [await here.slash("target", member="Spain", wait=False) for _ in range(3)]
    replies = [await each.reply() for each in pending]
    await local.gateway.resumed()
    await bot.work.idle()
    assert [shown(each) for each in replies] == [ANSWER] * 3
    assert len(callbacks(local)) == 3
    assert len(here.channel.messages) == 3


@pytest.mark.parametrize("trouble", ANY)
async def test_the_log_tells_of_it_in_plain_words(
    bots: Bots, local: Standin, caplog: pytest.LogCaptureFixture, trouble: Trouble
) -> None:
    bot = await bots.start()
    await ready(bot, local)
    caplog.clear()
    again = asyncio.create_task(_connected_again(bot))
    await trouble(local)
    await again
    assert lines(caplog) == [LOST, RESUMED if trouble in RESUMABLE else ANEW]
    await bots.stop(bot)
    assert lines(caplog)[2:] == ["Stopping. Answers under way: 0.", "Closed."]
    assert [each.getMessage() for each in caplog.records if each.exc_info] == []


async def _connected_again(bot: App) -> None:
    waiting = [asyncio.create_task(bot.wait_for(name)) for name in ("ready", "resumed")]
    _, others = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    for each in others:
        each.cancel()


async def test_a_gateway_that_stays_away_is_lost_once(
    bot: App, local: Standin, here: Place, caplog: pytest.LogCaptureFixture
) -> None:
    await ready(bot, local)
    again = asyncio.create_task(_connected_again(bot))
    with pytest.MonkeyPatch.context() as patch:
        tries = refusing(patch, times=3)
        await local.gateway.drop()
        await again
    assert len(tries) == 4
    assert lines(caplog).count(LOST) == 1
    assert shown(await here.slash("target", member="Spain")) == ANSWER


def refusing(patch: pytest.MonkeyPatch, *, times: int) -> list[object]:
    """Connections to the gateway fail so many times; those that were tried."""
    real, tries = DiscordWebSocket.from_client, list[object]()

    async def from_client(*args: Any, **kwargs: Any) -> DiscordWebSocket:
        tries.append(kwargs)
        if len(tries) <= times:
            raise ConnectionRefusedError("nobody is there")
        return await real(*args, **kwargs)

    patch.setattr(DiscordWebSocket, "from_client", from_client)
    return tries


async def test_being_ready_anew_starts_nothing_anew(bots: Bots, local: Standin) -> None:
    waits: list[asyncio.Event] = []

    async def pause() -> bool:
        waits.append(asyncio.Event())
        return await waits[-1].wait()

    bot = await bots.start(pause=pause)
    for _ in range(2):
        await ended(local)
        await local.gateway.ready()
        await ready(bot, local)
    assert len(waits) == 1
    assert [each.method for each in local.requests if each.path.endswith("/commands")] == ["PUT"]
