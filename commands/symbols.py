"""The symbols of formulas in the reader's language: `gap = floor - share`.

The rules name values and functions in English. A symbol may end in a year or a member's code, which
stay.
"""

import re
from collections.abc import Iterable

from commands.briefing import Derivation, Step
from commands.voice import Voice

CONTEXT = "symbol"

SYMBOLS = (
    "after", "asked", "base", "before", "ceiling", "change", "counted", "cumulative", "day_asked",
    "days", "deadline", "difference", "due", "end", "event", "expenditure", "extra",
    "first_reached", "flat_until", "floor", "gap", "gdp", "growth", "its_share", "late", "left",
    "met", "money", "named", "needed", "one", "other", "pace", "part", "points", "reached", "rise",
    "share", "spare", "spending", "spent", "start", "step", "year", "years",
    # Functions.
    "ceil", "count", "max", "min", "reach", "sum",
)  # fmt: skip

_NAME = re.compile(r"[a-z]+(?:_[a-z]+)*")


def translated(derivations: Iterable[Derivation], voice: Voice) -> tuple[Derivation, ...]:
    return tuple(
        each.model_copy(update={"steps": tuple(_step(step, voice) for step in each.steps)})
        for each in derivations
    )


def _step(step: Step, voice: Voice) -> Step:
    return step.model_copy(
        update={
            "symbol": said(step.symbol, voice),
            "formula": step.formula and said(step.formula, voice),
            "expression": step.expression and said(step.expression, voice),
            "inputs": tuple(_step(each, voice) for each in step.inputs),
        }
    )


def said(formula: str, voice: Voice) -> str:
    """With each symbol that is known in the reader's language."""
    return _NAME.sub(lambda found: _symbol(found[0], voice), formula)


def _symbol(name: str, voice: Voice) -> str:
    if name in SYMBOLS:
        return voice.named(CONTEXT, name)
    stem, _, rest = name.rpartition("_")
    return f"{voice.named(CONTEXT, stem)}_{rest}" if stem in SYMBOLS else name
