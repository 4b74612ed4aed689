"""Meetings, and who comes to them."""

import re
from datetime import date

from data.facts.records import Meeting, MeetingKind, Presence
from data.importers.article.findings import AttendanceFound
from data.importers.article.meet import Meet
from data.importers.article.wording import days, name

_KINDS = {
    MeetingKind.SUMMIT: "NATO summit",
    MeetingKind.EXTRAORDINARY_SUMMIT: "extraordinary NATO summit",
    MeetingKind.LEADERS_MEETING: "meeting of NATO's leaders",
    MeetingKind.DEFENCE_MINISTERS: "meeting of NATO's defence ministers",
    MeetingKind.FOREIGN_MINISTERS: "meeting of NATO's foreign ministers",
    MeetingKind.REGIONAL: "regional meeting",
    MeetingKind.CONTACT_GROUP: "meeting of the Ukraine Defence Contact Group",
}
_PRESENCES = {
    Presence.INVITED: "{who} was invited to {meeting}.",
    Presence.EXPECTED: "{who} is expected at {meeting}.",
    Presence.CONFIRMED: "It was confirmed that {who} takes part in {meeting}.",
    Presence.UNDECIDED: "It was left open whether {who} comes to {meeting}.",
    Presence.DECLINED: "It was said beforehand that {who} does not come to {meeting}.",
    Presence.ATTENDED: "{who} took part in {meeting}.",
    Presence.ABSENT: "{who} was not at {meeting}.",
}
_YEAR_BEHIND = re.compile(r" (\d{4})$")


def kind_name(kind: MeetingKind | None) -> str:
    """Without article; a meeting of whom is not told is just that."""
    return _KINDS[kind] if kind is not None else "meeting"


def meeting_name(meet: Meet) -> str:
    """As a heading names it."""
    kind = kind_name(meet.kind)
    return f"{kind[:1].upper()}{kind[1:]}{_where(meet.city, meet.country)}"


def meeting(meet: Meet, published: date) -> str:
    kind = kind_name(meet.kind)
    article = "An" if kind[0] in "aeiou" else "A"
    what = f"{article} {kind}"
    when = f" {days(meet.starts, meet.ends)}" if meet.starts is not None else ""
    told = f"{_where(meet.city, meet.country)}{when}"
    if meet.cancelled:
        return f"{what}{told} was called off."
    return f"{what} {_happens(meet, published)}{told}."


def _where(city: str | None, country: str | None) -> str:
    place = city or (name(country) if country else None)
    return f" in {place}" if place else ""


def _happens(meet: Meet, published: date) -> str:
    if meet.starts is None:
        return "takes place"
    if (meet.ends or meet.starts).last < published:
        return "took place"
    return "is to take place" if meet.starts.first > published else "takes place"


def attendance(found: AttendanceFound, known: Meeting | None) -> str:
    """`known` is the meeting as the store has it, where it has it."""
    meet = found.meet
    meeting = f"the {kind_name(meet.kind)}{_where(meet.city, meet.country)}"
    told = _PRESENCES[found.status]
    who = found.person or name(found.party, start=told.startswith("{who}"))
    return told.format(who=who, meeting=inside(known) if known is not None else meeting)


def inside(known: Meeting) -> str:
    """A meeting of the store within a sentence: `Defence ministers, June 2025` is no such name."""
    if "," in known.name:
        return f"the {kind_name(known.kind)}{_place_and_day(known)}"
    called = _YEAR_BEHIND.sub(r" of \1", known.name)
    if called.startswith("The "):
        return called
    is_extraordinary = called.startswith("Extraordinary ")
    return f"the {called[:1].lower()}{called[1:]}" if is_extraordinary else f"the {called}"


def _place_and_day(known: Meeting) -> str:
    where = _where(known.city, known.country)
    return f"{where} {days(known.starts, known.ends)}" if known.starts is not None else where
