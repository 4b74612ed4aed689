"""Verdicts in a word, with a sign that needs no colour."""

from rich.text import Text

from data.messages import mark
from data.rules import Verdict

WORDS: dict[Verdict, str] = {
    Verdict.MET: mark("met"),
    Verdict.ON_COURSE: mark("on course"),
    Verdict.BEHIND: mark("behind"),
    Verdict.MISSED: mark("missed"),
    Verdict.NOT_REPORTED: mark("not reported"),
    Verdict.NOT_APPLICABLE: mark("not applicable"),
}
_SIGNS = {
    Verdict.MET: ("✓", "green"),
    Verdict.ON_COURSE: ("↗", "green"),
    Verdict.BEHIND: ("↘", "yellow"),
    Verdict.MISSED: ("✗", "red"),
    Verdict.NOT_REPORTED: ("?", "magenta"),
    Verdict.NOT_APPLICABLE: ("–", "default"),
}


def sign(verdict: Verdict | None) -> Text:
    """One cell; a space where there is no verdict."""
    return Text(" ") if verdict is None else Text(*_SIGNS[verdict])


def badge(verdict: Verdict, word: str) -> Text:
    symbol, style = _SIGNS[verdict]
    return Text(f"{symbol} {word}", f"bold {style}")
