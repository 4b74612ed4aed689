"""`article3 ask`: one question from a shell, or three where there is nobody to ask any."""

import argparse
import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

from bot.call import Call
from bot.hearing import UnclearError, hear
from bot.library import Library
from bot.opening import opened
from bot.question import Question
from bot.render import json
from bot.render.screen import Screen
from bot.render.terminal import Place, page
from commands.briefing import Briefing
from commands.desk import Desk
from commands.registry import COMMANDS, answer
from data.errors import QuestionError
from data.messages import mark

NO_QUESTION = mark("Which question? There are: {known}.")
NO_SUCH_FLAG = mark("There is no option '{word}'. There are: {known}.")
NOT_UNDERSTOOD = mark("The options do not fit: {problem}. See article3 ask --help.")

_AS_OF = "--as-of"
_FLAGS = ("--why", "--json", "--no-color")
_MOST_ECHOED = 40

MISSION = (Question("target", {"member": "Spain"}), Question("summit"), Question("digest"))
"""What everybody asks first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    json: bool
    no_color: bool
    why: bool
    as_of: str | None
    """Empty where the option stands without a day."""


def ask(words: Sequence[str], call: Call) -> None:
    """Answers a question in the words of a command, or in free words."""
    typed, options = read(words)
    at = _desk(call)
    try:
        heard = hear(at, typed, options.as_of)
    except UnclearError as error:
        raise error.in_shell() from None
    briefing = heard.answer(at)
    if options.json:
        json.write(briefing, call.stdout)
    else:
        _show(briefing, heard.typed, call, options)


def ask_mission(call: Call) -> None:
    """The three questions, each under the words that ask it."""
    options = Options(json=False, no_color=call.settings.no_color, why=False, as_of=None)
    at = _desk(call)
    for number, question in enumerate(MISSION):
        briefing = answer(at, question.name, question.arguments, question.as_of)
        call.stdout.write("\n\n" if number else "")
        call.stdout.write(f"$ {question.in_shell()}\n\n")
        _show(briefing, question, call, options)


def read(words: Sequence[str]) -> tuple[str, Options]:
    """The words of the question, and the options around it. Raises QuestionError where there are
    no words, and for options that there are not."""
    options, rest = _parser().parse_known_args(list(words))
    if not rest:
        raise QuestionError(NO_QUESTION, known=", ".join(COMMANDS))
    for word in rest:
        if word.startswith("-"):
            known = ", ".join((_AS_OF, *_FLAGS))
            raise QuestionError(NO_SUCH_FLAG, word=word[:_MOST_ECHOED], known=known)
    return " ".join(rest), Options(
        json=options.json, no_color=options.no_color, why=options.why, as_of=options.as_of
    )


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise QuestionError(NOT_UNDERSTOOD, problem=message)


def _parser() -> argparse.ArgumentParser:
    """Knows the options only. What is left are the words of the question, wherever they stand."""
    parser = _Parser("article3 ask", add_help=False, allow_abbrev=False)
    parser.add_argument(_AS_OF, nargs="?", const="")
    for flag in _FLAGS:
        parser.add_argument(flag, action="store_true")
    return parser


def _desk(call: Call) -> Desk:
    return asyncio.run(_library(call)).at_hand(call.today(), call.voice.tag)


async def _library(call: Call) -> Library:
    # What a task returns is written out, unseen, when its loop ends: a library is short.
    async with opened(call) as library:
        await library.refresh()
    return library


def _show(briefing: Briefing, question: Question, call: Call, options: Options) -> None:
    no_color = options.no_color or call.settings.no_color
    screen = Screen.of(call.stdout, call.environ, no_color=no_color)
    place = Place(
        typed=lambda follow_up: Question.next(follow_up, question.as_of).in_shell(),
        why=question.in_shell("--why"),
        say=call.voice.fill,
    )
    screen.show(page(briefing, place, width=screen.width, why=options.why))
