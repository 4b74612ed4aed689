"""Clauses with a floor by whatever people call them: `3.5`, `core`, `two percent`, `equipment`."""

from datetime import date
from typing import Any

from commands.desk import Desk


def find_floor(desk: Desk, text: str, as_of: date) -> Any:
    raise NotImplementedError
