"""To be written."""

from collections.abc import Mapping
from datetime import date

from commands.briefing import Briefing
from commands.desk import Desk


class Entry:
    id: str


def find_term(desk: Desk, text: str) -> Entry:
    raise NotImplementedError


def ask(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    raise NotImplementedError
