import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from bot.render.lines import hang, wrap

CASES = [
    ("", 10, [""]),
    ("one two three", 8, ["one two", "three"]),
    ("exactly ten", 11, ["exactly ten"]),
    ("2,00\u00a0% of GDP", 6, ["2,00\u00a0%", "of GDP"]),
    ("agreed by all [1][2] today", 13, ["agreed by", "all [1][2]", "today"]),
    ("日本語日本語", 5, ["日本", "語日", "本語"]),
    ("see https://nato.int/a/b for it", 10, ["see", "https://nato.int/a/b", "for it"]),
    ("🇪🇸 🇪🇸 🇪🇸", 5, ["🇪🇸 🇪🇸", "🇪🇸"]),
    ("e\u0301 e\u0301 e\u0301", 3, ["e\u0301 e\u0301", "e\u0301"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "width", "lines"), CASES)
def test_lines_break_at_plain_spaces(text: str, width: int, lines: list[str]) -> None:
    assert [line.plain for line in wrap(Text(text), width)] == lines


@given(st.text("ab 日é", max_size=80), st.integers(2, 20))
def test_wrapping_loses_nothing_and_keeps_to_the_width(text: str, width: int) -> None:
    lines = [line.plain for line in wrap(Text(text), width)]
    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_styles_stay_with_their_words() -> None:
    first, second = wrap(Text.assemble("one ", ("two three", "bold")), 7)
    assert [first.markup, second.markup] == ["one [bold]two[/bold]", "[bold]three[/bold]"]


def test_further_lines_hang_below_the_first() -> None:
    lines = hang(Text("  - "), Text("one two three"), 11)
    assert [line.plain for line in lines] == ["  - one two", "    three"]
