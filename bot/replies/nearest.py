"""Buttons that ask what may have been meant, below a message that says it was not clear."""

from bot.hearing import UnclearError
from bot.render.discord.typed import question
from bot.replies.buttons import Button
from bot.replies.codes import Action, Press, fits, write
from bot.replies.settling import settle
from commands.desk import Desk

_LONGEST_LABEL = 80


def instead(desk: Desk, error: BaseException) -> tuple[Button, ...]:
    """One for each question that is near; none where something else went wrong."""
    if not isinstance(error, UnclearError):
        return ()
    presses = [
        (
            question(each.typed.in_discord(), desk.voice),
            Press(action=Action.ASK, question=settle(desk, each.question)),
        )
        for each in error.nearest
    ]
    return tuple(
        Button(write(press), label[:_LONGEST_LABEL]) for label, press in presses if fits(press)
    )
