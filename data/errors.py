"""The tree of errors a caller can meet.

Article3Error
├── QuestionError            the question was wrong; the message says what would work
│   └── PlanError            no path to a share can be drawn as asked
├── StoreError               the database cannot do what is asked of it
└── KnowledgeError           what we hold is wrong or contradicts itself
    ├── CatalogueError       a bad record, with its file and line
    ├── RecordError          a record that somebody gave was refused, with every fault it has
    ├── FileError            a file cannot be imported, with its lines at fault (data.exchange)
    ├── FigureError          a reported figure cannot be right, or cannot be used as asked
    └── ContradictionError   two agreed commitments ask for different things
"""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from data.messages import Message, mark

Path = tuple[str | int, ...]
"""The way to a value inside a record: keys, and indexes of lists, counted from zero."""


_AT_LINE = mark("{file}:{line}: {problem}")
_OF_FIELD = mark("{field}: {problem}")


class Article3Error(Exception):
    """Base of every error this project raises on purpose."""

    @property
    def message(self) -> str:
        """What `str` gives; a `data.messages.Message` where it can be said in other languages."""
        return self.args[0] if self.args and isinstance(self.args[0], str) else str(self)


class KnowledgeError(Article3Error):
    """The facts we hold cannot be right as they stand."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a value.

    `field` is the way to it, such as `cites[0].source`, counted from zero; it is empty where the
    value as a whole is wrong. `problem` is a sentence, or the rest of one that begins with the
    name of the field; it ends with a full stop.
    """

    field: str
    problem: str
    path: Path = dataclasses.field(default=(), repr=False, compare=False)
    """The same way as keys and indexes, for those who look for the place in a file."""

    @classmethod
    def at(cls, path: Path, problem: str) -> "Fault":
        return cls(dotted(path), problem, path)

    def __str__(self) -> str:
        return f"{self.field}: {self.problem}" if self.field else self.problem

    @property
    def sentence(self) -> str:
        """The same, to be said in any language."""
        if not self.field:
            return self.problem
        return _OF_FIELD.format(field=self.field, problem=self.problem)


def dotted(path: Path) -> str:
    """`cites[0].locator` for the way there."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")


class RecordError(KnowledgeError):
    """What somebody gave to be recorded cannot stay; all faults found are listed."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


@dataclass(frozen=True, slots=True)
class CatalogueFault:
    """One thing that is wrong with one record of the shipped catalogue."""

    file: str
    line: int
    problem: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.problem}"

    @property
    def sentence(self) -> Message:
        """The same, to be said in any language."""
        return _AT_LINE.format(file=self.file, line=self.line, problem=self.problem)


class CatalogueError(KnowledgeError):
    """The shipped catalogue does not hold; all faults found are listed, not only the first."""

    def __init__(self, faults: list[CatalogueFault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = tuple(faults)


class _WordedError(Article3Error):
    """`template` is an English sentence with named placeholders, which the floor that knows the
    reader's language fills from `values`."""

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(Message(template.format(**values), template, values))
        self.template = template
        self.values = values


class QuestionError(_WordedError):
    """The question was wrong; the message says what would work."""


class PlanError(QuestionError):
    """No path to a share can be drawn as it was asked for."""


class FigureError(_WordedError, KnowledgeError, ValueError):
    """A reported figure cannot be right, or cannot be used together with another.

    A ValueError as well, so that a figure refused while a record is read counts as a bad record.
    """


class ContradictionError(_WordedError, KnowledgeError):
    """Two agreed commitments ask for different things at once; the message names both sources."""


class StoreError(Article3Error):
    """The database cannot do what is asked of it; the message says what would help."""
