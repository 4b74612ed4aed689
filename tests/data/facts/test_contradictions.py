"""Contradicting facts are kept side by side, and a development is not taken for a contradiction."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from data.dates import PartialDate
from data.facts.contradictions import Contradiction, contradictions
from data.facts.contradictions.words import Aspect, Contradicted
from data.facts.knowledge import Knowledge, Revision
from data.facts.records import (
    Attendance,
    Meeting,
    MeetingKind,
    Pledge,
    Position,
    Presence,
    Stance,
)
from data.members import Roster
from data.rules import Category, Fulfilment, Ledger, Reservation
from data.sources import Cite, Grade, Source
from tests.shipped import KNOWN

TODAY = date(2026, 1, 1)


def source(key: str, grade: Grade, published_on: str = "2025") -> Source:
    return Source(
        id=key,
        title="A report",
        publisher="A publisher",
        published_on=PartialDate.parse(published_on),
        verified_on=TODAY,
        url="https://example.org/report",
        grade=grade,
    )


SOURCES = (
    *(source(grade.value, grade) for grade in Grade),
    source("later", Grade.OFFICIAL, "2025-12-01"),
)


def cites(*keys: str) -> tuple[Cite, ...]:
    return tuple(Cite(source=key, locator="first paragraph") for key in keys)


def attendance(
    known_on: str, status: str, *keys: str, person: str | None = "A Guest"
) -> Attendance:
    return Attendance(
        id=f"{known_on}-{status}-{'-'.join(keys)}",
        meeting="ankara-2026",
        party="UKR",
        person=person,
        status=Presence(status),
        claim="As reported.",
        known_on=PartialDate.parse(known_on),
        cites=cites(*keys),
    )


def meeting(known_on: str, key: str = "wire", **known: Any) -> Meeting:
    base = Meeting(
        id=f"{known_on}-{key}-{known}",
        meeting="tirana-2027",
        kind=MeetingKind.SUMMIT,
        name="Tirana summit",
        claim="It is to be held.",
        known_on=PartialDate.parse(known_on),
        cites=cites(key),
    )
    return replace(base, **known)


def stance(said_on: str, position: str | None, key: str = "wire", text: str = "hague") -> Stance:
    return Stance(
        id=f"{said_on}-{position}-{key}-{text}",
        member="BEL",
        party="BEL" if position else "USA",
        commitment=text,
        position=Position(position) if position else None,
        said_on=PartialDate.parse(said_on),
        claim="As reported.",
        known_on=PartialDate(2025, 7, 1),
        cites=cites(key),
    )


def pledge(known_on: str, share: str, key: str = "wire", **other: Any) -> Pledge:
    base = Pledge(
        id=f"{known_on}-{share}-{key}-{other}",
        members=("BEL",),
        kind="pledge",
        category=Category.CORE,
        share=Decimal(share),
        by=PartialDate(2030),
        claim="As reported.",
        known_on=PartialDate.parse(known_on),
        cites=cites(key),
    )
    return replace(base, **other)


def fulfilment(known_on: str, done: bool, key: str = "wire", *members: str) -> Fulfilment:
    return Fulfilment(
        id=f"{known_on}-{done}-{key}-{members}",
        commitment="hague",
        clause="plan",
        members=members,
        year=2025,
        done=done,
        claim="As reported.",
        known_on=PartialDate.parse(known_on),
        cites=cites(key),
    )


def reservation(known_on: str, share: str, key: str = "wire") -> Reservation:
    return Reservation(
        id=f"{known_on}-{share}-{key}",
        member="ESP",
        commitment="hague",
        category=Category.CORE,
        share=Decimal(share),
        claim="As reported.",
        speaker="A Minister",
        known_on=PartialDate.parse(known_on),
        cites=cites(key),
    )


def found(*facts: Contradicted, as_of: date = TODAY) -> tuple[Contradiction, ...]:
    revisions = (Revision(each, each.known_on.last) for each in facts)
    knowledge = Knowledge.of(Roster.of(()), Ledger.of(()), SOURCES, revisions)
    return contradictions(knowledge, as_of)


def sides(contradiction: Contradiction) -> list[tuple[str, str]]:
    return [(side.fact.id, side.grade.value) for side in contradiction.sides]


# first status and the day it was known | second | whether both cannot be true
SAME_GRADE = [
    ("confirmed 2025-06-05", "declined 2025-06-05", True),
    ("confirmed 2025-06-05", "undecided 2025-06-05", True),
    ("expected 2025-06-05", "declined 2025-06-05", True),
    ("declined 2025-06-05", "undecided 2025-06-05", True),
    ("attended 2025-06-05", "absent 2025-06-05", True),
    ("attended 2025-06-05", "absent 2025-06-09", True),  # what has happened does not change
    ("absent 2025-06-05", "confirmed 2025-06-09", True),  # nothing is announced after it is over
    ("confirmed 2025-06", "declined 2025-06-05", True),  # as precise as told, either may be first
    ("confirmed 2025-06-05T09:00Z", "declined 2025-06-05", True),
    ("confirmed 2025-06-05T09:00Z", "declined 2025-06-05T15:00Z", False),
    ("confirmed 2025-05", "declined 2025-06-05", False),  # a change of mind
    ("declined 2025-06-05", "confirmed 2025-06-06", False),
    ("invited 2025-06-05", "undecided 2025-06-05", False),  # invited, and has not answered
    ("invited 2025-06-05", "declined 2025-06-05", False),
    ("invited 2025-06-05", "confirmed 2025-06-06", False),
    ("expected 2025-06-05", "confirmed 2025-06-05", False),
    ("confirmed 2025-06-05", "attended 2025-06-05", False),
    ("confirmed 2025-06-05", "absent 2025-06-05", False),  # the plan came first, whatever the hour
    ("undecided 2025-06", "attended 2025-06-05", False),
    ("confirmed 2025-06-05", "confirmed 2025-06-05", False),
]


@pytest.mark.parametrize(("first", "second", "expected"), SAME_GRADE)
@pytest.mark.parametrize("turned", [False, True])
def test_two_words_on_one_person_contradict(
    first: str, second: str, expected: bool, turned: bool
) -> None:
    facts = [attendance(day, status, "wire") for status, day in (first.split(), second.split())]
    assert bool(found(*(facts[::-1] if turned else facts))) is expected


# older word and its source | newer word a week later and its source | whether it is told
OTHER_GRADE = [
    ("confirmed official", "declined other", True),
    ("confirmed official", "undecided wire", True),
    ("confirmed wire", "declined other", True),
    ("declined official", "attended other", True),
    ("confirmed official", "absent wire", True),
    ("confirmed other", "declined official", False),
    ("confirmed official", "declined official", False),
    ("invited official", "undecided other", False),
    ("invited other", "confirmed official", False),
    ("undecided official", "attended other", False),
]


@pytest.mark.parametrize(("older", "newer", "expected"), OTHER_GRADE)
def test_a_newer_word_of_a_lower_grade_does_not_win_in_silence(
    older: str, newer: str, expected: bool
) -> None:
    (was, its), (is_, their) = older.split(), newer.split()
    facts = attendance("2025-06-01", was, its), attendance("2025-06-08", is_, their)
    assert bool(found(*facts)) is expected


def test_both_sides_are_given_oldest_first_with_their_grades() -> None:
    (one,) = found(
        attendance("2025-06-08", "declined", "other"),
        attendance("2025-06-01", "confirmed", "other", "official"),
    )
    assert (one.aspect, one.subject.meeting, one.subject.party, one.subject.person) == (
        Aspect.ATTENDANCE,
        "ankara-2026",
        "UKR",
        "A Guest",
    )
    assert sides(one) == [
        ("2025-06-01-confirmed-other-official", "official"),
        ("2025-06-08-declined-other", "other"),
    ]


def test_nothing_is_told_before_both_are_known() -> None:
    facts = (
        attendance("2025-06-01", "confirmed", "official"),
        attendance("2025-06", "absent", "wire"),
    )
    assert found(*facts, as_of=date(2025, 6, 29)) == ()
    assert len(found(*facts, as_of=date(2025, 6, 30))) == 1


def test_a_later_word_as_well_founded_as_what_it_goes_against_settles_it() -> None:
    facts = (
        attendance("2025-06-01", "confirmed", "other"),
        attendance("2025-06-01", "declined", "wire"),
    )
    assert found(*facts, attendance("2025-06-02", "confirmed", "other")) != ()
    assert found(*facts, attendance("2025-06-02", "confirmed", "wire")) == ()


def test_a_later_word_that_leaves_it_open_settles_nothing() -> None:
    facts = (
        attendance("2025-06-01", "confirmed", "wire"),
        attendance("2025-06-01", "declined", "wire"),
    )
    assert len(found(*facts, attendance("2025-06-02", "invited", "official"))) == 1


def test_a_word_repeated_by_a_later_report_is_one_side() -> None:
    (one,) = found(
        attendance("2025-06-01", "confirmed", "official"),
        attendance("2025-06-02", "declined", "other"),
        attendance("2025-06-03", "declined", "other"),
    )
    assert [side.fact.known_on.day for side in one.sides] == [1, 3]


def test_a_country_that_comes_and_its_president_who_does_not_are_two_subjects() -> None:
    facts = (
        attendance("2025-06-05", "confirmed", "wire", person=None),
        attendance("2025-06-05", "declined", "wire"),
    )
    assert found(*facts) == ()


def test_a_source_cited_for_what_it_said_before_lends_the_opposite_no_weight() -> None:
    (one,) = found(
        attendance("2025-06-01", "confirmed", "official"),
        attendance("2025-06-08", "declined", "other", "official"),
    )
    assert [side.grade for side in one.sides] == [Grade.OFFICIAL, Grade.OTHER]
    assert [len(side.cites) for side in one.sides] == [1, 2]


def test_a_source_that_was_not_out_yet_lends_no_weight() -> None:
    facts = (
        attendance("2025-06-01", "confirmed", "wire"),
        attendance("2025-06-08", "declined", "other", "later"),
    )
    assert [side.grade for side in found(*facts, as_of=date(2025, 7, 1))[0].sides] == [
        Grade.WIRE,
        Grade.OTHER,
    ]
    assert found(*facts, as_of=date(2025, 12, 1)) == ()


# what one report says of a meeting | what another of the same day says | the aspect, if any
MEETINGS = [
    ("starts 2027-06-29", "starts 2027-07-06", Aspect.DATES),
    ("starts 2027-06", "starts 2027-07-06", Aspect.DATES),
    ("starts 2027-07-06 ends 2027-07-07", "starts 2027-07-06 ends 2027-07-08", Aspect.DATES),
    ("starts 2027-07-06T09:00+02:00", "starts 2027-07-06T10:00+02:00", Aspect.DATES),
    ("starts 2027", "starts 2027-07-06", None),
    ("starts 2027-07", "starts 2027-07-06 ends 2027-07-07", None),
    ("starts 2027-07-06", "starts 2027-07-06 ends 2027-07-07", None),
    ("starts 2027-07-06T09:00+02:00", "starts 2027-07-06", None),
    ("starts 2027-07-06T09:00+02:00", "starts 2027-07-06T07:00Z", None),
    ("starts 2027", "", None),
    ("country ALB", "country TUR", Aspect.PLACE),
    ("country ALB city Tirana", "country ALB city Durrës", Aspect.PLACE),
    ("country ALB", "country ALB city Tirana", None),
    ("city Tirana", "city TIRANA", None),
    ("cancelled yes", "starts 2027", Aspect.CANCELLED),
    ("cancelled yes", "cancelled yes", None),
]


def described(words: str) -> dict[str, Any]:
    pairs = words.split()
    known: dict[str, Any] = dict(zip(pairs[::2], pairs[1::2], strict=True))
    for day in ("starts", "ends"):
        if day in known:
            known[day] = PartialDate.parse(str(known[day]))
    return known | ({"cancelled": True} if "cancelled" in known else {})


@pytest.mark.parametrize(("first", "second", "aspect"), MEETINGS)
def test_two_reports_of_one_day_on_a_meeting(
    first: str, second: str, aspect: Aspect | None
) -> None:
    one = meeting("2026-01-01", **described(first))
    other = replace(meeting("2026-01-01", **described(second)), id="other")
    assert [each.aspect for each in found(one, other)] == ([aspect] if aspect else [])


def test_a_meeting_put_off_by_its_hosts_is_a_development() -> None:
    earlier = meeting("2025-05-01", "official", starts=PartialDate(2027, 6, 29))
    put_off = meeting("2025-06-01", "official", starts=PartialDate(2027, 7, 6))
    assert found(earlier, put_off) == ()


def test_other_days_from_a_newspaper_are_told_beside_those_of_the_hosts() -> None:
    earlier = meeting("2025-05-01", "official", starts=PartialDate(2027, 6, 29))
    report = meeting("2025-06-01", "wire", starts=PartialDate(2027, 7, 6))
    (one,) = found(earlier, report)
    assert [side.grade for side in one.sides] == [Grade.OFFICIAL, Grade.WIRE]


def test_a_cancellation_that_one_small_outlet_reports_stands_beside_the_announcement() -> None:
    announced = meeting("2025-05-01", "official", starts=PartialDate(2027))
    called_off = meeting("2025-06-01", "other", starts=PartialDate(2027), cancelled=True)
    assert [each.aspect for each in found(announced, called_off)] == [Aspect.CANCELLED]


# one minister | another | whether they contradict each other
POSITIONS = [
    ("supports", "opposes", True),
    ("supports", "seeks_flexibility", True),
    ("supports", "claims_exemption", True),
    ("supports_with_conditions", "opposes", True),
    ("supports", "supports_with_conditions", False),
    ("supports_with_conditions", "seeks_flexibility", False),
    ("seeks_flexibility", "opposes", False),
    ("opposes", "claims_exemption", False),
    ("opposes", "undeclared", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), POSITIONS)
def test_two_ministers_on_one_day(one: str, other: str, expected: bool) -> None:
    assert bool(found(stance("2025-06-05", one), stance("2025-06-05", other))) is expected


def test_the_day_something_was_said_counts_and_not_the_day_it_was_reported() -> None:
    assert found(stance("2025-06-05", "supports"), stance("2025-06-06", "opposes")) == ()


def test_words_on_two_texts_do_not_contradict_each_other() -> None:
    facts = stance("2025-06-05", "supports"), stance("2025-06-05", "opposes", text="draft")
    assert found(*facts) == ()


def test_a_remark_by_somebody_else_is_no_word_of_the_member() -> None:
    assert found(stance("2025-06-05", "supports"), stance("2025-06-05", None)) == ()


def test_two_shares_for_one_year_are_told() -> None:
    (one,) = found(pledge("2025-06-05", "3"), pledge("2025-06-05", "3.5"))
    assert (one.aspect, one.subject.member) == (Aspect.PLEDGE, "BEL")


# what is different about the second pledge, beside its share
NOT_THE_SAME = [
    {"by": PartialDate(2035)},
    {"by": None},
    {"category": Category.TOTAL},
    {"of_gni": True},
    {"kind": "budget"},
    {"members": ("NLD",)},
    {"share": None},
    {"share": Decimal("3.0")},
]


@pytest.mark.parametrize("other", NOT_THE_SAME, ids=str)
def test_shares_of_two_things_do_not_contradict_each_other(other: dict[str, Any]) -> None:
    second = replace(pledge("2025-06-05", "3.5"), **other)
    assert found(pledge("2025-06-05", "3"), second) == ()


def test_core_and_defence_are_two_names_of_one_measure() -> None:
    second = pledge("2025-06-05", "3.5", category=Category.DEFENCE)
    assert len(found(pledge("2025-06-05", "3"), second)) == 1


def test_a_year_and_its_last_day_are_one_term() -> None:
    second = pledge("2025-06-05", "3.5", by=PartialDate(2030, 12, 31))
    assert len(found(pledge("2025-06-05", "3"), second)) == 1


def test_a_duty_done_and_not_done_is_told() -> None:
    facts = (
        fulfilment("2025-06-05", True, "wire", "BEL"),
        fulfilment("2025-06-05", False, "wire", "BEL"),
    )
    assert [each.subject.member for each in found(*facts)] == ["BEL"]


def test_a_duty_done_in_the_end_is_a_development_and_one_undone_is_not() -> None:
    not_yet, done = fulfilment("2025-06-05", False), fulfilment("2025-09-05", True)
    assert found(not_yet, done) == ()
    assert len(found(done, fulfilment("2025-10-05", False, "official"))) == 1


def test_what_is_said_of_all_members_is_held_against_what_is_said_of_one() -> None:
    facts = fulfilment("2025-06-05", True), fulfilment("2025-06-05", False, "wire", "BEL")
    (one,) = found(*facts)
    assert (one.subject.member, len(one.sides)) == ("BEL", 2)


def test_what_contradicts_for_all_members_is_told_once() -> None:
    facts = (
        fulfilment("2025-06-05", True),
        fulfilment("2025-06-05", False),
        fulfilment("2025-06-05", True, "wire", "NLD"),
    )
    members = [each.subject.member for each in found(*facts)]
    assert members == [None, "NLD"]


def test_a_member_whose_own_word_is_history_is_told_of_with_all_the_others() -> None:
    facts = (
        fulfilment("2025-06-01", False, "wire", "NLD"),
        fulfilment("2025-06-05", True),
        fulfilment("2025-06-05", False),
    )
    assert [each.subject.member for each in found(*facts)] == [None]


def test_two_shares_of_one_reservation_are_told() -> None:
    (one,) = found(reservation("2025-06-22", "2.1"), reservation("2025-06-22", "2"))
    assert (one.aspect, one.subject.member) == (Aspect.RESERVATION, "ESP")


@pytest.fixture(scope="module")
def shipped() -> Knowledge:
    return KNOWN


def ids(found: Sequence[Contradiction]) -> set[tuple[str, ...]]:
    return {tuple(side.fact.id for side in each.sides) for each in found}


HAGUE = ("the-hague-2025-place", "the-hague-2025-two-days")
PROGRAMME = ("the-hague-2025-place", "the-hague-2025-programme")
BRITAIN = ("gbr-2-5-2027", "gbr-2-6-2027")

# as of | all that contradicts itself in the catalogue
SHIPPED = [
    ("2025-01-01", set[tuple[str, ...]]()),
    ("2025-05-10", {BRITAIN}),
    ("2025-05-11", {BRITAIN, HAGUE}),
    ("2025-06-05", {BRITAIN, HAGUE}),
    ("2025-06-17", {BRITAIN, PROGRAMME}),
    ("2025-06-24", {BRITAIN, PROGRAMME}),
    ("2025-06-25", {BRITAIN}),  # the declaration settles the days
    ("2026-11-25", {BRITAIN}),
]


@pytest.mark.parametrize(("as_of", "expected"), SHIPPED)
def test_the_catalogue_contradicts_itself_nowhere_else(
    shipped: Knowledge, as_of: str, expected: set[tuple[str, ...]]
) -> None:
    assert ids(contradictions(shipped, date.fromisoformat(as_of))) == expected
