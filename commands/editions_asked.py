"""Editions of the figures by their day, or by a word for it."""

from datetime import date

from commands.desk import Desk
from data.rules import Edition


def find_edition(desk: Desk, text: str, as_of: date) -> Edition:
    raise NotImplementedError
