"""What becomes of a server's digests: their list, pauses and ends, and why one came or not."""

from collections.abc import Sequence

import discord
from discord import ui

from bot import digests_said
from bot.render.subscriptions import Entry
from bot.render.subscriptions import pages as told
from bot.replies.delivery import Message
from bot.replies.interaction import Asked
from bot.slash import digest_codes as codes
from bot.slash.digest_options import ENDED, NONE_HERE, pick
from bot.slash.digest_place import server, spot, warnings
from commands.subscribing import ahead, title
from commands.subscribing_said import Said, said
from commands.subscribing_steps import find_day
from data.errors import QuestionError
from data.messages import mark
from data.subscriptions.model import Pause, Subscription

DIGESTS = mark("Digests of this server")
PAUSED = mark("It is paused until somebody resumes it.")
IS_PAUSED = mark("It is paused already, since somebody asked for it.")
IS_RUNNING = mark("It is not paused.")
END_IT = mark("Is it to end for good? What was sent stays in the channel.")
END = mark("Unsubscribe")
KEEP = mark("Keep it")

_MOST_MESSAGES = 5


async def list_(interaction: Asked) -> Sequence[Message]:
    guild = server(interaction)
    app = interaction.client
    voice, now = app.voice(interaction, private=True), app.clock()
    subs = await app.shelf.read(guild.id)
    if not subs:
        raise QuestionError(NONE_HERE)
    entries = await digests_said.listed(app.digests, subs, now, voice)
    found = [
        Entry(entry.title, (*entry.lines, *_warnings(interaction, guild, sub)))
        for sub, entry in zip(subs, entries, strict=True)
    ]
    pages = told(found, voice, title=voice.text(DIGESTS))
    return [Message(page=page) for page in pages[:_MOST_MESSAGES]]


def _warnings(interaction: Asked, guild: discord.Guild, sub: Subscription) -> tuple[Said, ...]:
    """What would keep the next one from coming; a pause says it by itself."""
    if sub.paused is not None:
        return ()
    voice = interaction.client.voice(interaction, private=True)
    return warnings(spot(interaction, guild, sub.channel), guild, voice)


async def status(interaction: Asked) -> Sequence[Message]:
    """The next run of this server, and what became of the last one of each digest."""
    guild = server(interaction)
    app = interaction.client
    voice, now = app.voice(interaction, private=True), app.clock()
    subs = await app.shelf.read(guild.id)
    entries = [
        Entry(
            title(each, voice),
            (ahead(each, now), *await digests_said.last(app.digests, each, voice)),
        )
        for each in subs
    ]
    head = Entry(None, digests_said.next_of(subs, now))
    pages = told([head, *entries], voice, title=voice.text(DIGESTS))
    return [Message(page=page) for page in pages[:_MOST_MESSAGES]]


async def why(interaction: Asked, text: str | None, day: str | None) -> Sequence[Message]:
    guild = server(interaction)
    app = interaction.client
    voice, now = app.voice(interaction, private=True), app.clock()
    sub = pick(await app.shelf.read(guild.id), text)
    entry = await digests_said.why(app.digests, sub, find_day(sub, day, now), now, voice)
    return [Message(page=page) for page in told([entry], voice)[:_MOST_MESSAGES]]


async def pause(interaction: Asked, text: str | None) -> Message:
    guild = server(interaction)
    app = interaction.client
    sub = pick(await app.shelf.read(guild.id), text)
    by = str(interaction.user.id)
    done = await app.digests.pause(sub.id, Pause.ASKED, now=app.clock(), by=by, detail="")
    return await changed(interaction, sub, said(PAUSED if done else IS_PAUSED))


async def resume(interaction: Asked, text: str | None) -> Message:
    guild = server(interaction)
    app = interaction.client
    sub = pick(await app.shelf.read(guild.id), text)
    done = await app.digests.resume(sub.id, now=app.clock(), by=str(interaction.user.id))
    return await changed(interaction, sub, *(() if done else (said(IS_RUNNING),)))


async def changed(interaction: Asked, sub: Subscription, *lines: Said) -> Message:
    """How a digest stands after something was done to it. Raises QuestionError where it has
    ended."""
    app = interaction.client
    voice = app.voice(interaction, private=True)
    now_there = await app.shelf.read(sub.guild or 0)
    after = next((each for each in now_there if each.id == sub.id), None)
    if after is None:
        raise QuestionError(ENDED)
    if after.paused is not Pause.ASKED:
        lines = (*lines, ahead(after, app.clock()))
    page, *_ = told([Entry(title(after, voice), lines)], voice)
    return Message(page=page)


async def ask_to_end(interaction: Asked, text: str | None) -> Message:
    guild = server(interaction)
    app = interaction.client
    voice = app.voice(interaction, private=True)
    sub = pick(await app.shelf.read(guild.id), text)
    page, *_ = told([Entry(title(sub, voice), (said(END_IT),))], voice)
    end = codes.simple(codes.Action.END, sub.id)
    keep = codes.simple(codes.Action.KEEP)
    red: ui.Button[ui.LayoutView] = ui.Button(
        label=voice.text(END), custom_id=end, style=discord.ButtonStyle.danger
    )
    grey: ui.Button[ui.LayoutView] = ui.Button(label=voice.text(KEEP), custom_id=keep)
    return Message(page=page, buttons=(red, grey))
