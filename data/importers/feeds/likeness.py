"""Whether two items tell the same story in the same words, so that it is read once.

What differs in a number or in a "not" is never the same, however alike the words are: that is where
the news is. For the rest, eight of ten runs of three words have to be in both.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from data.importers.feeds.model import Item
from data.names.text import words

ALIKE = 0.8
"""The share of runs of three words that both have, of all that either has (Jaccard)."""
MOST_COMPARED = 2_000
"""Characters of the words that are kept to compare with."""

_RUN = 3
_MOST_MARKS = 400
_NUMBER = re.compile(r"\d")
_TURNING = frozenset({
    "no", "not", "never", "nor", "neither", "without", "none", "cannot", "t", "ne", "nicht", "kein",
    "pas", "non", "nie", "niet",
})  # fmt: skip
"""Words that turn a sentence around; the t is what is left of isn't."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What is kept of an item to know it again. `digest` is of all its words, `marks` are its
    numbers and what turns a sentence around, `words` the beginning of its words."""

    digest: str
    marks: str
    words: str

    @classmethod
    def of(cls, item: Item) -> "Likeness":
        found = words(f"{item.title}\n{item.text}")
        marked = " ".join(each for each in found if _NUMBER.search(each) or each in _TURNING)
        return cls(
            digest=_digest(" ".join(found)),
            marks=marked if len(marked) <= _MOST_MARKS else _digest(marked),
            words=" ".join(found)[:MOST_COMPARED],
        )


def is_like_any(one: Likeness, others: Iterable[Likeness]) -> bool:
    runs = _runs(one.words)
    return any(_is_like(one, runs, each) for each in others)


def _is_like(one: Likeness, runs: frozenset[str], other: Likeness) -> bool:
    if one.digest == other.digest:
        return True
    if one.marks != other.marks or _is_shorter(one.words, other.words):
        return False
    return _overlap(runs, _runs(other.words)) >= ALIKE


def _is_shorter(one: str, other: str) -> bool:
    """So much that there is no need to look closer."""
    return min(len(one), len(other)) < ALIKE / 2 * max(len(one), len(other))


def link_digest(link: str) -> str:
    """Equal for one address with and without its secure scheme and its last slash."""
    return _digest(link.partition("://")[2].rstrip("/"))


def key_digest(key: str) -> str:
    return _digest(key)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _runs(text: str) -> frozenset[str]:
    split = text.split()
    last = max(1, len(split) - _RUN + 1)
    return frozenset(" ".join(split[at : at + _RUN]) for at in range(last))


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)
