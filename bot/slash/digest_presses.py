"""Presses of the buttons under `/digest`: what they show takes the place of what was pressed."""

import logging

from bot.render.discord.pages import note
from bot.render.discord.typed import shown
from bot.render.subscriptions import Entry
from bot.render.subscriptions import pages as told
from bot.replies.delivery import Message
from bot.replies.interaction import Asked
from bot.replies.presses import EARLIER
from bot.replies.responding import respond
from bot.slash import digest_codes as codes
from bot.slash.digest_codes import Action, FormError
from bot.slash.digest_place import check_publishing, server, spot, warnings
from bot.slash.digest_subscribe import check_room
from commands.subscribing import FIRST, ahead, details, title
from commands.subscribing_said import Said, said
from data.errors import QuestionError, StoreError
from data.messages import mark
from data.subscriptions.model import Subscription

log = logging.getLogger(__name__)

SAVED = mark("Saved")
SAVED_BEFORE = mark("It was saved before, and it is saved once.")
NOT_SAVED = mark("Nothing was saved.")
ENDED = mark("It has ended: no further digest comes.")
HAS_ENDED = mark("It has ended already.")
KEPT = mark("It stays as it is.")
NOT_YOURS = mark("This is for those who manage the server: ask one of them.")
STILL_CLOSED = mark(
    "It is not saved: I may no longer write there. Ask again with /digest subscribe, which says "
    "what I lack."
)


async def pressed(interaction: Asked, custom_id: str) -> None:
    message = interaction.message
    await respond(
        interaction,
        lambda: _answer(interaction, custom_id),
        private=True,
        in_place=message is not None and message.flags.ephemeral,
    )


async def _answer(interaction: Asked, custom_id: str) -> Message:
    voice = interaction.client.voice(interaction, private=True)
    say = voice.fill
    try:
        press = codes.read(custom_id)
        match press.action:
            case Action.SAVE:
                return await _save(interaction, press.words)
            case Action.END:
                return await _end(interaction, press.words)
            case Action.CANCEL:
                return Message(page=note(say(NOT_SAVED), say=say))
            case Action.KEEP:
                return Message(page=note(say(KEPT), say=say))
    except FormError:
        return Message(page=note(shown(say(EARLIER, command="/digest"), voice), say=say))


async def _save(interaction: Asked, words: tuple[str, ...]) -> Message:
    """Once, however often it is pressed: the button holds the id of what it saves."""
    guild = server(interaction)
    _check_presser(interaction)
    app = interaction.client
    now = app.clock()
    sub = codes.saved(words, guild=guild.id, owner=interaction.user.id, now=now)
    there = await app.digests.subscription(sub.id)
    if there is not None:
        return _saved(interaction, there, said(SAVED_BEFORE))
    where = spot(interaction, guild, sub.channel)
    if where.is_closed:
        raise QuestionError(STILL_CLOSED)
    check_publishing(sub, where)
    check_room(await app.shelf.read(guild.id))
    try:
        await app.digests.subscribe(sub, now=now, by=str(interaction.user.id))
    except StoreError:
        # Pressed twice at once, only one of the two can write it.
        there = await app.digests.subscription(sub.id)
        if there is None:
            raise
        return _saved(interaction, there, said(SAVED_BEFORE))
    await app.shelf.read(guild.id)
    log.info("Digest %s is subscribed to in server %s.", sub.id, guild.id)
    return _saved(interaction, sub)


def _saved(interaction: Asked, sub: Subscription, *lines: Said) -> Message:
    guild = server(interaction)
    if sub.guild != guild.id:
        raise FormError
    app = interaction.client
    voice = app.voice(interaction, private=True)
    first = ahead(sub, app.clock(), FIRST)
    where = spot(interaction, guild, sub.channel)
    every = (*lines, *details(sub, voice), first, *warnings(where, guild, voice))
    page, *_ = told([Entry(title(sub, voice), every)], voice, title=voice.text(SAVED))
    return Message(page=page)


async def _end(interaction: Asked, words: tuple[str, ...]) -> Message:
    guild = server(interaction)
    _check_presser(interaction)
    app = interaction.client
    say = app.voice(interaction, private=True).fill
    sub = next((each for each in await app.shelf.read(guild.id) if each.id in words), None)
    by = str(interaction.user.id)
    done = sub is not None and await app.digests.unsubscribe(sub.id, now=app.clock(), by=by)
    await app.shelf.read(guild.id)
    return Message(page=note(say(ENDED if done else HAS_ENDED), say=say))


def _check_presser(interaction: Asked) -> None:
    """A server may have handed the command to somebody who does not manage it. Who got its answer
    passed that check; anybody else has to manage the server. Raises QuestionError."""
    message = interaction.message
    told = None if message is None else message.interaction_metadata
    asked = told is not None and told.user.id == interaction.user.id
    if not asked and not interaction.permissions.manage_guild:
        raise QuestionError(NOT_YOURS)
