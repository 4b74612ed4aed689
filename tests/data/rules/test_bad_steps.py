"""A step that no reader could check is refused where it is made."""

import re
from decimal import Decimal

import pytest

from data.rules import Step, Unit
from data.sources import Cite
from tests.data.rules.ledgers import CITES


def made(
    symbol: str = "gap",
    *,
    cites: tuple[Cite, ...] = (),
    given: bool = False,
    formula: str | None = None,
    inputs: tuple[Step, ...] = (),
) -> Step:
    return Step(
        symbol=symbol,
        what="gap",
        value=Decimal(2),
        unit=Unit.POINTS,
        cites=cites,
        given=given,
        formula=formula,
        inputs=inputs,
    )


FACT, GROWTH = made("share", cites=CITES), made("growth", given=True)
FORMULA, SOURCE = "a formula and its inputs go together", "a fact without a source"
# cites | given | formula | inputs | what is said
BAD = [
    ((), False, "share", (), f"gap: {FORMULA}"),
    (CITES, False, "share", (), f"gap: {FORMULA}"),
    (CITES, False, None, (FACT,), f"gap: {FORMULA}"),
    ((), True, "share", (FACT,), "gap: what is given has no formula"),
    ((), False, "share + share", (FACT, FACT), "gap: two inputs share a symbol"),
    ((), False, None, (), f"gap: {SOURCE}, or what is given with one"),
    (CITES, True, None, (), f"gap: {SOURCE}, or what is given with one"),
]


@pytest.mark.parametrize(("cites", "given", "formula", "inputs", "said"), BAD)
def test_a_step_that_cannot_be_checked_is_refused(
    cites: tuple[Cite, ...], given: bool, formula: str | None, inputs: tuple[Step, ...], said: str
) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        made(cites=cites, given=given, formula=formula, inputs=inputs)


def test_a_step_of_a_fact_and_of_an_assumption_can_be_walked() -> None:
    step = made(formula="share * growth", inputs=(FACT, GROWTH))
    assert step.walk() == (step, FACT, GROWTH)
