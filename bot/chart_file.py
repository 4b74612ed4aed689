"""`article3 chart`: the picture of an answer as a file."""

import argparse
import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NoReturn

from bot.call import Call
from bot.question import Question
from commands.registry import answer
from data.errors import QuestionError
from data.messages import mark

if TYPE_CHECKING:
    from commands.picture import Chart

FORMS: tuple["Form", ...] = ("png", "svg", "json")
CHARTED = ("target", "compare", "ranking", "path")
"""The questions whose answers have a picture, where there are figures for one."""

USAGE = "chart QUESTION -o FILE [--as-of DAY] [--lang LANGUAGE] [--force]"
NO_QUESTION = mark("Which question? Write article3 chart target Spain -o spain.png.")
NO_FILE = mark("Where is the chart to go? Add -o and a file, such as -o spain.png.")
NO_FORM = mark("'{file}' does not say what to draw. Let the name end with .png, .svg or .json.")
NO_CHART = mark("The answer to that has no chart. Questions that have one: {known}.")
NO_FIGURES = mark("There are no figures to draw in the answer to that.")
NO_SUCH_OPTION = mark("There is no option '{word}' here. Write article3 {usage}.")
NOT_UNDERSTOOD = mark("The options do not fit: {problem}. Write article3 {usage}.")
DRAWN = mark("The chart is in {file}.")

Form = Literal["png", "svg", "json"]

_MOST_ECHOED = 40
_SCALE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    question: Question
    file: Path
    form: Form
    force: bool


def chart(words: Sequence[str], call: Call) -> None:
    """Writes the picture, then says what it shows and where it is."""
    from bot.render.plain import plain
    from data.store.drafts import check, pass_on

    asked = read(words)
    check(asked.file, force=asked.force)
    drawn = _chart(asked, call)
    pass_on(asked.file, _content(drawn, asked, call))
    call.stdout.write(plain(drawn.alt.text) + "\n")
    call.tell(DRAWN.format(file=asked.file))


def read(words: Sequence[str]) -> Asked:
    """Raises QuestionError for what cannot be drawn into any file."""
    options, rest = _parser().parse_known_args(list(words))
    for word in rest:
        if word.startswith("-"):
            raise QuestionError(NO_SUCH_OPTION, word=word[:_MOST_ECHOED], usage=USAGE)
    if not rest:
        raise QuestionError(NO_QUESTION)
    if not options.output:
        raise QuestionError(NO_FILE)
    return Asked(
        question=Question.read(rest, options.as_of),
        file=Path(options.output),
        form=_form(options.output),
        force=options.force,
    )


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise QuestionError(NOT_UNDERSTOOD, problem=message, usage=USAGE)


def _parser() -> argparse.ArgumentParser:
    """Knows the options only. What is left are the words of the question, wherever they stand."""
    parser = _Parser("article3 chart", add_help=False, allow_abbrev=False)
    parser.add_argument("-o", "--output")
    parser.add_argument("--as-of", nargs="?", const="")
    parser.add_argument("--force", action="store_true")
    return parser


def _form(name: str) -> Form:
    for form in FORMS:
        if name.lower().endswith(f".{form}"):
            return form
    raise QuestionError(NO_FORM, file=name[-_MOST_ECHOED:])


def _chart(asked: Asked, call: Call) -> "Chart":
    from bot.library import Library
    from bot.opening import opened

    async def library() -> Library:
        async with opened(call) as found:
            await found.refresh()
        return found

    question = asked.question
    desk = asyncio.run(library()).at_hand(call.today(), call.voice.tag)
    found = answer(desk, question.name, question.arguments, question.as_of).chart
    if found is not None:
        return found
    if question.name in CHARTED:
        raise QuestionError(NO_FIGURES)
    raise QuestionError(NO_CHART, known=", ".join(CHARTED))


def _content(chart: "Chart", asked: Asked, call: Call) -> bytes:
    from bot.charts.drawing import draw
    from bot.charts.look import Look
    from bot.charts.spec import spec

    drawn = spec(chart, Look(language=call.voice.tag))
    if asked.form == "json":
        return (json.dumps(drawn, ensure_ascii=False, indent=2) + "\n").encode()
    return draw(drawn, asked.form, _SCALE)
