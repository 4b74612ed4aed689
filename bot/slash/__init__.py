"""The slash commands. Each is a thin binding: its options to a question, the answer to Discord."""

from typing import Any

import discord
from discord import app_commands

from bot.replies.responding import refuse
from bot.slash.about import about
from bot.slash.ask import ask
from bot.slash.attendees import attendees
from bot.slash.calendar import calendar
from bot.slash.changes import changes
from bot.slash.commitment import commitment
from bot.slash.compare import compare
from bot.slash.digest import digest
from bot.slash.explain import explain_figures
from bot.slash.glossary import glossary
from bot.slash.help import help_
from bot.slash.history import history
from bot.slash.path import path
from bot.slash.propose import propose_facts
from bot.slash.ranking import ranking
from bot.slash.review import review
from bot.slash.settings import settings
from bot.slash.sources import sources
from bot.slash.stance import stance
from bot.slash.stances import stances
from bot.slash.summit import summit
from bot.slash.target import target

COMMANDS: tuple[
    app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu, ...
] = (
    ask,
    target,
    summit,
    attendees,
    stance,
    stances,
    compare,
    ranking,
    path,
    commitment,
    calendar,
    history,
    changes,
    sources,
    glossary,
    digest,
    settings,
    review,
    explain_figures,
    propose_facts,
    help_,
    about,
)


class Tree(app_commands.CommandTree[discord.Client]):
    async def on_error(
        self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /
    ) -> None:
        await refuse(interaction, error)


def tree(client: discord.Client) -> Tree:
    made = Tree(client)
    for command in COMMANDS:
        made.add_command(command)
    return made
