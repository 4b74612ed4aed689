"""To be written."""

from collections.abc import Mapping
from datetime import date

from commands.briefing import Briefing
from commands.desk import Desk


def ask(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    raise NotImplementedError
