"""A page of an answer as a message with its buttons."""

from dataclasses import replace

from bot.question import Question
from bot.render.discord.escapes import escape
from bot.render.discord.pages import Page
from bot.replies.answers import Answer
from bot.replies.buttons import buttons
from bot.replies.codes import Part, Settled
from bot.replies.delivery import Message
from bot.replies.event_rights import may_add
from bot.replies.interaction import Asked
from bot.replies.issues import Issue
from bot.replies.pictures import alone, is_at_once, with_picture
from data.errors import QuestionError
from data.messages import mark

NOTHING_NEW = mark("Nothing in this answer has changed since {day}.")
CHANGED_SINCE = mark("This answer has changed since {day}.")


async def first(interaction: Asked, question: Question, *, private: bool) -> Message:
    """The first page of the answer to what was asked."""
    app = interaction.client
    language = app.language(interaction, private=private)
    try:
        answer = await app.answers.of(question, language)
    except QuestionError:
        # What was wrong is for the asker alone, and so in the asker's language.
        await app.answers.of(question, app.language(interaction, private=True))
        raise
    return await _message(interaction, answer, answer.question)


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
    answer = await app.answers.of(same, language)
    return await _message(interaction, answer, question, part=part, page=page)


async def chart(interaction: Asked, question: Settled) -> Message:
    """The chart of an answer given before. Raises QuestionError where it has none."""
    language = interaction.client.language(interaction, private=True)
    same = Question(question.name, question.arguments, question.as_of.isoformat())
    answer = await interaction.client.answers.of(same, language)
    return await alone(interaction, answer, question)


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
        message = await _message(interaction, answer, answer.question)
    template = NOTHING_NEW if seen == answer.content else CHANGED_SINCE
    voice = app.voice(interaction, private=True)
    told = escape(voice.fill(template, day=voice.day(question.as_of)))
    return replace(message, page=with_first(told, message.page))


def with_first(told: str, page: Page) -> Page:
    """A page with one line more, which is escaped, before all others."""
    title, *plain = page.plain.blocks
    return replace(
        page,
        blocks=(told, *page.blocks),
        plain=replace(page.plain, blocks=(title, told, *plain)),
    )


async def _message(
    interaction: Asked, answer: Answer, question: Settled, *, part: Part = "answer", page: int = 1
) -> Message:
    events = may_add(interaction)
    key = part, question.floating, events
    made = answer.messages.get(key)
    if made is None:
        made = answer.messages[key] = _messages(answer, question, part, events=events)
    # A release may part an answer otherwise than the one whose button was pressed.
    number = min(page, len(made))
    message = made[number - 1]
    if part != "answer" or not is_at_once(answer, question, number):
        return message
    below = buttons(
        answer, question, part, number, len(made), answer.place.say, drawn=True, events=events
    )
    drawn = replace(message, buttons=below)
    return await with_picture(interaction, answer, question, drawn, without=message)


def _messages(
    answer: Answer, question: Settled, part: Part, *, events: bool
) -> tuple[Message, ...]:
    pages, say = answer.pages(part), answer.place.say
    return tuple(
        Message(
            page=page,
            buttons=buttons(answer, question, part, number, len(pages), say, events=events),
        )
        for number, page in enumerate(pages, start=1)
    )
