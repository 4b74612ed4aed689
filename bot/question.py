"""A question as people type it, in the terminal's desk, in a shell and in Discord.

Words after the command's name are its first parameter. `member:` names a parameter and takes all
words up to the next option; `as_of:` and `--as-of` take the one word of a date. No command's
parameters are listed here: they come from the registry.
"""

import re
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from commands.briefing import FollowUp
from commands.registry import COMMANDS
from data.errors import QuestionError
from data.messages import mark

AS_OF = "as_of"

CALLED_THERE: Mapping[str, str] = {"digest": "digest preview"}
"""Commands of Discord that are called otherwise than their questions."""

_NAMED = re.compile(r"([a-z]+(?:_[a-z]+)*):(.*)")
_DASHED = re.compile(r"--([a-z]+(?:[-_][a-z]+)*)(?:=(.*))?", re.IGNORECASE)
_QUOTES = str.maketrans(dict.fromkeys('"“”„«»', " "))

NO_SUCH_OPTION = mark("/{command} has no option '{option}'. It has: {known}.")
TWICE = mark("'{option}' is written twice. Write it once.")
NO_VALUE = mark("Nothing is written after '{option}'.")
NOTHING_TO_NAME = mark("/{command} asks for nothing but a day: leave out '{text}'.")

_MOST_ECHOED = 40


@dataclass(frozen=True, slots=True)
class Question:
    """`arguments` are by parameter; a name that no command has is kept as it is."""

    name: str
    arguments: Mapping[str, str] = field(default_factory=dict[str, str])
    as_of: str | None = None

    @classmethod
    def read(cls, words: Sequence[str], as_of: str | None = None) -> "Question":
        """Raises QuestionError for options that the command does not have."""
        unquoted = split(" ".join(words))
        name = unquoted[0].removeprefix("/").lower() if unquoted else ""
        if name not in COMMANDS:
            return cls(name)
        read = _Reading(name)
        if as_of is not None:
            read.options[AS_OF] = [as_of] if as_of else []
        for word in unquoted[1:]:
            read.take(word)
        return read.question()

    @classmethod
    def next(cls, follow_up: FollowUp, as_of: str | None) -> "Question":
        """The question that an answer leads to, asked as of the same day."""
        return cls.read([follow_up.command, follow_up.arguments], as_of)

    def in_desk(self) -> str:
        """As it is typed at the prompt."""
        words = [f"/{self.name}", *self._typed()]
        return " ".join([*words, f"{AS_OF}:{self.as_of}"] if self.as_of else words)

    def in_discord(self) -> str:
        """As it is shown there once it is typed, with every parameter by its name."""
        named = [f"{name}:{text}" for name, text in self.arguments.items()]
        dated = [f"{AS_OF}:{self.as_of}"] if self.as_of else []
        return " ".join([f"/{CALLED_THERE.get(self.name, self.name)}", *named, *dated])

    def in_shell(self, *flags: str) -> str:
        words = [word for text in self._typed() for word in text.split()]
        dated = ["--as-of", self.as_of] if self.as_of else []
        return shlex.join(["article3", "ask", self.name, *words, *dated, *flags])

    def _typed(self) -> list[str]:
        """Each argument as it is typed: the first parameter by itself, the others by name."""
        command = COMMANDS.get(self.name)
        known = [each.name for each in command.parameters] if command else list(self.arguments)
        first = [self.arguments[each] for each in known[:1] if each in self.arguments]
        rest = [f"{each}:{text}" for each, text in self.arguments.items() if each not in known[:1]]
        return [*first, *rest]


def split(text: str) -> list[str]:
    """The words of a text. Quotes are dropped: names of several words need none."""
    return text.translate(_QUOTES).split()


class _Reading:
    """Takes the words of a question one by one."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._parameters = [parameter.name for parameter in COMMANDS[name].parameters]
        self._loose: list[str] = []
        self._current = self._loose
        self.options: dict[str, list[str]] = {}

    def take(self, word: str) -> None:
        option = _NAMED.fullmatch(word) or _DASHED.fullmatch(word)
        if option is not None:
            self._open(option[1].replace("-", "_").lower(), typed=word[: option.end(1)])
            word = option[2] or ""
        if word:
            self._current.append(word)
            if self._current is self.options.get(AS_OF):
                self._current = self._loose

    def _open(self, option: str, *, typed: str) -> None:
        known = [*self._parameters, AS_OF]
        if option not in known:
            raise QuestionError(
                NO_SUCH_OPTION, command=self._name, option=typed, known=", ".join(known)
            )
        if option in self.options:
            raise QuestionError(TWICE, option=option)
        self._current = self.options[option] = []

    def question(self) -> Question:
        if self._loose:
            self._place(" ".join(self._loose))
        for option, words in self.options.items():
            if not words:
                raise QuestionError(NO_VALUE, option=option)
        values = {option: " ".join(words) for option, words in self.options.items()}
        as_of = values.pop(AS_OF, None)
        return Question(self._name, values, as_of)

    def _place(self, text: str) -> None:
        """What is named by no option is the first parameter."""
        if not self._parameters:
            text = text[:_MOST_ECHOED]
            raise QuestionError(NOTHING_TO_NAME, command=self._name, text=text)
        first = self._parameters[0]
        if first in self.options:
            raise QuestionError(TWICE, option=first)
        self.options[first] = [text]
