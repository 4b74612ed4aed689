"""What a record says, field by field, and in which of them two states of it differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from itertools import zip_longest
from typing import Any, cast

from data.catalogue.read_toml import as_written
from data.dates import PartialDate
from data.facts.kinds import Value
from data.rules.expenditure import Observation
from data.sources import Cite

Said = Mapping[str, list[str]]
"""By the name of a field as it is written in a file, what stands in it."""

_IN_THE_HEADING = frozenset({"id", "member", "indicator", "year"})
"""What says of which figure an observation is; of a record that is its id alone."""


@dataclass(frozen=True, slots=True)
class Difference:
    """`before` is None where nothing stood, `after` where nothing stands any more."""

    field: str
    before: str | None
    after: str | None


def said(value: Value | Observation) -> Said:
    """All that a record says but its id, in the order of its fields; what is absent is left out."""
    found: dict[str, list[str]] = {}
    known = _IN_THE_HEADING if isinstance(value, Observation) else {"id"}
    for each in fields(value):
        if each.name not in known:
            content = _printed(value) if each.name == "value" else getattr(value, each.name)
            for name, text in _parts(each.name, content):
                found.setdefault(name, []).append(text)
    return found


def differences(before: Value | Observation, after: Value | Observation) -> Iterator[Difference]:
    """Field by field, in the order of the later state."""
    old, new = said(before), said(after)
    for name in [*new, *(name for name in old if name not in new)]:
        was, now = old.get(name, []), new.get(name, [])
        gone = [each for each in was if each not in now]
        come = [each for each in now if each not in was]
        for one, other in zip_longest(gone, come):
            yield Difference(name, one, other)
        if was != now and not gone and not come:
            yield Difference(name, "; ".join(was), "; ".join(now))


def _printed(figure: Any) -> Decimal:
    """With the decimals that its source printed, where it has no more than these."""
    rounded: Decimal = figure.published
    return rounded if rounded == figure.value else figure.value


def _parts(name: str, value: Any) -> Iterator[tuple[str, str]]:
    match value:
        case None:
            return
        case Cite():
            yield name, f"{value.source}, {value.locator}"
        case tuple():
            for index, each in enumerate(cast(tuple[Any, ...], value)):
                yield from _parts(_entry(name, index, each), each)
        case bool():
            yield name, "yes" if value else "no"
        case _ if is_dataclass(value) and not isinstance(value, PartialDate):
            for each in fields(value):
                if each.name != "id":
                    yield from _parts(f"{name}.{each.name}", getattr(value, each.name))
        case _:
            yield name, str(value)


def _entry(name: str, index: int, value: Any) -> str:
    """Entries that have an id are known by it; words and citations stand side by side."""
    if isinstance(value, Cite) or not is_dataclass(value):
        return name
    singular = ".".join(str(each) for each in as_written(tuple(name.split("."))))
    known_as = getattr(value, "id", None)
    return f"{singular}[{index + 1}]" if known_as is None else f"{singular} {known_as}"
