from datetime import UTC, datetime

import pytest
from babel import Locale

from commands.zones import prepare, region_of, suggest
from data.names.text import MOST_CHARACTERS
from data.subscriptions import places
from data.subscriptions.zones import find_zone

NOW = datetime(2026, 1, 15, 9, 30, tzinfo=UTC)
ENGLISH = Locale.parse("en_GB")

# typed | language | region | the first names offered
OFFERED = [
    ("", "en_GB", "DE", ["Berlin, Germany (10:30 now)", "Brussels, Belgium (10:30 now)"]),
    ("", "en_GB", "ES", ["Madrid, Spain (10:30 now)", "Canary, Spain (09:30 now)"]),
    ("", "en_GB", None, ["Brussels, Belgium (10:30 now)", "London, United Kingdom (09:30 now)"]),
    ("par", "en_GB", "FR", ["Paris, France (10:30 now)"]),
    ("lond", "fr", "FR", ["Londres, Royaume-Uni (09:30 maintenant)"]),
    ("londo", "fr", "FR", ["Londres, Royaume-Uni (09:30 maintenant)"]),
    ("new", "en_US", "US", ["New York, United States (4:30\u202fAM now)"]),
    ("spain", "en_GB", None, ["Madrid, Spain (10:30 now)"]),
    ("kiev", "en_GB", None, ["Kyiv, Ukraine (11:30 now)"]),
    ("munich", "en_GB", None, ["Berlin, Germany (10:30 now)"]),
    ("pariss", "en_GB", None, ["Paris, France (10:30 now)"]),
    ("cet", "en_GB", "PL", ["Warsaw, Poland (10:30 now)"]),
    ("luxem", "en_GB", None, ["Luxembourg (10:30 now)"]),
    ("utc", "en_GB", None, ["UTC (09:30 now)"]),
    ("europe/par", "en_GB", None, ["Paris, France (10:30 now)"]),
    ("ber", "en_GB", "CH", ["Zurich, Switzerland (10:30 now)", "Berlin, Germany (10:30 now)"]),
    ("now", "en_GB", None, []),
    ("x" * (MOST_CHARACTERS + 1), "en_GB", None, []),
]

REGIONS = {
    "en-GB": "GB", "en-US": "US", "de": "DE", "pt-BR": "BR", "es-ES": "ES", "es-419": None,
    "sv-SE": "SE", "zh-TW": "TW", "no": "NO", "uk": "UA", "el": "GR", "cs": "CZ", "da": "DK",
    "hi": "IN", "ja": "JP", "ko": "KR", "vi": "VN", "": None, "tlh": None, "en-ZZ": None,
}  # fmt: skip


@pytest.mark.parametrize(("typed", "language", "region", "names"), OFFERED)
def test_zones_are_offered(typed: str, language: str, region: str | None, names: list[str]) -> None:
    offered = suggest(Locale.parse(language), typed, region=region, now=NOW)
    assert [each.name for each in offered][: len(names) or 1] == names


@pytest.mark.parametrize("typed", ["", "a", "e", "europe", "america", "united"])
@pytest.mark.parametrize("region", ["US", "RU", "CA", None, "XX"])
def test_no_more_is_offered_than_discord_shows(typed: str, region: str | None) -> None:
    offered = suggest(ENGLISH, typed, region=region, now=NOW)
    assert 0 < len(offered) <= 25
    assert len({each.value for each in offered}) == len(offered)


@pytest.mark.parametrize("language", ["en_GB", "de", "el", "uk", "th", "hi", "fr"])
def test_every_zone_is_offered_in_few_letters_and_means_itself(language: str) -> None:
    locale, wrong = Locale.parse(language), list[str]()
    for zone in [*places.zones(), places.UTC_ZONE]:
        found = {each.value: each for each in suggest(locale, zone, region=None, now=NOW)}
        fits = zone in found and len(found[zone].name) <= 100
        if not fits or find_zone(found[zone].typed, locale) != zone:
            wrong.append(zone)
    assert not wrong


def test_the_country_of_the_server_comes_first_whatever_is_typed() -> None:
    for typed in ("", "a", "s", "america"):
        offered = suggest(ENGLISH, typed, region="CA", now=NOW)
        own = [places.zones().get(each.value) == "CA" for each in offered]
        assert own == sorted(own, reverse=True)
        assert own[0]


def test_the_time_is_that_of_the_moment() -> None:
    prepare(ENGLISH)
    summer = datetime(2026, 7, 15, 9, 30, tzinfo=UTC)
    (offered,) = suggest(ENGLISH, "Europe/Paris", region=None, now=summer)
    assert offered.name == "Paris, France (11:30 now)"


@pytest.mark.parametrize(("locale", "region"), REGIONS.items())
def test_a_locale_of_discord_has_a_region(locale: str, region: str | None) -> None:
    assert region_of(locale) == region
