from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import QuestionError
from data.members import Member
from data.rules import Edition, Indicator, Revision, Revisions, revision_of, revisions
from tests.data.rules.ledgers import CITES, at_least, edition, ledger, observations
from tests.data.rules.test_derivation import recompute
from tests.shipped import KNOWN

TODAY = date(2026, 11, 25)
EDITIONS = {each.id: each for each in KNOWN.ledger.editions}
TWO = at_least("2", None)


def between(before: str, after: str, year: int | None = None) -> Revisions:
    return revisions(
        KNOWN.roster,
        KNOWN.ledger,
        before=EDITIONS[before],
        after=EDITIONS[after],
        year=year,
        floor=TWO,
    )


# member | share of 2025 in August 2025 | in July 2026 | change | whether it crossed 2 %
REVISED = [
    ("ALB", "2.01", "1.48", "-0.53", True),
    ("CZE", "2.00", "1.86", "-0.14", True),
    ("POL", "4.48", "4.25", "-0.23", False),
    ("NOR", "3.35", "3.16", "-0.19", False),
    ("EST", "3.38", "3.93", "0.55", False),
    ("SWE", "2.51", "2.85", "0.34", False),
]


@pytest.mark.parametrize(("member", "before", "after", "change", "crossed"), REVISED)
def test_what_was_said_of_2025_in_two_editions(
    member: str, before: str, after: str, change: str, crossed: bool
) -> None:
    found = between("2025-08-28", "2026-07-10", 2025)
    (one,) = (each for each in found.moved if each.member == member)
    shown = (str(one.before.value), str(one.after.value), str(one.change.value), one.crossed)
    assert shown == (before, after, change, crossed)
    assert (one.rebased, one.repriced, one.year) == (True, False, 2025)


def test_the_greatest_revision_comes_first() -> None:
    moved = between("2025-08-28", "2026-07-10", 2025).moved
    sizes = [abs(each.change.value) for each in moved]
    assert sizes == sorted(sizes, reverse=True)
    assert moved[0].member == "EST"


def test_who_stands_in_one_edition_only_is_named() -> None:
    found = between("2025-08-28", "2026-07-10", 2025)
    lacking = ("DEU", "GRC", "HRV", "HUN", "MNE", "SVK", "SVN")
    assert found.only_after == tuple((code, 2025) for code in lacking)
    assert found.only_before == ()
    assert (found.before, found.after) == ("2025-08-28", "2026-07-10")


def test_without_a_year_every_year_of_both_is_compared() -> None:
    found = between("2024-06-17", "2025-08-28")
    assert {each.year for each in found.moved} == set(range(2014, 2025))
    assert {each.repriced for each in found.moved} == {True}
    assert {each.rebased for each in found.moved} == {False}


def test_the_change_is_worked_out_from_both() -> None:
    one = between("2025-08-28", "2026-07-10", 2025).moved[0]
    assert recompute(one.change) == one.change.value
    assert [each.edition for each in one.change.inputs] == ["2026-07-10", "2025-08-28"]
    assert [each.symbol for each in one.change.inputs] == ["after", "before"]
    assert (one.change.year, one.change.edition, one.change.estimate) == (2025, "2026-07-10", True)


def ally(code: str) -> Member:
    return Member(id=code, iso2=code[:2], joined=date(1999, 3, 12), armed_forces=True, cites=CITES)


ALLIES = [ally(code) for code in ("AAA", "BBB", "CCC")]
EARLY, LATE = edition("2025-08-28"), edition("2026-07-10", basis="core")
BOOK = ledger(
    (
        EARLY,
        observations({2024: "1.99", 2025: "2.004"}, member="AAA")
        + observations({2025: "1.90"}, member="BBB")
        + observations({2023: "9"}, member="CCC"),
    ),
    (
        LATE,
        observations({2024: "2.00", 2025: "2.00", 2026: "2.50"}, member="AAA")
        + observations({2025: "1.91"}, member="BBB"),
    ),
)


def told(found: Revisions) -> list[str]:
    return [f"{each.member} {each.year} {each.change.value}" for each in found.moved]


def test_shares_are_compared_as_published() -> None:
    found = revisions(ALLIES, BOOK, before=EARLY, after=LATE)
    assert told(found) == ["AAA 2024 0.01", "BBB 2025 0.01"]
    assert found.same == 1


def test_a_year_of_one_edition_alone_is_nobodys_lack() -> None:
    found = revisions(ALLIES, BOOK, before=EARLY, after=LATE)
    assert (found.only_before, found.only_after) == ((), ())


# year asked about | only in the earlier edition | only in the later one
ASKED = [
    (2023, [("CCC", 2023)], []),
    (2025, [], []),
    (2026, [], [("AAA", 2026)]),
    (2027, [], []),
]


@pytest.mark.parametrize(("year", "only_before", "only_after"), ASKED)
def test_of_the_year_asked_about_who_lacks_it_is_named(
    year: int, only_before: list[tuple[str, int]], only_after: list[tuple[str, int]]
) -> None:
    found = revisions(ALLIES, BOOK, before=EARLY, after=LATE, year=year)
    assert (list(found.only_before), list(found.only_after)) == (only_before, only_after)


def test_those_of_one_edition_come_in_the_order_of_codes_and_years() -> None:
    """Held in another order than told."""
    many = [
        observations({2024: "1", 2025: "1"}, member="CCC"),
        observations({2024: "1", 2025: "1"}, member="BBB"),
    ]
    lone = observations({2024: "1", 2025: "1"}, member="AAA")
    expected = (("BBB", 2024), ("BBB", 2025), ("CCC", 2024), ("CCC", 2025))
    full = [each for part in many for each in part] + lone
    shrunk = ledger((EARLY, full), (LATE, lone))
    grown = ledger((EARLY, lone), (LATE, full))
    lost = revisions(ALLIES, shrunk, before=EARLY, after=LATE)
    won = revisions(ALLIES, grown, before=EARLY, after=LATE)
    assert (lost.only_before, lost.only_after) == (expected, ())
    assert (won.only_before, won.only_after) == ((), expected)


# the earlier share is an estimate | the later one | the change
ESTIMATES = [(True, True, True), (True, False, True), (False, True, True), (False, False, False)]


@pytest.mark.parametrize(("older", "newer", "change"), ESTIMATES)
def test_a_change_from_or_to_an_estimate_is_one(older: bool, newer: bool, change: bool) -> None:
    (early,) = observations({2025: "1.90"}, member="AAA")
    (late,) = observations({2025: "1.91"}, member="AAA")
    book = ledger(
        (EARLY, [replace(early, estimate=older)]), (LATE, [replace(late, estimate=newer)])
    )
    (one,) = revisions(ALLIES, book, before=EARLY, after=LATE).moved
    assert (one.change.estimate, one.change.symbol) == (change, "change")


# price base of the earlier edition | of the later one | whether it changed
PRICES = [(2015, 2021, True), (2021, 2021, False), (None, 2021, None), (2015, None, None)]


@pytest.mark.parametrize(("older", "newer", "repriced"), PRICES)
def test_an_unknown_price_base_is_not_a_changed_one(
    older: int | None, newer: int | None, repriced: bool | None
) -> None:
    early, late = replace(EARLY, price_base=older), replace(LATE, price_base=newer)
    book = ledger(
        (early, observations({2025: "1.90"}, member="AAA")),
        (late, observations({2025: "1.91"}, member="AAA")),
    )
    (one,) = revisions(ALLIES, book, before=early, after=late).moved
    assert one.repriced is repriced


def test_of_equal_changes_the_first_code_comes_first_and_then_the_earlier_year() -> None:
    book = ledger(
        (
            EARLY,
            observations({2025: "1"}, member="BBB")
            + observations({2024: "1", 2025: "1"}, member="AAA"),
        ),
        (
            LATE,
            observations({2025: "2"}, member="BBB")
            + observations({2024: "0", 2025: "0"}, member="AAA"),
        ),
    )
    found = revisions(ALLIES, book, before=EARLY, after=LATE)
    assert told(found) == ["AAA 2024 -1.00", "AAA 2025 -1.00", "BBB 2025 1.00"]


@pytest.mark.parametrize(("before", "after"), [("2025-08-28", "2026-09-01"), ("2025-08-01", "")])
def test_an_edition_that_is_not_held_is_refused(before: str, after: str) -> None:
    """It would look as if nothing had changed."""
    with pytest.raises(QuestionError) as refused:
        revisions(
            ALLIES,
            BOOK,
            before=edition(before),
            after=edition(after or "2026-07-10"),
        )
    assert str(refused.value) == (
        f"No edition '{after or before}' is held here. Known are: 2025-08-28, 2026-07-10."
    )


def test_an_empty_ledger_knows_no_edition() -> None:
    with pytest.raises(QuestionError, match=r"Known are: none\."):
        revisions(ALLIES, ledger(), before=EARLY, after=LATE)


ROWS = {
    EARLY: observations({2024: "1.99", 2025: "2.3"}, member="AAA")
    + observations({2025: "1.9"}, member="BBB"),
    LATE: observations({2024: "2.00", 2025: "2"}, member="AAA")
    + observations({2025: "1.6"}, member="BBB"),
}


@given(st.permutations(ALLIES), st.permutations(range(3)))
def test_neither_the_order_of_members_nor_that_of_rows_matters(
    members: list[Member], order: list[int]
) -> None:
    expected = revisions(ALLIES, ledger(*ROWS.items()), before=EARLY, after=LATE)
    mixed = ledger(*((each, [held[place] for place in order]) for each, held in ROWS.items()))
    assert revisions(members, mixed, before=EARLY, after=LATE) == expected


@pytest.mark.parametrize(("floor", "crossed"), [("2", [True, False]), ("1.91", [False, True])])
def test_to_reach_a_floor_exactly_is_to_cross_it(floor: str, crossed: list[bool]) -> None:
    found = revisions(ALLIES, BOOK, before=EARLY, after=LATE, floor=at_least(floor, None))
    assert [each.crossed for each in found.moved] == crossed


def test_without_a_floor_nothing_is_said_of_crossing() -> None:
    found = revisions(ALLIES, BOOK, before=EARLY, after=LATE)
    assert {each.crossed for each in found.moved} == {None}


COARSE = edition("2026-03-26")


# the coarse share of one decimal | the later one | the change told, and whether it is rounding only
ROUNDED = [
    ("2.0", "2.04", None, True),
    ("2.0", "2.05", "0.05", False),
    ("2.0", "2.00", None, False),
]


@pytest.mark.parametrize(("before", "after", "change", "rounded"), ROUNDED)
def test_a_coarse_edition_cannot_tell_a_revision_from_its_rounding(
    before: str, after: str, change: str | None, rounded: bool
) -> None:
    book = ledger(
        (COARSE, observations({2025: before}, member="AAA", places=1)),
        (LATE, observations({2025: after}, member="AAA")),
    )
    found = revisions(ALLIES, book, before=COARSE, after=LATE)
    assert [str(each.change.value) for each in found.moved] == ([] if change is None else [change])
    assert found.rounded == ((("AAA", 2025),) if rounded else ())
    assert all(each.change.places == 1 for each in found.moved)


@pytest.mark.parametrize(("before", "after"), [(LATE, EARLY), (LATE, LATE)])
def test_an_edition_is_compared_with_an_earlier_one(before: Edition, after: Edition) -> None:
    with pytest.raises(QuestionError) as refused:
        revisions(ALLIES, BOOK, before=before, after=after)
    assert str(refused.value) == (
        f"The edition {after.id} is not later than 2026-07-10; compare an edition with an earlier"
        " one."
    )


def test_nobody_can_cross_a_ceiling() -> None:
    ceiling = replace(TWO, bound="up_to")
    with pytest.raises(QuestionError, match="The clause 'floor' sets a ceiling"):
        revisions(ALLIES, BOOK, before=EARLY, after=LATE, floor=ceiling)


def test_revisions_are_those_of_shares() -> None:
    money = Indicator.EXPENDITURE_USD_CURRENT
    with pytest.raises(QuestionError) as refused:
        revisions(ALLIES, BOOK, before=EARLY, after=LATE, indicator=money)
    assert str(refused.value) == (
        "Revisions are told of shares; expenditure_usd_m_current is none."
    )


def test_the_share_of_equipment_can_be_compared_as_well() -> None:
    found = revisions(
        KNOWN.roster,
        KNOWN.ledger,
        before=EDITIONS["2024-06-17"],
        after=EDITIONS["2026-07-10"],
        indicator=Indicator.EQUIPMENT_SHARE,
        year=2024,
    )
    assert len(found.moved) + found.same == 31


def newest(book: object, member: str = "AAA", day: date = TODAY) -> Revision | None:
    assert isinstance(book, type(BOOK))
    return revision_of(book.all_series(member, Indicator.SHARE_OF_GDP, day))


def test_a_members_own_revision_is_that_of_its_newest_year() -> None:
    found = newest(BOOK, "BBB")
    assert found is not None
    assert (found.year, found.change.value, found.rebased) == (2025, Decimal("0.01"), True)


def test_where_the_newest_common_year_is_unchanged_nothing_is_told_of_older_ones() -> None:
    assert newest(BOOK, "AAA") is None


def test_a_revision_of_long_ago_is_no_news() -> None:
    book = ledger(
        (EARLY, observations({2023: "1.00", 2024: "1.10"}, member="AAA")),
        (LATE, observations({2023: "2.00", 2025: "2.20", 2026: "2.50"}, member="AAA")),
    )
    assert newest(book) is None


def test_a_year_that_the_newest_edition_leaves_out_is_no_revision() -> None:
    book = ledger(
        (EARLY, observations({2024: "1.00", 2025: "1.10"}, member="AAA")),
        (LATE, observations({2024: "2.00", 2026: "2.50"}, member="AAA")),
    )
    assert newest(book) is None


def test_the_year_before_the_newest_counts_as_well() -> None:
    book = ledger(
        (EARLY, observations({2024: "1.00", 2025: "1.10"}, member="AAA")),
        (LATE, observations({2024: "2.00", 2025: "2.20", 2026: "2.50"}, member="AAA")),
    )
    found = newest(book)
    assert found is not None
    assert (found.year, found.change.value) == (2025, Decimal("1.10"))


def test_a_coarser_edition_is_passed_over_for_a_finer_one_before_it() -> None:
    book = ledger(
        (EARLY, observations({2025: "1.10"}, member="AAA")),
        (COARSE, observations({2025: "1.9"}, member="AAA", places=1)),
        (LATE, observations({2025: "2.20"}, member="AAA")),
    )
    found = newest(book)
    assert found is not None
    assert (found.before.edition, found.change.value) == ("2025-08-28", Decimal("1.10"))


def test_a_coarser_edition_is_passed_over_even_for_a_finer_year_of_it() -> None:
    """Of 2024 it could tell, but the later year is asked about, which an older edition has."""
    book = ledger(
        (EARLY, observations({2025: "1.10"}, member="AAA")),
        (
            COARSE,
            observations({2024: "1.00"}, member="AAA")
            + observations({2025: "1.9"}, member="AAA", places=1),
        ),
        (LATE, observations({2024: "1.50", 2025: "2.20"}, member="AAA")),
    )
    found = newest(book)
    assert found is not None
    assert (found.year, found.before.edition) == (2025, "2025-08-28")


def test_as_coarse_an_edition_is_compared() -> None:
    book = ledger(
        (EARLY, observations({2025: "1.1"}, member="AAA", places=1)),
        (LATE, observations({2025: "2.2"}, member="AAA", places=1)),
    )
    found = newest(book)
    assert found is not None
    assert (found.change.value, found.change.places) == (Decimal("1.1"), 1)


def test_the_edition_right_before_the_newest_counts() -> None:
    book = ledger(
        (EARLY, observations({2025: "1.10"}, member="AAA")),
        (COARSE, observations({2025: "1.90"}, member="AAA")),
        (LATE, observations({2025: "2.20"}, member="AAA")),
    )
    found = newest(book)
    assert found is not None
    assert (found.before.edition, found.after.edition) == ("2026-03-26", "2026-07-10")


def test_of_no_series_there_is_no_revision() -> None:
    assert revision_of(()) is None


@pytest.mark.parametrize("day", [date(2025, 8, 27), date(2025, 9, 1)])
def test_without_two_editions_there_is_no_revision(day: date) -> None:
    assert newest(BOOK, "BBB", day) is None
