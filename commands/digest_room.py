"""How much of a digest fits on one screen of a phone, with the addresses of its sources below."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain, zip_longest

from commands.briefing import Backed, Citation, Fact, Sentence
from commands.desk import Desk
from commands.draft import Draft
from commands.news_topics import Line, Topic

SCREEN = 1150
"""Characters that are read, the small print below apart."""
MESSAGE = 3700
"""Characters with those of the addresses, which chat programs count as well."""

_HEADING = 30
_MARK = len("[99]")
_LINK = 27


def length(sentence: Sentence) -> int:
    """With the numbers of its sources, which neighbours with the same sources share."""
    cited = [each.citations for each in sentence.parts if isinstance(each, Backed)]
    marked = [each for each, after in zip_longest(cited, cited[1:]) if each and each != after]
    return len(sentence.text) + sum(1 + _MARK * len(each) for each in marked)


class Screen:
    """One screen, and what is left of it while a digest is put together.

    Its `draft` is one to measure with: what that cites is not kept.
    """

    def __init__(self, desk: Desk, as_of: date) -> None:
        self.draft = Draft(desk, as_of)
        self.left = SCREEN
        self._message = MESSAGE
        self._linked: set[int] = set()
        self._addresses: dict[int, int] = {}
        self._made: dict[int, tuple[Line, Sentence]] = {}

    def admits(self, *sentences: Sentence, keep: int = 0) -> bool:
        read, written = self._size(sentences)
        return read <= self.left - keep and written <= self._message - keep

    def take(self, *sentences: Sentence) -> None:
        read, written = self._size(sentences)
        self.left -= read
        self._message -= written
        self._linked.update(number for each in sentences for number in each.citations)

    def place(self, topics: Sequence[Topic], *, most: int, keep: int = 0) -> tuple[Line, ...]:
        """The most important lines of a section that fit beside `keep` characters: as many topics
        as can be, and then each of them as full as can be, the first of them first."""
        keep += _HEADING
        chosen: list[Line] = []
        for line in chain.from_iterable(topic.shortest for topic in topics):
            if self._fits([*chosen, line], most, keep):
                chosen.append(line)
        for topic in topics:
            chosen = self._fuller(topic, chosen, most, keep)
        if chosen:
            self.left -= _HEADING
            self.take(*self._sentences(chosen))
        return tuple(chosen)

    def _fuller(self, topic: Topic, chosen: list[Line], most: int, keep: int) -> list[Line]:
        short = topic.shortest
        if not short or not all(each in chosen for each in short):
            return chosen
        at = chosen.index(short[0])
        for version in topic.versions[:-1]:
            changed = [*chosen[:at], *version, *chosen[at + len(short) :]]
            if self._fits(changed, most, keep):
                return changed
        return chosen

    def _fits(self, lines: Sequence[Line], most: int, keep: int) -> bool:
        return len(lines) <= most and self.admits(*self._sentences(lines), keep=keep)

    def _sentences(self, lines: Iterable[Line]) -> list[Sentence]:
        return [self._sentence(each) for each in lines]

    def _sentence(self, line: Line) -> Sentence:
        """Made once, however often it is tried; the line is kept so that its id stays its own."""
        if id(line) not in self._made:
            self._made[id(line)] = line, _with_label(self.draft, line.make(self.draft))
        return self._made[id(line)][1]

    def _size(self, sentences: Sequence[Sentence]) -> tuple[int, int]:
        read = sum(map(length, sentences))
        numbers = {number for each in sentences for number in each.citations}
        return read, read + sum(map(self._address, numbers - self._linked))

    def _address(self, number: int) -> int:
        if number not in self._addresses:
            cited = self.draft.notes.citations()
            self._addresses = {each.number: _link(each) for each in cited}
        return self._addresses[number]


def _with_label(draft: Draft, fact: Fact) -> Sentence:
    return draft.say("- {label} {sentence}\n", label=fact.label, sentence=fact.sentence)


def _link(citation: Citation) -> int:
    return len(citation.url) + len(citation.publisher) + _LINK
