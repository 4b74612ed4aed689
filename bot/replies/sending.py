"""Requests to Discord, and what it means when one fails.

A request may fail after Discord has done what it asked: with a 5xx, or because the network broke
off. What does no harm when it is done twice is sent again. A first answer is, too: Discord takes
one, and says so when it comes again. What would be read twice is never sent again.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

import aiohttp
import discord

from bot.once import UnclearError

log = logging.getLogger(__name__)

Request = Callable[[], Awaitable[object]]

HURRY = 1.2
"""Seconds for one try of a first answer, of which Discord takes none after three."""
GIVE_UP_AFTER = 20.0
"""Seconds for any other request, the repetitions of discord.py included."""
_TRIES = 3

INVALID_FORM = 50035
_ALREADY_ANSWERED, _UNKNOWN_INTERACTION, _UNKNOWN_MESSAGE = 40060, 10062, 10008
_SERVER_ERRORS = 500

BROKEN_OFF = (TimeoutError, aiohttp.ClientError, OSError)


class LostError(Exception):
    """Discord did not take what was sent. The message says what happened, for the log."""


@contextmanager
def losing(what: str) -> Iterator[None]:
    """Makes a LostError of all that Discord or the network may do."""
    try:
        yield
    except _FAILED as error:
        raise LostError(f"{what} was not taken: {_named(error)}") from error


async def first(send: Request, is_there: Callable[[], Awaitable[bool]]) -> None:
    """Sends a first answer, until it is clear that Discord has it or refuses it. Where that does
    not become clear, `is_there` tells. Raises as `send` does."""
    for attempt in range(1, _TRIES + 1):
        try:
            async with asyncio.timeout(HURRY):
                await send()
        except discord.HTTPException as error:
            if error.code == _ALREADY_ANSWERED:
                log.info("Discord had the answer already.")
            elif _is_refused(error) or not await is_there():
                raise
        except BROKEN_OFF:
            if attempt < _TRIES:
                continue
            if not await is_there():
                raise
        return


async def again(send: Request) -> None:
    """Sends what may be done twice, and again where it fails. Raises as `send` does."""
    for attempt in range(1, _TRIES + 1):
        try:
            async with asyncio.timeout(GIVE_UP_AFTER):
                await send()
        except (discord.HTTPException, *BROKEN_OFF) as error:
            if attempt == _TRIES or _is_refused(error):
                raise
        else:
            return


async def deleted(send: Request) -> None:
    """The same for a deletion; what is gone already is deleted."""
    try:
        await again(send)
    except discord.NotFound as error:
        if error.code != _UNKNOWN_MESSAGE:
            raise


async def succeeds(ask: Request) -> bool:
    try:
        async with asyncio.timeout(GIVE_UP_AFTER):
            await ask()
    except _FAILED:
        return False
    return True


_FAILED = (discord.HTTPException, discord.ClientException, UnclearError, *BROKEN_OFF)


def _is_refused(error: Exception) -> bool:
    """Whether Discord says that it has not taken it. An interaction is unknown when its time is
    over, but for one that was answered before."""
    return (
        isinstance(error, discord.HTTPException)
        and error.status < _SERVER_ERRORS
        and error.code != _UNKNOWN_INTERACTION
    )


def _named(error: Exception) -> str:
    if isinstance(error, discord.HTTPException):
        return f"{error.status} (code {error.code}) {error.text}".strip()
    return f"{type(error).__name__} {error}".strip()
