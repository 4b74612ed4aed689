"""The time zone that somebody means by a city, a country or the name of the zone."""

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale
from babel.lists import format_list

from data.errors import QuestionError
from data.messages import mark
from data.names import ENGLISH, spellings
from data.names.countries import territory_name
from data.names.spellings import Book
from data.names.text import MOST_CHARACTERS, Query, keys
from data.subscriptions import places

NOTHING_WRITTEN = mark("Write a city or a country, such as Paris or France.")
TOO_LONG = mark("A place has at most {most} characters, and what you wrote has {count}.")
NO_SUCH_ZONE = mark(
    "No time zone called '{text}'. Write a capital or another large city where clocks show the"
    " same, such as Paris."
)
AN_OFFSET = mark(
    "'{text}' does not say where, and in most places clocks change during the year. Write a city,"
    " such as Paris."
)
SEVERAL_CLOCKS = mark("Not all clocks in {country} show the same. Write {places}.")
DID_YOU_MEAN = {
    1: mark("No time zone called '{text}'. Did you mean {name}?"),
    2: mark("No time zone called '{text}'. Did you mean {name} or {second}?"),
    3: mark("No time zone called '{text}'. Did you mean {name}, {second} or {third}?"),
}

_OFFSET = re.compile(
    r"(?:etc/)?(?:utc|gmt)?\s*[+\-\u2212]\s*\d{1,2}(?::?[0-5]\d)?(?:\s*h)?"
    r"|(?:etc/)?(?:gmt0?|greenwich)|[a-z]{3}\d[a-z]{3}",
    re.ASCII | re.IGNORECASE,
)
# Parts of a country by which old zones are called; alone they say nothing.
_NO_CITY = re.compile(
    r"(?:Brazil|Canada|Chile|Etc|Mexico|US)/.*|Australia/(?:[A-Z]+|North|South|West)"
)


def find_zone(text: str, locale: Locale = ENGLISH) -> str:
    """The IANA name of the time zone `text` names, in the form that is used today.

    It may be the zone, under any name that it ever had, its city in English or in the reader's
    language, or, in any of our languages, a country in which all clocks show the same. Anything
    else is a QuestionError, with names in its values in the reader's language.
    """
    if len(text) > MOST_CHARACTERS:
        raise QuestionError(TOO_LONG, most=MOST_CHARACTERS, count=len(text))
    query = Query.of(text)
    if not query.echo:
        raise QuestionError(NOTHING_WRITTEN)
    if _OFFSET.fullmatch(text.strip()) or text.strip().upper() in _abbreviations():
        raise QuestionError(AN_OFFSET, text=query.echo)
    for zone in _book(locale).exactly(query):
        return zone
    country = spellings.country(query, locale)
    clocks = places.clocks(country) if country is not None else ()
    if country is not None and len(clocks) > 1:
        raise _several(country, locale)
    for zone in clocks:
        return zone
    raise _unknown(query, locale)


@cache
def _abbreviations() -> frozenset[str]:
    known = (short for zone in places.zones() for short in places.short_names(zone))
    return frozenset({"MET", "MEST", *(each.upper() for each in known)})


@cache
def _book(locale: Locale) -> Book:
    """Of two zones with one spelling, the first has it: a city of today before one of old."""
    zones, old = places.zones(), places.old_names()
    known = [(zone, zone) for zone in zones]
    for language in dict.fromkeys((locale, ENGLISH)):
        known += _cities(language)
    known += [(city, zone) for zone, city in places.own_names(zones).items()]
    known += places.OTHER_PLACES.items()
    known += old.items()
    known += [(city, old[name]) for name, city in _old_cities().items()]
    spelt = keys([spelling for spelling, _ in known])
    return Book.of(zip(spelt, (zone for _, zone in known), strict=True))


def _cities(locale: Locale) -> Iterator[tuple[str, str]]:
    """`Paris` and `Paris, France`."""
    for zone, city in places.cities(locale).items():
        yield city, zone
        yield f"{city} {territory_name(places.zones()[zone], locale)}", zone


def _old_cities() -> dict[str, str]:
    old = places.old_names()
    return places.own_names(name for name in old if not _NO_CITY.fullmatch(name))


def _unknown(query: Query, locale: Locale) -> QuestionError:
    near = list(_near_cities(query, locale)) or list(_near_countries(query, locale))
    named = near[: max(DID_YOU_MEAN)]
    if not named:
        return QuestionError(NO_SUCH_ZONE, text=query.echo)
    values = dict(zip(("name", "second", "third"), named, strict=False))
    return QuestionError(DID_YOU_MEAN[len(named)], text=query.echo, **values)


def _near_cities(query: Query, locale: Locale) -> Iterator[str]:
    """The nearest only, of those the shortest first."""
    book = _book(locale)
    found = sorted(
        (errors, len(name), name) for text in query.keys for name, errors in book.near(text)
    )
    nearest = (book.countries[name] for errors, _, name in found if errors == found[0][0])
    cities = places.cities(locale)
    return (cities[zone] for zone in dict.fromkeys(nearest) if zone in cities)


def _near_countries(query: Query, locale: Locale) -> Iterator[str]:
    for near in spellings.nearest(query, locale):
        if places.clocks(near.country):
            yield territory_name(near.country, locale, position="inside")


def _several(country: str, locale: Locale) -> QuestionError:
    cities = [places.cities(locale)[zone] for zone in places.clocks(country)]
    return QuestionError(
        SEVERAL_CLOCKS,
        country=territory_name(country, locale, position="inside"),
        places=format_list(cities, "or", locale),
    )
