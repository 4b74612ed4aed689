"""What is asked of a member on a day, what is set aside and why; and nothing later is known."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from data.dates import PartialDate
from data.rules import (
    SET_ASIDE,
    Assessment,
    Commitment,
    Considered,
    Fulfilment,
    Judgement,
    Ledger,
    Review,
    SetAside,
    Status,
    Step,
    Survey,
    Verdict,
    survey,
)
from tests.data.rules.ledgers import CITES, ICELAND, SPAIN, SWEDEN, at_least, one_edition
from tests.data.rules.test_judge import change, commitment
from tests.shipped import CATALOGUE, KNOWN

TODAY = date(2026, 11, 25)
SHIPPED = KNOWN.commitments(TODAY)


def shipped(member: str, day: date) -> Survey:
    return survey(SHIPPED, KNOWN.roster[member], KNOWN.ledger, as_of=day)


def names(found: tuple[Judgement, ...] | tuple[Considered, ...]) -> str:
    return " ".join(each.commitment.id for each in found)


# member | day | agreed | open
ASKED = [
    # Before Wales nobody asked for anything; on its day it did.
    ("ESP", "2014-09-04", "", ""),
    ("ESP", "2014-09-05", "wales-2014", ""),
    ("ESP", "2023-07-10", "wales-2014", ""),
    ("ESP", "2023-07-11", "vilnius-2023", ""),
    # Trump's demand stands beside Rutte's proposal, which comes first.
    ("ESP", "2025-01-06", "vilnius-2023", ""),
    ("ESP", "2025-01-07", "vilnius-2023", "trump-2025"),
    ("ESP", "2025-05-08", "vilnius-2023", "trump-2025"),
    ("ESP", "2025-05-09", "vilnius-2023", "rutte-2025 trump-2025"),
    ("ESP", "2025-06-05", "vilnius-2023", "rutte-2025 trump-2025"),
    # The draft is of 18 June, and was known on the 19th.
    ("ESP", "2025-06-18", "vilnius-2023", "rutte-2025 trump-2025"),
    ("ESP", "2025-06-19", "vilnius-2023", "hague-draft-2025 trump-2025"),
    ("ESP", "2025-06-24", "vilnius-2023", "hague-draft-2025 trump-2025"),
    ("ESP", "2025-06-25", "hague-2025", ""),
    ("ESP", "2026-11-25", "hague-2025", ""),
    # The day before each accession, and the day itself.
    ("MNE", "2017-06-04", "", ""),
    ("MNE", "2017-06-05", "wales-2014", ""),
    ("MKD", "2020-03-26", "", ""),
    ("MKD", "2020-03-27", "wales-2014", ""),
    ("FIN", "2023-04-03", "", ""),
    ("FIN", "2023-04-04", "wales-2014", ""),
    ("SWE", "2024-03-06", "", ""),
    ("SWE", "2024-03-07", "vilnius-2023", ""),
    # Iceland has no armed forces, and agreed like everybody else.
    ("ISL", "2025-06-25", "hague-2025", ""),
]


@pytest.mark.parametrize(("member", "day", "agreed", "opened"), ASKED)
def test_what_is_asked_of_a_member_on_a_day(
    member: str, day: str, agreed: str, opened: str
) -> None:
    found = shipped(member, date.fromisoformat(day))
    assert (names(found.agreed), names(found.open)) == (agreed, opened)


# member | day | what was considered and does not hold, why, and since when
ASIDE = [
    ("ESP", "2014-09-04", []),
    ("ESP", "2014-09-05", []),
    ("ESP", "2023-07-11", ["wales-2014 superseded 2023-07-11"]),
    ("FIN", "2023-04-03", ["wales-2014 not_a_member 2014-09-05"]),
    ("FIN", "2023-04-04", []),
    (
        "SWE",
        "2024-03-06",
        ["wales-2014 superseded 2023-07-11", "vilnius-2023 not_a_member 2023-07-11"],
    ),
    ("SWE", "2024-03-07", ["wales-2014 superseded 2023-07-11"]),
    (
        "ESP",
        "2025-06-05",
        [
            "wales-2014 superseded 2023-07-11",
            "trump-2025 only_demanded 2025-01-07",
            "rutte-2025 only_proposed 2025-05-09",
        ],
    ),
    (
        "ESP",
        "2025-06-18",
        [
            "wales-2014 superseded 2023-07-11",
            "trump-2025 only_demanded 2025-01-07",
            "rutte-2025 only_proposed 2025-05-09",
        ],
    ),
    (
        "ESP",
        "2025-06-19",
        [
            "wales-2014 superseded 2023-07-11",
            "trump-2025 only_demanded 2025-01-07",
            "rutte-2025 superseded 2025-06-18",
            "hague-draft-2025 only_proposed 2025-06-18",
        ],
    ),
    (
        "ESP",
        "2025-06-25",
        [
            "wales-2014 superseded 2023-07-11",
            "vilnius-2023 superseded 2025-06-25",
            "trump-2025 superseded 2025-06-25",
            "rutte-2025 superseded 2025-06-18",
            "hague-draft-2025 superseded 2025-06-25",
        ],
    ),
]


@pytest.mark.parametrize(("member", "day", "aside"), ASIDE)
def test_what_is_set_aside_and_why(member: str, day: str, aside: list[str]) -> None:
    found = shipped(member, date.fromisoformat(day)).set_aside
    assert [f"{each.commitment.id} {each.why.value} {each.since.on}" for each in found] == aside


def test_the_whole_alliance_is_asked_the_same_on_the_same_day() -> None:
    asked = {names(shipped(each.id, TODAY).agreed) for each in KNOWN.roster}
    assert asked == {"hague-2025"}


BOOK = one_edition({2026: "2.00"})
STANDING = commitment(at_least("2", None), known_as="standing", on="2026-01-10")

# status | is it agreed, is it open | why it is set aside
STATUSES = [
    (Status.AGREED, True, False, None),
    (Status.PROPOSED, False, True, SetAside.ONLY_PROPOSED),
    (Status.DEMANDED, False, True, SetAside.ONLY_DEMANDED),
    (Status.SUPERSEDED, False, False, SetAside.SUPERSEDED),
    (Status.WITHDRAWN, False, False, SetAside.WITHDRAWN),
]


@pytest.mark.parametrize(("status", "agreed", "opened", "why"), STATUSES)
def test_each_status_has_its_place(
    status: Status, agreed: bool, opened: bool, why: SetAside | None
) -> None:
    one = replace(STANDING, history=(change(status, "2026-01-10"),))
    found = survey([one], SPAIN, BOOK, as_of=TODAY)
    assert (bool(found.agreed), bool(found.open)) == (agreed, opened)
    expected = () if why is None else (Considered(one, why, one.history[0]),)
    assert found.set_aside == expected


def test_every_reason_to_set_aside_is_said_in_words() -> None:
    assert set(SET_ASIDE) == set(SetAside)
    begins = {
        SetAside.SUPERSEDED: "Superseded: another commitment took its place.",
        SetAside.WITHDRAWN: "Withdrawn by whoever made it.",
        SetAside.ONLY_PROPOSED: "Not agreed: on that day it was a proposal.",
        SetAside.ONLY_DEMANDED: "Not agreed: on that day it was one side's demand.",
        SetAside.NOT_A_MEMBER: "Agreed, but the country was not yet a member on that day.",
    }
    assert begins == SET_ASIDE


def test_what_is_agreed_is_set_aside_for_whoever_has_not_joined() -> None:
    early = replace(STANDING, history=(change(Status.AGREED, "2023-07-11"),))
    before = survey([early], SWEDEN, BOOK, as_of=date(2024, 3, 6))
    assert before.agreed == ()
    assert before.set_aside == (Considered(early, SetAside.NOT_A_MEMBER, early.history[0]),)
    after = survey([early], SWEDEN, BOOK, as_of=date(2024, 3, 7))
    assert (names(after.agreed), after.set_aside) == ("standing", ())


# on | known on | day | is it told
FROM_WHEN = [
    ("2026-01-10", "2026-01-10", "2026-01-09", False),
    ("2026-01-10", "2026-01-10", "2026-01-10", True),
    # It became known later than it began, and was announced before it began.
    ("2026-01-10", "2026-02-01", "2026-01-31", False),
    ("2026-01-10", "2026-02-01", "2026-02-01", True),
    ("2026-02-01", "2026-01-10", "2026-01-31", False),
    ("2026-02-01", "2026-01-10", "2026-02-01", True),
    # Of a month only the last day is certain.
    ("2026-01", "2026-01-10", "2026-01-30", False),
    ("2026-01", "2026-01-10", "2026-01-31", True),
]


@pytest.mark.parametrize(("on", "known_on", "day", "told"), FROM_WHEN)
def test_a_commitment_is_told_from_the_day_it_was_certainly_known(
    on: str, known_on: str, day: str, told: bool
) -> None:
    one = replace(STANDING, history=(change(Status.AGREED, on, known_on),))
    found = survey([one], SPAIN, BOOK, as_of=date.fromisoformat(day))
    assert (bool(found.agreed), found.open, found.set_aside) == (told, (), ())


def of_day(known_as: str, status: Status, on: str) -> Commitment:
    return commitment(at_least("2", None), known_as=known_as, status=status, on=on)


SEVERAL = (
    of_day("first", Status.AGREED, "2014-09-05"),
    of_day("demand", Status.DEMANDED, "2025-09-07"),
    of_day("idea", Status.PROPOSED, "2025-05-09"),
    of_day("second", Status.AGREED, "2025-06-25"),
    of_day("later-idea", Status.PROPOSED, "2025-07-01"),
    of_day("wish", Status.DEMANDED, "2025-01-07"),
)


@pytest.mark.parametrize("given", [SEVERAL, tuple(reversed(SEVERAL))])
def test_the_newest_come_first_and_proposals_before_demands(given: tuple[Commitment, ...]) -> None:
    found = survey(iter(given), SPAIN, BOOK, as_of=TODAY)
    assert names(found.agreed) == "second first"
    assert names(found.open) == "later-idea idea demand wish"


def test_what_is_set_aside_is_told_oldest_first_however_it_is_given() -> None:
    found = survey(reversed(SHIPPED), SPAIN, KNOWN.ledger, as_of=TODAY)
    assert found.set_aside == shipped("ESP", TODAY).set_aside


def test_a_status_known_by_its_month_is_as_new_as_its_last_day() -> None:
    month = of_day("month", Status.AGREED, "2026-03")
    day = of_day("day", Status.AGREED, "2026-03-26")
    for given in ((month, day), (day, month)):
        assert names(survey(given, SPAIN, BOOK, as_of=TODAY).agreed) == "month day"


def test_what_was_asked_is_kept() -> None:
    found = survey([STANDING], ICELAND, BOOK, as_of=TODAY)
    assert (found.member, found.as_of) == (ICELAND, TODAY)
    (only,) = found.agreed
    assert (only.member, only.as_of, only.commitment) == (ICELAND, TODAY, STANDING)
    assert only.verdict is Verdict.NOT_APPLICABLE


def test_what_is_known_of_duties_is_handed_on_to_every_commitment() -> None:
    review = Review(id="review", year=2026, claim="-", cites=CITES)
    pledges = [commitment(review, known_as=each) for each in ("one", "other")]
    done = [
        Fulfilment(
            id=f"done-{each.id}",
            commitment=each.id,
            clause="review",
            year=2026,
            done=True,
            claim="It took place.",
            known_on=PartialDate(2026, 7, 1),
            cites=CITES,
        )
        for each in pledges
    ]
    found = survey(pledges, SPAIN, BOOK, as_of=TODAY, fulfilments=iter(done))
    assert [each.verdict for each in found.agreed] == [Verdict.MET, Verdict.MET]


# Nothing known only after a day is told of that day.


def days_of_change() -> list[date]:
    """Every day on which something became known."""
    statuses = {change.known_on.last for each in SHIPPED for change in each.history}
    editions = {each.published_on.last for each in KNOWN.ledger.editions}
    joined = {each.joined for each in KNOWN.roster if each.joined.year >= 2014}
    return sorted(statuses | editions | joined)


EVES = [each - timedelta(days=1) for each in days_of_change()]
"""The last day of each state of knowledge but today's."""
DAYS = sorted({*days_of_change(), *EVES, date(2025, 6, 5), TODAY})


def known_by(day: date) -> tuple[tuple[Commitment, ...], Ledger]:
    """Everything as it was on that day, with all that came later cut off."""
    cut = (
        replace(each, history=history, superseded_by=None)
        for each in SHIPPED
        if (history := tuple(one for one in each.history if one.known_on.is_over_by(day)))
    )
    editions = [pair for pair in CATALOGUE.editions if pair[0].published_on.is_over_by(day)]
    return tuple(cut), Ledger.of(editions)


Told = tuple[str, object, object, tuple[Assessment, ...]]


def answers(found: Survey) -> list[Told]:
    """All of a survey but the commitments themselves, which keep their whole history."""
    judged = (*found.agreed, *found.open)
    return [
        *((each.commitment.id, each.status, each.composition, each.parts) for each in judged),
        *((each.commitment.id, each.why, each.since, ()) for each in found.set_aside),
    ]


@pytest.mark.parametrize("day", EVES, ids=str)
def test_what_came_later_changes_nothing_about_a_day(day: date) -> None:
    commitments, book = known_by(day)
    changed = [
        each.id
        for each in KNOWN.roster
        if answers(shipped(each.id, day)) != answers(survey(commitments, each, book, as_of=day))
    ]
    assert changed == []


def steps_of(found: Survey) -> Iterator[tuple[str, Step]]:
    for each in (*found.agreed, *found.open):
        for part in each.parts:
            rises = (one for year in part.years for one in (year.rise, year.spare))
            told = (part.share, part.floor, part.deadline, part.step, part.lower, *rises)
            for step in (*part.steps, *told):
                if step is not None:
                    yield from ((part.clause.id, below) for below in step.walk())


def test_no_edition_is_named_before_it_was_out() -> None:
    out = {each.id: each.published_on.last for each in KNOWN.ledger.editions}
    early = {
        f"{member.id} on {day}: {clause}/{step.symbol} of {step.edition}"
        for member in KNOWN.roster
        for day in EVES
        for clause, step in steps_of(shipped(member.id, day))
        if step.edition is not None and out[step.edition] > day
    }
    assert early == set()


ASKED_FOR = frozenset({"floor", "ceiling", "deadline", "step"})


def test_what_a_clause_asks_for_has_a_source_that_was_out() -> None:
    """Beside it, later sources may be named that say the same."""
    out = {each.id: each.published_on.first for each in KNOWN.sources.values()}
    without = {
        f"{day}: {clause}/{step.symbol}"
        for day in DAYS
        for clause, step in steps_of(shipped("ESP", day))
        if step.symbol in ASKED_FOR and min(out[each.source] for each in step.cites) > day
    }
    assert without == set()


def test_no_status_is_told_before_it_was_known() -> None:
    found = [(day, shipped("SWE", day)) for day in DAYS]
    told = [
        (day, status)
        for day, each in found
        for status in (
            *(one.status for one in (*each.agreed, *each.open)),
            *(one.since for one in each.set_aside),
        )
    ]
    assert told
    assert [
        (day, status)
        for day, status in told
        if status is None or status.known_on.last > day or status.on.last > day
    ] == []
