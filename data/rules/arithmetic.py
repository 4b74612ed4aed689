"""Works out formulas as a reader with a pocket calculator would: see `derivation` for what they
know. Nothing but arithmetic is ever run, whoever wrote the formula."""

import ast
from collections.abc import Callable, Mapping
from decimal import ROUND_CEILING, Decimal
from functools import lru_cache

from data.rules.expenditure import published

_OPERATIONS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: Decimal.__add__,
    ast.Sub: Decimal.__sub__,
    ast.Mult: Decimal.__mul__,
    ast.Div: Decimal.__truediv__,
    ast.Pow: Decimal.__pow__,
}


def evaluate(formula: str, values: Mapping[str, Decimal]) -> Decimal:
    """The value of `formula` with `values` for its symbols, in the precision of the context.

    Raises ValueError for anything that a formula does not know, a symbol without a value included.
    """
    return _value(_parse(formula), values)


@lru_cache(maxsize=1024)
def _parse(formula: str) -> ast.expr:
    try:
        return ast.parse(formula, mode="eval").body
    except SyntaxError as error:
        raise ValueError(f"'{formula}' is no formula") from error


def _value(node: ast.expr, values: Mapping[str, Decimal]) -> Decimal:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return Decimal(str(number))
        case ast.Name(id=symbol) if symbol in values:
            return values[symbol]
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return -_value(inner, values)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATIONS:
            return _OPERATIONS[type(op)](_value(left, values), _value(right, values))
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]) if arguments:
            return _call(name, [_value(each, values) for each in arguments])
        case _:
            raise ValueError(f"a formula does not know '{ast.unparse(node)}'")


def _call(name: str, values: list[Decimal]) -> Decimal:
    first = values[0]
    match name, len(values):
        case "ceil", 1:
            return first.to_integral_value(rounding=ROUND_CEILING)
        case "round", 1:
            return published(first)
        case "min", _:
            return min(values)
        case "max", _:
            return max(values)
        case "sum", _:
            return sum(values[1:], first)
        case "reach", _:
            return Decimal(sum(each >= first for each in values[1:]))
        case _:
            raise ValueError(f"a formula does not know '{name}' of {len(values)}")
