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

    def is_like(self, other: "Likeness") -> bool:
        return self.digest == other.digest or (
            self.marks == other.marks and _overlap(_runs(self.words), _runs(other.words)) >= ALIKE
        )


def first_like(one: Likeness, others: Iterable[Likeness]) -> Likeness | None:
    return next((each for each in others if one.is_like(each)), None)


def link_digest(link: str) -> str:
    """Equal for one address with and without its secure scheme and its last slash."""
    return _digest(link.partition("://")[2].rstrip("/"))


def key_digest(key: str) -> str:
    return _digest(key)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    split = text.split()
    return frozenset(tuple(split[at : at + _RUN]) for at in range(max(1, len(split) - _RUN + 1)))


def _overlap(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    # The larger may be so large that there is no need to look.
    if min(len(one), len(other)) < ALIKE * max(len(one), len(other)):
        return 0.0
    return len(one & other) / len(one | other)
