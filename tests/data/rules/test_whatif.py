from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from data.dates import PartialDate
from data.errors import PlanError
from data.rules import (
    AnnualIncrease,
    Category,
    Commitment,
    Indicator,
    Keeping,
    Ledger,
    Path,
    ShareTarget,
    Status,
    StatusChange,
    difference,
    what_if,
)
from tests.data.rules.ledgers import (
    CITES,
    SPAIN,
    at_least,
    edition,
    ledger,
    observations,
    rising_by,
)
from tests.data.rules.test_derivation import recompute
from tests.shipped import KNOWN

TODAY = date(2026, 11, 25)
SEED = date(2025, 6, 5)
BOOK = ledger(
    (
        edition("2026-07-10"),
        observations({2026: "2.00"})
        + observations({2026: "40000"}, indicator=Indicator.EXPENDITURE_USD_CURRENT)
        + observations({2026: "36000"}, indicator=Indicator.EXPENDITURE_NATIONAL, currency="EUR"),
    )
)


def commitment(*clauses: ShareTarget | AnnualIncrease) -> Commitment:
    return Commitment(
        id="proposal",
        title="A proposal",
        by_whom="somebody",
        claim="More is to be spent.",
        history=(
            StatusChange(
                status=Status.PROPOSED,
                on=PartialDate(2026, 5, 9),
                known_on=PartialDate(2026, 5, 9),
                cites=CITES,
            ),
        ),
        clauses=clauses,
    )


PROPOSAL = commitment(
    at_least("5", 2030, Category.TOTAL), at_least("3", 2030), rising_by("0.3", 2027, 2032)
)


def shares(path: Path) -> str:
    return " ".join(f"{each.share.value:.2f}" for each in path.years)


# by | without the increase | the shares from 2027 on
VARIANTS = [
    (None, False, "2.30 2.60 2.90 3.00"),
    (None, True, "2.25 2.50 2.75 3.00"),
    (2035, False, "2.30 2.60 2.90 3.00"),
    (2035, True, "2.11 2.22 2.33 2.44 2.56 2.67 2.78 2.89 3.00"),
]


@pytest.mark.parametrize(("by", "without_increase", "drawn"), VARIANTS)
def test_a_variant_is_one_call(by: int | None, without_increase: bool, drawn: str) -> None:
    path = what_if(PROPOSAL, SPAIN, BOOK, as_of=TODAY, by=by, without_increase=without_increase)
    assert shares(path) == drawn
    assert path.plan == Keeping(year=by)
    assert (path.increases == ()) == without_increase


# member | the year asked for by the proposal of 2025 | without the 0.2 | first year | shares
SEED_VARIANTS = [
    # 2.26 points in eight years are 0.28 a year: more than the clause of 0.2 asks for.
    ("ESP", None, False, 2032, "1.52 1.81 2.09 2.37 2.65 2.94 3.22 3.50"),
    ("ESP", None, True, 2032, "1.52 1.81 2.09 2.37 2.65 2.94 3.22 3.50"),
    ("ESP", 2035, True, 2035, "1.45 1.65 1.86 2.06 2.27 2.47 2.68 2.88 3.09 3.29 3.50"),
    # Germany at 2.10: the clause makes it faster than even steps of 0.175 would be.
    ("DEU", None, False, 2032, "2.28 2.47 2.67 2.88 3.07 3.28 3.47 3.50"),
    ("DEU", None, True, 2032, "2.28 2.45 2.62 2.80 2.97 3.15 3.33 3.50"),
    ("DEU", 2035, True, 2035, "2.23 2.35 2.48 2.61 2.74 2.86 2.99 3.12 3.25 3.37 3.50"),
]


@pytest.mark.parametrize(("member", "by", "without_increase", "reached", "drawn"), SEED_VARIANTS)
def test_what_members_asked_for_in_june_2025(
    member: str, by: int | None, without_increase: bool, reached: int, drawn: str
) -> None:
    proposal = next(each for each in KNOWN.commitments(SEED) if each.id == "rutte-2025")
    path = what_if(
        proposal,
        KNOWN.roster[member],
        KNOWN.ledger,
        as_of=SEED,
        by=by,
        without_increase=without_increase,
    )
    assert path.first_reached is not None
    assert path.first_reached.value == reached
    assert [f"{each.share.value:.1f}" for each in path.years] == [
        f"{Decimal(each):.1f}" for each in _exact(member, by, without_increase, drawn)
    ]


def _exact(member: str, by: int | None, without_increase: bool, drawn: str) -> list[str]:
    """The table is read at two decimals; even steps are worked out anew where they are even."""
    start = {"ESP": Decimal("1.24"), "DEU": Decimal("2.10")}[member]
    if member == "DEU" and by is None and not without_increase:
        return drawn.split()
    span = (by or 2032) - 2024
    even = [start + (Decimal("3.5") - start) * year / span for year in range(1, span + 1)]
    assert all(
        abs(Decimal(a) - b) <= Decimal("0.005") for a, b in zip(drawn.split(), even, strict=True)
    )
    return [str(each) for each in even]


def test_an_increase_of_other_spending_has_no_say() -> None:
    equipment = replace(rising_by("0.4", 2027), category=Category.EQUIPMENT)
    asked = commitment(at_least("3", 2030), equipment, rising_by("0.3", 2027))
    assert shares(what_if(asked, SPAIN, BOOK, as_of=TODAY)) == "2.30 2.60 2.90 3.00"


def test_growth_is_handed_on() -> None:
    path = what_if(PROPOSAL, SPAIN, BOOK, as_of=TODAY, growth=Decimal(10))
    assert path.years[0].money[0].gdp.value == 2200000


def test_the_first_floor_for_core_or_defence_is_the_one() -> None:
    other = commitment(at_least("2.5", 2028, Category.DEFENCE), at_least("3", 2030))
    assert shares(what_if(other, SPAIN, BOOK, as_of=TODAY)) == "2.25 2.50"


@pytest.mark.parametrize(
    "clauses",
    [
        (),
        (rising_by("0.2", 2027),),
        (at_least("5", 2030, Category.TOTAL), at_least("20", 2030, Category.EQUIPMENT)),
        (replace(at_least("3", 2030), bound="up_to"),),
    ],
)
def test_a_commitment_without_a_floor_leads_nowhere(
    clauses: tuple[ShareTarget | AnnualIncrease, ...],
) -> None:
    with pytest.raises(PlanError) as refused:
        what_if(commitment(*clauses), SPAIN, BOOK, as_of=TODAY)
    assert str(refused.value) == (
        "The commitment 'proposal' has no floor for core or defence spending to find a path to."
    )


def test_nobody_can_ask_about_a_commitment_before_it_is_known() -> None:
    with pytest.raises(PlanError) as refused:
        what_if(PROPOSAL, SPAIN, BOOK, as_of=date(2026, 5, 8))
    assert str(refused.value) == (
        "Nobody knew of the commitment 'proposal' on 2026-05-08; ask about a later day."
    )


def test_the_difference_of_two_paths_is_told_by_year_and_in_all() -> None:
    """The increase costs 0.05, 0.1 and 0.15 points more of a GDP of 2,000,000 million."""
    with_it = what_if(PROPOSAL, SPAIN, BOOK, as_of=TODAY)
    without = what_if(PROPOSAL, SPAIN, BOOK, as_of=TODAY, without_increase=True)
    dollars, euros = difference(with_it, without)
    assert (dollars.currency, euros.currency) == ("USD", "EUR")
    assert [each.value for each in dollars.by_year] == [1000, 2000, 3000, 0]
    assert [each.year for each in dollars.by_year] == [2027, 2028, 2029, 2030]
    assert (dollars.total.value, euros.total.value) == (6000, 5400)
    assert difference(without, with_it)[0].total.value == -6000


def test_paths_of_different_length_are_compared_up_to_the_same_year() -> None:
    early = what_if(PROPOSAL, SPAIN, BOOK, as_of=TODAY, without_increase=True, until=2032)
    late = what_if(PROPOSAL, SPAIN, BOOK, as_of=TODAY, without_increase=True, by=2032)
    assert difference(early, late)[0].total.value > 0
    assert all(recompute(each) == each.value for each in difference(early, late)[0].by_year)
    assert recompute(difference(early, late)[0].total) == difference(early, late)[0].total.value


def test_paths_that_are_not_alike_are_not_compared() -> None:
    one = what_if(PROPOSAL, SPAIN, BOOK, as_of=TODAY)
    other = what_if(PROPOSAL, SPAIN, BOOK, as_of=TODAY, by=2036, growth=Decimal("2.5"))
    with pytest.raises(PlanError) as refused:
        difference(one, other)
    assert str(refused.value) == (
        "Two paths can be compared where they start from the same figure and end in the same year;"
        " these are ESP from 2.00 % in 2026 to 2030 at 0 % growth and ESP from 2.00 % in 2026 to"
        " 2030 at 2.5 % growth."
    )


def test_paths_that_have_arrived_differ_in_nothing() -> None:
    there = what_if(commitment(at_least("2", 2030)), SPAIN, BOOK, as_of=TODAY)
    assert difference(there, there) == ()


def test_only_a_currency_that_both_paths_know_is_compared() -> None:
    spent = Indicator.EXPENDITURE_NATIONAL
    own = observations({2026: "36000"}, indicator=spent, currency="EUR")
    only_euros = ledger((edition("2026-07-10"), observations({2026: "2.00"}) + own))
    both = what_if(PROPOSAL, SPAIN, BOOK, as_of=TODAY)
    euros = what_if(PROPOSAL, SPAIN, only_euros, as_of=TODAY, without_increase=True)
    told = [(each.currency, each.total.value) for each in difference(both, euros)]
    assert told == [("EUR", 5400)]
    assert [each.currency for each in difference(euros, both)] == ["EUR"]


def test_without_gdp_there_is_no_difference_to_tell() -> None:
    book: Ledger = ledger((edition("2026-07-10"), observations({2026: "2.00"})))
    path = what_if(PROPOSAL, SPAIN, book, as_of=TODAY)
    assert difference(path, path) == ()
