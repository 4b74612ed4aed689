"""`/help`: what can be asked, with an example of each."""

from typing import Any

from discord import app_commands
from discord.app_commands import locale_str

from bot.render.discord.pages import guide
from bot.render.discord.typed import question
from bot.replies.delivery import Message
from bot.replies.interaction import Asked
from bot.replies.responding import respond
from bot.slash.binding import everywhere
from bot.slash.explain import NAME
from bot.slash.propose import NAME as PROPOSE
from commands.registry import COMMANDS
from commands.voice import Voice
from data.messages import mark

SUMMARY = mark("What can be asked here")
TITLE = mark("What you can ask")
ON_A_MESSAGE = mark("On any message: Apps, then {name}, checks the figures in it.")
TO_PROPOSE = mark("In the same place, {name} shows what the message seems to report.")
EACH_DAY = mark("With as_of, each answers with what was known on that day.")
BUTTONS = mark("The buttons under an answer show how it was worked out and what it rests on.")


@app_commands.command(name="help", description=locale_str(SUMMARY))
@everywhere
async def help_(interaction: Asked) -> None:
    await respond(interaction, lambda: _page(interaction), private=True)


async def _page(interaction: Asked) -> Message:
    voice = interaction.client.voice(interaction, private=True)
    say = voice.fill
    typed = [
        (question(_typed(command, voice), voice), say(command.description))
        for command in interaction.client.tree.walk_commands()
        if isinstance(command, app_commands.Command)
    ]
    remarks = (
        say(EACH_DAY),
        say(BUTTONS),
        say(ON_A_MESSAGE, name=say(NAME)),
        say(TO_PROPOSE, name=say(PROPOSE)),
    )
    return Message(page=guide(typed, "\n".join(remarks), title=say(TITLE), say=say))


def _typed(command: app_commands.Command[Any, ..., Any], voice: Voice) -> str:
    """With an example of what to write behind it."""
    asked = COMMANDS.get(command.name)
    example = "" if asked is None else voice.word(asked.example)
    return f"/{command.qualified_name} {example}".strip()
