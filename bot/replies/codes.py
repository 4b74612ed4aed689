"""What a button says to us. It survives restarts because all of it is in the custom id, and it
survives releases because the id begins with the version of its form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from bot.render.discord.sizes import MOST_CUSTOM_ID
from bot.replies import issues
from bot.replies.content import LENGTH
from bot.replies.issues import Issue
from commands.registry import COMMANDS

PREFIX = "a3:"
VERSION = 1

_BETWEEN, _WITHIN, _NONE = ":", "~", "-"
_WORDS, _OF_AN_ISSUE = 7, 2


class Action(StrEnum):
    PAGE = "page"
    WHY = "why"
    SOURCES = "sources"
    HISTORY = "history"
    REFRESH = "refresh"
    CHART = "chart"
    FILE = "file"
    EVENTS = "events"
    ASK = "ask"


Part = Literal["answer", "why", "sources"]
"""Which of an answer's pages are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A question whose words are understood: `arguments` are ids, `as_of` the day it is answered
    for. `floating` says that no day was asked for, and that day is the one of asking."""

    name: str
    arguments: Mapping[str, str]
    as_of: date
    floating: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """`page` counts from one and is of use where a page is asked for; `seen` is the content of the
    answer that the button is under, where the press asks whether it has changed. `issue` is the
    digest that it is under, where that was sent."""

    action: Action
    question: Settled
    part: Part = "answer"
    page: int = 1
    seen: str | None = None
    issue: Issue | None = None


class ReleaseError(Exception):
    """A button of a form that this release does not know. `command` is what it seems to ask."""

    def __init__(self, command: str | None) -> None:
        super().__init__(command)
        self.command = command


def write(press: Press) -> str:
    """Raises ValueError for what is longer than Discord takes."""
    written = _written(press)
    if len(written) > MOST_CUSTOM_ID:
        raise ValueError(f"a custom id of {len(written)} characters: {written}")
    return written


def fits(press: Press) -> bool:
    """Whether Discord takes it: ids that people give to facts at run time may be long."""
    return len(_written(press)) <= MOST_CUSTOM_ID


def _written(press: Press) -> str:
    question = press.question
    names = [parameter.name for parameter in COMMANDS[question.name].parameters]
    arguments = [question.arguments.get(name) or _NONE for name in names]
    while arguments[-1:] == [_NONE]:
        arguments.pop()
    held = question.as_of.isoformat() + ("" if question.floating else "!")
    words = [
        str(VERSION),
        press.action,
        press.part,
        question.name,
        _WITHIN.join(arguments) or _NONE,
        held,
        str(press.page),
        press.seen or _NONE,
        *(issues.write(press.issue) if press.issue is not None else ()),
    ]
    return PREFIX + _BETWEEN.join(words)


def read(custom_id: str) -> Press:
    """Raises ReleaseError for what `write` of this release would not have written."""
    version, *words = custom_id.removeprefix(PREFIX).split(_BETWEEN)
    command = next((word for word in words if word in COMMANDS), None)
    of_an_issue = words[_WORDS:]
    if (
        version != str(VERSION)
        or len(words) < _WORDS
        or len(of_an_issue) not in (0, _OF_AN_ISSUE)
        or words[2] not in COMMANDS
    ):
        raise ReleaseError(command)
    action, part, name, arguments, held, page, seen = words[:_WORDS]
    try:
        day = date.fromisoformat(held.removesuffix("!"))
        return Press(
            action=Action(action),
            part=_part(part),
            question=Settled(
                name=name,
                arguments=_arguments(name, arguments),
                as_of=day,
                floating=not held.endswith("!"),
            ),
            page=_page(page),
            seen=_seen(seen),
            issue=issues.read(of_an_issue, day) if of_an_issue else None,
        )
    except ValueError as error:
        raise ReleaseError(command) from error


def _page(word: str) -> int:
    number = int(word)
    if number < 1:
        raise ValueError(word)
    return number


def _seen(word: str) -> str | None:
    if word == _NONE:
        return None
    if len(word) != LENGTH:
        raise ValueError(word)
    return word


def _part(word: str) -> Part:
    match word:
        case "answer" | "why" | "sources":
            return word
        case _:
            raise ValueError(word)


def _arguments(name: str, written: str) -> dict[str, str]:
    names = [parameter.name for parameter in COMMANDS[name].parameters]
    values = written.split(_WITHIN)
    # An earlier release had fewer parameters; new ones stand behind those.
    if len(values) > max(len(names), 1):
        raise ValueError(written)
    return {key: value for key, value in zip(names, values, strict=False) if value != _NONE}
