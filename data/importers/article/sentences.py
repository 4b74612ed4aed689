"""An article's text in paragraphs, sentences and words, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

import sentencex  # pyright: ignore[reportMissingTypeStubs]

MOST_CHARACTERS = 60_000
"""Of an article that are read: long reports have a tenth of it."""
MOST_SENTENCES = 600
LONGEST_SENTENCE = 1_200
"""Characters; what goes on longer is no sentence, and is left alone."""

_PARAGRAPH = re.compile(r"[^\S\n]*\n\s*")
_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<short>(?:[A-Za-z]\.){2,})"
    r"|(?P<genitive>['’]s?(?![A-Za-zÀ-ž]))"
    r"|(?P<word>[^\W\d_](?:[^\W\d_]|[.](?=[a-z]{2})|['’](?=[^\W\d_]{2}|[tdm]\b))*)"
    r"|(?P<mark>[^\s\w]|_)"
)
_DATELINE = re.compile(
    r"^[A-ZÀ-Ž][A-ZÀ-Ž .,’']{2,40}(?:, [A-Z][\w. ]{2,20})?(?: \([\w/ ]{2,30}\))?"
    r" ?[—–-]+ (?=[“\"A-ZÀ-Ž0-9])"
)
"""`BRUSSELS (Agency) — ` tells where it was written, not what of."""
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_DASHES = frozenset("-–—‑−")
_ABBREVIATED = {"US": "u.s.", "USA": "u.s.", "UK": "u.k.", "EU": "e.u.", "UN": "u.n."}
_NOT_ENDS = re.compile(r"\b(?:Gen|Lt|Col|Sen|Rep|Gov|Adm|Maj|Sgt|Dr|Mr|Mrs|Ms|St|No|approx)\.$")


@dataclass(frozen=True, slots=True)
class Token:
    """`key` is its comparable form; `start` and `end` are places in the sentence."""

    text: str
    key: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        return self.text[:1].isupper()


@dataclass(frozen=True)
class Sentence:
    """`paragraph` begins with 1, `number` counts the sentences of the article from 0."""

    text: str
    paragraph: int
    number: int

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tuple(_tokens(self.text))


def dateline(text: str) -> str:
    """The city in which an article says that it was written, in small letters; empty where it does
    not, and for Brussels, where everybody writes."""
    found = _DATELINE.match(text.lstrip())
    city = re.split(r"[,(—–-]", found.group())[0].strip().casefold() if found is not None else ""
    return "" if city == "brussels" else city


def sentences(text: str) -> Iterator[Sentence]:
    """At most `MOST_SENTENCES` of them, none longer than `LONGEST_SENTENCE`."""
    number = 0
    blocks = (each.strip() for each in _PARAGRAPH.split(text[:MOST_CHARACTERS]))
    for paragraph, block in enumerate((each for each in blocks if each), start=1):
        for found in _split(_DATELINE.sub("", block)):
            if number == MOST_SENTENCES:
                return
            if len(found) <= LONGEST_SENTENCE:
                yield Sentence(found, paragraph, number)
                number += 1


def _split(block: str) -> Iterator[str]:
    kept = ""
    for each in _boundaries(block):
        kept += each["text"]
        if _NOT_ENDS.search(kept.rstrip()) is None:
            yield kept.strip()
            kept = ""
    if kept.strip():
        yield kept.strip()


def _boundaries(block: str) -> list[dict[str, Any]]:
    """The library is a compiled one without types."""
    return cast("Any", sentencex).get_sentence_boundaries("en", block)


def _tokens(text: str) -> Iterator[Token]:
    for found in _TOKEN.finditer(text):
        word = found.group()
        if found.lastgroup == "mark" and word in _DASHES and _joins_letters(text, found):
            continue  # `Secretary-General` reads like `Secretary General`.
        yield Token(word, _key(word), found.start(), found.end())


def _joins_letters(text: str, found: re.Match[str]) -> bool:
    before, behind = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    if not before.strip() or not behind.strip():
        return False
    return not (before.isdigit() and behind.isdigit())


def _key(word: str) -> str:
    if word in _ABBREVIATED:
        return _ABBREVIATED[word]
    return "–" if word in _DASHES else word.translate(_QUOTES).casefold()
