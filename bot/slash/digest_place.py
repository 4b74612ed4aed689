"""Where a digest can go: in servers, into channels where the bot may write."""

from dataclasses import dataclass

import discord
from discord import ChannelType
from discord.app_commands import AppCommandChannel

from bot import permissions
from bot.permissions import READ_MESSAGE_HISTORY, TO_SEND
from bot.replies.interaction import Asked
from commands.subscribing_said import Channel, Said, said
from commands.voice import Voice
from data.errors import QuestionError
from data.messages import mark
from data.subscriptions.model import Subscription

ONLY_IN_SERVERS = mark(
    "A daily digest goes to a channel of a server: ask there. Here, /digest preview shows today's."
)
NOT_HERE = mark(
    "I am no member of this server, so I cannot send a digest here. Somebody who manages it has to "
    "add me first."
)
NO_CHANNEL = mark(
    "A digest goes to a text or announcement channel, which this is not. Choose one with the "
    "option channel."
)
NOT_ANNOUNCED = mark(
    "Only what stands in an announcement channel can be published to other servers. Choose such a "
    "channel, or leave crosspost out."
)

LACKING = mark(
    "I cannot send it to {channel}, for I lack there: {permissions}. In the settings of that "
    "channel, under Permissions, add {bot}, allow what I lack, and ask again."
)
CANNOT_LOOK = mark(
    "In {channel} I lack {permission}. It still never comes twice; but where Discord leaves it "
    "open for more than two minutes whether it took a digest, I cannot look for it, and that day's "
    "may not come at all. Allow it in the settings of that channel, under Permissions, for {bot}."
)

KINDS = (ChannelType.text, ChannelType.news)


@dataclass(frozen=True, slots=True)
class Spot:
    """A channel of a server, and what the bot lacks there."""

    id: int
    is_news: bool
    lacks: tuple[permissions.Permission, ...]

    @property
    def is_closed(self) -> bool:
        return any(each in TO_SEND for each in self.lacks)


def server(interaction: Asked) -> discord.Guild:
    """The server that was asked in. Raises QuestionError outside of one, and where only the asker
    has installed the bot: then Discord does not ask whether they may manage the server."""
    if interaction.guild_id is None:
        raise QuestionError(ONLY_IN_SERVERS)
    guild = interaction.client.get_guild(interaction.guild_id)
    if guild is None or not interaction.is_guild_integration():
        raise QuestionError(NOT_HERE)
    return guild


def chosen(interaction: Asked, guild: discord.Guild, channel: AppCommandChannel | None) -> Spot:
    """The channel that was chosen, or else the one that was asked in. Raises QuestionError."""
    if channel is not None:
        return spot(interaction, guild, channel.id, is_news=channel.type is ChannelType.news)
    here = interaction.channel
    if here is None or here.type not in KINDS:
        raise QuestionError(NO_CHANNEL)
    return spot(interaction, guild, here.id, is_news=here.type is ChannelType.news)


def spot(interaction: Asked, guild: discord.Guild, id: int, *, is_news: bool | None = None) -> Spot:
    found = guild.get_channel(id)
    if is_news is None:
        is_news = found is not None and found.type is ChannelType.news
    if id == interaction.channel_id:
        granted = interaction.app_permissions.value
    elif found is None:
        granted = 0
    else:
        granted = found.permissions_for(guild.me).value
    return Spot(id, is_news, permissions.missing(granted))


def check_publishing(sub: Subscription, where: Spot) -> None:
    """Raises QuestionError for a digest that is to be published and cannot be."""
    if sub.crosspost and not where.is_news:
        raise QuestionError(NOT_ANNOUNCED)


def warnings(where: Spot, guild: discord.Guild, voice: Voice) -> tuple[Said, ...]:
    """What the bot lacks there, and what comes of it."""
    from babel.lists import format_list

    channel, bot = Channel(where.id), guild.me.display_name
    if where.is_closed:
        names = [voice.text(each.title) for each in where.lacks]
        named = format_list(names, locale=voice.locale)
        return (said(LACKING, channel=channel, permissions=named, bot=bot),)
    if READ_MESSAGE_HISTORY in where.lacks:
        name = voice.text(READ_MESSAGE_HISTORY.title)
        return (said(CANNOT_LOOK, channel=channel, permission=name, bot=bot),)
    return ()
