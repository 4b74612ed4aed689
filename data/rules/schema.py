"""The JSON Schema of the documents that `as_json` writes."""

from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from data.dates import PartialDate
from data.members import Member
from data.rules.derivation import Step
from data.rules.shapes import VERSION, Result, entries_of

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_KEY = r"[a-z][a-z0-9_]*(#[1-9][0-9]*)?"
_TIME = "T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})"
_PLAIN: dict[Any, Mapping[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    NoneType: {"type": "null"},
    Decimal: {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"},
    date: {"type": "string", "format": "date"},
    PartialDate: {
        "type": "string",
        "pattern": f"^[0-9]{{4}}(-[0-9]{{2}}(-[0-9]{{2}}({_TIME})?)?)?$",
    },
    Member: {"type": "string", "pattern": "^[A-Z]{3}$"},
    Step: {"type": "string", "pattern": f"^{_KEY}$", "description": "The key of one of the steps."},
}


def json_schema(kind: type[Result]) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what `as_json` makes of a `kind`, such as `Survey`."""
    drafter = _Drafter()
    name = kind.__name__
    result = drafter.schema(kind)
    return {
        "$schema": DRAFT,
        "$id": f"urn:article3:rules:{name.lower()}:{VERSION}",
        "title": name,
        "type": "object",
        "properties": {
            "version": {"const": VERSION},
            "kind": {"const": name.lower()},
            "result": result,
            "steps": {
                "type": "object",
                "propertyNames": {"pattern": f"^{_KEY}$"},
                "additionalProperties": drafter.define(Step),
            },
        },
        "required": ["version", "kind", "result", "steps"],
        "additionalProperties": False,
        "$defs": drafter.definitions,
    }


class _Drafter:
    def __init__(self) -> None:
        self.definitions: dict[str, dict[str, Any]] = {}

    def schema(self, hint: Any) -> dict[str, Any]:
        if hint in _PLAIN:
            return dict(_PLAIN[hint])
        origin, arguments = get_origin(hint), get_args(hint)
        if origin in (Union, UnionType):
            return {"anyOf": [self.schema(each) for each in arguments]}
        if origin is Literal:
            return {"enum": list(arguments)}
        if origin is tuple and arguments[-1] is ...:
            return {"type": "array", "items": self.schema(arguments[0])}
        if is_dataclass(hint) or issubclass(hint, Enum):
            return self.define(hint)
        raise TypeError(f"{hint} has no place in a document")

    def define(self, kind: Any) -> dict[str, Any]:
        """A reference to the definition of an enum or a dataclass, which is made at first use."""
        name: str = kind.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            plain = issubclass(kind, Enum)
            self.definitions[name].update(_values(kind) if plain else self._object(kind))
            own = kind.__doc__
            if own and not own.startswith(f"{name}("):
                self.definitions[name]["description"] = " ".join(own.split())
        return {"$ref": f"#/$defs/{name}"}

    def _object(self, kind: type) -> dict[str, Any]:
        properties = {each.name: self.schema(each.hint) for each in entries_of(kind)}
        return {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }


def _values(kind: type[Enum]) -> dict[str, Any]:
    return {"enum": [each.value for each in kind]}
