"""Formulas with their values filled in, as a reader with a pocket calculator would type them."""

from data.rules import Step
from data.rules.outline import expression as typed_in

_SIGNS = (("**", "^"), ("-", "−"), ("*", "×"), ("/", "÷"))


def expression(step: Step) -> str | None:
    """The formula with values for symbols: `3.50 − 2.00`."""
    typed = typed_in(step)
    for sign, printed in _SIGNS:
        typed = typed and typed.replace(sign, printed)
    return typed
