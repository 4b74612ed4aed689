"""Ticks, the room that letters take, and pictures that are kept."""

from decimal import Decimal

import pytest

from bot.charts.kept import Kept
from bot.charts.lettering import width, wrap
from bot.charts.scales import ticks, years


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        ("0", "3.5", "0 1 2 3"),
        ("0", "1.44", "0 0.25 0.50 0.75 1.00 1.25"),
        ("0", "55.91", "0 10 20 30 40 50"),
        ("-0.4", "0.2", "-0.4 -0.3 -0.2 -0.1 0.0 0.1 0.2"),
    ],
)
def test_ticks_are_round_and_have_zero_among_them(low: str, high: str, told: str) -> None:
    found = ticks(Decimal(low), Decimal(high))
    assert found == [Decimal(each) for each in told.split()]


@pytest.mark.parametrize(
    ("low", "high", "last", "told"),
    [
        (2014, 2026, 2026, [2014, 2017, 2020, 2023, 2026]),
        (2014, 2035, 2026, [2014, 2018, 2022, 2026, 2030, 2035]),
        (2014, 2025, 2024, [2015, 2018, 2021, 2024]),
    ],
)
def test_years_have_the_last_and_the_final_one(
    low: int, high: int, last: int, told: list[int]
) -> None:
    assert years(low, high, last, 6 if high > 2030 else 5) == told


def test_a_long_text_is_wrapped_between_words_and_cut_with_an_ellipsis() -> None:
    text = "Vereinigtes Königreich Großbritannien und Nordirland"
    found = wrap(text, 11, 90, lines=2)
    assert found[0] == "Vereinigtes"
    assert found[1].endswith("…")
    assert max(width(each, 11) for each in found) <= 90


def test_a_word_too_long_for_a_line_is_broken() -> None:
    assert "".join(wrap("Donaudampfschifffahrt", 11, 40)) == "Donaudampfschifffahrt"


def test_letters_with_marks_are_as_wide_as_those_without() -> None:
    assert width("Łódź Türkiye Česko", 11) == pytest.approx(
        width("Lodz Turkiye Cesko", 11), rel=0.05
    )


def test_what_was_not_asked_for_the_longest_goes_first() -> None:
    kept = Kept(10)
    for name in "abc":
        kept.put(name, b"1234")
        kept.get("a")
    assert [kept.get(name) is not None for name in "abc"] == [True, False, True]
    assert kept.size == 8


def test_what_is_larger_than_everything_is_not_kept() -> None:
    kept = Kept(3)
    kept.put("a", b"1234")
    assert (kept.get("a"), kept.size) == (None, 0)
