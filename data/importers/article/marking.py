"""A sentence with its things marked: the text that all rules read.

Each thing becomes one word such as `‹party#3›`; all other words are in small letters. So a rule
says `<who:person|party> has ~2 proposed` and gets the things it speaks of.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from data.importers.article import amounts, dating
from data.importers.article.lines import Line, pattern
from data.importers.article.meetings_named import gatherings
from data.importers.article.parties import groups, parties
from data.importers.article.people import People
from data.importers.article.persons import persons
from data.importers.article.sentences import Sentence
from data.importers.article.things import Kind, Thing, Value
from data.importers.article.vocabulary.speech import SAYS
from data.importers.article.words import Words

_ASIDE = re.compile(
    r"(?:‹(?:person|party|all|some|gathering|elsewhere)#\d+›|^others|^some|^several) "
    r"(?P<aside>, (?!and |‹(?:party|person)#\d+› (?:,|and))"
    rf"(?!‹(?:party|person)#\d+› (?:‹day#\d+› )?{SAYS} )(?:[^\s,;]+ ){{1,14}}?,)(?= )"
)
_TAG = re.compile(r"‹\w+#(\d+)›")


@dataclass(frozen=True)
class Marked:
    sentence: Sentence
    things: tuple[Thing, ...]
    line: Line
    words: tuple[tuple[int, int], ...]
    """For each word of the line, the first and the last word of the sentence."""

    @property
    def text(self) -> str:
        return self.line.text

    def reduced(self) -> "Marked":
        """Without what is put in between commas behind a thing: `Luxembourg , hesitant at first ,
        asks` reads as `Luxembourg asks`. The same where there is nothing of the kind."""
        words = self.text.split(" ")
        kept = list(range(len(words)))
        for found in _ASIDE.finditer(self.text):
            first, last = (
                self.line.word_at(found.start("aside")),
                self.line.word_at(found.end() - 1),
            )
            kept = [each for each in kept if not first <= each <= last]
        if len(kept) == len(words):
            return self
        line = Line.of([words[each] for each in kept])
        return Marked(self.sentence, self.things, line, tuple(self.words[each] for each in kept))

    def find(self, rule: str) -> Iterator[re.Match[str]]:
        return self.line.find(pattern(rule))

    def search(self, rule: str) -> re.Match[str] | None:
        return pattern(rule).search(self.text)

    def thing(self, tag: str) -> Thing:
        """The thing that a word of the line stands for."""
        found = _TAG.fullmatch(tag)
        if found is None:
            raise ValueError(tag)
        return self.things[int(found[1])]

    def value(self, found: re.Match[str], group: str) -> Value | None:
        tag = found.groupdict().get(group)
        return None if tag is None else self.thing(tag).value

    def things_in(self, text: str) -> list[Thing]:
        return [self.things[int(each)] for each in _TAG.findall(text)]

    def quote(self, start: int, end: int) -> tuple[int, int]:
        """Where in the sentence the words of a piece of the line stand."""
        first, last = self.line.word_at(start), self.line.word_at(max(end - 1, start))
        tokens = self.sentence.tokens
        return tokens[self.words[first][0]].start, tokens[self.words[last][1]].end


def mark_things(sentence: Sentence, people: People, published: date) -> Marked:
    words = Words.of(sentence)
    plain = Line.of(words.texts)
    for first, last, when in dating.days(plain, published):
        words.put(Kind.DAY, first, last, when)
    for first, last, money in amounts.money(plain):
        words.put(Kind.MONEY, first, last, money)
    for first, last, share in amounts.shares(plain):
        words.put(Kind.POINTS if share.points else Kind.SHARE, first, last, share)
    for read in (parties, persons, gatherings, groups):
        read(words, people)
    return Marked(sentence, *words.done())
