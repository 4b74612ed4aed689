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
from bot.replies.issues import Issue
from data.messages import mark

NOTHING_NEW = mark("Nothing in this answer has changed since {day}.")
CHANGED_SINCE = mark("This answer has changed since {day}.")


async def first(interaction: Asked, question: Question, *, private: bool) -> Message:
    """The first page of the answer to what was asked."""
    language = interaction.client.language(interaction, private=private)
    answer = await interaction.client.answers.of(question, language)
    return _message(answer, answer.question)


async def again(
    interaction: Asked,
    question: Settled,
    *,
    part: Part = "answer",
    page: int = 1,
    issue: Issue | None = None,
) -> Message:
    """A page of an answer given before, for the day it was given for, or of a digest sent."""
    app = interaction.client
    language = app.language(interaction, private=True)
    if issue is not None:
        return of_issue(await app.composer.answer(issue, language), issue, part=part, page=page)
    same = Question(question.name, question.arguments, question.as_of.isoformat())
    return _message(await app.answers.of(same, language), question, part=part, page=page)


def of_issue(answer: Answer, issue: Issue, *, part: Part = "answer", page: int = 1) -> Message:
    """A page of a digest."""
    pages, say = answer.pages(part), answer.place.say
    number = min(page, len(pages))
    below = buttons(answer, answer.question, part, number, len(pages), say, issue=issue)
    return Message(page=pages[number - 1], buttons=below)


async def refreshed(
    interaction: Asked, question: Settled, *, seen: str | None, issue: Issue | None = None
) -> Message:
    """The answer for today, and whether it differs from the one with the content `seen`."""
    app = interaction.client
    language = app.language(interaction, private=True)
    if issue is not None:
        later = app.composer.continued(issue)
        answer = await app.composer.answer(later, language)
        message = of_issue(answer, later)
    else:
        today = Question(question.name, question.arguments)
        answer = await app.answers.of(today, language)
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
