"""A language of brackets: whatever goes through a catalogue stands between ⟦ and ⟧, so what a
reader sees outside of them was never translated."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from gettext import NullTranslations
from unittest.mock import patch

from babel import Locale

from commands import voice as voices
from commands.voice import Voice
from data import languages

OPEN, SHUT = "⟦", "⟧"

_WORD = re.compile(r"[^\W\d_]{2,}(?:[’'\-.][^\W\d_]+)*")


class Pseudo(NullTranslations):
    def gettext(self, message: str) -> str:
        return f"{OPEN}{message}{SHUT}" if message else message

    def pgettext(self, context: str, message: str) -> str:
        del context
        return self.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


PSEUDO = Voice(Locale.parse("en_IE"), Pseudo())
"""Of a locale of its own: some of what is offered is kept by locale."""


@contextmanager
def spoken() -> Iterator[None]:
    """All are answered in the language of brackets."""
    with (
        patch.object(voices, "_of", lambda _: PSEUDO),
        patch.object(languages, "translations", lambda _: PSEUDO.translations),
    ):
        yield


def outside(text: str) -> str:
    """What stands outside of all brackets."""
    found: list[str] = []
    depth = 0
    for character in text:
        if character == OPEN:
            depth += 1
        elif character == SHUT:
            depth = max(0, depth - 1)
        elif not depth:
            found.append(character)
        if character in OPEN + SHUT:
            found.append(" ")
    return "".join(found)


def untranslated(text: str, known: Iterable[str]) -> list[str]:
    """Words outside of all brackets that are not `known`: names, codes, dates and commands."""
    left = outside(text)
    for each in sorted(known, key=len, reverse=True):
        left = left.replace(each, " ")
    return _WORD.findall(left)
