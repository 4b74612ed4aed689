"""The source that an accepted proposal cites: one that is there already, or a new one."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from data.importers.additions import free
from data.sources import Source

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Settled:
    source: Source
    is_new: bool


def settle(there: Mapping[str, Source], wanted: Source) -> Settled:
    """The source that has the address of `wanted`, where one has; else `wanted`, with an id that no
    other source has."""
    same = [each for each in there.values() if each.url == wanted.url]
    if same:
        # Of two at one address the one of the same day is meant, such as two issues of a page.
        dated = [each for each in same if each.published_on == wanted.published_on]
        exact = [each for each in same if each.id == wanted.id]
        return Settled((exact or dated or same)[0], is_new=False)
    return Settled(replace(wanted, id=free(wanted.id, frozenset(there))), is_new=True)


def cited_as(value: T, before: str, after: str) -> T:
    """The record with another id of one source wherever it is cited."""
    return value if before == after else cast(T, _renamed(value, before, after))


def _renamed(value: Any, before: str, after: str) -> Any:
    if isinstance(value, tuple):
        return tuple(_renamed(each, before, after) for each in cast(tuple[Any, ...], value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {
        each.name: after
        if each.name == "source" and held == before
        else _renamed(held, before, after)
        for each in fields(value)
        if each.init and (held := getattr(value, each.name)) is not None
    }
    return replace(value, **changed)
