"""What questions name that stands in no table of words: it comes from the knowledge."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from commands.desk import Desk
from data.facts.knowledge import Knowledge
from data.facts.records import Attendance, Meeting, Stance
from data.names.text import words
from data.rules import Commitment, ShareTarget

_SHORTEST = 4
_ALSO_SPELT: Mapping[str, tuple[str, ...]] = {"zelensky": ("zelensk", "selensk")}
"""Beginnings of names that languages spell otherwise."""
_MOST_ENDING = 4
"""The letters that a declined name may have more."""


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """`people` are the countries that persons speak for, by the last name; `hosts` are the
    countries that meetings were or will be held in; `floors` are the shares of clauses."""

    knowledge: Knowledge
    people: Mapping[str, str]
    hosts: frozenset[str]
    floors: frozenset[Decimal]

    @classmethod
    def of(cls, knowledge: Knowledge) -> "Named":
        facts = [revision.fact for revision in knowledge.revisions]
        people: dict[str, str] = {}
        for person, party in _people(knowledge):
            last = words(person)[-1]
            for spelt in (last, *_ALSO_SPELT.get(last, ())):
                if len(last) >= _SHORTEST:
                    people.setdefault(spelt, party)
        return cls(
            knowledge=knowledge,
            people=people,
            hosts=frozenset(
                each.country for each in facts if isinstance(each, Meeting) and each.country
            ),
            floors=frozenset(
                clause.share
                for each in facts
                if isinstance(each, Commitment)
                for clause in each.clauses
                if isinstance(clause, ShareTarget)
            ),
        )

    def person(self, key: str) -> str | None:
        """The last name that a word is, in whichever case."""
        for size in range(_SHORTEST, len(key) + 1):
            if key[:size] in self.people and len(key) - size <= _MOST_ENDING:
                return key[:size]
        return None


def _people(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    for revision in knowledge.revisions:
        match revision.fact:
            case Attendance(person=str(person), party=party):
                yield person, party
            case Stance(speaker=str(speaker), party=party):
                yield speaker, party
            case _:
                pass


_last: list[Named] = []


def named(desk: Desk) -> Named:
    """Kept until something becomes known."""
    if not _last or _last[0].knowledge is not desk.knowledge:
        _last[:] = [Named.of(desk.knowledge)]
    return _last[0]
