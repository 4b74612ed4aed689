from datetime import date
from decimal import Decimal

import pytest

from data.rules import (
    Category,
    Indicator,
    Reason,
    Review,
    ShareTarget,
    Undertaking,
    Verdict,
    assess,
)
from data.rules.expenditure import Gap
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

# shares by year | floor | by | as of | verdict | reason
CASES = [
    # At or above the floor is met, whatever the pace and however far the deadline is.
    ({2023: "3.26", 2026: "4.68"}, "3.5", 2035, TODAY, Verdict.MET, Reason.REACHED),
    ({2023: "2.00", 2026: "2.00"}, "2", None, TODAY, Verdict.MET, Reason.REACHED),
    # Halves go up at two decimals: 1.995 is published as 2.00, 1.9949 as 1.99.
    ({2023: "1.5", 2026: "1.995"}, "2", None, TODAY, Verdict.MET, Reason.REACHED),
    ({2023: "1.5", 2026: "1.9949"}, "2", None, TODAY, Verdict.BEHIND, Reason.BELOW_STANDING_FLOOR),
    # 1.50 points in nine years is 0.17 a year; 0.27 a year was managed.
    ({2023: "1.19", 2026: "2.00"}, "3.5", 2035, TODAY, Verdict.ON_COURSE, Reason.PACE_SUFFICES),
    # The same at two decimals (0.165 and 0.1667) is enough, 0.16 is not.
    ({2023: "1.505", 2026: "2.00"}, "3.5", 2035, TODAY, Verdict.BEHIND, Reason.PACE_FALLS_SHORT),
    ({2023: "1.50", 2026: "2.00"}, "3.5", 2035, TODAY, Verdict.ON_COURSE, Reason.PACE_SUFFICES),
    ({2023: "2.40", 2026: "2.00"}, "3.5", 2035, TODAY, Verdict.BEHIND, Reason.PACE_FALLS_SHORT),
    # No pace without the year three years before.
    ({2025: "1.9", 2026: "2.00"}, "3.5", 2035, TODAY, Verdict.NOT_REPORTED, Reason.PACE_UNKNOWN),
    # The target year itself: behind while it runs, missed once it is over and reported.
    (
        {2023: "1.2", 2026: "1.9"},
        "2",
        2026,
        TODAY,
        Verdict.BEHIND,
        Reason.DEADLINE_YEAR_RUNNING,
    ),
    (
        {2021: "1.0", 2024: "1.28"},
        "2",
        2024,
        date(2025, 6, 5),
        Verdict.MISSED,
        Reason.DEADLINE_PASSED,
    ),
    (
        {2021: "1.0", 2023: "1.28"},
        "2",
        2024,
        date(2025, 6, 5),
        Verdict.NOT_REPORTED,
        Reason.DEADLINE_YEAR_NOT_REPORTED,
    ),
    # Late, but there: met. There in the target year, and fallen back: not met.
    ({2024: "1.4", 2026: "2.0"}, "2", 2024, TODAY, Verdict.MET, Reason.REACHED),
    (
        {2024: "2.1", 2026: "1.9"},
        "2",
        2024,
        TODAY,
        Verdict.BEHIND,
        Reason.BELOW_STANDING_FLOOR,
    ),
]


@pytest.mark.parametrize(("shares", "floor", "by", "as_of", "verdict", "reason"), CASES)
def test_a_floor_is_judged(
    shares: dict[int, str],
    floor: str,
    by: int | None,
    as_of: date,
    verdict: Verdict,
    reason: Reason,
) -> None:
    found = assess(at_least(floor, by), SPAIN, one_edition(shares, "2024-01-01"), as_of=as_of)
    assert (found.verdict, found.reason) == (verdict, reason)


def test_the_gap_the_pace_and_the_year_are_those_of_the_proposal_of_june_2025() -> None:
    """1.24 % in 2024 against 3.5 % by 2032: 2.26 points, 0.28 a year."""
    shares = ledger(
        (edition("2024-06-17"), observations({2021: "1.027", 2024: "1.28255"})),
        (edition("2025-04-24"), observations({2024: "1.24"})),
    )
    found = assess(at_least("3.5", 2032), SPAIN, shares, as_of=date(2025, 6, 5))
    assert found.share is not None
    assert found.share.value == Decimal("1.24")
    assert found.gap is not None
    assert found.gap.value == Decimal("2.26")
    assert found.needed is not None
    assert round(found.needed.value, 2) == Decimal("0.28")
    assert found.pace is not None
    assert found.pace.edition == "2024-06-17", "the newest edition has one year only"


def test_an_edition_counts_from_the_day_it_is_out() -> None:
    shares = ledger(
        (edition("2025-08-28"), observations({2022: "1.2", 2025: "2.00"})),
        (edition("2026-07-10"), observations({2022: "1.2", 2025: "1.9"})),
    )
    before = assess(at_least("2", None), SPAIN, shares, as_of=date(2026, 7, 9))
    after = assess(at_least("2", None), SPAIN, shares, as_of=date(2026, 7, 10))
    assert (before.verdict, after.verdict) == (Verdict.MET, Verdict.BEHIND)


def test_an_edition_known_by_its_month_counts_from_the_end_of_it() -> None:
    shares = one_edition({2022: "1.2", 2025: "2.00"}, "2026-03")
    early = assess(at_least("2", None), SPAIN, shares, as_of=date(2026, 3, 30))
    late = assess(at_least("2", None), SPAIN, shares, as_of=date(2026, 3, 31))
    assert (early.reason, late.reason) == (Reason.MEMBER_NEVER_REPORTED, Reason.REACHED)


def test_a_newest_year_left_blank_is_not_reported_and_the_last_year_is_kept() -> None:
    gap = Gap(
        members=("ESP",),
        indicator=Indicator.SHARE_OF_GDP,
        years=(2025,),
        reason="blank_in_edition",
        cites=CITES,
    )
    shares = ledger(
        (
            edition("2025-08-28", gaps=(gap,)),
            observations({2021: "1.5", 2024: "2.00"}) + observations({2025: "3"}, member="POL"),
        )
    )
    found = assess(at_least("2", None), SPAIN, shares, as_of=date(2025, 9, 1))
    assert found.reason is Reason.NEWEST_YEAR_NOT_REPORTED
    assert found.share is not None
    assert (found.share.year, found.share.value) == (2024, Decimal("2.00"))
    assert found.series is not None
    assert found.series.gap == gap


# floor | by | verdict when 2025 is blank and 2.00 in 2024 is the last figure
BLANKS = [
    ("2", 2024, Verdict.MET),
    ("2", 2025, Verdict.NOT_REPORTED),
    ("2", None, Verdict.NOT_REPORTED),
    ("2.5", 2024, Verdict.MISSED),
    ("3.5", 2035, Verdict.NOT_REPORTED),
]


@pytest.mark.parametrize(("floor", "by", "verdict"), BLANKS)
def test_a_blank_year_leaves_a_settled_target_year_alone(
    floor: str, by: int | None, verdict: Verdict
) -> None:
    shares = ledger(
        (
            edition("2025-08-28"),
            observations({2021: "1.5", 2024: "2.00"}) + observations({2025: "3"}, member="POL"),
        )
    )
    found = assess(at_least(floor, by), SPAIN, shares, as_of=date(2025, 9, 1))
    assert found.verdict is verdict


def test_a_country_is_not_judged_before_it_joined() -> None:
    shares = ledger((edition("2023-07-07"), observations({2023: "1.54"}, member="SWE")))
    found = assess(at_least("2", None), SWEDEN, shares, as_of=date(2023, 12, 31))
    assert (found.verdict, found.reason) == (Verdict.NOT_APPLICABLE, Reason.NOT_A_MEMBER)


def test_a_country_without_armed_forces_has_no_share() -> None:
    found = assess(at_least("2", None), ICELAND, one_edition({2026: "2"}), as_of=TODAY)
    assert (found.verdict, found.reason) == (Verdict.NOT_APPLICABLE, Reason.NO_ARMED_FORCES)


@pytest.mark.parametrize("category", [Category.TOTAL, Category.BROADER])
def test_spending_that_nobody_publishes_cannot_be_assessed(category: Category) -> None:
    found = assess(at_least("5", 2035, category), SPAIN, one_edition({2026: "6"}), as_of=TODAY)
    assert (found.verdict, found.reason) == (Verdict.NOT_REPORTED, Reason.NO_FIGURES_PUBLISHED)


def test_a_ceiling_asks_for_nothing() -> None:
    ceiling = ShareTarget(
        id="ceiling",
        category=Category.CORE,
        bound="up_to",
        share=Decimal("1.5"),
        by=2035,
        claim="No more than this counts.",
        cites=CITES,
    )
    found = assess(ceiling, SPAIN, one_edition({2026: "1"}), as_of=TODAY)
    assert found.verdict is Verdict.NOT_APPLICABLE


INCREASES = [
    ({2025: "2.00", 2026: "2.20"}, 2026, Verdict.MET, Reason.EVERY_YEAR_ROSE),
    ({2025: "2.00", 2026: "2.19"}, 2026, Verdict.BEHIND, Reason.A_YEAR_FELL_SHORT),
    ({2024: "2.0", 2025: "2.1", 2026: "2.9"}, 2025, Verdict.BEHIND, Reason.A_YEAR_FELL_SHORT),
    ({2024: "2.0", 2025: "2.1", 2026: "2.9"}, 2026, Verdict.MET, Reason.EVERY_YEAR_ROSE),
    ({2025: "2.00", 2026: "2.20"}, 2027, Verdict.NOT_APPLICABLE, Reason.NOT_YET_DUE),
    ({2024: "2.00", 2025: "2.20"}, 2026, Verdict.NOT_REPORTED, Reason.NO_YEAR_REPORTED_YET),
]


@pytest.mark.parametrize(("shares", "start", "verdict", "reason"), INCREASES)
def test_a_yearly_increase_is_judged(
    shares: dict[int, str], start: int, verdict: Verdict, reason: Reason
) -> None:
    found = assess(rising_by("0.2", start), SPAIN, one_edition(shares), as_of=TODAY)
    assert (found.verdict, found.reason) == (verdict, reason)


def test_a_review_is_not_due_before_its_year() -> None:
    review = Review(id="review", year=2029, claim="To be looked at again.", cites=CITES)
    found = assess(review, SPAIN, one_edition({2026: "2"}), as_of=TODAY)
    assert found.reason is Reason.NOT_YET_DUE


def test_an_undertaking_in_words_is_never_a_pass_or_a_fail() -> None:
    undertaking = Undertaking(id="halt", claim="Stop falling.", cites=CITES)
    found = assess(undertaking, SPAIN, one_edition({2026: "2"}), as_of=TODAY)
    assert found.verdict is Verdict.NOT_REPORTED
