"""Shares to reach: each reason at its boundaries, and every figure with where it comes from."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest

from data.rules import (
    RULES,
    Assessment,
    Category,
    Composition,
    CountsTowards,
    DutyState,
    Edition,
    Indicator,
    Kept,
    Ledger,
    Observation,
    Reason,
    Series,
    SetAside,
    ShareTarget,
    Step,
    Undertaking,
    Unit,
    Verdict,
    assess,
    floor_of,
    share_of,
    step_of,
    year_of,
    year_reached,
    years_late,
)
from data.rules.figures import (
    counted_up_to,
    deadline_of,
    gap_between,
    pace_needed,
    pace_observed,
    year_in,
)
from data.rules.money import money_gap, spending
from data.rules.verdicts import VERDICTS
from data.sources import Cite
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

TODAY = date(2026, 11, 25)
DOLLARS, OWN = Indicator.EXPENDITURE_USD_CURRENT, Indicator.EXPENDITURE_NATIONAL
CONSTANT, EQUIPMENT = Indicator.EXPENDITURE_USD_CONSTANT, Indicator.EQUIPMENT_SHARE


def with_poland(shares: dict[int, str], *, newest: int = 2026) -> Ledger:
    """Spain's shares, in an edition that reports somebody else up to `newest`."""
    rows = observations(shares) + observations({newest: "4.00"}, member="POL")
    return ledger((edition("2020-01-01"), rows))


# shares by year | floor | by | day | reason
REASONS = [
    # At the floor exactly, a hundredth below, and at the precision published.
    ({2023: "1.00", 2026: "2.00"}, "2", None, "2026-11-25", Reason.REACHED),
    ({2023: "1.00", 2026: "2.01"}, "2", None, "2026-11-25", Reason.REACHED),
    ({2023: "1.00", 2026: "1.99"}, "2", None, "2026-11-25", Reason.BELOW_STANDING_FLOOR),
    ({2023: "1.00", 2026: "1.995"}, "2", None, "2026-11-25", Reason.REACHED),
    ({2023: "1.00", 2026: "1.99499"}, "2", None, "2026-11-25", Reason.BELOW_STANDING_FLOOR),
    ({2023: "1.00", 2026: "3.50"}, "3.5", 2035, "2026-11-25", Reason.REACHED),
    # 1.5 points in nine years are 0.17 a year at two decimals.
    ({2023: "1.50", 2026: "2.00"}, "3.5", 2035, "2026-11-25", Reason.PACE_SUFFICES),
    ({2023: "1.51", 2026: "2.00"}, "3.5", 2035, "2026-11-25", Reason.PACE_FALLS_SHORT),
    ({2023: "2.00", 2026: "2.00"}, "3.5", 2035, "2026-11-25", Reason.PACE_FALLS_SHORT),
    # A year and a point to go, a point a year observed.
    ({2023: "0.00", 2026: "3.00"}, "4", 2027, "2026-11-25", Reason.PACE_SUFFICES),
    ({2023: "0.03", 2026: "3.00"}, "4", 2027, "2026-11-25", Reason.PACE_FALLS_SHORT),
    # The pace is made of the year three years before, and of no other.
    ({2022: "1.00", 2024: "1.5", 2026: "2"}, "3.5", 2035, "2026-11-25", Reason.PACE_UNKNOWN),
    ({2026: "2.00"}, "3.5", 2035, "2026-11-25", Reason.PACE_UNKNOWN),
    # The target year is running and reported, until its last day; then it is over.
    ({2023: "1.00", 2026: "1.99"}, "2", 2026, "2026-01-01", Reason.DEADLINE_YEAR_RUNNING),
    ({2023: "1.00", 2026: "1.99"}, "2", 2026, "2026-12-31", Reason.DEADLINE_YEAR_RUNNING),
    ({2023: "1.00", 2026: "1.99"}, "2", 2026, "2027-01-01", Reason.DEADLINE_PASSED),
    ({2023: "1.00", 2026: "2.00"}, "2", 2026, "2027-01-01", Reason.REACHED),
    # A target year before the last reported one, which was not over on that day.
    ({2023: "1.00", 2026: "1.99"}, "2", 2025, "2025-12-31", Reason.DEADLINE_YEAR_RUNNING),
    # Reached in its year, and fallen below it since.
    ({2024: "2.00", 2026: "1.99"}, "2", 2024, "2026-11-25", Reason.BELOW_STANDING_FLOOR),
    ({2024: "1.99", 2026: "1.99"}, "2", 2024, "2026-11-25", Reason.DEADLINE_PASSED),
    ({2024: "1.995", 2026: "1.99"}, "2", 2024, "2026-11-25", Reason.BELOW_STANDING_FLOOR),
    ({2024: "1.00", 2026: "2.00"}, "2", 2024, "2026-11-25", Reason.REACHED),
    ({2023: "2.50", 2026: "1.99"}, "2", 2024, "2026-11-25", Reason.DEADLINE_YEAR_NOT_REPORTED),
    ({2025: "2.50", 2026: "1.99"}, "2", 2024, "2026-11-25", Reason.DEADLINE_YEAR_NOT_REPORTED),
    # Others are reported for 2026, Spain is not: the last share known settles only what is over.
    ({2025: "2.00"}, "2", None, "2026-11-25", Reason.NEWEST_YEAR_NOT_REPORTED),
    ({2025: "1.99"}, "2", None, "2026-11-25", Reason.NEWEST_YEAR_NOT_REPORTED),
    ({2022: "1.00", 2025: "2"}, "3.5", 2035, "2026-11-25", Reason.NEWEST_YEAR_NOT_REPORTED),
    ({2025: "2.00"}, "2", 2025, "2025-12-31", Reason.NEWEST_YEAR_NOT_REPORTED),
    ({2025: "2.00"}, "2", 2025, "2026-01-01", Reason.REACHED),
    ({2025: "2.00"}, "2", 2024, "2026-01-01", Reason.REACHED),
    ({2025: "2.00"}, "2", 2026, "2026-12-31", Reason.NEWEST_YEAR_NOT_REPORTED),
    ({2025: "2.00"}, "2", 2026, "2027-01-01", Reason.NEWEST_YEAR_NOT_REPORTED),
    ({2025: "1.99"}, "2", 2025, "2026-01-01", Reason.DEADLINE_PASSED),
    ({2025: "1.99"}, "2", 2025, "2025-12-31", Reason.NEWEST_YEAR_NOT_REPORTED),
    ({2025: "1.99"}, "2", 2026, "2027-01-01", Reason.DEADLINE_YEAR_NOT_REPORTED),
    ({}, "2", None, "2026-11-25", Reason.MEMBER_NEVER_REPORTED),
]


@pytest.mark.parametrize(("shares", "floor", "by", "day", "reason"), REASONS)
def test_a_floor_is_judged(
    shares: dict[int, str], floor: str, by: int | None, day: str, reason: Reason
) -> None:
    found = assess(at_least(floor, by), SPAIN, with_poland(shares), as_of=date.fromisoformat(day))
    assert found.reason is reason
    assert found.verdict is VERDICTS[reason]


# year asked for | floor | by | reason: as if no later year were reported, the day after that year
OF_A_YEAR = [
    (2023, "1", None, Reason.REACHED),
    (2023, "1.2", 2023, Reason.DEADLINE_PASSED),
    (2023, "1.2", 2024, Reason.PACE_UNKNOWN),
    (2024, "2", None, Reason.YEAR_NOT_REPORTED),
    (2025, "2.1", 2025, Reason.DEADLINE_PASSED),
    (2026, "2.5", 2026, Reason.DEADLINE_YEAR_RUNNING),
    (2026, "2.5", 2025, Reason.DEADLINE_PASSED),
    (2027, "2", None, Reason.YEAR_NOT_REPORTED),
]


@pytest.mark.parametrize(("year", "floor", "by", "reason"), OF_A_YEAR)
def test_a_past_year_is_judged_on_the_day_after_it(
    year: int, floor: str, by: int | None, reason: Reason
) -> None:
    book = one_edition({2023: "1.00", 2025: "2.00", 2026: "2.20"})
    found = assess(at_least(floor, by), SPAIN, book, as_of=TODAY, year=year)
    assert found.reason is reason


# year | day | was Sweden, which joined on 7 March 2024, a member
JOINED = [
    (None, date(2024, 3, 6), False),
    (None, date(2024, 3, 7), True),
    (2023, date(2024, 3, 7), False),
    (2024, date(2024, 3, 6), False),
    (2024, date(2024, 3, 7), True),
    (2023, date(2026, 11, 25), False),
    (2024, date(2026, 11, 25), True),
]


@pytest.mark.parametrize(("year", "day", "expected"), JOINED)
def test_membership_of_a_past_year_is_that_of_its_last_day(
    year: int | None, day: date, expected: bool
) -> None:
    book = ledger((edition("2023-07-07"), observations({2023: "2", 2024: "2"}, member="SWE")))
    found = assess(at_least("2", None), SWEDEN, book, as_of=day, year=year)
    assert (found.reason is not Reason.NOT_A_MEMBER) is expected


WORDS = {
    Verdict.MET: "Met: ",
    Verdict.ON_COURSE: "On course: ",
    Verdict.BEHIND: "Behind: ",
    Verdict.MISSED: "Missed: ",
    Verdict.NOT_REPORTED: "Not reported: ",
    Verdict.NOT_APPLICABLE: "Not applicable: ",
}


def test_every_rule_begins_with_its_verdict_and_is_one_sentence() -> None:
    assert set(RULES) == set(VERDICTS) == set(Reason)
    wrong = [
        reason
        for reason, rule in RULES.items()
        if not rule.startswith(WORDS[VERDICTS[reason]]) or not rule.endswith(".")
    ]
    assert wrong == []
    assert len(set(RULES.values())) == len(RULES)


@pytest.mark.parametrize("names", [Verdict, Reason, Composition, SetAside, Kept, DutyState])
def test_what_other_programs_read_is_called_as_it_is_here(names: type[StrEnum]) -> None:
    assert [each.value for each in names] == [each.name.lower() for each in names]


def broader(bound: str) -> ShareTarget:
    clause = at_least("1.5", 2035, Category.BROADER)
    return replace(clause, bound="up_to" if bound == "up_to" else "at_least")


@pytest.mark.parametrize("bound", ["up_to", "at_least"])
def test_nobody_publishes_broader_spending(bound: str) -> None:
    found = assess(broader(bound), SPAIN, one_edition({2026: "2"}), as_of=TODAY)
    assert (found.reason, found.lower) == (Reason.NO_FIGURES_PUBLISHED, None)


def test_a_total_is_at_least_its_core_part() -> None:
    book = one_edition({2025: "2.00", 2026: "2.10"})
    clause = at_least("5", 2035, Category.TOTAL)
    assert assess(clause, SPAIN, book, as_of=TODAY) == Assessment(
        clause=clause,
        member=SPAIN,
        as_of=TODAY,
        reason=Reason.NO_FIGURES_PUBLISHED,
        lower=share("share", "2.10", 2026, estimate=True),
    )


def test_of_a_ceiling_on_the_total_there_is_no_lower_part() -> None:
    ceiling = replace(at_least("5", 2035, Category.TOTAL), bound="up_to")
    assert assess(ceiling, SPAIN, one_edition({2026: "2"}), as_of=TODAY).lower is None


def test_without_figures_or_forces_there_is_no_lower_part() -> None:
    total = at_least("5", 2035, Category.TOTAL)
    book = ledger((edition("2026-07-10"), observations({2026: "2"}, member="ISL")))
    assert assess(total, SPAIN, book, as_of=TODAY).lower is None
    iceland = assess(total, ICELAND, book, as_of=TODAY)
    assert (iceland.lower, iceland.reason) == (None, Reason.NO_FIGURES_PUBLISHED)


# clause | reason
WITHOUT_FIGURES = [
    (Undertaking(id="halt", claim="-", cites=CITES), Reason.SAID_IN_WORDS),
    (
        CountsTowards(id="ukraine", category=Category.CORE, claim="-", cites=CITES),
        Reason.ASKS_NO_SHARE,
    ),
]


@pytest.mark.parametrize(("clause", "reason"), WITHOUT_FIGURES)
def test_what_asks_for_no_share_has_no_figures(
    clause: Undertaking | CountsTowards, reason: Reason
) -> None:
    found = assess(clause, SPAIN, one_edition({2026: "2"}), as_of=TODAY)
    assert found == Assessment(clause=clause, member=SPAIN, as_of=TODAY, reason=reason)


def test_a_country_without_armed_forces_has_no_share_in_any_case() -> None:
    book = ledger((edition("2026-07-10"), observations({2026: "2"}, member="ISL")))
    clause = at_least("2", None)
    found = assess(clause, ICELAND, book, as_of=TODAY)
    assert found == Assessment(
        clause=clause, member=ICELAND, as_of=TODAY, reason=Reason.NO_ARMED_FORCES
    )


# Each figure in full: what it is, of which year and edition, and what it is made of.

ANNEX = (Cite(source="annex", locator="Table 8a"),)


def share(
    symbol: str,
    value: str,
    year: int,
    *,
    known_as: str = "2026-07-10",
    estimate: bool = False,
    places: int = 2,
) -> Step:
    return Step(
        symbol=symbol,
        what="share reported",
        value=Decimal(value),
        unit=Unit.PERCENT,
        places=places,
        estimate=estimate,
        year=year,
        edition=known_as,
        cites=CITES,
    )


CLAUSE = replace(at_least("3.5", 2035), cites=ANNEX)
FLOOR = Step(
    symbol="floor",
    what="share asked for",
    value=Decimal("3.50"),
    unit=Unit.PERCENT,
    places=2,
    year=2035,
    cites=ANNEX,
)
DEADLINE = Step(
    symbol="deadline",
    what="year by whose end it is to be reached",
    value=Decimal(2035),
    unit=Unit.YEAR,
    places=0,
    cites=ANNEX,
)
SHARE = share("share", "2.00", 2026, estimate=True)
YEAR = Step(
    symbol="year",
    what="year the share is of",
    value=Decimal(2026),
    unit=Unit.YEAR,
    places=0,
    cites=CITES,
)
GAP = Step(
    symbol="gap",
    what="gap",
    value=Decimal("1.50"),
    unit=Unit.POINTS,
    places=2,
    estimate=True,
    formula="floor - share",
    inputs=(FLOOR, SHARE),
)
NEEDED = Step(
    symbol="needed",
    what="pace needed",
    value=Decimal("1.50") / 9,
    unit=Unit.POINTS_A_YEAR,
    places=2,
    estimate=True,
    formula="gap / (deadline - year)",
    inputs=(GAP, DEADLINE, YEAR),
)
END, START = share("end", "2.00", 2026, estimate=True), share("start", "1.40", 2023)
PACE = Step(
    symbol="pace",
    what="pace observed",
    value=Decimal("0.20"),
    unit=Unit.POINTS_A_YEAR,
    places=2,
    estimate=True,
    year=2026,
    edition="2026-07-10",
    formula="(end - start) / 3",
    inputs=(END, START),
)
REACHED = Step(
    symbol="reached",
    what="year reached",
    value=Decimal(2034),
    unit=Unit.YEAR,
    places=0,
    estimate=True,
    formula="year + ceil(gap * 3 / (end - start))",
    inputs=(YEAR, GAP, END, START),
)
BOOK = one_edition({2023: "1.40", 2025: "1.80", 2026: "2.00"})


def test_a_share_below_its_floor_has_all_its_figures() -> None:
    (series,) = BOOK.all_series("ESP", Indicator.SHARE_OF_GDP, TODAY)
    found = assess(CLAUSE, SPAIN, BOOK, as_of=TODAY)
    assert found == Assessment(
        clause=CLAUSE,
        member=SPAIN,
        as_of=TODAY,
        reason=Reason.PACE_SUFFICES,
        editions=(series,),
        series=series,
        share=SHARE,
        floor=FLOOR,
        gap=GAP,
        deadline=DEADLINE,
        needed=NEEDED,
        pace=PACE,
        reached=REACHED,
    )


def test_the_figures_to_explain_are_told_in_order() -> None:
    assert assess(CLAUSE, SPAIN, BOOK, as_of=TODAY).steps == (GAP, NEEDED, PACE, REACHED)


@pytest.mark.parametrize(("value", "gap"), [("3.50", "0.00"), ("4.10", "-0.60")])
def test_a_share_at_its_floor_has_no_pace_and_no_money(value: str, gap: str) -> None:
    book = ledger(
        (
            edition("2026-07-10"),
            observations({2023: "1.40", 2026: value})
            + observations({2026: "50000"}, indicator=DOLLARS),
        )
    )
    found = assess(CLAUSE, SPAIN, book, as_of=TODAY)
    assert found.gap is not None
    assert found.gap.value == Decimal(gap)
    assert found.deadline == DEADLINE
    assert (found.needed, found.pace, found.reached, found.money) == (None, None, None, ())
    assert found.at_deadline is None


def test_a_standing_floor_has_a_pace_but_no_pace_needed() -> None:
    found = assess(at_least("3.5", None), SPAIN, BOOK, as_of=TODAY)
    assert found.floor == replace(FLOOR, year=None, cites=CITES)
    assert (found.deadline, found.needed, found.pace) == (None, None, PACE)
    assert found.reached is not None
    assert found.reached.value == 2034


# by | is a pace needed from 2026 on
STILL_AHEAD = [(2025, False), (2026, False), (2027, True)]


@pytest.mark.parametrize(("by", "expected"), STILL_AHEAD)
def test_a_pace_is_needed_while_the_target_year_is_ahead(by: int, expected: bool) -> None:
    found = assess(at_least("3.5", by), SPAIN, BOOK, as_of=TODAY)
    assert (found.needed is not None) is expected


PARTIAL = ledger(
    (edition("2024-06-17"), observations({2021: "1.02", 2023: "1.20", 2024: "1.28"})),
    (edition("2025-04-24"), observations({2024: "1.24"})),
    (edition("2026-03-26"), observations({2025: "1.90"})),
)

# by | day | the share of the target year, and its edition
AT_DEADLINE = [
    (2024, "2024-12-31", None, None),
    (2024, "2025-01-01", "1.28", "2024-06-17"),
    (2024, "2025-04-23", "1.28", "2024-06-17"),
    (2024, "2025-04-24", "1.24", "2025-04-24"),
    (2024, "2026-11-25", "1.24", "2025-04-24"),
    (2023, "2026-11-25", "1.20", "2024-06-17"),
    (2025, "2026-11-25", "1.90", "2026-03-26"),
    (2022, "2026-11-25", None, None),
    (2026, "2026-11-25", None, None),
    (None, "2026-11-25", None, None),
]


@pytest.mark.parametrize(("by", "day", "value", "known_as"), AT_DEADLINE)
def test_the_target_year_has_its_own_share_in_the_newest_edition_that_has_it(
    by: int | None, day: str, value: str | None, known_as: str | None
) -> None:
    found = assess(at_least("2", by), SPAIN, PARTIAL, as_of=date.fromisoformat(day)).at_deadline
    assert (found and str(found.value), found and found.edition) == (value, known_as)


def test_the_share_of_the_target_year_is_told_after_the_gap() -> None:
    found = assess(at_least("2", 2023), SPAIN, PARTIAL, as_of=TODAY)
    expected = share("at_deadline", "1.20", 2023, known_as="2024-06-17")
    assert found.at_deadline == expected
    assert found.steps[:2] == (found.gap, expected)


def test_the_pace_comes_from_the_newest_edition_that_has_both_its_years() -> None:
    found = assess(at_least("2", 2032), SPAIN, PARTIAL, as_of=TODAY)
    assert found.pace is not None
    assert (found.pace.edition, found.pace.year) == ("2024-06-17", 2024)
    assert found.share is not None
    assert (found.share.edition, found.share.year) == ("2026-03-26", 2025)
    assert [each.edition.id for each in found.editions] == [
        "2026-03-26",
        "2025-04-24",
        "2024-06-17",
    ]
    assert found.series is found.editions[0]


# share of equipment, published with one decimal | floor | is it met
EQUIPMENT_SHARES = [
    ("20.0", "20", True),
    ("19.9", "20", False),
    ("19.95", "20", True),
    ("19.94", "20", False),
]


@pytest.mark.parametrize(("value", "floor", "met"), EQUIPMENT_SHARES)
def test_equipment_is_compared_at_its_own_precision(value: str, floor: str, met: bool) -> None:
    rows = observations({2026: value}, indicator=EQUIPMENT, places=1)
    book = ledger((edition("2026-07-10"), rows + observations({2026: "9"}, indicator=DOLLARS)))
    found = assess(at_least(floor, None, Category.EQUIPMENT), SPAIN, book, as_of=TODAY)
    assert (found.verdict is Verdict.MET) is met
    assert found.share is not None
    assert found.gap is not None
    assert (found.share.places, found.gap.places) == (1, 1)
    assert found.money == (), "a gap in equipment is no share of GDP"


# is the first year of a pace an estimate | is the last
ESTIMATES = [(False, False), (False, True), (True, False), (True, True)]


@pytest.mark.parametrize(("first", "last"), ESTIMATES)
def test_what_rests_on_an_estimate_is_one(first: bool, last: bool) -> None:
    old, new = observations({2023: "1.40", 2026: "2.00"})
    rows = [replace(old, estimate=first), replace(new, estimate=last)]
    found = assess(CLAUSE, SPAIN, ledger((edition("2026-07-10"), rows)), as_of=TODAY)
    gap, needed, pace, reached = found.steps
    assert (gap.estimate, needed.estimate) == (last, last)
    assert (pace.estimate, reached.estimate) == (first or last, first or last)


def test_an_estimate_of_either_makes_the_year_reached_one() -> None:
    step = step_of(rising_by("0.2", 2026))
    certain = replace(GAP, estimate=False, inputs=(FLOOR, replace(SHARE, estimate=False)))
    for gap, pace, expected in (
        (certain, step, False),
        (GAP, step, True),
        (certain, PACE, True),
        (certain, replace(PACE, estimate=False), False),
    ):
        reached = year_reached(gap, YEAR, pace)
        assert reached is not None
        assert reached.estimate is expected
        assert years_late(reached, DEADLINE).estimate is expected


# pace from start to end in three years | floor | year reached from 2026 on
ARRIVALS = [
    ("1.00", "2.00", "3.00", 2029),
    ("1.00", "2.00", "3.01", 2030),
    ("1.00", "2.00", "2.99", 2029),
    ("1.99", "2.00", "2.01", 2029),
    ("1.00", "2.00", "2.33", 2027),
    ("1.00", "2.00", "2.34", 2028),
    ("2.00", "2.00", "3.00", None),
    ("2.01", "2.00", "3.00", None),
]


@pytest.mark.parametrize(("start", "end", "floor", "year"), ARRIVALS)
def test_the_year_reached_is_the_first_at_or_above_the_floor(
    start: str, end: str, floor: str, year: int | None
) -> None:
    found = assess(at_least(floor, 2040), SPAIN, one_edition({2023: start, 2026: end}), as_of=TODAY)
    assert (found.reached and found.reached.value) == year


def test_a_ceiling_counts_no_more_than_itself() -> None:
    ceiling = replace(CLAUSE, bound="up_to", share=Decimal("1.5"))
    found = assess(ceiling, SPAIN, BOOK, as_of=TODAY)
    most = Step(
        symbol="ceiling",
        what="share that counts at the most",
        value=Decimal("1.50"),
        unit=Unit.PERCENT,
        places=2,
        year=2035,
        cites=ANNEX,
    )
    counted = Step(
        symbol="counted",
        what="share that counts",
        value=Decimal("1.50"),
        unit=Unit.PERCENT,
        places=2,
        estimate=True,
        year=2026,
        edition="2026-07-10",
        formula="min(share, ceiling)",
        inputs=(SHARE, most),
    )
    (series,) = BOOK.all_series("ESP", Indicator.SHARE_OF_GDP, TODAY)
    assert found.steps == (counted,)
    assert found == Assessment(
        clause=ceiling,
        member=SPAIN,
        as_of=TODAY,
        reason=Reason.ASKS_NO_SHARE,
        editions=(series,),
        series=series,
        share=SHARE,
        counted=counted,
    )
    below = counted_up_to(share("share", "1.20", 2024), most)
    assert (below.value, below.estimate, below.year) == (Decimal("1.20"), False, 2024)


def test_figures_are_made_once_and_asked_for_by_name() -> None:
    (series,) = BOOK.all_series("ESP", Indicator.SHARE_OF_GDP, TODAY)
    latest = series.latest
    assert share_of(series, latest) is share_of(series, latest)
    assert share_of(series, latest, "other") == replace(SHARE, symbol="other")
    assert share_of(series, series.by_year[2025]) == share("share", "1.80", 2025)
    assert year_in(series, SHARE) is year_in(series, SHARE)
    assert year_in(series, SHARE) == year_of(SHARE) == YEAR
    assert year_in(series, share("share", "1.80", 2025)).value == 2025
    assert pace_observed((series,)) is pace_observed((series,))


def test_figures_of_a_shorter_series_are_its_own() -> None:
    book = one_edition({2022: "1.00", 2023: "1.40", 2025: "1.90", 2026: "2.00"})
    whole = assess(at_least("3.5", 2035), SPAIN, book, as_of=TODAY)
    shorter = assess(at_least("3.5", 2035), SPAIN, book, as_of=TODAY, year=2025)
    assert whole.pace is not None
    assert shorter.pace is not None
    assert (whole.pace.value, shorter.pace.value) == (Decimal("0.20"), Decimal("0.30"))


def test_clauses_that_differ_have_floors_and_deadlines_of_their_own() -> None:
    other = replace(CLAUSE, share=Decimal("2.005"), by=2030)
    assert (floor_of(CLAUSE), deadline_of(CLAUSE)) == (FLOOR, DEADLINE)
    assert (str(floor_of(other).value), deadline_of(other).value) == ("2.01", 2030)
    assert floor_of(CLAUSE) is floor_of(CLAUSE)


def test_a_gap_and_a_pace_needed_follow_their_inputs() -> None:
    exact = share("share", "1.9", 2025, places=1)
    gap = gap_between(FLOOR, exact)
    assert (gap.value, gap.places, gap.estimate) == (Decimal("1.60"), 1, False)
    needed = pace_needed(gap, DEADLINE, year_of(exact))
    assert (needed.value, needed.places, needed.estimate) == (Decimal("0.16"), 2, False)


# Money: what a gap is worth, from expenditure and the share of GDP that it is.


def spent(
    value: str,
    indicator: Indicator = DOLLARS,
    *,
    year: int = 2026,
    currency: str | None = None,
    estimate: bool = False,
) -> Observation:
    return Observation(
        member="ESP",
        indicator=indicator,
        year=year,
        value=Decimal(value),
        estimate=estimate,
        cites=ANNEX,
        currency=currency,
    )


def of_gdp(value: str, year: int = 2026, *, estimate: bool = False) -> Observation:
    (only,) = observations({year: value})
    return replace(only, estimate=estimate)


def book_of(*editions: tuple[str, Iterable[Observation]]) -> Ledger:
    return ledger(*((edition(known_as), rows) for known_as, rows in editions))


def shares_in(book: Ledger) -> tuple[Series, ...]:
    return book.all_series("ESP", Indicator.SHARE_OF_GDP, TODAY)


def expenditure(value: str, *, currency: str = "USD", price_base: int | None = None) -> Step:
    return Step(
        symbol="expenditure",
        what="expenditure reported",
        value=Decimal(value),
        unit=Unit.MILLION,
        places=0,
        year=2026,
        edition="2026-07-10",
        currency=currency,
        price_base=price_base,
        cites=ANNEX,
    )


ITS_SHARE = Step(
    symbol="its_share",
    what="share of that expenditure, as published",
    value=Decimal("1.28255"),
    unit=Unit.PERCENT,
    places=5,
    year=2026,
    edition="2026-07-10",
    cites=CITES,
)


def test_expenditure_is_named_with_its_currency_and_the_unrounded_share_it_is_of() -> None:
    book = book_of(
        ("2026-07-10", [of_gdp("1.28255"), spent("20000"), spent("18000", OWN, currency="EUR")])
    )
    assert spending(book, shares_in(book), 2026) == (
        (expenditure("20000"), ITS_SHARE),
        (expenditure("18000", currency="EUR"), ITS_SHARE),
    )


def test_constant_dollars_say_the_year_of_their_prices() -> None:
    book = book_of(("2026-07-10", [of_gdp("1.28255"), spent("17000", CONSTANT)]))
    assert spending(book, shares_in(book), 2026) == (
        (expenditure("17000", price_base=2021), ITS_SHARE),
    )


@pytest.mark.parametrize(
    ("value", "places"), [("2", 2), ("2.0", 2), ("2.00", 2), ("2.003", 3), ("2.0035", 4)]
)
def test_the_share_of_an_expenditure_is_shown_with_all_its_decimals(
    value: str, places: int
) -> None:
    book = book_of(("2026-07-10", [of_gdp(value), spent("20000")]))
    ((_, its_share),) = spending(book, shares_in(book), 2026)
    assert (its_share.value, its_share.places) == (Decimal(value), places)


def test_the_gap_in_money_can_be_worked_out_from_what_it_names() -> None:
    """20,000 at 2 % of GDP: half a point is 5,000."""
    book = book_of(
        ("2026-07-10", [of_gdp("2"), spent("20000"), spent("18000", OWN, currency="EUR")])
    )
    gap = assess(at_least("2.5", None), SPAIN, book, as_of=TODAY).gap
    assert gap is not None
    its_share = replace(ITS_SHARE, value=Decimal(2), places=2)
    dollars = Step(
        symbol="money",
        what="gap in money a year",
        value=Decimal(5000),
        unit=Unit.MILLION,
        places=0,
        year=2026,
        edition="2026-07-10",
        currency="USD",
        formula="expenditure / its_share * gap",
        inputs=(expenditure("20000"), its_share, gap),
    )
    euros = replace(
        dollars,
        value=Decimal(4500),
        currency="EUR",
        inputs=(expenditure("18000", currency="EUR"), its_share, gap),
    )
    found = assess(at_least("2.5", None), SPAIN, book, as_of=TODAY)
    assert found.money == money_gap(book, shares_in(book), gap, 2026) == (dollars, euros)


def test_money_at_constant_prices_says_so() -> None:
    book = book_of(("2026-07-10", [of_gdp("2"), spent("20000", CONSTANT)]))
    (only,) = assess(at_least("2.5", None), SPAIN, book, as_of=TODAY).money
    assert (only.price_base, only.currency, only.value) == (2021, "USD", Decimal(5000))


# is the expenditure an estimate | is the share | is the money
UNCERTAIN = [
    (False, False, False),
    (True, False, True),
    (False, True, True),
]


@pytest.mark.parametrize(("money", "its_share", "expected"), UNCERTAIN)
def test_money_rests_on_estimates(money: bool, its_share: bool, expected: bool) -> None:
    book = book_of(
        ("2026-07-10", [of_gdp("2", estimate=its_share), spent("20000", estimate=money)])
    )
    (only,) = assess(at_least("2.5", None), SPAIN, book, as_of=TODAY).money
    assert only.estimate is expected
    assert [each.estimate for each in only.inputs] == [money, its_share, its_share]


def test_money_of_a_gap_that_is_an_estimate_is_one() -> None:
    book = book_of(("2026-07-10", [of_gdp("2"), spent("20000")]))
    (only,) = money_gap(book, shares_in(book), GAP, 2026)
    assert only.estimate


# what the editions hold, oldest first | expenditure found, as value currency edition
HELD: list[tuple[list[tuple[str, list[Observation]]], list[str]]] = [
    # The newest edition that has both of that year; never one's share with another's money.
    (
        [
            ("2025-08-28", [of_gdp("2"), spent("100")]),
            ("2026-07-10", [of_gdp("2"), spent("200")]),
        ],
        ["200 USD 2026-07-10"],
    ),
    (
        [("2025-08-28", [of_gdp("2"), spent("100")]), ("2026-07-10", [of_gdp("2")])],
        ["100 USD 2025-08-28"],
    ),
    (
        [
            ("2025-08-28", [of_gdp("2", 2025), spent("100")]),
            ("2026-07-10", [of_gdp("2")]),
        ],
        [],
    ),
    (
        [("2026-07-10", [of_gdp("2"), spent("100", year=2025)])],
        [],
    ),
    # Current dollars of an older edition before constant ones of a newer.
    (
        [
            ("2025-08-28", [of_gdp("2"), spent("100")]),
            ("2026-07-10", [of_gdp("2"), spent("90", CONSTANT)]),
        ],
        ["100 USD 2025-08-28"],
    ),
    # Each currency comes from its own newest edition.
    (
        [
            ("2025-08-28", [of_gdp("2"), spent("95", OWN, currency="EUR")]),
            ("2026-07-10", [of_gdp("2"), spent("90", CONSTANT)]),
        ],
        ["90 USD 2026-07-10", "95 EUR 2025-08-28"],
    ),
    ([("2026-07-10", [of_gdp("2"), spent("95", OWN, currency="EUR")])], ["95 EUR 2026-07-10"]),
    # Whoever pays in dollars is told once.
    (
        [("2026-07-10", [of_gdp("2"), spent("100"), spent("101", OWN, currency="USD")])],
        ["100 USD 2026-07-10"],
    ),
    ([("2026-07-10", [of_gdp("2"), spent("101", OWN, currency="USD")])], ["101 USD 2026-07-10"]),
    # No GDP follows from nothing spent.
    ([("2026-07-10", [of_gdp("0"), spent("0")])], []),
    (
        [("2025-08-28", [of_gdp("2"), spent("100")]), ("2026-07-10", [of_gdp("0"), spent("0")])],
        ["100 USD 2025-08-28"],
    ),
    ([("2026-07-10", [of_gdp("2")])], []),
]


@pytest.mark.parametrize(("held", "expected"), HELD)
def test_expenditure_and_its_share_come_from_one_edition(
    held: list[tuple[str, list[Observation]]], expected: list[str]
) -> None:
    book = book_of(*held)
    pairs = spending(book, shares_in(book), 2026)
    assert [f"{each.value} {each.currency} {each.edition}" for each, _ in pairs] == expected
    assert [its_share.edition for _, its_share in pairs] == [each.edition for each, _ in pairs]


def test_without_a_series_there_is_no_money() -> None:
    assert spending(book_of(("2026-07-10", [spent("100")])), (), 2026) == ()


def test_expenditure_is_looked_up_for_each_day_and_year_on_its_own() -> None:
    book = book_of(
        ("2025-08-28", [of_gdp("2", 2025), spent("90", year=2025)]),
        ("2026-07-10", [of_gdp("2", 2025), of_gdp("2"), spent("95", year=2025), spent("100")]),
    )
    early = book.all_series("ESP", Indicator.SHARE_OF_GDP, date(2026, 7, 9))
    found = [
        spending(book, shares, year)[0][0].value
        for shares, year in ((shares_in(book), 2026), (shares_in(book), 2025), (early, 2025))
    ]
    assert found == [100, 95, 90]


def test_expenditure_is_looked_up_for_each_member_on_its_own() -> None:
    belgian = [replace(each, member="BEL") for each in (of_gdp("1.3"), spent("8000"))]
    book = book_of(("2026-07-10", [of_gdp("2"), spent("20000"), *belgian]))
    found = [
        spending(book, book.all_series(each, Indicator.SHARE_OF_GDP, TODAY), 2026)[0][0].value
        for each in ("ESP", "BEL")
    ]
    assert found == [20000, 8000]


def test_editions_have_a_price_base_or_none() -> None:
    without: Edition = replace(edition("2026-07-10"), price_base=None)
    book = ledger((without, [of_gdp("2"), spent("100", CONSTANT)]))
    ((money, _),) = spending(book, shares_in(book), 2026)
    assert money.price_base is None
