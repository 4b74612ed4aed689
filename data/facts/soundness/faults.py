"""Says in plain words what pydantic found."""

import json

from pydantic_core import ErrorDetails

from data.errors import Fault, Path
from data.messages import mark

_LONGEST_GIVEN = 60

_WHOLE = {
    "missing": mark("is missing."),
    "unexpected_keyword_argument": mark("is not a key of this record."),
}
_WANTED = {
    "string_type": mark("a text"),
    "bool_type": mark("true or false"),
    "int_type": mark("a whole number"),
    "int_from_float": mark("a whole number"),
    "decimal_type": mark("a number such as 2.5"),
    "decimal_parsing": mark("a number such as 2.5"),
    "finite_number": mark("a number such as 2.5"),
    "date_type": mark("a day such as 2025-06-05"),
    "tuple_type": mark("a list"),
}
_DATE = frozenset({"date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"})
_TABLE = frozenset({"dataclass_type", "dataclass_exact_type"})
_CHOICE = frozenset({"enum", "literal_error"})


def fault_of(error: ErrorDetails) -> Fault | None:
    """None for a text that cannot be encoded, which the check of texts tells."""
    if error["type"] == "json_invalid":
        return None
    # Values are read as a list of one, and a clause is told of under the name of its class.
    path: Path = error["loc"][1:]
    if path[:1] == ("clauses",) and len(path) > 2:
        path = (*path[:2], *path[3:])
    return Fault.at(path, _problem(error, whole=not path))


def not_a_table(given: object) -> str:
    return mark("is {given}, not a table of keys and values.").format(given=_shown(given))


def _problem(error: ErrorDetails, *, whole: bool) -> str:
    kind, given = error["type"], _shown(error["input"])
    if kind in _WHOLE:
        return _WHOLE[kind]
    if kind in _WANTED:
        return mark("is {given}, not {wanted}.").format(given=given, wanted=_WANTED[kind])
    if kind in _TABLE:
        return not_a_table(error["input"])
    if kind in _DATE:
        return mark("'{given}' is not a day we know. Write 2025-06-05.").format(
            given=error["input"]
        )
    if kind in _CHOICE and "ctx" in error:
        return mark("is {given}; it must be {expected}.").format(
            given=given, expected=error["ctx"]["expected"]
        )
    if kind == "value_error":
        is_worded = whole or isinstance(error["input"], str | int | float)
        said = error["msg"].removeprefix("Value error, ")
        return (
            said
            if is_worded
            else mark("is {given}, which is not what belongs here.").format(given=given)
        )
    # pydantic speaks English only.
    said = error["msg"][:1].lower() + error["msg"][1:]
    return mark("is {given}: {problem}.").format(given=given, problem=said)


def _shown(given: object) -> str:
    text = json.dumps(given, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST_GIVEN else f"{text[:_LONGEST_GIVEN]}..."
