"""Since when each kind of record is known, and on which days what it says holds."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.dates import PartialDate
from data.facts.clocks import Record, Span, holds, known_from, known_on
from data.facts.records import (
    Attendance,
    Group,
    Meeting,
    MeetingKind,
    Pledge,
    Position,
    Presence,
    Request,
    Stance,
    Statement,
)
from data.members import Member
from data.rules.commitments import (
    Category,
    Commitment,
    Fulfilment,
    Reservation,
    Status,
    StatusChange,
)
from data.rules.expenditure import Edition
from data.sources import Cite, Grade, Source

CITES = (Cite(source="declaration", locator="paragraph 1"),)
FIRST = "2025-06-24"
"""The day most of the records below became known."""


def on(text: str) -> PartialDate:
    return PartialDate.parse(text)


def meeting(
    starts: str | None = None, ends: str | None = None, *, cancelled: bool = False
) -> Meeting:
    return Meeting(
        id="hague-2025",
        meeting="hague",
        kind=MeetingKind.SUMMIT,
        name="The Hague summit",
        starts=on(starts) if starts else None,
        ends=on(ends) if ends else None,
        cancelled=cancelled,
        claim="It is announced.",
        known_on=on(FIRST),
        cites=CITES,
    )


def commitment(*history: tuple[Status, str, str]) -> Commitment:
    """Each status with the day it began and the day that became known."""
    return Commitment(
        id="wales",
        title="Wales",
        by_whom="The Allies",
        claim="They aim at 2 %.",
        history=tuple(
            StatusChange(status=status, on=on(began), known_on=on(known), cites=CITES)
            for status, began, known in history
        ),
        clauses=(),
    )


def pledge(by: str | None = None) -> Pledge:
    return Pledge(
        id="spain",
        members=("ESP",),
        kind="pledge",
        category=Category.DEFENCE,
        share=Decimal(2),
        by=on(by) if by else None,
        claim="It will spend 2 %.",
        known_on=on(FIRST),
        cites=CITES,
    )


ATTENDANCE = Attendance(
    id="guest",
    meeting="hague",
    party="UKR",
    status=Presence.INVITED,
    claim="It is invited.",
    known_on=on(FIRST),
    cites=CITES,
)
STANCE = Stance(
    id="spain-resists",
    member="ESP",
    party="ESP",
    position=Position.OPPOSES,
    said_on=on("2025-06-19T11:00+02:00"),
    claim="It will not.",
    known_on=on("2025-06-20"),
    cites=CITES,
)
STATEMENT = Statement(
    id="warning",
    kind="warning",
    about="NATO",
    party="NATO",
    said_on=on("2025-05"),
    claim="It may take longer.",
    known_on=on("2025-06-20"),
    cites=CITES,
)
REQUEST = Request(
    id="later",
    commitment="hague",
    change="later_year",
    year=2035,
    claim="A later year is asked for.",
    known_on=on("2025-06"),
    cites=CITES,
)
GROUP = Group(
    id="baltic-2004",
    group="baltic",
    name="Baltic members",
    members=("EST", "LVA", "LTU"),
    claim="Three are a group.",
    known_on=on("2013"),
    cites=CITES,
)
RESERVATION = Reservation(
    id="spain-less",
    member="ESP",
    commitment="hague",
    category=Category.CORE,
    claim="Less is enough.",
    speaker="The prime minister",
    known_on=on("2025-06-22"),
    cites=CITES,
)
FULFILMENT = Fulfilment(
    id="plans",
    commitment="hague",
    clause="plan",
    year=2025,
    done=True,
    claim="All plans are in.",
    known_on=on("2026-02"),
    cites=CITES,
)
SOURCE = Source(
    id="declaration",
    title="Declaration",
    publisher="NATO",
    published_on=on("2025-06-25"),
    verified_on=date(2026, 11, 1),
    url="https://example.org/declaration",
    grade=Grade.OFFICIAL,
)
EDITION = Edition(
    id="2025-08-28",
    title="Defence Expenditure",
    published_on=on("2025-08-28"),
    cut_off=on("2025-06-03"),
    basis="defence",
    complete=True,
    cites=CITES,
)
MEMBER = Member(id="FIN", iso2="FI", joined=date(2023, 4, 4), armed_forces=True, cites=CITES)

AGREED = (Status.AGREED, "2014-09-05", "2014-09-06")
REPLACED = (Status.SUPERSEDED, "2025-06-25", "2025-06-26")
WITHDRAWN = (Status.WITHDRAWN, "2024", "2024-03-01")

# record | known on | the first day that is certain
KNOWN: list[tuple[Record, str, date]] = [
    (commitment(AGREED, REPLACED), "2014-09-06", date(2014, 9, 6)),
    (meeting("2025-06-24"), "2025-06-24", date(2025, 6, 24)),
    (STANCE, "2025-06-20", date(2025, 6, 20)),
    (REQUEST, "2025-06", date(2025, 6, 30)),
    (GROUP, "2013", date(2013, 12, 31)),
    (FULFILMENT, "2026-02", date(2026, 2, 28)),
    (SOURCE, "2025-06-25", date(2025, 6, 25)),
    (EDITION, "2025-08-28", date(2025, 8, 28)),
    (MEMBER, "2023-04-04", date(2023, 4, 4)),
]


@pytest.mark.parametrize(("record", "text", "first"), KNOWN)
def test_each_kind_of_record_says_since_when_it_is_known(
    record: Record, text: str, first: date
) -> None:
    assert (str(known_on(record)), known_from(record)) == (text, first)


# record | holds from | until | the first day it can hold | the day after the last
HELD: list[tuple[Record, str | None, str | None, str | None, str | None]] = [
    (meeting("2025-06-24", "2025-06-25"), "2025-06-24", "2025-06-25", "2025-06-24", "2025-06-26"),
    (meeting("2025-06-24"), "2025-06-24", "2025-06-24", "2025-06-24", "2025-06-25"),
    (meeting("2027-06"), "2027-06", "2027-06", "2027-06-01", "2027-07-01"),
    (meeting("2025-06-24", cancelled=True), "2025-06-24", "2025-06-24", "2025-06-24", "2025-06-25"),
    (meeting(), None, None, None, None),
    (ATTENDANCE, "2025-06-24", None, "2025-06-24", None),
    (STANCE, "2025-06-19T11:00+02:00", None, "2025-06-19", None),
    (STATEMENT, "2025-05", None, "2025-05-01", None),
    (pledge(), "2025-06-24", None, "2025-06-24", None),
    (pledge("2024"), "2025-06-24", "2024", "2025-06-24", "2025-06-24"),
    (pledge("2030"), "2025-06-24", "2030", "2025-06-24", "2031-01-01"),
    (REQUEST, "2025-06", None, "2025-06-01", None),
    (RESERVATION, "2025-06-22", None, "2025-06-22", None),
    (GROUP, "2013", None, "2013-01-01", None),
    (FULFILMENT, "2025-01-01", "2025-12-31", "2025-01-01", "2026-01-01"),
    (commitment(AGREED), "2014-09-05", None, "2014-09-05", None),
    (commitment(AGREED, REPLACED), "2014-09-05", "2025-06-25", "2014-09-05", "2025-06-25"),
    (commitment(AGREED, WITHDRAWN), "2014-09-05", "2024", "2014-09-05", "2024-12-31"),
    (commitment(AGREED, WITHDRAWN, REPLACED), "2014-09-05", "2024", "2014-09-05", "2024-12-31"),
    (SOURCE, "2025-06-25", None, "2025-06-25", None),
    (EDITION, "2025-08-28", None, "2025-08-28", None),
    (MEMBER, "2023-04-04", None, "2023-04-04", None),
]


@pytest.mark.parametrize(("record", "start", "end", "first", "after"), HELD)
def test_each_kind_of_record_says_when_it_holds(
    record: Record, start: str | None, end: str | None, first: str | None, after: str | None
) -> None:
    span = holds(record)
    assert (span.from_, span.until) == (start and on(start), end and on(end))
    assert tuple(day and day.isoformat() for day in span.days()) == (first, after)


def test_a_commitment_taken_up_again_still_holds() -> None:
    again = (Status.AGREED, "2025-01-10", "2025-01-10")
    assert holds(commitment(AGREED, WITHDRAWN, again)).until is None


# record | day | whether it holds then
ON_A_DAY: list[tuple[Record, str, bool | None]] = [
    (meeting("2025-06-24", "2025-06-25"), "2025-06-23", False),
    (meeting("2025-06-24", "2025-06-25"), "2025-06-24", True),
    (meeting("2025-06-24", "2025-06-25"), "2025-06-25", True),
    (meeting("2025-06-24", "2025-06-25"), "2025-06-26", False),
    (meeting("2025-06-24T18:00+02:00", "2025-06-25T16:00+02:00"), "2025-06-25", True),
    (meeting("2025-06-24T18:00+02:00", "2025-06-25T16:00+02:00"), "2025-06-26", False),
    (meeting("2027-06"), "2027-05-31", False),
    (meeting("2027-06"), "2027-06-15", None),
    (meeting("2027-06"), "2027-07-01", False),
    (meeting("2027-06", "2027-06-25"), "2027-06-24", None),
    (meeting("2027-06", "2027-06-25"), "2027-06-25", True),
    (meeting("2027-06-24", "2027-06"), "2027-06-24", True),
    (meeting("2027-06-24", "2027-06"), "2027-06-25", None),
    (meeting(), "2027-06-15", None),
    (commitment(AGREED, REPLACED), "2014-09-04", False),
    (commitment(AGREED, REPLACED), "2025-06-24", True),
    (commitment(AGREED, REPLACED), "2025-06-25", False),
    (commitment(AGREED, WITHDRAWN), "2023-12-31", True),
    (commitment(AGREED, WITHDRAWN), "2024-01-01", None),
    (commitment(AGREED, WITHDRAWN), "2024-12-30", None),
    (commitment(AGREED, WITHDRAWN), "2024-12-31", False),
    (pledge("2024"), "2024-12-31", False),
    (pledge("2024"), "2025-06-24", False),
    (pledge("2030"), "2029-12-31", True),
    (pledge("2030"), "2030-01-01", True),
    (pledge("2030"), "2030-01-02", None),
    (pledge("2030"), "2030-12-31", None),
    (pledge("2030"), "2031-01-01", False),
    (REQUEST, "2025-05-31", False),
    (REQUEST, "2025-06-29", None),
    (REQUEST, "2025-06-30", True),
    (FULFILMENT, "2024-12-31", False),
    (FULFILMENT, "2025-01-01", True),
    (FULFILMENT, "2025-12-31", True),
    (MEMBER, "2023-04-03", False),
    (MEMBER, "2023-04-04", True),
]


@pytest.mark.parametrize(("record", "day", "held"), ON_A_DAY)
def test_whether_it_holds_on_a_day_is_as_sure_as_its_dates(
    record: Record, day: str, held: bool | None
) -> None:
    assert holds(record).holds_on(date.fromisoformat(day)) is held


def test_what_lasts_to_the_end_of_the_calendar_has_no_day_after_it() -> None:
    span = Span(from_=on("2025"), until=on("9999-12-31"))
    assert span.days() == (date(2025, 1, 1), None)
    assert span.holds_on(date.max) is True


def test_where_no_beginning_is_known_only_the_end_is_sure() -> None:
    span = Span(until=on("2025-06-05"))
    assert span.holds_on(date(2025, 6, 4)) is None
    assert span.holds_on(date(2025, 6, 6)) is False


def days_and_months() -> st.SearchStrategy[PartialDate]:
    days = st.dates(date(2024, 11, 1), date(2025, 2, 28))
    return st.one_of(
        days.map(PartialDate.of),
        days.map(lambda day: PartialDate(day.year, day.month)),
    )


def meant(when: PartialDate) -> list[date]:
    return [when.first + timedelta(days=n) for n in range((when.last - when.first).days + 1)]


@given(
    start=days_and_months(),
    end=days_and_months(),
    inclusive=st.booleans(),
    day=st.dates(date(2024, 10, 1), date(2025, 3, 31)),
)
def test_a_day_is_decided_where_every_reading_of_both_dates_agrees(
    start: PartialDate, end: PartialDate, inclusive: bool, day: date
) -> None:
    readings = {
        first <= day and (day <= last if inclusive else day < last)
        for first in meant(start)
        for last in meant(end)
        if (first <= last if inclusive else first < last)
    }
    found = Span(from_=start, until=end, inclusive=inclusive).holds_on(day)
    assert found is (None if len(readings) > 1 else readings == {True})


@given(start=days_and_months(), end=days_and_months(), inclusive=st.booleans())
def test_a_span_can_hold_on_its_half_open_days_and_on_no_others(
    start: PartialDate, end: PartialDate, inclusive: bool
) -> None:
    span = Span(from_=start, until=end, inclusive=inclusive)
    first, after = span.days()
    assert first is not None
    assert after is not None
    assert first <= after
    days = [date(2024, 1, 1) + timedelta(days=n) for n in range(800)]
    assert [day for day in days if span.holds_on(day) is not False] == [
        day for day in days if first <= day < after
    ]
