"""Codes as the rows of observations need them, and the English names of countries."""

from collections.abc import Mapping
from functools import cache
from typing import cast

from babel import Locale

from data.facts.codes import alpha2, is_currency

__all__ = ["english_name", "is_currency"]


@cache
def english_name(code: str) -> str:
    """The name of an alpha-3 code; the code itself where there is none. For locators, which point
    into English texts whatever language the reader has."""
    names = cast(Mapping[str, str], Locale("en").territories)
    return names.get(alpha2(code) or "", code)
