"""Groups of members by whatever people call them."""

from datetime import date
from typing import Any

from commands.desk import Desk


def find_group(desk: Desk, text: str, as_of: date) -> Any:
    raise NotImplementedError
