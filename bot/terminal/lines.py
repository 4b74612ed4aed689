"""What a line typed at the prompt asks for."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.question import split
from bot.render.plain import plain
from commands.registry import COMMANDS
from data.errors import QuestionError
from data.messages import mark

MOST_CHARACTERS = 500

TOO_LONG = mark("A question has at most {most} characters, and what you wrote has {count}.")
ASKS_NOTHING_MORE = mark("/{word} stands alone: leave out what follows it.")

OWN_WORDS: Mapping[str, str] = {
    "why": mark("How the figures of the last answer were worked out"),
    "sources": mark("The numbered sources of the last answer, with their addresses"),
    "help": mark("What can be typed here"),
    "quit": mark("Leave; Ctrl-D does the same"),
}
"""What the prompt itself understands, beside the questions."""

_ALSO = {"exit": "quit", "q": "quit", "?": "help", ":q": "quit"}


@dataclass(frozen=True, slots=True)
class Own:
    """One of `OWN_WORDS`."""

    word: str


def read_line(line: str) -> str | Own | None:
    """The words of a question, or one of the prompt's own; None for a line without words. Raises
    QuestionError for a line that is too long, and for words behind one that stands alone."""
    if len(line) > MOST_CHARACTERS:
        raise QuestionError(TOO_LONG, most=MOST_CHARACTERS, count=len(line))
    words = split(plain(line))
    if not words:
        return None
    first = words[0].removeprefix("/").lower()
    own = _ALSO.get(first, first)
    if own not in OWN_WORDS:
        return " ".join(words)
    if len(words) == 1 or own == "help":
        return Own(own)
    # `why does Spain oppose it` is a question, and so is `/sources Spain`.
    if own in COMMANDS or not words[0].startswith("/"):
        return " ".join(words)
    raise QuestionError(ASKS_NOTHING_MORE, word=own)
