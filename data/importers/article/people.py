"""Who is meant by a name: people whom the store knows, and those an article brings in by name and
office. A surname alone stands for the person last brought in."""

import re
from collections.abc import Iterator

from data.facts.knowledge import Knowledge
from data.facts.records import Attendance, Pledge, Stance, Statement
from data.importers.article.things import Person
from data.names.text import key
from data.rules.commitments import Reservation

_ENDINGS = re.compile(r"(?:yy|iy|ij|ii|yj|i)$")
"""How newspapers end one and the same name: `Zelenskyy`, `Zelenskiy`, `Zelenski`."""

_SAME_OFFICE = {
    "premier": "prime minister", "head of government": "prime minister",
    "chief": "secretary general",
    "alliance chief": "secretary general", "defence chief": "defence minister",
    "pentagon chief": "defence secretary", "secretary of defence": "defence secretary",
    "minister of defence": "defence minister", "foreign policy chief": "foreign minister",
    "top diplomat": "foreign minister", "minister of foreign affairs": "foreign minister",
    "head of state": "president",
}  # fmt: skip


class People:
    def __init__(self) -> None:
        self._by_surname: dict[str, Person] = {}
        self._by_name: dict[str, Person] = {}
        self._in_office: list[Person] = []
        self._nameless: Person | None = None

    @classmethod
    def of(cls, knowledge: Knowledge) -> "People":
        """Those who ever spoke or came by what is known, later offices over earlier ones."""
        found = cls()
        for name, party, role in _known(knowledge):
            found.add(Person(name, party, role))
        return found

    def add(self, person: Person) -> Person:
        """The person as known from now on: what is not told anew stays."""
        if person.name is None:
            return person
        before = self.find(person.name)
        name = before.name if before is not None and " " in (before.name or "") else person.name
        if before is not None:
            party, role = person.party or before.party, person.role or before.role
            person = Person(name, party, role, person.former)
        self._by_name[_comparable(name or "")] = person
        self._by_surname[_surname(name or "")] = person
        return person

    def bring_in(self, person: Person) -> Person:
        """Somebody whom the article names together with an office."""
        person = self.add(person)
        if person.role is not None and not person.former:
            self._in_office.append(person)
        return person

    def told_of(self, office: Person) -> Person:
        """Somebody of whom only the office is told, or the one who is known to have it."""
        found = self.holder(office)
        is_nameless = found.name is None and found.party is not None and not found.former
        self._nameless = found if is_nameless else None
        return found

    def newcomer(self, name: str) -> Person:
        """Somebody named for the first time without an office: who spoke just before by the office
        alone is likely the one."""
        office, self._nameless = self._nameless, None
        if office is None:
            return self.add(Person(name, None))
        return self.bring_in(Person(name, office.party, office.role))

    def holder(self, office: Person) -> Person:
        """Who was brought in with this office before; the office itself where that is nobody, or
        several."""
        if office.name is not None or office.former or office.role is None:
            return office
        role = _comparable_role(office.role)
        found = {
            each.name: each
            for each in self._in_office
            if _is_office(_comparable_role(each.role or ""), role)
            and (each.party == office.party or None in (each.party, office.party))
        }
        return next(iter(found.values())) if len(found) == 1 else office

    def find(self, name: str) -> Person | None:
        """By the whole name, or by the surname alone."""
        whole = self._by_name.get(_comparable(name))
        if whole is not None:
            return whole
        found = self._by_surname.get(_surname(name))
        if found is None or " " not in name.strip():
            return found
        first = _comparable(name.split(maxsplit=1)[0])
        return found if _comparable((found.name or "").split(maxsplit=1)[0]) == first else None


def _is_office(role: str, wanted: str) -> bool:
    """`The minister` is any but the prime minister."""
    is_any = wanted == "minister" and role.endswith(" minister") and role != "prime minister"
    return role == wanted or is_any


def _comparable_role(role: str) -> str:
    """One word for offices that newspapers call by several."""
    plain = role.casefold().replace("-", " ").replace("defense", "defence")
    plain = plain.removesuffix(" of nato")
    return _SAME_OFFICE.get(plain, plain)


def _comparable(name: str) -> str:
    return _ENDINGS.sub("y", key(name))


def _surname(name: str) -> str:
    return _comparable(name.rsplit(maxsplit=1)[-1]) if name.split() else ""


def _known(knowledge: Knowledge) -> Iterator[tuple[str, str, str | None]]:
    for revision in knowledge.revisions:
        match revision.fact:
            case Stance(speaker=str(name), party=party, role=role):
                yield name, party, role
            case Attendance(person=str(name), party=party, role=role):
                yield name, party, role
            case Statement(speaker=str(name), party=party):
                yield name, party, None
            case Pledge(speaker=str(name), members=(party,)):
                yield name, party, None
            case Reservation(speaker=str(name), member=party):
                yield name, party, None
            case _:
                pass
