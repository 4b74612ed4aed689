"""A derivation read with a pocket calculator gives the figures it stands for."""

import ast
import operator
from collections.abc import Callable
from datetime import date
from decimal import ROUND_CEILING, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.rules import (
    Indicator,
    Step,
    Unit,
    Verdict,
    assess,
    step_of,
    year_of,
    year_reached,
    years_late,
)
from data.rules.money import money_gap
from tests.data.rules.ledgers import (
    CITES,
    SPAIN,
    at_least,
    edition,
    ledger,
    observations,
    one_edition,
    rising_by,
)

TODAY = date(2026, 11, 25)
_OPERATIONS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
_FUNCTIONS: dict[str, Callable[[list[Decimal]], Decimal]] = {
    "min": min,
    "max": max,
    "sum": lambda values: sum(values[1:], values[0]),
    "reach": lambda values: Decimal(len([each for each in values[1:] if each >= values[0]])),
}

shares = st.decimals(min_value="0.20", max_value="6", places=4).map(str)
years = st.integers(min_value=2027, max_value=2060)


def recompute(step: Step) -> Decimal:
    """The value of a step worked out anew from its formula and its inputs' values."""
    if step.formula is None:
        return step.value
    values = {each.symbol: recompute(each) for each in step.inputs}
    return arithmetic(ast.parse(step.formula, mode="eval").body, values)


def arithmetic(node: ast.expr, values: dict[str, Decimal]) -> Decimal:
    match node:
        case ast.Constant(value=int() | float() as number):
            return Decimal(str(number))
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return -arithmetic(inner, values)
        case ast.Name(id=name):
            return values[name]
        case ast.BinOp(left=left, op=op, right=right):
            return _OPERATIONS[type(op)](arithmetic(left, values), arithmetic(right, values))
        case ast.Call(func=ast.Name(id="ceil"), args=[inner]):
            return arithmetic(inner, values).to_integral_value(rounding=ROUND_CEILING)
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return _FUNCTIONS[name]([arithmetic(each, values) for each in arguments])
        case _:
            raise AssertionError(ast.dump(node))


@given(st.tuples(shares, shares, shares, shares), shares, years)
def test_every_step_gives_its_value_when_worked_out_anew(
    reported: tuple[str, str, str, str], floor: str, by: int
) -> None:
    series = one_edition(dict(zip(range(2023, 2027), reported, strict=True)))
    clause = at_least(str(round(Decimal(floor), 2)), by)
    for step in assess(clause, SPAIN, series, as_of=TODAY).steps:
        assert recompute(step) == step.value


@given(shares, shares, years)
def test_a_floor_is_met_exactly_when_no_gap_is_left(first: str, last: str, by: int) -> None:
    found = assess(at_least("3.5", by), SPAIN, one_edition({2023: first, 2026: last}), as_of=TODAY)
    assert found.gap is not None
    assert (found.verdict is Verdict.MET) == (found.gap.value <= 0)


@given(shares, shares, years)
def test_the_year_reached_is_the_first_in_which_the_pace_has_closed_the_gap(
    first: str, last: str, by: int
) -> None:
    found = assess(at_least("3.5", by), SPAIN, one_edition({2023: first, 2026: last}), as_of=TODAY)
    if found.reached is None or found.pace is None or found.gap is None:
        return
    needed = int(found.reached.value) - 2026
    change = found.pace.inputs[0].value - found.pace.inputs[1].value
    assert change * needed >= found.gap.value * 3
    assert change * (needed - 1) < found.gap.value * 3


@given(shares, shares)
def test_an_earlier_deadline_never_asks_for_less(first: str, last: str) -> None:
    series = one_edition({2023: first, 2026: last})
    early = assess(at_least("6", 2030), SPAIN, series, as_of=TODAY).needed
    late = assess(at_least("6", 2035), SPAIN, series, as_of=TODAY).needed
    if early is not None and late is not None:
        assert early.value >= late.value


def test_a_step_of_a_fifth_of_a_point_arrives_in_2036_four_years_late() -> None:
    series = one_edition({2024: "1.24"}, "2025-04-24")
    found = assess(at_least("3.5", 2032), SPAIN, series, as_of=date(2025, 6, 5))
    assert found.gap is not None
    assert found.share is not None
    assert found.deadline is not None
    reached = year_reached(found.gap, year_of(found.share), step_of(rising_by("0.2", 2026)))
    assert reached is not None
    assert reached.value == 2036
    assert years_late(reached, found.deadline).value == 4


def test_a_pace_of_a_third_is_not_a_year_late_by_rounding() -> None:
    """One point in three years, one point to go: three years, not four."""
    found = assess(at_least("3", 2035), SPAIN, one_edition({2023: "1", 2026: "2"}), as_of=TODAY)
    assert found.reached is not None
    assert found.reached.value == 2029


def test_a_falling_share_never_arrives() -> None:
    found = assess(at_least("3", 2035), SPAIN, one_edition({2023: "2.1", 2026: "2"}), as_of=TODAY)
    assert found.reached is None


def test_the_gap_in_money_is_expenditure_by_its_share_times_the_gap() -> None:
    """32 billion dollars at 2.00 % of GDP: 1.50 points are 24 billion."""
    dollars, euros = Indicator.EXPENDITURE_USD_CURRENT, Indicator.EXPENDITURE_NATIONAL
    book = ledger(
        (
            edition("2025-04-24"),
            observations({2024: "1.25"})
            + observations({2024: "20000"}, indicator=euros, currency="EUR"),
        ),
        (
            edition("2026-07-10"),
            observations({2024: "1.25", 2026: "2.00"})
            + observations({2026: "32000"}, indicator=dollars),
        ),
    )
    gap = assess(at_least("3.5", 2035), SPAIN, book, as_of=TODAY).gap
    assert gap is not None
    shares = book.all_series("ESP", Indicator.SHARE_OF_GDP, TODAY)
    (only,) = money_gap(book, shares, gap, 2026)
    assert (only.value, only.currency, only.price_base) == (Decimal(24000), "USD", None)
    (own,) = money_gap(book, shares, gap, 2024)
    assert (own.value, own.currency) == (Decimal(24000), "EUR")


def test_constant_dollars_stand_in_and_say_their_price_base() -> None:
    constant = Indicator.EXPENDITURE_USD_CONSTANT
    book = ledger(
        (
            edition("2025-08-28"),
            observations({2024: "2"}) + observations({2024: "1000"}, indicator=constant),
        )
    )
    gap = assess(at_least("3.5", 2035), SPAIN, book, as_of=TODAY).gap
    assert gap is not None
    shares = book.all_series("ESP", Indicator.SHARE_OF_GDP, TODAY)
    (only,) = money_gap(book, shares, gap, 2024)
    assert only.price_base == 2021


def test_a_fact_without_a_source_cannot_enter_a_derivation() -> None:
    with pytest.raises(ValueError, match="without a source"):
        Step(symbol="share", what="share", value=Decimal(2), unit=Unit.PERCENT)


def test_a_formula_needs_its_inputs() -> None:
    with pytest.raises(ValueError, match="go together"):
        Step(
            symbol="gap",
            what="gap",
            value=Decimal(2),
            unit=Unit.POINTS,
            cites=CITES,
            formula="floor - share",
        )
