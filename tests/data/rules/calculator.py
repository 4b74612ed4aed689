"""A reader with a pocket calculator: works out what an outline says from its printed text alone.

It shares no code with the rules: it has its own reader of lines and its own arithmetic.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

_TOKEN = re.compile(r"\d+(?:\.\d+)?|[a-z][a-z0-9_]*|\*\*|[-+*/^(),−×÷]|(\S)")
_LINE = re.compile(r"(?P<head>.+?) = (?P<number>-?\d+(?:\.\d+)?)(?P<rest>(?: .*)?)")
_END = re.compile(r"(?P<unit>[^\[(]*?) ?(?P<basis>\[.+\]|\(given\)|\(above\)|)")
_WORD = re.compile(r"[a-z][a-z0-9_]*")
_SIGNS = {"−": "-", "×": "*", "÷": "/", "^": "**"}


def rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


@dataclass(slots=True)
class Line:
    """One value of an outline. `basis` is where it comes from: [sources], (given) or (above)."""

    symbol: str
    number: Decimal
    unit: str
    basis: str
    formula: str | None = None
    expression: str | None = None
    inputs: list["Line"] = field(default_factory=list["Line"])

    @property
    def places(self) -> int:
        return -int(self.number.as_tuple().exponent)

    def walk(self) -> Iterator["Line"]:
        yield self
        for each in self.inputs:
            yield from each.walk()


def read(text: str) -> list[Line]:
    """The trees that an outline shows; AssertionError with the line for one that is none."""
    tops: list[Line] = []
    open_at: list[Line] = []
    for row in text.splitlines():
        depth, bare = (len(row) - len(row.lstrip(" "))) // 2, row.strip()
        del open_at[depth:]
        if bare.startswith("= "):
            _take(open_at[-1], bare.removeprefix("= "))
            continue
        line = _line(bare)
        (open_at[-1].inputs if open_at else tops).append(line)
        open_at.append(line)
    return tops


def _take(line: Line, typed: str) -> None:
    if line.formula is None:
        line.formula = typed
    else:
        assert line.expression is None, typed
        line.expression = typed


def _line(row: str) -> Line:
    parts = _LINE.fullmatch(row)
    assert parts is not None, row
    end = _END.fullmatch(parts["rest"])
    assert end is not None, row
    symbol = _WORD.match(row)
    assert symbol is not None, row
    return Line(symbol[0], Decimal(parts["number"]), end["unit"].strip(), end["basis"])


def mistakes(text: str) -> list[str]:
    """What a reader would find wrong with an outline, one entry a finding."""
    return [
        f"{each.symbol}: {wrong}"
        for top in read(text)
        for each in top.walk()
        for wrong in _wrong(each)
    ]


def _wrong(line: Line) -> Iterator[str]:
    if line.formula is None or line.expression is None:
        if not line.basis or line.formula is not None:
            yield "neither a source nor a formula with its values"
        return
    worked_out = rounded(calculate(line.expression), line.places)
    if worked_out != line.number:
        yield f"{line.expression} is {worked_out}, not {line.number}"
    entered = dict(_entered(line.formula, line.expression))
    for each in line.inputs:
        value = entered.pop(each.symbol, None)
        if value is None:
            yield f"{each.symbol} is not in {line.formula}"
        elif rounded(value, each.places) != each.number:
            yield f"{each.symbol} enters as {value}, but stands as {each.number}"
    yield from (f"nothing says what {symbol} is" for symbol in entered)


def _entered(formula: str, expression: str) -> Iterator[tuple[str, Decimal]]:
    """Each symbol of the formula with the value that stands in its place in the expression."""
    typed = _tokens(expression)
    for token in _tokens(formula):
        found = next(typed, "nothing")
        if token == found:
            continue
        assert _WORD.fullmatch(token), f"{formula} is not {expression}: {token}, {found}"
        if found == "(":
            assert next(typed) == "-"
            yield token, -Decimal(next(typed))
            assert next(typed) == ")"
        else:
            yield token, Decimal(found)
    assert next(typed, None) is None, f"{formula} is shorter than {expression}"


def _tokens(text: str) -> Iterator[str]:
    for found in _TOKEN.finditer(text):
        assert found[1] is None, f"{found[1]} in {text}"
        yield _SIGNS.get(found[0], found[0])


def calculate(expression: str) -> Decimal:
    """What a pocket calculator shows for an expression as it is printed."""
    typed = list(_tokens(expression))
    value = _sum(typed)
    assert not typed, f"{expression}: {typed} is left over"
    return value


def _sum(typed: list[str]) -> Decimal:
    value = _product(typed)
    while typed and typed[0] in "+-":
        sign = typed.pop(0)
        value = value + _product(typed) if sign == "+" else value - _product(typed)
    return value


def _product(typed: list[str]) -> Decimal:
    value = _power(typed)
    while typed and typed[0] in ("*", "/"):
        sign = typed.pop(0)
        value = value * _power(typed) if sign == "*" else value / _power(typed)
    return value


def _power(typed: list[str]) -> Decimal:
    if typed[0] == "-":
        typed.pop(0)
        return -_power(typed)
    base = _atom(typed)
    if typed and typed[0] == "**":
        typed.pop(0)
        return base ** _power(typed)
    return base


def _atom(typed: list[str]) -> Decimal:
    token = typed.pop(0)
    if token == "(":
        value = _sum(typed)
        assert typed.pop(0) == ")"
        return value
    return _FUNCTIONS[token](_arguments(typed)) if token in _FUNCTIONS else Decimal(token)


def _arguments(typed: list[str]) -> list[Decimal]:
    assert typed.pop(0) == "("
    values = [_sum(typed)]
    while typed[0] == ",":
        typed.pop(0)
        values.append(_sum(typed))
    assert typed.pop(0) == ")"
    return values


def _ceil(values: list[Decimal]) -> Decimal:
    (value,) = values
    return value.to_integral_value(rounding=ROUND_CEILING)


def _round(values: list[Decimal]) -> Decimal:
    (value,) = values
    return rounded(value, 2)


def _reach(values: list[Decimal]) -> Decimal:
    floor, *others = values
    return Decimal(len([each for each in others if each >= floor]))


def _total(values: list[Decimal]) -> Decimal:
    total = Decimal(0)
    for each in values:
        total += each
    return total


_FUNCTIONS: dict[str, Callable[[list[Decimal]], Decimal]] = {
    "ceil": _ceil,
    "min": min,
    "max": max,
    "round": _round,
    "reach": _reach,
    "sum": _total,
}
