"""Results as JSON documents, for other programs."""

from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, cast

from data.dates import PartialDate
from data.members import Member
from data.rules.derivation import Step
from data.rules.shapes import VERSION, Result, entries_of


def as_json(found: Result) -> dict[str, Any]:
    """`found` as what `json.dumps` takes: objects, arrays, strings, whole numbers, yes, no, null.

    `{"version", "kind", "result", "steps"}`. A figure in the result is the key of a step; steps are
    listed once each, with their inputs as keys. A key is good within its document only. Decimals
    are strings, dates are ISO 8601 and as precise as they are known, members are alpha-3 codes.
    Series are told by their edition and its basis. `json_schema` has the whole shape.
    """
    writer = _Writer()
    result = writer.plain(found)
    return {
        "version": VERSION,
        "kind": type(found).__name__.lower(),
        "result": result,
        "steps": writer.steps,
    }


class _Writer:
    def __init__(self) -> None:
        self.steps: dict[str, dict[str, Any]] = {}
        self._keys: dict[Step, str] = {}
        self._used: dict[str, int] = {}

    def plain(self, value: object) -> Any:
        match value:
            case Step():
                return self._keys.get(value) or self._step(value)
            case Enum():
                return value.value
            case str():
                # Marked sentences as well, in English.
                return str(value)
            case None | bool() | int():
                return value
            case Decimal():
                return f"{value:f}"
            case date() | PartialDate():
                return str(value)
            case Member():
                return value.id
            case tuple() | frozenset():
                return [self.plain(each) for each in cast("tuple[object, ...]", value)]
            case _ if is_dataclass(value):
                return self._object(value)
            case _:
                raise TypeError(f"{type(value).__name__} has no place in a document")

    def _step(self, step: Step) -> str:
        count = self._used[step.symbol] = self._used.get(step.symbol, 0) + 1
        key = step.symbol if count == 1 else f"{step.symbol}#{count}"
        self._keys[step] = key
        # Its place is taken before those of its inputs.
        self.steps[key] = {}
        self.steps[key].update(self._object(step))
        return key

    def _object(self, value: object) -> dict[str, Any]:
        return {each.name: self.plain(each.value(value)) for each in entries_of(type(value))}
