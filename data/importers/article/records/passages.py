"""The exact words a proposal rests on, as much of them as a person needs to judge it."""

import re

from data.importers.article.findings import (
    AttendanceFound,
    Finding,
    RequestFound,
    StanceFound,
    StatementFound,
)
from data.importers.article.marking import Marked
from data.importers.article.records.citing import MOST_PASSAGES
from data.importers.proposals import Passage

_CLAUSE_ENDS = re.compile(r"[;]\s|,?\s(?:but|while|although|though|whereas)\s")
_COMMA = re.compile(r",\s")
_END = re.compile(r"(?:(?<![A-Z])\.)?\s*$")
_LONGEST = 200
"""Characters of a clause that are shown."""
_SHORTEST = 3
"""Words; fewer tell too little where the rest of the clause does not stand with them."""


def passages(found: Finding) -> tuple[Passage, ...]:
    is_said = isinstance(found, StatementFound | StanceFound | RequestFound | AttendanceFound)
    made = dict.fromkeys(_passage(*each, whole=is_said) for each in found.quotes)
    return tuple(made)[:MOST_PASSAGES]


def _passage(marked: Marked, start: int, end: int, *, whole: bool) -> Passage:
    sentence = marked.sentence
    if whole or len(sentence.text[start:end].split()) < _SHORTEST:
        start, end = clause(sentence.text, start, end)
    return Passage(sentence=sentence.text, start=start, end=end, paragraph=sentence.paragraph)


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """From where to where the clause stands in which some words are; of a long one, as much of it
    as stands between commas, or around the words."""
    first, last = _around(text, start, end, _CLAUSE_ENDS)
    inner, outer = _around(text, start, end, _COMMA)
    for begin, stop in ((first, last), (first, outer), (inner, last), (inner, outer)):
        if first <= begin and stop <= last and stop - begin <= _LONGEST:
            return begin, stop
    return _window(text, start, end, first, last)


def _around(text: str, start: int, end: int, ends: re.Pattern[str]) -> tuple[int, int]:
    before = [each.end() for each in ends.finditer(text, 0, start)]
    behind = ends.search(text, end)
    closing = _END.search(text)
    last = closing.start() if closing is not None else len(text)
    return before[-1] if before else 0, max(behind.start() if behind is not None else last, end)


def _window(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """Whole words on both sides, where a clause has no commas to be cut at."""
    side = max(_LONGEST - (end - start), 0) // 2
    begin = text.find(" ", max(start - side, first), start) + 1 if start - side > first else first
    stop = text.rfind(" ", end, end + side) if end + side < last else last
    return begin or start, max(end, stop)
