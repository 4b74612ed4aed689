"""The words of a sentence while its things are found: each takes the place of its words."""

from collections.abc import Iterator
from dataclasses import dataclass

from data.importers.article.lines import Line
from data.importers.article.sentences import Sentence, Token
from data.importers.article.things import Kind, Thing, Value


@dataclass(slots=True)
class Word:
    """A word of the sentence, or a thing in place of several; `first` and `last` count tokens."""

    text: str
    first: int
    last: int
    thing: Thing | None = None


class Words:
    def __init__(self, text: str, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self._text = text
        self._words = [Word(_safe(each.key), at, at) for at, each in enumerate(tokens)]
        self._things: list[Thing] = []

    @classmethod
    def of(cls, sentence: Sentence) -> "Words":
        return cls(sentence.text, sentence.tokens)

    def __iter__(self) -> Iterator[Word]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)

    def __getitem__(self, at: int) -> Word:
        return self._words[at]

    @property
    def texts(self) -> list[str]:
        return [each.text for each in self._words]

    @property
    def line(self) -> Line:
        return Line.of(self.texts)

    def put(self, kind: Kind, first: int, last: int, value: Value) -> None:
        """Makes one thing of tokens, unless a part of them belongs to another already."""
        places = [
            at for at, each in enumerate(self._words) if first <= each.last and each.first <= last
        ]
        self.join(places[0], places[-1], kind, value)

    def join(self, first: int, last: int, kind: Kind, value: Value) -> None:
        """Makes one thing of words, things among them; theirs are no more."""
        begins, ends = self._words[first].first, self._words[last].last
        thing = Thing(kind, begins, ends, value)
        self._things.append(thing)
        tag = f"‹{kind.value}#{len(self._things) - 1}›"
        self._words[first : last + 1] = [Word(tag, begins, ends, thing)]

    def is_capital(self, at: int) -> bool:
        word = self._words[at]
        return word.thing is None and self.tokens[word.first].is_capital

    def original(self, first: int, last: int) -> str:
        """The words as the article writes them."""
        begins, ends = self._words[first].first, self._words[last].last
        return self._text[self.tokens[begins].start : self.tokens[ends].end]

    def is_joined(self, at: int) -> bool:
        """Whether a word hangs on the one before it by a hyphen."""
        if not at or self._words[at].first == 0:
            return False
        token, before = self.tokens[self._words[at].first], self.tokens[self._words[at].first - 1]
        return self._text[before.end : token.start] == "-"

    def done(self) -> tuple[tuple[Thing, ...], Line, tuple[tuple[int, int], ...]]:
        places = tuple((each.first, each.last) for each in self._words)
        return tuple(self._things), self.line, places


def _safe(key: str) -> str:
    """No article may write what looks like one of our things."""
    return "," if key in {"‹", "›", "#"} else key
