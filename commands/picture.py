"""What a picture shows, as plain values: which lines or bars, of which figures, from which source.

How it is drawn is decided elsewhere. Every value is a figure with a source or a derivation, like
those in sentences.
"""

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import model_validator

from commands.parts import Figure, Sentence, Value, Words
from data.rules import Verdict


class Point(Value):
    """`year` is a Figure of Unit.YEAR; an estimated `value` says so itself."""

    year: Figure
    value: Figure


class Course(Value):
    """A line over years, oldest first. A year without a value is left out, and the line is broken
    there. `past` is what was reported, `ahead` what a plan or a pace would lead to, `before` what
    an earlier edition said that counted something else: never joined to the others."""

    name: Sentence
    kind: Literal["past", "ahead", "before"] = "past"
    points: tuple[Point, ...]


class Level(Value):
    """A height that something asks for: from a year on, up to a year, as far as they are known."""

    name: Sentence
    value: Figure
    start: int | None = None
    end: int | None = None
    open: bool = False
    """Proposed or demanded, and not agreed."""


class Bar(Value):
    name: Sentence
    value: Figure
    verdict: Verdict | None = None
    marked: bool = False
    """The one that the question is about."""


class Chart(Value):
    """Lines over years or bars, never both. `measure` names what is measured and its unit, `source`
    the source with its edition, and what signs mean; `alt` says in words what the picture shows."""

    title: Sentence
    measure: Words
    courses: tuple[Course, ...] = ()
    bars: tuple[Bar, ...] = ()
    levels: tuple[Level, ...] = ()
    source: Sentence
    alt: Sentence

    @model_validator(mode="after")
    def _shows_lines_or_bars(self) -> Self:
        if bool(self.courses) == bool(self.bars):
            raise ValueError("a chart shows lines over years, or bars")
        return self

    def sentences(self) -> tuple[Sentence, ...]:
        named = (*self.courses, *self.bars, *self.levels)
        return (self.title, *(each.name for each in named), self.source, self.alt)

    def figures(self) -> Iterator[Figure]:
        for course in self.courses:
            for point in course.points:
                yield point.year
                yield point.value
        for each in (*self.bars, *self.levels):
            yield each.value
