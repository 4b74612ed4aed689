"""Says in plain words what pydantic found."""

import json

from pydantic_core import ErrorDetails

from data.errors import Fault, Path

_LONGEST_GIVEN = 60

_WHOLE = {
    "missing": "is missing.",
    "unexpected_keyword_argument": "is not a key of this record.",
}
_WANTED = {
    "string_type": "a text",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "decimal_type": "a number such as 2.5",
    "decimal_parsing": "a number such as 2.5",
    "finite_number": "a number such as 2.5",
    "date_type": "a day such as 2025-06-05",
    "tuple_type": "a list",
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
    return f"is {_shown(given)}, not a table of keys and values."


def _problem(error: ErrorDetails, *, whole: bool) -> str:
    kind, given = error["type"], _shown(error["input"])
    if kind in _WHOLE:
        return _WHOLE[kind]
    if kind in _WANTED:
        return f"is {given}, not {_WANTED[kind]}."
    if kind in _TABLE:
        return not_a_table(error["input"])
    if kind in _DATE:
        return f"'{error['input']}' is not a day we know. Write 2025-06-05."
    if kind in _CHOICE and "ctx" in error:
        return f"is {given}; it must be {error['ctx']['expected']}."
    if kind == "value_error":
        is_worded = whole or isinstance(error["input"], str | int | float)
        said = error["msg"].removeprefix("Value error, ")
        return said if is_worded else f"is {given}, which is not what belongs here."
    return f"is {given}: {error['msg'][:1].lower()}{error['msg'][1:]}."


def _shown(given: object) -> str:
    text = json.dumps(given, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST_GIVEN else f"{text[:_LONGEST_GIVEN]}..."
