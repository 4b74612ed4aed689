"""From what was typed to the question it asks, in the words of a command or in free words.

Free words are looked at only where the first of them is no command, or where the rest is nothing
that its command knows: whoever types commands does not wait for what others need.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.question import AS_OF, Question, split
from commands.briefing import Briefing, FollowUp
from commands.command import Command
from commands.days import find_day
from commands.desk import Desk
from commands.registry import COMMANDS, answer, meant
from data.errors import QuestionError
from data.messages import mark

if TYPE_CHECKING:
    from commands.understanding import Understood

UNCLEAR = mark(
    "It is not clear which question that is: ask for example {first}, {second} or {third}."
)

_FREE = 3
"""From so many words on, a command and what follows may be a sentence: `sources for Poland`."""
_OPTION = re.compile(r"(?:^|\s)(?:--?[a-z]|[a-z_]+:)", re.IGNORECASE)
_DAY = re.compile(rf"(?:^|\s){AS_OF}:\s*(\S+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heard:
    """`understood` is how the question is typed, where it was asked in free words."""

    question: Question
    understood: FollowUp | None = None

    @property
    def typed(self) -> Question:
        """The question in the words in which it is typed."""
        if self.understood is None:
            return self.question
        return Question.next(self.understood, self.question.as_of)

    def answer(self, desk: Desk) -> Briefing:
        asked = self.question
        briefing = answer(desk, asked.name, asked.arguments, asked.as_of)
        if self.understood is None:
            return briefing
        return briefing.model_copy(update={"understood": self.understood})


class UnclearError(QuestionError):
    """No question was understood; `nearest` are three that can be asked."""

    def __init__(
        self, nearest: tuple[Heard, Heard, Heard], typed: Callable[[Question], str]
    ) -> None:
        first, second, third = (typed(each.typed) for each in nearest)
        super().__init__(UNCLEAR, first=first, second=second, third=third)
        self.nearest = nearest

    def in_shell(self) -> "UnclearError":
        """The same, with the questions as they are typed in a shell."""
        return UnclearError(self.nearest, Question.in_shell)

    def in_discord(self, typed: Callable[[Question], str]) -> "UnclearError":
        """`typed` says how a question is typed there."""
        return UnclearError(self.nearest, typed)


def hear(desk: Desk, text: str, as_of: str | None = None) -> Heard:
    """Raises QuestionError for what is wrong with a question in a command's words, and UnclearError
    where free words come to nothing."""
    words = split(text)
    name = words[0].removeprefix("/").lower() if words else ""
    if name == "ask" and len(words) > 1:
        return hear(desk, " ".join(words[1:]), as_of)
    if name in COMMANDS:
        return _commanded(desk, words, name, as_of)
    if not words or words[0].startswith("/") or _is_slip(desk, name, words[1:]):
        return Heard(Question(name))
    try:
        return _understood(desk, text, as_of)
    except UnclearError:
        if len(words) == 1:
            return Heard(Question(name))
        raise


def hear_free(desk: Desk, text: str, as_of: str | None = None) -> Heard:
    """As `hear`, where no command is expected: a single word that is none is a question, too."""
    heard = hear(desk, text, as_of)
    return heard if heard.question.name in COMMANDS else _understood(desk, text, as_of)


def _commanded(desk: Desk, words: Sequence[str], name: str, as_of: str | None) -> Heard:
    try:
        question = Question.read(words, as_of)
        if len(words) >= _FREE:
            _check(desk, question, COMMANDS[name])
        return Heard(question)
    except QuestionError as wrong:
        if len(words) < _FREE or _OPTION.search(" ".join(words[1:])):
            raise
        try:
            heard = _understood(desk, " ".join(words), as_of)
        except QuestionError:
            raise wrong from None
        if heard.question.name != name:
            raise
        return heard


def _check(desk: Desk, question: Question, command: Command) -> None:
    """Raises QuestionError where the words behind the command's name mean nothing to it."""
    day = find_day(desk, question.as_of)
    for parameter in command.parameters[:1]:
        text = question.arguments.get(parameter.name, "")
        if text.strip():
            meant(desk, parameter.kind, text, day)


def _is_slip(desk: Desk, name: str, rest: Sequence[str]) -> bool:
    """Whether a command's name was meant and misspelt: what follows has to be for that command."""
    from rapidfuzz.distance import OSA

    most = 1 if len(name) < 6 else 2
    near = [each for each in COMMANDS if OSA.distance(name, each, score_cutoff=most) <= most]
    if not near or len(name) < 4:
        return False
    command = COMMANDS[near[0]]
    if not rest:
        return True
    if not command.parameters:
        return False
    try:
        meant(desk, command.parameters[0].kind, " ".join(rest), desk.today)
    except QuestionError:
        return False
    return True


def _understood(desk: Desk, text: str, as_of: str | None) -> Heard:
    from commands.understanding import Understood, understand

    written = _DAY.search(text)
    held = as_of if as_of is not None else (written[1] if written is not None else None)
    said = understand(desk, _DAY.sub(" ", text), held)
    if isinstance(said, Understood):
        return _heard(desk, said)
    first, second, third = (_heard(desk, each) for each in said.nearest)
    raise UnclearError((first, second, third), Question.in_desk)


def _heard(desk: Desk, said: "Understood") -> Heard:
    from commands.understanding import as_typed

    return Heard(Question(said.command, said.arguments, said.as_of), as_typed(desk, said))
