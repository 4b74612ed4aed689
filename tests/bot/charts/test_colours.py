"""Who sees poorly, or sees no difference between red and green, can read a picture as well."""

from itertools import combinations

import pytest

from bot.charts.look import COURSES, SHAPES, Look

COLOURS = Look().colours
LETTERS, LINES = 4.5, 3.0
"""What WCAG asks of text, and of lines and areas that mean something."""
APART = 25
"""Two colours that are further apart in CIELAB than this are not taken for each other."""

Light = tuple[float, float, float]

# Viénot, Brettel and Mollon 1999, for linear light.
SIGHT = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "no green": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
}


def light(colour: str) -> Light:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue


def luminance(colour: str) -> float:
    red, green, blue = light(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def seen(colour: str, sight: str) -> Light:
    """In CIELAB."""
    at = light(colour)
    red, green, blue = (sum(a * b for a, b in zip(row, at, strict=True)) for row in SIGHT[sight])
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: Light, other: Light) -> float:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5


@pytest.mark.parametrize(
    "colour",
    [COLOURS.text, COLOURS.quiet, COLOURS.agreed, COLOURS.open, *(each.text for each in COURSES)],
)
def test_letters_stand_out_from_the_card(colour: str) -> None:
    assert contrast(colour, COLOURS.card) >= LETTERS


@pytest.mark.parametrize(
    "colour",
    [
        COLOURS.before,
        COLOURS.axis,
        COLOURS.reached,
        COLOURS.marked,
        *(each.line for each in COURSES),
    ],
)
def test_lines_stand_out_from_the_card(colour: str) -> None:
    assert contrast(colour, COLOURS.card) >= LINES


@pytest.mark.parametrize("sight", SIGHT)
def test_no_two_lines_are_taken_for_each_other(sight: str) -> None:
    near = [
        (one.line, other.line)
        for one, other in combinations(COURSES, 2)
        if distance(seen(one.line, sight), seen(other.line, sight)) < APART
    ]
    assert near == []


@pytest.mark.parametrize("sight", SIGHT)
def test_no_two_kinds_of_bars_are_taken_for_each_other(sight: str) -> None:
    kinds = (COLOURS.reached, COLOURS.short, COLOURS.marked)
    found = [distance(seen(a, sight), seen(b, sight)) for a, b in combinations(kinds, 2)]
    assert min(found) >= APART


def test_lines_differ_in_their_shape_as_well() -> None:
    assert len(set(SHAPES)) == len(COURSES)
