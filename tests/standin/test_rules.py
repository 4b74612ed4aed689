"""What Discord does not let a bot do."""

import asyncio
from typing import Any

import discord
import pytest
from discord.http import Route

from tests.standin.bots import running
from tests.standin.interactions import NOT_ANSWERED, NOT_LOADED
from tests.standin.place import Place
from tests.standin.standin import Standin


def codes(failures: list[Exception]) -> list[tuple[int, int]]:
    return [(e.status, e.code) for e in failures if isinstance(e, discord.HTTPException)]


async def test_second_answer_is_refused(local: Standin, here: Place) -> None:
    async with running(local) as bot:
        reply = await here.slash("twice")
        await local.gateway.idle()
        assert await _failed(bot) == [(400, 40060)]
    assert reply.text == "Once"


async def test_three_seconds_without_an_answer(local: Standin, here: Place) -> None:
    async with running(local) as bot:
        pending = await here.slash("wait", wait=False)
        await local.gateway.idle()
        local.clock.advance(3)
        reply = await pending.reply()
        bot.gate.set()
        assert await _failed(bot) == [(404, 10062)]
    assert reply.failed == NOT_ANSWERED


async def test_just_under_three_seconds_is_in_time(local: Standin, here: Place) -> None:
    async with running(local) as bot:
        pending = await here.slash("wait", wait=False)
        await local.gateway.idle()
        local.clock.advance(2.99)
        bot.gate.set()
        assert (await pending.reply()).text == "Too late?"


async def test_fifteen_minutes_after_a_deferral(local: Standin, here: Place) -> None:
    async with running(local) as bot:
        pending = await here.slash("think", wait=False)
        await pending.acknowledged()
        local.clock.advance(15 * 60)
        reply = await pending.reply()
        bot.gate.set()
        assert await _failed(bot) == [(401, 50027)]
    assert reply.failed == NOT_ANSWERED


async def test_suggestions_that_come_late(local: Standin, here: Place) -> None:
    async with running(local):
        typing = asyncio.create_task(here.autocomplete("greet", "country", "wait"))
        await local.gateway.idle()
        local.clock.advance(3)
        choices = await typing
    assert (list(choices), choices.failed) == ([], NOT_LOADED)


async def test_twenty_six_suggestions_are_refused(local: Standin, here: Place) -> None:
    async with running(local):
        typing = asyncio.create_task(here.autocomplete("greet", "country", "all"))
        await local.asked("POST", "/interactions/*/callback")
        local.clock.advance(3)
        choices = await typing
    assert choices.failed == NOT_LOADED
    assert len(local.forgive("50035")) == 1


async def test_too_long_a_text_is_refused_and_noted(local: Standin, here: Place) -> None:
    async with running(local) as bot:
        pending = await here.slash("ramble", wait=False)
        assert await _failed(bot) == [(400, 50035)]
        local.clock.advance(3)
        assert (await pending.reply()).failed == NOT_ANSWERED
    assert "2000" in local.forgive("50035")[0]


@pytest.mark.parametrize(
    ("permissions", "code"),
    [(["view_channel"], "403 50013"), (["send_messages"], "403 50001")],
)
async def test_bot_without_permission(local: Standin, permissions: list[str], code: str) -> None:
    channel = local.add_guild("Desk", bot_permissions=permissions).add_channel("general")
    here = local.add_user("Anna").at(channel, permissions=["administrator"])
    async with running(local):
        reply = await here.slash("digest post", text="news")
    assert reply.text == code


async def test_permission_taken_away_in_a_channel(local: Standin, here: Place) -> None:
    admin = local.add_user("Ben").at(here.channel, permissions=["administrator"])
    async with running(local):
        assert (await admin.slash("digest post", text="news")).text == "Posted"
        here.channel.forbid(["send_messages"])
        assert (await admin.slash("digest post", text="news")).text == "403 50013"


async def test_enforced_nonce_sends_once(local: Standin, here: Place) -> None:
    async with running(local) as bot:
        channel: Any = bot.get_channel(here.channel.id)
        first = await channel.send("once", nonce="n1")
        second = await channel.send("once", nonce="n1")
    assert first.id == second.id
    assert len(here.channel.messages) == 1


@pytest.mark.usefixtures("hurried")
async def test_sixth_message_waits_for_the_limit(local: Standin, here: Place) -> None:
    began = local.clock.seconds()
    async with running(local) as bot:
        channel: Any = bot.get_channel(here.channel.id)
        for number in range(6):
            await channel.send(str(number))
    assert local.clock.seconds() - began >= 5
    assert 429 not in [each.status for each in local.requests]


async def test_private_message_is_not_found_in_the_channel(local: Standin, here: Place) -> None:
    async with running(local) as bot:
        reply = await here.slash("whoami")
        assert reply.message is not None
        channel: Any = bot.get_channel(here.channel.id)
        with pytest.raises(discord.NotFound) as refused:
            await channel.fetch_message(int(reply.message["id"]))
    assert refused.value.code == 10008


async def test_unknown_route_is_loud(local: Standin) -> None:
    async with running(local) as bot:
        with pytest.raises(discord.NotFound):
            await bot.http.request(Route("GET", "/lobbies/1"))
    assert local.forgive("GET /lobbies/1")


async def test_unknown_field_is_loud(local: Standin, here: Place) -> None:
    path = f"/channels/{here.channel.id}/messages"
    body = {"content": "a", "colour": 1}
    async with running(local) as bot:
        with pytest.raises(discord.HTTPException):
            await bot.http.request(Route("POST", path), json=body)
    assert local.forgive("colour")


async def test_unknown_query_is_loud(local: Standin, here: Place) -> None:
    path = f"/channels/{here.channel.id}/messages"
    async with running(local) as bot:
        with pytest.raises(discord.HTTPException):
            await bot.http.request(Route("GET", path), params={"newest": 1})
    assert local.forgive("newest")


async def _failed(bot: Any) -> list[tuple[int, int]]:
    await bot.failed.wait()
    return codes(bot.failures)
