"""What every question is answered from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from babel import Locale

from commands.inflection import Named
from commands.voice import Voice
from data.facts.knowledge import Knowledge
from data.members import Member
from data.messages import mark
from data.names import MemberIndex, Position, country_name
from data.names.alphabet import alphabetical

_NATO = "NATO"
_ORGANISATIONS = frozenset({_NATO, "EU", "UN"})


@dataclass(frozen=True, slots=True)
class Desk:
    """Knowledge, a language, and the day it is: the latest that can be asked about."""

    knowledge: Knowledge
    voice: Voice
    today: date
    members: MemberIndex

    @classmethod
    def of(cls, knowledge: Knowledge, voice: Voice, today: date) -> "Desk":
        return cls(knowledge, voice, today, MemberIndex.of(knowledge.roster))

    @property
    def locale(self) -> Locale:
        return self.voice.locale

    def member(self, text: str) -> Member:
        """The member meant by whatever was typed; a QuestionError says what would have worked."""
        return self.members.find(text, self.locale)

    def is_guest_country(self, code: str) -> bool:
        """A country outside the Alliance; an organisation is none."""
        return code not in self.knowledge.roster and code not in _ORGANISATIONS

    def order(self, code: str) -> tuple[tuple[str, int], ...]:
        """What parties are sorted by, in the alphabet of the reader's language."""
        return alphabetical(self.party_name(code), self.voice.language)

    def alphabetical(self, codes: Iterable[str]) -> list[Named]:
        return [self.party_name(each) for each in sorted(codes, key=self.order)]

    def party_name(self, code: str, position: Position = "alone") -> Named:
        """A member, another country or an organisation, in the reader's language."""
        if code == _NATO:
            return Named(self.voice.text(mark("NATO")), code)
        return Named(country_name(code, self.locale, position=position), code)
