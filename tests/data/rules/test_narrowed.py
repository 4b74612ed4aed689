"""Answers narrowed down to an edition or a past year claim nothing beyond it."""

from datetime import date

from data.dates import PartialDate
from data.rules import (
    AnnualPlan,
    Fulfilment,
    Reason,
    Review,
    assess,
)
from tests.data.rules.ledgers import (
    CITES,
    SPAIN,
    at_least,
    edition,
    ledger,
    observations,
)

TODAY = date(2026, 11, 25)


def test_a_member_that_another_edition_reports_is_not_called_never_reported() -> None:
    book = ledger(
        (edition("2025-08-28"), observations({2025: "2.13"})),
        (edition("2026-03-26"), observations({2025: "4.3"}, member="POL")),
    )
    found = assess(at_least("2", None), SPAIN, book, as_of=TODAY, edition="2026-03-26")
    assert found.reason is not Reason.MEMBER_NEVER_REPORTED


def handed_in(year: int) -> Fulfilment:
    return Fulfilment(
        id=f"plan-{year}",
        commitment="pledge",
        clause="plans",
        year=year,
        done=True,
        claim="It was handed in.",
        known_on=PartialDate(year, 4, 1),
        cites=CITES,
    )


def test_as_of_a_past_year_no_plan_of_a_later_one_is_due() -> None:
    plans = AnnualPlan(id="plans", start=2026, claim="A plan each year.", cites=CITES)
    facts = (handed_in(2026), handed_in(2027))
    found = assess(plans, SPAIN, ledger(), as_of=date(2028, 6, 1), year=2026, fulfilments=facts)
    assert [each.year for each in found.duties] == [2026]


def test_as_of_a_past_year_a_review_of_the_next_one_is_ahead() -> None:
    review = Review(id="review", year=2027, claim="To be looked at again.", cites=CITES)
    found = assess(review, SPAIN, ledger(), as_of=date(2028, 6, 1), year=2026)
    assert found.reason is Reason.NOT_YET_DUE
