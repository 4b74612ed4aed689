"""What a question is: its name, what it takes, and where it is answered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import cast

from commands.asked import Kind
from commands.briefing import Briefing
from commands.desk import Desk

Ask = Callable[[Desk, Mapping[str, str], date], Briefing]
"""From the texts of its parameters to the answer; raises QuestionError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    name: str
    what: str
    kind: Kind
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """`example` is what to type after the command's name, marked where other languages have words
    of their own. `module` has a function `ask`, and is
    imported when it is asked."""

    name: str
    summary: str
    example: str
    parameters: tuple[Parameter, ...] = ()
    module: str

    def brief(self, desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
        return cast("Ask", import_module(self.module).ask)(desk, arguments, as_of)
