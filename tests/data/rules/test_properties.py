"""What has to hold whatever the figures are."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from data.members import Member
from data.rules import (
    Assessment,
    Commitment,
    Indicator,
    Kept,
    Ledger,
    Observation,
    Step,
    Verdict,
    assess,
    judge,
    path_to,
    rank,
    survey,
    tally,
)
from data.rules.expenditure import Edition
from data.rules.plans import BackLoaded, ByYear, Keeping
from tests.data.rules.ledgers import (
    SPAIN,
    at_least,
    edition,
    ledger,
    observations,
    one_edition,
    rising_by,
)
from tests.data.rules.test_derivation import recompute
from tests.shipped import KNOWN

TODAY = date(2026, 11, 25)
FIRST, LAST = date(2013, 1, 1), TODAY
BETTER = {
    Verdict.MISSED: 0,
    Verdict.BEHIND: 1,
    Verdict.NOT_REPORTED: 2,
    Verdict.ON_COURSE: 3,
    Verdict.MET: 4,
}
"""How good a verdict is. Where a figure is there, it does not become unknown by being greater."""

cents = st.integers(min_value=0, max_value=700).map(lambda each: Decimal(each) / 100)
fine = st.decimals(min_value=0, max_value=7, places=4)
floors = st.integers(min_value=1, max_value=600).map(lambda each: str(Decimal(each) / 100))
deadlines = st.none() | st.integers(min_value=2024, max_value=2045)
histories = st.dictionaries(st.integers(min_value=2018, max_value=2026), fine, min_size=1)
days = st.dates(FIRST, LAST)
members = st.sampled_from(list(KNOWN.roster))
commitments = st.sampled_from(KNOWN.commitments(TODAY))
quick = settings(max_examples=80, deadline=None)
few = settings(max_examples=40, deadline=None)


def shares(history: dict[int, Decimal]) -> dict[int, str]:
    return {year: str(share) for year, share in sorted(history.items())}


@quick
@given(histories, cents, floors, deadlines)
def test_spending_more_in_the_last_year_never_worsens_the_verdict_on_a_floor(
    history: dict[int, Decimal], more: Decimal, floor: str, by: int | None
) -> None:
    last = max(history)
    raised = history | {last: history[last] + more}
    before, after = (
        assess(at_least(floor, by), SPAIN, one_edition(shares(each)), as_of=TODAY)
        for each in (history, raised)
    )
    assert BETTER[after.verdict] >= BETTER[before.verdict]


@quick
@given(histories, cents, st.sampled_from(["0.1", "0.2", "0.5"]), st.integers(2019, 2027))
def test_spending_more_in_the_last_year_never_breaks_a_yearly_increase(
    history: dict[int, Decimal], more: Decimal, step: str, start: int
) -> None:
    last = max(history)
    raised = history | {last: history[last] + more}
    before, after = (
        assess(rising_by(step, start), SPAIN, one_edition(shares(each)), as_of=TODAY)
        for each in (history, raised)
    )
    kept = [each.year for each in before.years if each.kept is Kept.KEPT]
    assert set(kept) <= {each.year for each in after.years if each.kept is Kept.KEPT}


@quick
@given(histories, floors, deadlines)
def test_a_gap_and_a_surplus_never_coexist(
    history: dict[int, Decimal], floor: str, by: int | None
) -> None:
    found = assess(at_least(floor, by), SPAIN, one_edition(shares(history)), as_of=TODAY)
    assert found.gap is not None
    ways = (found.needed, found.pace, found.reached, found.at_deadline, *found.money)
    if found.gap.value <= 0:
        assert [each for each in ways if each is not None] == []
    else:
        assert found.verdict is not Verdict.MET


@quick
@given(histories, floors, deadlines)
def test_a_verdict_of_met_and_a_closed_gap_go_together(
    history: dict[int, Decimal], floor: str, by: int | None
) -> None:
    found = assess(at_least(floor, by), SPAIN, one_edition(shares(history)), as_of=TODAY)
    assert found.gap is not None
    assert (found.verdict is Verdict.MET) == (found.gap.value <= 0)


@quick
@given(histories, st.randoms(use_true_random=False), floors, deadlines)
def test_the_order_of_observations_does_not_matter(
    history: dict[int, Decimal], random: Random, floor: str, by: int | None
) -> None:
    ordered = observations(shares(history))
    mixed = list(ordered)
    random.shuffle(mixed)
    first, second = (
        assess(at_least(floor, by), SPAIN, ledger((edition("2026-07-10"), each)), as_of=TODAY)
        for each in (ordered, mixed)
    )
    assert first == second


@quick
@given(st.permutations(["2023-07-07", "2024-06-17", "2025-08-28", "2026-07-10"]))
def test_the_order_in_which_editions_are_given_does_not_matter(order: list[str]) -> None:
    published = [(edition(day), observations({2020: "1", int(day[:4]): "1.5"})) for day in order]
    found = assess(at_least("2", 2035), SPAIN, ledger(*published), as_of=TODAY)
    assert [each.edition.id for each in found.editions] == sorted(order, reverse=True)


def known_by(day: date) -> Ledger:
    """The shipped ledger without everything published after a day."""
    return Ledger.of((each, _observations(each)) for each in KNOWN.ledger.published_by(day))


def _observations(wanted: Edition) -> Iterable[Observation]:
    for (known_as, _, _), series in KNOWN.ledger.by_edition.items():
        if known_as == wanted.id:
            yield from series.by_year.values()


@few
@given(days, members, commitments)
def test_knowing_more_never_changes_what_was_known(
    day: date, member: Member, commitment: Commitment
) -> None:
    assert _judged(KNOWN.ledger, day, member, commitment) == _judged(
        known_by(day), day, member, commitment
    )


def _judged(
    book: Ledger, day: date, member: Member, commitment: Commitment
) -> tuple[Assessment, ...]:
    return judge(commitment, member, book, as_of=day).parts


@quick
@given(days, members, commitments)
def test_no_answer_rests_on_an_edition_of_a_later_day(
    day: date, member: Member, commitment: Commitment
) -> None:
    out = {each.id for each in KNOWN.ledger.published_by(day)}
    for part in _judged(KNOWN.ledger, day, member, commitment):
        editions = {below.edition for step in part.steps for below in step.walk()}
        assert editions - {None} <= out


@quick
@given(days, members)
def test_every_step_of_a_survey_is_finite_recomputed_and_marked_as_an_estimate_where_it_is(
    day: date, member: Member
) -> None:
    found = survey(KNOWN.commitments(day), member, KNOWN.ledger, as_of=day)
    for judgement in (*found.agreed, *found.open):
        for part in judgement.parts:
            for step in (below for each in part.steps for below in each.walk()):
                assert step.value.is_finite()
                assert recompute(step) == step.value
                assert step.formula is None or step.estimate == _rests_on_estimates(step)


def _rests_on_estimates(step: Step) -> bool:
    return any(each.estimate for each in step.inputs)


@quick
@given(histories, floors, deadlines, st.sampled_from(["EUR", "USD"]))
def test_a_verdict_does_not_depend_on_money(
    history: dict[int, Decimal], floor: str, by: int | None, currency: str
) -> None:
    plain = observations(shares(history))
    own = Indicator.EXPENDITURE_NATIONAL
    rich = plain + observations({max(history): "1000"}, indicator=own, currency=currency)
    first, second = (
        assess(at_least(floor, by), SPAIN, ledger((edition("2026-07-10"), each)), as_of=TODAY)
        for each in (plain, rich)
    )
    assert (first.reason, first.gap) == (second.reason, second.gap)


starts = st.integers(min_value=0, max_value=299).map(lambda each: Decimal(each) / 100)
years = st.integers(min_value=2027, max_value=2060)
growths = st.integers(min_value=-50, max_value=150).map(lambda each: Decimal(each) / 10)


@quick
@given(starts, years)
def test_a_path_built_for_a_year_meets_the_floor_in_that_year_and_not_before(
    start: Decimal, year: int
) -> None:
    path = path_to(
        at_least("3", 2030),
        SPAIN,
        one_edition({2026: str(start)}),
        as_of=TODAY,
        plan=ByYear(year=year),
    )
    assert [each.year for each in path.years if each.share.value >= 3] == [year]


@quick
@given(starts, years, st.integers(min_value=0, max_value=33))
def test_to_wait_never_costs_more_and_to_have_longer_never_asks_for_more(
    start: Decimal, year: int, flat: int
) -> None:
    book, floor = one_edition({2026: str(start)}), at_least("3", 2030)
    even, later = (
        path_to(floor, SPAIN, book, as_of=TODAY, plan=ByYear(year=each))
        for each in (year, year + 3)
    )
    flat_until = min(2026 + flat, year - 1)
    late = path_to(
        floor, SPAIN, book, as_of=TODAY, plan=BackLoaded(flat_until=flat_until, year=year)
    )
    for mine, theirs in zip(even.years, late.years, strict=True):
        assert theirs.share.value <= mine.share.value + Decimal("1e-20")
    for mine, theirs in zip(even.years, later.years, strict=False):
        assert theirs.share.value <= mine.share.value + Decimal("1e-20")


@quick
@given(starts, years, st.integers(2026, 2040), st.integers(0, 12))
def test_keeping_a_yearly_increase_breaks_no_year_of_it_and_is_never_late(
    start: Decimal, year: int, first: int, length: int
) -> None:
    increase = rising_by("0.2", first, first + length)
    path = path_to(
        at_least("3", 2030),
        SPAIN,
        one_edition({2026: str(start)}),
        as_of=TODAY,
        plan=Keeping(year=year),
        increase=increase,
    )
    assert path.breach is None
    assert path.first_reached is not None
    assert path.first_reached.value <= year


@quick
@given(starts, years, growths)
def test_what_a_path_costs_adds_up(start: Decimal, year: int, growth: Decimal) -> None:
    spent = Indicator.EXPENDITURE_USD_CURRENT
    start += Decimal("0.01")
    book = ledger(
        (
            edition("2026-07-10"),
            observations({2026: str(start)}) + observations({2026: "5000"}, indicator=spent),
        )
    )
    path = path_to(at_least("3.5", year), SPAIN, book, as_of=TODAY, growth=growth, plan=ByYear())
    money = [each.money[0] for each in path.years]
    assert money[-1].cumulative.value == sum(each.extra.value for each in money)
    assert all(each.cumulative.value.is_finite() for each in money)
    assert all(recompute(each.cumulative) == each.cumulative.value for each in money[:3])


@few
@given(st.permutations(list(KNOWN.roster)), days)
def test_rankings_and_counts_do_not_depend_on_the_order_of_members(
    roster: list[Member], day: date
) -> None:
    floor = at_least("2", None)
    given_order = rank(floor, roster, KNOWN.ledger, as_of=day)
    assert given_order == rank(floor, KNOWN.roster, KNOWN.ledger, as_of=day)
    counted = tally(floor, roster, KNOWN.ledger, as_of=day)
    assert counted == tally(floor, KNOWN.roster, KNOWN.ledger, as_of=day)


@few
@given(days)
def test_places_and_counts_agree(day: date) -> None:
    floor = at_least("2", None)
    ranking = rank(floor, KNOWN.roster, KNOWN.ledger, as_of=day)
    counted = tally(floor, KNOWN.roster, KNOWN.ledger, as_of=day)
    assert len(ranking.places) == len(counted.reaching) + len(counted.short)
    values = [each.share.value for each in ranking.places]
    assert values == sorted(values, reverse=True)
    assert [each.place for each in ranking.places] == [1 + values.index(each) for each in values]
    assert sum(each >= 2 for each in values) == len(counted.reaching)


@few
@given(days)
def test_a_day_later_nothing_that_was_known_is_gone(day: date) -> None:
    floor, after = at_least("2", None), day + timedelta(days=1)
    before = {each.id for each in KNOWN.ledger.published_by(day)}
    assert before <= {each.id for each in KNOWN.ledger.published_by(after)}
    counted = tally(floor, KNOWN.roster, KNOWN.ledger, as_of=day)
    later = tally(floor, KNOWN.roster, KNOWN.ledger, as_of=after)
    assert counted.asked <= later.asked
