"""Request bodies held to Discord's own description of its API.

The description leaves objects open. Here they are closed, so that a field nobody knows is said;
where it refuses what Discord is known to take, `deviations` has the exception and its reason.
"""

import json
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jsonschema_rs import Draft202012, Draft202012Validator, Registry, ValidationError

from tests.standin.checks.deviations import DEVIATIONS, Deviation
from tests.standin.checks.routes import Templates

PLACE = "ARTICLE3_OPENAPI"
"""The setting that names the file of the description, where it is elsewhere."""

CHECKOUT = Path(__file__).resolve().parents[3]
USUAL = CHECKOUT.parent / "shared" / "reference" / "discord" / "openapi.json"

_BASE = "openapi:///"


class Description:
    """Discord's description of its API. What checks a route's bodies is made when first needed."""

    def __init__(
        self, document: dict[str, Any], *, deviations: Sequence[Deviation] = DEVIATIONS
    ) -> None:
        schemas = document["components"]["schemas"]
        for schema in schemas.values():
            _close(schema)
        for deviation in deviations:
            deviation.allow(schemas)
        self._paths = document["paths"]
        self._templates = Templates(self._paths)
        self._registry = Registry([(_BASE, document)], draft=Draft202012)
        self._validators: dict[tuple[str, str], Draft202012Validator] = {}

    @classmethod
    def load(cls, path: Path | None = None) -> "Description | None":
        """The description in this file, or where `find` finds it; None where it is nowhere.

        A file that was named and is not there is an error (FileNotFoundError).
        """
        found = path or find()
        return None if found is None else _read(found)

    def check(self, method: str, path: str, body: object) -> list[str]:
        """What is wrong with the body of a request, a sentence each; None stands for no body.

        The path is without /api/v10, and may have its parameters filled or not.
        """
        template = self._templates.find(path)
        operation = self._paths.get(template, {}).get(method.lower())
        if template is None or operation is None:
            return [f"{method.upper()} {path} is not in Discord's description."]
        request = operation.get("requestBody")
        if request is None:
            return [] if body is None else [f"{method.upper()} {path} takes no body."]
        if body is None:
            return [f"{method.upper()} {path} needs a body."] if request.get("required") else []
        validator = self._validator(method.lower(), template)
        return [said for error in validator.iter_errors(body) for said in _explain(error)]

    def _validator(self, method: str, template: str) -> Draft202012Validator:
        key = (method, template)
        if key not in self._validators:
            where = ("paths", template, method, "requestBody", "content", "application/json")
            pointer = "/".join(each.replace("~", "~0").replace("/", "~1") for each in where)
            schema = {"$ref": f"{_BASE}#/{quote(pointer)}/schema"}
            self._validators[key] = Draft202012Validator(schema, registry=self._registry)
        return self._validators[key]


def find() -> Path | None:
    """The file that ARTICLE3_OPENAPI names, or else the usual one if it is there."""
    named = os.environ.get(PLACE)
    if named:
        return Path(named)
    return USUAL if USUAL.exists() else None


@cache
def _read(path: Path) -> Description:
    """Read once: a description is never changed, and every stand-in of a run shares it."""
    return Description(json.loads(path.read_bytes()))


def _close(schema: dict[str, Any]) -> None:
    if "properties" in schema and "additionalProperties" not in schema:
        schema["additionalProperties"] = False


def _explain(error: ValidationError) -> list[str]:
    """What is wrong, looked for in the one form of several that was meant."""
    context: list[list[ValidationError]] | None = getattr(error.kind, "context", None)
    if not context:
        return [f"{_place(error)}: {_shorten(error.message)}"]
    meant = min(context, key=lambda each: _distance(each, error))
    return [said for each in meant for said in _explain(each)]


def _distance(errors: Sequence[ValidationError], above: ValidationError) -> tuple[bool, bool, int]:
    """How far a form is from being meant: least where the kind fits and the type it names.

    Forms of several have a `type` that tells them apart, or are null.
    """
    at = len(above.instance_path)
    other_kind = any(len(each.instance_path) == at and each.kind.name == "type" for each in errors)
    other_type = any(
        each.instance_path[at:] == ["type"] and each.kind.name in ("enum", "oneOf")
        for each in errors
    )
    return other_kind, other_type, len(errors)


def _shorten(message: str) -> str:
    """A message repeats the value at fault, however long; what is wrong with it comes last."""
    return message if len(message) <= 200 else f"{message[:80]} … {message[-80:]}"


def _place(error: ValidationError) -> str:
    return ".".join(map(str, error.instance_path)) or "The body"
