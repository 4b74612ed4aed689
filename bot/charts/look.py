"""How a picture looks: its size, its lettering, its colours.

It stands on a light card of its own with an edge, so that it reads the same on a dark and on a
light screen. Lengths are in units of which a phone shows one a pixel: a picture is 360 of them
wide, and no letter in it is smaller than 11.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour for lines and areas, and the same a little darker for letters."""

    line: str
    text: str


COURSES = (
    Ink("#1f78ba", "#1e74b4"),
    Ink("#8f2d08", "#8f2d08"),
    Ink("#1ba476", "#14815c"),
    Ink("#7a1fe0", "#7a1fe0"),
    Ink("#c4830c", "#976304"),
    Ink("#6a1850", "#6a1850"),
)
"""Colours that also who is colour-blind tells apart; each has a shape of its own besides."""

SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")


@dataclass(frozen=True, slots=True)
class Colours:
    card: str = "#fcfcfa"
    edge: str = "#c9ccd1"
    text: str = "#1c1f24"
    quiet: str = "#565c66"
    """For what is said beside the point: the measure, the source, the axes."""
    grid: str = "#e4e6e9"
    axis: str = "#8a9099"
    agreed: str = "#1c1f24"
    open: str = "#6b7280"
    """Levels that were proposed or demanded."""
    before: str = "#8a8f98"
    """What an edition reported that counted something else."""
    reached: str = "#1f78ba"
    short: str = "#8f959e"
    """Bars that reach what is asked, and bars that do not."""
    marked: str = "#c24a00"
    courses: tuple[Ink, ...] = COURSES


@dataclass(frozen=True, slots=True)
class Look:
    """`language` decides how numbers on the axes are written (BCP 47); `scale` is how many dots of
    a picture a unit takes."""

    language: str = "en"
    width: int = 360
    scale: float = 2.5
    font: str = "Liberation Sans"
    """Comes with what draws; it has Latin, Greek and Cyrillic letters."""
    title: int = 14
    small: int = 11
    margin: int = 12
    colours: Colours = field(default_factory=Colours)
