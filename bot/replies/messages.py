"""A page of an answer as a message with its buttons."""

from dataclasses import replace

from bot.question import Question
from bot.render.discord.escapes import escape
from bot.replies.answers import Answer
from bot.replies.buttons import buttons
from bot.replies.codes import Part, Settled
from bot.replies.delivery import Message
from bot.replies.interaction import Asked
from commands.briefing import Briefing, Figure, Given, Sentence
from data.messages import mark
from data.rules import Unit

NOTHING_NEW = mark("Nothing that became known since {day} changes this answer.")
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
    answer = await _for_its_day(interaction, question)
    return _message(answer, question, part=part, page=page)


async def refreshed(interaction: Asked, question: Settled) -> Message:
    """The answer for today, and whether it differs from the one given before."""
    app = interaction.client
    before = await _for_its_day(interaction, question)
    today = Question(question.name, question.arguments)
    after = await app.answers.of(today, app.language(interaction, private=True))
    message = _message(after, after.question)
    template = NOTHING_NEW if _said(before.briefing) == _said(after.briefing) else CHANGED_SINCE
    voice = app.voice(interaction, private=True)
    told = escape(voice.text(template).format(day=voice.day(question.as_of)))
    return replace(message, page=replace(message.page, blocks=(told, *message.page.blocks)))


async def _for_its_day(interaction: Asked, question: Settled) -> Answer:
    same = Question(question.name, question.arguments, question.as_of.isoformat())
    app = interaction.client
    return await app.answers.of(same, app.language(interaction, private=True))


def _message(answer: Answer, question: Settled, *, part: Part = "answer", page: int = 1) -> Message:
    pages = answer.pages(part)
    # A release may part an answer otherwise than the one whose button was pressed.
    number = min(page, len(pages))
    say = answer.place.say
    return Message(
        page=pages[number - 1],
        buttons=buttons(answer, question, part, number, len(pages), say),
    )


def _said(briefing: Briefing) -> list[tuple[str, ...]]:
    """All an answer says, but for the day it is and the days that are counted from it."""
    sections = briefing.sections
    sentences: list[Sentence] = [briefing.title, *briefing.lead, *briefing.caveats]
    sentences.extend(fact.sentence for section in sections for fact in section.facts)
    return [
        tuple(part.text for part in sentence.parts if not _moves_by_itself(part))
        for sentence in sentences
    ]


def _moves_by_itself(part: object) -> bool:
    return isinstance(part, Given) or (isinstance(part, Figure) and part.unit is Unit.DAYS)
