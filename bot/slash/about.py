"""`/about`: what answers here, and what its answers rest on."""

from importlib.metadata import version

from discord import app_commands
from discord.app_commands import locale_str

from bot.render.discord.pages import note
from bot.replies.delivery import Message
from bot.replies.interaction import Asked
from bot.replies.responding import respond
from bot.slash.binding import everywhere
from commands.desk import Desk
from data.messages import mark

SUMMARY = mark("What this bot is, and what its answers rest on")
TITLE = mark("Article 3")
WHAT = mark(
    "I answer questions about NATO defence spending. Every figure has a source or a derivation "
    "that can be opened, and every question can be asked as of any day."
)
FIGURES = mark("The newest figures I hold are NATO's of {day}; credit NATO when you use them.")
SAYS_NOT = mark(
    "I say where nothing is reported, where sources disagree and what is an estimate. I read no "
    "messages but those you ask me to explain."
)
VERSION = mark("Release {version}.")


@app_commands.command(name="about", description=locale_str(SUMMARY))
@everywhere
async def about(interaction: Asked) -> None:
    await respond(interaction, lambda: _page(interaction), private=True)


async def _page(interaction: Asked) -> Message:
    desk = interaction.client.desk(interaction)
    say = desk.voice.fill
    lines = [say(WHAT), say(FIGURES, day=_newest(desk)), say(SAYS_NOT)]
    lines.append(say(VERSION, version=version("article3")))
    return Message(page=note("\n\n".join(lines), title=say(TITLE), say=say))


def _newest(desk: Desk) -> str:
    """The day of the newest edition of NATO's figures."""
    newest, *_ = desk.knowledge.ledger.published_by(desk.today)
    return desk.voice.date(newest.published_on)
