"""Paths to a floor. The small country of these tests spends 2.00 % of its GDP in 2026, which is
40,000 million dollars: its GDP is 2,000,000 million, and a tenth of a point 2,000 million."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from data.errors import PlanError
from data.members import Member
from data.rules import (
    BackLoaded,
    ByGrowthShare,
    BySteps,
    ByYear,
    Category,
    Indicator,
    Keeping,
    Kept,
    Ledger,
    Path,
    Plan,
    path_to,
)
from data.rules.economy import MissingMoney, NoMoney
from tests.data.rules.ledgers import (
    CITES,
    ICELAND,
    SPAIN,
    SWEDEN,
    at_least,
    edition,
    ledger,
    observations,
    one_edition,
    rising_by,
)
from tests.data.rules.test_derivation import recompute

TODAY = date(2026, 11, 25)
DOLLARS, EUROS = Indicator.EXPENDITURE_USD_CURRENT, Indicator.EXPENDITURE_NATIONAL
SHARES = {2023: "1.70", 2026: "2.00"}
BOOK = ledger(
    (
        edition("2026-07-10", basis="core"),
        observations(SHARES)
        + observations({2026: "40000"}, indicator=DOLLARS)
        + observations({2026: "36000"}, indicator=EUROS, currency="EUR"),
    )
)
FLOOR = at_least("3", 2030)


def drawn(plan: Plan, *, growth: str = "0", by: int | None = 2030, floor: str = "3") -> Path:
    increase = rising_by("0.2", 2027, 2032)
    return path_to(
        at_least(floor, by),
        SPAIN,
        BOOK,
        as_of=TODAY,
        plan=plan,
        increase=increase,
        growth=Decimal(growth),
    )


# plan | growth of GDP | shares from 2027 on | extra of the first year and of all, USD million
CASES = [
    (ByYear(), "0", "2.25 2.50 2.75 3.00", 5000, 50000),
    (ByYear(year=2028), "0", "2.50 3.00", 10000, 30000),
    (ByYear(year=2027), "0", "3.00", 20000, 20000),
    (ByYear(), "10", "2.25 2.50 2.75 3.00", 5500, 66847),
    (ByYear(), "-10", "2.25 2.50 2.75 3.00", 4500, 36657),
    (BySteps(step=Decimal("0.5")), "0", "2.50 3.00", 10000, 30000),
    (BySteps(step=Decimal("0.4")), "0", "2.40 2.80 3.00", 8000, 44000),
    (BySteps(step=Decimal("0.5"), start=2029), "0", "2.00 2.00 2.50 3.00", 0, 30000),
    (BySteps(), "0", "2.20 2.40 2.60 2.80 3.00", 4000, 60000),
    (BackLoaded(flat_until=2028), "0", "2.00 2.00 2.50 3.00", 0, 30000),
    (BackLoaded(flat_until=2029), "0", "2.00 2.00 2.00 3.00", 0, 20000),
    (BackLoaded(flat_until=2026), "0", "2.25 2.50 2.75 3.00", 5000, 50000),
    (BackLoaded(flat_until=2027, year=2029), "0", "2.00 2.50 3.00", 0, 30000),
    # (40,000 + 12 % of 200,000) / 2,200,000 is 2.9091 %; the year after would be above 3.
    (ByGrowthShare(percent=Decimal(12)), "10", "2.91 3.00", 20000, 44200),
    (Keeping(), "0", "2.25 2.50 2.75 3.00", 5000, 50000),
    (Keeping(year=2036), "0", "2.20 2.40 2.60 2.80 3.00", 4000, 60000),
]


@pytest.mark.parametrize(("plan", "growth", "shares", "first", "total"), CASES)
def test_a_plan_draws_these_shares_at_this_cost(
    plan: Plan, growth: str, shares: str, first: int, total: int
) -> None:
    path = drawn(plan, growth=growth)
    assert " ".join(f"{each.share.value:.2f}" for each in path.years) == shares
    dollars = [each.money[0] for each in path.years]
    assert round(dollars[0].extra.value) == first
    assert round(dollars[-1].cumulative.value) == total


def test_the_years_follow_the_last_reported_one_and_end_at_the_floor() -> None:
    path = drawn(ByYear())
    assert [each.year for each in path.years] == [2027, 2028, 2029, 2030]
    assert path.first_reached is not None
    assert path.first_reached.value == 2030


def test_a_path_says_what_it_starts_from() -> None:
    path = drawn(ByYear(), growth="2.5")
    assert (path.edition, path.basis, path.start.value) == ("2026-07-10", "core", Decimal("2.00"))
    assert (path.start.year, path.floor.value) == (2026, Decimal("3.00"))
    assert (path.growth.given, path.growth.value, path.growth.places) == (True, Decimal("2.5"), 1)
    assert (path.plan, path.member, path.as_of) == (ByYear(), SPAIN, TODAY)


def test_without_a_plan_it_is_even_steps_to_the_clauses_own_year() -> None:
    assert path_to(FLOOR, SPAIN, BOOK, as_of=TODAY) == path_to(
        FLOOR, SPAIN, BOOK, as_of=TODAY, plan=ByYear()
    )


def test_money_is_told_in_dollars_first_and_then_in_the_national_currency() -> None:
    dollars, euros = drawn(ByYear()).years[0].money
    assert (dollars.currency, euros.currency) == ("USD", "EUR")
    assert (dollars.gdp.value, euros.gdp.value) == (Decimal(2000000), Decimal(1800000))
    assert (dollars.spending.value, euros.spending.value) == (Decimal(45000), Decimal(40500))
    assert (euros.extra.value, euros.cumulative.value) == (Decimal(4500), Decimal(4500))


def test_gdp_grows_from_the_year_of_the_last_share() -> None:
    path = drawn(ByYear(), growth="10")
    assert [each.money[0].gdp.value for each in path.years[:2]] == [2200000, 2420000]


def test_the_rise_is_that_on_the_year_before() -> None:
    path = drawn(BySteps(step=Decimal("0.4")))
    assert [str(each.rise.value) for each in path.years] == ["0.40", "0.40", "0.20"]


def test_the_clauses_own_year_has_its_source_and_an_assumed_one_has_none() -> None:
    own = {each.symbol: each for each in drawn(ByYear()).years[0].share.inputs}["deadline"]
    assumed = {each.symbol: each for each in drawn(ByYear(year=2029)).years[0].share.inputs}
    assert (own.cites, own.given) == (CITES, False)
    assert (assumed["deadline"].cites, assumed["deadline"].given) == ((), True)


@pytest.mark.parametrize("plan", [case[0] for case in CASES])
@pytest.mark.parametrize("growth", ["3", "7.5"])
def test_every_step_of_a_path_gives_its_value_when_worked_out_anew(plan: Plan, growth: str) -> None:
    path = drawn(plan, growth=growth)
    for year in path.years:
        steps = [year.share, year.rise]
        for money in year.money:
            steps += [money.gdp, money.spending, money.extra, money.cumulative]
        assert [each for each in steps if recompute(each) != each.value] == []
    assert path.first_reached is not None
    assert recompute(path.first_reached) == path.first_reached.value


# plan | from which year to which the increase of 0.2 asks | the years in breach
INCREASES = [
    (ByYear(), 2027, 2032, []),
    (ByYear(year=2034), 2027, 2032, [2027, 2028, 2029, 2030, 2031, 2032]),
    (ByYear(year=2034), 2030, None, [2030, 2031, 2032, 2033]),
    (BackLoaded(flat_until=2028), 2027, 2032, [2027, 2028]),
    (BackLoaded(flat_until=2028), 2028, 2032, [2028]),
    (BackLoaded(flat_until=2028), 2029, 2032, []),
    # What is rounded up to 0.20 is still not a rise of 0.2.
    (BySteps(step=Decimal("0.195")), 2027, 2029, [2027, 2028, 2029]),
    (BySteps(step=Decimal("0.2")), 2027, 2032, []),
    # The last rise is the rest that was left: at the floor the increase has done its work.
    (BySteps(step=Decimal("0.3")), 2027, 2032, []),
    (Keeping(year=2034), 2029, 2030, []),
]


@pytest.mark.parametrize(("plan", "start", "until", "breaches"), INCREASES)
def test_each_year_is_held_against_the_yearly_increase(
    plan: Plan, start: int, until: int | None, breaches: list[int]
) -> None:
    increase = rising_by("0.2", start, until)
    path = path_to(FLOOR, SPAIN, BOOK, as_of=TODAY, plan=plan, increase=increase)
    assert [each.year for each in path.increases if each.kept is Kept.BREACHED] == breaches
    assert (path.breach.year if path.breach else None) == (breaches[0] if breaches else None)


def test_what_a_rise_is_beyond_the_step_is_told() -> None:
    first = drawn(ByYear()).increases[0]
    assert first.spare is not None
    assert (first.year, first.spare.value, first.spare.symbol) == (2027, Decimal("0.05"), "spare")


def test_an_increase_is_kept_exactly_where_quotients_are_not_exact() -> None:
    """From 2.00 by a ninth of a point to 2028, and by 0.2 from there: the last digits differ."""
    path = path_to(
        FLOOR,
        SPAIN,
        BOOK,
        as_of=TODAY,
        plan=Keeping(year=2035),
        increase=rising_by("0.2", 2029, 2035),
    )
    assert {f"{each.rise.value:.6f}" for each in path.years[2:5]} == {"0.200000"}
    assert path.breach is None


def test_no_increase_is_held_against_a_path_without_one() -> None:
    assert path_to(FLOOR, SPAIN, BOOK, as_of=TODAY).increases == ()


def test_keeping_rests_on_even_steps_before_and_after_the_years_of_the_increase() -> None:
    """0.1 a year would do up to 2036; 2028 and 2029 ask for 0.2, and the rest is even again."""
    increase = rising_by("0.2", 2028, 2029)
    path = path_to(FLOOR, SPAIN, BOOK, as_of=TODAY, plan=Keeping(year=2036), increase=increase)
    rises = [f"{each.rise.value:.3f}" for each in path.years]
    assert rises == ["0.100", "0.200", "0.200", *["0.071"] * 7]
    assert path.years[-1].share.value == 3


def test_until_stays_at_the_floor() -> None:
    path = path_to(FLOOR, SPAIN, BOOK, as_of=TODAY, until=2032)
    assert [each.year for each in path.years][-2:] == [2031, 2032]
    assert [each.share.value for each in path.years][-2:] == [3, 3]
    assert path.years[-1].rise.value == 0
    assert path.first_reached is not None
    assert path.first_reached.value == 2030


def test_until_before_the_floor_is_reached_changes_nothing() -> None:
    early = path_to(FLOOR, SPAIN, BOOK, as_of=TODAY, until=2028)
    assert [each.year for each in early.years] == [2027, 2028, 2029, 2030]


@pytest.mark.parametrize("floor", ["1.9", "2"])
def test_a_floor_that_is_reached_needs_no_path(floor: str) -> None:
    path = drawn(ByYear(), floor=floor)
    assert path.reached_already
    assert (path.years, path.first_reached) == ((), None)


def test_a_floor_that_is_reached_needs_no_year_that_is_ahead() -> None:
    assert drawn(ByYear(), floor="2", by=2020).reached_already


def test_a_floor_just_above_needs_one() -> None:
    assert not drawn(ByYear(), floor="2.01").reached_already


def test_money_that_is_not_held_is_said_to_be_missing() -> None:
    path = path_to(FLOOR, SPAIN, one_edition(SHARES), as_of=TODAY)
    assert path.years[0].money == ()
    assert path.missing == (
        MissingMoney(DOLLARS, 2026, NoMoney.NOT_REPORTED),
        MissingMoney(EUROS, 2026, NoMoney.NOT_REPORTED),
    )


def test_expenditure_of_another_edition_than_the_share_gives_no_gdp() -> None:
    book = ledger(
        (edition("2026-07-10"), observations(SHARES)),
        (edition("2026-03-01"), observations({2026: "40000"}, indicator=DOLLARS)),
    )
    path = path_to(FLOOR, SPAIN, book, as_of=TODAY)
    assert path.missing[0] == MissingMoney(DOLLARS, 2026, NoMoney.NOT_IN_ONE_EDITION)


def test_no_gdp_follows_from_a_share_of_zero() -> None:
    book = ledger(
        (
            edition("2026-07-10"),
            observations({2026: "0"}) + observations({2026: "0"}, indicator=DOLLARS),
        )
    )
    path = path_to(FLOOR, SPAIN, book, as_of=TODAY)
    assert path.missing[0] == MissingMoney(DOLLARS, 2026, NoMoney.SHARE_OF_ZERO)


def test_a_member_that_pays_in_dollars_is_told_once_and_misses_nothing() -> None:
    book = ledger(
        (
            edition("2026-07-10"),
            observations(SHARES)
            + observations({2026: "40000"}, indicator=DOLLARS)
            + observations({2026: "40000"}, indicator=EUROS, currency="USD"),
        )
    )
    path = path_to(FLOOR, SPAIN, book, as_of=TODAY)
    assert [each.currency for each in path.years[0].money] == ["USD"]
    assert path.missing == ()


def test_constant_prices_give_no_gdp_at_current_ones() -> None:
    constant = Indicator.EXPENDITURE_USD_CONSTANT
    book = ledger(
        (
            edition("2026-07-10"),
            observations(SHARES) + observations({2026: "1"}, indicator=constant),
        )
    )
    assert path_to(FLOOR, SPAIN, book, as_of=TODAY).years[0].money == ()


def test_the_share_is_that_of_the_newest_edition_of_the_day() -> None:
    book = ledger(
        (edition("2025-04-24"), observations({2024: "1.24"})),
        (edition("2026-07-10"), observations(SHARES)),
    )
    path = path_to(at_least("3.5", 2032), SPAIN, book, as_of=date(2026, 7, 9))
    assert (path.start.year, path.edition) == (2024, "2025-04-24")


def test_spain_in_june_2025_needs_0_28_points_a_year_and_misses_2032_by_four_years_at_0_2() -> None:
    book = one_edition({2021: "1.03", 2024: "1.24"}, "2025-04-24")
    clause, day = at_least("3.5", 2032), date(2025, 6, 5)
    even = path_to(clause, SPAIN, book, as_of=day)
    assert {str(each.rise.value) for each in even.years} == {"0.2825"}
    steps = path_to(clause, SPAIN, book, as_of=day, plan=BySteps(step=Decimal("0.2")))
    assert steps.first_reached is not None
    assert steps.first_reached.value == 2036


Changes = Mapping[str, object]
# what is asked | the whole answer
REFUSED: list[tuple[Changes, str]] = [
    (
        {"plan": ByYear(year=2026)},
        "The year 2026 is not after 2026, the year of the last reported share; give a later one.",
    ),
    (
        {"plan": ByYear(year=2127)},
        (
            "The year 2127 is more than 100 years after 2026, the year of the last reported share; "
            "give an earlier one."
        ),
    ),
    (
        {"until": 2026},
        "The year 2026 is not after 2026, the year of the last reported share; give a later one.",
    ),
    (
        {"clause": at_least("3", None)},
        "The clause 'floor' names no year; say by which year its share is reached.",
    ),
    (
        {"clause": at_least("3", 2025)},
        "The year 2025 is not after 2026, the year of the last reported share; give a later one.",
    ),
    (
        {"plan": BackLoaded(flat_until=2025)},
        (
            "A share cannot stay flat until 2025: the last one reported is already of 2026; give"
            " that year or a later one."
        ),
    ),
    (
        {"plan": BackLoaded(flat_until=2030)},
        (
            "A share that stays flat until 2030 cannot have risen by 2030; give a later year to "
            "arrive, or an earlier one to stay flat until."
        ),
    ),
    (
        {"plan": BySteps()},
        (
            "There is no yearly increase to go by; say by how many percentage points a year the"
            " share rises."
        ),
    ),
    (
        {"plan": BySteps(step=Decimal("0.009"))},
        (
            "At 0.009 percentage points a year the share does not rise from 2.00 to 3.00 percent by"
            " 2126, 100 years after the last reported one; give a greater step."
        ),
    ),
    (
        {"plan": BySteps(step=Decimal("0.5"), start=2026)},
        "The year 2026 is not after 2026, the year of the last reported share; give a later one.",
    ),
    (
        {"plan": ByGrowthShare(percent=Decimal(10))},
        (
            "A part of GDP growth leads nowhere while GDP grows by 0 percent a year; give a growth"
            " above 0."
        ),
    ),
    (
        {"plan": ByGrowthShare(percent=Decimal(3)), "growth": Decimal(4)},
        (
            "3 percent of GDP growth never leads to 3.00 percent of GDP, however long it goes on;"
            " give more than 3.00 percent."
        ),
    ),
    (
        {"plan": ByGrowthShare(percent=Decimal("3.1")), "growth": Decimal("0.1")},
        (
            "With 3.1 percent of a GDP growth of 0.1 percent a year the share does not rise from"
            " 2.00 to 3.00 percent by 2126, 100 years after the last reported one; give more of it,"
            " or a greater growth."
        ),
    ),
    (
        {"growth": Decimal(-100)},
        (
            "GDP cannot grow by -100 percent a year; give a number above -100 and up to 1000, such"
            " as 0 or 2.5."
        ),
    ),
    (
        {"growth": Decimal("NaN")},
        (
            "GDP cannot grow by NaN percent a year; give a number above -100 and up to 1000, such"
            " as 0 or 2.5."
        ),
    ),
    # A thousandfold slip would end in an overflow, not in an answer.
    (
        {"growth": Decimal("1000.1"), "plan": ByGrowthShare(percent=Decimal(10))},
        (
            "GDP cannot grow by 1000.1 percent a year; give a number above -100 and up to 1000,"
            " such as 0 or 2.5."
        ),
    ),
    (
        {"increase": replace(rising_by("0.2", 2027), category=Category.EQUIPMENT)},
        (
            "The yearly increase 'annual-increase' is not one of core or defence spending; leave it"
            " out."
        ),
    ),
    (
        {"clause": at_least("20", 2030, Category.EQUIPMENT)},
        (
            "No path leads to the clause 'floor': figures are published for floors of core or"
            " defence spending only."
        ),
    ),
    (
        {"clause": replace(FLOOR, bound="up_to")},
        (
            "No path leads to the clause 'floor': figures are published for floors of core or"
            " defence spending only."
        ),
    ),
    (
        {"member": SWEDEN, "as_of": date(2024, 3, 6)},
        "SWE was not a member on 2024-03-06; ask about 2024-03-07 or a later day.",
    ),
    ({"member": ICELAND}, "ISL has no armed forces, and no share to start from."),
    (
        {"as_of": date(2026, 7, 9)},
        "No edition published by 2026-07-09 has a share of ESP to start from.",
    ),
]


@pytest.mark.parametrize(("changes", "said"), REFUSED)
def test_what_leads_nowhere_is_refused(changes: Changes, said: str) -> None:
    asked: dict[str, object] = {"clause": FLOOR, "member": SPAIN, "as_of": TODAY} | dict(changes)
    with pytest.raises(PlanError) as refused:
        _ask(BOOK, **asked)
    assert str(refused.value) == said


def _ask(book: Ledger, *, clause: object, member: object, as_of: object, **rest: object) -> Path:
    assert isinstance(clause, type(FLOOR))
    assert isinstance(member, Member)
    assert isinstance(as_of, date)
    return path_to(clause, member, book, as_of=as_of, **rest)  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("step", ["0", "-0.2", "NaN", "Infinity"])
def test_a_step_that_does_not_rise_is_refused(step: str) -> None:
    with pytest.raises(PlanError) as refused:
        BySteps(step=Decimal(step))
    assert str(refused.value) == (
        f"A share that changes by {step} percentage points a year never rises to a floor; give a"
        " step above zero."
    )


@pytest.mark.parametrize("percent", ["0", "-1", "100.1", "NaN"])
def test_a_part_of_growth_is_above_zero_and_not_above_all_of_it(percent: str) -> None:
    with pytest.raises(PlanError) as refused:
        ByGrowthShare(percent=Decimal(percent))
    assert str(refused.value) == (
        f"{percent} percent of GDP growth cannot go to defence; give a percentage above 0 and up to"
        " 100."
    )


@pytest.mark.parametrize("growth", ["-99.9", "1000"])
def test_gdp_may_grow_by_any_rate_within_the_bounds(growth: str) -> None:
    assert drawn(ByYear(), growth=growth).growth.value == Decimal(growth)


def test_all_of_the_growth_may_go_to_defence() -> None:
    assert drawn(ByGrowthShare(percent=Decimal(100)), growth="1").years[0].share.value > 2


@pytest.mark.parametrize("last", [2126, 2027])
def test_a_path_may_take_from_one_to_a_hundred_years(last: int) -> None:
    assert drawn(ByYear(year=last)).years[-1].year == last
