"""Titles found by some of their words, as people shorten, begin and misspell them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.names.text import words

# Left out of a search, unless nothing else was typed: every title may have them or not.
_SMALL = frozenset({"the", "of", "in", "at", "for", "on", "and"})
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True, eq=False)
class Wordbook:
    """Entries by the words in them; an entry is known by its place."""

    entries: tuple[frozenset[str], ...]
    vocabulary: tuple[str, ...]
    """In order."""

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Wordbook":
        entries = tuple(frozenset(words(text)) for text in texts)
        return cls(entries, tuple(sorted(frozenset[str]().union(*entries))))

    def whole(self, text: str) -> list[int]:
        """The entries that have every word of a text."""
        return self._with({word} for word in _wanted(text))

    def beginning(self, text: str) -> list[int]:
        """The entries that have a word for every word of a text that begins with it."""
        return self._with(set(self._begun(word)) for word in _wanted(text))

    def nearly(self, text: str) -> list[int]:
        """As `beginning`, with typing errors where no word at all begins so."""
        return self._with(set(self._begun(word)) or self._misspelt(word) for word in _wanted(text))

    def _with(self, wanted: Iterable[set[str]]) -> list[int]:
        left: list[int] | None = None
        for any_of in wanted:
            among = range(len(self.entries)) if left is None else left
            left = [place for place in among if not self.entries[place].isdisjoint(any_of)]
            if not left:
                break
        return left or []

    def _begun(self, word: str) -> Iterator[str]:
        for at in range(bisect_left(self.vocabulary, word), len(self.vocabulary)):
            if not self.vocabulary[at].startswith(word):
                return
            yield self.vocabulary[at]

    def _misspelt(self, word: str) -> set[str]:
        most = 0 if len(word) < 4 or word.isdecimal() else 1 if len(word) < 7 else 2
        if not most:
            return set()
        # Imported only here, since what is spelt well does without it.
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        found: set[str] = set()
        for size in (len(word), len(word) + 1):
            begun = [known[:size] for known in self.vocabulary]
            near = process.extract(word, begun, scorer=OSA.distance, score_cutoff=most, limit=None)
            found.update(self.vocabulary[at] for _, _, at in near)
        return found


def _wanted(text: str) -> list[str]:
    typed = words(text)[:_MOST_WORDS]
    return [word for word in typed if word not in _SMALL] or typed
