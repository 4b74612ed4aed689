"""By which country's format numbers and dates are written: those that CLDR knows of a language."""

from collections.abc import Iterator
from functools import cache

from babel.localedata import locale_identifiers

from commands.subscribing_times import echoed
from commands.voice import Voice
from data.errors import QuestionError
from data.messages import mark
from data.names.alphabet import alphabetical
from data.names.countries import territory_name
from data.names.spellings import country
from data.names.text import Query, key

MOST = 25
"""As many as Discord offers."""

NO_SUCH = mark("No country called '{text}' writes {language} in a format of its own: {known}.")

_MOST_NAMED = 8


@cache
def regions(language: str) -> tuple[str, ...]:
    """CLDR's codes of the territories that have a format of a language."""
    found = (each.split("_") for each in locale_identifiers())
    return tuple(
        sorted(parts[1] for parts in found if parts[0] == language and _is_region(parts[1:]))
    )


def _is_region(parts: list[str]) -> bool:
    return len(parts) == 1 and len(parts[0]) == 2 and parts[0].isupper()


def suggest(typed: str, language: str, voice: Voice) -> list[tuple[str, str]]:
    """Names in the reader's language with their codes, in the order of the alphabet."""
    wanted = key(typed)
    found = [
        (name, region)
        for name, region in _named(language, voice)
        if any(word.startswith(wanted) for word in (key(name), *map(key, name.split())))
        or region.casefold() == wanted
    ]
    return found[:MOST]


def find_region(text: str, language: str, voice: Voice) -> str:
    """Raises QuestionError for what is no country, and for one whose format is not known."""
    known = regions(language)
    typed = text.strip().upper()
    found = typed if typed in known else country(Query.of(text), voice.locale)
    if found is None or found not in known:
        named = [name for name, _ in _named(language, voice)]
        listed = ", ".join(named[:_MOST_NAMED]) + (", …" if len(named) > _MOST_NAMED else "")
        said = _language(language, voice)
        raise QuestionError(NO_SUCH, text=echoed(text), language=said, known=listed)
    return found


def _named(language: str, voice: Voice) -> Iterator[tuple[str, str]]:
    named = [(territory_name(each, voice.locale), each) for each in regions(language)]
    yield from sorted(named, key=lambda each: alphabetical(each[0], voice.language))


def _language(language: str, voice: Voice) -> str:
    from commands.tongues import say_language

    return say_language(language, voice)
