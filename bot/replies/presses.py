"""What a press of a button leads to.

An answer to a press is private: whoever presses sees it, and nobody else is bothered. Where the
message is the presser's own already, its pages turn in place.
"""

from bot.render.discord.pages import note
from bot.render.discord.typed import shown
from bot.replies import calendar_file, codes, events
from bot.replies.codes import Action, Press, ReleaseError
from bot.replies.delivery import Message
from bot.replies.interaction import Asked
from bot.replies.messages import again, chart, first, refreshed
from bot.replies.responding import respond
from bot.replies.settling import unsettled
from data.messages import mark

EARLIER = mark("This button is of another release of mine. Ask again with {command}.")
EARLIER_STILL = mark("This button is of another release of mine. See /help for what to ask.")


async def pressed(interaction: Asked, custom_id: str) -> None:
    try:
        press = codes.read(custom_id)
    except ReleaseError as error:
        command = error.command
        await respond(interaction, lambda: _of_another_release(interaction, command), private=True)
        return
    in_place = press.action in (Action.PAGE, Action.REFRESH) and _is_own(interaction)
    await respond(interaction, lambda: _answer(interaction, press), private=True, in_place=in_place)


def _is_own(interaction: Asked) -> bool:
    """Whether nobody but the presser sees the message."""
    message = interaction.message
    return interaction.context.dm_channel or (message is not None and message.flags.ephemeral)


async def _of_another_release(interaction: Asked, command: str | None) -> Message:
    voice = interaction.client.voice(interaction, private=True)
    say = voice.fill
    if command is None:
        return Message(page=note(shown(say(EARLIER_STILL), voice), say=say))
    return Message(page=note(shown(say(EARLIER, command=f"/{command}"), voice), say=say))


async def _answer(interaction: Asked, press: Press) -> Message:
    match press.action:
        case Action.PAGE:
            return await again(
                interaction, press.question, part=press.part, page=press.page, issue=press.issue
            )
        case Action.WHY:
            return await again(interaction, press.question, part="why", issue=press.issue)
        case Action.SOURCES:
            return await again(interaction, press.question, part="sources", issue=press.issue)
        case Action.HISTORY:
            return await again(interaction, press.question)
        case Action.REFRESH:
            return await refreshed(interaction, press.question, seen=press.seen, issue=press.issue)
        case Action.ASK:
            return await first(interaction, unsettled(press.question), private=True)
        case Action.CHART:
            return await chart(interaction, press.question)
        case Action.FILE:
            return await calendar_file.message(interaction, press.question)
        case Action.EVENTS:
            return await events.add(interaction)
