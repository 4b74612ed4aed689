"""What formulas know, and that they know no more."""

from decimal import Decimal

import pytest

from data.rules.arithmetic import evaluate
from tests.data.rules.calculator import calculate

VALUES = {"floor": Decimal("3.50"), "share": Decimal("1.24"), "share_2027": Decimal("-0.5")}


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("floor - share", "2.26"),
        ("floor + share * 2", "5.98"),
        ("(floor + share) / 2", "2.37"),
        ("-floor", "-3.50"),
        ("floor ** 2", "12.25"),
        ("0.1 * 3", "0.3"),
        ("share_2027 + 1", "0.5"),
        ("ceil(share)", "2"),
        ("ceil(share_2027)", "0"),
        ("round(2.345)", "2.35"),
        ("round(1 / 3)", "0.33"),
        ("min(floor)", "3.50"),
        ("min(floor, share, 2)", "1.24"),
        ("max(floor, share, 2)", "3.50"),
        ("sum(floor)", "3.50"),
        ("sum(floor, share, 2)", "6.74"),
        ("reach(floor)", "0"),
        ("reach(floor, 3.50, 3.49, 3.51)", "2"),
    ],
)
def test_a_formula_has_the_value_that_a_pocket_calculator_gives(formula: str, value: str) -> None:
    assert evaluate(formula, VALUES) == Decimal(value)
    typed = formula
    for symbol in sorted(VALUES, key=len, reverse=True):
        typed = typed.replace(symbol, f"({VALUES[symbol]})")
    assert calculate(typed) == Decimal(value)


@pytest.mark.parametrize(
    ("formula", "problem"),
    [
        ("floor -", "'floor -' is no formula"),
        ("gap / 2", "a formula does not know 'gap'"),
        ("floor // 2", "a formula does not know 'floor // 2'"),
        ("+floor", "a formula does not know '+floor'"),
        ("floor > 2", "a formula does not know 'floor > 2'"),
        ("'floor'", "a formula does not know ''floor''"),
        ("floor.real", "a formula does not know 'floor.real'"),
        ("exit()", "a formula does not know 'exit()'"),
        ("min(floor, key=2)", "a formula does not know 'min(floor, key=2)'"),
        ("exit(2)", "a formula does not know 'exit' of 1"),
        ("ceil(1, 2)", "a formula does not know 'ceil' of 2"),
        ("round(1, 2)", "a formula does not know 'round' of 2"),
        ("True", "a formula does not know 'True'"),
    ],
)
def test_a_formula_that_knows_more_is_refused(formula: str, problem: str) -> None:
    with pytest.raises(ValueError, match=r"formula") as refused:
        evaluate(formula, VALUES)
    assert str(refused.value) == problem
