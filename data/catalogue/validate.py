"""Turns records into the project's own values, or into faults that say what is wrong and where."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar

from data.catalogue.read_toml import PLURALS, Place, Record, label
from data.errors import CatalogueFault, Fault, RecordError
from data.facts.soundness.reading import read
from data.messages import mark

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """A validated value, still with its place."""

    place: Place
    value: T


_GOES_ON = mark("'{field}' {problem}")
_IS_WRONG = mark("'{field}' is wrong: {problem}")


def validate(record: Record, kind: type[T]) -> tuple[Entry[T] | None, list[CatalogueFault]]:
    """The record as a `kind`, or the faults that keep it from being one."""
    faults = _plurals(record, kind)
    try:
        value = read(kind, _by_field(record, kind))
    except RecordError as error:
        return None, [*faults, *(_unread(record.place, each) for each in error.faults)]
    return (None if faults else Entry(record.place, value)), faults


def placed(place: Place, faults: Iterable[Fault]) -> list[CatalogueFault]:
    """What is wrong with a value, with the file and the line it was written in."""
    return [place.fault(_sentence(each), *each.path) for each in faults]


def _sentence(fault: Fault) -> str:
    # A problem that does not begin a sentence goes on after the name of its field.
    goes_on = fault.problem[:1].islower() and fault.path
    if not goes_on:
        return fault.problem
    return _GOES_ON.format(field=label(fault.path), problem=fault.problem)


def _unread(place: Place, fault: Fault) -> CatalogueFault:
    if fault.problem[:1].islower() or not fault.path:
        return place.fault(_sentence(fault), *fault.path)
    return place.fault(
        _IS_WRONG.format(field=label(fault.path), problem=fault.problem), *fault.path
    )


def _by_field(record: Record, kind: type[Any]) -> dict[str, Any]:
    """The values by the fields their keys stand for: some records name one clause, others hold
    several."""
    names = {each.name for each in fields(kind)}
    plural = {key: PLURALS[key] for key in PLURALS if PLURALS[key] in names}
    return {plural.get(key, key): each for key, each in record.values.items()}


def _plurals(record: Record, kind: type[Any]) -> list[CatalogueFault]:
    """Nested tables have one spelling, or two could be given at once and one would be lost."""
    owner, known = record.place.kind, {each.name for each in fields(kind)}
    return [
        record.place.fault(
            mark("'{plural}' is not a key of this record; write [[{owner}.{singular}]].").format(
                plural=plural, owner=owner, singular=singular
            )
        )
        for singular, plural in PLURALS.items()
        if plural in record.values and plural in known
    ]
