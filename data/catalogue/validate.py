"""Turns records into the project's own values, or into faults that say what is wrong."""

import json
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from types import GenericAlias
from typing import Any, Generic, TypeVar, get_args

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from data.catalogue.read_toml import PLURALS, Place, Record, as_tables, label
from data.catalogue.toml_lines import Path
from data.errors import CatalogueFault
from data.rules.commitments import Clause

T = TypeVar("T")

CLAUSES: dict[str, str] = {
    str(each.default): kind.__name__
    for kind in get_args(Clause)
    for each in fields(kind)
    if each.name == "kind"
}
"""The classes of clauses by the word that stands for them in a file."""


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """A validated value, still with its place."""

    place: Place
    value: T


def validate(record: Record, kind: type[T]) -> tuple[Entry[T] | None, list[CatalogueFault]]:
    """The record as a `kind`, or the faults that keep it from being one."""
    faults = [*_plurals(record, kind), *_kinds_of_clauses(record)]
    values = _by_field(record, kind)
    try:
        (value,) = _adapter(kind).validate_json(json.dumps([values], default=_plain))
    except ValidationError as error:
        details = error.errors(include_url=False)
        faults.extend(_fault(record, each) for each in details if _is_meant(record, each))
        return None, faults
    return (None if faults else Entry(record.place, value)), faults


def _by_field(record: Record, kind: type[Any]) -> dict[str, Any]:
    """The values by the fields their keys stand for: some records name one clause, others hold
    several."""
    names = {each.name for each in fields(kind)}
    plural = {key: PLURALS[key] for key in PLURALS if PLURALS[key] in names}
    return {plural.get(key, key): each for key, each in record.values.items()}


@cache
def _adapter(kind: type[Any]) -> TypeAdapter[list[Any]]:
    # A list, because pydantic takes no configuration for a dataclass that is not its own. JSON,
    # because its strict mode still reads lists as tuples and words as members of an enum.
    many: Any = GenericAlias(list, (kind,))
    return TypeAdapter(many, config=ConfigDict(extra="forbid", strict=True))


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    raise TypeError(f"TOML does not give a {type(value).__name__}")


def _plurals(record: Record, kind: type[Any]) -> list[CatalogueFault]:
    """Nested tables have one spelling, or two could be given at once and one would be lost."""
    owner, known = record.place.kind, {each.name for each in fields(kind)}
    return [
        record.place.fault(f"'{plural}' is not a key of this record; write [[{owner}.{singular}]].")
        for singular, plural in PLURALS.items()
        if plural in record.values and plural in known
    ]


def _kinds_of_clauses(record: Record) -> list[CatalogueFault]:
    """A clause must say of which kind it is: several kinds have the same keys."""
    known = ", ".join(sorted(CLAUSES))
    return [
        record.place.fault(f"'clause[{at + 1}].kind' must be one of {known}.", "clause", at, "kind")
        for at in range(len(as_tables(record.values.get("clause")) or []))
        if _meant_by(record, at) is None
    ]


def _meant_by(record: Record, at: int) -> str | None:
    """The class that the clause at an index is to be read as."""
    clauses = as_tables(record.values.get("clause"))
    return None if clauses is None else CLAUSES.get(str(clauses[at].get("kind")))


def _is_meant(record: Record, error: ErrorDetails) -> bool:
    """False for what the other members of the union of clauses say about a clause."""
    path = error["loc"]
    if len(path) < 4 or path[1] != "clauses" or not isinstance(path[2], int):
        return True
    return path[3] == _meant_by(record, path[2])


def _fault(record: Record, error: ErrorDetails) -> CatalogueFault:
    classes = set(CLAUSES.values())
    path: Path = tuple(part for part in error["loc"][1:] if part not in classes)
    return record.place.fault(_sentence(path, error), *path)


def _sentence(path: Path, error: ErrorDetails) -> str:
    where = label(path)
    if error["type"] == "missing":
        return f"'{where}' is missing."
    if error["type"] == "unexpected_keyword_argument":
        return f"'{where}' is not a key of this record."
    if error["type"] == "value_error":
        return f"'{where}' is wrong: {error['msg'].removeprefix('Value error, ')}"
    given = json.dumps(error["input"], ensure_ascii=False, default=str)[:60]
    return f"'{where}' is {given}: {error['msg'][:1].lower()}{error['msg'][1:]}."
