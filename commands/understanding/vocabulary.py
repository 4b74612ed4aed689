"""The words of a language, put together so that a text is looked up word by word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from commands.understanding.concepts import Concept
from commands.understanding.words import LANGUAGES
from data.names.text import words

Kind = Literal["cue", "member", "city", "group", "term", "month"]

_ANY = "*"
_SPELT_OUT = (("ae", "a"), ("oe", "o"), ("ue", "u"))
"""How German is written where the keyboard has no umlauts."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word or phrase points to: a concept by its name, or something by its id."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """`open` says of each word whether any ending may follow it."""

    words: tuple[str, ...]
    open: tuple[bool, ...]
    sense: Sense

    def fits(self, typed: Sequence[str], at: int) -> bool:
        if at + len(self.words) > len(typed):
            return False
        there = zip(self.words, self.open, typed[at : at + len(self.words)], strict=True)
        return all(text.startswith(word) if open_ else text == word for word, open_, text in there)

    @property
    def weight(self) -> tuple[int, int]:
        """Of two that fit the same place, the heavier is meant."""
        return len(self.words), sum(len(word) for word in self.words)


@dataclass(frozen=True, slots=True)
class Found:
    at: int
    length: int
    sense: Sense


class Vocabulary:
    def __init__(self, phrases: Iterable[Phrase], filler: frozenset[str]) -> None:
        self._whole: dict[str, list[Phrase]] = {}
        self._begun: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            place = self._begun if phrase.open[0] else self._whole
            place.setdefault(phrase.words[0], []).append(phrase)
        self.filler = filler

    def find(self, typed: Sequence[str]) -> list[Found]:
        """What is meant by the words of a text; of overlapping phrases the heavier."""
        fitting = [(phrase, at) for at in range(len(typed)) for phrase in self._at(typed, at)]
        fitting.sort(key=lambda each: each[0].weight, reverse=True)
        taken: dict[tuple[str, int], tuple[int, tuple[int, int]]] = {}
        found: list[Found] = []
        for phrase, at in fitting:
            # What a word explains or what month it is does not depend on what else it says.
            own = phrase.sense.kind if phrase.sense.kind in ("term", "month") else ""
            mine = at, phrase.weight
            places = [(own, place) for place in range(at, at + len(phrase.words))]
            if all(taken.get(place, mine) == mine for place in places):
                taken.update(dict.fromkeys(places, mine))
                found.append(Found(at, len(phrase.words), phrase.sense))
        return sorted(found, key=lambda each: each.at)

    def _at(self, typed: Sequence[str], at: int) -> Iterator[Phrase]:
        word = typed[at]
        for phrase in self._whole.get(word, ()):
            if phrase.fits(typed, at):
                yield phrase
        for size in range(1, len(word) + 1):
            for phrase in self._begun.get(word[:size], ()):
                if phrase.fits(typed, at):
                    yield phrase


def spelt_out(word: str) -> str:
    for two, one in _SPELT_OUT:
        word = word.replace(two, one)
    return word


@cache
def vocabulary(language: str) -> Vocabulary:
    written = LANGUAGES[language]
    months = {str(number): each for number, each in enumerate(written.months, start=1)}
    entries: tuple[tuple[Kind, Mapping[str, str]], ...] = (
        ("cue", {name.value: each for name, each in written.cues.items()}),
        ("member", written.members),
        ("city", written.cities),
        ("group", written.groups),
        ("term", written.terms),
        ("month", months),
    )
    phrases = [
        _phrase(text, Sense(kind, id))
        for kind, table in entries
        for id, each in table.items()
        if id != Concept.FILLER
        for text in each.split()
    ]
    filler = frozenset(words(written.cues[Concept.FILLER].replace("_", " ")))
    return Vocabulary(phrases, filler)


def _phrase(written: str, sense: Sense) -> Phrase:
    texts: list[str] = []
    ends: list[bool] = []
    for part in written.split("_"):
        keys = words(part.removesuffix(_ANY))
        texts.extend(keys)
        ends.extend([False] * (len(keys) - 1) + [part.endswith(_ANY)])
    return Phrase(tuple(texts), tuple(ends), sense)


@cache
def spelling() -> Vocabulary:
    """Members, cities and groups in all the languages."""
    phrases = [
        _phrase(text, Sense(kind, id))
        for written in LANGUAGES.values()
        for kind, table in _named(written.members, written.cities, written.groups)
        for id, each in table.items()
        for text in each.split()
    ]
    return Vocabulary(phrases, frozenset())


def _named(
    members: Mapping[str, str], cities: Mapping[str, str], groups: Mapping[str, str]
) -> tuple[tuple[Kind, Mapping[str, str]], ...]:
    return ("member", members), ("city", cities), ("group", groups)
