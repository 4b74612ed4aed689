"""Formulas with their values filled in, as a reader with a pocket calculator would type them."""

import re

from data.rules import Step

_WORD = re.compile(r"[a-z_]+")


def expression(step: Step) -> str | None:
    """The formula with values for symbols: `3.50 − 2.00`."""
    if step.formula is None:
        return None
    values = {each.symbol: _plain(each) for each in step.inputs}
    filled = _WORD.sub(lambda match: values.get(match[0], match[0]), step.formula)
    return filled.replace("-", "−").replace("*", "×").replace("/", "÷")


def _plain(step: Step) -> str:
    """A value as it enters a calculation: as many decimals as a fact has, six of a quotient."""
    value = step.value
    if step.formula is not None and -int(value.as_tuple().exponent) > 6:
        value = round(value, 6)
    return f"({value})" if value < 0 else f"{value:f}"
