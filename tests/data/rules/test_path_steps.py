"""What each step of a path says of itself: what it is, in which unit, of which year and edition,
and whether it rests on an estimate."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path as File

import pytest

from data.rules import (
    BackLoaded,
    ByGrowthShare,
    BySteps,
    ByYear,
    Indicator,
    Keeping,
    Path,
    Plan,
    Step,
    difference,
    path_to,
)
from tests.data.rules.ledgers import SPAIN, at_least, edition, ledger, observations, rising_by

BOOK = ledger(
    (
        edition("2026-07-10", basis="core"),
        observations({2023: "1.70", 2026: "2.00"})
        + observations({2026: "40000"}, indicator=Indicator.EXPENDITURE_USD_CURRENT),
    )
)


def steps_in(value: object) -> Iterator[Step]:
    """Every step in a result, those it was worked out from included."""
    if isinstance(value, Step):
        yield value
        for each in value.inputs:
            yield from steps_in(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from steps_in(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from steps_in(getattr(value, each.name))


def told(value: object) -> list[str]:
    """One line a step: symbol, what it is, unit and places, year, edition, mark, formula."""
    lines = {
        f"{step.symbol} | {step.what} | {step.unit}, {step.places} | {step.year} | {step.edition}"
        f" | {'estimate' if step.estimate else 'reported'} | {step.formula}"
        for step in steps_in(value)
    }
    return sorted(lines)


def drawn(plan: Plan) -> Path:
    return path_to(
        at_least("2.3", 2028),
        SPAIN,
        BOOK,
        as_of=date(2026, 11, 25),
        plan=plan,
        increase=rising_by("0.2", 2027, 2032),
        growth=Decimal(2),
    )


PLANS: dict[str, Plan] = {
    "by a year": ByYear(),
    "by steps": BySteps(),
    "flat until 2027": BackLoaded(flat_until=2027),
    "a fifth of growth": ByGrowthShare(percent=Decimal(20)),
    "keeping the increase": Keeping(),
}


def expected() -> dict[str, list[str]]:
    """The lines under each heading of `path_steps.txt`."""
    text = (File(__file__).parent / "path_steps.txt").read_text("utf-8")
    blocks = (block.splitlines() for block in text.strip().split("\n\n"))
    return {head.removeprefix("# "): lines for head, *lines in blocks}


@pytest.mark.parametrize("name", PLANS)
def test_every_step_of_a_path_says_what_it_is(name: str) -> None:
    assert told(drawn(PLANS[name])) == expected()[name]


def test_every_step_of_a_difference_says_what_it_is() -> None:
    found = difference(drawn(PLANS["by a year"]), drawn(PLANS["by steps"]))
    assert told(found) == expected()["a year against steps"]
