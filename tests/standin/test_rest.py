"""What else a client reads and writes."""

import base64
from typing import Any

import discord
import pytest

from tests.standin.bots import running
from tests.standin.clock import Clock
from tests.standin.guilds import NEWS
from tests.standin.place import Place
from tests.standin.snowflakes import Snowflakes
from tests.standin.standin import Standin


async def test_commands_keep_their_ids_over_a_sync(local: Standin) -> None:
    async with running(local) as bot:
        first = await bot.tree.fetch_commands()
        second = await bot.tree.sync()
    assert {each.id for each in first} == {each.id for each in second}
    assert len({each["version"] for each in local.commands[None]}) == len(first)


async def test_command_is_changed_and_deleted(local: Standin) -> None:
    async with running(local) as bot:
        echo = next(each for each in await bot.tree.fetch_commands() if each.name == "echo")
        changed = await echo.edit(description="Repeat")
        assert changed.description == "Repeat"
        await echo.delete()
        assert "echo" not in [each.name for each in await bot.tree.fetch_commands()]


async def test_commands_of_one_server(local: Standin, here: Place) -> None:
    assert here.channel.guild is not None
    guild = discord.Object(here.channel.guild.id)
    async with running(local, sync=False) as bot:
        bot.tree.copy_global_to(guild=guild)
        await bot.tree.sync(guild=guild)
        assert (await here.slash("echo", text="hello")).text == "hello"
    assert local.commands.get(None, []) == []


async def test_application_and_guild_as_the_library_reads_them(local: Standin, here: Place) -> None:
    assert here.channel.guild is not None
    async with running(local) as bot:
        application = await bot.application_info()
        guild = await bot.fetch_guild(here.channel.guild.id)
        channels = await guild.fetch_channels()
        roles = await guild.fetch_roles()
        member = await guild.fetch_member(here.user.id)
    assert application.id == local.application_id
    assert application.approximate_guild_count == 1
    assert [each.name for each in channels] == ["general"]
    assert [each.name for each in roles] == ["@everyone", "Members", "Article 3"]
    assert member.name == "anna"


async def test_message_is_read_edited_and_deleted(local: Standin, here: Place) -> None:
    async with running(local) as bot:
        channel: Any = bot.get_channel(here.channel.id)
        sent = await channel.send("first")
        await sent.edit(content="second")
        assert (await channel.fetch_message(sent.id)).content == "second"
        await sent.delete()
        assert [each async for each in channel.history()] == []


async def test_history_before_and_after(local: Standin, here: Place) -> None:
    posted = [local.post(here.channel, author=here.user, content=str(n)) for n in range(5)]
    middle = discord.Object(int(posted[2]["id"]))
    async with running(local) as bot:
        channel: Any = bot.get_channel(here.channel.id)
        before = [each.content async for each in channel.history(before=middle)]
        after = [each.content async for each in channel.history(after=middle)]
        newest = [each.content async for each in channel.history(limit=2)]
    assert (before, after, newest) == (["1", "0"], ["3", "4"], ["4", "3"])


async def test_history_is_empty_without_the_permission(local: Standin, here: Place) -> None:
    local.post(here.channel, author=here.user, content="past")
    here.channel.forbid(["read_message_history"])
    async with running(local) as bot:
        channel: Any = bot.get_channel(here.channel.id)
        assert [each async for each in channel.history()] == []


async def test_crosspost_once(local: Standin, here: Place) -> None:
    assert here.channel.guild is not None
    news = here.channel.guild.add_channel("news", kind=NEWS)
    async with running(local) as bot:
        channel: Any = bot.get_channel(news.id)
        sent = await channel.send("big news")
        await sent.publish()
        with pytest.raises(discord.HTTPException) as refused:
            await sent.publish()
    assert refused.value.code == 40033


async def test_private_message_from_the_bot(local: Standin) -> None:
    anna = local.add_user("Anna")
    async with running(local) as bot:
        user = await bot.fetch_user(anna.id)
        await user.send("hello")
    assert [each["content"] for each in local.direct(anna).messages.values()] == ["hello"]


async def test_others_messages_are_not_edited(local: Standin, here: Place) -> None:
    message = local.post(here.channel, author=here.user, content="mine")
    async with running(local) as bot:
        channel: Any = bot.get_channel(here.channel.id)
        with pytest.raises(discord.Forbidden) as refused:
            await channel.get_partial_message(int(message["id"])).edit(content="yours")
    assert refused.value.code == 50005


def test_ids_grow_with_the_clock_and_are_unique() -> None:
    clock = Clock()
    ids = Snowflakes(clock.seconds)
    first, second = ids.next(), ids.next()
    clock.advance(1)
    assert first < second < ids.next() - (999 << 22)


def test_clock_does_what_is_due_in_order() -> None:
    clock, done = Clock(), list[str]()
    clock.after(2, lambda: done.append("second"))
    clock.after(1, lambda: done.append("first"))
    clock.after(1, lambda: done.append("never")).cancel()
    clock.after(3, lambda: done.append("later"))
    clock.advance(2)
    assert done == ["first", "second"]


async def test_token_says_whose_it_is(local: Standin) -> None:
    whose, _, secret = local.token.split(".")
    assert base64.urlsafe_b64decode(whose + "==").decode() == str(local.application_id)
    assert len(secret) == 38
