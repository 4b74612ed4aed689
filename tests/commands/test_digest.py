"""What a digest opens with, tells, leaves to be asked for, and is filled with."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from commands import digest
from commands.briefing import Backed, Briefing, Figure
from commands.desk import Desk
from commands.digest_room import SCREEN, length
from commands.digest_written import Written, WrittenChange
from commands.voice import Voice
from data.facts.knowledge import Knowledge, Revision
from data.facts.records import Statement
from data.rules import Unit
from data.subscriptions.model import ALL_PARTS, Part
from tests.commands.conftest import TODAY

DAY = timedelta(days=1)
SUMMIT_DAY = date(2025, 6, 25)
QUIET_DAY = date(2026, 11, 24)


def lines(briefing: Briefing) -> list[str]:
    """The lines of all sections, each with its label."""
    return [
        f"{fact.label}: {fact.sentence.text}"
        for section in briefing.sections
        for fact in section.facts
    ]


def titles(briefing: Briefing) -> list[str]:
    return [each.title.text for each in briefing.sections if each.title is not None]


def lead(briefing: Briefing) -> list[str]:
    return [each.text for each in briefing.lead]


def counts(briefing: Briefing, label: str) -> list[int]:
    """The counts in the lines with a label."""
    facts = [fact for section in briefing.sections for fact in section.facts]
    return [
        int(part.value)
        for fact in facts
        if fact.label == label
        for part in fact.sentence.parts
        if isinstance(part, Figure) and part.unit is Unit.COUNT
    ]


# day | a line that must be there
TOLD = [
    ("2025-06-25", "Agreed: Defence investment commitment of The Hague, 25 June 2025. It takes"),
    ("2025-06-25", "Meetings: Ankara summit (2026), The Hague summit (24–25 June 2025), Tirana"),
    ("2025-06-25", "Attendance: The Hague summit, attended: Denmark, Slovenia, Greece"),
    ("2025-06-25", "Slovakia: Seeks flexibility → With conditions"),
    ("2025-06-05", "not confirmed: Volodymyr Zelensky"),
    ("2025-06-05", "Requests: Belgium, members not named"),
    ("2025-06-05", "Meeting: Defence ministers, June 2025 is on today"),
    ("2025-06-22", "Reservation: Pedro Sánchez said that 2.1% of GDP"),
    ("2026-07-10", "Figures: NATO published its expenditure figures of 10 July 2026"),
    ("2026-07-10", "Reached: 30 of 31 members with a figure here reach 2% in 2026, estimates incl"),
    ("2026-07-10", "Reached: 5 of 31 members with a figure here reach 3.5% in 2026, estimates"),
    ("2026-07-10", "edition of 24 April 2025 had 22 of 31 for 2024."),
    ("2026-07-10", "Rose most: On the year before, in 2026 (estimates): Lithuania 1.30 percentage"),
    ("2026-07-10", "most for Albania (2.04% to 1.35%), Poland (4.07% to 3.75%)"),
    ("2026-11-24", "Review: 2029: "),
    (
        "2026-09-05",
        "On this day: in 2014, 12 years ago: Defence Investment Pledge of Wales agreed.",
    ),
    ("2026-03-29", "On this day: in 2004, 22 years ago: NATO gained as members: Bulgaria, Estonia"),
]


@pytest.mark.parametrize(("day", "line"), TOLD)
def test_a_digest_tells(desk: Desk, day: str, line: str) -> None:
    told = lines(digest.brief(desk, date.fromisoformat(day)))
    assert [each for each in told if line in each] != [], "\n".join(told)


def test_on_the_day_of_the_summit_all_is_told_or_counted(desk: Desk) -> None:
    briefing = digest.brief(desk, SUMMIT_DAY)
    assert lead(briefing) == [
        "New entries since 24 June 2025: 34.",
        "The Hague summit is on today (24–25 June 2025).",
    ]
    (left,) = counts(briefing, "Not shown")
    assert 0 < left < 34
    assert len(briefing.sections[0].facts) <= 7
    assert [each.command for each in briefing.follow_ups] == ["history", "summit"]


def test_a_quiet_day_says_so_first_and_counts_down(desk: Desk) -> None:
    assert lead(digest.brief(desk, QUIET_DAY)) == [
        "A quiet day: nothing new is recorded since 23 November 2026.",
        "Tirana summit is due in 2027; no day is announced.",
    ]


def test_a_quiet_day_is_shortened_to_two_sentences(desk: Desk) -> None:
    briefing = digest.brief(desk, QUIET_DAY, shorten=True)
    assert lead(briefing) == lead(digest.brief(desk, QUIET_DAY))
    assert (briefing.sections, briefing.caveats) == ((), ())
    assert briefing.stamp.as_of == "2026-11-24"


def test_a_day_with_news_is_not_shortened(desk: Desk) -> None:
    assert digest.brief(desk, SUMMIT_DAY, shorten=True) == digest.brief(desk, SUMMIT_DAY)


# day | since | quiet
QUIET = [
    (SUMMIT_DAY, None, False),
    (QUIET_DAY, None, True),
    (date(2026, 10, 7), None, True),
    (date(2026, 10, 7), date(2026, 10, 5), False),
    (date(2026, 10, 7), date(2026, 10, 6), True),
    (SUMMIT_DAY, SUMMIT_DAY, True),
]


@pytest.mark.parametrize(("day", "since", "quiet"), QUIET)
def test_a_day_is_quiet_where_nothing_is_new_since_the_last_digest(
    desk: Desk, day: date, since: date | None, *, quiet: bool
) -> None:
    assert digest.is_quiet(desk, day, since) is quiet
    assert lead(digest.brief(desk, day, since=since))[0].startswith("A quiet day") is quiet


# day | the labels of what is ahead, with nothing new on any of them
DUE = [
    (date(2029, 10, 30), ["Target year"]),
    (date(2029, 11, 1), ["Review"]),
    (date(2029, 11, 2), ["Review"]),
    (date(2029, 12, 31), ["Review"]),
]


@pytest.mark.parametrize(("day", "labels"), DUE)
def test_a_deadline_is_told_once_it_is_near_and_else_one_of_all(
    knowledge: Knowledge, day: date, labels: list[str]
) -> None:
    desk = Desk.of(knowledge, Voice.of("en"), day)
    ahead = digest.brief(desk, day).sections[0]
    assert [each.label for each in ahead.facts if each.label != "Meeting"] == labels


def test_a_last_digest_of_a_later_day_is_refused(desk: Desk) -> None:
    with pytest.raises(ValueError, match="the last digest is of 2026-11-25, after 2026-11-24"):
        digest.brief(desk, QUIET_DAY, since=QUIET_DAY + DAY)


# day | parts that are left out | titles
PARTS = [
    (SUMMIT_DAY, frozenset[Part](), ["What changed", "Who moved"]),
    (SUMMIT_DAY, frozenset({Part.STANCES}), ["What changed"]),
    (date(2025, 6, 5), frozenset({Part.AHEAD}), ["What changed", "Who moved"]),
    (QUIET_DAY, frozenset[Part](), ["Ahead", "In focus: Germany"]),
    (QUIET_DAY, frozenset({Part.FOCUS}), ["Ahead"]),
    (QUIET_DAY, frozenset({Part.FOCUS, Part.AHEAD}), []),
]


@pytest.mark.parametrize(("day", "without", "found"), PARTS)
def test_a_part_can_be_left_out(
    desk: Desk, day: date, without: frozenset[Part], found: list[str]
) -> None:
    assert titles(digest.brief(desk, day, parts=ALL_PARTS - without)) == found


def test_who_moved_is_news_where_movements_are_left_out(desk: Desk) -> None:
    told = lines(digest.brief(desk, date(2025, 6, 5), parts=ALL_PARTS - {Part.STANCES}))
    (positions,) = [each for each in told if each.startswith("Positions: ")]
    assert "in favour: United States" in positions


def known(knowledge: Knowledge, *revisions: Revision) -> Desk:
    """A desk where these are known as well, in place of what has the same id."""
    ids = {each.fact.id for each in revisions}
    kept = [each for each in knowledge.revisions if each.fact.id not in ids]
    changed = Knowledge.of(
        knowledge.roster, knowledge.ledger, knowledge.sources.values(), [*kept, *revisions]
    )
    return Desk.of(changed, Voice.of("en"), TODAY)


@pytest.fixture
def statement(knowledge: Knowledge) -> Statement:
    return next(
        each.fact
        for each in knowledge.revisions
        if isinstance(each.fact, Statement) and each.fact.weak is None
    )


def test_a_correction_says_what_was_said_before(knowledge: Knowledge, statement: Statement) -> None:
    corrected = replace(statement, claim="It was otherwise.")
    desk = known(
        knowledge,
        Revision(statement, date(2026, 1, 1), QUIET_DAY),
        Revision(corrected, QUIET_DAY),
    )
    shown = desk.voice.signs(statement.claim)
    assert f"Corrected: It was otherwise. Before, it was: {shown}" in lines(
        digest.brief(desk, QUIET_DAY)
    )


def test_what_was_new_and_corrected_in_between_is_new(
    knowledge: Knowledge, statement: Statement
) -> None:
    corrected = replace(statement, claim="It was otherwise.")
    desk = known(
        knowledge,
        Revision(statement, QUIET_DAY - DAY, QUIET_DAY),
        Revision(corrected, QUIET_DAY),
    )
    briefing = digest.brief(desk, QUIET_DAY, since=QUIET_DAY - 2 * DAY)
    assert lead(briefing)[0] == "New entries since 22 November 2026: 1."
    assert lines(briefing)[0].endswith("It was otherwise.")


def test_a_retraction_is_told_with_its_reason(knowledge: Knowledge, statement: Statement) -> None:
    desk = known(knowledge, Revision(statement, date(2026, 1, 1), QUIET_DAY))
    withdrawn = WrittenChange(
        kind="statement",
        id=statement.id,
        change=Written.RETRACTED,
        before=statement,
        reason="The agency took it back.",
    )
    shown = desk.voice.signs(statement.claim)
    plain = digest.brief(desk, QUIET_DAY)
    assert f"Withdrawn: no longer held to be so: {shown}" in lines(plain)
    briefing = digest.brief(desk, QUIET_DAY, written=[withdrawn])
    line = f"Withdrawn: no longer held to be so: {shown} Why: The agency took it back."
    assert line in lines(briefing)
    assert lead(briefing)[0].endswith(": 1.")


def test_what_was_mended_is_told_though_no_day_knew_it_otherwise(
    desk: Desk, statement: Statement
) -> None:
    mended = WrittenChange(
        kind="statement",
        id=statement.id,
        change=Written.MENDED,
        before=replace(statement, claim="It was misread."),
        now=statement,
        reason="A slip.",
    )
    shown = desk.voice.signs(statement.claim)
    briefing = digest.brief(desk, QUIET_DAY, written=[mended])
    assert not digest.is_quiet(desk, QUIET_DAY, written=[mended])
    assert f"Mended: {shown} By a mistake here, it said: It was misread. Why: A slip." in lines(
        briefing
    )


def test_what_was_recorded_late_says_since_when_it_is_known(
    desk: Desk, knowledge: Knowledge
) -> None:
    pledge = knowledge.pledges("CAN", QUIET_DAY)[0]
    added = WrittenChange(kind="pledge", id=pledge.id, change=Written.ADDED, now=pledge)
    told = lines(digest.brief(desk, QUIET_DAY, written=[added]))
    day = desk.voice.date(pledge.known_on)
    assert [each for each in told if f"(known {day})" in each] != []


def test_nobody_moved_who_says_the_same_again(knowledge: Knowledge) -> None:
    stance = next(each for each in reversed(knowledge.stances("ESP", TODAY)) if each.position)
    again = replace(stance, id="said-again", said_on=replace(stance.said_on, year=2026))
    desk = known(knowledge, Revision(again, QUIET_DAY))
    assert "Who moved" not in titles(digest.brief(desk, QUIET_DAY))


def untraced(briefing: Briefing) -> list[str]:
    return [
        part.text
        for part in briefing.parts()
        if isinstance(part, Backed) and not part.citations and part.step is None
    ]


def cited(briefing: Briefing) -> set[int]:
    return {n for part in briefing.parts() if isinstance(part, Backed) for n in part.citations}


def days(knowledge: Knowledge) -> Iterable[date]:
    """All days on which anything became known since 2014, and some between."""
    known = {each.known_from for each in knowledge.revisions}
    known |= {each.published_on.last for each in knowledge.ledger.editions}
    every = (date(2014, 1, 1) + 47 * number * DAY for number in range(100))
    return sorted(day for day in {*known, *every} if date(2014, 1, 1) <= day <= TODAY)


def test_a_digest_of_any_day_fits_and_cites_no_more_than_it_tells(knowledge: Knowledge) -> None:
    offenders: list[str] = []
    for day in days(knowledge):
        briefing = digest.brief(Desk.of(knowledge, Voice.of("en"), day), day)
        told = [briefing.title, *briefing.lead, *briefing.caveats]
        size = sum(map(length, told)) + sum(map(len, lines(briefing)))
        if size > SCREEN or untraced(briefing):
            offenders.append(f"{day}: {size} {untraced(briefing)}")
        if cited(briefing) != {each.number for each in briefing.citations}:
            offenders.append(f"{day}: sources that nothing cites")
    assert offenders == []


def test_a_digest_of_an_earlier_day_is_what_it_was(knowledge: Knowledge) -> None:
    """Nothing that became known later is in it."""
    offenders: list[date] = []
    for day in list(days(knowledge))[::8]:
        until = [each for each in knowledge.revisions if each.known_from <= day]
        editions = {each.id for each in knowledge.ledger.editions if each.published_on.last > day}
        then = Knowledge.of(knowledge.roster, knowledge.ledger, knowledge.sources.values(), until)
        told = digest.brief(Desk.of(knowledge, Voice.of("en"), TODAY), day)
        if told != digest.brief(Desk.of(then, Voice.of("en"), day), day):
            offenders.append(day)
        if editions & {each.source for each in told.citations}:
            offenders.append(day)
    assert offenders == []
