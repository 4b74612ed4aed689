"""`/digest subscribe` and `/digest edit`. What is subscribed to is shown first, as it would look
today, and saved by a button; the button holds all of it."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

import discord
from discord import ui
from discord.app_commands import AppCommandChannel

from bot.digest.content import Content, work_out
from bot.digests_said import settings
from bot.render.discord.layout import layout
from bot.render.discord.page import Page
from bot.render.discord.sizes import size_of
from bot.render.subscriptions import Entry
from bot.render.subscriptions import pages as told
from bot.replies.delivery import Message
from bot.replies.interaction import Asked
from bot.replies.issues import Issue
from bot.slash import digest_codes as codes
from bot.slash.digest_options import ENDED, pick
from bot.slash.digest_place import Spot, check_publishing, chosen, server, spot, warnings
from commands.desk import Desk
from commands.subscribing import (
    FIRST,
    MOST_IN_A_SERVER,
    TOO_MANY,
    Wish,
    ahead,
    begun,
    changed,
    details,
    title,
)
from commands.subscribing_said import said
from data.errors import QuestionError
from data.messages import mark
from data.subscriptions.model import Part, Quiet, Subscription, new_id

NOT_SAVED = mark("Nothing is saved yet")
CHANGED = mark("Changed")
QUIET_TODAY = mark("Today is a quiet day, on which it would not come.")
CAN_PUBLISH = mark(
    "This is an announcement channel: published, the digest can be followed by other servers."
)
SAVE = mark("Save")
SAVE_AND_PUBLISH = mark("Save and publish")
CANCEL = mark("Cancel")
NOTHING_TO_CHANGE = mark("What is to change? Choose at least one option besides the digest.")
CLOSED = mark("I cannot send there: see what I lack with /digest subscribe, and allow it first.")


@dataclass(frozen=True, kw_only=True)
class Below(Message):
    """A page with its buttons, and another one above it in the same message."""

    above: Page

    @cached_property
    def view(self) -> discord.ui.LayoutView:
        view = layout(self.above)
        for item in layout(self.page, self.buttons).children:
            view.add_item(item)
        # Its buttons say all in their ids: discord.py need not keep it.
        view.stop()
        return view


async def begin(interaction: Asked, wish: Wish, channel: AppCommandChannel | None) -> list[Message]:
    guild = server(interaction)
    app = interaction.client
    voice = app.voice(interaction, private=True)
    where = chosen(interaction, guild, channel)
    sub = begun(
        wish,
        # The same press of Return always means the same digest.
        id=new_id(random.Random(interaction.id).choice),
        guild=guild.id,
        channel=where.id,
        owner=interaction.user.id,
        now=app.clock(),
        voice=voice,
    )
    check_publishing(sub, where)
    check_room(await app.shelf.read(guild.id))
    written_for, now = app.answers.desk(app.digests_language(sub)), app.clock()
    preview = await app.answers.beside(lambda: example(written_for, sub, now))
    return _offer(interaction, guild, sub, where, preview, asked=wish.crosspost is not None)


def _offer(
    interaction: Asked,
    guild: discord.Guild,
    sub: Subscription,
    where: Spot,
    preview: Content,
    *,
    asked: bool,
) -> list[Message]:
    app = interaction.client
    voice = app.voice(interaction, private=True)
    lines = [*details(sub, voice), ahead(sub, app.clock(), FIRST), *warnings(where, guild, voice)]
    if preview.is_quiet and sub.quiet is Quiet.SKIP:
        lines.insert(0, said(QUIET_TODAY))
    can_publish = where.is_news and not asked
    if can_publish:
        lines.append(said(CAN_PUBLISH))
    page, *_ = told([Entry(title(sub, voice), tuple(lines))], voice, title=voice.text(NOT_SAVED))
    buttons = _buttons(interaction, sub, can_save=not where.is_closed, can_publish=can_publish)
    return together(preview.answer.first[0], Message(page=page, buttons=buttons))


def together(above: Page, below: Message) -> list[Message]:
    """Both in one message where they fit into one; else what can be pressed comes first."""
    joined = Below(page=below.page, buttons=below.buttons, above=above)
    if size_of(joined.view.to_components()).fits:
        return [joined]
    return [below, Message(page=above)]


def _buttons(
    interaction: Asked, sub: Subscription, *, can_save: bool, can_publish: bool
) -> tuple[ui.Button[ui.LayoutView], ...]:
    say = interaction.client.voice(interaction, private=True).fill
    green, grey = discord.ButtonStyle.success, discord.ButtonStyle.secondary
    found: list[ui.Button[ui.LayoutView]] = []
    if can_save:
        found.append(ui.Button(label=say(SAVE), custom_id=codes.save(sub), style=green))
    if can_save and can_publish:
        public = codes.save(published(sub))
        found.append(ui.Button(label=say(SAVE_AND_PUBLISH), custom_id=public, style=green))
    cancel = codes.simple(codes.Action.CANCEL)
    return (*found, ui.Button(label=say(CANCEL), custom_id=cancel, style=grey))


async def edit(
    interaction: Asked, text: str | None, wish: Wish, channel: AppCommandChannel | None
) -> Message:
    guild = server(interaction)
    app = interaction.client
    voice, now = app.voice(interaction, private=True), app.clock()
    before = pick(await app.shelf.read(guild.id), text)
    if wish.is_empty and channel is None:
        raise QuestionError(NOTHING_TO_CHANGE)
    where = _moved(interaction, guild, before, channel)
    after = changed(replace(before, channel=where.id), wish, now=now, voice=voice)
    if wish.crosspost is None and not where.is_news:
        after = replace(after, crosspost=False)
    check_publishing(after, where)
    saved = await app.digests.edit(after, now=now, by=str(interaction.user.id))
    await app.shelf.read(guild.id)
    if not saved:
        raise QuestionError(ENDED)
    lines = (*settings(after, now, voice), *warnings(where, guild, voice))
    page, *_ = told([Entry(title(after, voice), lines)], voice, title=voice.text(CHANGED))
    return Message(page=page)


def _moved(
    interaction: Asked,
    guild: discord.Guild,
    before: Subscription,
    channel: AppCommandChannel | None,
) -> Spot:
    """The channel it comes to from now on. Raises QuestionError for one that is closed."""
    if channel is None or channel.id == before.channel:
        return spot(interaction, guild, before.channel)
    where = chosen(interaction, guild, channel)
    if where.is_closed:
        raise QuestionError(CLOSED)
    return where


def example(desk: Desk, sub: Subscription, now: datetime) -> Content:
    """Today's digest as it would look where it is read."""
    day = now.astimezone(ZoneInfo(sub.schedule.zone)).date()
    issue = Issue(
        mark=sub.id, day=day, since=day - timedelta(days=1), written=(now, now), parts=sub.parts
    )
    there = replace(desk, today=max(desk.today, day))
    found = work_out(there, issue, ())
    if found.is_quiet and sub.quiet is Quiet.SHORTEN:
        return work_out(there, replace(issue, short=True), ())
    return found


def published(sub: Subscription) -> Subscription:
    return replace(sub, crosspost=True)


def check_room(subs: Sequence[Subscription]) -> None:
    """Raises QuestionError where a server has as many as it can."""
    if len(subs) >= MOST_IN_A_SERVER:
        raise QuestionError(TOO_MANY, most=MOST_IN_A_SERVER)


def parts(*, ahead: bool | None, stances: bool | None, focus: bool | None) -> dict[Part, bool]:
    given = {Part.AHEAD: ahead, Part.STANCES: stances, Part.FOCUS: focus}
    return {part: wanted for part, wanted in given.items() if wanted is not None}
