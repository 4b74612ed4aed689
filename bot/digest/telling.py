"""Tells the owner of a subscription, in a private message, why it is paused."""

import asyncio
import logging
from collections.abc import Callable, Mapping

import discord

from bot.digest.pace import Pace
from bot.once import UnclearError, once
from bot.permissions import TO_SEND, missing
from bot.render.discord.layout import layout
from bot.render.discord.page import Page
from bot.render.discord.pages import note
from bot.render.discord.typed import shown
from bot.replies.sending import BROKEN_OFF, GIVE_UP_AFTER
from commands.voice import Voice
from data.messages import mark
from data.subscriptions.model import Pause, Subscription

log = logging.getLogger(__name__)

TITLE = mark("Your digest is paused")
TOLD: Mapping[Pause, str] = {
    Pause.FORBIDDEN: mark(
        "I may not write in {channel} any more, so the digest {digest} is paused. It goes on by "
        "itself once I have these permissions there: {missing}."
    ),
    Pause.GONE: mark(
        "The channel of the digest {digest} is gone, so it is paused. Choose another channel with "
        "/digest edit, or end it with /digest unsubscribe."
    ),
    Pause.LEFT: mark(
        "I am no longer in the server of the digest {digest}, so it is paused. It goes on by "
        "itself once I am added again."
    ),
}


class Teller:
    def __init__(
        self, client: discord.Client, pace: Pace, language: Callable[[Subscription], str]
    ) -> None:
        self._client = client
        self._language = language
        self._pace = pace

    async def tell(
        self, sub: Subscription, reason: Pause, granted: discord.Permissions | None
    ) -> bool:
        """Whether the owner has been told. It is tried once: where it fails the log is told, and
        `/digest why` says it to whoever asks."""
        voice = Voice.of(self._language(sub))
        page = told(sub, reason, self._channel(sub), granted, voice)
        try:
            async with asyncio.timeout(GIVE_UP_AFTER):
                async with self._pace.turn():
                    conversation = await self._client.create_dm(discord.Object(sub.owner))
                async with self._pace.turn():
                    with once():
                        await conversation.send(view=layout(page))
        except (discord.HTTPException, UnclearError, *BROKEN_OFF) as error:
            log.warning("Digest %s: its owner could not be told of the pause: %s", sub.id, error)
            return False
        return True

    def _channel(self, sub: Subscription) -> str:
        channel = self._client.get_channel(sub.channel)
        name = getattr(channel, "name", None)
        return f"#{name}" if name else str(sub.channel)


def told(
    sub: Subscription,
    reason: Pause,
    channel: str,
    granted: discord.Permissions | None,
    voice: Voice,
) -> Page:
    """What the owner reads."""
    say = voice.fill
    lacking = missing(granted.value if granted is not None else 0, TO_SEND) or TO_SEND
    text = say(
        TOLD[reason],
        channel=channel,
        digest=sub.id,
        missing=", ".join(say(each.title) for each in lacking),
    )
    return note(shown(text, voice), title=say(TITLE), say=say)
