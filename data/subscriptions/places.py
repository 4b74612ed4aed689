"""The time zones that people live in: which country each lies in, and what its city is called.

They are those of the zone table of tzdata, a line for each place whose clocks have a history of
their own in its country. Names of cities, and the old names of zones, are CLDR's.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import cast

from babel import Locale
from babel.core import get_global

UTC_ZONE = "Etc/UTC"

# The zone table goes by the map; these are the places that people would name for their clocks.
_LARGEST = (
    "America/Toronto", "America/Winnipeg", "America/Edmonton", "America/Vancouver",
    "America/Halifax", "America/Sao_Paulo", "America/Manaus", "America/Rio_Branco",
    "Asia/Tashkent", "Australia/Sydney", "Australia/Adelaide", "Europe/Moscow", "Europe/Samara",
)  # fmt: skip
# What zones were once called that is a country's name, where not all clocks show the same.
_COUNTRIES = frozenset({"NZ", "PRC", "Portugal"})
# Crimea is Ukraine, and its clocks are not: asked for Ukraine, nobody is asked which of the two.
_NOT_ASKED = "Europe/Simferopol"

OTHER_PLACES: Mapping[str, str] = {
    "Abu Dhabi": "Asia/Dubai",
    "Ankara": "Europe/Istanbul",
    "Barcelona": "Europe/Madrid",
    "Beijing": "Asia/Shanghai",
    "Bern": "Europe/Zurich",
    "Bonn": "Europe/Berlin",
    "Boston": "America/New_York",
    "Cologne": "Europe/Berlin",
    "Den Haag": "Europe/Amsterdam",
    "Edinburgh": "Europe/London",
    "Frankfurt": "Europe/Berlin",
    "Geneva": "Europe/Zurich",
    "Genève": "Europe/Zurich",
    "Hamburg": "Europe/Berlin",
    "Houston": "America/Chicago",
    "Islamabad": "Asia/Karachi",
    "Kharkiv": "Europe/Kyiv",
    "Kosovo": "Europe/Belgrade",
    "Krakow": "Europe/Warsaw",
    "Köln": "Europe/Berlin",
    "Lviv": "Europe/Kyiv",
    "Miami": "America/New_York",
    "Milan": "Europe/Rome",
    "Milano": "Europe/Rome",
    "Mons": "Europe/Brussels",
    "Mumbai": "Asia/Kolkata",
    "Munich": "Europe/Berlin",
    "München": "Europe/Berlin",
    "NYC": "America/New_York",
    "Naples": "Europe/Rome",
    "New Delhi": "Asia/Kolkata",
    "New York City": "America/New_York",
    "Norfolk, Virginia": "America/New_York",
    "Odesa": "Europe/Kyiv",
    "Ottawa": "America/Toronto",
    "Philadelphia": "America/New_York",
    "Porto": "Europe/Lisbon",
    "Pristina": "Europe/Belgrade",
    "Quebec": "America/Toronto",
    "Rio de Janeiro": "America/Sao_Paulo",
    "San Francisco": "America/Los_Angeles",
    "Seattle": "America/Los_Angeles",
    "St. Petersburg": "Europe/Moscow",
    "Strasbourg": "Europe/Paris",
    "Stuttgart": "Europe/Berlin",
    "The Hague": "Europe/Amsterdam",
    "Washington": "America/New_York",
    "Washington, D.C.": "America/New_York",
    "Wellington": "Pacific/Auckland",
}
"""Capitals and other places of much news that no zone is named after."""

_BRACKETED = re.compile(r"\s*\[(.*)\]")
_ABBREVIATION = re.compile(r"[A-Za-z]{3,}")


@cache
def zones() -> Mapping[str, str]:
    """The alpha-2 code of the country of each zone, those of one country from east to west or as
    its size and shape have it."""
    lines = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("ascii").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[2]: row[0] for row in rows}


@cache
def old_names() -> Mapping[str, str]:
    """The zone that each other name stands for, of a place or of UTC."""
    aliases = cast("Mapping[str, str]", get_global("zone_aliases"))
    known = {*zones(), UTC_ZONE}
    named = {old: zone for old, zone in aliases.items() if zone in known and old not in _COUNTRIES}
    return {**named, UTC_ZONE: UTC_ZONE}


@cache
def clocks(country: str) -> tuple[str, ...]:
    """Zones of a country whose clocks do not show the same from now on, one for each; none for
    what is not a country."""
    within = [zone for zone, code in zones().items() if code == country and zone != _NOT_ASKED]
    found: dict[str, str] = {}
    for zone in (*(each for each in _LARGEST if each in within), *within):
        found.setdefault(_rule(zone), zone)
    return tuple(found.values())


@cache
def cities(locale: Locale) -> Mapping[str, str]:
    """What the city of each zone is called. Where CLDR has no name, the zone's own is right."""
    named = cast("Mapping[str, Mapping[str, str]]", locale.time_zones)
    aliases = cast("Mapping[str, str]", get_global("zone_aliases"))
    # Babel knows some cities by what their zone was called when CLDR began.
    current = {
        aliases.get(zone, zone): each["city"] for zone, each in named.items() if "city" in each
    }
    found = {zone: current.get(zone) or _last(zone) for zone in zones()}
    return {zone: _BRACKETED.sub(r", \1", city) for zone, city in found.items()}


def short_names(zone: str) -> list[str]:
    """What its clocks are said to show, such as CET and CEST; often they have no such name."""
    return _ABBREVIATION.findall(_rule(zone))


def own_names(names: Iterable[str]) -> dict[str, str]:
    """`New York` for `America/New_York`."""
    return {name: _last(name) for name in names}


def _last(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


@cache
def _rule(zone: str) -> str:
    """The last line of a zone's file: what holds for all time to come, as in RFC 9636."""
    content = files("tzdata").joinpath("zoneinfo", zone).read_bytes()
    return content.rstrip(b"\n").rpartition(b"\n")[2].decode("ascii")
