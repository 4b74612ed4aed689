"""The words behind a verb of `article3`, held against what the verb takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.errors import QuestionError
from data.messages import mark

MISSING = mark("{operand} is missing. Write article3 {usage}.")
TOO_MUCH = mark("'{word}' is too much here. Write article3 {usage}.")
NO_SUCH_OPTION = mark("There is no option '{word}' here. Write article3 {usage}.")
TAKES_NOTHING = mark("The option {option} stands alone. Write article3 {usage}.")
NO_VALUE = mark("Nothing is written after {option}. Write article3 {usage}.")
TWICE = mark("The option {option} is written twice. Write it once.")

_MOST_ECHOED = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a verb takes: `operands` are all needed, in their order; `options` take a value, `flags`
    take none. Their names begin with two dashes."""

    verb: str
    operands: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict[str, str])
    """By name, what their value is called in the help."""
    flags: tuple[str, ...] = ()

    @property
    def usage(self) -> str:
        valued = (f"[{name} {value}]" for name, value in self.options.items())
        return " ".join([self.verb, *self.operands, *valued, *(f"[{each}]" for each in self.flags)])


@dataclass(frozen=True, slots=True)
class Words:
    """What was typed. Every operand of the shape is there."""

    operands: Mapping[str, str]
    options: Mapping[str, str]
    flags: frozenset[str]


def read(words: Sequence[str], shape: Shape) -> Words:
    """Options may stand anywhere; behind `--` there are none. Raises QuestionError."""
    reading = _Reading(shape)
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word == "--":
            reading.loose.extend(rest)
            break
        if word.startswith("-") and word != "-":
            reading.take_option(word, rest)
        else:
            reading.loose.append(word)
    return reading.words()


class _Reading:
    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        self._options: dict[str, str] = {}
        self._flags: set[str] = set()
        self.loose: list[str] = []

    def take_option(self, word: str, rest: list[str]) -> None:
        """Takes the option's value from `rest`, where it stands alone."""
        name, equals, value = word.partition("=")
        if name in self._options or name in self._flags:
            raise QuestionError(TWICE, option=name)
        if name in self._shape.flags:
            if equals:
                self._refuse(TAKES_NOTHING, option=name)
            self._flags.add(name)
        elif name in self._shape.options:
            if not equals:
                value = rest.pop(0) if rest else ""
            if not value:
                self._refuse(NO_VALUE, option=name)
            self._options[name] = value
        else:
            self._refuse(NO_SUCH_OPTION, word=name[:_MOST_ECHOED])

    def words(self) -> Words:
        wanted = self._shape.operands
        for operand in wanted[len(self.loose) :]:
            self._refuse(MISSING, operand=operand)
        for word in self.loose[len(wanted) :]:
            self._refuse(TOO_MUCH, word=word[:_MOST_ECHOED])
        operands = dict(zip(wanted, self.loose, strict=True))
        return Words(operands, self._options, frozenset(self._flags))

    def _refuse(self, template: str, **values: str) -> None:
        raise QuestionError(template, usage=self._shape.usage, **values)
