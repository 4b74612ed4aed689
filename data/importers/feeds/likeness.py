"""Whether two items tell the same story in the same words, so that it is read once.

What differs in a number or in a "not" is never the same, however alike the words are: that is where
the news is. For the rest, eight of ten runs of three words have to be in both.
"""

import hashlib
import re
from collections import defaultdict
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


class Told:
    """What was told lately, to hold others against."""

    def __init__(self, told: Iterable[Likeness] = ()) -> None:
        self._by_marks: defaultdict[str, list[Likeness]] = defaultdict(list)
        self._runs: dict[str, frozenset[str]] = {}
        for each in told:
            self.take(each)

    def take(self, one: Likeness) -> None:
        self._by_marks[one.marks].append(one)

    def has_like(self, one: Likeness) -> bool:
        return any(self._are_alike(one, each) for each in self._by_marks.get(one.marks, ()))

    def _are_alike(self, one: Likeness, other: Likeness) -> bool:
        if one.digest == other.digest:
            return True
        if _differ_in_length(one.words, other.words):
            return False
        runs, others = self._runs_of(one), self._runs_of(other)
        both = len(runs & others)
        return both >= ALIKE * (len(runs) + len(others) - both)

    def _runs_of(self, one: Likeness) -> frozenset[str]:
        if one.words not in self._runs:
            self._runs[one.words] = _runs(one.words)
        return self._runs[one.words]


def _differ_in_length(one: str, other: str) -> bool:
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
