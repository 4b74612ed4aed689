"""Time zones to offer while somebody types, by their cities and what clocks show there.

Names in one language are put together once; only the time of day is said anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from functools import cache
from typing import cast

from babel import Locale
from babel.core import get_global
from babel.dates import format_time

from commands.suggestions import MOST, Suggestion, shown
from commands.voice import Voice
from commands.wording import Wordbook
from data.messages import mark
from data.names import ENGLISH
from data.names.countries import territory_name
from data.names.text import MOST_CHARACTERS, key
from data.subscriptions import places
from data.subscriptions.due import rules

IN_COUNTRY = mark("{city}, {country} ({time} now)")
ALONE = mark("{place} ({time} now)")

# Offered after the server's own country to those who have typed nothing yet.
_FAMILIAR = (
    "Europe/Brussels", "Europe/London", "Europe/Paris", "Europe/Berlin", "Europe/Warsaw",
    "Europe/Rome", "Europe/Madrid", "Europe/Amsterdam", "Europe/Oslo", "Europe/Stockholm",
    "Europe/Helsinki", "Europe/Vilnius", "Europe/Bucharest", "Europe/Athens", "Europe/Istanbul",
    "Europe/Kyiv", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
    "America/Toronto", "Asia/Tokyo", "Asia/Seoul", "Australia/Sydney", places.UTC_ZONE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Place:
    zone: str
    country: str
    city: str
    """In comparable form."""
    rank: int
    """Of places in one country with the same clocks, the largest comes before all others."""
    template: str
    """With nothing but the time left to fill in."""


@dataclass(frozen=True, slots=True, eq=False)
class _Shelf:
    locale: Locale
    places: tuple[_Place, ...]
    at: dict[str, int]
    """By zone."""
    book: Wordbook
    said: dict[tuple[int, int], str]
    """Times of day, by hour and minute, as far as they were said already."""


def suggest(locale: Locale, typed: str, *, region: str | None, now: datetime) -> list[Suggestion]:
    """Zones to choose from, those of the country `region` (alpha-2) first, then those whose city
    begins as typed. `now` has a zone. Never raises for what is typed."""
    if len(typed) > MOST_CHARACTERS:
        return []
    shelf = _shelf(locale)
    if typed.strip():
        book = shelf.book
        matching = [shelf.places[at] for at in book.beginning(typed) or book.nearly(typed)]
        found = _ordered(matching, key(typed), region)
    else:
        first = places.clocks(region) if region is not None else ()
        offered = dict.fromkeys((*first, *_FAMILIAR))
        found = [shelf.places[shelf.at[zone]] for zone in offered]
    return [_suggestion(shelf, each, now) for each in found[:MOST]]


def region_of(discord_locale: str) -> str | None:
    """The country a locale of Discord speaks of: `en-GB` of GB, `de` of DE. None for `es-419`,
    which is all of Latin America, and for what is no locale."""
    language, _, country = discord_locale.partition("-")
    if not country:
        likely = cast("dict[str, str]", get_global("likely_subtags")).get(language, "")
        country = likely.rpartition("_")[2]
    return country if country in _countries() else None


@cache
def _countries() -> frozenset[str]:
    return frozenset(places.zones().values())


def _ordered(matching: Iterable[_Place], typed: str, region: str | None) -> list[_Place]:
    return sorted(
        matching,
        key=lambda each: (
            each.country != region, not each.city.startswith(typed), each.rank, each.city,
        ),
    )  # fmt: skip


def _suggestion(shelf: _Shelf, place: _Place, now: datetime) -> Suggestion:
    local = now.astimezone(rules(place.zone))
    at = (local.hour, local.minute)
    if at not in shelf.said:
        shelf.said[at] = format_time(time(*at), "short", locale=shelf.locale)
    name = shown(place.template.format(time=shelf.said[at]))
    return Suggestion(name, place.zone, place.zone)


def prepare(locale: Locale) -> None:
    """Puts together now what the first suggestion would have to wait for."""
    _shelf(locale)


@cache
def _shelf(locale: Locale) -> _Shelf:
    voice = Voice.of(str(locale))
    known = [_place(voice, zone) for zone in places.zones()]
    known.append(_utc(voice))
    at = {each.zone: number for number, each in enumerate(known)}
    return _Shelf(locale, tuple(known), at, Wordbook.of(_spellings(locale)), said={})


def _place(voice: Voice, zone: str) -> _Place:
    country, locale = places.zones()[zone], voice.locale
    city, land = places.cities(locale)[zone], territory_name(country, locale)
    # Of a country that is its own city, such as Luxembourg, the name is said once.
    template = ALONE if city == land else IN_COUNTRY
    named = voice.fill(template, place=city, city=city, country=land, time="{time}")
    main = places.clocks(country)
    rank = main.index(zone) if zone in main else len(places.zones())
    return _Place(zone, country, key(city), rank, named)


def _utc(voice: Voice) -> _Place:
    named = voice.fill(ALONE, place="UTC", time="{time}")
    return _Place(places.UTC_ZONE, "", "utc", rank=0, template=named)


def _spellings(locale: Locale) -> list[str]:
    """All names by which each place is found."""
    found = {zone: [zone, *places.short_names(zone)] for zone in places.zones()}
    found[places.UTC_ZONE] = []
    for language in dict.fromkeys((locale, ENGLISH)):
        for zone, country in places.zones().items():
            found[zone] += [places.cities(language)[zone], territory_name(country, language)]
    for name, zone in (*places.old_names().items(), *places.OTHER_PLACES.items()):
        found[zone].append(name)
    return [" ".join(names) for names in found.values()]
