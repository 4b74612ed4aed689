"""Trouble at Discord, and what the asker sees of it."""

from typing import Any

import aiohttp
import discord
import pytest

from tests.standin.bots import running
from tests.standin.interactions import NOT_ANSWERED
from tests.standin.place import Place
from tests.standin.standin import Standin

CALLBACK = "/interactions/*/callback"


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("status", [500, 502])
async def test_failing_once_and_then_well(local: Standin, here: Place, status: int) -> None:
    local.faults.add("POST", CALLBACK, status=status)
    async with running(local):
        assert (await here.slash("echo", text="hello")).text == "hello"
    statuses = [each.status for each in local.requests if each.path.endswith("/callback")]
    assert statuses == [status, 200]


@pytest.mark.usefixtures("hurried")
async def test_failing_beyond_the_three_seconds(local: Standin, here: Place) -> None:
    local.faults.add("POST", CALLBACK, times=5)
    async with running(local):
        assert (await here.slash("echo", text="hello")).failed == NOT_ANSWERED


@pytest.mark.usefixtures("hurried")
async def test_limited_once_and_then_well(local: Standin, here: Place) -> None:
    body = {"message": "You are being rate limited.", "retry_after": 0.5, "global": False}
    local.faults.add("POST", CALLBACK, status=429, body=body, headers={"Via": "1.1 google"})
    began = local.clock.seconds()
    async with running(local):
        assert (await here.slash("echo", text="hello")).text == "hello"
    assert local.clock.seconds() == began + 0.5


async def test_no_answer_at_all(local: Standin, here: Place) -> None:
    fault = local.faults.add("POST", CALLBACK, hang=True)
    async with running(local):
        pending = await here.slash("echo", text="hello", wait=False)
        await fault.reached.wait()
        local.clock.advance(3)
        assert (await pending.reply()).failed == NOT_ANSWERED
        local.faults.release()


@pytest.mark.usefixtures("hurried")
async def test_stored_although_it_said_no(local: Standin, here: Place) -> None:
    """The client asks again, with the nonce it sends of itself: the message is there once."""
    path = f"/channels/{here.channel.id}/messages"
    local.faults.add("POST", path, stored=True, status=502)
    async with running(local) as bot:
        channel: Any = bot.get_channel(here.channel.id)
        await channel.send("once")
    statuses = [each.status for each in local.requests if each.path == path]
    assert (len(here.channel.messages), statuses) == (1, [502, 200])


async def test_connection_cut_before_the_answer(local: Standin, here: Place) -> None:
    path = f"/channels/{here.channel.id}/messages"
    local.faults.add("POST", path, stored=True, cut=True)
    async with running(local) as bot:
        channel: Any = bot.get_channel(here.channel.id)
        with pytest.raises(aiohttp.ClientError):
            await channel.send("unclear")
    assert len(here.channel.messages) == 1
    assert local.requests[-1].status == 0


async def test_error_body_of_ones_own(local: Standin, here: Place) -> None:
    local.faults.add("GET", f"/channels/{here.channel.id}", status=403, body={"code": 50001})
    async with running(local) as bot:
        with pytest.raises(discord.Forbidden) as refused:
            await bot.fetch_channel(here.channel.id)
    assert refused.value.code == 50001


async def test_failing_command_leaves_no_answer(local: Standin, here: Place) -> None:
    async with running(local) as bot:
        pending = await here.slash("fail", wait=False)
        await bot.failed.wait()
        local.clock.advance(3)
        assert (await pending.reply()).failed == NOT_ANSWERED
    assert str(bot.failures[0]) == "nothing works today"


async def test_waiting_in_vain_is_an_error_and_no_hang(
    local: Standin, here: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(local):
        monkeypatch.setattr("tests.standin.waiting.SAFETY_SECONDS", 0.01)
        with pytest.raises(AssertionError, match="Anna waits for an answer"):
            await here.slash("wait")
