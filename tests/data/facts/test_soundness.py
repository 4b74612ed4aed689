"""Everything a record can be wrong about, one line a case: a sound record, what is changed of it,
the field that is named, and a piece of what is said."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue.model import Catalogue
from data.dates import PartialDate
from data.errors import Fault, RecordError
from data.facts.knowledge import Fact
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
from data.facts.soundness import (
    Known,
    check,
    check_author,
    check_reason,
    gap_problems,
    problems,
)
from data.members import Member
from data.rules.commitments import (
    AnnualIncrease,
    AnnualPlan,
    Category,
    Clause,
    Commitment,
    CountsTowards,
    Dispute,
    Fulfilment,
    Reservation,
    Review,
    ShareTarget,
    Status,
    StatusChange,
    Undertaking,
)
from data.rules.expenditure import Edition, Gap, Indicator, Observation
from data.sources import Cite, Grade, Source
from tests.shipped import CATALOGUE

TODAY = date(2026, 11, 25)
DAY = PartialDate(2025, 6, 25)
EARLIER = PartialDate(2025, 6, 24)
LATER = PartialDate(2026, 11, 26)
CITE = Cite(source="report", locator="paragraph 3")
CITES = (CITE,)
HIDDEN = "a\u202eb"

SOURCE = Source(
    id="report",
    title="A report",
    publisher="An agency",
    published_on=DAY,
    verified_on=date(2026, 1, 2),
    url="https://example.org/report?page=3",
    grade=Grade.WIRE,
    licence="CC BY 4.0",
    note="A copy.",
)
MEMBER = Member(id="ESP", iso2="ES", joined=date(1982, 5, 30), armed_forces=True, cites=CITES)
GAP = Gap(
    members=("DEU",),
    indicator=Indicator.SHARE_OF_GDP,
    years=(2025,),
    reason="blank_in_edition",
    cites=CITES,
)
EDITION = Edition(
    id="2025-08-28",
    title="Tables",
    published_on=PartialDate(2025, 8, 28),
    cut_off=PartialDate(2025, 6, 3),
    basis="defence",
    price_base=2021,
    complete=True,
    gaps=(GAP,),
    cites=CITES,
    weak="The day is not proven.",
)
FIGURE = Observation(
    member="ESP",
    indicator=Indicator.SHARE_OF_GDP,
    year=2025,
    value=Decimal("2.00"),
    estimate=True,
    cites=CITES,
)
MONEY = replace(FIGURE, indicator=Indicator.EXPENDITURE_NATIONAL, currency="EUR")
AGREED = StatusChange(status=Status.AGREED, on=DAY, known_on=DAY, cites=CITES, note="By all.")
CORE = ShareTarget(
    id="core", category=Category.CORE, share=Decimal("3.5"), by=2035, claim="So much.", cites=CITES
)
STEP = AnnualIncrease(
    id="step", category=Category.CORE, step=Decimal("0.2"), start=2026, claim="Each.", cites=CITES
)
PLAN = AnnualPlan(id="plans", start=2026, claim="A plan a year.", cites=CITES)
REVIEW = Review(id="review", year=2029, claim="Looked at again.", cites=CITES)
UKRAINE = CountsTowards(id="ukraine", category=Category.CORE, claim="It counts.", cites=CITES)
PROMISE = Undertaking(id="promise", claim="It will be done.", cites=CITES)
COMMITMENT = Commitment(
    id="hague",
    title="The Hague commitment",
    by_whom="all members",
    claim="Members spend more.",
    history=(AGREED,),
    clauses=(CORE, STEP, PLAN, REVIEW, UKRAINE, PROMISE),
    adopts=("wales",),
    weak="Read in a copy.",
)
FULFILMENT = Fulfilment(
    id="plans-2025",
    commitment="hague",
    clause="plans",
    members=("ESP",),
    year=2025,
    done=True,
    claim="It handed in its plan.",
    known_on=DAY,
    cites=CITES,
)
DISPUTE = Dispute(
    id="disputed", claim="No.", speaker="A speaker", party="NATO", known_on=DAY, cites=CITES
)
RESERVATION = Reservation(
    id="reading",
    member="ESP",
    commitment="hague",
    category=Category.CORE,
    share=Decimal("2.1"),
    claim="Less is enough.",
    speaker="A minister",
    known_on=DAY,
    cites=CITES,
    disputes=(DISPUTE,),
)
MEETING = Meeting(
    id="summit-held",
    meeting="summit",
    kind=MeetingKind.SUMMIT,
    name="The summit",
    starts=EARLIER,
    ends=DAY,
    city="The Hague",
    country="NLD",
    venue="World Forum",
    claim="Leaders met.",
    known_on=DAY,
    cites=CITES,
)
ATTENDANCE = Attendance(
    id="guest",
    meeting="summit",
    party="UKR",
    person="A president",
    role="president",
    status=Presence.ATTENDED,
    claim="There.",
    known_on=DAY,
    cites=CITES,
)
STANCE = Stance(
    id="spain",
    member="ESP",
    commitment="hague",
    position=Position.CLAIMS_EXEMPTION,
    speaker="A minister",
    role="minister",
    party="ESP",
    said_on=DAY,
    claim="In its own way.",
    known_on=DAY,
    cites=CITES,
)
PLEDGE = Pledge(
    id="poland",
    members=("POL",),
    kind="budget",
    category=Category.CORE,
    share=Decimal("4.7"),
    claim="More.",
    speaker="A minister",
    known_on=DAY,
    cites=CITES,
)
REQUEST = Request(
    id="later",
    commitment="hague",
    change="later_year",
    year=2035,
    members=("ESP",),
    claim="More time.",
    known_on=DAY,
    cites=CITES,
)
STATEMENT = Statement(
    id="said",
    kind="assurance",
    about="summit",
    speaker="A speaker",
    party="NATO",
    said_on=DAY,
    claim="Fine.",
    known_on=DAY,
    cites=CITES,
)
GROUP = Group(
    id="baltic-2004",
    group="baltic",
    name="Baltic members",
    members=("ESP", "POL"),
    claim="Two are a group.",
    known_on=DAY,
    cites=CITES,
)
FACTS: tuple[Fact, ...] = (
    COMMITMENT,
    FULFILMENT,
    RESERVATION,
    MEETING,
    ATTENDANCE,
    STANCE,
    PLEDGE,
    REQUEST,
    STATEMENT,
    GROUP,
)
RECORDS = (SOURCE, MEMBER, EDITION, FIGURE, MONEY, *FACTS)
KNOWN = Known(
    sources={"report": SOURCE, "broken": None},
    members=frozenset({"ESP", "DEU", "POL"}),
    editions=frozenset({"2025-08-28"}),
    commitments=frozenset({"hague", "wales"}),
    meetings=frozenset({"summit"}),
    duties={"hague": frozenset({"plans", "review"})},
)


def at(text: str) -> PartialDate:
    return PartialDate.parse(text)


def found(value: Any) -> list[Fault]:
    return list(problems(value, KNOWN, today=TODAY))


@pytest.mark.parametrize("value", RECORDS, ids=lambda value: type(value).__name__)
def test_a_sound_record_of_each_kind_has_no_faults(value: Any) -> None:
    assert found(value) == []


def clause(sound: Clause, **changed: Any) -> dict[str, Any]:
    return {"clauses": (replace(sound, **changed),)}


def status(**changed: Any) -> dict[str, Any]:
    return {"history": (replace(AGREED, **changed),)}


def dispute(**changed: Any) -> dict[str, Any]:
    return {"disputes": (replace(DISPUTE, **changed),)}


def gap(**changed: Any) -> dict[str, Any]:
    return {"gaps": (replace(GAP, **changed),)}


def cite(**changed: Any) -> dict[str, Any]:
    return {"cites": (replace(CITE, **changed),)}


SUPERSEDED = replace(AGREED, status=Status.SUPERSEDED)
BACKWARDS = {"history": (AGREED, replace(AGREED, on=EARLIER))}
NEXT = {"history": (AGREED, SUPERSEDED)}
AT_TEN, AT_NINE = at("2025-06-25T10:00Z"), at("2025-06-25T11:00+02:00")
MANY_CITES = tuple(Cite(source="report", locator=f"page {page}") for page in range(51))
# a sound record | what is changed of it | the field named | a piece of what is said
CASES: list[tuple[Any, dict[str, Any], str, str]] = [
    (SOURCE, {"id": "A Report"}, "id", "is 'A Report'; an id is made of small letters"),
    (SOURCE, {"id": "report-"}, "id", "is 'report-'; an id is made of"),
    (SOURCE, {"id": "r" * 81}, "id", "has 81 characters; the most is 80."),
    (SOURCE, {"title": ""}, "title", "is empty."),
    (SOURCE, {"title": " \u00a0"}, "title", "is empty."),
    (SOURCE, {"publisher": "NATO\u200b"}, "publisher", "holds the character U+200B"),
    (SOURCE, {"licence": "CC\x07BY"}, "licence", "holds the character U+0007"),
    (SOURCE, {"note": "\ud800"}, "note", "holds the character U+D800"),
    (SOURCE, {"note": "a\u2800b"}, "note", "holds the character U+2800"),
    (SOURCE, {"note": "a\u3164b"}, "note", "holds the character U+3164"),
    (SOURCE, {"note": "n" * 601}, "note", "has 601 characters; the most is 600."),
    (SOURCE, {"url": "ftp://example.org"}, "url", "not an http(s) address."),
    (SOURCE, {"url": "javascript:alert(1)"}, "url", "not an http(s) address."),
    (SOURCE, {"url": "https://"}, "url", "not an http(s) address."),
    (SOURCE, {"url": "https://nato.int@example.org/"}, "url", "not an http(s) address."),
    (SOURCE, {"url": "https://example.org/a b"}, "url", "not an http(s) address."),
    (SOURCE, {"url": "https://example.org/" + "a" * 2000}, "url", "has 2020 characters"),
    (SOURCE, {"url": ""}, "url", "is empty."),
    (SOURCE, {"verified_on": date(2025, 6, 24)}, "verified_on", "before its publication,"),
    (SOURCE, {"verified_on": date(2026, 11, 26)}, "verified_on", "after today, 2026-11-25"),
    (MEMBER, {"id": "XQZ"}, "id", "'XQZ' is not an ISO 3166-1 alpha-3 code."),
    (MEMBER, {"id": "esp"}, "id", "'esp' is not an ISO 3166-1 alpha-3 code."),
    (MEMBER, {"iso2": "EE"}, "iso2", "is 'EE', but ESP goes with ES."),
    (MEMBER, {"joined": date(2027, 1, 1)}, "joined", "is 2027-01-01, which is after today"),
    (MEMBER, {"cites": ()}, "cites", "names no source."),
    (EDITION, {"id": "August 2025"}, "id", "an id is made of"),
    (EDITION, {"cut_off": PartialDate(2025, 9)}, "cut_off", "is 2025-09, after its publication."),
    (EDITION, {"published_on": LATER}, "published_on", "which is after today"),
    (EDITION, {"price_base": 21}, "price_base", "is 21, not a year from 1949 to 2100."),
    (EDITION, gap(members=("AUT",)), "gaps[0].members[0]", "is 'AUT', which is not the code"),
    (EDITION, gap(members=()), "gaps[0].members", "names nobody."),
    (EDITION, gap(years=()), "gaps[0].years", "names no year."),
    (EDITION, gap(years=(25,)), "gaps[0].years[0]", "is 25, not a year"),
    (EDITION, gap(cites=()), "gaps[0].cites", "names no source."),
    (FIGURE, {"member": "AUT"}, "member", "is 'AUT', which is not the code of a member."),
    (FIGURE, {"year": 1948}, "year", "is 1948, not a year from 1949 to 2100."),
    (FIGURE, {"places": 3}, "places", "is 3; it must be a number of decimals up to 2."),
    (FIGURE, {"value": Decimal("1e-51")}, "value", "has 51 decimals; the most is 50."),
    (FIGURE, {"cites": ()}, "cites", "names no source."),
    (FIGURE, {"cites": MANY_CITES[:2]}, "cites", "names several places; a figure stands in one."),
    (MONEY, {"value": Decimal("1e999999")}, "value", "is 1e+999999, more than anybody reports."),
    (MONEY, {"currency": "euro"}, "currency", "'euro' is not a currency code such as EUR."),
    (COMMITMENT, {"history": ()}, "history", "is empty; a commitment has at least one status."),
    (COMMITMENT, BACKWARDS, "history[1].on", "is 2025-06-24, before the status above it, 2025-"),
    (COMMITMENT, status(known_on=EARLIER), "history[0].known_on", "before any of its sources was"),
    (COMMITMENT, status(known_on=LATER), "history[0].known_on", "which is after today"),
    (COMMITMENT, status(cites=()), "history[0].cites", "names no source."),
    (COMMITMENT, NEXT, "superseded_by", "does not say by what."),
    (COMMITMENT, {"superseded_by": "wales"}, "superseded_by", "no status says it is superseded."),
    (COMMITMENT, {**NEXT, "superseded_by": "paris"}, "superseded_by", "names 'paris', which is"),
    (COMMITMENT, {**NEXT, "superseded_by": "hague"}, "superseded_by", "names the commitment"),
    (COMMITMENT, {"adopts": ("wales", "paris")}, "adopts[1]", "names 'paris', which is no"),
    (COMMITMENT, {"adopts": ("hague",)}, "adopts[0]", "names the commitment itself."),
    (COMMITMENT, {"clauses": (CORE, CORE)}, "clauses[1].id", "The id 'core' is taken by another"),
    (COMMITMENT, clause(PROMISE, id="The promise"), "clauses[0].id", "an id is made of"),
    (COMMITMENT, clause(CORE, share=Decimal("100.5")), "clauses[0].share", "is 100.5, not"),
    (COMMITMENT, clause(CORE, share=Decimal("NaN")), "clauses[0].share", "is NaN, not between 0"),
    (COMMITMENT, clause(CORE, by=35), "clauses[0].by", "is 35, not a year"),
    (COMMITMENT, clause(STEP, step=Decimal(-1)), "clauses[0].step", "is -1, not between 0 and"),
    (COMMITMENT, clause(STEP, until=2025), "clauses[0].until", "is 2025, before the first year,"),
    (COMMITMENT, clause(STEP, start=1), "clauses[0].start", "is 1, not a year"),
    (COMMITMENT, clause(PLAN, start=3000), "clauses[0].start", "is 3000, not a year"),
    (COMMITMENT, clause(REVIEW, year=0), "clauses[0].year", "is 0, not a year"),
    (COMMITMENT, clause(UKRAINE, cites=()), "clauses[0].cites", "names no source."),
    (COMMITMENT, {"by_whom": HIDDEN}, "by_whom", "holds the character U+202E"),
    (FULFILMENT, {"commitment": "paris"}, "commitment", "names 'paris', which is no commitment."),
    (FULFILMENT, {"clause": "core"}, "clause", "is 'core', no dated duty of hague: plans, review."),
    (FULFILMENT, {"members": ("ESP", "AUT")}, "members[1]", "is 'AUT', which is not the code"),
    (FULFILMENT, {"members": ("ESP", "ESP")}, "members[1]", "names ESP a second time."),
    (FULFILMENT, {"year": 2026}, "year", "is 2026, after the day it became known, 2025-06-25."),
    (RESERVATION, {"member": "AUT"}, "member", "is 'AUT', which is not the code of a member."),
    (RESERVATION, {"commitment": "paris"}, "commitment", "names 'paris', which is no commitment."),
    (RESERVATION, {"share": Decimal("-0.1")}, "share", "is -0.1, not between 0 and 100 percent."),
    (RESERVATION, dispute(party="OPEC"), "disputes[0].party", "is 'OPEC', not a country's code"),
    (RESERVATION, {"disputes": (DISPUTE, DISPUTE)}, "disputes[1].id", "is given twice in this"),
    (RESERVATION, dispute(known_on=EARLIER), "disputes[0].known_on", "before any of its sources"),
    (RESERVATION, dispute(cites=()), "disputes[0].cites", "names no source."),
    (MEETING, {"meeting": "The Hague"}, "meeting", "is 'The Hague'; an id is made of"),
    (MEETING, {"country": "Netherlands"}, "country", "'Netherlands' is not a country's code such"),
    (MEETING, {"starts": None}, "ends", "is given without 'starts'."),
    (MEETING, {"ends": PartialDate(2025, 5)}, "ends", "It ends on 2025-05, before it starts on"),
    (MEETING, {"known_on": EARLIER}, "known_on", "is 2025-06-24, before any of its sources was"),
    (MEETING, {"starts": AT_TEN, "ends": AT_NINE}, "ends", "It ends on 2025-06-25T11:00+02:00,"),
    (MEETING, {"known_on": PartialDate(2024)}, "known_on", "is 2024, before any of its sources"),
    (MEETING, {"known_on": LATER}, "known_on", "is 2026-11-26, which is after today, 2026-11-25."),
    (ATTENDANCE, {"meeting": "tirana"}, "meeting", "names 'tirana', a meeting that nobody"),
    (ATTENDANCE, {"party": "Ukraine"}, "party", "is 'Ukraine', not a country's code such as ESP"),
    (ATTENDANCE, {"person": ""}, "person", "is empty."),
    (STANCE, {"member": "AUT", "party": "AUT"}, "member", "is 'AUT', which is not the code of a"),
    (STANCE, {"commitment": "paris"}, "commitment", "names 'paris', which is no commitment."),
    (STANCE, {"position": None}, "position", "The member speaks for itself"),
    (STANCE, {"party": "NATO"}, "position", "NATO speaks about ESP: a remark takes no 'position'."),
    (STANCE, {"said_on": PartialDate(2025, 6, 26)}, "said_on", "is 2025-06-26, after the day it"),
    (PLEDGE, {"members": ()}, "members", "names nobody."),
    (PLEDGE, {"members": ("POL",) * 65}, "members", "has 65 entries; the most is 64."),
    (GROUP, {"group": "Baltic members"}, "group", "an id is made of small letters"),
    (GROUP, {"members": ()}, "members", "names nobody."),
    (GROUP, {"members": ("JPN",)}, "members[0]", "is 'JPN', which is not the code of a member."),
    (PLEDGE, {"share": Decimal(350)}, "share", "is 350, not between 0 and 100 percent."),
    (REQUEST, {"commitment": "paris"}, "commitment", "names 'paris', which is no commitment."),
    (REQUEST, {"year": 20355}, "year", "is 20355, not a year"),
    (REQUEST, {"members": ("AUT",)}, "members[0]", "is 'AUT', which is not the code of a member."),
    (STATEMENT, {"about": "tirana"}, "about", "is 'tirana', which is no commitment, meeting,"),
    (STATEMENT, {"party": "OPEC"}, "party", "is 'OPEC', not a country's code"),
    (STATEMENT, {"cites": ()}, "cites", "names no source."),
    (STATEMENT, cite(source="rumour"), "cites[0].source", "names 'rumour', which is no source."),
    (STATEMENT, cite(locator=" "), "cites[0].locator", "is empty."),
    (STATEMENT, cite(source=""), "cites[0].source", "is empty."),
    (STATEMENT, {"cites": (CITE, CITE)}, "cites[1]", "names the same place in the same source"),
    (STATEMENT, {"cites": MANY_CITES}, "cites", "has 51 entries; the most is 50."),
]


@pytest.mark.parametrize(("value", "changed", "field", "said"), CASES)
def test_one_wrong_thing_is_told_at_its_field(
    value: Any, changed: dict[str, Any], field: str, said: str
) -> None:
    told = [(fault.field, said in fault.problem) for fault in found(replace(value, **changed))]
    assert told == [(field, True)]


def test_a_source_that_is_itself_broken_is_no_fault_of_what_cites_it() -> None:
    cites = (replace(CITE, source="broken"),)
    assert found(replace(MEETING, cites=cites, known_on=PartialDate(2001))) == []


def test_a_day_that_may_have_come_is_not_in_the_future() -> None:
    assert found(replace(MEETING, known_on=PartialDate(2026))) == []


def test_a_source_cannot_have_been_published_or_read_in_the_future() -> None:
    source = replace(SOURCE, published_on=PartialDate(2027), verified_on=date(2027, 1, 1))
    assert [fault.field for fault in found(source)] == ["published_on", "verified_on"]


def test_without_a_day_nothing_is_in_the_future() -> None:
    assert list(problems(replace(MEETING, known_on=LATER), KNOWN)) == []


def test_a_figure_is_of_no_year_after_its_edition() -> None:
    late = replace(FIGURE, year=2026)
    (fault,) = problems(late, KNOWN, edition=EDITION)
    assert str(fault) == "year: is 2026, not a year from 1949 to 2025."


def test_a_gap_that_has_a_value_is_none() -> None:
    held = (replace(FIGURE, member="DEU"),)
    (fault,) = gap_problems(EDITION, held)
    assert fault.field == "gaps[0].members"


def test_check_raises_all_faults_at_once_one_a_line() -> None:
    with pytest.raises(RecordError) as caught:
        check(replace(PLEDGE, members=(), claim="", share=Decimal(101)), KNOWN)
    assert str(caught.value).splitlines() == [
        "claim: is empty.",
        "members: names nobody.",
        "share: is 101, not between 0 and 100 percent.",
    ]


def test_check_lets_a_sound_record_pass() -> None:
    check(STANCE, KNOWN, today=TODAY)


# who or why | text that is refused | what is said
WORDS = [
    (check_author, "a" * 81, "by: has 81 characters; the most is 80."),
    (check_author, "", "by: is empty."),
    (check_author, "A\nB", "by: holds the character U+000A, which nobody can see."),
    (check_reason, "r" * 601, "because: has 601 characters; the most is 600."),
    (check_reason, " ", "because: is empty."),
    (check_reason, HIDDEN, "because: holds the character U+202E, which nobody can see."),
]


@pytest.mark.parametrize(("asked", "text", "said"), WORDS)
def test_who_and_why_are_texts_that_can_be_shown(asked: Any, text: str, said: str) -> None:
    with pytest.raises(RecordError) as caught:
        asked(text)
    assert str(caught.value) == said


def test_who_and_why_may_be_as_long_as_is_said() -> None:
    check_author("a" * 80)
    check_reason("r" * 600)


def test_who_is_named_as_it_was_asked_for() -> None:
    with pytest.raises(RecordError, match="reviewer: is empty"):
        check_author("", "reviewer")


def test_every_record_of_the_shipped_catalogue_is_sound() -> None:
    known = known_of(CATALOGUE)
    faults = [(value.id, each) for value in records(CATALOGUE) for each in problems(value, known)]
    assert faults == []


def test_every_figure_of_the_shipped_catalogue_is_sound() -> None:
    known = known_of(CATALOGUE)
    faults = [
        (edition.id, figure, fault)
        for edition, figures in CATALOGUE.editions
        for figure in figures
        for fault in problems(figure, known, edition=edition)
    ]
    assert faults == []


UNSEEN = st.one_of(
    st.characters(categories=["Cc", "Cf", "Cs", "Co", "Zl", "Zp"]),
    st.sampled_from("\u034f\u115f\u1160\u2800\u3164\ufe0f\uffa0\U000e0100"),
)


@given(st.sampled_from(RECORDS), UNSEEN, st.data())
def test_a_character_that_nobody_can_see_is_refused_in_every_text(
    value: Any, character: str, data: st.DataObject
) -> None:
    path, text = data.draw(st.sampled_from(list(texts((), value))))
    at = data.draw(st.integers(0, len(text)))
    spoilt = changed_at(value, path, f"{text[:at]}{character}{text[at:]}")
    named = [fault.path for fault in found(spoilt) if f"U+{ord(character):04X}" in fault.problem]
    assert named == [path]


def texts(path: tuple[str | int, ...], value: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Texts that a person words; those of a closed set cannot be anything else."""
    if type(value) is str:
        if path[-1] not in ("kind", "change", "basis", "reason", "bound", "currency"):
            yield path, value
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from texts((*path, index), each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from texts((*path, each.name), getattr(value, each.name))


def changed_at(value: Any, path: tuple[str | int, ...], text: str) -> Any:
    """The record with another text at a place."""
    if not path:
        return text
    key, rest = path[0], path[1:]
    if isinstance(key, int):
        return (*value[:key], changed_at(value[key], rest, text), *value[key + 1 :])
    return replace(value, **{key: changed_at(getattr(value, key), rest, text)})


def records(catalogue: Catalogue) -> Iterator[Any]:
    yield from catalogue.sources
    yield from catalogue.members
    yield from (edition for edition, _ in catalogue.editions)
    yield from catalogue.facts


def known_of(catalogue: Catalogue) -> Known:
    commitments = [each for each in catalogue.facts if isinstance(each, Commitment)]
    return Known(
        sources={each.id: each for each in catalogue.sources},
        members=frozenset(each.id for each in catalogue.members),
        editions=frozenset(edition.id for edition, _ in catalogue.editions),
        commitments=frozenset(each.id for each in commitments),
        meetings=frozenset(each.meeting for each in catalogue.facts if isinstance(each, Meeting)),
        duties={
            each.id: frozenset(
                clause.id for clause in each.clauses if isinstance(clause, AnnualPlan | Review)
            )
            for each in commitments
        },
    )
