"""What an outline prints, a reader can work out anew from the print alone."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.facts.knowledge import Knowledge
from data.rules import (
    BackLoaded,
    ByGrowthShare,
    BySteps,
    ByYear,
    Indicator,
    Keeping,
    Plan,
    Series,
    ShareTarget,
    Step,
    Unit,
    aggregate,
    assess,
    difference,
    expression,
    judge,
    outline,
    path_to,
    rank,
    revisions,
    tally,
    what_if,
)
from tests.data.rules.calculator import calculate, mistakes, read
from tests.data.rules.ledgers import (
    SPAIN,
    at_least,
    edition,
    ledger,
    observations,
    rising_by,
)
from tests.shipped import KNOWN

TODAY = date(2026, 11, 25)
BOOK = ledger(
    (
        edition("2026-07-10", basis="core"),
        observations({2023: "1.17", 2024: "1.43", 2025: "2.00", 2026: "2.00"})
        + observations({2026: "41767"}, indicator=Indicator.EXPENDITURE_USD_CONSTANT),
    )
)
SPAIN_BY_2035 = """\
gap, estimate = 1.50 pp
  = floor - share
  = 3.50 - 2.00
  floor: share asked for, 2035 = 3.50 % [tables, Table 3]
  share: share reported, 2026, estimate = 2.00 % [tables, Table 3; edition 2026-07-10]
money: gap in money a year, 2026, estimate = 31325 million USD at prices of 2021
  = expenditure / its_share * gap
  = 41767 / 2.00 * 1.50
  expenditure: expenditure reported, 2026, estimate = 41767 million USD at prices of 2021 \
[tables, Table 3; edition 2026-07-10]
  its_share: share of that expenditure, as published, 2026, estimate = 2.00 % \
[tables, Table 3; edition 2026-07-10]
  gap, estimate = 1.50 pp (above)
needed: pace needed, estimate = 0.17 pp a year
  = gap / (deadline - year)
  = 1.50 / (2035 - 2026)
  gap, estimate = 1.50 pp (above)
  deadline: year by whose end it is to be reached = 2035 [tables, Table 3]
  year: year the share is of = 2026 [tables, Table 3]
pace: pace observed, 2026, estimate = 0.28 pp a year
  = (end - start) / 3
  = (2.00 - 1.17) / 3
  end: share reported, 2026, estimate = 2.00 % [tables, Table 3; edition 2026-07-10]
  start: share reported, 2023 = 1.17 % [tables, Table 3; edition 2026-07-10]
reached: year reached, estimate = 2032
  = year + ceil(gap * 3 / (end - start))
  = 2026 + ceil(1.50 * 3 / (2.00 - 1.17))
  year: year the share is of = 2026 (above)
  gap, estimate = 1.50 pp (above)
  end: share reported, 2026, estimate = 2.00 % (above)
  start: share reported, 2023 = 1.17 % (above)"""

shares = st.decimals(min_value="0.20", max_value="6", places=4).map(str)
amounts = st.decimals(min_value="1", max_value="90000000", places=3)
values = st.decimals(min_value="-999", max_value="9999999", allow_nan=False, places=5)


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return KNOWN


def given_step(symbol: str, value: str, *, places: int = 2, unit: Unit = Unit.PERCENT) -> Step:
    return Step(
        symbol=symbol, what=symbol, value=Decimal(value), unit=unit, places=places, given=True
    )


def made(
    symbol: str,
    formula: str,
    value: Decimal,
    *inputs: Step,
    places: int = 2,
    currency: str | None = None,
) -> Step:
    return Step(
        symbol=symbol,
        what=symbol,
        value=value,
        unit=Unit.MILLION,
        places=places,
        formula=formula,
        inputs=inputs,
        currency=currency,
    )


def third(symbol: str, of: str, *, places: int = 2) -> Step:
    return made(symbol, "x / 3", Decimal(of) / 3, given_step("x", of), places=places)


def test_an_outline_shows_each_figure_with_its_formula_its_values_and_its_sources() -> None:
    found = assess(at_least("3.5", 2035), SPAIN, BOOK, as_of=TODAY)
    assert outline(*found.steps) == SPAIN_BY_2035


def test_an_assumption_says_that_it_is_given() -> None:
    growth = given_step("growth", "3")
    assert outline(growth) == "growth = 3.00 % (given)"


def test_a_fact_of_no_edition_names_its_sources_only() -> None:
    floor = assess(at_least("3.5", None), SPAIN, BOOK, as_of=TODAY).floor
    assert floor is not None
    assert outline(floor) == "floor: share asked for = 3.50 % [tables, Table 3]"
    assert expression(floor) is None


def test_a_fact_is_shown_with_all_its_decimals_and_a_result_with_its_own() -> None:
    spent = given_step("spent", "21269.292206", places=0, unit=Unit.MILLION)
    half = made("half", "spent / 2", spent.value / 2, spent, places=0, currency="EUR")
    assert outline(half).splitlines() == [
        "half = 10635 million EUR",
        "  = spent / 2",
        "  = 21269.292206 / 2",
        "  spent = 21269.292206 million (given)",
    ]


def test_a_step_used_twice_is_taken_apart_once() -> None:
    x = third("part", "1")
    text = outline(made("twice", "part + other", x.value * 2, x, made("other", "part", x.value, x)))
    assert text.count("x / 3") == 1
    assert text.endswith("    part = 0.33 million (above)")


@pytest.mark.parametrize(
    ("unit", "shown"),
    [
        (Unit.PERCENT, "x = 7 % (given)"),
        (Unit.POINTS, "x = 7 pp (given)"),
        (Unit.POINTS_A_YEAR, "x = 7 pp a year (given)"),
        (Unit.MILLION, "x = 7 million (given)"),
        (Unit.YEAR, "x = 7 (given)"),
        (Unit.YEARS, "x = 7 years (given)"),
        (Unit.DAYS, "x = 7 days (given)"),
        (Unit.COUNT, "x = 7 (given)"),
    ],
)
def test_each_unit_is_named(unit: Unit, shown: str) -> None:
    assert outline(given_step("x", "7", places=0, unit=unit)) == shown


def test_symbols_may_hold_digits_and_what_is_below_zero_stands_in_brackets() -> None:
    share, rise = given_step("share_2027", "2.1"), given_step("rise", "-0.25")
    step = made("share_2028", "share_2027 + rise * 2", Decimal("1.6"), share, rise)
    assert expression(step) == "2.10 + (-0.25) * 2"


def test_functions_keep_their_names_in_an_expression() -> None:
    step = made("most", "max(a, ceil(b))", Decimal(3), given_step("a", "1"), given_step("b", "2.5"))
    assert expression(step) == "max(1.00, ceil(2.50))"


def test_a_quotient_enters_with_six_decimals() -> None:
    part = third("part", "2")
    assert expression(made("double", "part * 2", part.value * 2, part)) == "0.666667 * 2"


def test_a_quotient_enters_with_as_many_decimals_as_its_result_needs() -> None:
    """Six decimals of 2 / 3 give 66666700, seven 66666670, eight 66666667."""
    part = third("part", "2")
    step = made("large", "part * 100000000", part.value * 100000000, part, places=0)
    assert expression(step) == "0.66666667 * 100000000"


def test_a_value_on_the_very_edge_enters_in_full() -> None:
    """What is a hair below a half must not be printed as a half, and rounded up by its reader."""
    part = made("part", "x / 1", Decimal("0.00499999999999"), given_step("x", "0.00499999999999"))
    step = made("same", "part", part.value, part)
    assert expression(step) == "0.00499999999999"
    assert mistakes(outline(step)) == []


@given(values, values, values)
def test_what_is_printed_of_quotients_gives_the_result_that_is_printed(
    a: Decimal, b: Decimal, c: Decimal
) -> None:
    parts = (third("a", f"{a:f}"), third("b", f"{b:f}"), given_step("c", f"{c:f}"))
    value = parts[0].value * parts[1].value / 100 - c
    assert mistakes(outline(made("all", "a * b / 100 - c", value, *parts, places=0))) == []


@given(st.tuples(shares, shares, shares, shares), shares, amounts)
def test_every_assessment_can_be_worked_out_from_its_outline(
    reported: tuple[str, str, str, str], floor: str, spent: Decimal
) -> None:
    book = ledger(
        (
            edition("2026-07-10"),
            observations(dict(zip(range(2023, 2027), reported, strict=True)))
            + observations({2026: str(spent)}, indicator=Indicator.EXPENDITURE_USD_CURRENT),
        )
    )
    for clause in (at_least(floor, 2035), rising_by("0.2", 2024)):
        assert mistakes(outline(*assess(clause, SPAIN, book, as_of=TODAY).steps)) == []


def days_of(known: Knowledge) -> list[date]:
    """The day of each edition and the day before, and today."""
    out = [each.published_on.last for each in known.ledger.editions]
    return sorted({*out, *(day - timedelta(days=1) for day in out), TODAY})


def figures_in(value: object) -> Iterator[Step]:
    """Every figure that a result holds, whatever its place."""
    if isinstance(value, Step):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from figures_in(each)
    elif is_dataclass(value) and not isinstance(value, Series):
        for each in fields(value):
            yield from figures_in(getattr(value, each.name))


def wrong_in(steps: Iterable[Step]) -> list[str]:
    """In one outline, where what two figures share is taken apart once."""
    return mistakes(outline(*dict.fromkeys(steps)))


def test_every_figure_of_every_member_commitment_and_edition_can_be_worked_out_anew(
    known: Knowledge,
) -> None:
    steps: set[Step] = set()
    for day in days_of(known):
        for commitment in known.commitments(day):
            for member in known.roster:
                judged = judge(commitment, member, known.ledger, as_of=day)
                steps.update(figures_in(judged))
                if judged.arrival is not None:
                    steps.add(judged.arrival.late)
    assert len(steps) > 3000
    assert wrong_in(steps) == []


PLANS: tuple[Plan, ...] = (
    ByYear(),
    ByYear(year=2041),
    BySteps(step=Decimal("0.17")),
    BySteps(step=Decimal("0.2"), start=2029),
    BackLoaded(flat_until=2030),
    ByGrowthShare(percent=Decimal("5.5")),
    Keeping(year=2037),
)


@pytest.mark.parametrize("plan", PLANS, ids=lambda each: type(each).__name__)
def test_every_figure_of_every_members_path_can_be_worked_out_anew(
    known: Knowledge, plan: Plan
) -> None:
    floor = next(each for each in shares_of(known, "hague-2025") if each.id == "core")
    increase = rising_by("0.2", 2027)
    paths = [
        path_to(
            floor,
            member,
            known.ledger,
            as_of=TODAY,
            plan=plan,
            increase=increase,
            growth=Decimal("3.7"),
        )
        for member in known.roster
        if member.armed_forces
    ]
    assert wrong_in(figures_in(tuple(paths))) == []


def test_every_figure_of_every_what_if_can_be_worked_out_anew(known: Knowledge) -> None:
    day = date(2025, 6, 5)
    (proposal,) = (each for each in known.commitments(day) if each.id == "rutte-2025")
    steps: set[Step] = set()
    for member in known.roster:
        if not member.armed_forces:
            continue
        asked, later = (
            what_if(
                proposal, member, known.ledger, as_of=day, by=by, growth=Decimal("2.9"), until=2036
            )
            for by in (None, 2035)
        )
        steps.update(figures_in((asked, later, difference(asked, later))))
    assert wrong_in(steps) == []


def test_every_figure_of_every_tally_and_ranking_can_be_worked_out_anew(known: Knowledge) -> None:
    steps: set[Step] = set()
    for day in days_of(known):
        for name in ("vilnius-2023", "hague-2025"):
            for clause in shares_of(known, name):
                steps.update(figures_in(tally(clause, known.roster, known.ledger, as_of=day)))
                steps.update(figures_in(rank(clause, known.roster, known.ledger, as_of=day)))
    assert wrong_in(steps) == []


def test_every_figure_of_every_revision_can_be_worked_out_anew(known: Knowledge) -> None:
    found = [
        revisions(known.roster, known.ledger, before=before, after=after)
        for before, after in pairwise(known.ledger.editions)
    ]
    assert wrong_in(figures_in(tuple(found))) == []


def test_every_figure_of_every_aggregate_can_be_worked_out_anew(known: Knowledge) -> None:
    found = [
        aggregate(known.roster, known.ledger, as_of=TODAY, year=year, edition=each.id)
        for each in known.ledger.editions
        for year in range(2014, 2027)
    ]
    assert wrong_in(figures_in(tuple(found))) == []


def shares_of(known: Knowledge, commitment: str) -> list[ShareTarget]:
    """The floors that a commitment sets."""
    asked = next(each for each in known.commitments(TODAY) if each.id == commitment)
    clauses = [each for each in asked.clauses if isinstance(each, ShareTarget)]
    return [each for each in clauses if each.bound == "at_least"]


@pytest.mark.parametrize(
    ("right", "wrong", "finding"),
    [
        ("1.50 pp", "1.51 pp", "gap: 3.50 - 2.00 is 1.50, not 1.51"),
        ("= 3.50 - 2.00", "= 3.50 - 2.01", "gap: share enters as 2.01, but stands as 2.00"),
        ("= 2.00 %", "= 2.10 %", "gap: share enters as 2.00, but stands as 2.10"),
        ("= floor - share", "= floor - stare", "gap: share is not in floor - stare"),
        (" [tables, Table 3]", "", "floor: neither a source nor a formula with its values"),
        ("  = 3.50 - 2.00\n", "", "gap: neither a source nor a formula with its values"),
    ],
)
def test_a_reader_finds_what_is_wrong(right: str, wrong: str, finding: str) -> None:
    text = "\n".join(SPAIN_BY_2035.splitlines()[:5])
    assert mistakes(text) == []
    assert finding in mistakes(text.replace(right, wrong))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("8 - 4 - 2", 2),
        ("16 / 4 / 2", 2),
        ("2 * (1 + 10 / 100) ** (2028 - 2026)", "2.42"),
        ("2 × 3 − (−4) ÷ 2", 8),
        ("2 ^ 3", 8),
        ("2024 + ceil(2.26 / 0.20)", 2036),
        ("round(2.675) + min(1, 2) + max(1, 2)", "5.68"),
        ("reach(2.00, 1.99, 2.00, 2.01) + sum(1, 2, 3)", 8),
        ("(-0.5) * 2", -1),
    ],
)
def test_a_pocket_calculator_knows_what_formulas_know(typed: str, shown: str | int) -> None:
    assert calculate(typed) == Decimal(shown)


def test_the_reader_of_outlines_sees_the_tree() -> None:
    gap, *_ = read(SPAIN_BY_2035)
    assert [(each.symbol, str(each.number), each.unit) for each in gap.walk()] == [
        ("gap", "1.50", "pp"),
        ("floor", "3.50", "%"),
        ("share", "2.00", "%"),
    ]
