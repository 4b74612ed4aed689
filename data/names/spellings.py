"""Which country a spelling means, from memory once the languages it may be in are read.

Codes, English and the reader's language are at hand at once. The other languages are read, by
script, only when these know nothing: the thirty in Latin letters are too much for every start.
"""

import pickle
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import cast

from babel import Locale, localedata

from data.names.aliases import ALIASES, CODES, LOCALES, SUBDIVISIONS
from data.names.countries import ENGLISH, alpha2_codes, alpha3_codes, territories
from data.names.text import Query, key, keys, replaced

_BRACKETS = re.compile(r"\s*[(\uff08][^)\uff09]*[)\uff09]")
# How people write these letters where their keyboard has none of them.
_SPELT_OUT = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """Spellings, with the country each means: its alpha-2 code, or a subdivision's flag code."""

    countries: Mapping[str, str]
    keys: list[str]
    """In order."""

    @classmethod
    def of(cls, spellings: Iterable[tuple[str, str]]) -> "Book":
        """Of two countries with one spelling, the first has it."""
        countries: dict[str, str] = {}
        for spelling, country in spellings:
            countries.setdefault(spelling, country)
        return cls(countries, sorted(countries))

    def exactly(self, query: Query) -> list[str]:
        """The one country spelt so, or none."""
        return [self.countries[each] for each in query.keys if each in self.countries][:1]

    def beginning(self, text: str) -> Iterator[str]:
        """Spellings that begin with a text."""
        for at in range(bisect_left(self.keys, text), len(self.keys)):
            if not self.keys[at].startswith(text):
                return
            yield self.keys[at]

    def beginning_nearly(self, text: str) -> Iterator[str]:
        """Spellings that begin with a text but for typing errors."""
        for size in (len(text), len(text) + 1):
            texts, names = _beginnings(self, size)
            for at, _ in _within_errors(text, texts):
                yield from names[at]

    def near(self, text: str) -> Iterator[tuple[str, int]]:
        """Spellings near a text, and the number of errors. A beginning counts as one error."""
        if len(text) >= 3:
            yield from ((name, 1) for name in self.beginning(text))
        yield from ((self.keys[at], errors) for at, errors in _within_errors(text, self.keys))


@dataclass(frozen=True, slots=True, order=True)
class Near:
    """A country with a name near a text; the nearer is the smaller."""

    errors: int
    foreign: bool
    """In neither English nor the reader's language."""
    missing: int
    """The letters by which the name is longer."""
    country: str


def country(query: Query, locale: Locale) -> str | None:
    """The country a query names, by its flag, its code or its name in any of our languages."""
    if query.flag is not None:
        return query.flag if query.flag in SUBDIVISIONS else codes().countries.get(query.flag)
    for book in _books(query, locale):
        for found in book.exactly(query):
            return found
    return None


def nearest(query: Query, locale: Locale) -> list[Near]:
    """The countries with a name that begins with the query or is a few typing errors away from it,
    those that no other is nearer than, and of equally near names the shortest first."""
    found: dict[str, Near] = {}
    for foreign, books in enumerate((at_hand(locale), in_other_languages(query))):
        for book in books:
            for text in query.keys:
                for name, errors in book.near(text):
                    meant = book.countries[name]
                    near = Near(errors, bool(foreign), len(name) - len(text), meant)
                    found[meant] = min(near, found.get(meant, near))
    ordered = sorted(found.values())
    best = [(each.errors, each.foreign) for each in ordered[:1]]
    return [each for each in ordered if (each.errors, each.foreign) in best]


def at_hand(locale: Locale) -> tuple[Book, ...]:
    """Names in the reader's language, where that is not English, and in English."""
    own = () if locale.language == "en" else (_names_in(locale),)
    return (*own, _names_in_english())


def in_other_languages(query: Query) -> tuple[Book, ...]:
    """Names in all languages that use the query's letters."""
    letters = {letter for text in query.keys for letter in text}
    scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in letters}
    return tuple(names_in_script(script) for script in LOCALES if script in scripts)


def read_all_languages() -> None:
    """Reads now what is otherwise read when a question first needs it: for a server at its start,
    before anybody waits. Takes about 150 ms."""
    codes()
    at_hand(ENGLISH)
    for script in LOCALES:
        names_in_script(script)


@cache
def codes() -> Book:
    alpha3 = ((code.lower(), iso2) for code, iso2 in alpha3_codes().items())
    return Book.of([*CODES.items(), *((code.lower(), code) for code in alpha2_codes()), *alpha3])


@cache
def only(countries: frozenset[str], book: Book) -> Book:
    """What a book has on some countries."""
    named = {name: each for name, each in book.countries.items() if each in countries}
    return Book(named, [name for name in book.keys if name in named])


@lru_cache(maxsize=64)
def _beginnings(book: Book, size: int) -> tuple[list[str], list[list[str]]]:
    """The first letters of the names in a book, and beside each the names that begin so."""
    found: dict[str, list[str]] = {}
    for name in book.keys:
        found.setdefault(name[:size], []).append(name)
    return list(found), list(found.values())


@cache
def names_in_script(script: str) -> Book:
    """Names in all our languages that are written so."""
    return Book.of(
        spelling for each in LOCALES[script] for spelling in _spellings(stored_names(each))
    )


def stored_names(locale_id: str) -> Mapping[str, str]:
    """CLDR's names in one language by alpha-2 code, without those it inherits.

    Babel's own loader keeps all it ever reads of a locale, some 30 MB for ours, of which the names
    are a small part. So this reads the same file, and keeps the names.
    """
    with Path(localedata.resolve_locale_filename(locale_id)).open("rb") as file:
        return cast("Mapping[str, str]", pickle.load(file).get("territories", {}))


def _books(query: Query, locale: Locale) -> Iterator[Book]:
    """Where to look a query up, each read only when those before did not know it.

    "Nga" is Russia to a Vietnamese reader, though it is Nigeria's code to everybody else. "Bỉ",
    Belgium, is not Burundi's code to anybody, for a code has no diacritics.
    """
    *own, english = at_hand(locale)
    yield from own
    if not query.accented:
        yield codes()
    yield english
    yield from in_other_languages(query)
    if query.accented:
        yield codes()


@cache
def _names_in(locale: Locale) -> Book:
    return Book.of(_spellings(territories(locale)))


@cache
def _names_in_english() -> Book:
    others = [(name, iso2) for iso2, names in ALIASES.items() for name in names]
    others += [(name, flag) for flag, name in SUBDIVISIONS.items()]
    return Book.of([*_spellings(territories(ENGLISH)), *((key(name), id) for name, id in others)])


def _spellings(names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The names in comparable form: all of them whole, then those with brackets without these, and
    those with certain letters with these spelt out."""
    known = alpha2_codes()
    whole = [(name, iso2) for iso2, name in names.items() if iso2 in known]
    short = [(_BRACKETS.sub("", name), iso2) for name, iso2 in whole if name[-1] in ")\uff09"]
    spelt = [
        (replaced(name.lower(), _SPELT_OUT), iso2) for name, iso2 in whole if not name.isascii()
    ]
    spellings = whole + short + spelt
    return zip(keys([name for name, _ in spellings]), (iso2 for _, iso2 in spellings), strict=True)


def _within_errors(text: str, choices: list[str]) -> list[tuple[int, int]]:
    """The places of the choices few enough typing errors away to be recognisable, and how many:
    Iran is not Iceland, and Niger not Norway."""
    most = 0 if len(text) < 4 else 1 if len(text) < 7 else 2 if len(text) < 11 else 3
    if not most:
        return []
    # Imported only here, since a question that is spelt well does without it.
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(text, choices, scorer=OSA.distance, score_cutoff=most, limit=None)
    return [(at, int(errors)) for _, errors, at in found]
