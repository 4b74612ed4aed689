"""Words of a sentence as one text with single spaces, on which rules are regular expressions."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Line:
    """`words` joined; `starts` are the places where each begins."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, words: Sequence[str]) -> "Line":
        starts: list[int] = []
        place = 0
        for word in words:
            starts.append(place)
            place += len(word) + 1
        return cls(" ".join(words), tuple(starts))

    def word_at(self, place: int) -> int:
        """The number of the word in which a place lies."""
        return bisect_right(self.starts, place) - 1

    def span(self, found: re.Match[str], group: str | int = 0) -> tuple[int, int]:
        """The first and the last word of a match."""
        return self.word_at(found.start(group)), self.word_at(max(found.end(group) - 1, 0))

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        return pattern.finditer(self.text)


@cache
def pattern(written: str) -> re.Pattern[str]:
    """A rule as a regular expression over whole words.

    `<a|b>` is a thing of one of these kinds, `<name:a|b>` one that the rule names. ` ~3 ` stands
    for up to three words none of which is a thing, ` ~~3 ` for up to three of any sort; neither
    goes beyond a semicolon.
    """
    rule = re.sub(r"<(\w+):([\w|]+)>", r"(?P<\1>‹(?:\2)#\\d+›)", written)
    rule = re.sub(r"(?<![?P(])<([\w|]+)>", r"‹(?:\1)#\\d+›", rule)
    rule = re.sub(r" ~~(\d+) ", r"(?: (?!;)\\S+){0,\1}? ", rule)
    rule = re.sub(r" ~(\d+) ", r"(?: (?![;‹])\\S+){0,\1}? ", rule)
    return re.compile(rf"(?<!\S)(?:{rule})(?!\S)")
