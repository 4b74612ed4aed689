"""Records as JSON text and back."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from data.facts.knowledge import Fact
from data.facts.records import Attendance, Meeting, Pledge, Request, Stance, Statement
from data.rules.commitments import Commitment, Reservation
from data.rules.expenditure import Edition
from data.sources import Cite

KINDS: dict[str, type[Fact]] = {
    "commitment": Commitment,
    "reservation": Reservation,
    "meeting": Meeting,
    "attendance": Attendance,
    "stance": Stance,
    "pledge": Pledge,
    "request": Request,
    "statement": Statement,
}
NAMES: dict[type[Any], str] = {kind: name for name, kind in KINDS.items()}


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def fact_text(fact: Fact) -> str:
    return _adapter(type(fact)).dump_json(fact).decode()


def read_fact(kind: str, body: str) -> Fact:
    return _adapter(KINDS[kind]).validate_json(body)


def edition_text(edition: Edition) -> str:
    return _adapter(Edition).dump_json(edition).decode()


def read_edition(body: str) -> Edition:
    return _adapter(Edition).validate_json(body)


def cites_text(cites: tuple[Cite, ...]) -> str:
    return _adapter(tuple[Cite, ...]).dump_json(cites).decode()


def read_cites(body: str) -> tuple[Cite, ...]:
    return _adapter(tuple[Cite, ...]).validate_json(body)


def cites_of(fact: Fact) -> tuple[Cite, ...]:
    """Everything a fact rests on, the first source first."""
    if isinstance(fact, Commitment):
        parts = (*fact.history, *fact.clauses)
        return tuple(cite for part in parts for cite in part.cites)
    if isinstance(fact, Reservation):
        return (*fact.cites, *(cite for each in fact.disputes for cite in each.cites))
    return fact.cites


def known_on(fact: Fact) -> str:
    return str(fact.history[0].known_on if isinstance(fact, Commitment) else fact.known_on)
