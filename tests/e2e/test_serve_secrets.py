"""Neither the bot's token nor that of an interaction is in a log, a text or an error."""

import io
import logging
import traceback
from collections.abc import Iterator

import discord
import pytest

from bot.quiet import log_plainly
from bot.settings import Settings
from tests.e2e.conftest import Bots
from tests.e2e.trouble import CALLBACK, slow_answers
from tests.standin import Place, Standin


@pytest.fixture
def written(local: Standin) -> Iterator[io.StringIO]:
    """All that is logged, by libraries too."""
    loggers = [logging.getLogger(name) for name in (None, "bot", "discord", "aiohttp")]
    before = [(each.handlers[:], each.level) for each in loggers]
    loggers[0].handlers = []
    stream = io.StringIO()
    log_plainly(stream, level="debug", secrets=(local.token,))
    for each in loggers:
        each.setLevel(logging.DEBUG)
    yield stream
    for each, (handlers, level) in zip(loggers, before, strict=True):
        each.handlers, each.level = handlers, level
        each.setLevel(level)


@pytest.mark.usefixtures("hurried")
async def test_no_token_is_logged_even_where_all_is(
    bots: Bots, local: Standin, here: Place, written: io.StringIO
) -> None:
    bot = await bots.start()
    local.faults.add("POST", CALLBACK, stored=True)
    answer = await here.slash("target", member="Spain")
    await here.click(answer, "Why?")
    with slow_answers() as slow:
        pending = await here.slash("target", member="France", wait=False)
        await pending.acknowledged()
        slow.finish(RuntimeError(f"Authorization: Bot {local.token}"))
        await bot.work.idle()
    await local.gateway.drop()
    await local.gateway.resumed()
    await bots.stop(bot)
    text = written.getvalue()
    assert "IDENTIFY" in text
    assert "RuntimeError" in text
    assert secrets_in(text, local) == []


def secrets_in(text: str, local: Standin) -> list[str]:
    tokens = [local.token, *local.interactions]
    return [line for line in text.splitlines() if any(each in line for each in tokens)]


async def test_no_token_is_in_what_things_say_of_themselves(bots: Bots, local: Standin) -> None:
    settings = Settings.read({"DISCORD_TOKEN": local.token})
    bot = await bots.start()
    things = (bot, bot.http, bot.answers, bot.user, settings, settings.model_dump())
    assert secrets_in(" ".join(f"{each!r} {each}" for each in things), local) == []


async def test_no_token_is_in_a_refusal(bots: Bots, local: Standin) -> None:
    local.faults.add("GET", "/users/@me", status=401)
    with pytest.raises(discord.LoginFailure) as refused:
        await bots.start()
    assert secrets_in("".join(traceback.format_exception(refused.value)), local) == []
