"""Plans and reviews: due, done, not done, and what nobody knows of."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from data.dates import PartialDate
from data.rules import (
    AnnualPlan,
    Duty,
    DutyState,
    Fulfilment,
    Reason,
    Review,
    Verdict,
    assess,
)
from tests.data.rules.ledgers import CITES, ICELAND, SPAIN, SWEDEN, one_edition

TODAY = "2026-11-25"
NO_FIGURES = one_edition({2026: "2"})
_SAID = re.compile(r"(\d{4})([+-])")


def said(year: int, *, done: bool = True) -> Fulfilment:
    return Fulfilment(
        id=f"said-{year}-{done}",
        commitment="pledge",
        clause="duty",
        year=year,
        done=done,
        claim="Somebody says so.",
        known_on=PartialDate(2024, 1, 1),
        cites=CITES,
    )


def known(text: str) -> list[Fulfilment]:
    """`2025+` says that it was done in that year, `2025-` that it was not."""
    return [said(int(year), done=sign == "+") for year, sign in _SAID.findall(text)]


def plans(start: int | None) -> AnnualPlan:
    return AnnualPlan(id="duty", start=start, claim="A plan each year.", cites=CITES)


def review(year: int) -> Review:
    return Review(id="duty", year=year, claim="To be looked at again.", cites=CITES)


def told(duties: tuple[Duty, ...]) -> str:
    return ", ".join(f"{each.year} {each.state.value}" for each in duties)


# first year | day | what is known | the duties | reason
PLANS = [
    (2026, TODAY, "", "2026 due", Reason.DUTY_DUE),
    (2027, TODAY, "", "", Reason.NOT_YET_DUE),
    (2025, TODAY, "", "2025 unknown, 2026 due", Reason.DUTY_NOT_KNOWN),
    # The year itself is not over on its last day.
    (2025, "2025-01-01", "", "2025 due", Reason.DUTY_DUE),
    (2025, "2025-12-31", "", "2025 due", Reason.DUTY_DUE),
    (2025, "2026-01-01", "", "2025 unknown, 2026 due", Reason.DUTY_NOT_KNOWN),
    (2025, "2024-12-31", "", "", Reason.NOT_YET_DUE),
    # Everything that was due is done; the running year may still bring it.
    (2026, TODAY, "2026+", "2026 done", Reason.DUTY_DONE),
    (2025, TODAY, "2025+", "2025 done, 2026 due", Reason.DUTY_DONE),
    (2025, TODAY, "2025+ 2026+", "2025 done, 2026 done", Reason.DUTY_DONE),
    (2025, TODAY, "2025+ 2025+ 2026+", "2025 done, 2026 done", Reason.DUTY_DONE),
    # One that was not done decides, whatever is disputed or unknown beside it.
    (2026, TODAY, "2026-", "2026 not_done", Reason.DUTY_NOT_DONE),
    (2025, TODAY, "2025-", "2025 not_done, 2026 due", Reason.DUTY_NOT_DONE),
    (2025, TODAY, "2025+ 2026-", "2025 done, 2026 not_done", Reason.DUTY_NOT_DONE),
    (2025, TODAY, "2025- 2026+", "2025 not_done, 2026 done", Reason.DUTY_NOT_DONE),
    (2025, TODAY, "2025- 2026+ 2026-", "2025 not_done, 2026 disputed", Reason.DUTY_NOT_DONE),
    (2024, TODAY, "2025- 2026+", "2024 unknown, 2025 not_done, 2026 done", Reason.DUTY_NOT_DONE),
    # Contradicting sources.
    (2025, TODAY, "2025+ 2025-", "2025 disputed, 2026 due", Reason.DUTY_DISPUTED),
    (2025, TODAY, "2025+ 2026- 2026+", "2025 done, 2026 disputed", Reason.DUTY_DISPUTED),
    (2024, TODAY, "2025+ 2025-", "2024 unknown, 2025 disputed, 2026 due", Reason.DUTY_DISPUTED),
    # One that nothing is known of.
    (2025, TODAY, "2026+", "2025 unknown, 2026 done", Reason.DUTY_NOT_KNOWN),
    # Done before it was due, or ahead of its time.
    (2027, TODAY, "2026+", "2026 done", Reason.DUTY_DONE),
    (2027, TODAY, "2026+ 2025+", "2025 done, 2026 done", Reason.DUTY_DONE),
    (2026, TODAY, "2027+", "2026 due, 2027 done", Reason.DUTY_DONE),
    # No source says when the first one is due: only what is known can be told.
    (None, TODAY, "", "", Reason.FIRST_YEAR_NOT_STATED),
    (None, TODAY, "2025+", "2025 done", Reason.FIRST_YEAR_NOT_STATED),
    (None, TODAY, "2025+ 2025-", "2025 disputed", Reason.FIRST_YEAR_NOT_STATED),
    (None, TODAY, "2024+ 2025-", "2024 done, 2025 not_done", Reason.DUTY_NOT_DONE),
]


@pytest.mark.parametrize(("start", "day", "evidence", "duties", "reason"), PLANS)
def test_yearly_plans_are_judged(
    start: int | None, day: str, evidence: str, duties: str, reason: Reason
) -> None:
    found = assess(
        plans(start),
        SPAIN,
        NO_FIGURES,
        as_of=date.fromisoformat(day),
        fulfilments=known(evidence),
    )
    assert (told(found.duties), found.reason) == (duties, reason)


# year | day | what is known | the duty | reason
REVIEWS = [
    (2029, TODAY, "", "2029 ahead", Reason.NOT_YET_DUE),
    (2029, "2028-12-31", "", "2029 ahead", Reason.NOT_YET_DUE),
    (2029, "2029-01-01", "", "2029 due", Reason.DUTY_DUE),
    (2029, "2029-12-31", "", "2029 due", Reason.DUTY_DUE),
    (2029, "2030-01-01", "", "2029 unknown", Reason.DUTY_NOT_KNOWN),
    (2026, TODAY, "2026+", "2026 done", Reason.DUTY_DONE),
    (2026, TODAY, "2026-", "2026 not_done", Reason.DUTY_NOT_DONE),
    (2026, TODAY, "2026+ 2026-", "2026 disputed", Reason.DUTY_DISPUTED),
    # What is known of another year says nothing.
    (2026, TODAY, "2025+ 2027-", "2026 due", Reason.DUTY_DUE),
    (2025, TODAY, "2026+", "2025 unknown", Reason.DUTY_NOT_KNOWN),
]


@pytest.mark.parametrize(("year", "day", "evidence", "duty", "reason"), REVIEWS)
def test_a_review_is_judged(year: int, day: str, evidence: str, duty: str, reason: Reason) -> None:
    found = assess(
        review(year),
        SPAIN,
        NO_FIGURES,
        as_of=date.fromisoformat(day),
        fulfilments=known(evidence),
    )
    assert (told(found.duties), found.reason) == (duty, reason)


VERDICTS = {
    Reason.DUTY_DONE: Verdict.MET,
    Reason.DUTY_NOT_DONE: Verdict.BEHIND,
    Reason.DUTY_DISPUTED: Verdict.NOT_REPORTED,
    Reason.DUTY_DUE: Verdict.NOT_REPORTED,
    Reason.DUTY_NOT_KNOWN: Verdict.NOT_REPORTED,
    Reason.FIRST_YEAR_NOT_STATED: Verdict.NOT_REPORTED,
    Reason.NOT_YET_DUE: Verdict.NOT_APPLICABLE,
}


def judged() -> Iterator[tuple[Reason, Verdict]]:
    for start, day, evidence, *_ in PLANS:
        as_of = date.fromisoformat(day)
        found = assess(plans(start), SPAIN, NO_FIGURES, as_of=as_of, fulfilments=known(evidence))
        yield found.reason, found.verdict


def test_what_is_not_known_is_neither_kept_nor_broken() -> None:
    assert dict(judged()) == VERDICTS


# known on | day | does it count yet
KNOWN_ON = [
    ("2026-03-10", "2026-03-09", False),
    ("2026-03-10", "2026-03-10", True),
    ("2026-03", "2026-03-30", False),
    ("2026-03", "2026-03-31", True),
    ("2026", "2026-12-30", False),
    ("2026", "2026-12-31", True),
]


@pytest.mark.parametrize(("known_on", "day", "counts"), KNOWN_ON)
def test_evidence_counts_from_the_day_it_is_certainly_known(
    known_on: str, day: str, counts: bool
) -> None:
    evidence = replace(said(2026), known_on=PartialDate.parse(known_on))
    found = assess(
        review(2026),
        SPAIN,
        NO_FIGURES,
        as_of=date.fromisoformat(day),
        fulfilments=[evidence],
    )
    assert found.duties[0].evidence == ((evidence,) if counts else ())


# members the source speaks of | Spain's duty
SPOKEN_OF = [
    ((), DutyState.DONE),
    (("ESP",), DutyState.DONE),
    (("BEL", "ESP"), DutyState.DONE),
    (("BEL",), DutyState.DUE),
    (("BEL", "POL"), DutyState.DUE),
]


@pytest.mark.parametrize(("members", "state"), SPOKEN_OF)
def test_evidence_counts_for_the_members_it_speaks_of(
    members: tuple[str, ...], state: DutyState
) -> None:
    evidence = replace(said(2026), members=members)
    found = assess(
        plans(2026),
        SPAIN,
        NO_FIGURES,
        as_of=date.fromisoformat(TODAY),
        fulfilments=iter([evidence]),
    )
    assert [each.state for each in found.duties] == [state]


def test_evidence_counts_for_its_own_clause_only() -> None:
    other = replace(said(2026), clause="another")
    found = assess(
        review(2026), SPAIN, NO_FIGURES, as_of=date.fromisoformat(TODAY), fulfilments=[other]
    )
    assert found.duties == (Duty(year=2026, state=DutyState.DUE),)


def test_each_duty_keeps_its_own_evidence_and_all_of_it() -> None:
    evidence = known("2025+ 2026+ 2026-")
    found = assess(
        plans(2024), SPAIN, NO_FIGURES, as_of=date.fromisoformat(TODAY), fulfilments=evidence
    )
    assert found.duties == (
        Duty(year=2024, state=DutyState.UNKNOWN),
        Duty(year=2025, state=DutyState.DONE, evidence=(evidence[0],)),
        Duty(year=2026, state=DutyState.DISPUTED, evidence=(evidence[1], evidence[2])),
    )


# asked of the year | what is known | the duties: once it is over, none of a later year is due
OF_A_YEAR = [
    (2024, "2024+ 2025+ 2026+", "2024 done"),
    (2025, "2024+ 2025+ 2026+", "2024 done, 2025 done"),
    (2025, "2024+", "2024 done, 2025 unknown"),
    (2026, "2024+ 2025+ 2026+", "2024 done, 2025 done, 2026 done"),
    (2027, "2026+ 2027+ 2028+", "2024 unknown, 2025 unknown, 2026 done, 2027 done"),
]


@pytest.mark.parametrize(("year", "evidence", "duties"), OF_A_YEAR)
def test_a_past_year_knows_nothing_of_later_ones(year: int, evidence: str, duties: str) -> None:
    found = assess(
        plans(2024),
        SPAIN,
        NO_FIGURES,
        as_of=date.fromisoformat(TODAY),
        year=year,
        fulfilments=known(evidence),
    )
    assert told(found.duties) == duties


def test_a_duty_is_not_that_of_a_country_that_has_not_joined() -> None:
    day = date(2024, 3, 6)
    found = assess(plans(2024), SWEDEN, NO_FIGURES, as_of=day, fulfilments=known("2024+"))
    assert (found.reason, found.duties) == (Reason.NOT_A_MEMBER, ())
    joined = assess(plans(2024), SWEDEN, NO_FIGURES, as_of=date(2024, 3, 7))
    assert joined.reason is Reason.DUTY_DUE


def test_plans_and_reviews_are_asked_of_a_country_without_armed_forces() -> None:
    day = date.fromisoformat(TODAY)
    found = assess(plans(2026), ICELAND, NO_FIGURES, as_of=day, fulfilments=known("2026+"))
    assert found.verdict is Verdict.MET


def test_a_duty_has_no_figures() -> None:
    clause, day = review(2026), date.fromisoformat(TODAY)
    found = assess(clause, SPAIN, NO_FIGURES, as_of=day)
    assert (found.clause, found.member, found.as_of) == (clause, SPAIN, day)
    assert (found.steps, found.editions, found.series, found.share) == ((), (), None, None)
