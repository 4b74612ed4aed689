"""The message command: what the sources say of the figures in somebody's message."""

from collections.abc import Iterator, Sequence

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.render.discord import pages
from bot.render.discord.pages import Place
from bot.replies.delivery import Message
from bot.replies.interaction import Asked
from bot.replies.responding import respond
from bot.slash.binding import everywhere
from commands import explain
from data.messages import mark

NAME = mark("Explain figures")


@app_commands.context_menu(name=locale_str(NAME))
@everywhere
async def explain_figures(interaction: Asked, message: discord.Message) -> None:
    await respond(interaction, lambda: _explained(interaction, message), private=True)


async def _explained(interaction: Asked, message: discord.Message) -> Sequence[Message]:
    desk = interaction.client.desk(interaction)
    written = message.created_at.date()
    answer = await interaction.client.answers.beside(
        lambda: explain.brief(desk, "\n".join(_texts(message)), desk.today, written=written)
    )
    place = Place(say=desk.voice.text, live=True)
    # What somebody wrote does not fit into a button's id, so nothing is left to be asked for later.
    return [Message(page=page) for page in pages.answer(answer, place)]


def _texts(message: discord.Message) -> Iterator[str]:
    """All that a reader of the message sees in it."""
    yield message.content
    for embed in message.embeds:
        yield from (text for text in (embed.title, embed.description) if text)
        for field in embed.fields:
            yield f"{field.name or ''}: {field.value or ''}"
    for component in message.components:
        yield from _components(component)


def _components(component: object) -> Iterator[str]:
    if isinstance(component, discord.TextDisplay):
        yield component.content
    for child in getattr(component, "children", ()):
        yield from _components(child)
