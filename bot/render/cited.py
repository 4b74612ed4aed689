"""Sentences with the numbers of their sources, each number after the text it supports."""

from rich.text import Text

from bot.render.marks import marked
from bot.render.plain import plain
from commands.briefing import Backed, Quoted, Sentence

CITATION = "cyan"
QUOTED = "bold reverse"


def cited(sentence: Sentence, style: str = "") -> Text:
    """The sentence with `[1]` after what source 1 supports.

    Neighbours with the same sources share one mark, at the end of the last of them. What is worked
    out has no source of its own, and so none of the marks.
    """
    places = marked(sentence)
    text = Text(style=style)
    for index, part in enumerate(sentence.parts):
        if isinstance(part, Quoted):
            # The stars show in a file, too.
            text.append(f"*{plain(part.text).strip()}*", QUOTED)
            continue
        text.append(plain(part.text))
        if index in places and isinstance(part, Backed):
            text.append_text(numbers(part.citations))
    return text


def numbers(citations: tuple[int, ...]) -> Text:
    """` [1][2]`, or nothing where there is no source."""
    text = Text()
    if citations:
        text.append(" ")
        text.append("".join(f"[{number}]" for number in citations), CITATION)
    return text
