"""Buttons below a message that says what was wrong: they ask what may have been meant, or open the
form again that was refused."""

from typing import Any

import discord

from bot.hearing import UnclearError
from bot.render.discord.typed import question
from bot.replies.buttons import Button
from bot.replies.codes import Action, Press, fits, write
from bot.replies.retrying import OPEN_AGAIN, RetryError
from bot.replies.settling import settle
from commands.desk import Desk

_LONGEST_LABEL = 80


def instead(desk: Desk, error: BaseException) -> tuple[discord.ui.Item[Any], ...]:
    """One for each question that is near, or for the form; none where something else went wrong."""
    if isinstance(error, RetryError):
        label = desk.voice.text(OPEN_AGAIN)
        return (discord.ui.Button(label=label[:_LONGEST_LABEL], custom_id=error.custom_id),)
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
