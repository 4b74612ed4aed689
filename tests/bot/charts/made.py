"""Charts of plain numbers, as a test writes them down."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from commands.parts import Figure, Sentence, Text
from commands.picture import Bar, Chart, Course, Level, Point
from data.rules import Unit, Verdict

Values = Mapping[int, str]
"""By year. An `e` behind a value marks an estimate."""


def words(text: str) -> Sentence:
    """Without digits, as all words are."""
    return Sentence(parts=(Text(text=text),))


def figure(value: str) -> Figure:
    number = value.removesuffix("e")
    return Figure(
        text=f"{number}%",
        value=Decimal(number),
        unit=Unit.PERCENT,
        places=2,
        estimate=value.endswith("e"),
        citations=(1,),
    )


def year(number: int) -> Figure:
    return Figure(text=str(number), value=Decimal(number), unit=Unit.YEAR, citations=(1,))


def course(name: str, values: Values, kind: str = "past") -> Course:
    points = tuple(Point(year=year(at), value=figure(value)) for at, value in values.items())
    return Course.model_validate({"name": words(name), "kind": kind, "points": points})


def level(name: str, value: str, start: int | None = None, end: int | None = None) -> Level:
    return Level(name=words(name), value=figure(value), start=start, end=end)


def bar(name: str, value: str, verdict: Verdict | None = None, *, marked: bool = False) -> Bar:
    return Bar(name=words(name), value=figure(value), verdict=verdict, marked=marked)


def lines(*courses: Course, levels: Sequence[Level] = ()) -> Chart:
    return Chart(
        title=words("Spain: share of GDP for defence"),
        measure="Share of GDP, in percent",
        courses=courses,
        levels=tuple(levels),
        source=words("Source: NATO; hollow points are estimates."),
        alt=words("A line that rises."),
    )


def bars(*given: Bar, levels: Sequence[Level] = ()) -> Chart:
    return Chart(
        title=words("Ranking"),
        measure="Share of GDP, in percent",
        bars=given,
        levels=tuple(levels),
        source=words("Source: NATO."),
        alt=words("Bars that fall."),
    )
