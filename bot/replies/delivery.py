"""Sends what an interaction is answered with, within Discord's three seconds.

What takes longer is deferred, and what is deferred always ends in an answer or an error. Where it
is unclear whether Discord took an answer (it failed after it may have stored it), Discord is asked
before anything is sent again, so that nobody reads the same thing twice.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import aiohttp
import discord

from bot.render.discord.layout import as_text, layout
from bot.render.discord.pages import Page

log = logging.getLogger(__name__)

T = TypeVar("T")
Request = Callable[[], Awaitable[object]]

DEFER_AFTER = 1.2
"""Seconds: well before Discord's three, so that a slow network still makes it."""
GIVE_UP_AFTER = 20.0
"""Seconds for one request to Discord, the repetitions of discord.py included."""
_EDITS = 3

_ALREADY_ANSWERED, _INVALID_FORM = 40060, 50035
_SERVER_ERRORS = 500
_BROKEN_OFF = (TimeoutError, aiohttp.ClientError, OSError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    page: Page
    buttons: tuple[discord.ui.Item[Any], ...] = ()

    def view(self) -> discord.ui.LayoutView:
        made = layout(self.page, self.buttons)
        # Its buttons say all in their ids. A view that is finished is not kept for their sake.
        made.stop()
        return made


class LostError(Exception):
    """Discord did not take an answer. The message says what happened, for the log."""


class Delivery:
    """The answer to one interaction. `private`: only the one who asked sees it. `in_place`: it
    takes the place of the message whose button was pressed."""

    def __init__(
        self,
        interaction: discord.Interaction[discord.Client],
        *,
        private: bool,
        in_place: bool = False,
    ) -> None:
        self._interaction = interaction
        self._private = private
        self._in_place = in_place
        self._deferral: asyncio.Task[None] | None = None

    async def wait(self, work: Awaitable[T]) -> T:
        """The result of some work; the asker is told to wait where it takes long."""
        timer = asyncio.get_running_loop().call_later(DEFER_AFTER, self._begin_to_defer)
        try:
            return await work
        finally:
            timer.cancel()
            if self._deferral is not None:
                await self._deferral

    async def send(self, message: Message) -> None:
        """Raises LostError where Discord did not take it."""
        response = self._interaction.response
        if self._deferral is not None:
            await self._edit(message)
        elif self._in_place:
            await self._once(lambda: response.edit_message(view=message.view()), None)
        else:
            await self._answer(message)

    async def add(self, message: Message) -> None:
        """A further message, after the first."""
        send = self._interaction.followup.send
        try:
            await _within(send(view=message.view(), ephemeral=self._private))
        except (discord.HTTPException, *_BROKEN_OFF) as error:
            raise LostError(f"a further message was not taken: {_named(error)}") from error

    async def fail(self, message: Message) -> None:
        """Sends what went wrong, privately, whatever was begun."""
        begun, public = self._deferral is not None, not self._private
        self._private = True
        if not begun and not self._interaction.response.is_done():
            await self._answer(message)
        elif begun and not self._in_place and not public:
            await self._edit(message)
        else:
            if begun and not self._in_place:
                # A private message can't take the place of a public "is thinking": that one goes.
                await _within(self._interaction.delete_original_response())
            await self.add(message)

    def _begin_to_defer(self) -> None:
        self._deferral = asyncio.ensure_future(self._defer())

    async def _defer(self) -> None:
        response = self._interaction.response
        if self._in_place:
            await self._once(response.defer, None)
        else:
            await self._once(lambda: response.defer(ephemeral=self._private, thinking=True), None)

    async def _answer(self, message: Message) -> None:
        response = self._interaction.response
        await self._once(
            lambda: response.send_message(view=message.view(), ephemeral=self._private),
            lambda: response.send_message(as_text(message.page), ephemeral=self._private),
        )

    async def _once(self, send: Request, send_plainly: Request | None) -> None:
        """The first word of an answer, which Discord takes once."""
        try:
            await _within(send())
        except discord.HTTPException as error:
            if error.code == _ALREADY_ANSWERED:
                # It was taken the first time, and the word of that was lost on the way back.
                log.info("Discord had the answer already.")
            elif error.code == _INVALID_FORM and send_plainly is not None:
                log.error("Discord refuses the form of an answer; it goes as plain text: %s", error)
                await self._once(send_plainly, None)
            elif error.status < _SERVER_ERRORS or not await self._is_there():
                raise LostError(f"the answer was not taken: {_named(error)}") from error
        except _BROKEN_OFF as error:
            if not await self._is_there():
                raise LostError(f"the answer was not taken: {_named(error)}") from error

    async def _edit(self, message: Message) -> None:
        """What was deferred is filled in. Doing that twice does no harm."""
        edit = self._interaction.edit_original_response
        for attempt in range(1, _EDITS + 1):
            try:
                await _within(edit(view=message.view()))
            except discord.HTTPException as error:
                if error.code == _INVALID_FORM:
                    log.error("Discord refuses the form of an answer: %s", error)
                    await _within(edit(content=as_text(message.page), view=None))
                elif error.status < _SERVER_ERRORS or attempt == _EDITS:
                    raise LostError(
                        f"the deferred answer was not taken: {_named(error)}"
                    ) from error
                else:
                    continue
            except _BROKEN_OFF as error:
                if attempt == _EDITS:
                    raise LostError(
                        f"the deferred answer was not taken: {_named(error)}"
                    ) from error
                continue
            return

    async def _is_there(self) -> bool:
        """Whether Discord has the answer to this interaction."""
        try:
            await _within(self._interaction.original_response())
        except (discord.HTTPException, *_BROKEN_OFF):
            return False
        return True


async def _within(request: Awaitable[T]) -> T:
    async with asyncio.timeout(GIVE_UP_AFTER):
        return await request


def _named(error: Exception) -> str:
    if isinstance(error, discord.HTTPException):
        return f"{error.status} (code {error.code}) {error.text}".strip()
    return f"{type(error).__name__} {error}".strip()
