"""Channels that cannot be written to, and those that can be again.

What Discord tells is only noted; the round carries it out, so that nothing is lost while the
database is away.
"""

import logging
from collections.abc import Callable
from datetime import datetime

import discord

from bot import metrics
from bot.digest.pace import Pace
from bot.digest.telling import Teller
from bot.metrics import Metrics
from bot.permissions import TO_SEND, missing
from bot.replies.sending import BROKEN_OFF
from data.store.digests import Digests
from data.subscriptions.delivery import Event, What
from data.subscriptions.model import Pause, Subscription

log = logging.getLogger(__name__)

BY_ITSELF = (Pause.FORBIDDEN, Pause.GONE, Pause.LEFT)
"""Pauses that end when their cause does."""
NOT_TAKEN = "the message was not taken"


def granted(client: discord.Client, sub: Subscription) -> discord.Permissions | None:
    """What the bot may do in the channel of a subscription; None where that is not known."""
    if sub.guild is None:
        return discord.Permissions.all()
    guild = client.get_guild(sub.guild)
    channel = guild.get_channel_or_thread(sub.channel) if guild is not None else None
    if guild is None or channel is None or guild.me is None:
        return None
    return channel.permissions_for(guild.me)


class Repairs:
    def __init__(
        self,
        client: discord.Client,
        digests: Digests,
        teller: Teller,
        pace: Pace,
        *,
        clock: Callable[[], datetime],
        worker: str,
        metrics: Metrics,
    ) -> None:
        self._client = client
        self._digests = digests
        self._teller = teller
        self._pace = pace
        self._clock = clock
        self._worker = worker
        self._metrics = metrics
        self._lost: list[tuple[Pause, int, int | None]] = []
        self._look = False
        self._contradicted: dict[str, int | None] = {}
        """Subscriptions that Discord refuses although all seems permitted, with their servers: they
        go on once something has changed there, or else they would be refused again each day."""

    # What Discord tells

    def left(self, guild: int) -> None:
        self._lost.append((Pause.LEFT, guild, None))

    def gone(self, guild: int, channel: int) -> None:
        self._lost.append((Pause.GONE, guild, channel))

    def changed(self, guild: int) -> None:
        """Something may be permitted there that was not before."""
        self._look = True
        if self._contradicted:
            kept = {sub: where for sub, where in self._contradicted.items() if where != guild}
            self._contradicted = kept

    # What comes of it

    async def carry_out(self, *, look: bool) -> None:
        """`look`: whether to look at what is paused though nothing is known to have changed."""
        while self._lost:
            reason, guild, channel = self._lost[0]
            for sub in await self._digests.subscriptions(guild=guild, channel=channel):
                if sub.paused is None and granted(self._client, sub) is None:
                    await self.pause(sub, reason, "")
                    await self.tell(sub, reason)
            del self._lost[0]
        if (look or self._look) and self._client.is_ready():
            self._look = False
            try:
                await self._resume_all()
            # Whatever ended it: what was not looked at is looked at next time.
            except BaseException:
                self._look = True
                raise

    async def pause(self, sub: Subscription, reason: Pause, detail: str) -> None:
        now = self._clock()
        if self._may_send(sub):
            self._contradicted[sub.id] = sub.guild
        if await self._digests.pause(sub.id, reason, now=now, by=self._worker, detail=detail):
            self._metrics.count(metrics.PAUSED, why=reason)
            log.warning("Digest %s is paused: %s (%s).", sub.id, reason, detail)

    async def tell(self, sub: Subscription, reason: Pause) -> None:
        """Tells the owner of the pause, once, whoever else does so."""
        if not await self._digests.tell(sub.id, now=self._clock(), by=self._worker):
            return
        if not await self._teller.tell(sub, reason, granted(self._client, sub)):
            await self._digests.note(
                Event(
                    subscription=sub.id,
                    day=None,
                    at=self._clock(),
                    what=What.TOLD_OWNER,
                    detail=NOT_TAKEN,
                    worker=self._worker,
                )
            )

    async def resumed(self, sub: Subscription) -> bool:
        """Whether a paused one can go on, and does."""
        if sub.id in self._contradicted or not self._may_send(sub):
            return False
        if await self._digests.resume(sub.id, now=self._clock(), by=self._worker):
            self._metrics.count(metrics.RESUMED)
            log.info("Digest %s goes on: its channel can be written to.", sub.id)
        return True

    async def reason(self, sub: Subscription, told: Pause) -> Pause:
        """What Discord says of a channel it says as well where the bot is not in the server."""
        if sub.guild is None or self._client.get_guild(sub.guild) is not None:
            return told
        try:
            async with self._pace.turn():
                await self._client.fetch_guild(sub.guild, with_counts=False)
        except (discord.Forbidden, discord.NotFound):
            return Pause.LEFT
        except (discord.HTTPException, *BROKEN_OFF):
            return told
        return told

    async def _resume_all(self) -> None:
        for reason in BY_ITSELF:
            for sub in await self._digests.subscriptions(paused=reason):
                await self.resumed(sub)

    def _may_send(self, sub: Subscription) -> bool:
        permissions = granted(self._client, sub)
        if permissions is None or sub.guild is None:
            return False
        return not missing(permissions.value, TO_SEND)
