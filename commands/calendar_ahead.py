"""What lies ahead on a day, each as precisely as it is known: meetings, reviews, years by which
something is to be reached."""

from collections.abc import Iterator
from datetime import date

from commands import gatherings
from commands.asked import is_over
from commands.briefing import Fact
from commands.commitment_ahead import Due
from commands.draft import Draft
from commands.voice import Values
from data.dates import PartialDate
from data.facts.records import Meeting, MeetingKind, Pledge
from data.messages import mark
from data.rules import Commitment, Status

KINDS: dict[MeetingKind, str] = {
    MeetingKind.SUMMIT: mark("Summit"),
    MeetingKind.EXTRAORDINARY_SUMMIT: mark("Extraordinary summit"),
    MeetingKind.LEADERS_MEETING: mark("Leaders' meeting"),
    MeetingKind.DEFENCE_MINISTERS: mark("Defence ministers"),
    MeetingKind.FOREIGN_MINISTERS: mark("Foreign ministers"),
    MeetingKind.REGIONAL: mark("Regional meeting"),
    MeetingKind.CONTACT_GROUP: mark("Contact group"),
}

_SET_BY_ITSELF = ("pledge", "programme", "law")
"""Budgets and estimates are of a year that runs, and nothing that is to be reached."""
_STANDING = (Status.AGREED, Status.PROPOSED)


def meetings(draft: Draft) -> list[Meeting]:
    """Those that are not over and not cancelled, in the order of time; without a date, last."""
    known = draft.desk.knowledge.meetings(draft.as_of)
    found = [each for each in known if not each.cancelled and not is_over(each, draft.as_of)]
    return sorted(found, key=_first)


def _first(meeting: Meeting) -> tuple[bool, int, str]:
    if meeting.starts is None:
        return True, 0, meeting.meeting
    # A bare year may be any of its days: what has a day of that year comes before.
    return False, meeting.starts.last.toordinal(), meeting.meeting


def meeting_fact(draft: Draft, meeting: Meeting) -> Fact:
    values: Values = {"countdown": gatherings.countdown(draft, meeting)}
    where = gatherings.where(draft, meeting)
    template = "{countdown}"
    if where is not None:
        values["where"] = where
        template = mark("{countdown} Where: {where}.")
    label = draft.voice.text(KINDS[meeting.kind])
    return Fact(label=label, sentence=draft.say(template, **values))


def commitments(draft: Draft) -> list[tuple[Commitment, Status]]:
    """What was agreed and holds, then what was proposed and is open; the newest first."""
    found = [
        (each, change.status)
        for each in draft.desk.knowledge.commitments(draft.as_of)
        if (change := each.status_on(draft.as_of)) is not None and change.status in _STANDING
    ]
    found.sort(key=lambda pair: pair[0].history[0].on.first, reverse=True)
    return sorted(found, key=lambda pair: _STANDING.index(pair[1]))


def with_a_year(due: list[Due]) -> list[Due]:
    return [each for each in due if each.year is not None and each.left is not None]


def goals(draft: Draft) -> Iterator[Fact]:
    """What members set themselves for a time to come, in the order of time."""
    known = draft.desk.knowledge.known(Pledge, draft.as_of)
    ahead = [
        (each.by, each)
        for each in known
        if each.by is not None and _is_ahead(each.by, draft.as_of) and each.kind in _SET_BY_ITSELF
    ]
    for by, pledge in sorted(ahead, key=lambda pair: (pair[0].last, pair[1].members)):
        sentence = draft.say(
            mark("{year}: {claim}"),
            year=draft.moment(by, pledge.cites),
            claim=draft.claim(pledge.claim, pledge.cites),
        )
        yield Fact(label=_members(draft, pledge), sentence=sentence)


def _is_ahead(by: PartialDate, as_of: date) -> bool:
    """A bare year that runs is under way; a day or a month of it may be still to come."""
    return by.year > as_of.year or (by.month is not None and by.last >= as_of)


def _members(draft: Draft, pledge: Pledge) -> str:
    if len(pledge.members) != 1:
        return draft.voice.text(mark("Several members"))
    return draft.party(pledge.members[0])
