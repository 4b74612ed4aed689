from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tests.standin.checks.problems import Refusal


def refused(check: Callable[..., object], *given: Any, **named: Any) -> list[str]:
    """What a check says of something: `path CODE` for each error of the form, or the status and
    code of another refusal; nothing where it passes."""
    try:
        check(*given, **named)
    except Refusal as refusal:
        if refusal.errors is None:
            return [f"{refusal.status} {refusal.code}"]
        return list(_codes(refusal.errors))
    return []


def _codes(errors: Mapping[str, Any], path: str = "") -> Iterator[str]:
    for key, inner in errors.items():
        if key == "_errors":
            yield from (f"{path} {each['code']}".strip() for each in inner)
        else:
            yield from _codes(inner, f"{path}.{key}".lstrip("."))
