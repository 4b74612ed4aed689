"""Derivations as plain text, for a notebook or a log.

gap = 1.50 pp
  = floor - share
  = 3.50 - 2.00
  floor: share asked for, 2035 = 3.50 % [declaration, paragraph 2]
  share: share reported, 2026 = 2.00 % [tables, Table 3; edition 2026-07-10]
"""

import re
from decimal import Decimal

from data.rules.arithmetic import evaluate
from data.rules.derivation import Step, Unit
from data.rules.expenditure import published
from data.sources import Cite

_SYMBOL = re.compile(r"[a-z][a-z0-9_]*")
_FEWEST = 6
"""How many decimals of a quotient are shown at least."""

_UNITS: dict[Unit, str] = {
    Unit.PERCENT: " %",
    Unit.POINTS: " pp",
    Unit.POINTS_A_YEAR: " pp a year",
    Unit.MILLION: " million",
    Unit.YEAR: "",
    Unit.YEARS: " years",
    Unit.DAYS: " days",
    Unit.COUNT: "",
}


def outline(*steps: Step) -> str:
    """The derivations of `steps` as lines of text, each input below what is made of it.

    A line is `symbol: what, year, estimate = value unit`. Below a derived one follow its formula
    and the formula with its values; a fact ends with [source, locator; edition], an assumption with
    (given). A derived value is rounded to its own places, a fact or an assumption is shown in full.
    What was shown already is not taken apart again and ends with (above).
    """
    seen: set[Step] = set()
    return "\n".join(line for step in steps for line in _lines(step, seen))


def expression(step: Step) -> str | None:
    """The formula with values for its symbols, `3.50 - (-0.25)`; None for a step without one.

    Facts and assumptions enter in full. An input that is a result itself enters with six decimals,
    or with as many more as it takes until what is printed gives the step's value at its places.
    """
    if step.formula is None:
        return None
    values = _entering(step, step.formula)
    return _SYMBOL.sub(lambda match: _operand(values.get(match[0]), match[0]), step.formula)


def cited(cites: tuple[Cite, ...], edition: str | None = None) -> str:
    """`[source, locator; edition 2026-07-10]`"""
    places = [f"{each.source}, {each.locator}" for each in cites]
    return f"[{'; '.join(places if edition is None else [*places, f'edition {edition}'])}]"


def _lines(step: Step, seen: set[Step]) -> list[str]:
    line = f"{_head(step)} = {_shown(step)}{_unit(step)}"
    if step in seen:
        return [f"{line} (above)"]
    seen.add(step)
    if step.formula is None:
        return [f"{line} {'(given)' if step.given else cited(step.cites, step.edition)}"]
    below = [line for each in step.inputs for line in _lines(each, seen)]
    worked_out = (f"= {step.formula}", f"= {expression(step)}", *below)
    return [line, *(f"  {each}" for each in worked_out)]


def _head(step: Step) -> str:
    name = step.what if step.what == step.symbol else f"{step.symbol}: {step.what}"
    year = "" if step.year is None else f", {step.year}"
    return f"{name}{year}{', estimate' if step.estimate else ''}"


def _shown(step: Step) -> str:
    derived = step.formula is not None
    return f"{published(step.value, step.places) if derived else _full(step):f}"


def _full(step: Step) -> Decimal:
    """The value at its places, or with all its decimals where it has more."""
    own = published(step.value, step.places)
    return own if own == step.value else step.value


def _unit(step: Step) -> str:
    currency = "" if step.currency is None else f" {step.currency}"
    prices = "" if step.price_base is None else f" at prices of {step.price_base}"
    return f"{_UNITS[step.unit]}{currency}{prices}"


def _operand(value: Decimal | None, symbol: str) -> str:
    if value is None:
        return symbol
    return f"({value:f})" if value < 0 else f"{value:f}"


def _entering(step: Step, formula: str) -> dict[str, Decimal]:
    full = {each.symbol: _full(each) for each in step.inputs}
    derived = [each.symbol for each in step.inputs if each.formula is not None]
    most = max((_decimals(full[symbol]) for symbol in derived), default=0)
    result = published(step.value, step.places)
    for places in range(_FEWEST, most):
        values = full | {symbol: _cut(full[symbol], places) for symbol in derived}
        if published(evaluate(formula, values), step.places) == result:
            return values
    return full


def _decimals(value: Decimal) -> int:
    return -int(value.as_tuple().exponent)


def _cut(value: Decimal, places: int) -> Decimal:
    return value if _decimals(value) <= places else published(value, places)
