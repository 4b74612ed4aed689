"""An answer as plain values. It holds no markup: the renderers decide how it looks.

A number can stand in an answer only inside a part that says where it comes from: a figure or a
moment (cited, derived, or given by the asker), a claim (cited), a name that holds digits (cited).
Every other piece of text refuses digits when it is made, so an untraceable number cannot be built.
"""

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, computed_field, field_validator, model_validator

from data.rules import Unit, Verdict


class Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _without_digits(text: str) -> str:
    if any(character.isdigit() for character in text):
        raise ValueError(f"a number outside a figure, a moment or a claim: {text!r}")
    return text


Words = Annotated[str, Field(min_length=1)]


class Text(Value):
    """Words of a template, and names without a number in them."""

    kind: Literal["text"] = "text"
    text: str

    _no_number = field_validator("text")(_without_digits)


class Backed(Value):
    """What may hold a number: `citations` point into the briefing's sources, `step` into its
    derivation."""

    text: Words
    citations: tuple[int, ...] = ()
    step: str | None = None

    @model_validator(mode="after")
    def _has_a_basis(self) -> Self:
        if not self.citations and self.step is None:
            raise ValueError(f"{self.text!r} has neither a source nor a derivation")
        return self


class Figure(Backed):
    """A number. `value` is as compared, `places` the decimals shown, `text` the value with its unit
    as a reader of the briefing's language sees it."""

    kind: Literal["figure"] = "figure"
    value: Decimal
    unit: Unit
    places: int = 0
    estimate: bool = False
    currency: str | None = None
    """ISO 4217; with Unit.MILLION."""
    price_base: int | None = None
    """The year of constant prices; None for current prices."""
    until: str | None = None
    """The ISO day or instant that a count of days runs to, where that is not over: whoever can show
    a countdown that stays true shows it in place of the whole `text`."""


class Moment(Backed):
    """A date, as precise as its source: `iso` is 2027, 2025-10, 2025-06-05, 2025-06-05T14:30+02:00,
    or an interval such as 2025-06-24/2025-06-25."""

    kind: Literal["moment"] = "moment"
    iso: str


class Given(Value):
    """What the asker gave: the day asked about, a typed word. It is nobody's fact."""

    kind: Literal["given"] = "given"
    text: Words
    iso: str | None = None


class Claim(Backed):
    """A claim in our words that rests on its sources, numbers included."""

    kind: Literal["claim"] = "claim"


Part = Annotated[Text | Figure | Moment | Given | Claim, Field(discriminator="kind")]


class Sentence(Value):
    """Whole sentences; reading the parts in order gives `text`."""

    parts: tuple[Part, ...]

    @computed_field
    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)

    @property
    def citations(self) -> tuple[int, ...]:
        """The numbers of all sources behind it, each once, in order of appearance."""
        seen: dict[int, None] = {}
        for part in self.parts:
            if isinstance(part, Backed):
                seen.update(dict.fromkeys(part.citations))
        return tuple(seen)


class Fact(Value):
    """A labelled line. A renderer may colour it by its verdict; the words always say it too."""

    label: Words
    sentence: Sentence
    verdict: Verdict | None = None

    _no_number = field_validator("label")(_without_digits)


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
    """A question to ask next, as it is typed."""

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
    caveats: tuple[Sentence, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    citations: tuple[Citation, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    stamp: Stamp

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
        found.extend(self.caveats)
        found.append(self.stamp.sentence)
        for derivation in self.derivations:
            found.extend((derivation.subject, derivation.rule))
            found.extend(step.what for step in _steps((derivation,)))
        return tuple(found)

    def parts(self) -> tuple[Part, ...]:
        return tuple(part for sentence in self.sentences() for part in sentence.parts)


def _steps(derivations: tuple[Derivation, ...]) -> list[Step]:
    found: list[Step] = []
    waiting = [step for derivation in derivations for step in derivation.steps]
    while waiting:
        step = waiting.pop()
        found.append(step)
        waiting.extend(step.inputs)
    return found
