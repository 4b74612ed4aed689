"""Reads what came out of TOML or JSON, and is not trusted, as a record."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from types import GenericAlias
from typing import Any, TypeVar, cast, get_args

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from data.errors import Fault, Path, RecordError
from data.facts.soundness.faults import fault_of, not_a_table
from data.facts.soundness.text import LONGEST_NAME, text_problems, what_is_wrong_with
from data.messages import mark
from data.rules.commitments import Clause, Commitment

T = TypeVar("T")

DEEPEST = 8
"""Lists and tables inside of one another; a record has five at the most."""
LONGEST_LIST = 500
"""Entries that are looked at at all; what a record may hold is less and is told of later."""
LARGEST = 2**63

CLAUSES: dict[str, str] = {
    str(each.default): kind.__name__
    for kind in get_args(Clause)
    for each in fields(kind)
    if each.name == "kind"
}
"""The classes of clauses by the word that stands for them."""


def read(kind: type[T], values: Mapping[str, object]) -> T:
    """The record of a kind that `values` give by the names of its fields, as TOML or JSON have it:
    days may be texts, numbers may be Decimal or float. Whether it is sound is another question.

    Raises RecordError with everything that keeps it from being read: what is missing, unknown keys,
    wrong types, days that are not in the calendar, texts that cannot be shown.
    """
    unfit = list(_unfit((), values))
    if unfit:
        raise RecordError(unfit)
    faults = list(text_problems(dict(values)))
    told = {fault.path for fault in faults}
    if kind is Commitment:
        faults.extend(_kinds_of_clauses(values))
    try:
        (value,) = _adapter(kind).validate_json(json.dumps([values], default=_plain))
    except ValidationError as error:
        meant = (each for each in error.errors(include_url=False) if _is_meant(each, values))
        found = (fault_of(each) for each in meant)
        faults.extend(each for each in found if each is not None and each.path not in told)
        value = None
    if faults:
        raise RecordError(faults)
    return cast(T, value)


@cache
def _adapter(kind: type[Any]) -> TypeAdapter[list[Any]]:
    # A list, because pydantic takes no configuration for a dataclass that is not its own. JSON,
    # because its strict mode still reads lists as tuples and words as members of an enum.
    many: Any = GenericAlias(list, (kind,))
    return TypeAdapter(many, config=ConfigDict(extra="forbid", strict=True))


def _plain(value: Any) -> object:
    # `_unfit` has let pass no other types, and no Decimal that a float would not give back.
    return float(value) if isinstance(value, Decimal) else value.isoformat()


def _unfit(path: Path, value: Any) -> Iterator[Fault]:
    """What makes it pointless or unsafe to look at the values any closer."""
    if len(path) > DEEPEST:
        yield Fault.at(
            path, mark("lies deeper than {deepest} lists and tables.").format(deepest=DEEPEST)
        )
    elif isinstance(value, Mapping):
        yield from _unfit_table(path, cast(Mapping[object, object], value))
    elif isinstance(value, list | tuple):
        entries = cast(list[object], value)
        if len(entries) > LONGEST_LIST:
            yield Fault.at(
                path,
                mark("has {entries} entries, more than any record.").format(entries=len(entries)),
            )
            return
        for index, each in enumerate(entries):
            yield from _unfit((*path, index), each)
    elif problem := _unfit_value(value):
        yield Fault.at(path, problem)


def _unfit_table(path: Path, table: Mapping[object, object]) -> Iterator[Fault]:
    if len(table) > LONGEST_LIST:
        yield Fault.at(
            path, mark("has {table} keys, more than any record.").format(table=len(table))
        )
        return
    for key, each in table.items():
        if not isinstance(key, str):
            yield Fault.at(
                path, mark("has the key {key}, which is no text.").format(key=f"{key!r:.60}")
            )
        elif problem := what_is_wrong_with(key, longest=LONGEST_NAME):
            yield Fault.at(path, mark("has a key that {problem}").format(problem=problem))
        else:
            yield from _unfit((*path, key), each)


def _unfit_value(value: object) -> str | None:
    match value:
        case bool() | str() | float() | date() | datetime() | time() | None:
            return None
        case int():
            return (
                None if abs(value) < LARGEST else mark("is a number larger than any in a record.")
            )
        case Decimal():
            kept = not value.is_finite() or Decimal(repr(float(value))) == value
            return (
                None if kept else mark("has more digits than a number keeps; write it as a text.")
            )
        case _:
            return mark("is of the type {type}, which neither TOML nor JSON gives.").format(
                type=type(value).__name__
            )


def _kinds_of_clauses(values: Mapping[str, object]) -> Iterator[Fault]:
    """A clause must say of which kind it is: several kinds have the same keys."""
    clauses = values.get("clauses")
    for index, clause in enumerate(cast(list[object], clauses) if _is_list(clauses) else []):
        if not isinstance(clause, Mapping):
            yield Fault.at(("clauses", index), not_a_table(clause))
        elif _meant_by(values, index) is None:
            known = ", ".join(sorted(CLAUSES))
            yield Fault.at(
                ("clauses", index, "kind"), mark("must be one of {known}.").format(known=known)
            )


def _is_list(value: object) -> bool:
    return isinstance(value, list | tuple)


def _meant_by(values: Mapping[str, object], index: int) -> str | None:
    """The class that the clause at an index is to be read as."""
    clause = cast(list[object], values["clauses"])[index]
    if not isinstance(clause, Mapping):
        return None
    return CLAUSES.get(str(cast(Mapping[str, object], clause).get("kind")))


def _is_meant(error: ErrorDetails, values: Mapping[str, object]) -> bool:
    """False for what the other members of the union of clauses say about a clause."""
    path = error["loc"]
    if len(path) < 4 or path[1] != "clauses" or not isinstance(path[2], int):
        return True
    return path[3] == _meant_by(values, path[2])
