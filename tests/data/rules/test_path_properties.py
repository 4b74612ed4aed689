"""What holds of every path, and what paths of real members cost, worked out from the tables."""

import ast
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.rules import (
    BackLoaded,
    ByGrowthShare,
    BySteps,
    ByYear,
    Indicator,
    Keeping,
    Ledger,
    Path,
    Plan,
    ShareTarget,
    Step,
    path_to,
)
from data.rules.economy import MissingMoney, NoMoney
from tests.data.rules import ledgers
from tests.data.rules.ledgers import SPAIN, at_least, ledger, observations, rising_by
from tests.data.rules.test_derivation import arithmetic
from tests.shipped import KNOWN

TODAY, SEED = date(2026, 11, 25), date(2025, 6, 5)
FLOOR = Decimal("3.5")
NEARLY = Decimal("1e-18")

quick = settings(max_examples=60, deadline=None)

starts = st.integers(min_value=1, max_value=349).map(lambda each: Decimal(each) / 100)
years = st.integers(min_value=2027, max_value=2050)
growths = st.integers(min_value=-50, max_value=150).map(lambda each: Decimal(each) / 10)
steps = st.integers(min_value=10, max_value=200).map(lambda each: Decimal(each) / 100)
plans = st.one_of(
    years.map(lambda year: ByYear(year=year)),
    years.map(lambda year: Keeping(year=year)),
    steps.map(lambda step: BySteps(step=step)),
    st.tuples(steps, years).map(lambda both: BySteps(step=both[0], start=both[1])),
    st.tuples(years, st.integers(0, 20)).map(
        lambda both: BackLoaded(flat_until=max(2026, both[0] - 1 - both[1]), year=both[0])
    ),
)


def book(start: Decimal) -> Ledger:
    """A member that spends 5,000 million dollars, or 4,000 million euros, in 2026."""
    dollars, euros = Indicator.EXPENDITURE_USD_CURRENT, Indicator.EXPENDITURE_NATIONAL
    return ledger(
        (
            ledgers.edition("2026-07-10"),
            observations({2026: str(start)})
            + observations({2026: "5000"}, indicator=dollars)
            + observations({2026: "4000"}, indicator=euros, currency="EUR"),
        )
    )


def drawn(start: Decimal, plan: Plan, *, growth: Decimal = Decimal(0)) -> Path:
    return path_to(
        at_least("3.5", 2035),
        SPAIN,
        book(start),
        as_of=TODAY,
        plan=plan,
        increase=rising_by("0.2", 2029, 2033),
        growth=growth,
    )


def figures_of(path: Path) -> Iterator[Step]:
    """All that is worked out for a path and all that it rests on, what is shared only once."""
    seen: set[int] = set()
    waiting = list(_worked_out(path))
    while waiting:
        step = waiting.pop()
        if id(step) not in seen:
            seen.add(id(step))
            waiting += step.inputs
            yield step


def _worked_out(path: Path) -> Iterator[Step]:
    for year in path.years:
        yield from (year.share, year.rise)
        for each in year.money:
            yield from (each.gdp, each.spending, each.extra, each.cumulative)
    yield from (each.spare for each in path.increases if each.spare is not None)
    if path.first_reached is not None:
        yield path.first_reached


@quick
@given(starts, plans, growths)
def test_every_figure_gives_its_value_when_worked_out_anew(
    start: Decimal, plan: Plan, growth: Decimal
) -> None:
    path = drawn(start, plan, growth=growth)
    assert [each.symbol for each in figures_of(path) if not _holds(each)] == []


def _holds(step: Step) -> bool:
    if step.formula is None:
        return True
    values = {each.symbol: each.value for each in step.inputs}
    return arithmetic(ast.parse(step.formula, mode="eval").body, values) == step.value


@quick
@given(starts, plans)
def test_a_path_never_falls_never_passes_the_floor_and_ends_on_it(
    start: Decimal, plan: Plan
) -> None:
    path = drawn(start, plan)
    shares = [start, *(each.share.value for each in path.years)]
    assert shares == sorted(shares)
    assert [each >= FLOOR for each in shares] == [False] * (len(shares) - 1) + [True]
    assert shares[-1] == FLOOR


@quick
@given(starts, plans)
def test_the_year_reached_is_that_of_the_last_share_and_years_follow_one_another(
    start: Decimal, plan: Plan
) -> None:
    path = drawn(start, plan)
    found = [each.year for each in path.years]
    assert found == list(range(2027, 2027 + len(found)))
    assert path.first_reached is not None
    assert path.first_reached.value == found[-1]


@quick
@given(starts, years)
def test_steps_to_a_year_are_even(start: Decimal, year: int) -> None:
    rises = [each.rise.value for each in drawn(start, ByYear(year=year)).years]
    assert max(rises) - min(rises) < NEARLY
    assert abs(sum(rises) - (FLOOR - start)) < NEARLY


@quick
@given(starts, steps)
def test_steps_of_a_size_are_of_that_size_but_for_the_last(start: Decimal, step: Decimal) -> None:
    *rises, last = [each.rise.value for each in drawn(start, BySteps(step=step)).years]
    assert set(rises) <= {step}
    assert 0 < last <= step


@quick
@given(starts, st.integers(2028, 2050), st.integers(1, 20))
def test_a_back_loaded_path_is_flat_first_and_even_then(
    start: Decimal, year: int, late: int
) -> None:
    flat_until = max(2026, year - late)
    rises = {
        each.year: each.rise.value
        for each in drawn(start, BackLoaded(flat_until=flat_until, year=year)).years
    }
    even = (FLOOR - start) / (year - flat_until)
    assert all(rises[each] == 0 for each in rises if each <= flat_until)
    assert all(abs(rises[each] - even) < NEARLY for each in rises if each > flat_until)


@quick
@given(starts, st.integers(2028, 2050), st.integers(1, 20), growths)
def test_to_wait_never_costs_more(start: Decimal, year: int, late: int, growth: Decimal) -> None:
    flat_until = max(2026, year - late)
    even = drawn(start, ByYear(year=year), growth=growth)
    waiting = drawn(start, BackLoaded(flat_until=flat_until, year=year), growth=growth)
    for mine, theirs in zip(even.years, waiting.years, strict=True):
        assert theirs.money[0].cumulative.value <= mine.money[0].cumulative.value + NEARLY


@quick
@given(starts, years, st.integers(0, 20), st.integers(2025, 2040), st.integers(0, 12))
def test_longer_time_never_asks_for_more_in_any_year(
    start: Decimal, year: int, longer: int, first: int, length: int
) -> None:
    early, late = (
        path_to(
            at_least("3.5", 2035),
            SPAIN,
            book(start),
            as_of=TODAY,
            plan=Keeping(year=each),
            increase=rising_by("0.2", first, first + length),
            until=2070,
        )
        for each in (year, year + longer)
    )
    for mine, theirs in zip(early.years, late.years, strict=True):
        assert theirs.share.value <= mine.share.value + NEARLY


@quick
@given(starts, plans, growths)
def test_what_is_spent_beyond_a_flat_share_adds_up(
    start: Decimal, plan: Plan, growth: Decimal
) -> None:
    path = drawn(start, plan, growth=growth)
    for place, currency in enumerate(("USD", "EUR")):
        money = [each.money[place] for each in path.years]
        assert {each.currency for each in money} == {currency}
        for count, each in enumerate(money, start=1):
            assert each.cumulative.value == sum(one.extra.value for one in money[:count])
            flat = each.gdp.value * start / 100
            assert abs(each.spending.value - flat - each.extra.value) < Decimal("1e-12")


@quick
@given(starts, plans)
def test_a_year_at_the_share_of_the_start_costs_nothing_more(start: Decimal, plan: Plan) -> None:
    for each in drawn(start, plan).years:
        assert (each.share.value == start) == (each.money[0].extra.value == 0)


@quick
@given(starts, plans, growths)
def test_growth_scales_gdp_and_leaves_the_shares(
    start: Decimal, plan: Plan, growth: Decimal
) -> None:
    still, growing = drawn(start, plan), drawn(start, plan, growth=growth)
    assert [each.share.value for each in still.years] == [
        each.share.value for each in growing.years
    ]
    gdp = still.years[0].money[0].gdp.value
    for each in growing.years:
        gdp *= 1 + growth / 100
        assert abs(each.money[0].gdp.value / gdp - 1) < NEARLY


@quick
@given(
    starts,
    st.integers(min_value=5, max_value=100).map(Decimal),
    st.integers(min_value=20, max_value=150).map(lambda each: Decimal(each) / 10),
)
def test_a_part_of_growth_is_that_part_of_what_gdp_grew_by(
    start: Decimal, percent: Decimal, growth: Decimal
) -> None:
    path = drawn(start, ByGrowthShare(percent=percent), growth=growth)
    spent, gdp = Decimal(5000), Decimal(5000) / start * 100
    for each in path.years[:-1]:
        money = each.money[0]
        more = (money.gdp.value - gdp) * percent / 100
        assert abs(money.spending.value - spent - more) < Decimal("1e-12")
        spent, gdp = money.spending.value, money.gdp.value
    last = path.years[-1].money[0]
    assert last.spending.value - spent <= (last.gdp.value - gdp) * percent / 100 + NEARLY


@quick
@given(starts, plans)
def test_what_is_assumed_has_no_source_and_every_other_fact_has_one(
    start: Decimal, plan: Plan
) -> None:
    leaves = [each for each in figures_of(drawn(start, plan)) if each.formula is None]
    assert {each.symbol for each in leaves if each.given} <= {
        "growth",
        "deadline",
        "flat_until",
        "begins",
        "step",
    }
    assert all(bool(each.cites) != each.given for each in leaves)


def hague_or_rutte(day: date) -> ShareTarget:
    """The floor of 3.5 % for core defence: proposed for 2032, then agreed for 2035."""
    commitment = "rutte-2025" if day == SEED else "hague-2025"
    (found,) = (each for each in KNOWN.commitments(day) if each.id == commitment)
    clause = next(each for each in found.clauses if each.id == "core")
    assert isinstance(clause, ShareTarget)
    return clause


# By hand from the tables: GDP is expenditure / its share, both as printed in one edition. All of it
# is GDP x gap x (1 + 2 + ... + n) / n without growth; with it, each year has its power of 1.03 too.
# member | day | growth | currency | edition | GDP of the first year, its extra, and all of it
COSTS = [
    # 21,269.292206 / 1.28255 % in June 2024; 19,723 / 1.24 % in April 2025; 2.26 points in 8 years.
    ("ESP", SEED, "0", "USD", "2024-06-17", "1658359.69 4684.87 168655.18"),
    ("ESP", SEED, "3", "USD", "2024-06-17", "1708110.48 4825.41 199743.85"),
    ("ESP", SEED, "0", "EUR", "2025-04-24", "1590564.52 4493.34 161760.41"),
    ("ESP", SEED, "3", "EUR", "2025-04-24", "1638281.45 4628.15 191578.15"),
    # 147,002 and 124,660 / 2.69 %; 0.81 points in 9 years.
    ("DEU", TODAY, "0", "USD", "2026-07-10", "5464758.36 4918.28 221322.71"),
    ("DEU", TODAY, "0", "EUR", "2026-07-10", "4634200.74 4170.78 187685.13"),
    ("DEU", TODAY, "3", "EUR", "2026-07-10", "4773226.77 4295.90 226802.62"),
    # 15,678 / 2.0 %; 1.5 points in 9 years.
    ("BEL", TODAY, "0", "USD", "2026-07-10", "783900.00 1306.50 58792.50"),
    ("BEL", TODAY, "3", "USD", "2026-07-10", "807417.00 1345.70 71046.08"),
]


@pytest.mark.parametrize(("member", "day", "growth", "currency", "edition", "costs"), COSTS)
def test_what_a_real_path_costs(
    member: str, day: date, growth: str, currency: str, edition: str, costs: str
) -> None:
    path = path_to(
        hague_or_rutte(day), KNOWN.roster[member], KNOWN.ledger, as_of=day, growth=Decimal(growth)
    )
    money = [one for year in path.years for one in year.money if one.currency == currency]
    found = (money[0].gdp, money[0].extra, money[-1].cumulative)
    assert {each.edition for each in found} == {edition}
    assert " ".join(f"{each.value:.2f}" for each in found) == costs


def test_belgium_has_no_euros_in_the_newest_edition_and_the_path_says_so() -> None:
    path = path_to(hague_or_rutte(TODAY), KNOWN.roster["BEL"], KNOWN.ledger, as_of=TODAY)
    assert path.missing == (
        MissingMoney(Indicator.EXPENDITURE_NATIONAL, 2026, NoMoney.NOT_REPORTED),
    )


def test_the_united_states_are_told_in_dollars_alone_and_miss_nothing() -> None:
    path = path_to(hague_or_rutte(TODAY), KNOWN.roster["USA"], KNOWN.ledger, as_of=TODAY)
    assert [each.currency for each in path.years[0].money] == ["USD"]
    assert path.missing == ()


def test_poland_needs_no_path_to_what_it_spends_already() -> None:
    path = path_to(hague_or_rutte(TODAY), KNOWN.roster["POL"], KNOWN.ledger, as_of=TODAY)
    assert (path.reached_already, path.start.value) == (True, Decimal("4.68"))
