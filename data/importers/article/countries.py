"""Countries and other parties by the English words that newspapers use for them."""

from collections.abc import Mapping
from functools import cache

from data.names.aliases import ALIASES
from data.names.countries import ENGLISH, alpha3_codes, territories

_PEOPLES: Mapping[str, str] = {
    "ALB": "albanian", "BEL": "belgian", "BGR": "bulgarian", "CAN": "canadian", "HRV": "croatian",
    "CZE": "czech", "DNK": "danish", "EST": "estonian", "FIN": "finnish", "FRA": "french",
    "DEU": "german", "GRC": "greek", "HUN": "hungarian", "ISL": "icelandic", "ITA": "italian",
    "LVA": "latvian", "LTU": "lithuanian", "LUX": "luxembourgish", "MNE": "montenegrin",
    "NLD": "dutch", "MKD": "macedonian", "NOR": "norwegian", "POL": "polish",
    "PRT": "portuguese", "ROU": "romanian", "SVK": "slovak", "SVN": "slovenian", "ESP": "spanish",
    "SWE": "swedish", "TUR": "turkish", "GBR": "british", "USA": "american", "UKR": "ukrainian",
    "RUS": "russian", "CHN": "chinese", "IRL": "irish", "AUT": "austrian", "CHE": "swiss",
    "JPN": "japanese", "KOR": "south korean", "AUS": "australian", "NZL": "new zealand",
    "ISR": "israeli", "GEO": "georgian", "MDA": "moldovan", "SRB": "serbian", "BLR": "belarusian",
    "IND": "indian", "IRN": "iranian",
}  # fmt: skip
"""What people and things of a country are called, by its alpha-3 code."""

_MORE: Mapping[str, str] = {
    "slovene": "SVN", "luxembourger": "LUX", "north macedonian": "MKD", "u.s.": "USA",
    "u.k.": "GBR", "e.u.": "EU", "u.n.": "UN", "nato": "NATO", "the alliance": "NATO",
    "bundestag": "DEU", "sejm": "POL", "storting": "NOR", "riksdag": "SWE", "folketing": "DNK",
    "saeima": "LVA", "seimas": "LTU", "riigikogu": "EST", "eduskunta": "FIN", "cortes": "ESP",
    "pentagon": "USA", "white house": "USA", "congress": "USA", "us congress": "USA",
    "downing street": "GBR", "whitehall": "GBR", "house of commons": "GBR", "élysée": "FRA",
    "elysee": "FRA", "assemblée nationale": "FRA", "kremlin": "RUS", "moncloa": "ESP",
    "palazzo chigi": "ITA", "verkhovna rada": "UKR", "knesset": "ISR", "tweede kamer": "NLD",
    "czechs": "CZE", "britons": "GBR", "the hague 's": "NLD",
    "european commission": "EU", "european council": "EU", "european parliament": "EU",
    "grand duchy": "LUX", "federal republic": "DEU",
    "kiev": "UKR", "danes": "DNK", "poles": "POL", "spaniards": "ESP", "finns": "FIN",
}  # fmt: skip


@cache
def parties() -> Mapping[str, str]:
    """Codes by names in small letters: countries, organisations and what their people are called.
    A name of several words has spaces between them."""
    english = territories(ENGLISH)
    found: dict[str, str] = {}
    for code, iso2 in alpha3_codes().items():
        for name in (english.get(iso2, ""), *ALIASES.get(iso2, ())):
            if name and (name.isascii() or name == "Türkiye"):
                found.setdefault(name.replace("-", " ").casefold(), code)
    found.update((name, code) for code, name in _PEOPLES.items())
    found.update(_MORE)
    # `States` alone is as often those of the Alliance, and `Jersey` a shirt.
    for each in ("states", "vk", "amerika", "eua", "abd"):
        found.pop(each, None)
    return found


@cache
def longest() -> int:
    """The most words a party's name has."""
    return max(len(name.split()) for name in parties())


@cache
def adjectives() -> frozenset[str]:
    """Those names that stand before what belongs to a country."""
    return frozenset(_PEOPLES.values()) | {"slovene", "north macedonian", "u.s.", "u.k.", "e.u."}


def is_country(code: str) -> bool:
    """Whether a code is an alpha-3 code, rather than one of an organisation."""
    return len(code) == len("ESP")
