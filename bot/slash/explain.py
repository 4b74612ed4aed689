"""The message command: what the sources say of the figures in somebody's message."""

from collections.abc import Sequence
from dataclasses import replace

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.render.discord import pages
from bot.render.discord.escapes import escape
from bot.render.discord.pages import Page, Place, Say
from bot.replies.delivery import Message
from bot.replies.interaction import Asked
from bot.replies.responding import respond
from bot.slash.binding import everywhere
from bot.slash.message_text import texts, written
from commands import explain
from data.messages import mark

NAME = mark("Explain figures")
CUT = mark("There is more to say than this. Of a message with fewer claims all of it is said.")

MOST_MESSAGES = 6
"""As many as Discord takes where only the asker has installed the bot: an answer, and five more."""


@app_commands.context_menu(name=locale_str(NAME))
@everywhere
async def explain_figures(interaction: Asked, message: discord.Message) -> None:
    await respond(interaction, lambda: _explained(interaction, message), private=True)


async def _explained(interaction: Asked, message: discord.Message) -> Sequence[Message]:
    desk = interaction.client.desk(interaction)
    text, day = "\n".join(texts(message)), written(message).date()
    answer = await interaction.client.answers.beside(
        lambda: explain.brief(desk, text, desk.today, written=day)
    )
    place = Place(voice=desk.voice, live=True)
    # What somebody wrote does not fit into a button's id, so nothing is left to be asked for later.
    return [Message(page=page) for page in _few(pages.answer(answer, place), desk.voice.fill)]


def _few(every: Sequence[Page], say: Say) -> Sequence[Page]:
    *shown, last = every[:MOST_MESSAGES]
    if len(every) <= MOST_MESSAGES:
        return every
    return [*shown, replace(last, blocks=(*last.blocks, escape(say(CUT))))]
