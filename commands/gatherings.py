"""When a meeting is and who comes, in sentences that several answers share."""

from datetime import date

from commands.briefing import Fact, Figure, Sentence
from commands.draft import Draft
from commands.voice import Values
from data.dates import PartialDate
from data.facts.records import Attendance, Meeting, MeetingKind, Presence
from data.messages import mark

SUMMITS = (MeetingKind.SUMMIT, MeetingKind.EXTRAORDINARY_SUMMIT, MeetingKind.LEADERS_MEETING)

PRESENCES: dict[Presence, str] = {
    Presence.ATTENDED: mark("Attended"),
    Presence.CONFIRMED: mark("Confirmed"),
    Presence.EXPECTED: mark("Expected"),
    Presence.INVITED: mark("Invited"),
    Presence.UNDECIDED: mark("Not confirmed"),
    Presence.DECLINED: mark("Declined"),
    Presence.ABSENT: mark("Absent"),
}


PRESENCE_WORDS: dict[Presence, str] = {
    Presence.ATTENDED: mark("attended"),
    Presence.CONFIRMED: mark("confirmed"),
    Presence.EXPECTED: mark("expected"),
    Presence.INVITED: mark("invited"),
    Presence.UNDECIDED: mark("not confirmed"),
    Presence.DECLINED: mark("declined"),
    Presence.ABSENT: mark("absent"),
}
"""Within a sentence."""


def name_of(draft: Draft, meeting: Meeting) -> Sentence:
    return draft.say("{name}", name=draft.name(meeting.name, meeting.cites))


def when(draft: Draft, meeting: Meeting) -> Sentence:
    """`24–25 June 2025`, `2027`, or that no day is announced."""
    if meeting.starts is None:
        return draft.say(mark("no date announced"))
    starts, ends = meeting.starts, meeting.ends
    if ends is None or ends == starts or starts.day is None or ends.day is None:
        return draft.say("{day}", day=draft.moment(starts, meeting.cites))
    return draft.say("{days}", days=draft.span(starts, ends, meeting.cites))


def countdown(draft: Draft, meeting: Meeting) -> Sentence:
    """How far off a meeting is; as precise as its date and no more."""
    values: Values = {"meeting": name_of(draft, meeting), "when": when(draft, meeting)}
    if meeting.starts is None:
        return draft.say(mark("{meeting}: no date is announced."), **values)
    if meeting.starts.day is None:
        return draft.say(mark("{meeting} is due in {when}; no day is announced."), **values)
    ends = (meeting.ends or meeting.starts).last
    if meeting.starts.first <= draft.as_of <= ends:
        return draft.say(mark("{meeting} is on today ({when})."), **values)
    day = meeting.starts if draft.as_of < ends else meeting.ends
    values["countdown"] = _countdown(draft, meeting, day)
    if draft.as_of > ends:
        return draft.say(mark("{meeting} ended {countdown} ({when})."), **values)
    return draft.say(mark("{meeting} is {countdown} ({when})."), **values)


def _countdown(draft: Draft, meeting: Meeting, day: PartialDate | None) -> Figure:
    counted = day or meeting.starts
    assert counted is not None
    return draft.days_between(draft.moment(counted, meeting.cites))


def where(draft: Draft, meeting: Meeting) -> Sentence | None:
    if meeting.city is None:
        return None
    values: Values = {"city": draft.name(meeting.city, meeting.cites)}
    if meeting.country is not None:
        values["country"] = draft.party(meeting.country)
    if meeting.venue is not None:
        values["venue"] = draft.name(meeting.venue, meeting.cites)
    template = {
        (False, False): mark("{city}"),
        (True, False): mark("{city}, {country}"),
        (False, True): mark("{venue}, {city}"),
        (True, True): mark("{venue}, {city}, {country}"),
    }[meeting.country is not None, meeting.venue is not None]
    return draft.say(template, **values)


def current(attendances: tuple[Attendance, ...]) -> tuple[Attendance, ...]:
    """The newest word on each person and each party; words of one day that differ all stay."""
    newest: dict[tuple[str, str | None], date] = {}
    for each in attendances:
        newest[each.party, each.person] = each.known_on.last
    kept: dict[tuple[str, str | None, Presence], Attendance] = {}
    for each in attendances:
        if newest[each.party, each.person] == each.known_on.last:
            kept[each.party, each.person, each.status] = each
    return tuple(kept.values())


def attendance_fact(draft: Draft, each: Attendance) -> Fact:
    """Who, on what footing, and since when that is known."""
    sentence = draft.say(
        mark("{line} (known {day})"),
        line=attendance_line(draft, each),
        day=draft.moment(each.known_on, each.cites),
    )
    return Fact(label=draft.voice.text(PRESENCES[each.status]), sentence=sentence)


def attendance_line(draft: Draft, each: Attendance) -> Sentence:
    """Who, on what footing; a claim that names the person is not preceded by the name."""
    values: Values = {
        "party": draft.party(each.party),
        "claim": draft.claim(each.claim, each.cites),
    }
    if each.person is None:
        return draft.say(mark("{party}: {claim}"), **values)
    values["person"] = draft.name(each.person, each.cites)
    if each.role is None:
        return draft.say(mark("{person}, {party}: {claim}"), **values)
    values["role"] = draft.office(each.role, each.person, each.cites)
    if each.person in each.claim:
        return draft.say(mark("{party}, {role}: {claim}"), **values)
    return draft.say(mark("{party}, {role} {person}: {claim}"), **values)
