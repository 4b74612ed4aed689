"""How a sentence means what it says: as a fact, an expectation, hearsay, or not at all."""

from enum import StrEnum

from data.importers.article.lines import pattern
from data.importers.article.vocabulary import mood as words


class Mood(StrEnum):
    STATED = "stated"
    EXPECTED = "expected"
    HEARSAY = "hearsay"
    CONDITIONAL = "conditional"
    NEGATED = "negated"
    OPEN = "open"
    """Asked, considered, wished for: nobody says it is or will be so."""


_BREAKS = pattern(words.BREAKS)
_NOT = pattern(words.NOT)
_FIRST_NOT = pattern(words.FIRST_NOT)
_IF = pattern(words.IF)
_FIRST_IF = pattern(words.FIRST_IF)
_SAID = pattern(words.SAID)
_SAID_BEHIND = pattern(r", (?:sources|diplomats|insiders|people)(?: \S+){0,4}? (?:said|say)")
_OPEN = pattern(words.OPEN)
_LIKELY = pattern(words.LIKELY)
_AHEAD = pattern(words.AHEAD)
_DENIED = pattern(rf"{words.DENYING}(?: \S+){{0,4}}? {words.DENIED}")
_NEAR = 5
"""Words between a negation and what it denies."""


def clause_before(text: str, place: int) -> str:
    """What a clause says before a place in it."""
    before = text[:place]
    starts = [each.end() for each in _BREAKS.finditer(before)]
    return before[starts[-1] :] if starts else before


def mood(text: str, place: int) -> Mood:
    """How what stands at a place is meant, by the words of its clause before it, and by those of
    the whole sentence that make all of it hearsay or a question."""
    clause = clause_before(text, place)
    if (
        _FIRST_NOT.match(text)
        or _NOT.search(" ".join(clause.split()[-_NEAR:]))
        or is_denied(text, place)
    ):
        return Mood.NEGATED
    if is_question(text):
        return Mood.OPEN
    if _IF.search(clause) or _FIRST_IF.match(text):
        return Mood.CONDITIONAL
    if _SAID.search(clause) or _SAID_BEHIND.search(text):
        return Mood.HEARSAY
    if _OPEN.search(clause):
        return Mood.OPEN
    return Mood.EXPECTED if _LIKELY.search(clause) else Mood.STATED


def is_denied(text: str, place: int) -> bool:
    """Whether a clause is somebody's denial: `NATO denied a report that`."""
    return _DENIED.search(clause_before(text, place)) is not None


def is_question(text: str) -> bool:
    return text.rstrip(' "').endswith("?")


def is_ahead(text: str) -> bool:
    """True where a piece of a sentence speaks of what is still to come."""
    return _LIKELY.search(text) is not None or _AHEAD.search(text) is not None
