"""What sentences are made of.

A number can stand in an answer only inside a part that says where it comes from: a figure or a
moment (cited, derived, or given by the asker), a claim (cited), a name that holds digits (cited).
Every other piece of text refuses digits when it is made, so an untraceable number cannot be built.
"""

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, computed_field, field_validator, model_validator

from data.rules import Unit


class Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def without_digits(text: str) -> str:
    if any(character.isdigit() for character in text):
        raise ValueError(f"a number outside a figure, a moment or a claim: {text!r}")
    return text


Words = Annotated[str, Field(min_length=1)]


class Text(Value):
    """Words of a template, and names without a number in them."""

    kind: Literal["text"] = "text"
    text: str

    _no_number = field_validator("text")(without_digits)


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


class Quoted(Value):
    """The words of a text that count, within a sentence of it. They are nobody's fact yet."""

    kind: Literal["quoted"] = "quoted"
    text: Words


Part = Annotated[Text | Figure | Moment | Given | Claim | Quoted, Field(discriminator="kind")]


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
