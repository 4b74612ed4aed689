"""What a release of the catalogue does to the facts in the store, decided without a database.

The newest revision of a fact decides. Where a person wrote or ended it, the fact is theirs and the
catalogue leaves it alone. Intervals are half-open and never overlap, whatever the clock does.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from data.errors import KnowledgeError
from data.facts.knowledge import Fact, known_from
from data.messages import mark
from data.store import bodies

CATALOGUE = "catalogue"

CORRECTED = mark("The catalogue of a later release states it otherwise.")
RETRACTED = mark("The catalogue of a later release does not hold it any more.")
TWICE = mark("The catalogue holds the id '{id}' twice; nothing of it was loaded.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The newest revision of a fact in the store."""

    row: int
    revision: int
    body: str
    origin: str
    known_from: date
    ended_by: str | None
    """Who ended it; None while it is open."""
    free_from: date
    """The day the last earlier revision that anybody could know came to its end."""

    @property
    def is_open(self) -> bool:
        return self.ended_by is None

    @property
    def is_ours(self) -> bool:
        return self.origin == CATALOGUE and self.ended_by in (None, CATALOGUE)


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of an open revision. One not known yet by then was known on no day."""

    row: int
    known_until: date
    ended_as: Literal["corrected", "retracted"]
    because: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """A revision to be written."""

    fact: Fact
    body: str
    revision: int
    known_from: date


@dataclass(slots=True)
class Plan:
    endings: list[Ending] = field(default_factory=list[Ending])
    beginnings: list[Beginning] = field(default_factory=list[Beginning])
    added: int = 0
    corrected: int = 0
    retracted: int = 0
    unchanged: int = 0
    left: int = 0
    """Facts of the catalogue that a person corrected, withdrew, or recorded before it."""

    def take(self, fact: Fact, held: Held | None, today: date) -> None:
        """`fact` is what the catalogue says now, `held` what the store says."""
        body = bodies.fact_text(fact)
        if held is None:
            self.added += 1
            self.beginnings.append(Beginning(fact, body, 1, known_from(fact)))
        elif not held.is_ours:
            self.left += 1
        elif held.is_open and bodies.is_same(type(fact), held.body, body):
            self.unchanged += 1
        else:
            # What was said until now was said until now: a later revision never reaches back.
            start = max(known_from(fact), today, held.free_from)
            self.beginnings.append(Beginning(fact, body, held.revision + 1, start))
            if held.is_open:
                self.corrected += 1
                self._end(held, today, "corrected", CORRECTED)
            else:
                self.added += 1

    def drop(self, held: Held, today: date) -> None:
        """`held` is of a fact the catalogue does not hold."""
        if held.is_ours and held.is_open:
            self.retracted += 1
            self._end(held, today, "retracted", RETRACTED)

    def _end(
        self, held: Held, today: date, ended_as: Literal["corrected", "retracted"], because: str
    ) -> None:
        until = max(held.known_from, today)
        self.endings.append(Ending(held.row, until, ended_as, because))


def plan(facts: Iterable[Fact], held: Mapping[str, Held], today: date) -> Plan:
    """Raises KnowledgeError where two facts share an id."""
    found = Plan()
    seen: set[str] = set()
    for fact in facts:
        if fact.id in seen:
            raise KnowledgeError(TWICE.format(id=fact.id))
        seen.add(fact.id)
        found.take(fact, held.get(fact.id), today)
    for known_as, revision in held.items():
        if known_as not in seen:
            found.drop(revision, today)
    return found
