"""From the words of a question to the ids they mean, so that a button can carry them."""

from bot.question import Question
from bot.replies.codes import Settled
from commands.days import find_day
from commands.desk import Desk
from commands.registry import COMMANDS, meant


def unsettled(question: Settled) -> Question:
    """The same question; one without a day is asked anew, for the day it is by then."""
    as_of = None if question.floating else question.as_of.isoformat()
    return Question(question.name, question.arguments, as_of)


def settle(desk: Desk, question: Question) -> Settled:
    """Raises QuestionError where a word means nothing we know."""
    as_of = find_day(desk, question.as_of)
    arguments = {
        parameter.name: meant(desk, parameter.kind, text, as_of)
        for parameter in COMMANDS[question.name].parameters
        if (text := question.arguments.get(parameter.name, "")).strip()
    }
    return Settled(
        name=question.name, arguments=arguments, as_of=as_of, floating=question.as_of is None
    )
