"""What an interaction is answered with, within Discord's three seconds.

What takes longer is deferred, and what is deferred always ends in an answer or an error.
"""

import asyncio
import io
import logging
from collections.abc import Awaitable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import discord

from bot.once import once
from bot.render.discord.layout import as_text, layout, short_alt
from bot.render.discord.page import Document, Picture
from bot.render.discord.pages import Page
from bot.replies import sending
from bot.replies.failures import reference
from bot.replies.sending import LostError, Request, losing

log = logging.getLogger(__name__)

T = TypeVar("T")

DEFER_AFTER = 1.2
"""Seconds: well before Discord's three, so that a slow network still makes it."""


class _Written(discord.ui.LayoutView):
    """A view written down, to be sent as often as one likes. Its buttons say all in their ids; as
    it is finished, discord.py does not keep it for their sake."""

    def __init__(self, view: discord.ui.LayoutView) -> None:
        super().__init__(timeout=None)
        self._components = view.to_components()
        self.stop()

    def to_components(self) -> list[dict[str, Any]]:
        return self._components

    def has_components_v2(self) -> bool:
        return True


@dataclass(frozen=True, kw_only=True)
class Message:
    """`incomplete` says that something could not be shown that belongs to it; its page says so as
    well."""

    page: Page
    buttons: tuple[discord.ui.Item[Any], ...] = ()
    pictures: tuple[Picture, ...] = ()
    documents: tuple[Document, ...] = ()
    incomplete: bool = False

    @cached_property
    def view(self) -> discord.ui.LayoutView:
        made = layout(self.page, self.buttons, pictures=self.pictures, documents=self.documents)
        return _Written(made)

    def files(self) -> list[discord.File]:
        """What is attached to it: new ones for each attempt, as each can be sent once."""
        pictures = (
            discord.File(io.BytesIO(each.data), each.name, description=short_alt(each.alt))
            for each in self.pictures
        )
        documents = (discord.File(io.BytesIO(each.data), each.name) for each in self.documents)
        return [*pictures, *documents]


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
        if self._deferral is not None:
            await self._edit(message)
        elif self._in_place:
            response = self._interaction.response
            with losing("the answer"):
                # Without any, those of the page before are taken away.
                await self._first(
                    lambda: response.edit_message(view=message.view, attachments=message.files())
                )
        else:
            await self._answer(message)

    async def add(self, message: Message) -> None:
        """A further message, after the first. Raises LostError where it is not known to be there;
        it is not sent again, as it could be read twice."""
        send = self._interaction.followup.send
        with losing("a further message"), once():
            async with asyncio.timeout(sending.GIVE_UP_AFTER):
                await send(view=message.view, files=_some(message), ephemeral=self._private)

    async def fail(self, message: Message, *, for_all: Message) -> None:
        """Sends what went wrong, privately, whatever was begun. `for_all` stays in public where
        all is waiting for an answer and the private message gets lost."""
        begun, public = self._deferral is not None, not self._private
        self._private = True
        if begun and public and not self._in_place:
            await self._fail_beside(message, for_all)
        elif begun and not self._in_place:
            await self._edit(message)
        elif begun or self._interaction.response.is_done():
            await self.add(message)
        else:
            await self._answer(message)

    async def _fail_beside(self, message: Message, for_all: Message) -> None:
        """A private message can't take the place of a public "is thinking": that one goes, but
        not before the private one is there."""
        await self._edit(for_all)
        await self.add(message)
        try:
            with losing("a deletion"):
                await sending.deleted(self._interaction.delete_original_response)
        except LostError as error:
            ref = reference(self._interaction)
            log.warning("%s: a message that tells nothing stays in a channel: %s", ref, error)

    def _begin_to_defer(self) -> None:
        self._deferral = asyncio.ensure_future(self._defer())

    async def _defer(self) -> None:
        response = self._interaction.response
        try:
            with losing("a deferral"):
                if self._in_place:
                    await self._first(response.defer)
                else:
                    await self._first(
                        lambda: response.defer(ephemeral=self._private, thinking=True)
                    )
        except LostError as error:
            # Whether it is there after all shows once it is filled in.
            log.warning("%s: %s", reference(self._interaction), error)

    async def _answer(self, message: Message) -> None:
        send = self._interaction.response.send_message
        private = self._private
        with losing("the answer"):
            try:
                await self._first(
                    lambda: send(view=message.view, files=_some(message), ephemeral=private)
                )
            except discord.HTTPException as error:
                self._check_form(error)
                text = as_text(message.page)
                await self._first(lambda: send(text, files=_some(message), ephemeral=private))

    async def _edit(self, message: Message) -> None:
        """What was deferred is filled in."""
        edit = self._interaction.edit_original_response
        with losing("the deferred answer"):
            try:
                await sending.again(lambda: edit(view=message.view, attachments=message.files()))
            except discord.HTTPException as error:
                self._check_form(error)
                text = as_text(message.page)
                await sending.again(
                    lambda: edit(content=text, view=None, attachments=message.files())
                )

    async def _first(self, send: Request) -> None:
        await sending.first(send, self._is_there)

    async def _is_there(self) -> bool:
        """Whether Discord has the answer to this interaction."""
        return await sending.succeeds(self._interaction.original_response)

    def _check_form(self, error: discord.HTTPException) -> None:
        """Raises the error, but for one of the form of a message, which can go as plain text."""
        if error.code != sending.INVALID_FORM:
            raise error
        ref = reference(self._interaction)
        log.error("%s: Discord refuses a form, and it goes as plain text: %s", ref, error)


def _some(message: Message) -> list[discord.File]:
    """As discord.py takes the files of a new message, which may have none."""
    return message.files() or discord.utils.MISSING
