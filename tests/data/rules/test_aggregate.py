"""Aggregates, held against those that NATO published: in its workbook of 17 June 2024, "Defence
Expenditure of NATO Countries (2014-2024)" (Tables 2, 3 and 5), and for 2026 in copies of the same
tables of July 2026."""

import csv
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.catalogue.load import load
from data.errors import QuestionError
from data.members import Member
from data.rules import Indicator, Ledger, Observation, Reason, Unit, aggregate
from tests.data.rules.ledgers import (
    CITES,
    ICELAND,
    SPAIN,
    SWEDEN,
    edition,
    ledger,
    observations,
    one_edition,
)
from tests.data.rules.test_derivation import recompute

TODAY = date(2026, 11, 25)
KNOWN = load().knowledge()
EUROPE_AND_CANADA = [each for each in KNOWN.roster if each.id != "USA"]
GROUPS = {"NATO_TOTAL": list(KNOWN.roster), "NATO_EUR_CAN": EUROPE_AND_CANADA}
GDP = Indicator.GDP_USD_CONSTANT
CONSTANT, CURRENT = Indicator.EXPENDITURE_USD_CONSTANT, Indicator.EXPENDITURE_USD_CURRENT
PUBLISHED = list(
    csv.DictReader(
        (Path(__file__).parent / "published_aggregates.csv").read_text("utf-8").splitlines()
    )
)


def published(known_as: str, indicator: str) -> list[tuple[str, int, Decimal]]:
    return [
        (row["aggregate"], int(row["year"]), Decimal(row["value"]))
        for row in PUBLISHED
        if (row["edition"], row["indicator"]) == (known_as, indicator)
    ]


@pytest.mark.parametrize(("group", "year", "value"), published("2024-06-17", "share_of_gdp"))
def test_a_share_is_natos_own_but_for_icelands_gdp(group: str, year: int, value: Decimal) -> None:
    found = aggregate(GROUPS[group], KNOWN.ledger, as_of=TODAY, year=year, edition="2024-06-17")
    assert found.share is not None
    above = Decimal("0.001") if found.gdp_missing else Decimal(0)
    assert above <= found.share.value - value < Decimal("0.0025")
    assert found.complete
    assert found.in_constant_prices


# Table 5: Iceland's GDP in million US dollars, prices and exchange rates of 2015
ICELANDS_GDP = {
    2014: "16772.829194",
    2015: "17516.982223",
    2016: "18621.199039",
    2017: "19402.348807",
    2018: "20350.963207",
    2019: "20729.730844",
    2020: "19290.993603",
    2021: "20284.231960",
    2022: "22085.737022",
    2023: "22983.256982",
    2024: "23420.422350",
}


@pytest.fixture(scope="module")
def with_iceland() -> Ledger:
    """The workbook of 2024 with the row of Iceland in its Table 5."""
    (held,) = (each for each in KNOWN.ledger.editions if each.id == "2024-06-17")
    rows = [
        value
        for (known_as, member, _), series in KNOWN.ledger.by_edition.items()
        if known_as == held.id and member != "ISL"
        for value in series.by_year.values()
    ]
    gdp = {year: str(Decimal(value) / 1000) for year, value in ICELANDS_GDP.items()}
    return ledger((held, rows + observations(gdp, member="ISL", indicator=GDP)))


@pytest.mark.parametrize(("group", "year", "value"), published("2024-06-17", "share_of_gdp"))
def test_with_icelands_gdp_a_share_is_natos_own(
    with_iceland: Ledger, group: str, year: int, value: Decimal
) -> None:
    found = aggregate(GROUPS[group], with_iceland, as_of=TODAY, year=year)
    assert found.share is not None
    assert abs(found.share.value - value) < Decimal("0.000002")
    assert found.gdp_missing == ()
    assert "ISL" not in found.counted


@pytest.mark.parametrize(("group", "year", "value"), published("2026-07-10", "share_of_gdp"))
def test_at_current_prices_a_share_is_near_natos_own(group: str, year: int, value: Decimal) -> None:
    """Held at constant prices as well, it would be NATO's own to the hundredth or so."""
    found = aggregate(GROUPS[group], KNOWN.ledger, as_of=TODAY, year=year, edition="2026-07-10")
    assert found.share is not None
    assert abs(found.share.value - value) < Decimal("0.1")


@pytest.mark.parametrize(
    ("group", "year", "value"), published("2024-06-17", "expenditure_usd_m_constant")
)
def test_expenditure_is_natos_own_to_the_dollar(group: str, year: int, value: Decimal) -> None:
    found = aggregate(GROUPS[group], KNOWN.ledger, as_of=TODAY, year=year, edition="2024-06-17")
    assert found.spent is not None
    assert abs(found.spent.value - value) < Decimal("0.0001")
    assert (found.spent.price_base, found.spent.currency) == (2015, "USD")


@pytest.mark.parametrize(
    ("group", "year", "value"), published("2026-07-10", "expenditure_usd_m_current")
)
def test_of_2026_it_is_natos_own_but_for_albania(group: str, year: int, value: Decimal) -> None:
    """Each row and the total are printed in whole millions, so that a few millions may be lost."""
    found = aggregate(GROUPS[group], KNOWN.ledger, as_of=TODAY, year=year, edition="2026-07-10")
    assert found.spent is not None
    assert found.spent.price_base is None
    lost = value - found.spent.value
    missing = [each.member for each in found.missing]
    if year < 2020:
        assert missing == ["ALB"]
        assert 100 < lost < 300
    else:
        assert missing == []
        assert abs(lost) <= 3


# year | members that count: Montenegro from 2017, North Macedonia 2020, Finland 2023, Sweden 2024
COUNTED = [(2014, 27), (2016, 27), (2017, 28), (2019, 28), (2020, 29), (2022, 29), (2023, 30)]


@pytest.mark.parametrize(("year", "count"), [*COUNTED, (2024, 31)])
def test_a_member_counts_from_the_year_it_joined_in(year: int, count: int) -> None:
    found = aggregate(KNOWN.roster, KNOWN.ledger, as_of=TODAY, year=year, edition="2024-06-17")
    assert len(found.counted) == count


def ally(code: str) -> Member:
    return Member(id=code, iso2=code[:2], joined=date(1999, 3, 12), armed_forces=True, cites=CITES)


AAA, BBB, CCC = (ally(code) for code in ("AAA", "BBB", "CCC"))


def rows(member: str, spent: str, share: str, indicator: Indicator = CURRENT) -> list[Observation]:
    return observations({2025: share}, member=member) + observations(
        {2025: spent}, member=member, indicator=indicator
    )


def book(*parts: Iterable[Observation]) -> Ledger:
    return ledger((edition("2026-07-10"), [each for part in parts for each in part]))


def test_the_share_is_weighted_by_gdp() -> None:
    """30 of 1,000 and 10 of 1,000: the greater the GDP, the greater the weight."""
    found = aggregate(
        [BBB, AAA], book(rows("AAA", "30", "3"), rows("BBB", "90", "1")), as_of=TODAY, year=2025
    )
    assert found.share is not None
    assert found.spent is not None
    assert found.gdp is not None
    assert (found.spent.value, found.gdp.value) == (120, 10000)
    assert found.share.value == Decimal("1.2")
    assert found.counted == ("AAA", "BBB")


@pytest.mark.parametrize("year", [2014, 2019, 2024, 2026])
def test_a_total_can_be_worked_out_anew(year: int) -> None:
    found = aggregate(KNOWN.roster, KNOWN.ledger, as_of=TODAY, year=year)
    assert found.share is not None
    assert [each for each in found.share.walk() if recompute(each) != each.value] == []


def test_a_total_tells_where_it_comes_from() -> None:
    found = aggregate(KNOWN.roster, KNOWN.ledger, as_of=TODAY, year=2026)
    assert found.share is not None
    assert (found.share.edition, found.share.year, found.share.estimate) == (
        "2026-07-10",
        2026,
        True,
    )
    assert (found.edition, found.year, found.as_of) == ("2026-07-10", 2026, TODAY)


@pytest.mark.parametrize(("indicator", "base"), [(CONSTANT, 2021), (CURRENT, None)])
def test_every_amount_is_in_whole_millions_of_one_kind_of_dollars(
    indicator: Indicator, base: int | None
) -> None:
    held = book(rows("AAA", "30", "3", indicator), rows("BBB", "90", "1", indicator))
    found = aggregate([AAA, BBB], held, as_of=TODAY, year=2025)
    assert found.share is not None
    amounts = [each for each in found.share.walk() if each.unit is Unit.MILLION]
    told = {(each.places, each.currency, each.price_base, each.edition) for each in amounts}
    assert told == {(0, "USD", base, "2026-07-10")}
    assert found.in_constant_prices == (base is not None)


def test_who_is_missing_is_named_and_the_total_is_not_complete() -> None:
    found = aggregate(
        [AAA, BBB, CCC],
        book(rows("AAA", "30", "3"), observations({2025: "1"}, member="BBB")),
        as_of=TODAY,
        year=2025,
    )
    assert [(each.member, each.reason) for each in found.missing] == [
        ("BBB", Reason.YEAR_NOT_REPORTED),
        ("CCC", Reason.YEAR_NOT_REPORTED),
    ]
    assert not found.complete
    assert found.share is not None
    assert found.share.value == 3


def test_who_is_not_asked_is_not_missing() -> None:
    found = aggregate([AAA, ICELAND, SWEDEN], one_edition({2023: "1"}), as_of=TODAY, year=2023)
    assert [(each.member, each.reason) for each in found.not_applicable] == [
        ("ISL", Reason.NO_ARMED_FORCES),
        ("SWE", Reason.NOT_A_MEMBER),
    ]
    assert [each.member for each in found.missing] == ["AAA"]


def test_where_nobody_is_reported_there_is_no_value() -> None:
    found = aggregate([SPAIN], one_edition({2026: "2"}), as_of=TODAY, year=2026)
    assert (found.share, found.spent, found.gdp, found.edition) == (None, None, None, None)
    assert (found.counted, found.complete) == ((), False)


def test_constant_and_current_prices_are_never_mixed() -> None:
    """BBB has only current prices, and so is missing where the others have constant ones."""
    found = aggregate(
        [AAA, BBB],
        book(rows("AAA", "30", "3", CONSTANT), rows("BBB", "90", "1")),
        as_of=TODAY,
        year=2025,
    )
    assert found.counted == ("AAA",)
    assert [each.member for each in found.missing] == ["BBB"]
    assert found.spent is not None
    assert found.spent.price_base == 2021


def test_the_kind_of_prices_that_covers_more_members_is_taken() -> None:
    """One stray row in constant prices does not make an aggregate of one."""
    found = aggregate(
        [AAA, BBB],
        book(
            rows("AAA", "30", "3"),
            rows("BBB", "90", "1"),
            observations({2025: "20"}, member="BBB", indicator=CONSTANT),
        ),
        as_of=TODAY,
        year=2025,
    )
    assert found.counted == ("AAA", "BBB")
    assert found.spent is not None
    assert (found.spent.value, found.spent.price_base) == (120, None)


def test_a_newer_edition_that_covers_fewer_members_is_passed_over() -> None:
    editions = ledger(
        (edition("2025-08-28"), [*rows("AAA", "30", "3"), *rows("BBB", "90", "1")]),
        (edition("2026-07-10"), rows("AAA", "60", "6")),
    )
    found = aggregate([AAA, BBB], editions, as_of=TODAY, year=2025)
    assert (found.edition, found.complete) == ("2025-08-28", True)


def test_of_two_editions_that_cover_as_many_the_newer_is_taken() -> None:
    editions = ledger(
        (edition("2025-08-28"), rows("AAA", "30", "3")),
        (edition("2026-07-10"), rows("AAA", "60", "6")),
    )
    assert aggregate([AAA], editions, as_of=TODAY, year=2025).edition == "2026-07-10"


def gdp(member: str, billions: str) -> list[Observation]:
    return observations({2025: billions}, member=member, indicator=GDP)


def total(book: Ledger, *members: Member) -> Decimal:
    found = aggregate(members, book, as_of=TODAY, year=2025)
    assert found.gdp is not None
    return found.gdp.value


def test_the_gdp_that_the_edition_reports_comes_before_one_that_is_worked_out() -> None:
    """30 million at 3 % would be 1,000 million; the table says 1.01 billion."""
    assert total(book(rows("AAA", "30", "3", CONSTANT), gdp("AAA", "1.01")), AAA) == 1010


def test_a_gdp_at_constant_prices_says_nothing_of_current_ones() -> None:
    assert total(book(rows("AAA", "30", "3", CURRENT), gdp("AAA", "1.01")), AAA) == 1000


def test_a_gdp_of_another_year_is_not_taken() -> None:
    other = observations({2024: "1.01"}, member="AAA", indicator=GDP)
    assert total(book(rows("AAA", "30", "3", CONSTANT), other), AAA) == 1000


def test_where_gdp_is_reported_no_share_is_needed() -> None:
    spent = observations({2025: "30"}, member="AAA", indicator=CONSTANT)
    found = aggregate([AAA], book(spent, gdp("AAA", "1.2")), as_of=TODAY, year=2025)
    assert found.share is not None
    assert found.share.value == Decimal("2.5")
    assert found.complete


def test_the_gdp_of_who_spends_nothing_counts_as_in_natos_total() -> None:
    """30 million of 1,000 and of Iceland's 500."""
    found = aggregate(
        [ICELAND, AAA],
        book(rows("AAA", "30", "3", CONSTANT), gdp("ISL", "0.5")),
        as_of=TODAY,
        year=2025,
    )
    assert found.share is not None
    assert found.gdp is not None
    assert (found.share.value, found.gdp.value, found.gdp.formula) == (
        2,
        1500,
        "sum(gdp_aaa, gdp_isl)",
    )
    assert (found.counted, found.gdp_missing, found.complete) == (("AAA",), (), True)
    assert [each.value for each in found.share.walk() if recompute(each) != each.value] == []


def test_a_gdp_that_is_lacking_is_told() -> None:
    found = aggregate([ICELAND, AAA], book(rows("AAA", "30", "3")), as_of=TODAY, year=2025)
    assert found.gdp_missing == ("ISL",)
    assert not found.in_constant_prices
    nobody = aggregate([ICELAND], book(gdp("ISL", "0.5")), as_of=TODAY, year=2025)
    assert (nobody.gdp, nobody.gdp_missing, nobody.complete) == (None, ("ISL",), False)
    assert not nobody.in_constant_prices


def test_who_was_not_a_member_lacks_no_gdp() -> None:
    found = aggregate([AAA, SWEDEN], one_edition({2023: "1"}), as_of=TODAY, year=2023)
    assert found.gdp_missing == ()


# places of the share it is worked out from | as held | places it is shown at | those of the total
PLACES = [(1, "2.0", 1, 1), (0, "2", 0, 0), (2, "2", 2, 2), (2, "2.0", 2, 2), (2, "2.0034", 4, 2)]


@pytest.mark.parametrize(("places", "held", "shown", "of_total"), PLACES)
def test_a_total_is_read_no_finer_than_the_shares_it_comes_from(
    places: int, held: str, shown: int, of_total: int
) -> None:
    share = observations({2025: held}, member="AAA", places=places)
    spent = observations({2025: "30"}, member="AAA", indicator=CURRENT)
    found = aggregate(
        [AAA, BBB], book(share, spent, rows("BBB", "9", "1.5")), as_of=TODAY, year=2025
    )
    assert found.share is not None
    (one,) = (each for each in found.share.walk() if each.symbol == "share_aaa")
    assert (one.places, found.share.places) == (shown, of_total)


@pytest.mark.parametrize("estimate", [True, False])
def test_a_total_with_an_estimated_gdp_is_an_estimate(estimate: bool) -> None:
    spent = observations({2025: "30", 2026: "31"}, member="AAA", indicator=CONSTANT)
    years = {2025: "1.2"} if estimate else {2025: "1.2", 2026: "1.3"}
    size = observations(years, member="AAA", indicator=GDP)
    found = aggregate([AAA], book(spent, size), as_of=TODAY, year=2025)
    assert found.share is not None
    assert found.gdp is not None
    assert (found.gdp.estimate, found.share.estimate) == (estimate, estimate)


def test_one_estimate_makes_a_total_one() -> None:
    """Expenditure of AAA is the only figure of 2025 that is an estimate."""
    two_years = {2025: "1", 2026: "1"}
    held = book(
        observations({2025: "30"}, member="AAA", indicator=CONSTANT),
        observations(two_years, member="BBB", indicator=CONSTANT),
        observations(two_years, member="AAA", indicator=GDP),
        observations(two_years, member="BBB", indicator=GDP),
    )
    found = aggregate([AAA, BBB], held, as_of=TODAY, year=2025)
    assert found.share is not None
    told = {each.symbol: each.estimate for each in found.share.walk()}
    assert told == {
        "share": True,
        "spent": True,
        "spent_aaa": True,
        "spent_bbb": False,
        "gdp": False,
        "gdp_aaa": False,
        "gdp_bbb": False,
    }


def test_an_edition_asked_about_that_has_nobody_is_named() -> None:
    found = aggregate([AAA], one_edition({2025: "2"}), as_of=TODAY, year=2025, edition="2026-07-10")
    assert (found.edition, found.share) == ("2026-07-10", None)


def test_a_total_of_a_running_year_is_of_the_members_so_far() -> None:
    days = (date(2024, 3, 6), date(2024, 3, 7))
    found = [aggregate([SWEDEN], one_edition({2024: "2"}), as_of=day, year=2024) for day in days]
    assert [len(each.not_applicable) for each in found] == [1, 0]


def test_expenditure_alone_says_nothing_about_gdp() -> None:
    spent = observations({2025: "30"}, member="AAA", indicator=CONSTANT)
    found = aggregate([AAA], book(spent), as_of=TODAY, year=2025)
    assert (found.counted, found.gdp, found.complete) == ((), None, False)


def test_a_share_of_zero_says_nothing_about_gdp() -> None:
    found = aggregate(
        [AAA, BBB], book(rows("AAA", "30", "3"), rows("BBB", "0", "0")), as_of=TODAY, year=2025
    )
    assert found.counted == ("AAA",)


def test_the_newest_edition_that_has_the_year_is_taken() -> None:
    editions = ledger(
        (edition("2025-08-28"), rows("AAA", "30", "3")),
        (edition("2026-07-10"), observations({2025: "4"}, member="AAA")),
    )
    assert aggregate([AAA], editions, as_of=TODAY, year=2025).edition == "2025-08-28"


def test_an_edition_is_not_known_before_it_is_out() -> None:
    found = aggregate([AAA], book(rows("AAA", "30", "3")), as_of=date(2026, 7, 9), year=2025)
    assert found.edition is None
    with pytest.raises(QuestionError, match="No edition '2026-07-10' was published by 2026-07-09"):
        aggregate([AAA], book(), as_of=date(2026, 7, 9), year=2025, edition="2026-07-10")


def test_a_group_of_nobody_is_refused() -> None:
    with pytest.raises(QuestionError) as refused:
        aggregate([], KNOWN.ledger, as_of=TODAY, year=2025)
    assert str(refused.value) == "A group without members spends nothing; name at least one member."


@given(st.permutations([AAA, BBB, CCC]), st.permutations(range(6)))
def test_neither_the_order_of_members_nor_that_of_rows_matters(
    members: list[Member], order: list[int]
) -> None:
    held = [*rows("AAA", "30", "3"), *rows("BBB", "90", "1"), *rows("CCC", "70", "1.7")]
    expected = aggregate([AAA, BBB, CCC], book(held), as_of=TODAY, year=2025)
    mixed = book([held[each] for each in order])
    assert aggregate(members, mixed, as_of=TODAY, year=2025) == expected


amounts = st.integers(min_value=1, max_value=10**6).map(str)
shares = st.integers(min_value=1, max_value=700).map(lambda each: str(Decimal(each) / 100))


@settings(max_examples=60, deadline=None)
@given(st.tuples(amounts, shares), st.tuples(amounts, shares))
def test_a_total_lies_between_the_smallest_and_the_greatest_share(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    found = aggregate(
        [AAA, BBB], book(rows("AAA", *one), rows("BBB", *other)), as_of=TODAY, year=2025
    )
    low, high = sorted(Decimal(each[1]) for each in (one, other))
    assert found.share is not None
    assert low - Decimal("1e-20") <= found.share.value <= high + Decimal("1e-20")
