"""Answers as a whole: all fields of them and of their steps are compared, so none goes unread."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from data.members import Member
from data.rules import (
    AnnualPlan,
    Assessment,
    Category,
    Clause,
    CountsTowards,
    Gap,
    Indicator,
    Ledger,
    Observation,
    Reason,
    ShareTarget,
    Step,
    Undertaking,
    Unit,
    Verdict,
    assess,
)
from data.sources import Cite
from tests.data.rules.ledgers import (
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
DECLARATION = (Cite(source="declaration", locator="paragraph 3"),)
TABLE = {year: (Cite(source="workbook", locator=f"Table 3, {year}"),) for year in range(2014, 2027)}
MONEY = (Cite(source="workbook", locator="Table 2"),)
SHARE = Indicator.SHARE_OF_GDP
CURRENT, OWN = Indicator.EXPENDITURE_USD_CURRENT, Indicator.EXPENDITURE_NATIONAL


def target(share: str, by: int | None, category: Category = Category.CORE) -> ShareTarget:
    return replace(at_least(share, by, category), cites=DECLARATION)


def ceiling(share: str, category: Category = Category.CORE) -> ShareTarget:
    return replace(target(share, 2035, category), bound="up_to")


def reported(
    year: int,
    value: str,
    indicator: Indicator = SHARE,
    *,
    estimate: bool = False,
    currency: str | None = None,
) -> Observation:
    return Observation(
        member="ESP",
        indicator=indicator,
        year=year,
        value=Decimal(value),
        estimate=estimate,
        cites=TABLE[year] if indicator is SHARE else MONEY,
        currency=currency,
    )


def share_step(symbol: str, year: int, value: str, *, estimate: bool = False) -> Step:
    return Step(
        symbol=symbol,
        what="share reported",
        value=Decimal(value),
        unit=Unit.PERCENT,
        places=2,
        estimate=estimate,
        year=year,
        edition="2026-07-10",
        cites=TABLE[year],
    )


BOOK = ledger(
    (
        edition("2026-07-10", basis="core"),
        [
            reported(2023, "1.174"),
            reported(2025, "2.0"),
            reported(2026, "2.004", estimate=True),
            reported(2026, "31000", CURRENT, estimate=True),
            reported(2026, "28000", OWN, currency="EUR"),
        ],
    )
)
FLOOR = Step(
    symbol="floor",
    what="share asked for",
    value=Decimal("3.50"),
    unit=Unit.PERCENT,
    places=2,
    year=2035,
    cites=DECLARATION,
)
DEADLINE = Step(
    symbol="deadline",
    what="year by whose end it is to be reached",
    value=Decimal(2035),
    unit=Unit.YEAR,
    places=0,
    cites=DECLARATION,
)
YEAR = Step(
    symbol="year",
    what="year the share is of",
    value=Decimal(2026),
    unit=Unit.YEAR,
    places=0,
    cites=TABLE[2026],
)
LAST = share_step("share", 2026, "2.00", estimate=True)
START, END = share_step("start", 2023, "1.17"), share_step("end", 2026, "2.00", estimate=True)
GAP = Step(
    symbol="gap",
    what="gap",
    value=Decimal("1.50"),
    unit=Unit.POINTS,
    places=2,
    estimate=True,
    formula="floor - share",
    inputs=(FLOOR, LAST),
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
PACE = Step(
    symbol="pace",
    what="pace observed",
    value=Decimal("0.83") / 3,
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
    value=Decimal(2032),
    unit=Unit.YEAR,
    places=0,
    estimate=True,
    formula="year + ceil(gap * 3 / (end - start))",
    inputs=(YEAR, GAP, END, START),
)


def spent(value: str, currency: str, *, estimate: bool) -> Step:
    return Step(
        symbol="expenditure",
        what="expenditure reported",
        value=Decimal(value),
        unit=Unit.MILLION,
        places=0,
        estimate=estimate,
        year=2026,
        edition="2026-07-10",
        currency=currency,
        cites=MONEY,
    )


ITS_SHARE = Step(
    symbol="its_share",
    what="share of that expenditure, as published",
    value=Decimal("2.004"),
    unit=Unit.PERCENT,
    places=3,
    estimate=True,
    year=2026,
    edition="2026-07-10",
    cites=TABLE[2026],
)


def worth(expenditure: Step, share: Step, gap: Step) -> Step:
    return Step(
        symbol="money",
        what="gap in money a year",
        value=expenditure.value / share.value * gap.value,
        unit=Unit.MILLION,
        places=0,
        estimate=True,
        year=expenditure.year,
        edition=expenditure.edition,
        currency=expenditure.currency,
        price_base=expenditure.price_base,
        formula="expenditure / its_share * gap",
        inputs=(expenditure, share, gap),
    )


def test_a_floor_that_is_not_reached_is_told_with_every_figure() -> None:
    clause = target("3.5", 2035)
    found = assess(clause, SPAIN, BOOK, as_of=TODAY)
    series = BOOK.all_series("ESP", SHARE, TODAY)
    assert found == Assessment(
        clause=clause,
        member=SPAIN,
        as_of=TODAY,
        reason=Reason.PACE_SUFFICES,
        editions=series,
        series=series[0],
        share=LAST,
        floor=FLOOR,
        gap=GAP,
        money=(
            worth(spent("31000", "USD", estimate=True), ITS_SHARE, GAP),
            worth(spent("28000", "EUR", estimate=False), ITS_SHARE, GAP),
        ),
        deadline=DEADLINE,
        needed=NEEDED,
        pace=PACE,
        reached=REACHED,
    )


def test_a_floor_that_is_reached_is_told_with_its_surplus_alone() -> None:
    clause = target("2", 2035)
    found = assess(clause, SPAIN, BOOK, as_of=TODAY)
    series = BOOK.all_series("ESP", SHARE, TODAY)
    floor = replace(FLOOR, value=Decimal("2.00"))
    assert found == Assessment(
        clause=clause,
        member=SPAIN,
        as_of=TODAY,
        reason=Reason.REACHED,
        editions=series,
        series=series[0],
        share=LAST,
        floor=floor,
        gap=replace(GAP, value=Decimal("0.00"), inputs=(floor, LAST)),
        deadline=DEADLINE,
    )


@pytest.mark.parametrize(
    ("then", "reason"),
    [
        ("2.00", Reason.BELOW_STANDING_FLOOR),
        ("1.995", Reason.BELOW_STANDING_FLOOR),
        ("1.99", Reason.DEADLINE_PASSED),
    ],
)
def test_a_floor_reached_in_its_year_and_lost_again_is_not_missed(
    then: str, reason: Reason
) -> None:
    found = assess(target("2", 2024), SPAIN, one_edition({2024: then, 2026: "1.9"}), as_of=TODAY)
    assert found.reason is reason


def test_a_floor_missed_in_its_year_and_reached_later_is_met() -> None:
    found = assess(target("2", 2024), SPAIN, one_edition({2024: "1", 2026: "2"}), as_of=TODAY)
    assert (found.verdict, found.at_deadline) == (Verdict.MET, None)


def blank(last: str) -> Ledger:
    """Spain's 2025 is blank in an edition that has Poland's."""
    rows = observations({2021: "1.5", 2024: last}) + observations({2025: "3"}, member="POL")
    return ledger((edition("2025-08-28"), rows))


# the share of 2024 | by | as of | reason, where 2025 is blank
BLANKS = [
    ("2.00", None, date(2025, 12, 31), Reason.NEWEST_YEAR_NOT_REPORTED),
    ("1.9", None, date(2025, 12, 31), Reason.NEWEST_YEAR_NOT_REPORTED),
    ("1.9", 2035, date(2025, 12, 31), Reason.NEWEST_YEAR_NOT_REPORTED),
    ("2.00", 2024, date(2025, 12, 31), Reason.REACHED),
    ("1.9", 2024, date(2025, 12, 31), Reason.DEADLINE_PASSED),
    ("2.00", 2025, date(2025, 12, 31), Reason.NEWEST_YEAR_NOT_REPORTED),
    ("2.00", 2025, date(2026, 1, 1), Reason.NEWEST_YEAR_NOT_REPORTED),
    ("1.9", 2025, date(2025, 12, 31), Reason.NEWEST_YEAR_NOT_REPORTED),
    ("1.9", 2025, date(2026, 1, 1), Reason.DEADLINE_YEAR_NOT_REPORTED),
]


@pytest.mark.parametrize(("last", "by", "as_of", "reason"), BLANKS)
def test_a_blank_year_is_never_passed_over(
    last: str, by: int | None, as_of: date, reason: Reason
) -> None:
    found = assess(target("2", by), SPAIN, blank(last), as_of=as_of)
    assert found.reason is reason
    assert found.share is not None
    assert found.share.year == 2024


# Editions that are out, and questions put to one of them or as of a year.
THREE = ledger(
    (edition("2024-06-17"), observations({2021: "1.0", 2023: "1.2", 2024: "1.28"})),
    (edition("2025-04-24"), observations({2024: "1.24"})),
    (edition("2026-07-10"), observations({2022: "1.1", 2023: "1.3", 2024: "1.42", 2026: "2.00"})),
)
# edition | year | as of | share | its year | its edition | editions looked at
ASKED = [
    (None, None, "2025-04-23", "1.28", 2024, "2024-06-17", 1),
    (None, None, "2025-04-24", "1.24", 2024, "2025-04-24", 2),
    (None, None, "2026-07-10", "2.00", 2026, "2026-07-10", 3),
    ("2024-06-17", None, "2026-07-10", "1.28", 2024, "2024-06-17", 1),
    ("2025-04-24", None, "2026-07-10", "1.24", 2024, "2025-04-24", 1),
    (None, 2024, "2026-07-10", "1.42", 2024, "2026-07-10", 3),
    (None, 2024, "2026-07-09", "1.24", 2024, "2025-04-24", 2),
    (None, 2023, "2026-07-10", "1.30", 2023, "2026-07-10", 2),
    (None, 2023, "2026-07-09", "1.20", 2023, "2024-06-17", 1),
    (None, 2026, "2026-07-10", "2.00", 2026, "2026-07-10", 1),
    ("2024-06-17", 2023, "2026-07-10", "1.20", 2023, "2024-06-17", 1),
]


@pytest.mark.parametrize(("known_as", "year", "day", "share", "of", "origin", "looked"), ASKED)
def test_a_question_can_be_put_to_an_edition_or_to_a_year(
    known_as: str | None, year: int | None, day: str, share: str, of: int, origin: str, looked: int
) -> None:
    found = assess(
        target("3.5", 2035),
        SPAIN,
        THREE,
        as_of=date.fromisoformat(day),
        edition=known_as,
        year=year,
    )
    assert found.share is not None
    assert (str(found.share.value), found.share.year, found.share.edition) == (share, of, origin)
    assert len(found.editions) == looked
    assert found.as_of == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("known_as", "year", "reason"),
    [
        (None, 2025, Reason.YEAR_NOT_REPORTED),
        (None, 2027, Reason.YEAR_NOT_REPORTED),
        (None, 2020, Reason.YEAR_NOT_REPORTED),
        ("2025-04-24", 2023, Reason.YEAR_NOT_REPORTED),
        (None, None, Reason.MEMBER_NEVER_REPORTED),
    ],
)
def test_a_year_that_no_edition_reports_stays_unknown(
    known_as: str | None, year: int | None, reason: Reason
) -> None:
    member = replace(SPAIN, id="PRT") if year is None else SPAIN
    found = assess(target("2", None), member, THREE, as_of=TODAY, edition=known_as, year=year)
    assert (found.verdict, found.reason) == (Verdict.NOT_REPORTED, reason)
    assert (found.share, found.gap, found.editions) == (None, None, ())


# year | as of | reason of a 2 % by 2024: deadlines are looked at on the day after a past year
YEARS = [
    (2023, "2026-11-25", Reason.PACE_UNKNOWN),
    (2024, "2026-11-25", Reason.DEADLINE_PASSED),
    (2024, "2025-01-01", Reason.DEADLINE_PASSED),
    (2024, "2024-12-31", Reason.DEADLINE_YEAR_RUNNING),
]


@pytest.mark.parametrize(("year", "day", "reason"), YEARS)
def test_a_deadline_asked_about_as_of_a_year_is_looked_at_on_the_day_after_it(
    year: int, day: str, reason: Reason
) -> None:
    book = one_edition({2023: "1.2", 2024: "1.3", 2025: "1.4"}, "2024-06-17")
    found = assess(target("2", 2024), SPAIN, book, as_of=date.fromisoformat(day), year=year)
    assert found.reason is reason


@pytest.mark.parametrize("category", [Category.TOTAL, Category.BROADER])
@pytest.mark.parametrize("bound", ["at_least", "up_to"])
def test_only_a_total_to_reach_has_a_share_it_cannot_be_below(
    category: Category, bound: str
) -> None:
    clause = ceiling("5", category) if bound == "up_to" else target("5", 2035, category)
    found = assess(clause, SPAIN, BOOK, as_of=TODAY)
    assert found.reason is Reason.NO_FIGURES_PUBLISHED
    least = category is Category.TOTAL and bound == "at_least"
    assert found.lower == (LAST if least else None)
    assert replace(found, lower=None) == Assessment(
        clause=clause, member=SPAIN, as_of=TODAY, reason=Reason.NO_FIGURES_PUBLISHED
    )


@pytest.mark.parametrize(("most", "counts"), [("1.5", "1.50"), ("2", "2.00"), ("3.5", "2.00")])
def test_no_more_counts_than_the_ceiling(most: str, counts: str) -> None:
    clause = ceiling(most)
    found = assess(clause, SPAIN, BOOK, as_of=TODAY)
    series = BOOK.all_series("ESP", SHARE, TODAY)
    bound = Step(
        symbol="ceiling",
        what="share that counts at the most",
        value=Decimal(most).quantize(Decimal("0.01")),
        unit=Unit.PERCENT,
        places=2,
        year=2035,
        cites=DECLARATION,
    )
    counted = Step(
        symbol="counted",
        what="share that counts",
        value=Decimal(counts),
        unit=Unit.PERCENT,
        places=2,
        estimate=True,
        year=2026,
        edition="2026-07-10",
        formula="min(share, ceiling)",
        inputs=(LAST, bound),
    )
    assert found == Assessment(
        clause=clause,
        member=SPAIN,
        as_of=TODAY,
        reason=Reason.ASKS_NO_SHARE,
        editions=series,
        series=series[0],
        share=LAST,
        counted=counted,
    )
    assert found.steps == (counted,)


def test_two_questions_to_one_ledger_do_not_colour_each_other() -> None:
    """Steps once made are kept; a narrower question must not find those of a wider one."""
    book = one_edition({2020: "1", 2022: "1.5", 2023: "1.9", 2026: "2"})
    whole = assess(target("3.5", 2035), SPAIN, book, as_of=TODAY)
    narrow = assess(target("3.5", 2035), SPAIN, book, as_of=TODAY, year=2023)
    fresh = one_edition({2020: "1", 2022: "1.5", 2023: "1.9", 2026: "2"})
    assert narrow == assess(target("3.5", 2035), SPAIN, fresh, as_of=TODAY, year=2023)
    assert whole == assess(target("3.5", 2035), SPAIN, book, as_of=TODAY)


WORDS = Undertaking(id="halt", claim="Stop falling.", cites=DECLARATION)
COUNTS = CountsTowards(id="aid", category=Category.CORE, claim="It counts.", cites=DECLARATION)
BROADER = target("1.5", 2035, Category.BROADER)
RISING = rising_by("0.2", 2026)
RISING_BROADER = replace(RISING, category=Category.BROADER)
PLANS = AnnualPlan(id="plans", claim="A plan each year.", cites=DECLARATION)
# clause | member | as of | year | why there are no figures
FIGURELESS: list[tuple[Clause, Member, str, int | None, Reason]] = [
    (target("2", None), SWEDEN, "2024-03-06", None, Reason.NOT_A_MEMBER),
    (WORDS, SWEDEN, "2024-03-06", None, Reason.NOT_A_MEMBER),
    (COUNTS, SWEDEN, "2024-03-06", None, Reason.NOT_A_MEMBER),
    (target("2", None), ICELAND, "2026-11-25", None, Reason.NO_ARMED_FORCES),
    (ceiling("2"), ICELAND, "2026-11-25", None, Reason.NO_ARMED_FORCES),
    (target("2", None), SWEDEN, "2026-11-25", None, Reason.MEMBER_NEVER_REPORTED),
    (target("2", None), SPAIN, "2026-07-09", None, Reason.MEMBER_NEVER_REPORTED),
    (ceiling("2"), SPAIN, "2026-07-09", None, Reason.MEMBER_NEVER_REPORTED),
    (target("2", None), SPAIN, "2026-11-25", 2024, Reason.YEAR_NOT_REPORTED),
    (BROADER, SPAIN, "2026-11-25", None, Reason.NO_FIGURES_PUBLISHED),
    (BROADER, ICELAND, "2026-11-25", None, Reason.NO_FIGURES_PUBLISHED),
    (WORDS, SPAIN, "2026-11-25", None, Reason.SAID_IN_WORDS),
    (WORDS, ICELAND, "2026-11-25", None, Reason.SAID_IN_WORDS),
    (COUNTS, SPAIN, "2026-11-25", None, Reason.ASKS_NO_SHARE),
    (RISING, ICELAND, "2026-11-25", None, Reason.NO_ARMED_FORCES),
    (RISING_BROADER, SPAIN, "2026-11-25", None, Reason.NO_FIGURES_PUBLISHED),
    (PLANS, SPAIN, "2026-11-25", None, Reason.FIRST_YEAR_NOT_STATED),
]


@pytest.mark.parametrize(("clause", "member", "day", "year", "reason"), FIGURELESS)
def test_an_answer_without_figures_still_says_who_was_asked_what_and_when(
    clause: Clause, member: Member, day: str, year: int | None, reason: Reason
) -> None:
    as_of = date.fromisoformat(day)
    found = assess(clause, member, BOOK, as_of=as_of, year=year)
    assert found == Assessment(clause=clause, member=member, as_of=as_of, reason=reason)


@pytest.mark.parametrize(
    ("member", "indicator", "year", "told"),
    [
        ("ESP", Indicator.SHARE_OF_GDP, 2025, True),
        ("DEU", Indicator.SHARE_OF_GDP, 2025, False),
        ("ESP", Indicator.EQUIPMENT_SHARE, 2025, False),
        ("ESP", Indicator.SHARE_OF_GDP, 2024, False),
    ],
)
def test_why_a_year_is_blank_is_told_where_the_edition_says_so_of_it(
    member: str, indicator: Indicator, year: int, told: bool
) -> None:
    gap = Gap(
        members=(member,),
        indicator=indicator,
        years=(year,),
        reason="blank_in_edition",
        cites=DECLARATION,
    )
    rows = observations({2024: "2"}) + observations({2025: "3"}, member="POL")
    book = ledger((edition("2025-08-28", gaps=(gap,)), rows))
    found = assess(target("2", None), SPAIN, book, as_of=TODAY)
    assert found.series is not None
    assert found.series.gap == (gap if told else None)
