"""What stands before the numbers of a row: a member, with or without its currency, or a group."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from data.members import Roster
from data.names import ENGLISH
from data.names.spellings import at_hand
from data.names.text import MOST_CHARACTERS, Query

Group = Literal["total", "europe_and_canada", "europe", "north_america"]

_GROUPS: Mapping[str, Group] = {
    "nato total": "total",
    "total nato": "total",
    "nato europe and canada": "europe_and_canada",
    "nato europe & canada": "europe_and_canada",
    "european allies and canada": "europe_and_canada",
    "nato europe": "europe",
    "north america": "north_america",
}
# A star, or a letter or digit in brackets, points to a note; a word in brackets is a currency.
_BRACKETS = re.compile(r"\(([^()]*)\)")
_MARKS = re.compile(r"[*†‡]+|\(\s*(?:[a-z]|\d{1,2})\s*\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Label:
    """`shown` is what the sheet writes, without the currency; a star stays, for it points to a
    note. Of `member`, a code, and `group` one is given, or neither for what is not known."""

    shown: str
    member: str | None = None
    group: Group | None = None
    currency: str | None = None
    """What the sheet calls it."""
    starred: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """Who is meant by a name in English, letter for letter but for case and accents."""

    codes: Mapping[str, str]
    """The members' ISO alpha-3 codes by their alpha-2 codes."""

    @classmethod
    def of(cls, roster: Roster) -> "Names":
        return cls({each.iso2: each.id for each in roster})

    def label(self, text: str) -> Label:
        brackets = [each for each in _BRACKETS.findall(text) if len(each.strip()) > 2]
        bare = _BRACKETS.sub(" ", text) if brackets else text
        shown, plain = _one_line(bare), _one_line(_MARKS.sub(" ", bare))
        group = _GROUPS.get(_one_line(plain.casefold().replace("-", " ")))
        return Label(
            shown,
            member=None if group is not None else self._member(plain),
            group=group,
            currency=brackets[-1] if brackets else None,
            starred=shown != plain,
        )

    def _member(self, name: str) -> str | None:
        country = _country(name)
        return None if country is None else self.codes.get(country)


@lru_cache(maxsize=512)
def _country(name: str) -> str | None:
    """The alpha-2 code of a country. Codes themselves are no names that a table writes."""
    if not 3 < len(name) <= MOST_CHARACTERS:
        return None
    query = Query.of(name)
    return next((found for book in at_hand(ENGLISH) for found in book.exactly(query)), None)


def _one_line(text: str) -> str:
    return " ".join(text.split())
