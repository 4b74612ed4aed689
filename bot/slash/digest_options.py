"""The options of `/digest`: what can be chosen, and what is offered while somebody types."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import discord
from discord import AppCommandOptionType, ChannelType, app_commands
from discord.app_commands import AppCommandChannel, Choice, locale_str

from bot.render.discord.sizes import MOST_CHOICE, MOST_CHOICES
from bot.render.plain import plain
from bot.replies.interaction import Asked
from bot.slash.binding import options
from bot.slash.digest_place import KINDS
from commands import zones
from commands.subscribing_said import say_zone
from commands.subscribing_steps import recent_days
from commands.subscribing_times import offered_days, say_days, say_time
from commands.tongues import own_name
from commands.voice import Voice
from data.errors import QuestionError
from data.languages import LANGUAGES
from data.messages import mark
from data.names.text import key
from data.subscriptions.model import SERVERS_LANGUAGE, Quiet, Subscription

WHATS = {
    "time": mark("when it comes, by the clock of its time zone: 8:30, 19:05, 7 pm"),
    "zone": mark("the time zone: a city, or a name such as Europe/Paris"),
    "channel": mark("a text or announcement channel; this one without it"),
    "days": mark("every day, weekdays, Mondays, or such as Monday to Thursday"),
    "language": mark("the language it is written in"),
    "quiet": mark("what happens on a day without news"),
    "ahead": mark("tell what is ahead"),
    "stances": mark("tell how stances move"),
    "focus": mark("put one member in focus"),
    "late": mark("up to how many hours late it may still come after a downtime"),
    "crosspost": mark("publish it, so that other servers can follow (announcement channels)"),
    "subscription": mark("which one; needed where the server has several"),
    "day": mark("the day it was due, today without it"),
    "again": mark("send it although today's was sent already"),
}

QUIETS = [
    Choice(name=locale_str(mark("send it all the same")), value=Quiet.SEND.value),
    Choice(name=locale_str(mark("send a short one")), value=Quiet.SHORTEN.value),
    Choice(name=locale_str(mark("send nothing")), value=Quiet.SKIP.value),
]
LATES = [
    Choice(name=locale_str(mark("not at all late")), value="0"),
    Choice(name=locale_str(mark("two hours")), value="2"),
    Choice(name=locale_str(mark("six hours")), value="6"),
    Choice(name=locale_str(mark("twelve hours")), value="12"),
    Choice(name=locale_str(mark("a whole day")), value="24"),
]
SPOKEN = [
    Choice(name=locale_str(mark("the language of the server")), value=SERVERS_LANGUAGE),
    *(Choice(name=own_name(language), value=language) for language in LANGUAGES),
]

LABEL = mark("#{channel}, {time} ({zone}), {days}")
PAUSED_LABEL = mark("#{channel}, {time} ({zone}), {days}, paused")
GONE = mark("gone")

NONE_HERE = mark("No digest comes to this server. Begin one with /digest subscribe.")
WHICH = mark("There are several digests here. Choose one with the option subscription.")
NO_SUCH = mark("There is no digest '{text}' here. Choose one of those that are offered.")
ENDED = mark("This digest has ended meanwhile. Begin another one with /digest subscribe.")

_MOST_ECHOED = 40
_RECENT = 14


class Where(app_commands.Transformer):
    """A channel that a digest can go to, even one that the bot does not see."""

    @property
    def type(self) -> AppCommandOptionType:
        return AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[ChannelType]:
        return list(KINDS)

    async def transform(
        self,
        interaction: discord.Interaction[Any],  # noqa: ARG002
        value: Any,
        /,
    ) -> AppCommandChannel:
        return value


def whats(*names: str) -> Callable[[Any], Any]:
    return options({name: WHATS[name] for name in names})


async def offered_zones(interaction: Asked, typed: str) -> list[Choice[str]]:
    locale = interaction.guild_locale or interaction.locale
    region = zones.region_of(locale.value)
    now = interaction.client.clock()
    voice = interaction.client.voice(interaction, private=True)
    found = zones.suggest(voice.locale, typed, region=region, now=now)
    return [Choice(name=each.name, value=each.value) for each in found]


async def offered_weekdays(interaction: Asked, typed: str) -> list[Choice[str]]:
    voice = interaction.client.voice(interaction, private=True)
    return [Choice(name=each.name, value=each.value) for each in offered_days(voice, typed)]


async def offered_subscriptions(interaction: Asked, typed: str) -> list[Choice[str]]:
    """Those of this server, from memory."""
    guild = interaction.guild
    if guild is None:
        return []
    voice = interaction.client.voice(interaction, private=True)
    wanted = key(typed)
    named = [
        (label(each, guild, voice), each) for each in interaction.client.shelf.at_hand(guild.id)
    ]
    return [
        Choice(name=name, value=each.id)
        for name, each in named
        if wanted in key(name) or each.id.startswith(wanted)
    ][:MOST_CHOICES]


async def offered_recent(interaction: Asked, typed: str) -> list[Choice[str]]:
    """The days on which the chosen digest could come lately, from memory."""
    guild = interaction.guild
    if guild is None:
        return []
    there = interaction.client.shelf.at_hand(guild.id)
    picked = getattr(interaction.namespace, "subscription", None)
    sub = next((each for each in there if each.id == picked), there[0] if there else None)
    if sub is None:
        return []
    voice = interaction.client.voice(interaction, private=True)
    return _days(sub, interaction.client.clock(), typed, voice)


def _days(sub: Subscription, now: datetime, typed: str, voice: Voice) -> list[Choice[str]]:
    wanted = key(typed)
    offered = [(voice.day(day), day.isoformat()) for day in recent_days(sub, now, most=_RECENT)]
    return [
        Choice(name=name, value=iso)
        for name, iso in offered
        if wanted in key(name) or wanted in key(iso)
    ]


def label(sub: Subscription, guild: discord.Guild, voice: Voice) -> str:
    """A subscription in a line of at most 100 characters. Its channel may be called anything."""
    channel = guild.get_channel(sub.channel)
    template = LABEL if sub.paused is None else PAUSED_LABEL
    name = voice.fill(
        template,
        channel=voice.text(GONE) if channel is None else plain(channel.name),
        time=say_time(sub.schedule.at, voice),
        zone=say_zone(sub.schedule.zone, voice),
        days=say_days(sub.schedule.weekdays, voice),
    )
    return name if len(name) <= MOST_CHOICE else name[: MOST_CHOICE - 1] + "…"


def pick(subs: tuple[Subscription, ...], text: str | None) -> Subscription:
    """The one that is meant. Raises QuestionError."""
    if not subs:
        raise QuestionError(NONE_HERE)
    found = list(subs) if text is None else _meant(subs, text.strip().casefold())
    if not found:
        raise QuestionError(NO_SUCH, text=plain(text or "")[:_MOST_ECHOED])
    if len(found) > 1:
        raise QuestionError(WHICH)
    return found[0]


def _meant(subs: tuple[Subscription, ...], wanted: str) -> list[Subscription]:
    """By the id of the digest, or of the channel, as a mention or alone."""
    return [each for each in subs if each.id == wanted or str(each.channel) in wanted]
