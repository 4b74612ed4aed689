"""Countries by their ISO codes, and what they are called in the reader's language.

Names are CLDR's. In English these are the names NATO uses, Türkiye, Czechia and North Macedonia
among them; a test pins all members' English names, so that a newer CLDR cannot change them
unnoticed.
"""

from collections.abc import Mapping
from functools import cache
from typing import Literal, cast

from babel import Locale
from babel.core import get_global

from data.errors import KnowledgeError

ENGLISH = Locale("en")

Position = Literal["alone", "inside", "start"]
"""Where a name stands: in a label or a table, inside a sentence, or at the start of one."""

# CLDR's aliases hold codes that ISO has withdrawn, such as DDR, beside those in use.
_WITHDRAWN = frozenset({"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"})
# Kosovo has no ISO code; XKX is what most institutions write.
_UNOFFICIAL = {"XKX": "XK"}
# Not countries, but parties to meetings, and what people may take for members.
_ORGANISATIONS = {"EU": "EU", "UN": "UN"}
_NO_COUNTRY = frozenset({"EZ", "QO", "XA", "XB", "ZZ"})

# English names that take an article. CLDR holds none.
_WITH_THE = frozenset({
    "GB", "NL", "US", "AE", "AX", "BQ", "BS", "CC", "CF", "CK", "DO", "EU", "FK", "FO", "GM",
    "IM", "IO", "KM", "KY", "MH", "MP", "MV", "PH", "PN", "PS", "SB", "SC", "TC", "TF", "UM",
    "UN", "VG", "VI",
})  # fmt: skip


def country_name(code: str, locale: Locale = ENGLISH, *, position: Position = "alone") -> str:
    """The name of a country by its ISO alpha-3 code (also XKX, EU and UN).

    `position` matters in English only, which says "the Netherlands" in a sentence and
    "Netherlands" in a table. Where CLDR has no name in the language, it is the English one.
    Raises KnowledgeError for a code of no country.
    """
    return territory_name(alpha2(code), locale, position=position)


def alpha2(code: str) -> str:
    """Raises KnowledgeError for a code of no country."""
    found = alpha3_codes().get(code)
    if found is None:
        raise KnowledgeError(f"'{code}' is not the code of a country.")
    return found


def territory_name(iso2: str, locale: Locale, *, position: Position = "alone") -> str:
    name = territories(locale).get(iso2) or territories(ENGLISH)[iso2]
    if position == "alone" or locale.language != "en" or iso2 not in _WITH_THE:
        return name
    return f"{'The' if position == 'start' else 'the'} {name}"


def territories(locale: Locale) -> Mapping[str, str]:
    """CLDR's names by alpha-2 code; the codes of regions are among them."""
    return cast("Mapping[str, str]", locale.territories)


@cache
def alpha3_codes() -> Mapping[str, str]:
    """Alpha-2 codes by alpha-3 codes."""
    aliases = cast("Mapping[str, list[str]]", get_global("territory_aliases"))
    known = alpha2_codes()
    codes = {
        code: targets[0]
        for code, targets in aliases.items()
        if len(code) == 3 and code.isalpha() and len(targets) == 1 and targets[0] in known
    }
    iso = {code: iso2 for code, iso2 in codes.items() if code not in _WITHDRAWN | {"QUU", "XKK"}}
    return iso | _UNOFFICIAL | _ORGANISATIONS


@cache
def alpha2_codes() -> frozenset[str]:
    return frozenset(
        code
        for code in territories(ENGLISH)
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY
    )
