import pytest

from bot.render.plain import plain

# typed or printed by somebody | what may reach a terminal
CASES = [
    ("Türkiye – “2 %” 日本 🇪🇸", "Türkiye – “2 %” 日本 🇪🇸"),
    ("[bold]not markup[/bold]", "[bold]not markup[/bold]"),
    ("\x1b[31mred\x1b[0m", " [31mred [0m"),
    ("\x1b]0;title\x07", " ]0;title "),
    ("\x9b31m", " 31m"),
    ("two\r\nlines\tand\u2028more", "two  lines and more"),
    ("\u202eniapS\u202c", "niapS"),
    ("\u2066Spain\u2069\ufeff\u200b", "Spain"),
    ("lone \ud800", "lone \N{REPLACEMENT CHARACTER}"),
    ("non\u00a0breaking", "non\u00a0breaking"),
    ("👩\u200d🚀 🏴\U000e0067\U000e0062\U000e007f", "👩\u200d🚀 🏴\U000e0067\U000e0062\U000e007f"),
    ("e\u0301", "e\u0301"),
]


@pytest.mark.parametrize(("text", "shown"), CASES)
def test_text_of_strangers_is_harmless(text: str, shown: str) -> None:
    assert plain(text) == shown
