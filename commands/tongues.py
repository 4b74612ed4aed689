"""The languages that can be chosen, by their codes and by what people call them."""

from collections.abc import Mapping
from functools import cache
from typing import cast

from babel import Locale

from commands.voice import Voice
from data.languages import LANGUAGES
from data.names.text import key


def say_language(language: str, voice: Voice) -> str:
    """`French`, as the reader's language calls it."""
    return _names(voice.locale).get(language, language)


def own_name(language: str) -> str:
    """`français`, as those who speak it call it."""
    return say_language(language, Voice.of(language))


def find_language(text: str) -> str | None:
    """A language by its code, or by its name in any of the languages; None where it is none."""
    return _known().get(key(text))


@cache
def _known() -> Mapping[str, str]:
    found = {language: language for language in LANGUAGES}
    for reader in LANGUAGES:
        names = _names(Locale.parse(reader))
        found.update({key(names[language]): language for language in LANGUAGES})
    return found


def _names(locale: Locale) -> Mapping[str, str]:
    return cast("Mapping[str, str]", locale.languages)
