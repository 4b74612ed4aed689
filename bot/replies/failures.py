"""What went wrong, in one sentence for the asker and in one line, under the same reference, for the
log. What people typed is theirs: the log holds the kind of their mistake, not its words."""

import base64
import hashlib
import logging

import discord
from discord import app_commands

from bot.render.discord.pages import Page, note
from bot.render.discord.typed import shown
from bot.replies.sending import LostError
from commands.voice import Say, Voice
from data.errors import QuestionError
from data.messages import mark

log = logging.getLogger(__name__)

OURS = mark(
    "Something failed on our side. Ask again in a minute; if it stays, tell whoever runs me."
)
CHANGED = mark(
    "This command has changed since Discord showed it to you. Restart Discord and retry."
)
NOT_ALLOWED = mark("This command is not for you here: ask someone who can manage this server.")
UNANSWERED = mark("This could not be answered. Whoever asked is told why.")
STOPPING = mark("I am being restarted. Ask again in a minute.")


def reference(interaction: discord.Interaction[discord.Client]) -> str:
    """Six letters and digits that name an interaction to those who cannot see its id."""
    hashed = hashlib.blake2s(str(interaction.id).encode(), digest_size=4).digest()
    return base64.b32encode(hashed).decode()[:6]


def explain(
    interaction: discord.Interaction[discord.Client],
    error: BaseException,
    voice: Voice,
) -> Page:
    """The message for the asker. The log is told as well."""
    ref, say = reference(interaction), voice.fill
    try:
        text = shown(_told(interaction, ref, _cause(error), say), voice)
    except Exception:
        log.exception("%s: what went wrong cannot be said", ref)
        text = say(OURS)
    return note(text, reference=ref, say=say)


def _told(
    interaction: discord.Interaction[discord.Client],
    ref: str,
    cause: BaseException,
    say: Say,
) -> str:
    what = described(interaction)
    match cause:
        case QuestionError():
            log.info("%s: %s could not be answered: %s", ref, what, cause.template)
            return say(cause.template, **cause.values)
        case app_commands.CommandSignatureMismatch() | app_commands.CommandNotFound():
            log.warning("%s: %s is not what Discord has published: %s", ref, what, cause)
            return say(CHANGED)
        case app_commands.CheckFailure():
            log.info("%s: %s was not allowed: %s", ref, what, type(cause).__name__)
            return say(NOT_ALLOWED)
        case _:
            log.error("%s: %s failed", ref, what, exc_info=cause)
            return say(OURS)


def lost(interaction: discord.Interaction[discord.Client], error: Exception) -> None:
    """Nobody can be told any more but the log."""
    ref, what = reference(interaction), described(interaction)
    trace = None if isinstance(error, LostError) else error
    log.error("%s: %s got no answer: %s", ref, what, error, exc_info=trace)


def described(interaction: discord.Interaction[discord.Client]) -> str:
    """What was asked, without its words."""
    command = interaction.command
    if command is not None:
        return f"/{command.qualified_name}"
    is_press = interaction.type is discord.InteractionType.component
    return "a press" if is_press else f"an interaction of type {interaction.type.name}"


def _cause(error: BaseException) -> BaseException:
    if isinstance(error, app_commands.CommandInvokeError):
        return error.original
    return error
