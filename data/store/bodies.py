"""Records as JSON text and back."""

import json
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from data.catalogue.kinds import FACTS
from data.errors import StoreError
from data.facts.knowledge import Fact
from data.messages import mark
from data.rules.commitments import Commitment, Reservation
from data.rules.expenditure import Edition
from data.sources import Cite

NAMES: dict[type[Any], str] = {kind: name for name, kind in FACTS.items()}

UNREADABLE = mark(
    "A record of the kind '{kind}' in the database is in a form this release cannot read. Install "
    "the release that wrote it, or a newer one."
)


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _read(kind: Any, name: str, body: str) -> Any:
    try:
        return _adapter(kind).validate_json(body)
    except ValidationError as error:
        raise StoreError(UNREADABLE.format(kind=name)) from error


def fact_text(fact: Fact) -> str:
    return _adapter(type(fact)).dump_json(fact).decode()


def read_fact(kind: str, body: str) -> Fact:
    """Raises StoreError where a record does not read as this release would have written it."""
    found = FACTS.get(kind)
    if found is None:
        raise StoreError(UNREADABLE.format(kind=kind))
    return _read(found, kind, body)


def is_same(kind: type[Fact], stored: str, body: str) -> bool:
    """Whether two texts say the same. A field that a release adds to a kind of record changes no
    fact that leaves it out."""
    if stored == body:
        return True
    try:
        return fact_text(_adapter(kind).validate_json(stored)) == body
    except ValidationError:
        return False


def edition_text(edition: Edition) -> str:
    return _adapter(Edition).dump_json(edition).decode()


def read_edition(body: str) -> Edition:
    return _read(Edition, "edition", body)


def cites_text(cites: tuple[Cite, ...]) -> str:
    return _adapter(tuple[Cite, ...]).dump_json(cites).decode()


def read_cites(body: str) -> tuple[Cite, ...]:
    # So short a text needs no validator, whose making costs more than all else here.
    return tuple(Cite(source=each["source"], locator=each["locator"]) for each in json.loads(body))


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
