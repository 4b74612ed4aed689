"""The words of a record: texts that can be shown as they are, ids that can be typed, and lists
that come to an end."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, cast

from data.errors import Fault, Path, RecordError
from data.messages import mark

LONGEST = 600
"""Characters of a claim, a note or any other text. A claim that needs more is two claims."""
LONGEST_NAME = 80
"""Characters of an id, and of who recorded something."""
LONGEST_ADDRESS = 2000

MOST = 50
"""Entries of a list, where nothing else is said."""
MOST_MEMBERS = 64

# Control characters, marks that reverse the direction of writing or do not show, and separators
# that only look like spaces: none of them is ever meant in a claim.
_UNWANTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Letters and marks that Unicode does not count among those, and that leave nothing to see either.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def text_problems(value: object) -> Iterator[Fault]:
    """Every text anywhere in a record that cannot stay as it is."""
    for path, text in _texts((), value):
        if problem := what_is_wrong_with(text, longest=_longest(path[-1])):
            yield Fault.at(path, problem)


def size_problems(value: object) -> Iterator[Fault]:
    """Every list anywhere in a record that nobody would read to its end."""
    for path, entries in _lists((), value):
        most = MOST_MEMBERS if path[-1] == "members" else MOST
        if len(entries) > most:
            yield Fault.at(
                path,
                mark("has {entries} entries; the most is {most}.").format(
                    entries=len(entries), most=most
                ),
            )


def id_problem(path: Path, given: str) -> Iterator[Fault]:
    if given.strip() and _ID.fullmatch(given) is None:
        wanted = mark("small letters, digits and single hyphens, such as spain-2025")
        yield Fault.at(
            path,
            mark("is '{given}'; an id is made of {wanted}.").format(given=given, wanted=wanted),
        )


def check_author(text: str, field: str = "by") -> None:
    """Raises RecordError where `text` cannot stand for who recorded something."""
    _check(text, field, longest=LONGEST_NAME)


def check_reason(text: str, field: str = "because") -> None:
    """Raises RecordError where `text` cannot stand for why a record was changed."""
    _check(text, field, longest=LONGEST)


def what_is_wrong_with(text: str, *, longest: int = LONGEST) -> str | None:
    """The rest of a sentence about a text that cannot stay as it is."""
    if not text.strip():
        return mark("is empty.")
    if unseen := _unseen(text):
        return mark("holds the character U+{unseen}, which nobody can see.").format(
            unseen=f"{ord(unseen):04X}"
        )
    if len(text) > longest:
        return mark("has {text} characters; the most is {longest}.").format(
            text=len(text), longest=longest
        )
    return None


def _unseen(text: str) -> str | None:
    if text.isascii() and text.isprintable():
        return None
    unwanted = (each for each in text if unicodedata.category(each) in _UNWANTED)
    blank = _BLANK.search(text)
    return next(unwanted, blank[0] if blank is not None else None)


def _check(text: str, field: str, *, longest: int) -> None:
    if problem := what_is_wrong_with(text, longest=longest):
        raise RecordError([Fault(field, problem, (field,))])


def _longest(key: str | int) -> int:
    if key == "url":
        return LONGEST_ADDRESS
    return LONGEST_NAME if key == "id" else LONGEST


def _texts(path: Path, value: Any) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    else:
        for key, each in _parts(value):
            yield from _texts((*path, key), each)


def _lists(path: Path, value: Any) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, tuple | list):
        yield path, value
    for key, each in _parts(value):
        yield from _lists((*path, key), each)


def _parts(value: Any) -> Iterator[tuple[str | int, Any]]:
    """What a record, a table or a list is made of; a text has no parts."""
    if isinstance(value, tuple | list):
        yield from enumerate(cast(tuple[Any, ...], value))
    elif isinstance(value, dict):
        yield from cast(dict[str, Any], value).items()
    elif is_dataclass(value):
        for each in fields(value):
            yield each.name, getattr(value, each.name)
