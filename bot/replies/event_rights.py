"""Who may add to the events of a server. Both are asked: whoever presses, and the bot.

A button for it is shown where the bot may not, too: pressing it tells what the bot lacks.
"""

import discord

from bot.permissions import CREATE_EVENTS
from bot.replies.interaction import Asked
from data.errors import QuestionError
from data.messages import mark

ONLY_IN_SERVERS = mark("Events belong to a server that has added me: press this button in one.")
NOT_YOURS = mark(
    "Events are added here by those who have the permission {permission}, which somebody who "
    "manages this server's roles can give."
)
BOT_LACKS = mark(
    "I lack the permission {permission} in this server, so I cannot add events. Somebody who "
    "manages its roles can give it to me, in Server Settings, under Roles, {bot}; then press again."
)


def may_add(interaction: Asked) -> bool:
    """Whether this is a server that has added the bot, and whoever asks may make events in it."""
    granted = interaction.permissions
    return (
        interaction.guild_id is not None
        and interaction.is_guild_integration()
        and (granted.create_events or granted.manage_events)
    )


def server(interaction: Asked) -> discord.Guild:
    """The server whose events are added to. Raises QuestionError where that may not be."""
    guild = interaction.client.get_guild(interaction.guild_id or 0)
    if guild is None or not interaction.is_guild_integration():
        raise QuestionError(ONLY_IN_SERVERS)
    if not may_add(interaction):
        raise QuestionError(NOT_YOURS, permission=CREATE_EVENTS.title)
    # The one says nothing where the bot does not see the channel, the other may be of before.
    told = interaction.app_permissions, guild.me.guild_permissions
    if not any(each.create_events for each in told):
        raise lacking(guild)
    return guild


def lacking(guild: discord.Guild) -> QuestionError:
    return QuestionError(BOT_LACKS, permission=CREATE_EVENTS.title, bot=guild.me.display_name)
