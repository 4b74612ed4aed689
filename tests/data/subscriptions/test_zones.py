from importlib.metadata import requires
from zoneinfo import ZoneInfo, available_timezones

import pytest
from babel import Locale
from babel.core import get_global

from data.errors import QuestionError
from data.names.countries import alpha2_codes
from data.subscriptions import places
from data.subscriptions.zones import NO_SUCH_ZONE, find_zone

LANGUAGES = ("en_GB", "de", "fr", "es", "pt_BR", "el", "uk", "tr", "pl", "ja", "hi", "ko", "th")

# typed | language | zone
FOUND = [
    ("Europe/Paris", "en", "Europe/Paris"),
    ("europe/paris", "en", "Europe/Paris"),
    ("Paris", "en", "Europe/Paris"),
    ("Paris, France", "en", "Europe/Paris"),
    ("new york", "en", "America/New_York"),
    ("Londres", "fr", "Europe/London"),
    ("London", "fr", "Europe/London"),
    ("Αθήνα", "el", "Europe/Athens"),
    ("Kiew", "de", "Europe/Kyiv"),
    ("Europe/Kiev", "en", "Europe/Kyiv"),
    ("Europe/Kyiv", "en", "Europe/Kyiv"),
    ("Kiev", "en", "Europe/Kyiv"),
    ("US/Eastern", "en", "America/New_York"),
    ("Asia/Calcutta", "en", "Asia/Kolkata"),
    ("Saigon", "en", "Asia/Ho_Chi_Minh"),
    ("Buenos Aires", "en", "America/Argentina/Buenos_Aires"),
    ("st johns", "en", "America/St_Johns"),
    ("Washington", "en", "America/New_York"),
    ("the hague", "en", "Europe/Amsterdam"),
    ("Beijing", "en", "Asia/Shanghai"),
    ("France", "en", "Europe/Paris"),
    ("Frankreich", "en", "Europe/Paris"),
    ("DEU", "en", "Europe/Berlin"),
    ("🇩🇪", "en", "Europe/Berlin"),
    ("Ukraine", "en", "Europe/Kyiv"),
    ("Kosovo", "en", "Europe/Belgrade"),
    ("Turkey", "en", "Europe/Istanbul"),
    ("Luxembourg", "en", "Europe/Luxembourg"),
    ("Antarctica/Troll", "en", "Antarctica/Troll"),
    ("Coyhaique", "en", "America/Coyhaique"),
    ("UTC", "en", "Etc/UTC"),
    ("Etc/UTC", "en", "Etc/UTC"),
]

# typed | language | what is said
REFUSED = [
    ("Spain", "en", "Not all clocks in Spain show the same. Write Madrid or Canary."),
    ("Spanien", "de", "Not all clocks in Spanien show the same. Write Madrid oder Kanaren."),
    ("Portugal", "en", "Not all clocks in Portugal show the same. Write Lisbon or Azores."),
    ("Pariss", "en", "No time zone called 'Pariss'. Did you mean Paris?"),
    ("Kopenhagn", "de", "No time zone called 'Kopenhagn'. Did you mean Kopenhagen?"),
    ("Frnace", "en", "No time zone called 'Frnace'. Did you mean France?"),
    ("Lond", "en", "No time zone called 'Lond'. Did you mean London?"),
    ("qwxzk", "en", NO_SUCH_ZONE.format(text="qwxzk")),
    (" ", "en", "Write a city or a country, such as Paris or France."),
    ("x" * 101, "en", "A place has at most 100 characters, and what you wrote has 101."),
]

OFFSETS = [
    "CET", "cest", "EST", "BST", "MET", "GMT", "gmt0", "MSK", "UTC+1", "utc -5", "GMT-5",
    "Etc/GMT-5", "+02:00", "−3", "+0530", "EST5EDT",
]  # fmt: skip


@pytest.mark.parametrize(("typed", "language", "zone"), FOUND)
def test_a_zone_is_found(typed: str, language: str, zone: str) -> None:
    assert find_zone(typed, Locale.parse(language)) == zone


@pytest.mark.parametrize(("typed", "language", "said"), REFUSED)
def test_what_names_no_zone_is_answered_with_what_would(
    typed: str, language: str, said: str
) -> None:
    with pytest.raises(QuestionError) as refusal:
        find_zone(typed, Locale.parse(language))
    assert str(refusal.value) == said


@pytest.mark.parametrize("typed", OFFSETS)
def test_an_offset_is_no_zone(typed: str) -> None:
    with pytest.raises(QuestionError, match=r"does not say where.*Write a city, such as Paris"):
        find_zone(typed)


def test_every_zone_is_found_by_its_name_and_has_clocks() -> None:
    wrong = [zone for zone in places.zones() if find_zone(zone) != zone or not ZoneInfo(zone)]
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_zone_is_found_by_its_city_as_its_reader_would_write_it(language: str) -> None:
    locale = Locale.parse(language)
    cities = places.cities(locale)
    wrong = {
        city: found
        for zone, city in cities.items()
        if (found := find_zone(city, locale)) != zone and cities[found] != city
    }
    assert not wrong


def test_every_country_has_a_zone_or_says_which_there_are() -> None:
    silent: list[str] = []
    for country in alpha2_codes() & set(places.zones().values()):
        clocks = places.clocks(country)
        cities = [places.cities(Locale("en"))[zone] for zone in clocks]
        if not clocks or any(
            find_zone(city) != zone for city, zone in zip(cities, clocks, strict=True)
        ):
            silent.append(country)
    assert not silent


def test_every_name_that_zoneinfo_has_is_a_zone_an_old_name_or_an_offset() -> None:
    strange: list[str] = []
    for name in available_timezones() - {"localtime", "Factory"}:
        try:
            found = find_zone(name)
        except QuestionError as refusal:
            if "does not say where" not in str(refusal) and "Not all clocks" not in str(refusal):
                strange.append(name)
        else:
            if found not in places.zones() and found != places.UTC_ZONE:
                strange.append(name)
    assert not strange


def test_no_zone_is_an_old_name_or_without_a_place() -> None:
    zones = places.zones()
    assert not [zone for zone in zones if zone in get_global("zone_aliases")]
    assert not [zone for zone in zones if "/" not in zone or zone.startswith("Etc/")]


def test_other_places_have_zones_of_today() -> None:
    assert set(places.OTHER_PLACES.values()) <= set(places.zones())


def test_the_zones_are_shipped_with_the_project() -> None:
    assert any(each.startswith("tzdata") for each in requires("article3") or ())
