"""Two agreed commitments that cannot both be kept are refused, and both sources are named."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from data.errors import ContradictionError, KnowledgeError
from data.rules import (
    AnnualIncrease,
    AnnualPlan,
    Category,
    Clause,
    Review,
    ShareTarget,
    Status,
    Undertaking,
    check_contradictions,
    survey,
)
from data.sources import Cite
from tests.data.rules.ledgers import CITES, SPAIN, at_least, one_edition, rising_by
from tests.data.rules.test_judge import KNOWN, TODAY, commitment

CORE, DEFENCE, TOTAL = Category.CORE, Category.DEFENCE, Category.TOTAL
EQUIPMENT, BROADER = Category.EQUIPMENT, Category.BROADER
PLAN = AnnualPlan(id="plan", start=2026, claim="-", cites=CITES)
WORDS = Undertaking(id="words", claim="-", cites=CITES)


def up_to(share: str, by: int | None, category: Category = CORE) -> ShareTarget:
    return replace(at_least(share, by, category), bound="up_to")


def equipped(step: str, start: int, category: Category) -> AnnualIncrease:
    return replace(rising_by(step, start), category=category)


def review(year: int) -> Review:
    return Review(id="review", year=year, claim="-", cites=CITES)


def contradicts(*clauses: Clause) -> bool:
    """Each clause in an agreed commitment of its own."""
    agreed = (
        commitment(each, known_as=f"number {place}") for place, each in enumerate(clauses, start=1)
    )
    try:
        check_contradictions(agreed, as_of=TODAY)
    except ContradictionError:
        return True
    return False


# one clause | another | can they not both be kept
PAIRS: list[tuple[Clause, Clause, bool]] = [
    (at_least("2", 2035), at_least("3.5", 2035), True),
    (at_least("3.5", 2035), at_least("2", 2035), True),
    (at_least("3.5", 2035), at_least("3.51", 2035), True),
    (at_least("2", None), at_least("3", None), True),
    (up_to("1.5", 2035, BROADER), up_to("1.4", 2035, BROADER), True),
    (at_least("20", None, EQUIPMENT), at_least("25", None, EQUIPMENT), True),
    (at_least("5", 2035, TOTAL), at_least("6", 2035, TOTAL), True),
    # The same is asked for twice.
    (at_least("3.5", 2035), at_least("3.5", 2035), False),
    (at_least("2", 2035), at_least("2.00", 2035), False),
    # Another year, or at all times: the higher share keeps both.
    (at_least("2", 2035), at_least("3.5", 2034), False),
    (at_least("2", 2035), at_least("3.5", 2036), False),
    (at_least("2", None), at_least("3.5", 2035), False),
    # Defence and core defence are one measure, and no other two are.
    (at_least("2", 2035, DEFENCE), at_least("3.5", 2035, CORE), True),
    (at_least("2", 2035, CORE), at_least("3.5", 2035, DEFENCE), True),
    (at_least("2", 2035, DEFENCE), at_least("3.5", 2035, DEFENCE), True),
    (at_least("2", 2035, DEFENCE), at_least("2", 2035, CORE), False),
    (at_least("3.5", 2035, CORE), at_least("5", 2035, TOTAL), False),
    (at_least("3.5", 2035, DEFENCE), at_least("5", 2035, TOTAL), False),
    (at_least("3.5", 2035, CORE), at_least("1.5", 2035, BROADER), False),
    (at_least("2", None, DEFENCE), at_least("20", None, EQUIPMENT), False),
    # What has to be reached and what is not counted beyond are two things.
    (at_least("3.5", 2035), up_to("1.5", 2035), False),
    # Yearly increases, from the same year on or from another.
    (rising_by("0.2", 2026), rising_by("0.3", 2026), True),
    (rising_by("0.2", 2026), rising_by("0.2", 2026), False),
    (rising_by("0.2", 2026), rising_by("0.20", 2026), False),
    (rising_by("0.2", 2026), rising_by("0.3", 2027), False),
    (rising_by("0.2", 2026, 2032), rising_by("0.3", 2026, 2030), True),
    (rising_by("0.2", 2026, 2032), rising_by("0.2", 2026, 2030), False),
    (rising_by("0.2", 2026), equipped("0.3", 2026, DEFENCE), True),
    (rising_by("0.2", 2026), equipped("0.3", 2026, EQUIPMENT), False),
    (equipped("1", 2026, EQUIPMENT), equipped("2", 2026, EQUIPMENT), True),
    # What is asked for in two different ways is not compared.
    (at_least("2", 2026), rising_by("0.2", 2026), False),
    (review(2029), review(2030), False),
    (PLAN, replace(PLAN, start=2027), False),
    (WORDS, replace(WORDS, claim="More."), False),
    (WORDS, at_least("2", 2035), False),
]


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS)
def test_two_agreed_commitments_are_compared(one: Clause, other: Clause, expected: bool) -> None:
    assert contradicts(one, other) is expected
    assert contradicts(other, one) is expected


def test_any_two_of_several_are_compared() -> None:
    assert contradicts(at_least("2", None), rising_by("0.2", 2026), rising_by("0.3", 2026))
    assert contradicts(rising_by("0.2", 2026), at_least("2", None), rising_by("0.3", 2026))
    assert not contradicts(rising_by("0.2", 2026), at_least("2", None), at_least("3", 2030))


def test_every_clause_is_compared_with_every_clause() -> None:
    one = commitment(WORDS, at_least("2", None), at_least("3.5", 2035))
    other = commitment(at_least("20", None, EQUIPMENT), at_least("3", 2035), known_as="other")
    with pytest.raises(ContradictionError, match=r"3\.5 %.* 3 %"):
        check_contradictions([one, other], as_of=TODAY)


def test_one_commitment_does_not_contradict_itself_or_nothing() -> None:
    check_contradictions([], as_of=TODAY)
    check_contradictions([commitment(at_least("2", 2030))], as_of=TODAY)


WALES = replace(
    commitment(
        replace(
            at_least("2", 2035, DEFENCE),
            cites=(Cite(source="wales", locator="paragraph 14"),),
        ),
        known_as="wales-2014",
    ),
    title="Pledge of Wales",
)
HAGUE = replace(
    commitment(
        replace(
            at_least("3.5", 2035),
            cites=(
                Cite(source="hague", locator="paragraph 3"),
                Cite(source="reprint", locator="first point"),
            ),
        ),
        known_as="hague-2025",
    ),
    title="Commitment of The Hague",
)


def test_the_message_names_both_titles_what_they_ask_for_and_all_their_sources() -> None:
    with pytest.raises(ContradictionError) as refused:
        check_contradictions(iter([WALES, HAGUE]), as_of=TODAY)
    assert str(refused.value) == (
        "Two agreed commitments contradict each other on 2026-11-25: Pledge of Wales asks for 2 % "
        "(wales, paragraph 14), Commitment of The Hague for 3.5 % (hague, paragraph 3; reprint, "
        "first point)."
    )
    assert isinstance(refused.value, KnowledgeError)


def test_the_message_keeps_the_ids_for_whoever_looks_them_up() -> None:
    with pytest.raises(ContradictionError) as refused:
        check_contradictions([WALES, HAGUE], as_of=TODAY)
    values = refused.value.values
    assert (values["one_id"], values["other_id"]) == ("wales-2014", "hague-2025")


def test_yearly_increases_are_told_in_points_a_year() -> None:
    one = commitment(rising_by("0.2", 2026))
    other = commitment(rising_by("0.25", 2026), known_as="other")
    with pytest.raises(ContradictionError) as refused:
        check_contradictions([one, other], as_of=date(2025, 6, 25))
    assert str(refused.value) == (
        "Two agreed commitments contradict each other on 2025-06-25: The pledge asks for 0.2 pp a "
        "year (tables, Table 3), The other for 0.25 pp a year (tables, Table 3)."
    )


# status of the second | since | until | day | do they contradict each other on that day
STATUSES = [
    (Status.AGREED, "2026-01-10", "2026-05-10", "2026-01-09", False),
    (Status.AGREED, "2026-01-10", "2026-05-10", "2026-01-10", True),
    (Status.AGREED, "2026-01-10", "2026-05-10", "2026-05-09", True),
    (Status.AGREED, "2026-01-10", "2026-05-10", "2026-05-10", False),
    (Status.AGREED, "2026-01", None, "2026-01-30", False),
    (Status.AGREED, "2026-01", None, "2026-01-31", True),
    (Status.PROPOSED, "2026-01-10", None, "2026-03-01", False),
    (Status.DEMANDED, "2026-01-10", None, "2026-03-01", False),
    (Status.WITHDRAWN, "2026-01-10", None, "2026-03-01", False),
    (Status.SUPERSEDED, "2026-01-10", None, "2026-03-01", False),
]


@pytest.mark.parametrize(("status", "since", "until", "day", "expected"), STATUSES)
def test_only_what_is_agreed_on_the_day_contradicts(
    status: Status, since: str, until: str | None, day: str, expected: bool
) -> None:
    one = commitment(at_least("2", 2035))
    other = commitment(
        at_least("3.5", 2035), known_as="other", status=status, on=since, ended=until
    )
    found = False
    try:
        check_contradictions([one, other], as_of=date.fromisoformat(day))
    except ContradictionError:
        found = True
    assert found is expected


def test_a_survey_refuses_what_contradicts_itself() -> None:
    book = one_edition({2026: "2.00"})
    with pytest.raises(ContradictionError):
        survey([WALES, HAGUE], SPAIN, book, as_of=TODAY)


def test_a_survey_does_not_look_at_what_nobody_knows_of_yet() -> None:
    book = one_edition({2024: "1.43"}, "2025-04-24")
    later = commitment(at_least("3", 2035), known_as="later", on="2026-07-08")
    found = survey([HAGUE, later], SPAIN, book, as_of=date(2026, 7, 7))
    assert [each.commitment for each in found.agreed] == [HAGUE]


def around(day: date) -> Iterator[date]:
    yield from (day - timedelta(days=1), day, day + timedelta(days=1))


def test_the_shipped_catalogue_never_contradicts_itself() -> None:
    shipped = KNOWN.commitments(TODAY)
    changes = {
        when.last for each in shipped for one in each.history for when in (one.on, one.known_on)
    }
    days = sorted({day for change in changes for day in around(change)} | {TODAY})
    assert len(days) > len(shipped)
    for day in days:
        check_contradictions(shipped, as_of=day)


def test_the_shipped_catalogue_would_be_caught() -> None:
    """As if The Hague had left Wales standing, for the same year."""
    shipped = {each.id: each for each in KNOWN.commitments(TODAY)}
    wales = replace(
        shipped["wales-2014"],
        history=shipped["wales-2014"].history[:1],
        clauses=(replace(at_least("2", 2035), share=Decimal(2)),),
    )
    with pytest.raises(ContradictionError, match=r"Defence Investment Pledge of Wales.*The Hague"):
        check_contradictions([wales, shipped["hague-2025"]], as_of=TODAY)
