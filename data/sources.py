"""Sources: what a figure or a claim rests on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from data.dates import PartialDate


class Grade(StrEnum):
    OFFICIAL = "official"
    """A text of NATO, a government or a parliament, at its own address."""
    WIRE = "wire"
    """A news agency or a newspaper of record."""
    OTHER = "other"
    """Anything else: a copy, a smaller outlet, a repository, a summary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publication. `verified_on` is the day its text was last seen; `note` says how, and what is
    weak about it."""

    id: str
    title: str
    publisher: str
    published_on: PartialDate
    verified_on: date
    url: str
    grade: Grade
    licence: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """A place in a source: `locator` is a paragraph, a table with its row, a passage."""

    source: str
    locator: str
