"""Checks that hold for every record, before anything is known of what it means: its words."""

import unicodedata
from collections.abc import Iterator
from typing import Any, cast

from data.catalogue.read_toml import Record, label
from data.catalogue.toml_lines import Path
from data.errors import CatalogueFault

LONGEST = 600
"""Characters of a claim, a note or any other text. A claim that needs more is two claims."""
LONGEST_ADDRESS = 2000

# Control characters, marks that reverse the direction of writing or do not show, and separators
# that only look like spaces: none of them is ever meant in a claim.
_UNWANTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def check_text(record: Record) -> Iterator[CatalogueFault]:
    for path, text in _texts((), record.values):
        if problem := what_is_wrong_with(text, address=path[-1] == "url"):
            yield record.place.fault(f"'{label(path)}' {problem}", *path)


def what_is_wrong_with(text: str, *, address: bool = False) -> str | None:
    """The rest of a sentence about a text that cannot stay as it is."""
    if not text.strip():
        return "is empty."
    for character in text:
        if unicodedata.category(character) in _UNWANTED:
            return f"holds the character U+{ord(character):04X}, which nobody can see."
    longest = LONGEST_ADDRESS if address else LONGEST
    if len(text) > longest:
        return f"has {len(text)} characters; the most is {longest}."
    return None


def _texts(path: Path, value: Any) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, each in cast(dict[str, Any], value).items():
            yield from _texts((*path, key), each)
    elif isinstance(value, list):
        for index, each in enumerate(cast(list[Any], value)):
            yield from _texts((*path, index), each)
