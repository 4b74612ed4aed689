"""An interaction as our own client gets it."""

from typing import TYPE_CHECKING

import discord

if TYPE_CHECKING:
    from bot.app import App

    Asked = discord.Interaction[App]
else:
    Asked = discord.Interaction
