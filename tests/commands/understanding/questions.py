"""The questions that understanding is measured on, and whether one was understood as it should be.

Rules are written on the open ones alone; the held ones tell what the rules are worth on questions
that nobody wrote them for.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Literal

from commands.desk import Desk
from commands.understanding import Understood, understand
from data.dates import PartialDate
from data.errors import QuestionError

TODAY = date(2026, 11, 26)
"""The day that `yesterday` in a question is reckoned from."""
NONE = "none"

Outcome = Literal["right", "unclear", "wrong"]
Reading = tuple[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    language: str
    text: str
    command: str
    right: tuple[Reading, ...]
    as_of: str | None

    def outcome(self, desk: Desk) -> Outcome:
        """`unclear` is right only where nothing of ours answers the question."""
        said = understand(desk, self.text)
        if not isinstance(said, Understood):
            return "right" if self.command == NONE else "unclear"
        if (said.as_of or None) != self.as_of:
            return "wrong"
        found = said.command, _comparable(said.arguments)
        right = ((command, _comparable(told)) for command, told in self.right)
        return "right" if found in right else "wrong"


def questions(which: Literal["open", "held"]) -> list[Question]:
    path = Path(__file__).with_name(f"questions_{which}.toml")
    with path.open("rb") as file:
        return [_question(each) for each in tomllib.load(file)["question"]]


def _question(written: dict[str, Any]) -> Question:
    return Question(
        language=written["language"],
        text=written["text"],
        command=written["command"],
        right=tuple(
            (each["command"], each["arguments"]) for each in (written, *written.get("also", ()))
        ),
        as_of=written.get("as_of"),
    )


def _comparable(arguments: Mapping[str, str]) -> dict[str, str]:
    """Two ways to write the same argument come to the same."""
    return {name: _one(name, text) for name, text in arguments.items()}


def _one(name: str, text: str) -> str:
    if name == "members":
        return ",".join(sorted(text.split(",")))
    if name == "since":
        try:
            return PartialDate.parse(text).first.isoformat()
        except QuestionError:
            return text
    try:
        return str(Decimal(text).normalize())
    except InvalidOperation:
        return text
