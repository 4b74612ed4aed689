"""A yearly increase: each year on its own, and none made up for by another."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from data.rules import (
    AnnualIncrease,
    Assessment,
    Category,
    Indicator,
    Kept,
    Ledger,
    Reason,
    Series,
    Step,
    Unit,
    Verdict,
    YearlyRise,
    assess,
    step_of,
)
from data.rules.figures import rise_into, spare_of
from data.sources import Cite
from tests.data.rules.ledgers import (
    CITES,
    ICELAND,
    SPAIN,
    SWEDEN,
    edition,
    ledger,
    observations,
    one_edition,
    rising_by,
)

TODAY = date(2026, 11, 25)


def run(text: str) -> dict[int, str]:
    """Reads `2024: 1.43 ? 2.00`, the shares of a year and those that follow it; `?` is a gap."""
    first, _, values = text.partition(":")
    found = enumerate(values.split(), start=int(first or 0))
    return {year: value for year, value in found if value != "?"}


def of_spain(text: str) -> Ledger:
    """One edition, in which another member is reported for 2026."""
    rows = observations(run(text)) + observations({2026: "4.00"}, member="POL")
    return ledger((edition("2020-01-01"), rows))


def told(found: Assessment) -> str:
    """The rises of the years, `!` where one falls short, `?` where a year is not reported."""
    return " ".join(map(_told, found.years))


def _told(year: YearlyRise) -> str:
    if year.rise is None or year.spare is None:
        return {Kept.NOT_REPORTED: "?"}[year.kept]
    return f"{year.rise.value:+}" + {Kept.KEPT: "", Kept.BREACHED: "!"}[year.kept]


YEARS = """
# Spain's shares | first year | last | day | the rises, of which 0.2 is asked for | reason

# Exactly the step is enough, a hundredth less is not.
2025: 2.00 2.20 | 2026 |    - | 2026-11-25 | +0.20 | every_year_rose
2025: 2.00 2.21 | 2026 |    - | 2026-11-25 | +0.21 | every_year_rose
2025: 2.00 2.19 | 2026 |    - | 2026-11-25 | +0.19! | a_year_fell_short
2025: 2.00 2.00 | 2026 |    - | 2026-11-25 | +0.00! | a_year_fell_short
2025: 2.00 1.90 | 2026 |    - | 2026-11-25 | -0.10! | a_year_fell_short

# Compared as published: halves go up at two decimals on both sides.
2025: 2.004 2.195  | 2026 | - | 2026-11-25 | +0.20 | every_year_rose
2025: 2.005 2.2049 | 2026 | - | 2026-11-25 | +0.19! | a_year_fell_short

# The first rise asked for is the one into the first year; what was before is not looked at.
2024: 2.00 1.50 1.70 | 2026 | - | 2026-11-25 | +0.20 | every_year_rose
2024: 2.00 1.50 1.70 | 2025 | - | 2026-11-25 | -0.50! +0.20 | a_year_fell_short
2024: 2.00 2.20 2.40 | 2025 | - | 2026-11-25 | +0.20 +0.20 | every_year_rose

# A year that fell short is not made up for by another, before it or after it.
2024: 2.00 2.10 2.90 | 2025 | - | 2026-11-25 | +0.10! +0.80 | a_year_fell_short
2024: 2.00 2.80 2.90 | 2025 | - | 2026-11-25 | +0.80 +0.10! | a_year_fell_short

# Nothing after the last year is looked at; the last year itself is.
2024: 2.00 2.20 2.20 | 2025 | 2025 | 2026-11-25 | +0.20 | every_year_rose
2024: 2.00 2.20 2.20 | 2025 | 2026 | 2026-11-25 | +0.20 +0.00! | a_year_fell_short
2025: 2.00 2.20      | 2026 | 2032 | 2026-11-25 | +0.20 | every_year_rose

# A breach is behind while the last year runs, and missed from the day after it on.
2025: 2.00 2.10 | 2026 | 2026 | 2026-12-31 | +0.10! | a_year_fell_short
2025: 2.00 2.10 | 2026 | 2026 | 2027-01-01 | +0.10! | a_year_fell_short_for_good
2025: 2.00 2.10 | 2026 | 2027 | 2027-12-31 | +0.10! | a_year_fell_short
2025: 2.00 2.20 | 2026 | 2026 | 2027-01-01 | +0.20 | every_year_rose

# A year without a figure, or without one for the year before, is neither kept nor broken.
2024: 2.00 2.20             | 2025 | - | 2026-11-25 | +0.20 ? | a_year_not_reported
2025: 2.00 2.20             | 2025 | - | 2026-11-25 | ? +0.20 | a_year_not_reported
2022: 1.00 1.20 ? 1.50 1.80 | 2023 | - | 2026-11-25 | +0.20 ? ? +0.30 | a_year_not_reported
2024: 2.00 2.10             | 2025 | - | 2026-11-25 | +0.10! ? | a_year_fell_short

# Nothing to go by.
2024: 2.00 2.20   | 2026 | - | 2026-11-25 | | no_year_reported_yet
2026: 2.20        | 2026 | - | 2026-11-25 | | no_year_reported_yet
2024: 2.00 ? 2.40 | 2025 | - | 2026-11-25 | | no_year_reported_yet
                  | 2026 | - | 2026-11-25 | | no_year_reported_yet

# The day before the first year begins, and that on which it does.
2025: 2.00      | 2026 | - | 2025-12-31 | | not_yet_due
2025: 2.00      | 2026 | - | 2026-01-01 | | no_year_reported_yet
2025: 2.00 2.20 | 2027 | - | 2026-11-25 | | not_yet_due
"""
CASES = [
    tuple(each.strip() for each in line.split("|"))
    for line in YEARS.splitlines()
    if "|" in line and not line.startswith("#")
]


def judged(reported: str, start: str, until: str, day: str) -> Assessment:
    clause = rising_by("0.2", int(start), None if until == "-" else int(until))
    return assess(clause, SPAIN, of_spain(reported), as_of=date.fromisoformat(day))


@pytest.mark.parametrize(("reported", "start", "until", "day", "rises", "reason"), CASES)
def test_each_year_is_judged_on_its_own(
    reported: str, start: str, until: str, day: str, rises: str, reason: str
) -> None:
    found = judged(reported, start, until, day)
    assert (told(found), found.reason.value) == (rises, reason)
    first = int(start)
    assert [each.year for each in found.years] == [*range(first, first + len(rises.split()))]


VERDICTS = {
    Reason.EVERY_YEAR_ROSE: Verdict.MET,
    Reason.A_YEAR_FELL_SHORT: Verdict.BEHIND,
    Reason.A_YEAR_FELL_SHORT_FOR_GOOD: Verdict.MISSED,
    Reason.A_YEAR_NOT_REPORTED: Verdict.NOT_REPORTED,
    Reason.NO_YEAR_REPORTED_YET: Verdict.NOT_REPORTED,
    Reason.NOT_YET_DUE: Verdict.NOT_APPLICABLE,
}


def test_a_year_that_is_not_reported_is_neither_a_pass_nor_a_fail() -> None:
    found = [judged(*case[:4]) for case in CASES]
    assert {each.reason: each.verdict for each in found} == VERDICTS


EDITIONS = ledger(
    (edition("2024-06-17"), observations({2022: "1.00", 2023: "1.30", 2024: "1.40"})),
    (edition("2025-04-24"), observations({2024: "1.43"})),
    (edition("2025-08-28"), observations({2023: "1.20", 2024: "1.43", 2025: "2.00"})),
    (edition("2026-03-26"), observations({2025: "2.10"})),
)

# first year | day | edition used | the years
NEWEST = [
    # The newest edition that reports a year with the one before; editions are never mixed.
    (2025, "2026-11-25", "2025-08-28", "+0.57"),
    (2024, "2026-11-25", "2025-08-28", "+0.23 +0.57"),
    (2024, "2025-08-28", "2025-08-28", "+0.23 +0.57"),
    (2024, "2025-08-27", "2024-06-17", "+0.10!"),
    (2023, "2025-08-27", "2024-06-17", "+0.30 +0.10!"),
    (2025, "2025-08-27", None, ""),
    (2026, "2026-11-25", None, ""),
]


@pytest.mark.parametrize(("start", "day", "used", "years"), NEWEST)
def test_the_years_come_from_one_edition(
    start: int, day: str, used: str | None, years: str
) -> None:
    found = assess(rising_by("0.2", start), SPAIN, EDITIONS, as_of=date.fromisoformat(day))
    assert (found.series and found.series.edition.id, told(found)) == (used, years)


def test_a_breach_that_an_edition_reports_is_not_hidden_by_a_shorter_one() -> None:
    """The newest edition says nothing of 2024, in which an older one reports a breach."""
    book = ledger(
        (edition("2025-08-28"), observations({2023: "1.00", 2024: "1.00", 2025: "1.30"})),
        (edition("2026-07-10"), observations({2025: "1.30", 2026: "1.60"})),
    )
    found = assess(rising_by("0.2", 2024), SPAIN, book, as_of=TODAY)
    assert found.verdict is Verdict.BEHIND


def test_every_edition_looked_at_is_named() -> None:
    found = assess(rising_by("0.2", 2026), SPAIN, EDITIONS, as_of=TODAY)
    assert [each.edition.id for each in found.editions] == [
        "2026-03-26",
        "2025-08-28",
        "2025-04-24",
        "2024-06-17",
    ]


# edition | year | the years
NARROWED = [
    ("2024-06-17", None, "+0.30 +0.10!"),
    ("2025-04-24", None, ""),
    (None, 2024, "+0.30 +0.23"),
    ("2024-06-17", 2023, "+0.30"),
    (None, 2022, ""),
]


@pytest.mark.parametrize(("known_as", "year", "years"), NARROWED)
def test_edition_and_year_narrow_down_the_figures(
    known_as: str | None, year: int | None, years: str
) -> None:
    found = assess(
        rising_by("0.2", 2023),
        SPAIN,
        EDITIONS,
        as_of=TODAY,
        edition=known_as,
        year=year,
    )
    assert told(found) == years


def of(category: Category) -> AnnualIncrease:
    return replace(rising_by("0.2", 2026), category=category)


@pytest.mark.parametrize("category", [Category.TOTAL, Category.BROADER])
def test_a_rise_that_nobody_publishes_cannot_be_judged(category: Category) -> None:
    book = one_edition({2025: "2.00", 2026: "2.20"})
    found = assess(of(category), SPAIN, book, as_of=TODAY)
    assert (found.reason, found.verdict) == (Reason.NO_FIGURES_PUBLISHED, Verdict.NOT_REPORTED)
    assert (found.years, found.step) == ((), None)


def test_equipment_has_a_share_of_its_own() -> None:
    book = ledger(
        (
            edition("2026-07-10"),
            observations({2025: "2.00", 2026: "2.00"})
            + observations({2025: "20", 2026: "20.2"}, indicator=Indicator.EQUIPMENT_SHARE),
        )
    )
    assert assess(of(Category.EQUIPMENT), SPAIN, book, as_of=TODAY).verdict is Verdict.MET
    assert assess(of(Category.DEFENCE), SPAIN, book, as_of=TODAY).verdict is Verdict.BEHIND
    assert assess(of(Category.CORE), SPAIN, book, as_of=TODAY).verdict is Verdict.BEHIND


def test_a_country_without_armed_forces_has_no_rise() -> None:
    book = ledger((edition("2026-07-10"), observations({2025: "1", 2026: "2"}, member="ISL")))
    found = assess(rising_by("0.2", 2026), ICELAND, book, as_of=TODAY)
    assert (found.reason, found.years) == (Reason.NO_ARMED_FORCES, ())


def test_nothing_was_asked_of_a_country_before_it_joined() -> None:
    book = ledger((edition("2023-07-07"), observations({2022: "1", 2023: "2"}, member="SWE")))
    before = assess(rising_by("0.2", 2023), SWEDEN, book, as_of=date(2024, 3, 6))
    after = assess(rising_by("0.2", 2023), SWEDEN, book, as_of=date(2024, 3, 7))
    assert (before.reason, after.reason) == (Reason.NOT_A_MEMBER, Reason.EVERY_YEAR_ROSE)


def test_the_first_breach_is_the_one_named() -> None:
    reported = of_spain("2023: 1.00 1.20 1.30 1.31")
    found = assess(rising_by("0.2", 2024), SPAIN, reported, as_of=TODAY)
    assert found.breach == found.years[1]
    assert [each.kept for each in found.years] == [Kept.KEPT, Kept.BREACHED, Kept.BREACHED]
    kept = assess(rising_by("0.1", 2024, 2025), SPAIN, reported, as_of=TODAY)
    assert kept.breach is None


def test_the_rises_reported_are_those_of_the_years() -> None:
    reported = of_spain("2023: 1.00 1.20 1.30")
    found = assess(rising_by("0.2", 2023), SPAIN, reported, as_of=TODAY)
    assert [each.year for each in found.years] == [2023, 2024, 2025, 2026]
    assert found.rises == (found.years[1].rise, found.years[2].rise)
    assert found.steps == (found.years[1].spare, found.years[2].spare)


def test_what_was_asked_is_kept() -> None:
    clause = rising_by("0.2", 2026)
    found = assess(clause, SPAIN, one_edition({2025: "2", 2026: "3"}), as_of=TODAY)
    assert (found.clause, found.member, found.as_of) == (clause, SPAIN, TODAY)
    assert found.step == step_of(clause)
    assert (found.gap, found.floor, found.share) == (None, None, None)


ANNEX = (Cite(source="annex", locator="Table 8a"),)
STEP = Step(
    symbol="step",
    what="yearly increase asked for",
    value=Decimal("0.20"),
    unit=Unit.POINTS_A_YEAR,
    places=2,
    cites=ANNEX,
)


def share(symbol: str, value: str, year: int, *, estimate: bool = False) -> Step:
    return Step(
        symbol=symbol,
        what="share reported",
        value=Decimal(value),
        unit=Unit.PERCENT,
        places=2,
        estimate=estimate,
        year=year,
        edition="2026-07-10",
        cites=CITES,
    )


RISE = Step(
    symbol="rise",
    what="rise on the year before",
    value=Decimal("0.25"),
    unit=Unit.POINTS,
    places=2,
    estimate=True,
    year=2026,
    edition="2026-07-10",
    formula="end - start",
    inputs=(share("end", "2.25", 2026, estimate=True), share("start", "2.00", 2025)),
)
SPARE = Step(
    symbol="spare",
    what="rise beyond the step asked for",
    value=Decimal("0.05"),
    unit=Unit.POINTS,
    places=2,
    estimate=True,
    year=2026,
    edition="2026-07-10",
    formula="rise - step",
    inputs=(RISE, STEP),
)


def test_a_rise_can_be_worked_out_from_what_it_names() -> None:
    clause = replace(rising_by("0.2", 2026), cites=ANNEX)
    found = assess(clause, SPAIN, one_edition({2025: "2", 2026: "2.25"}), as_of=TODAY)
    assert found.step == STEP
    assert found.years == (YearlyRise(year=2026, kept=Kept.KEPT, rise=RISE, spare=SPARE),)


def test_a_step_is_asked_for_at_two_decimals() -> None:
    assert str(step_of(rising_by("0.195", 2026)).value) == "0.20"
    assert str(step_of(rising_by("0.2", 2026)).value) == "0.20"


# is the year before an estimate | is the year itself one | is the rise one
ESTIMATES = [
    (False, False, False),
    (False, True, True),
    (True, False, True),
    (True, True, True),
]


@pytest.mark.parametrize(("before", "itself", "expected"), ESTIMATES)
def test_a_rise_is_an_estimate_if_either_year_is(
    before: bool, itself: bool, expected: bool
) -> None:
    first, last = observations({2025: "2", 2026: "2.2"})
    series = Series.of(
        edition("2026-07-10"), [replace(first, estimate=before), replace(last, estimate=itself)]
    )
    rise = rise_into(series, 2026)
    assert rise is not None
    assert rise.estimate is expected
    assert spare_of(rise, STEP).estimate is expected


@pytest.mark.parametrize("year", [2022, 2023, 2025, 2027])
def test_without_both_years_there_is_no_rise(year: int) -> None:
    series = Series.of(edition("2026-07-10"), observations({2023: "1", 2025: "2", 2026: "2.2"}))
    assert rise_into(series, year) is None
