"""A message as tokens. It is a stranger's text: how much of it is read is bounded, and every
pattern here takes one way through it, so that no text can make it slow."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from data.names.text import key

MOST_READ = 6_000
"""Characters of a message that are read."""

_LONG_WORD = 100
"""A longer run of characters is of a script without spaces."""

Kind = Literal["word", "number", "percent", "flag", "stop", "mark"]

_NO_WORDS = re.compile(
    r"https?://\S+|www\.\S+"
    r"|<a?:\w{1,40}:\d{1,25}>|<(?:[@#][!&]?|t:)-?\d{1,25}(?::\w)?>|</[^<>:]{1,80}:\d{1,25}>"
)
_MARKUP = re.compile(r"[*_~|`]")
_SPACES = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\s*\n\s*")
# Vowels of Hindi and Thai, and the voicing of Japanese, are no letters to Unicode.
_LETTER = r"[^\W\d_]|[\u0900-\u0903\u093a-\u094f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u3099\u309a]"
_TOKEN = re.compile(
    r"(?P<abbreviation>\b(?:U\.\ ?S\.(?:\ ?A\.)?|U\.\ ?K\.|EE\.?\ ?UU\.?|p\.\ ?p\.|p\.\ ?c\.))"
    r"|(?P<flag>[\U0001f1e6-\U0001f1ff]{2}|:flag[ _][A-Za-z]{2}:)"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<percent>[%\u066a\uff05])"
    rf"|(?P<word>(?:{_LETTER})+)"
    # A point after "approx" or after the "5" of a German date ends no sentence.
    r"|(?P<stop>\n|[\u3002\uff01\uff1f]|(?<=%)\.(?=\ )|[!?\u2026](?=\s|$)"
    r"|(?<!\D\d)(?<!\D\d\d)\.(?=\ [^a-z\d]|\n|$))"
    r"|(?P<mark>\S)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """`key` is what a word is compared by; `start` and `end` are its place in the text read."""

    kind: Kind
    text: str
    key: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Message:
    """What is read of a message, without markup, mentions, links and emoji."""

    text: str
    tokens: tuple[Token, ...]
    cut: bool
    """True where the message was longer than what is read."""

    @classmethod
    def of(cls, text: str) -> "Message":
        read, cut = _beginning(text)
        plain = _plain(read)
        return cls(plain, tuple(_token(match) for match in _TOKEN.finditer(plain)), cut)

    def touching(self, at: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return at > 0 and self.tokens[at - 1].end == self.tokens[at].start


def _beginning(text: str) -> tuple[str, bool]:
    """The first characters, without a word or a figure that is cut in two."""
    if len(text) <= MOST_READ:
        return text, False
    read = text[:MOST_READ]
    if text[MOST_READ].isspace():
        return read, True
    parts = read.rsplit(None, 1)
    if len(parts) == 2 and len(parts[1]) < _LONG_WORD:
        return parts[0], True
    return read.rstrip("0123456789.,"), True


def _plain(text: str) -> str:
    bare = _MARKUP.sub(" ", _NO_WORDS.sub(" ", text))
    visible = "".join(map(_visible, bare))
    return _EMPTY_LINES.sub("\n", _SPACES.sub(" ", visible)).strip()


def _visible(character: str) -> str:
    if character == "\n" or character.isspace():
        return character
    return "" if unicodedata.category(character)[0] == "C" else character


def _token(match: re.Match[str]) -> Token:
    found, text = match.lastgroup, match[0]
    compared = key(text) if found in ("word", "abbreviation") else ""
    kind: Kind = "word" if found == "abbreviation" else _KINDS[found or "mark"]
    return Token(kind, text, compared, match.start(), match.end())


_KINDS: dict[str, Kind] = {
    "flag": "flag",
    "number": "number",
    "percent": "percent",
    "word": "word",
    "stop": "stop",
    "mark": "mark",
}
