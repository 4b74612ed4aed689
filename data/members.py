"""Who is in the Alliance, and since when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from data.sources import Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member of the Alliance.

    `joined` is the day its instrument of accession took effect. `groups` is left to the questions
    that need them. Names are not here: they come from CLDR, in the reader's language.
    """

    id: str
    """ISO 3166-1 alpha-3."""
    iso2: str
    joined: date
    armed_forces: bool
    cites: tuple[Cite, ...]

    def is_member_on(self, day: date) -> bool:
        return self.joined <= day


@dataclass(frozen=True, slots=True)
class Roster:
    """All members, by ISO alpha-3 code, in the order of the codes."""

    by_code: dict[str, Member]

    @classmethod
    def of(cls, members: Iterable[Member]) -> "Roster":
        return cls({member.id: member for member in sorted(members, key=lambda each: each.id)})

    def __getitem__(self, code: str) -> Member:
        return self.by_code[code]

    def __contains__(self, code: object) -> bool:
        return code in self.by_code

    def __iter__(self) -> Iterator[Member]:
        return iter(self.by_code.values())

    def __len__(self) -> int:
        return len(self.by_code)
