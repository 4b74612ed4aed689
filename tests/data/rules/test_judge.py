"""A commitment as a whole: one failed clause decides, and what is unknown stays unknown."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations_with_replacement, permutations, product

import pytest

from data.dates import PartialDate
from data.members import Member
from data.rules import (
    COMPOSITIONS,
    Arrival,
    Assessment,
    Category,
    Clause,
    Commitment,
    Composition,
    CountsTowards,
    Fulfilment,
    Indicator,
    Judgement,
    Ledger,
    Reason,
    Review,
    ShareTarget,
    Status,
    StatusChange,
    Step,
    Undertaking,
    Unit,
    Verdict,
    judge,
    step_of,
)
from data.rules.judge import compose
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
from tests.shipped import KNOWN

TODAY = date(2026, 11, 25)
SEED = date(2025, 6, 5)
MET, ON_COURSE, BEHIND = Verdict.MET, Verdict.ON_COURSE, Verdict.BEHIND
MISSED, UNKNOWN, NOT_ASKED = Verdict.MISSED, Verdict.NOT_REPORTED, Verdict.NOT_APPLICABLE

REASONS = {
    MET: Reason.REACHED,
    ON_COURSE: Reason.PACE_SUFFICES,
    BEHIND: Reason.PACE_FALLS_SHORT,
    MISSED: Reason.DEADLINE_PASSED,
    UNKNOWN: Reason.NO_FIGURES_PUBLISHED,
    NOT_ASKED: Reason.NOT_YET_DUE,
}


def change(status: Status, on: str, known_on: str | None = None) -> StatusChange:
    return StatusChange(
        status=status,
        on=PartialDate.parse(on),
        known_on=PartialDate.parse(known_on or on),
        cites=CITES,
    )


def commitment(
    *clauses: Clause,
    known_as: str = "pledge",
    status: Status = Status.AGREED,
    on: str = "2025-06-25",
    ended: str | None = None,
) -> Commitment:
    """`ended` is the day on which something took its place."""
    history = (change(status, on),)
    if ended is not None:
        history += (change(Status.SUPERSEDED, ended),)
    return Commitment(
        id=known_as,
        title=f"The {known_as}",
        by_whom="somebody",
        claim="More is to be spent.",
        history=history,
        clauses=clauses,
    )


def judgement(*verdicts: Verdict) -> Judgement:
    whole = commitment()
    parts = tuple(
        Assessment(clause=at_least("2", None), member=SPAIN, as_of=TODAY, reason=REASONS[each])
        for each in verdicts
    )
    return Judgement(
        commitment=whole, member=SPAIN, as_of=TODAY, status=whole.status_on(TODAY), parts=parts
    )


# verdicts on the clauses | on the whole | on what is known | the rule
COMPOSED = [
    ((MET,), MET, MET, Composition.EVERY_PART_MET),
    ((MET, MET), MET, MET, Composition.EVERY_PART_MET),
    ((MET, NOT_ASKED), MET, MET, Composition.EVERY_PART_MET),
    ((ON_COURSE,), ON_COURSE, ON_COURSE, Composition.A_PART_ON_COURSE),
    ((MET, ON_COURSE), ON_COURSE, ON_COURSE, Composition.A_PART_ON_COURSE),
    ((NOT_ASKED, ON_COURSE), ON_COURSE, ON_COURSE, Composition.A_PART_ON_COURSE),
    ((BEHIND,), BEHIND, BEHIND, Composition.A_PART_BEHIND),
    ((MET, ON_COURSE, BEHIND), BEHIND, BEHIND, Composition.A_PART_BEHIND),
    # One that fails decides, whatever is unknown beside it.
    ((UNKNOWN, BEHIND), BEHIND, BEHIND, Composition.A_PART_BEHIND),
    ((UNKNOWN, MISSED, MET), MISSED, MISSED, Composition.A_PART_MISSED),
    ((BEHIND, MISSED), MISSED, MISSED, Composition.A_PART_MISSED),
    ((MISSED,), MISSED, MISSED, Composition.A_PART_MISSED),
    # Where none fails, one that is unknown leaves the whole unknown, and what is known is told.
    ((UNKNOWN,), UNKNOWN, NOT_ASKED, Composition.A_PART_UNKNOWN),
    ((UNKNOWN, UNKNOWN), UNKNOWN, NOT_ASKED, Composition.A_PART_UNKNOWN),
    ((UNKNOWN, MET), UNKNOWN, MET, Composition.A_PART_UNKNOWN),
    ((ON_COURSE, UNKNOWN), UNKNOWN, ON_COURSE, Composition.A_PART_UNKNOWN),
    ((UNKNOWN, ON_COURSE, MET, NOT_ASKED), UNKNOWN, ON_COURSE, Composition.A_PART_UNKNOWN),
    ((UNKNOWN, NOT_ASKED), UNKNOWN, NOT_ASKED, Composition.A_PART_UNKNOWN),
    # Nothing is asked.
    ((NOT_ASKED,), NOT_ASKED, NOT_ASKED, Composition.NOTHING_ASKED),
    ((), NOT_ASKED, NOT_ASKED, Composition.NOTHING_ASKED),
]


@pytest.mark.parametrize(("parts", "whole", "known", "rule"), COMPOSED)
def test_the_whole_is_composed_of_its_parts(
    parts: tuple[Verdict, ...], whole: Verdict, known: Verdict, rule: Composition
) -> None:
    found = judgement(*parts)
    assert (found.verdict, found.known, found.composition) == (whole, known, rule)


FAILS = {BEHIND, MISSED}
WORST_FIRST = (MISSED, BEHIND, ON_COURSE, MET, NOT_ASKED)


def worst(verdicts: Sequence[Verdict]) -> Verdict:
    return next((each for each in WORST_FIRST if each in verdicts), NOT_ASKED)


def reckoned(verdicts: Sequence[Verdict]) -> Verdict:
    """Puts everything that could turn out true in the place of each unknown clause: the whole is
    known only where it fails, or passes, every time."""
    known = [each for each in verdicts if each is not UNKNOWN]
    ways = product(WORST_FIRST, repeat=len(verdicts) - len(known))
    fails = {worst([*known, *way]) in FAILS for way in ways}
    return worst(known) if len(fails) == 1 else UNKNOWN


def test_unknown_parts_are_never_taken_for_a_pass_or_a_fail() -> None:
    wrong = [
        parts
        for size in range(5)
        for parts in combinations_with_replacement(Verdict, size)
        if (judgement(*parts).verdict, judgement(*parts).known)
        != (reckoned(parts), worst([each for each in parts if each is not UNKNOWN]))
    ]
    assert wrong == []


def test_the_order_of_the_parts_says_nothing() -> None:
    several = [
        parts
        for size in range(1, 4)
        for parts in combinations_with_replacement(Verdict, size)
        if len({compose(each) for each in permutations(parts)}) != 1
    ]
    assert several == []


def test_every_rule_of_composition_begins_with_its_verdict() -> None:
    rules = {Composition.NOT_YET_KNOWN: NOT_ASKED}
    rules.update((rule, verdict) for verdict, rule in map(compose, zip(Verdict)))
    assert set(COMPOSITIONS) == set(rules) == set(Composition)
    wrong = [
        rule
        for rule, verdict in rules.items()
        if not COMPOSITIONS[rule].startswith(f"{verdict.value.replace('_', ' ').capitalize()}: ")
    ]
    assert wrong == []


def test_the_unknown_parts_are_named() -> None:
    found = judgement(UNKNOWN, MET, UNKNOWN, BEHIND)
    assert found.unknown == (found.parts[0], found.parts[2])
    assert judgement(MET, NOT_ASKED).unknown == ()


# day | status | verdict | rule | parts
DAYS = [
    ("2025-06-24", None, NOT_ASKED, Composition.NOT_YET_KNOWN, 0),
    ("2025-06-25", Status.AGREED, BEHIND, Composition.A_PART_BEHIND, 2),
    ("2026-07-09", Status.AGREED, BEHIND, Composition.A_PART_BEHIND, 2),
    ("2026-07-10", Status.SUPERSEDED, BEHIND, Composition.A_PART_BEHIND, 2),
]


@pytest.mark.parametrize(("day", "status", "verdict", "rule", "parts"), DAYS)
def test_a_commitment_is_judged_from_the_day_it_was_known(
    day: str, status: Status | None, verdict: Verdict, rule: Composition, parts: int
) -> None:
    whole = commitment(
        at_least("2", None), Undertaking(id="halt", claim="-", cites=CITES), ended="2026-07-10"
    )
    book = one_edition({2024: "1.43"}, "2025-04-24")
    found = judge(whole, SPAIN, book, as_of=date.fromisoformat(day))
    assert (found.status and found.status.status) is status
    assert (found.verdict, found.composition, len(found.parts)) == (verdict, rule, parts)


def test_before_a_commitment_was_known_nothing_is_said_of_it() -> None:
    whole = commitment(at_least("2", None), rising_by("0.2", 2026))
    found = judge(whole, SPAIN, one_edition({2024: "1"}, "2024-06-17"), as_of=date(2025, 6, 24))
    assert (found.status, found.parts, found.unknown) == (None, (), ())
    assert (found.known, found.headline, found.arrival) == (NOT_ASKED, None, None)


@pytest.mark.parametrize("status", [Status.PROPOSED, Status.DEMANDED, Status.WITHDRAWN])
def test_what_does_not_hold_is_judged_as_if_it_did(status: Status) -> None:
    whole = commitment(at_least("2", None), status=status)
    found = judge(whole, SPAIN, one_edition({2026: "2.00"}), as_of=TODAY)
    assert found.status is not None
    assert (found.status.status, found.verdict) == (status, MET)


def test_what_was_asked_is_kept() -> None:
    whole = commitment(at_least("2", None))
    found = judge(whole, SWEDEN, one_edition({2026: "2"}), as_of=TODAY)
    assert (found.commitment, found.member, found.as_of) == (whole, SWEDEN, TODAY)
    assert found.status == whole.history[0]


def test_clauses_are_judged_in_their_order() -> None:
    clauses = (
        Review(id="review", year=2029, claim="-", cites=CITES),
        at_least("5", 2035, Category.TOTAL),
        CountsTowards(id="counts", category=Category.CORE, claim="-", cites=CITES),
        at_least("3.5", 2035),
    )
    found = judge(commitment(*clauses), SPAIN, one_edition({2026: "4"}), as_of=TODAY)
    assert [each.clause for each in found.parts] == list(clauses)
    assert [each.verdict for each in found.parts] == [NOT_ASKED, UNKNOWN, NOT_ASKED, MET]
    assert (found.verdict, found.known) == (UNKNOWN, MET)


TWO_EDITIONS = ledger(
    (edition("2025-08-28"), observations({2024: "1.43", 2025: "2.00"})),
    (edition("2026-07-10"), observations({2024: "1.40", 2025: "1.99", 2026: "2.10"})),
)

# edition | year | share
NARROWED = [
    (None, None, "2.10"),
    ("2025-08-28", None, "2.00"),
    (None, 2025, "1.99"),
    ("2025-08-28", 2024, "1.43"),
]


@pytest.mark.parametrize(("known_as", "year", "share"), NARROWED)
def test_edition_and_year_narrow_down_the_figures(
    known_as: str | None, year: int | None, share: str
) -> None:
    whole = commitment(at_least("2", None))
    found = judge(whole, SPAIN, TWO_EDITIONS, as_of=TODAY, edition=known_as, year=year)
    assert found.headline is not None
    assert found.headline.share is not None
    assert found.headline.share.value == Decimal(share)


def test_only_what_is_known_of_its_own_duties_counts() -> None:
    """Two commitments have a review each, of the same id and year."""
    review = Review(id="review", year=2026, claim="-", cites=CITES)
    done = Fulfilment(
        id="done",
        commitment="other",
        clause="review",
        year=2026,
        done=True,
        claim="It took place.",
        known_on=PartialDate(2026, 7, 1),
        cites=CITES,
    )
    book = one_edition({2026: "2"})
    mine = judge(commitment(review), SPAIN, book, as_of=TODAY, fulfilments=iter([done]))
    other = judge(
        commitment(review, known_as="other"), SPAIN, book, as_of=TODAY, fulfilments=[done]
    )
    assert (mine.verdict, other.verdict) == (UNKNOWN, MET)


CEILING = ShareTarget(
    id="ceiling",
    category=Category.CORE,
    bound="up_to",
    share=Decimal("1.5"),
    claim="No more than this counts.",
    cites=CITES,
)

# clauses | the place of the headline
HEADLINES = [
    ((at_least("3.5", 2035),), 0),
    ((at_least("2", None, Category.DEFENCE),), 0),
    ((at_least("5", 2035, Category.TOTAL), at_least("3.5", 2035)), 1),
    ((at_least("20", None, Category.EQUIPMENT), at_least("2", None, Category.DEFENCE)), 1),
    ((CEILING, at_least("3.5", 2035)), 1),
    ((rising_by("0.2", 2026), at_least("3.5", 2035), at_least("4", 2040)), 1),
    ((CEILING,), None),
    ((at_least("1.5", 2035, Category.BROADER),), None),
    ((at_least("20", None, Category.EQUIPMENT),), None),
    ((), None),
]


@pytest.mark.parametrize(("clauses", "place"), HEADLINES)
def test_the_headline_is_the_first_floor_for_defence_itself(
    clauses: tuple[Clause, ...], place: int | None
) -> None:
    found = judge(commitment(*clauses), SPAIN, one_edition({2026: "2"}), as_of=TODAY)
    assert found.headline is (None if place is None else found.parts[place])


def test_rutte_asks_spain_for_a_step_that_arrives_in_2036_four_years_late() -> None:
    """From 1.24 % of 2024, 2.26 points at 0.2 a year take twelve years."""
    proposal = next(each for each in KNOWN.commitments(SEED) if each.id == "rutte-2025")
    found = judge(proposal, KNOWN.roster["ESP"], KNOWN.ledger, as_of=SEED)
    arrival = found.arrival
    assert arrival is not None
    assert arrival.step.value == Decimal("0.20")
    assert (arrival.reached.value, arrival.late.value, arrival.in_time) == (2036, 4, False)


# share of 2026 | floor | by | step | reached | years late | in time
ARRIVALS = [
    ("2.00", "3.0", 2031, "0.2", 2031, 0, True),
    ("2.00", "3.0", 2030, "0.2", 2031, 1, False),
    ("2.00", "3.0", 2032, "0.2", 2031, -1, True),
    ("1.99", "3.0", 2031, "0.2", 2032, 1, False),
    ("2.99", "3.0", 2027, "0.2", 2027, 0, True),
    ("2.00", "3.0", 2031, "0.25", 2030, -1, True),
]


@pytest.mark.parametrize(("share", "floor", "by", "step", "reached", "late", "in_time"), ARRIVALS)
def test_a_step_kept_exactly_arrives(
    share: str, floor: str, by: int, step: str, reached: int, late: int, in_time: bool
) -> None:
    whole = commitment(at_least(floor, by), rising_by(step, 2026))
    arrival = judge(whole, SPAIN, one_edition({2026: share}), as_of=TODAY).arrival
    assert arrival is not None
    assert (arrival.reached.value, arrival.late.value) == (reached, late)
    assert arrival.in_time is in_time


# member | figures | clauses
NO_ARRIVAL: list[tuple[Member, Ledger, tuple[Clause, ...]]] = [
    # without a yearly increase, without a floor, with a floor that has no year
    (SPAIN, one_edition({2026: "2"}), (at_least("3.5", 2035),)),
    (SPAIN, one_edition({2026: "2"}), (rising_by("0.2", 2026),)),
    (SPAIN, one_edition({2026: "2"}), (at_least("3.5", None), rising_by("0.2", 2026))),
    # there already, exactly and beyond
    (SPAIN, one_edition({2026: "3.50"}), (at_least("3.5", 2035), rising_by("0.2", 2026))),
    (SPAIN, one_edition({2026: "3.51"}), (at_least("3.5", 2035), rising_by("0.2", 2026))),
    # a step of nothing arrives nowhere
    (SPAIN, one_edition({2026: "2"}), (at_least("3.5", 2035), rising_by("0", 2026))),
    # nothing reported
    (SWEDEN, one_edition({2026: "2"}), (at_least("3.5", 2035), rising_by("0.2", 2026))),
    (ICELAND, one_edition({2026: "2"}), (at_least("3.5", 2035), rising_by("0.2", 2026))),
]


@pytest.mark.parametrize(("member", "book", "clauses"), NO_ARRIVAL)
def test_where_a_step_leads_nowhere_no_arrival_is_told(
    member: Member, book: Ledger, clauses: tuple[Clause, ...]
) -> None:
    assert judge(commitment(*clauses), member, book, as_of=TODAY).arrival is None


def test_a_step_in_equipment_leads_to_no_floor_of_defence() -> None:
    whole = commitment(
        at_least("3.5", 2035), replace(rising_by("1", 2026), category=Category.EQUIPMENT)
    )
    rows = observations({2026: "20"}, indicator=Indicator.EQUIPMENT_SHARE)
    book = ledger((edition("2026-07-10"), observations({2026: "2.00"}) + rows))
    assert judge(whole, SPAIN, book, as_of=TODAY).arrival is None


def test_an_arrival_can_be_worked_out_from_what_it_names() -> None:
    """Two points under the floor, at half a point a year: four years from an estimate for 2026."""
    floor, increase = at_least("4", 2035), rising_by("0.5", 2026)
    found = judge(commitment(increase, floor), SPAIN, one_edition({2026: "2"}), as_of=TODAY)
    headline = found.headline
    assert headline is not None
    assert headline.gap is not None
    assert headline.deadline is not None
    year = Step(
        symbol="year",
        what="year the share is of",
        value=Decimal(2026),
        unit=Unit.YEAR,
        places=0,
        cites=CITES,
    )
    reached = Step(
        symbol="reached",
        what="year reached",
        value=Decimal(2030),
        unit=Unit.YEAR,
        places=0,
        estimate=True,
        formula="year + ceil(gap / step)",
        inputs=(year, headline.gap, step_of(increase)),
    )
    late = Step(
        symbol="late",
        what="years after the deadline",
        value=Decimal(-5),
        unit=Unit.YEARS,
        places=0,
        estimate=True,
        formula="reached - deadline",
        inputs=(reached, headline.deadline),
    )
    assert found.arrival == Arrival(step_of(increase), reached, late)
