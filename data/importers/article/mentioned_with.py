"""The places and days that a sentence tells with a meeting."""

import re
from collections.abc import Iterator

from data.importers.article.dating import When
from data.importers.article.lines import pattern
from data.importers.article.marking import Marked
from data.importers.article.things import Kind, Thing
from data.importers.article.vocabulary.mentions import (
    BEFORE,
    DEADLINES,
    HELD_IN,
    HOSTED_BY,
    STOP,
)

Told = tuple[tuple[int, int], Thing]
"""From where to where in the text a thing is told, and the thing."""

_STOP = pattern(STOP)
_HOSTED_BY = re.compile(rf"^ {HOSTED_BY}(?!\S)")
_LASTS = re.compile(r"(?<!\S)(?:lasts?|runs?|continues?|goes on|go on) $")
_TOLD = re.compile(r"‹(?:place|day|party)#\d+›")
_TAG = re.compile(r"‹\w+#\d+›")
_BEFORE = tuple(re.compile(rule) for rule in BEFORE)
_FAR = 16
"""Words between a meeting and its place or day."""


def told_with(marked: Marked, meeting: re.Match[str]) -> Iterator[Told]:
    """What stands behind a meeting first, as it is the surer."""
    yield from _behind(marked, meeting.end())
    yield from _before(marked, meeting.start())


def _behind(marked: Marked, place: int) -> Iterator[Told]:
    """`in The Hague on June 24`, as far as nothing else comes between."""
    rest = marked.text[place:]
    stop = _STOP.search(rest)
    rest = rest[: stop.start()] if stop is not None else rest
    limit = len(" ".join(rest.split()[:_FAR])) + 1
    hosted = _HOSTED_BY.match(rest)
    for found in _TOLD.finditer(rest[:limit]):
        thing = marked.thing(found.group())
        is_host = hosted is not None and found.start() == hosted.start("host")
        is_where = is_host or _is_where(rest[: found.start()].split())
        if thing.kind is Kind.PARTY and not is_where:
            continue
        if thing.kind is Kind.PLACE and rest[: found.start()].endswith(" from "):
            continue
        if not _is_a_deadline(thing) or _LASTS.search(rest[: found.start()]):
            yield (place + found.start(), place + found.end()), thing


def _is_where(before: list[str]) -> bool:
    """`in the Netherlands`, `hosted by Albania`."""
    words = [each for each in before if each != "the"]
    if words[-1:] == ["in"]:
        ahead = words[-2:-1]
        return not ahead or ahead[0] in HELD_IN or ahead[0].startswith("‹")
    return words[-2:] in (["hosted", "by"], ["host", "by"])


def _is_a_deadline(thing: Thing) -> bool:
    return isinstance(thing.value, When) and thing.value.word in DEADLINES


def _before(marked: Marked, place: int) -> Iterator[Told]:
    """`Thursday's meeting`, `the June summit`, `Albania will host the summit`."""
    before = marked.text[:place].rstrip()
    for rule in _BEFORE:
        found = rule.search(before)
        if found is None:
            continue
        for group, words in found.groupdict().items():
            tag = _TAG.match(words or "")
            if tag is not None:
                yield found.span(group), marked.thing(tag.group())
