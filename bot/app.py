"""The client: what it listens to, how it starts, and how it ends without leaving anybody waiting.

Work begins in `setup_hook`, which runs once. `on_ready` runs again after each lost session.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

import discord

from bot import slash
from bot.charts.painter import Painter
from bot.digest.composing import Composer
from bot.digest.sender import Rhythm, Sender
from bot.feed_watch import FeedWatch, Watching
from bot.library import Library, Pause, watch
from bot.metrics import WATCH_FAILURES, Metrics
from bot.once import trace
from bot.publishing import publish_if_changed
from bot.replies import presses
from bot.replies.answers import Answers
from bot.replies.buttons import Button
from bot.replies.codes import PREFIX
from bot.replies.events import Adding
from bot.replies.pictures import Pictures
from bot.replies.turns import Turns
from bot.replies.wordings import Wordings
from bot.replies.work import Work
from bot.review_poster import Poster, posting_pace
from bot.room import Room
from bot.slash import digest_codes, digest_presses, review_codes, review_presses
from bot.slash.digest_shelf import Shelf
from bot.slash.options import Offers
from bot.slash.translation import Translator
from commands import claim_members, suggestions, zones
from commands.desk import Desk
from commands.voice import Voice
from data import languages
from data.names.spellings import read_all_languages
from data.store import Store
from data.subscriptions.model import Subscription

log = logging.getLogger(__name__)

LOOK_EVERY = 5.0
"""Seconds between two looks at whether the store knows more."""
FINISH_WITHIN = 10.0
"""Seconds that answers under way get when the bot is stopped."""

INTENTS = discord.Intents(guilds=True)
"""Servers and their channels, and nothing that people write or do."""


async def look_again() -> bool:
    await asyncio.sleep(LOOK_EVERY)
    return True


class App(discord.Client):
    """`library` has been read before the client starts. `pause` ends when it is time to look
    whether the store knows more. `warmed` is called once all is read that a question may need.
    `rhythm` is that of the digests. `pictures` are closed with the client. `feeds` is how feeds are
    watched. `review_server` is the id of the one server that decides on proposals, and
    `review_pause` ends when it is time to look what is to be posted there."""

    def __init__(
        self,
        library: Library,
        store: Store,
        *,
        clock: Callable[[], datetime],
        pause: Pause = look_again,
        warmed: Callable[[], None] = lambda: None,
        rhythm: Rhythm | None = None,
        metrics: Metrics | None = None,
        pictures: Pictures | None = None,
        feeds: Watching | None = None,
        review_server: int | None = None,
        review_pause: Pause = look_again,
    ) -> None:
        super().__init__(
            intents=INTENTS,
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            http_trace=trace(),
        )
        self.answers = Answers(library, clock)
        self.offers = Offers()
        self.work = Work()
        self.digests = store.digests
        self.shelf = Shelf(self.digests, clock)
        self.metrics = metrics or Metrics()
        self.pictures = pictures or Painter(metrics=self.metrics)
        self.adding = Adding()
        self.wordings = Wordings(store)
        self.turns = Turns()
        self.composer = Composer(self.answers, store, clock)
        self.sender = Sender(
            self,
            store,
            self.composer,
            clock=clock,
            language=self.digests_language,
            rhythm=rhythm or Rhythm(),
            metrics=self.metrics,
        )
        self.feeds = FeedWatch(
            store,
            feeds or Watching(),
            knowledge=lambda: library.at_hand(clock().date()).knowledge,
            clock=clock,
            metrics=self.metrics,
        )
        self.room = Room(review_server)
        self.proposals = store.proposals
        self.poster = Poster(
            self, clock=clock, pause=review_pause, pace=posting_pace(rhythm or Rhythm())
        )
        self.tree = slash.tree(self)
        self._library = library
        self._store = store
        self.clock = clock
        self._pause = pause
        self._warmed = warmed
        self._watch: asyncio.Task[None] | None = None
        self._was_ready = False
        self._is_connected = False

    # What answers are made with

    def language(self, interaction: discord.Interaction, *, private: bool) -> str:
        """The tag of an answer's language: the reader's own, or for all to read the server's."""
        words = self.wordings
        return words.readers(interaction) if private else words.everybodys(interaction)

    def digests_language(self, sub: Subscription) -> str:
        """The tag of the language that a digest is written in."""
        return self.wordings.of_digest(sub, self.get_guild(sub.guild or 0))

    def voice(self, interaction: discord.Interaction, *, private: bool) -> Voice:
        return Voice.of(self.language(interaction, private=private))

    def desk(self, interaction: discord.Interaction) -> Desk:
        return self.answers.desk(self.language(interaction, private=True))

    async def pressed(self, interaction: "discord.Interaction[App]", custom_id: str) -> None:
        if custom_id.startswith(digest_codes.PREFIX):
            await digest_presses.pressed(interaction, custom_id)
        elif custom_id.startswith(review_codes.PREFIX):
            await review_presses.pressed(interaction, custom_id)
        else:
            await presses.pressed(interaction, custom_id)

    async def refresh(self) -> None:
        """Answers from now on know what this process has just written."""
        await self._library.refresh()

    # Its life

    async def setup_hook(self) -> None:
        self.add_dynamic_items(Button)
        await self.tree.set_translator(Translator())
        await self.shelf.fill()
        await self.wordings.read()
        await publish_if_changed(self.tree, self._store, now=self.clock())
        # The first question would have to wait for it.
        self.answers.beside(self._warm_up)
        watching = watch(
            self._library,
            self._pause,
            also=self.wordings.read,
            failed=lambda: self.metrics.count(WATCH_FAILURES),
        )
        self._watch = asyncio.create_task(watching, name="watch")
        self.sender.start()
        self.feeds.start()
        self.poster.start()

    def _warm_up(self) -> None:
        for language in languages.LANGUAGES:
            languages.translations(language)
        suggestions.prepare(self.answers.desk("en"))
        zones.prepare(Voice.of("en").locale)
        read_all_languages()
        claim_members.names()
        claim_members.unspaced_names()
        self._warmed()

    async def stop(self) -> None:
        """Takes no more work, lets what is under way finish, and closes."""
        log.info("Stopping. Answers under way: %s.", self.work.count)
        given_up, *_ = await asyncio.gather(
            self.work.finish(FINISH_WITHIN),
            self.sender.stop(FINISH_WITHIN),
            self.feeds.stop(FINISH_WITHIN),
        )
        if given_up:
            log.warning("Answers given up, as they took too long: %s.", given_up)
        await self.close()

    async def close(self) -> None:
        was_closed = self.is_closed()
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.wait({self._watch})
        await self.poster.close()
        await self.sender.close()
        await self.feeds.stop(0)
        self.shelf.close()
        self.answers.close()
        await self.pictures.close()
        await super().close()
        if not was_closed:
            log.info("Closed.")

    def dispatch(self, event: str, /, *args: object, **kwargs: object) -> None:
        # What it still takes for news after the end would fail in discord.py.
        if self.is_closed():
            return
        # Commands are answered elsewhere: a task for each, to see that, would be for nothing.
        if event == "interaction" and not any(map(_is_press, args)):
            return
        super().dispatch(event, *args, **kwargs)

    # What Discord tells

    async def on_connect(self) -> None:
        self._is_connected = True

    async def on_ready(self) -> None:
        if self._was_ready:
            log.info("Connected again, from the beginning. Servers: %s.", len(self.guilds))
        else:
            log.info("Ready as %s. Servers: %s.", self.user, len(self.guilds))
        self._was_ready = True

    async def on_resumed(self) -> None:
        self._is_connected = True
        log.info("Connected again; nothing was missed.")

    async def on_disconnect(self) -> None:
        # It is told of each attempt that fails, too.
        if self._is_connected and not self.is_closed():
            log.info("The connection to Discord was lost; connecting again.")
        self._is_connected = False

    async def on_guild_join(self, guild: discord.Guild) -> None:
        log.info("Added to server %s. Servers: %s.", guild.id, len(self.guilds))
        self.sender.repairs.changed(guild.id)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        log.info("Removed from server %s. Servers: %s.", guild.id, len(self.guilds))
        self.sender.repairs.left(guild.id)

    async def on_guild_available(self, guild: discord.Guild) -> None:
        self.sender.repairs.changed(guild.id)

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        self.sender.repairs.gone(channel.guild.id, channel.id)

    async def on_guild_channel_create(self, channel: discord.abc.GuildChannel) -> None:
        self.sender.repairs.changed(channel.guild.id)

    async def on_guild_channel_update(
        self,
        before: discord.abc.GuildChannel,  # noqa: ARG002
        after: discord.abc.GuildChannel,
    ) -> None:
        self.sender.repairs.changed(after.guild.id)

    async def on_guild_role_update(self, before: discord.Role, after: discord.Role) -> None:  # noqa: ARG002
        self.sender.repairs.changed(after.guild.id)

    async def on_member_update(self, before: discord.Member, after: discord.Member) -> None:  # noqa: ARG002
        """Of the bot alone; it hears of nobody else."""
        self.sender.repairs.changed(after.guild.id)

    async def on_interaction(self, interaction: "discord.Interaction[App]") -> None:
        """Presses of what is no button of ours. Those that are go their own way."""
        custom_id = str((interaction.data or {}).get("custom_id", ""))
        if not custom_id.startswith(PREFIX):
            await self.pressed(interaction, custom_id)

    async def on_error(self, event_method: str, /, *args: object, **kwargs: object) -> None:  # noqa: ARG002
        log.error("Handling %s failed.", event_method, exc_info=True)  # noqa: LOG014


def _is_press(told: object) -> bool:
    """Of a button, or a form that was filled in."""
    pressed = (discord.InteractionType.component, discord.InteractionType.modal_submit)
    return isinstance(told, discord.Interaction) and told.type in pressed
