"""Posts what waits into the channel of the review, each proposal once, and keeps the messages up to
date with what was decided elsewhere."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TYPE_CHECKING

import discord

from bot import metrics
from bot.digest import look
from bot.digest.pace import Pace
from bot.digest.posting import AgainError, ClosedError, RefusedError, clearly, post
from bot.digest.sender import Rhythm
from bot.library import Pause
from bot.replies.delivery import Message
from bot.replies.wordings import tag
from bot.slash.review_message import message
from data.store.proposals import Proposals, Queued, ReviewPlace
from data.store.wordings import Of

if TYPE_CHECKING:
    from bot.app import App

log = logging.getLogger(__name__)

AT_ONCE = 10
"""Of one look: what is left comes with the next."""
NONCE = "review-{id}-{version}"
"""Both numbers have room in the 25 characters that Discord takes."""

_A_SECOND = 3
_UNKNOWN_MESSAGE = 10008


def posting_pace(rhythm: Rhythm) -> Pace:
    """Few at a time: digests have the rest of what Discord takes."""
    return Pace(_A_SECOND, now=rhythm.now, sleep=rhythm.sleep)


class Poster:
    """`pause` ends when it is time to look again."""

    def __init__(
        self,
        app: "App",
        *,
        clock: Callable[[], datetime],
        pause: Pause,
        pace: Pace,
    ) -> None:
        self._app = app
        self._clock = clock
        self._pause = pause
        self._pace = pace
        self._running: asyncio.Task[None] | None = None
        self._looking = asyncio.Lock()
        self._told: dict[str, str] = {}

    @property
    def _proposals(self) -> Proposals:
        return self._app.proposals

    # Its life

    def start(self) -> None:
        """Does nothing where no server reviews."""
        if self._app.room.server is not None:
            self._running = asyncio.create_task(self._run(), name="review")

    async def close(self) -> None:
        if self._running is not None:
            self._running.cancel()
            await asyncio.wait({self._running})

    async def _run(self) -> None:
        await self._app.wait_until_ready()
        await self._safely("look", self.look)
        while await self._pause():
            await self._safely("look", self.look)

    async def _safely(self, step: str, work: Callable[[], Awaitable[None]]) -> None:
        """Whatever fails is tried again by itself, and keeps nothing else from going."""
        try:
            await work()
        except Exception as error:  # noqa: BLE001 - the loop goes on whatever one step comes to
            self._app.metrics.count(metrics.REVIEW_FAILURES, step=step)
            self._tell(step, str(error) or type(error).__name__)

    def _tell(self, step: str, problem: str) -> None:
        """What fails at each look for the same reason is said once."""
        if self._told.get(step) != problem:
            log.warning("The review: a step failed (%s): %s", step, problem)
        self._told[step] = problem

    # A look

    async def look(self) -> None:
        """Posts what is in no channel, and shows what changed."""
        server = self._app.room.server
        if server is None or self._app.get_guild(server) is None:
            return
        async with self._looking:
            place = await self._proposals.place(server)
            if place is None:
                return
            for each in await self._proposals.unposted(limit=AT_ONCE):
                await self._safely("post", lambda queued=each: self._post(queued, place))
            for each in await self._proposals.outdated(limit=AT_ONCE):
                await self.show(each)

    async def show(self, queued: Queued) -> None:
        """Brings its message up to date. Never raises."""
        await self._safely("show", lambda: self._show(queued))

    async def message(self, queued: Queued) -> Message:
        """In the language of the server, for all who see the channel."""
        desk = self._app.answers.desk(self._language())
        return await self._app.answers.beside(lambda: message(desk, queued))

    def _language(self) -> str:
        server = self._app.room.server
        guild = None if server is None else self._app.get_guild(server)
        locale = discord.Locale.american_english if guild is None else guild.preferred_locale
        return tag(self._app.wordings.of((Of.SERVER, server or 0)), locale)

    # One message

    async def _post(self, queued: Queued, place: ReviewPlace) -> None:
        channel = self._channel(place.channel)
        if not await self._proposals.begin_post(queued.id, channel=channel.id, now=self._clock()):
            return
        if queued.tried_at is not None and await self._is_there(queued):
            return
        made = await self.message(queued)
        nonce = NONCE.format(id=queued.id, version=queued.version)
        try:
            async with self._pace.turn(channel.id):
                posted = await post(channel, made, nonce=nonce)
        except AgainError as error:
            if not error.unclear:
                await self._proposals.give_back(queued.id)
            raise
        await self._posted(queued, channel.id, posted.id)

    async def _posted(self, queued: Queued, channel: int, id: int) -> None:
        await self._proposals.posted(
            queued.id, channel=channel, message_id=id, version=queued.version
        )
        self._app.metrics.count(metrics.REVIEW_POSTED)
        log.info("Proposal %s is posted in channel %s.", queued.id, channel)

    async def _is_there(self, queued: Queued) -> bool:
        """An attempt before may have reached the channel of that time."""
        if queued.channel is None:
            return False
        channel = self._channel(queued.channel)
        user, since = self._app.user, queued.tried_at
        assert user is not None
        assert since is not None
        async with self._pace.turn():
            found = await clearly(
                lambda: look.find(channel, str(queued.id), by=user.id, since=since)
            )
        if found is None:
            return False
        await self._posted(queued, channel.id, found)
        return True

    async def _show(self, queued: Queued) -> None:
        if queued.channel is None or queued.message_id is None:
            return
        there = self._channel(queued.channel).get_partial_message(queued.message_id)
        made = await self.message(queued)
        try:
            async with self._pace.turn():
                await clearly(lambda: there.edit(view=made.view))
        except ClosedError as error:
            await self._closed(queued, error)
        except RefusedError as error:
            log.error("Proposal %s: its message cannot be shown as it is: %s", queued.id, error)
        await self._proposals.shown(queued.id, version=queued.version)

    async def _closed(self, queued: Queued, error: ClosedError) -> None:
        cause = error.__cause__
        if isinstance(cause, discord.NotFound) and cause.code == _UNKNOWN_MESSAGE:
            await self._proposals.lost(queued.id)
        else:
            log.warning("Proposal %s: its message cannot be changed: %s", queued.id, error)

    def _channel(self, id: int) -> discord.PartialMessageable:
        return self._app.get_partial_messageable(id, guild_id=self._app.room.server)
