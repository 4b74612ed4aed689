"""An answer as plain values. It holds no markup: the renderers decide how it looks."""

from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from commands.parts import (
    Backed,
    Claim,
    Figure,
    Given,
    Moment,
    Part,
    Quoted,
    Sentence,
    Text,
    Value,
    Words,
    without_digits,
)
from commands.picture import Bar, Chart, Course, Level, Point
from data.rules import Unit, Verdict

__all__ = [
    "Backed",
    "Bar",
    "Briefing",
    "Chart",
    "Citation",
    "Claim",
    "Course",
    "Derivation",
    "Fact",
    "Figure",
    "FollowUp",
    "Given",
    "Level",
    "Moment",
    "Part",
    "Point",
    "Quoted",
    "Section",
    "Sentence",
    "Stamp",
    "Step",
    "Table",
    "Text",
    "Unit",
    "Value",
    "Verdict",
]


class Fact(Value):
    """A labelled line. A renderer may colour it by its verdict; the words always say it too."""

    label: Words
    sentence: Sentence
    verdict: Verdict | None = None

    _no_number = field_validator("label")(without_digits)


class Section(Value):
    title: Sentence | None = None
    facts: tuple[Fact, ...]


class Table(Value):
    """`columns` are headings; each row has as many cells."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Sentence, ...], ...]

    @model_validator(mode="after")
    def _is_rectangular(self) -> Self:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a table row has another number of cells than there are columns")
        return self


class Citation(Value):
    """One numbered source with the place in it. `published_on` is ISO, `published` for readers."""

    number: int
    source: str
    title: str
    publisher: str
    published_on: str
    published: str
    url: str
    locator: str
    grade: Literal["official", "wire", "other"]
    note: str | None = None


class Step(Value):
    """One step of a derivation: a fact (no formula, cited), what the asker gave, or a formula over
    its inputs.

    `expression` is the formula with the inputs' values in it, for a reader with a pocket
    calculator.
    """

    id: str
    symbol: str
    what: Sentence
    formula: str | None
    expression: str | None
    result: Annotated[Figure | Moment | Given, Field(discriminator="kind")]
    inputs: tuple["Step", ...] = ()


class Derivation(Value):
    """How a verdict came about: the rule in words, and the steps behind its figures."""

    subject: Sentence
    rule: Sentence
    steps: tuple[Step, ...]


class Stamp(Value):
    """As of which day an answer holds, and from which edition its figures come."""

    as_of: str
    edition: str | None
    sentence: Sentence


class FollowUp(Value):
    """A question to ask next, as it is typed: `arguments` is all that stands behind the command,
    the first one by itself and others by name, `Spain commitment:Vilnius`."""

    command: str
    arguments: str


class Briefing(Value):
    command: str
    language: str
    """BCP 47."""
    title: Sentence
    lead: tuple[Sentence, ...]
    verdict: Verdict | None = None
    subject: str | None = None
    """The id of the one member or meeting that it is about."""
    sections: tuple[Section, ...] = ()
    table: Table | None = None
    chart: Chart | None = None
    caveats: tuple[Sentence, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    citations: tuple[Citation, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    stamp: Stamp
    understood: FollowUp | None = None
    """The question that free words were taken for, as it is typed; its day is the stamp's."""
    terms: tuple[Fact, ...] = ()
    """Words of the answer with their meaning, for whoever asks how it came about."""

    @model_validator(mode="after")
    def _every_reference_resolves(self) -> Self:
        numbers = {citation.number for citation in self.citations}
        steps = {step.id for step in _steps(self.derivations)}
        for part in self.parts():
            if isinstance(part, Backed):
                if not numbers.issuperset(part.citations):
                    raise ValueError(f"{part.text!r} cites a source that is not in the briefing")
                if part.step is not None and part.step not in steps:
                    raise ValueError(f"{part.text!r} rests on a step that is not in the briefing")
        return self

    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence a reader sees, in order."""
        found: list[Sentence] = [self.title, *self.lead]
        for section in self.sections:
            if section.title is not None:
                found.append(section.title)
            found.extend(fact.sentence for fact in section.facts)
        if self.table is not None:
            found.extend(cell for row in self.table.rows for cell in row)
        if self.chart is not None:
            found.extend(self.chart.sentences())
        found.extend(self.caveats)
        found.append(self.stamp.sentence)
        for derivation in self.derivations:
            found.extend((derivation.subject, derivation.rule))
            found.extend(step.what for step in _steps((derivation,)))
        found.extend(term.sentence for term in self.terms)
        return tuple(found)

    def parts(self) -> tuple[Part, ...]:
        said = (part for sentence in self.sentences() for part in sentence.parts)
        drawn = self.chart.figures() if self.chart is not None else ()
        return (*said, *drawn)


def _steps(derivations: tuple[Derivation, ...]) -> list[Step]:
    found: list[Step] = []
    waiting = [step for derivation in derivations for step in derivation.steps]
    while waiting:
        step = waiting.pop()
        found.append(step)
        waiting.extend(step.inputs)
    return found
