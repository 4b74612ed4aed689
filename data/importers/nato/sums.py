"""Whether the figures of a workbook agree with each other, as NATO's own sums and shares say.

What does not agree is told, and is no reason to refuse: publishers make mistakes as well, and what
they printed is what they printed. The totals themselves are not taken.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from data.importers.nato.blocks import Block, Row, twin
from data.importers.nato.grid import a1
from data.importers.nato.labels import Group
from data.importers.nato.summary import repeated
from data.importers.nato.whole import Found, Workbook
from data.members import Roster
from data.messages import Message, mark

TOTAL = mark("{place}: {name} is {said} in {year}, but its members add up to {found}.")
SHARE = mark("{place}: {name} has a share of {said} in {year}, but Tables 2 and 5 make it {found}.")
CATEGORIES = mark("{place}: the categories of {name} add up to {found} in {year}, not to 100.")

_SUMMED = ("dollars-current", "dollars-constant", "gdp-current", "gdp-constant", "personnel")
_CATEGORIES = ("equipment", "personnel", "infrastructure", "other")
_NOT_IN: dict[Group, frozenset[str]] = {
    "total": frozenset(),
    "europe_and_canada": frozenset({"USA"}),
    "europe": frozenset({"USA", "CAN"}),
}
_HUNDRED = Decimal(100)
_NOISE = Decimal("1e-9")
"""Of numbers that a computer keeps in binary, relative to the number."""

_HAND = Decimal("0.005")
"""What NATO's own check of its categories lets pass."""

Comparison = Message | None
"""What does not agree, or None where something does."""


@dataclass(frozen=True, slots=True)
class Checks:
    """How often something was held against something else, and what did not agree."""

    count: int
    amiss: tuple[Message, ...]


def check(workbook: Workbook, roster: Roster) -> Checks:
    """Totals against their members, shares against expenditure and GDP, the categories against 100,
    and the table that sums up all years against the others."""
    found = [
        *_totals(workbook, roster),
        *_shares(workbook),
        *_categories(workbook),
        *repeated(workbook, roster),
    ]
    return Checks(len(found), tuple(each for each in found if each is not None))


def _totals(workbook: Workbook, roster: Roster) -> Iterator[Comparison]:
    for part in _SUMMED:
        if (found := workbook.parts.get(part)) is None:
            continue
        half = _half(found.block)
        for row in found.block.rows:
            if row.label.group in _NOT_IN:
                for year in row.values:
                    yield from _total(found, row, year, half, roster)


def _total(
    found: Found, row: Row, year: int, half: Decimal, roster: Roster
) -> Iterator[Comparison]:
    """A group counts its members from the year in which they joined. Where one of them has no
    figure, NATO may know it all the same."""
    assert row.label.group is not None
    block, outside = found.block, _NOT_IN[row.label.group]
    ours = [
        each
        for each in block.rows
        if (member := each.label.member) is not None
        and member not in outside
        and roster[member].joined.year <= year
    ]
    if any(year not in each.values for each in ours):
        return
    said = row.values[year].value
    summed = sum((each.values[year].value for each in ours), Decimal(0))
    slack = half * (len(ours) + 1) + abs(said) * _NOISE
    yield None if abs(summed - said) <= slack else _told(TOTAL, found, row, year, said, summed)


def _shares(workbook: Workbook) -> Iterator[Comparison]:
    """At constant prices expenditure over GDP is the share that is printed."""
    wanted = [workbook.parts.get(each) for each in ("share", "dollars-constant", "gdp-constant")]
    share, spent, earned = wanted
    if share is None or spent is None or earned is None:
        return
    rough, rough_spent, rough_earned = (_half(each.block) for each in (share, spent, earned))
    for row in share.block.rows:
        others = [twin(each.block, row.label) for each in (spent, earned)]
        for year, number in row.values.items():
            money = [each.values.get(year) for each in others if each is not None]
            amounts = [each.value for each in money if each is not None]
            if len(amounts) < 2 or not all(amounts):
                continue
            found = _HUNDRED * amounts[0] / amounts[1]
            roughness = rough_spent / amounts[0] + rough_earned / amounts[1]
            slack = rough + found * (roughness + _NOISE)
            agrees = abs(found - number.value) <= slack
            yield None if agrees else _told(SHARE, share, row, year, number.value, found)


def _categories(workbook: Workbook) -> Iterator[Comparison]:
    found = [workbook.parts.get(f"category-{each}") for each in _CATEGORIES]
    there = [each for each in found if each is not None]
    if len(there) < len(_CATEGORIES):
        return
    first = there[0]
    slack = sum((_half(each.block) for each in there), _HAND)
    for row in first.block.rows:
        rows = [each for one in there if (each := twin(one.block, row.label)) is not None]
        for year in row.values:
            parts = [each.values[year].value for each in rows if year in each.values]
            if len(parts) < len(_CATEGORIES):
                continue
            summed = sum(parts, Decimal(0))
            agrees = abs(summed - _HUNDRED) <= slack
            yield None if agrees else _told(CATEGORIES, first, row, year, _HUNDRED, summed)


def _half(block: Block) -> Decimal:
    """Half a unit of the last decimal that any member has: what rounding may have done. Totals may
    be worked out from what was not rounded."""
    rows = (row for row in block.rows if row.label.member is not None)
    decimals = max((each.decimals for row in rows for each in row.values.values()), default=0)
    return Decimal(1).scaleb(-decimals) / 2


def _told(
    template: Message, found: Found, row: Row, year: int, said: Decimal, summed: Decimal
) -> Message:
    place = f"{found.table.sheet.name}!{a1(found.block.place_of(row, year))}"
    numbers = {"said": shown(said), "found": shown(summed)}
    return template.format(place=place, name=row.label.shown, year=year, **numbers)


def shown(value: Decimal) -> str:
    """With four decimals, and without those of them that are zero."""
    return f"{value:,.4f}".rstrip("0").rstrip(".")
