"""`/ask`: a question in free words. The answer says which command it was understood as, so that
people learn it."""

from dataclasses import replace

from discord import app_commands
from discord.app_commands import locale_str

from bot.hearing import Heard, UnclearError, hear_free
from bot.question import Question
from bot.render.discord.escapes import code
from bot.render.discord.typed import question as typed_there
from bot.replies.delivery import Message
from bot.replies.interaction import Asked
from bot.replies.messages import first, with_first
from bot.replies.responding import respond
from bot.slash.binding import AS_OF, PRIVATE, everywhere, options
from bot.slash.options import DAYS, offering
from commands.desk import Desk
from commands.suggestions import Suggestion
from data.errors import QuestionError
from data.messages import mark

SUMMARY = mark("Ask in your own words, in any of my languages")
QUESTION = mark("such as: how far is Italy from 3.5?")
UNDERSTOOD = mark("Understood as {question}")

_LONGEST = 100
"""The characters of a choice."""


def offers(desk: Desk, typed: str) -> list[Suggestion]:
    """What it would be understood as; where that is not clear, the questions nearest to it."""
    try:
        heard = [hear_free(desk, typed)]
    except UnclearError as error:
        heard = list(error.nearest)
    except QuestionError:
        return []
    questions = [each.typed for each in heard]
    found = [(_typed(each, desk), each.in_desk().removeprefix("/")) for each in questions]
    return [
        Suggestion(name, value, value)
        for name, value in found
        if max(len(name), len(value)) <= _LONGEST
    ]


@app_commands.command(name="ask", description=locale_str(SUMMARY))
@options({"question": QUESTION, "as_of": AS_OF, "private": PRIVATE})
@everywhere
async def ask(
    interaction: Asked,
    question: str,
    as_of: str | None = None,
    private: bool = False,  # noqa: FBT001, FBT002 - Discord fills it by name
) -> None:
    await respond(
        interaction,
        lambda: _answer(interaction, question, as_of, private=private),
        private=private,
    )


ask.autocomplete("question")(offering(offers))
ask.autocomplete("as_of")(DAYS)


async def _answer(interaction: Asked, text: str, as_of: str | None, *, private: bool) -> Message:
    app = interaction.client
    desk = app.answers.desk(app.language(interaction, private=private))
    heard = await app.answers.beside(lambda: _heard(desk, text, as_of))
    message = await first(interaction, heard.question, private=private)
    told = desk.voice.fill(UNDERSTOOD, question=code(_typed(heard.typed, desk)))
    return replace(message, page=with_first(told, message.page))


def _heard(desk: Desk, text: str, as_of: str | None) -> Heard:
    try:
        return hear_free(desk, text, as_of)
    except UnclearError as error:
        raise error.in_discord(lambda each: _typed(each, desk)) from None


def _typed(asked: Question, desk: Desk) -> str:
    return typed_there(asked.in_discord(), desk.voice)
