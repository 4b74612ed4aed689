"""The languages that readers are answered in, and their catalogues of messages.

`<language>/LC_MESSAGES/article3.po` holds what the program says, `facts.po` what the catalogue of
facts says; the `.mo` files beside them are made of these by `make messages`.
"""

from collections.abc import Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from pathlib import Path
from typing import cast

from babel import Locale, UnknownLocaleError
from babel.core import get_global

SOURCE = "en"
TRANSLATED = ("fr", "es", "de", "it", "nl", "pl", "tr")
LANGUAGES = (SOURCE, *TRANSLATED)
DOMAINS = ("article3", "facts")


@cache
def translations(language: str) -> NullTranslations:
    """All messages of a language; English ones are their own translation."""
    found = NullTranslations()
    if language in TRANSLATED:
        for domain in DOMAINS:
            with (
                files("data.languages")
                .joinpath(language, "LC_MESSAGES", f"{domain}.mo")
                .open("rb") as file
            ):
                made = GNUTranslations(file)
            made.add_fallback(found)
            found = made
    return found


def folder() -> Path:
    """Where the catalogues are, for whoever looks after them."""
    return Path(str(files("data.languages")))


def spoken(tag: str) -> str | None:
    """The language that a reader of the BCP 47 or POSIX locale `tag` is answered in: the one that
    CLDR's chain of parents leads to first. None where it leads to none, or `tag` is no locale."""
    at = _locale(tag)
    while at is not None and at != "root":
        if at in LANGUAGES:
            return at
        at = _parent(at)
    return None


def spoken_locale(tag: str) -> str | None:
    """The tag of the language answered in with the region of `tag`, `fr-CH` for `fr_CH.UTF-8`;
    the language alone where CLDR knows nothing of it in that region."""
    language = spoken(tag)
    if language is None:
        return None
    region = Locale.parse(_locale(tag)).territory
    return language if region is None else in_region(language, region)


def in_region(language: str, region: str) -> str:
    """The tag of a language as it is written in a region, where CLDR knows that."""
    try:
        Locale.parse(f"{language}_{region}")
    except (UnknownLocaleError, ValueError):
        return language
    return f"{language}-{region}"


def _locale(tag: str) -> str | None:
    """As CLDR names it, without encoding and variants; None where it is no locale."""
    name = tag.partition(".")[0].partition("@")[0].replace("-", "_")
    while name:
        try:
            return str(Locale.parse(name))
        except (UnknownLocaleError, ValueError, TypeError):
            name = name.rpartition("_")[0]
    return None


def _parent(name: str) -> str | None:
    parents = cast("Mapping[str, str]", get_global("parent_exceptions"))
    return parents.get(name) or name.rpartition("_")[0] or None
