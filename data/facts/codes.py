"""Codes of countries, parties and currencies, from CLDR."""

import re

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
    from babel.core import get_global

    found: list[str] | None = get_global("territory_aliases").get(code)
    return found[0] if found is not None and len(found) == 1 else None
