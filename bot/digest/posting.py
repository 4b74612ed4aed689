"""Puts a message into a channel once, and says what it means where Discord does not take it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

import aiohttp
import discord

from bot.digest.pace import Pace
from bot.once import Try, UnclearError, once
from bot.render.discord.layout import as_text
from bot.replies import sending
from bot.replies.delivery import Message
from data.subscriptions import model

log = logging.getLogger(__name__)

CROSSPOST_WITHIN = 10.0
"""Seconds: Discord takes ten an hour in one channel, and the next may be minutes away."""

_ALREADY_CROSSPOSTED = 40033
_SERVER_ERRORS, _TOO_MANY = 500, 429

T = TypeVar("T")


class ClosedError(Exception):
    """The channel cannot be written to, for a reason that does not pass by itself."""

    def __init__(self, reason: model.Pause, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


class RefusedError(Exception):
    """It cannot be sent, and that does not change: Discord takes it in no form, or `why` says in a
    word what else."""

    def __init__(self, detail: str, *, why: str = "refused") -> None:
        super().__init__(detail)
        self.why = why


class AgainError(Exception):
    """It is worth another attempt. `unclear`: Discord may have the message."""

    def __init__(self, detail: str, *, unclear: bool) -> None:
        super().__init__(detail)
        self.unclear = unclear


async def post(
    channel: discord.abc.Messageable, message: Message, *, nonce: str
) -> discord.Message:
    """Raises ClosedError, RefusedError or AgainError."""
    try:
        return await clearly(lambda: channel.send(view=message.view, nonce=nonce))
    except RefusedError as error:
        log.error("Discord refuses a form, and it goes as plain text: %s", error)
    plain, text = _buttons(message), as_text(message.page)
    return await clearly(lambda: channel.send(text, view=plain, nonce=nonce))


async def crosspost(client: discord.Client, channel: int, id: int, pace: Pace) -> str:
    """Publishes a message to the servers that follow its channel; what was in the way, or nothing.
    A message that is published already is published."""
    try:
        async with asyncio.timeout(CROSSPOST_WITHIN), pace.turn():
            await client.http.publish_message(channel, id)
    except discord.HTTPException as error:
        return "" if error.code == _ALREADY_CROSSPOSTED else named(error)
    except sending.BROKEN_OFF as error:
        return named(error)
    return ""


async def clearly(ask: Callable[[], Awaitable[T]]) -> T:
    """What a request comes to that is sent once. Raises ClosedError, RefusedError or AgainError."""
    with once() as under_way:
        try:
            async with asyncio.timeout(sending.GIVE_UP_AFTER):
                return await ask()
        except (discord.HTTPException, UnclearError, *sending.BROKEN_OFF) as error:
            raise meant(error, under_way) from error


def meant(error: Exception, under_way: Try) -> Exception:
    if not isinstance(error, discord.HTTPException):
        return AgainError(named(error), unclear=under_way.begun)
    # What is no JSON of Discord's comes from something on the way to it.
    if error.code and isinstance(error, discord.NotFound):
        return ClosedError(model.Pause.GONE, named(error))
    if error.code and isinstance(error, discord.Forbidden):
        return ClosedError(model.Pause.FORBIDDEN, named(error))
    if error.code == sending.INVALID_FORM:
        return RefusedError(named(error))
    return AgainError(named(error), unclear=error.status >= _SERVER_ERRORS)


def named(error: Exception) -> str:
    if isinstance(error, discord.HTTPException):
        return f"{error.status} (code {error.code}) {error.text}".strip()
    if isinstance(error, TimeoutError | aiohttp.ServerTimeoutError):
        return "no answer in time"
    return str(error) or type(error).__name__


def _buttons(message: Message) -> discord.ui.View:
    """Below plain text they can't stand in a layout. It is finished, so that it is not kept."""
    view = discord.ui.View(timeout=None)
    for each in message.buttons:
        view.add_item(each)
    view.stop()
    return view
