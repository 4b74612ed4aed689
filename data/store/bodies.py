"""Records as JSON text and back, and the keys by which tables know them."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from data.errors import StoreError
from data.facts.kinds import KINDS, NAMES, Value
from data.facts.records import Attendance, Group, Meeting, Pledge, Request, Stance, Statement
from data.messages import mark
from data.rules.commitments import Commitment, Fulfilment, Reservation
from data.sources import Cite, Source
from data.store.tables import GATHERING

UNREADABLE = mark(
    "A record of the kind '{kind}' in the database is in a form this release cannot read. Install "
    "the release that wrote it, or a newer one."
)


def key(kind: str, known_as: str) -> str:
    return f"{kind}:{known_as}"


def key_of(value: Value) -> str:
    return key(NAMES[type(value)], value.id)


def id_in(of: str) -> str:
    return of.partition(":")[2]


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def text(value: Value) -> str:
    return _adapter(type(value)).dump_json(value).decode()


def read(kind: str, body: str) -> Value:
    """Raises StoreError where a record does not read as this release would have written it."""
    found = KINDS.get(kind)
    if found is None:
        raise StoreError(UNREADABLE.format(kind=kind))
    try:
        return _adapter(found).validate_json(body)
    except ValidationError as error:
        raise StoreError(UNREADABLE.format(kind=kind)) from error


def is_same(kind: type[Value], stored: str, body: str) -> bool:
    """Whether two texts say the same. A field that a release adds to a kind of record changes no
    fact that leaves it out."""
    if stored == body:
        return True
    try:
        return text(_adapter(kind).validate_json(stored)) == body
    except ValidationError:
        return False


Difference = tuple[str, str | None, str | None]
"""A field, and what it was and is, as JSON; None where it was not or is not there."""


def differences(before: str, after: str) -> tuple[Difference, ...]:
    """The fields in which two records differ, in the order of the later one."""
    old, new = json.loads(before), json.loads(after)
    names = [*new, *(name for name in old if name not in new)]
    return tuple(
        (name, _shown(old, name), _shown(new, name))
        for name in names
        if old.get(name) != new.get(name)
    )


def _shown(record: dict[str, Any], name: str) -> str | None:
    return json.dumps(record[name], ensure_ascii=False) if name in record else None


def cites_of(value: Value) -> tuple[Cite, ...]:
    """Everything a record rests on, the first source first; a source rests on nothing."""
    match value:
        case Source():
            return ()
        case Commitment():
            parts = (*value.history, *value.clauses)
            return tuple(cite for part in parts for cite in part.cites)
        case Reservation():
            return (*value.cites, *(cite for each in value.disputes for cite in each.cites))
        case _:
            return value.cites


def first_source(value: Value) -> str:
    """The key of the source that stands beside the record; of a source, its own."""
    name = value.id if isinstance(value, Source) else cites_of(value)[0].source
    return key("source", name)


def refers_to(value: Value) -> frozenset[str]:
    """The keys of all that a record cites and is about, itself left out. What a statement is about
    may be of several kinds, so it is in `may_refer_to`."""
    cited = {key("source", cite.source) for cite in cites_of(value)}
    return frozenset(cited | set(_subjects(value)))


def may_refer_to(value: Value) -> frozenset[str]:
    """Keys of which those count that are there."""
    if not isinstance(value, Statement):
        return frozenset()
    kinds = ("commitment", GATHERING, "member")
    return frozenset(key(kind, value.about) for kind in kinds)


def _subjects(value: Value) -> Iterator[str]:
    match value:
        case Stance() | Reservation():
            yield key("member", value.member)
        case Pledge() | Request() | Fulfilment() | Group():
            yield from (key("member", each) for each in value.members)
        case Attendance():
            yield key(GATHERING, value.meeting)
        case Meeting():
            yield key(GATHERING, value.meeting)
        case Commitment():
            yield from (key("commitment", each) for each in value.adopts)
            if value.superseded_by is not None:
                yield key("commitment", value.superseded_by)
        case _:
            pass
    if isinstance(value, Stance | Request | Fulfilment | Reservation) and value.commitment:
        yield key("commitment", value.commitment)
