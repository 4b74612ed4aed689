"""Codes of countries, parties and currencies, and English names, from CLDR."""

import re
from collections.abc import Mapping
from functools import cache
from typing import cast

from babel import Locale
from babel.core import get_global

ORGANISATIONS = frozenset({"NATO", "EU", "UN"})

_ALPHA3 = re.compile(r"[A-Z]{3}")
_CURRENCY = re.compile(r"[A-Z]{3}")


def is_country(code: str) -> bool:
    """True for an ISO 3166-1 alpha-3 code."""
    return _ALPHA3.fullmatch(code) is not None and alpha2(code) is not None


def is_party(code: str) -> bool:
    return code in ORGANISATIONS or is_country(code)


def is_currency(code: str) -> bool:
    """True for what has the form of an ISO 4217 code."""
    return _CURRENCY.fullmatch(code) is not None


def alpha2(code: str) -> str | None:
    """The ISO 3166-1 alpha-2 code that belongs to an alpha-3 code."""
    found: list[str] | None = get_global("territory_aliases").get(code)
    return found[0] if found is not None and len(found) == 1 else None


@cache
def english_name(code: str) -> str:
    """The name of an alpha-3 code; the code itself where there is none. For locators, which point
    into English texts whatever language the reader has."""
    names = cast(Mapping[str, str], Locale("en").territories)
    return names.get(alpha2(code) or "", code)
