"""Formulas with their values filled in, as a reader with a pocket calculator would type them."""

import re

from commands.voice import Voice
from data.rules import Step
from data.rules.outline import expression as typed_in

_SIGNS = (("**", "^"), ("-", "−"), ("*", "×"), ("/", "÷"))
_POINT = re.compile(r"(?<=\d)\.(?=\d)")


def expression(step: Step, voice: Voice) -> str | None:
    """The formula with values for symbols: `3.50 − 2.00`, or `3,50 − 2,00` as the reader types."""
    typed = typed_in(step)
    for sign, printed in _SIGNS:
        typed = typed and typed.replace(sign, printed)
    return typed and _POINT.sub(voice.decimal_mark, typed)
