"""What a text says in one language: its words, with what each of them points to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from commands.desk import Desk
from commands.understanding.concepts import Concept
from commands.understanding.known import named
from commands.understanding.tokens import Token
from commands.understanding.vocabulary import (
    Found,
    Kind,
    Sense,
    spelling,
    spelt_out,
    vocabulary,
)

_SHORT = {"US": "USA", "UK": "GBR", "EL": "GRC"}
_LOCATIVE = frozenset({"da", "de", "ta", "te", "nda", "nde"})
"""What Turkish has behind a place, where other languages have a word before it."""
_ARTICLES = 2
"""The words that may stand between a word for `in` and the place."""


@dataclass(frozen=True)
class Reading:
    """`found` is in the order of the text. `explained` are the places of words that are words of
    this language, or that name something; of any other word nobody knows what it asks."""

    language: str
    tokens: Sequence[Token]
    found: tuple[Found, ...]
    explained: frozenset[int]
    own: int
    """How many words are words of this language."""
    persons: tuple[str, ...]

    @cached_property
    def concepts(self) -> frozenset[Concept]:
        return frozenset(Concept(each.sense.id) for each in self.found if each.sense.kind == "cue")

    def ids(self, kind: Kind) -> tuple[str, ...]:
        """Each once, in the order of the text."""
        return tuple(dict.fromkeys(each.sense.id for each in self.found if each.sense.kind == kind))

    def places(self, concept: Concept) -> list[int]:
        """Of the first word of each phrase."""
        return [each.at for each in self.found if each.sense.id == concept]

    @property
    def unknown(self) -> int:
        return sum(
            at not in self.explained and token.key.isalpha() and len(token.key) > 1
            for at, token in enumerate(self.tokens)
        )

    def is_place(self, found: Found) -> bool:
        """Whether a country is named as where something is, as in `the summit in Turkey`."""
        before = range(found.at - 1, max(found.at - 2 - _ARTICLES, -1), -1)
        filler = vocabulary(self.language).filler
        cues = {each.at for each in self.found if each.sense.id == Concept.IN}
        for at in before:
            if at in cues:
                return True
            if self.tokens[at].key not in filler:
                break
        behind = found.at + found.length
        if self.language != "tr":
            return False
        suffix = self.tokens[behind].key if behind < len(self.tokens) else ""
        return suffix in _LOCATIVE or self.tokens[found.at].key.endswith(("da", "de", "ta", "te"))


def read(desk: Desk, tokens: Sequence[Token], language: str) -> Reading:
    words = vocabulary(language)
    typed = [token.key for token in tokens]
    found = words.find(typed)
    if language == "de":
        found += [
            each for each in words.find([spelt_out(key) for key in typed]) if each not in found
        ]
    own = _covered(found) | {at for at, key in enumerate(typed) if key in words.filler}
    elsewhere = [each for each in spelling().find(typed) if each.at not in own]
    told = _covered(found, "member", "city")
    coded = [each for each in _codes(desk, tokens) if each.at not in told]
    known = named(desk)
    met = {at: name for at, key in enumerate(typed) if (name := known.person(key))}
    all_found = sorted([*found, *elsewhere, *coded], key=lambda each: each.at)
    return Reading(
        language=language,
        tokens=tokens,
        found=tuple(all_found),
        explained=frozenset(own | _covered(elsewhere) | _covered(coded) | met.keys()),
        own=len(own),
        persons=tuple(dict.fromkeys(met.values())),
    )


def _covered(found: Sequence[Found], *kinds: Kind) -> set[int]:
    return {
        at
        for each in found
        if not kinds or each.sense.kind in kinds
        for at in range(each.at, each.at + each.length)
    }


def _codes(desk: Desk, tokens: Sequence[Token]) -> list[Found]:
    """Members by flag or by code; a code is in capitals, since in small letters it is a word."""
    if all(token.raw.isupper() for token in tokens if token.raw.isalpha()) and len(tokens) > 3:
        return []
    by_iso2 = {member.iso2: member.id for member in desk.knowledge.roster}
    found: list[Found] = []
    for at, token in enumerate(tokens):
        flag = token.key.removeprefix("flag:") if token.key.startswith("flag:") else None
        code = by_iso2.get(flag) if flag is not None else _code(desk, token.raw, by_iso2)
        if code is not None:
            found.append(Found(at, 1, Sense("member", code)))
    return found


def _code(desk: Desk, raw: str, by_iso2: Mapping[str, str]) -> str | None:
    if not raw.isupper() or not raw.isascii():
        return None
    if raw in desk.knowledge.roster:
        return raw
    return _SHORT.get(raw) or by_iso2.get(raw)
