"""Connections that come, break and come back, as the unmodified client lives through them."""

import asyncio
import json
import sys
import zlib
from typing import Any

import aiohttp
import discord
import pytest

from tests.standin.bots import Bot, running
from tests.standin.place import Place
from tests.standin.standin import Standin


async def test_ready_and_all_servers(local: Standin) -> None:
    for number in range(3):
        local.add_guild(f"Guild {number}").add_channel("general")
    async with running(local) as bot:
        await bot.wait_until_ready()
        assert [guild.name for guild in bot.guilds] == ["Guild 0", "Guild 1", "Guild 2"]
        assert [len(guild.text_channels) for guild in bot.guilds] == [1, 1, 1]
        assert bot.guilds[0].me.guild_permissions.send_messages


async def test_server_and_channel_added_while_connected(local: Standin) -> None:
    async with running(local) as bot:
        guild = local.add_guild("New")
        channel = guild.add_channel("general")
        here = local.add_user("Anna").at(channel)
        await here.slash("echo", text="hello")
        assert bot.get_channel(channel.id) is not None
        guild.leave()
        await local.gateway.idle()
        assert bot.get_guild(guild.id) is None


async def test_dropped_connection_resumes_and_hears_what_it_missed(
    local: Standin, here: Place
) -> None:
    async with running(local) as bot:
        await local.gateway.drop()
        pending = await here.slash("echo", text="missed", wait=False)
        assert (await pending.reply()).text == "missed"
        await local.gateway.resumed()
        assert bot.events.count("READY") == 1


async def test_answer_in_the_middle_of_a_reconnect(local: Standin, here: Place) -> None:
    async with running(local) as bot:
        pending = await here.slash("think", wait=False)
        await pending.acknowledged()
        await local.gateway.reconnect()
        bot.gate.set()
        assert (await pending.reply()).text == "Thought"
        await local.gateway.resumed()


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize(("resumable", "ready"), [(True, 1), (False, 2)])
async def test_invalid_session(local: Standin, here: Place, resumable: bool, ready: int) -> None:
    async with running(local) as bot:
        await local.gateway.invalidate(resumable=resumable)
        await local.gateway.ready()
        assert (await here.slash("echo", text="back")).text == "back"
        assert bot.events.count("READY") == ready


@pytest.mark.usefixtures("hurried")
async def test_session_that_is_not_known_any_more(local: Standin, here: Place) -> None:
    async with running(local) as bot:
        local.gateway.sessions.clear()
        await local.gateway.drop(4000)
        await local.gateway.ready()
        assert (await here.slash("echo", text="back")).text == "back"
        assert bot.events.count("READY") == 2


@pytest.mark.usefixtures("local")
async def test_wrong_token() -> None:
    async with Bot() as bot:
        with pytest.raises(discord.LoginFailure):
            await bot.login("wrong")


async def test_token_that_only_the_gateway_refuses(local: Standin) -> None:
    async with Bot() as bot:
        await bot.login(local.token)
        bot.http.token = "changed meanwhile"
        with pytest.raises(discord.ConnectionClosed) as closed:
            await bot.connect()
    assert closed.value.code == 4004


async def test_privileged_intents_are_disallowed(local: Standin) -> None:
    async with Bot(intents=discord.Intents(guilds=True, message_content=True)) as bot:
        await bot.login(local.token)
        with pytest.raises(discord.PrivilegedIntentsRequired):
            await bot.connect()


async def test_message_text_needs_the_intent(local: Standin, here: Place) -> None:
    heard: list[str] = []
    async with running(local, intents=discord.Intents(guilds=True, guild_messages=True)) as bot:

        async def on_message(message: discord.Message) -> None:
            heard.append(message.content)

        bot.event(on_message)
        local.post(here.channel, author=here.user, content="for people")
        await here.slash("echo", text="hello")
        await local.gateway.idle()
    assert heard == ["", "hello"]


async def test_messages_are_not_heard_without_the_intent(local: Standin, here: Place) -> None:
    async with running(local) as bot:
        local.post(here.channel, author=here.user, content="for people")
        await here.slash("echo", text="hello")
        assert "MESSAGE_CREATE" not in bot.events


async def test_stream_is_compressed(local: Standin) -> None:
    address = f"{local.gateway_url}?v=10&encoding=json&compress=zlib-stream"
    async with aiohttp.ClientSession() as session, session.ws_connect(address) as socket:
        data = await socket.receive_bytes()
    assert data.endswith(b"\x00\x00\xff\xff")
    assert b'"op": 10' in zlib.decompressobj().decompress(data)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("nonsense", 4002),
        ('{"op": 3, "d": {"status": "idle"}}', 4003),
        ('{"op": 2, "d": {"token": "wrong"}}', 4004),
        ('{"op": 6, "d": {"token": "wrong"}}', 4004),
    ],
)
async def test_close_codes(local: Standin, said: str, code: int) -> None:
    address = f"{local.gateway_url}?v=10&encoding=json"
    async with aiohttp.ClientSession() as session, session.ws_connect(address) as socket:
        await socket.receive_json()
        await socket.send_str(said)
        closed = await socket.receive()
    assert closed.data == code


async def test_unknown_opcode_is_loud(local: Standin) -> None:
    address = f"{local.gateway_url}?v=10&encoding=json"
    async with aiohttp.ClientSession() as session, session.ws_connect(address) as socket:
        await socket.receive_json()
        await socket.send_json({"op": 99, "d": {}})
        assert (await socket.receive()).data == 4001
    assert local.forgive("op 99")


async def test_unknown_compression_is_loud(local: Standin) -> None:
    address = f"{local.gateway_url}?v=10&encoding=json&compress=lzma"
    async with aiohttp.ClientSession() as session, session.ws_connect(address) as socket:
        assert (await socket.receive()).data == 4002
    assert local.forgive("lzma")


async def test_zstandard_is_refused_where_it_is_not_installed(
    local: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)
    address = f"{local.gateway_url}?v=10&encoding=json&compress=zstd-stream"
    async with aiohttp.ClientSession() as session, session.ws_connect(address) as socket:
        assert (await socket.receive()).data == 4002


async def test_own_process() -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.standin", "--guilds", "2"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    said: dict[str, Any] = json.loads(await process.stdout.readline())
    headers = {"Authorization": f"Bot {said['token']}"}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.get(f"{said['api']}/users/@me/guilds") as response,
    ):
        assert len(await response.json()) == 2
    process.stdin.close()
    assert await process.wait() == 0
