"""A page of an answer as a message with its buttons."""

from dataclasses import replace

from bot.question import Question
from bot.render.discord.escapes import escape
from bot.render.discord.pages import Page
from bot.replies.answers import Answer
from bot.replies.buttons import buttons
from bot.replies.codes import Part, Settled
from bot.replies.delivery import Message
from bot.replies.interaction import Asked
from data.messages import mark

NOTHING_NEW = mark("Nothing in this answer has changed since {day}.")
CHANGED_SINCE = mark("This answer has changed since {day}.")


async def first(interaction: Asked, question: Question, *, private: bool) -> Message:
    """The first page of the answer to what was asked."""
    language = interaction.client.language(interaction, private=private)
    answer = await interaction.client.answers.of(question, language)
    return _message(answer, answer.question)


async def again(
    interaction: Asked, question: Settled, *, part: Part = "answer", page: int = 1
) -> Message:
    """A page of an answer given before, for the day it was given for."""
    app = interaction.client
    same = Question(question.name, question.arguments, question.as_of.isoformat())
    answer = await app.answers.of(same, app.language(interaction, private=True))
    return _message(answer, question, part=part, page=page)


async def refreshed(interaction: Asked, question: Settled, *, seen: str | None) -> Message:
    """The answer for today, and whether it differs from the one with the content `seen`."""
    app = interaction.client
    today = Question(question.name, question.arguments)
    answer = await app.answers.of(today, app.language(interaction, private=True))
    message = _message(answer, answer.question)
    template = NOTHING_NEW if seen == answer.content else CHANGED_SINCE
    voice = app.voice(interaction, private=True)
    told = escape(voice.text(template).format(day=voice.day(question.as_of)))
    return replace(message, page=_with_first(told, message.page))


def _with_first(told: str, page: Page) -> Page:
    title, *plain = page.plain.blocks
    return replace(
        page,
        blocks=(told, *page.blocks),
        plain=replace(page.plain, blocks=(title, told, *plain)),
    )


def _message(answer: Answer, question: Settled, *, part: Part = "answer", page: int = 1) -> Message:
    made = answer.messages.get((part, question.floating))
    if made is None:
        made = answer.messages[part, question.floating] = _messages(answer, question, part)
    # A release may part an answer otherwise than the one whose button was pressed.
    return made[min(page, len(made)) - 1]


def _messages(answer: Answer, question: Settled, part: Part) -> tuple[Message, ...]:
    pages, say = answer.pages(part), answer.place.say
    return tuple(
        Message(page=page, buttons=buttons(answer, question, part, number, len(pages), say))
        for number, page in enumerate(pages, start=1)
    )
