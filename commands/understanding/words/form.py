"""How the words of a language are written down.

All entries are separated by blanks. `_` stands between the words of a phrase, and `*` stands for
any ending, so `compar*` is compare, comparing and comparison. Capitals and diacritics do not
matter. A word may stand in several places.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from commands.understanding.concepts import Concept


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    cues: Mapping[Concept, str]
    months: tuple[str, ...]
    """January to December."""
    members: Mapping[str, str]
    """What a country, its people and what is its own are called, by ISO alpha-3 code; also of
    countries outside the Alliance that are often asked about."""
    cities: Mapping[str, str]
    """Where something was agreed or met, by the English name."""
    groups: Mapping[str, str]
    terms: Mapping[str, str]
    """What is explained in the glossary, by the id there."""
