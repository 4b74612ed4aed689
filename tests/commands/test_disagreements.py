"""Both sides of a contradiction are told, each with its source and grade, whatever the state is."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from commands.briefing import Backed, Briefing, Sentence
from commands.desk import Desk
from commands.registry import COMMANDS, answer
from commands.voice import Voice
from data.dates import PartialDate
from data.facts.contradictions import contradictions
from data.facts.contradictions.words import Contradicted
from data.facts.knowledge import Knowledge, Revision
from data.facts.records import Attendance, Meeting, MeetingKind, Pledge, Position, Presence, Stance
from data.rules import Category, Fulfilment, Reservation
from data.sources import Cite, Grade, Source

TODAY = date(2027, 1, 10)
DAY = "2027-01-10"
BELGIUM = {"member": "Belgium", "subject": "Belgium", "members": "Belgium, Spain"}
GRADES = {
    Grade.OFFICIAL: "official",
    Grade.WIRE: "news agency or newspaper of record",
    Grade.OTHER: "other source",
}


def cites(grade: Grade) -> tuple[Cite, ...]:
    return (Cite(source=f"made-up-{grade}", locator="first paragraph"),)


def attendance(day: int, status: Presence, grade: Grade, party: str = "UKR") -> Attendance:
    return Attendance(
        id=f"made-up-attendance-{party}-{day}-{grade}",
        meeting="tirana-2027",
        party=party,
        person="A Guest",
        status=status,
        claim=f"By a {grade} report the guest is {status}.",
        known_on=PartialDate(2027, 1, day),
        cites=cites(grade),
    )


def meeting(day: int, grade: Grade, starts: int, *, cancelled: bool = False) -> Meeting:
    return Meeting(
        id=f"made-up-meeting-{day}-{grade}-{cancelled}",
        meeting="tirana-2027",
        kind=MeetingKind.SUMMIT,
        name="Tirana summit",
        starts=PartialDate(2027, 7, starts),
        ends=PartialDate(2027, 7, starts + 1),
        city="Tirana",
        country="ALB",
        cancelled=cancelled,
        claim=f"By a {grade} report of {day} January.",
        known_on=PartialDate(2027, 1, day),
        cites=cites(grade),
    )


def stance(position: Position, grade: Grade) -> Stance:
    return Stance(
        id=f"made-up-stance-{grade}",
        member="BEL",
        party="BEL",
        commitment="hague-2025",
        position=position,
        role="Minister",
        said_on=PartialDate(2027, 1, 9),
        claim=f"By a {grade} report it {position}.",
        known_on=PartialDate(2027, 1, 9),
        cites=cites(grade),
    )


def pledge(share: str, grade: Grade, by: PartialDate | None = None) -> Pledge:
    return Pledge(
        id=f"made-up-pledge-{grade}-{by}",
        members=("BEL",),
        kind="pledge",
        category=Category.CORE,
        share=Decimal(share),
        by=by,
        claim=f"By a {grade} report it is {share} %.",
        known_on=PartialDate(2027, 1, 9),
        cites=cites(grade),
    )


def reservation(share: str, grade: Grade) -> Reservation:
    return Reservation(
        id=f"made-up-reservation-{grade}",
        member="BEL",
        commitment="hague-2025",
        category=Category.CORE,
        share=Decimal(share),
        claim=f"By a {grade} report it is {share} %.",
        speaker="A Minister",
        known_on=PartialDate(2027, 1, 9),
        cites=cites(grade),
    )


def fulfilment(grade: Grade, *members: str, done: bool) -> Fulfilment:
    return Fulfilment(
        id=f"made-up-fulfilment-{grade}-{members}",
        commitment="hague-2025",
        clause="plan",
        members=members,
        year=2026,
        done=done,
        claim=f"By a {grade} report.",
        known_on=PartialDate(2027, 1, 10),
        cites=cites(grade),
    )


def sources() -> Iterator[Source]:
    for grade in Grade:
        yield Source(
            id=f"made-up-{grade}",
            title="A report",
            publisher="A publisher",
            published_on=PartialDate(2027, 1, 1),
            verified_on=TODAY,
            url="https://example.org/report",
            grade=grade,
        )


def desk_with(knowledge: Knowledge, facts: Iterable[Contradicted]) -> Desk:
    """The shipped knowledge, and made-up reports of January 2027."""
    more = (Revision(each, each.known_on.last) for each in facts)
    known = Knowledge.of(
        knowledge.roster,
        knowledge.ledger,
        (*knowledge.sources.values(), *sources()),
        (*knowledge.revisions, *more),
    )
    return Desk.of(known, Voice.of("en"), TODAY)


def told(sentences: Iterable[Sentence]) -> list[str]:
    opening = ("Sources disagree", "Statements differ", "Sources give different")
    return [each.text for each in sentences if each.text.startswith(opening)]


def everything(briefing: Briefing) -> list[str]:
    return told((*briefing.lead, *briefing.caveats))


def grades_of(briefing: Briefing, text: str) -> set[str]:
    """The grades of the sources that a sentence cites."""
    (sentence,) = (each for each in briefing.sentences() if each.text == text)
    grades = {each.number: each.grade for each in briefing.citations}
    return {grades[number] for number in sentence.citations}


# contradicting facts | the question | how its sentence opens
CASES: list[tuple[tuple[Contradicted, ...], str, dict[str, str], str]] = [
    (
        (
            attendance(8, Presence.CONFIRMED, Grade.OFFICIAL),
            attendance(9, Presence.DECLINED, Grade.OTHER),
        ),
        "attendees",
        {},
        "Sources disagree on the presence of A Guest (Ukraine) at Tirana summit: ",
    ),
    (
        (
            replace(attendance(9, Presence.CONFIRMED, Grade.WIRE, "USA"), person=None),
            replace(attendance(9, Presence.DECLINED, Grade.OTHER, "USA"), person=None),
        ),
        "summit",
        {},
        "Sources disagree on whether the United States takes part in Tirana summit: ",
    ),
    (
        (meeting(8, Grade.OFFICIAL, 6), meeting(9, Grade.WIRE, 13)),
        "summit",
        {},
        "Sources disagree on when Tirana summit is: ",
    ),
    (
        (
            meeting(8, Grade.OFFICIAL, 6),
            replace(meeting(9, Grade.WIRE, 6), city="Durrës"),
        ),
        "digest",
        {},
        "Sources disagree on where Tirana summit is: ",
    ),
    (
        (meeting(8, Grade.OFFICIAL, 6), meeting(9, Grade.OTHER, 6, cancelled=True)),
        "summit",
        {},
        "Sources disagree on whether Tirana summit is cancelled: ",
    ),
    (
        (stance(Position.SUPPORTS, Grade.WIRE), stance(Position.OPPOSES, Grade.OFFICIAL)),
        "stance",
        {"member": "Belgium"},
        "Statements differ on where Belgium stands on Defence investment commitment of The Hague: ",
    ),
    (
        (pledge("3", Grade.WIRE), pledge("3.5", Grade.OTHER)),
        "stance",
        {"member": "Belgium"},
        "Sources give different shares that Belgium set itself: ",
    ),
    (
        (
            pledge("3", Grade.WIRE, PartialDate(2031)),
            pledge("3.5", Grade.OTHER, PartialDate(2031)),
        ),
        "stance",
        {"member": "Belgium"},
        "Sources give different shares that Belgium set itself for 2031: ",
    ),
    (
        (reservation("2.1", Grade.WIRE), reservation("2", Grade.OTHER)),
        "stance",
        {"member": "Belgium"},
        "Sources give different shares by which Belgium reads Defence investment commitment of ",
    ),
    (
        (
            fulfilment(Grade.WIRE, "BEL", done=True),
            fulfilment(Grade.OTHER, "BEL", done=False),
        ),
        "stance",
        {"member": "Belgium"},
        "Sources disagree on whether Belgium did in 2026 what Defence investment commitment of ",
    ),
    (
        (fulfilment(Grade.WIRE, done=True), fulfilment(Grade.OTHER, done=False)),
        "digest",
        {},
        "Sources disagree on whether all was done in 2026 that Defence investment commitment of ",
    ),
]


@pytest.mark.parametrize(("facts", "command", "arguments", "opening"), CASES)
def test_both_sides_are_told_with_their_sources_and_grades(
    knowledge: Knowledge,
    facts: tuple[Contradicted, ...],
    command: str,
    arguments: dict[str, str],
    opening: str,
) -> None:
    briefing = answer(desk_with(knowledge, facts), command, arguments, DAY)
    (text,) = (each for each in everything(briefing) if each.startswith(opening))
    grades = {Grade(cite.source.removeprefix("made-up-")) for each in facts for cite in each.cites}
    assert all(each.claim in text.replace("%", " %").replace("  ", " ") for each in facts)
    assert all(GRADES[grade] in text for grade in grades)
    assert grades <= grades_of(briefing, text)


def test_a_guest_whose_coming_is_disputed_is_so_in_the_first_lines(knowledge: Knowledge) -> None:
    facts = (
        attendance(9, Presence.CONFIRMED, Grade.WIRE),
        attendance(9, Presence.DECLINED, Grade.OTHER),
    )
    briefing = answer(desk_with(knowledge, facts), "attendees", {}, DAY)
    assert len(told(briefing.lead)) == 1
    assert told(briefing.caveats) == []


def test_a_summit_reported_as_cancelled_does_not_vanish(knowledge: Knowledge) -> None:
    facts = meeting(8, Grade.OFFICIAL, 6), meeting(9, Grade.OTHER, 6, cancelled=True)
    desk = desk_with(knowledge, facts)
    missed = [
        name
        for name in ("summit", "attendees", "digest")
        if not any("is cancelled" in text for text in everything(answer(desk, name, {}, DAY)))
    ]
    assert missed == []


def test_a_summit_reported_as_cancelled_is_told_beside_the_one_after_it(
    knowledge: Knowledge,
) -> None:
    after = replace(
        meeting(9, Grade.OFFICIAL, 6),
        meeting="made-up-2028",
        name="A later summit",
        starts=PartialDate(2028),
        ends=None,
    )
    called_off = meeting(9, Grade.OTHER, 6, cancelled=True)
    desk = desk_with(knowledge, (meeting(8, Grade.OFFICIAL, 6), called_off, after))
    for name in ("summit", "attendees"):
        briefing = answer(desk, name, {}, DAY)
        assert "A later summit" in briefing.lead[0].text
        assert "Tirana summit is cancelled" in " ".join(told(briefing.caveats))


def test_an_answer_on_another_meeting_or_member_tells_nothing_of_it(knowledge: Knowledge) -> None:
    facts = (
        attendance(9, Presence.CONFIRMED, Grade.WIRE),
        attendance(9, Presence.DECLINED, Grade.OTHER),
        stance(Position.SUPPORTS, Grade.WIRE),
        stance(Position.OPPOSES, Grade.OTHER),
    )
    desk = desk_with(knowledge, facts)
    assert everything(answer(desk, "attendees", {"meeting": "The Hague"}, DAY)) == []
    assert everything(answer(desk, "stance", {"member": "Spain"}, DAY)) == []


def test_the_digest_tells_a_contradiction_on_the_day_it_comes_up(knowledge: Knowledge) -> None:
    facts = stance(Position.SUPPORTS, Grade.WIRE), stance(Position.OPPOSES, Grade.OTHER)
    desk = desk_with(knowledge, facts)
    days = ("2027-01-08", "2027-01-09", DAY)
    assert [len(everything(answer(desk, "digest", {}, day))) for day in days] == [0, 1, 0]


def test_a_summit_asked_about_by_name_has_each_contradiction_once(knowledge: Knowledge) -> None:
    facts = meeting(8, Grade.OFFICIAL, 6), meeting(9, Grade.WIRE, 13)
    for name in ("summit", "attendees"):
        briefing = answer(desk_with(knowledge, facts), name, {"meeting": "Tirana"}, DAY)
        assert len(everything(briefing)) == 1


def test_three_days_or_two_in_the_hague_is_told_on_the_day_of_the_proposal(desk: Desk) -> None:
    briefing = answer(desk, "summit", {}, "2025-06-05")
    (text,) = told(briefing.lead)
    assert "from 24 to 26 June 2025. (official, 24 May 2024); " in text
    assert text.endswith("(news agency or newspaper of record, 11 May 2025).")


def test_the_days_in_the_hague_are_no_contradiction_once_the_declaration_is_out(
    desk: Desk,
) -> None:
    assert everything(answer(desk, "summit", {"meeting": "The Hague"}, "2025-06-25")) == []


def test_what_contradicts_itself_in_the_catalogue_is_told_in_an_answer(desk: Desk) -> None:
    """Every day on which that changes."""
    missed: list[str] = []
    for day in ("2025-02-25", "2025-05-11", "2025-06-17", "2025-06-25", "2026-11-25"):
        for found in contradictions(desk.knowledge, date.fromisoformat(day)):
            subject = found.subject
            command, key = ("stance", "member") if subject.member else ("summit", "meeting")
            asked = subject.member or subject.meeting
            assert asked is not None
            text = " ".join(everything(answer(desk, command, {key: asked}, day)))
            missed += [
                f"{day}: {side.fact.id}"
                for side in found.sides
                if desk.voice.signs(side.fact.claim) not in text
            ]
    assert missed == []


def test_a_word_without_a_position_does_not_hide_the_one_taken_before(desk: Desk) -> None:
    before = answer(desk, "stance", {"member": "Spain"}, "2025-10-15").lead[1]
    assert before.text.startswith("By its last word that took a position, it opposes the target: ")
    assert "14 October 2025" in before.text


def test_a_contradiction_on_a_meeting_that_is_over_is_not_told_as_ahead(
    knowledge: Knowledge,
) -> None:
    held = replace(
        meeting(10, Grade.OTHER, 6),
        city=None,
        country=None,
        starts=PartialDate(2027, 1, 8),
        ends=PartialDate(2027, 1, 9),
    )
    undated = replace(meeting(7, Grade.WIRE, 6), starts=None, ends=None)
    elsewhere = replace(undated, id="elsewhere", city="Durrës")
    facts = (replace(each, meeting="made-up-2027") for each in (undated, elsewhere, held))
    desk = desk_with(knowledge, facts)
    days = ("2027-01-09", DAY)
    assert [len(everything(answer(desk, "digest", {}, day))) for day in days] == [1, 0]


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_number_beside_a_contradiction_has_its_source(
    knowledge: Knowledge, name: str
) -> None:
    facts = tuple(fact for case in CASES for fact in case[0])
    unique = {each.id: each for each in facts}.values()
    briefing = answer(desk_with(knowledge, unique), name, BELGIUM, DAY)
    numbers = {each.number for each in briefing.citations}
    parts = [part for part in briefing.parts() if isinstance(part, Backed)]
    assert [part.text for part in parts if not part.citations and part.step is None] == []
    assert all(numbers.issuperset(part.citations) for part in parts)
