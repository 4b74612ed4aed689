from datetime import date

from data.dates import PartialDate
from data.facts.clocks import known_from
from data.facts.knowledge import Knowledge, Revision
from data.facts.records import Attendance, Group, Meeting, MeetingKind, Presence
from data.members import Roster
from data.rules import Ledger
from data.sources import Cite

CITES = (Cite(source="report", locator="first paragraph"),)


def meeting(known_on: str, starts: str | None, *, key: str = "ankara-2026") -> Meeting:
    return Meeting(
        id=f"{key}-{known_on}",
        meeting=key,
        kind=MeetingKind.SUMMIT,
        name="Ankara summit",
        starts=PartialDate.parse(starts) if starts else None,
        claim="It is to be held.",
        known_on=PartialDate.parse(known_on),
        cites=CITES,
    )


def attendance(known_on: str, status: Presence) -> Attendance:
    return Attendance(
        id=f"guest-{known_on}-{status}",
        meeting="ankara-2026",
        party="UKR",
        person="Volodymyr Zelensky",
        status=status,
        claim="As reported.",
        known_on=PartialDate.parse(known_on),
        cites=CITES,
    )


def group(known_on: str, *members: str) -> Group:
    return Group(
        id=f"group-{known_on}",
        group="eu",
        name="EU members",
        members=members,
        claim="They are a group.",
        known_on=PartialDate.parse(known_on),
        cites=CITES,
    )


def knowledge(*facts: Meeting | Attendance | Group) -> Knowledge:
    return Knowledge.of(
        Roster.of(()), Ledger.of(()), (), (Revision(each, known_from(each)) for each in facts)
    )


def test_the_newest_record_known_on_a_day_is_the_state_of_a_meeting() -> None:
    known = knowledge(meeting("2024-07-10", None), meeting("2025-08-19", "2026-07-07"))
    (before,) = known.meetings(date(2025, 8, 18))
    (after,) = known.meetings(date(2025, 8, 19))
    assert before.starts is None
    assert after.starts == PartialDate(2026, 7, 7)


def test_a_meeting_without_a_date_comes_after_those_with_one() -> None:
    known = knowledge(
        meeting("2024-01-01", None, key="somewhere"), meeting("2024-01-02", "2026-07-07")
    )
    assert [each.meeting for each in known.meetings(date(2025, 1, 1))] == [
        "ankara-2026",
        "somewhere",
    ]


def test_what_is_known_by_its_month_is_known_from_the_end_of_it() -> None:
    known = knowledge(attendance("2025-10", Presence.EXPECTED))
    assert known.attendances("ankara-2026", date(2025, 10, 30)) == ()
    assert len(known.attendances("ankara-2026", date(2025, 10, 31))) == 1


def test_a_revision_that_was_ended_is_known_until_the_day_before() -> None:
    fact = attendance("2025-06-01", Presence.INVITED)
    revision = Revision(fact, date(2025, 6, 1), date(2025, 6, 4))
    days = [date(2025, 5, 31), date(2025, 6, 1), date(2025, 6, 3), date(2025, 6, 4)]
    assert [revision.is_known_on(day) for day in days] == [False, True, True, False]


def test_what_became_known_leaves_out_the_first_day_and_holds_the_last() -> None:
    known = knowledge(
        attendance("2025-06-01", Presence.INVITED), attendance("2025-06-03", Presence.CONFIRMED)
    )
    found = known.became_known(date(2025, 6, 1), date(2025, 6, 3))
    assert [each.known_from for each in found] == [date(2025, 6, 3)]


def test_the_newest_record_known_on_a_day_is_the_state_of_a_group() -> None:
    known = knowledge(group("2020-02-01", "ESP"), group("2013-07-01", "ESP", "GBR"))
    found = [known.groups(each) for each in (date(2020, 1, 31), date(2020, 2, 1))]
    assert [[each.members for each in groups] for groups in found] == [[("ESP", "GBR")], [("ESP",)]]
    assert known.groups(date(2013, 6, 30)) == ()
