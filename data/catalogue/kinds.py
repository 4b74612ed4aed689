"""Which tables the files of the catalogue hold, and what each of them becomes."""

from dataclasses import dataclass

from data.facts.kinds import FACTS
from data.rules.expenditure import Indicator

MEMBERS = "members.toml"
EDITIONS = "expenditure/editions.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The table of a source in which some indicators of an edition stand, for the locators."""

    source: str
    name: str
    indicators: tuple[Indicator, ...]


def kinds_in(file: str) -> frozenset[str]:
    """The kinds of tables that a TOML file of this name may hold; none for an unknown file."""
    if file.startswith("sources/"):
        return frozenset({"source"})
    if file.startswith("facts/"):
        return frozenset(FACTS)
    known = {MEMBERS: frozenset({"member"}), EDITIONS: frozenset({"edition"})}
    return known.get(file, frozenset[str]())
