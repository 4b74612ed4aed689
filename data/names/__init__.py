"""Names of countries in the reader's language, and members found by whatever a person types."""

from data.names.countries import ENGLISH, Position, country_name
from data.names.index import MemberIndex
from data.names.spellings import read_all_languages

__all__ = ["ENGLISH", "MemberIndex", "Position", "country_name", "read_all_languages"]
