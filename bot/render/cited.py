"""Sentences with the numbers of their sources, each number after the text it supports."""

from itertools import zip_longest

from rich.text import Text

from bot.render.plain import plain
from commands.briefing import Backed, Sentence

CITATION = "cyan"


def cited(sentence: Sentence, style: str = "") -> Text:
    """The sentence with `[1]` after what source 1 supports.

    Neighbours with the same sources share one mark, at the end of the last of them. What is worked
    out has no source of its own, and so none of the marks.
    """
    marked = _marked(sentence)
    text = Text(style=style)
    for index, part in enumerate(sentence.parts):
        text.append(plain(part.text))
        if index in marked and isinstance(part, Backed):
            text.append_text(numbers(part.citations))
    return text


def numbers(citations: tuple[int, ...]) -> Text:
    """` [1][2]`, or nothing where there is no source."""
    text = Text()
    if citations:
        text.append(" ")
        text.append("".join(f"[{number}]" for number in citations), CITATION)
    return text


def _marked(sentence: Sentence) -> set[int]:
    """Which parts are followed by a mark."""
    backed = [
        (index, part.citations)
        for index, part in enumerate(sentence.parts)
        if isinstance(part, Backed) and part.citations
    ]
    following = [citations for _, citations in backed[1:]]
    return {
        index for (index, citations), after in zip_longest(backed, following) if citations != after
    }
