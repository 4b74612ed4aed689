"""Who decides, and where. Facts are those of all servers, so it is in one server alone, which
whoever runs the bot names; and there those do who have the role that was chosen."""

import discord

from bot.replies.interaction import Asked
from data.errors import QuestionError
from data.messages import mark
from data.store.proposals import ReviewPlace

NOT_SET_UP = mark(
    "No server reviews proposals: whoever runs me has to name one with the setting REVIEW_SERVER."
)
ELSEWHERE = mark(
    "Proposals are reviewed in another server, which whoever runs me has named. Facts are those of "
    "all servers."
)
NOT_THE_ROLE = mark("Proposals are decided by those with the role {role}, which you do not have.")
GONE_ROLE = mark(
    "The role of those who decide is gone. Somebody who manages this server has to choose another "
    "one with /review channel."
)
NOT_A_MANAGER = mark(
    "Proposals are decided by those who manage this server, as no role was chosen for it."
)
MANAGERS_ONLY = mark("This is for those who manage the server: ask one of them.")


def server(interaction: Asked) -> discord.Guild:
    """The one server of the review. Raises QuestionError in any other place."""
    wanted = interaction.client.room.server
    if wanted is None:
        raise QuestionError(NOT_SET_UP)
    guild = interaction.client.get_guild(wanted)
    if interaction.guild_id != wanted or guild is None or not interaction.is_guild_integration():
        raise QuestionError(ELSEWHERE)
    return guild


async def check_reviewer(interaction: Asked) -> discord.Guild:
    """Raises QuestionError for whoever may not decide."""
    guild = server(interaction)
    _check(interaction, guild, await interaction.client.proposals.place(guild.id))
    return guild


async def may_review(interaction: Asked) -> bool:
    try:
        await check_reviewer(interaction)
    except QuestionError:
        return False
    return True


def check_manager(interaction: Asked) -> None:
    """A server may have handed the command to somebody who does not manage it."""
    if not interaction.permissions.manage_guild:
        raise QuestionError(MANAGERS_ONLY)


def _check(interaction: Asked, guild: discord.Guild, place: ReviewPlace | None) -> None:
    if place is None or place.role is None:
        if not interaction.permissions.manage_guild:
            raise QuestionError(NOT_A_MANAGER)
        return
    user = interaction.user
    if isinstance(user, discord.Member) and user.get_role(place.role) is not None:
        return
    role = guild.get_role(place.role)
    if role is None:
        raise QuestionError(GONE_ROLE)
    raise QuestionError(NOT_THE_ROLE, role=role.name)


def signature(interaction: Asked) -> str:
    """Who decides, for the log that stays: their name may change, their number does not."""
    user = interaction.user
    return f"{user.name} ({user.id})"
