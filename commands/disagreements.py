"""Contradicting facts side by side: each with its source and the grade of it, and none the winner.

A command tells them beside whatever the present state says, which has to follow one of them.
"""

from collections.abc import Iterable
from datetime import date

from commands import gatherings, positions
from commands.briefing import Sentence
from commands.draft import Draft
from commands.voice import Values
from data.facts.contradictions import Contradiction, Side, contradictions
from data.facts.contradictions.words import Aspect
from data.facts.records import Meeting, Pledge, Stance
from data.members import Member
from data.messages import mark
from data.sources import Grade

GRADES: dict[Grade, str] = {
    Grade.OFFICIAL: mark("official"),
    Grade.WIRE: mark("news agency or newspaper of record"),
    Grade.OTHER: mark("other source"),
}
"""Within a sentence."""


class Disagreements:
    """What stands in contradiction on the day of one answer."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._standing = contradictions(draft.desk.knowledge, draft.as_of)

    def about_meeting(self, key: str) -> list[Contradiction]:
        """On a meeting itself, and on who comes."""
        return [each for each in self._standing if each.subject.meeting == key]

    def about_member(self, member: Member) -> list[Contradiction]:
        """On where a member stands, what it set itself, and what it has done."""
        return [each for each in self._standing if each.subject.member == member.id]

    def about_meetings_ahead(self) -> list[Contradiction]:
        """On when or where a meeting is, or whether it is; any side may have it still to come."""
        states = self._draft.desk.knowledge.meetings(self._draft.as_of)
        present = {each.meeting: each for each in states}
        return [
            each
            for each in self._standing
            if (state := present.get(each.subject.meeting or "")) is not None
            and each.subject.party is None
            and _is_ahead((state, *(side.fact for side in each.sides)), self._draft.as_of)
        ]

    def that_came_up(self, since: date) -> list[Contradiction]:
        """Those of which a side became known after `since`."""
        return [
            each
            for each in self._standing
            if any(since < side.fact.known_on.last for side in each.sides)
        ]

    def tell(self, found: Iterable[Contradiction]) -> list[Sentence]:
        """One sentence on each, however often it was found."""
        return [_sentence(self._draft, each) for each in dict.fromkeys(found)]


def _is_ahead(told: Iterable[object], as_of: date) -> bool:
    """Whether any of these may lie ahead; without a day in any of them, it may."""
    meetings = (each for each in told if isinstance(each, Meeting))
    ends = [end for each in meetings if (end := each.ends or each.starts) is not None]
    return not ends or any(end.last >= as_of for end in ends)


def _sentence(draft: Draft, found: Contradiction) -> Sentence:
    sides, *others = (_side(draft, each) for each in found.sides)
    for side in others:
        sides = draft.say(mark("{first}; {next}"), first=sides, next=side)
    return draft.say(_template(found), sides=sides, **_subject(draft, found))


def _side(draft: Draft, side: Side) -> Sentence:
    grade = draft.term(GRADES[side.grade])
    if isinstance(side.fact, Stance):
        line = positions.dated_claim(draft, side.fact)
        return draft.say(mark("{line} ({grade})"), line=line, grade=grade)
    return draft.say(
        mark("{claim} ({grade}, {day})"),
        claim=draft.claim(side.fact.claim, side.cites),
        grade=grade,
        day=draft.moment(side.fact.known_on, side.cites),
    )


_TEMPLATES: dict[Aspect, str] = {
    Aspect.ATTENDANCE: mark(
        "Sources disagree on the presence of {person} ({party}) at {meeting}: {sides}."
    ),
    Aspect.DATES: mark("Sources disagree on when {meeting} is: {sides}."),
    Aspect.PLACE: mark("Sources disagree on where {meeting} is: {sides}."),
    Aspect.CANCELLED: mark("Sources disagree on whether {meeting} is cancelled: {sides}."),
    Aspect.POSITION: mark("Statements differ on where {member} stands on {commitment}: {sides}."),
    Aspect.PLEDGE: mark(
        "Sources give different shares that {member} set itself for {year}: {sides}."
    ),
    Aspect.FULFILMENT: mark(
        "Sources disagree on whether {member} did in {year} what {commitment} asks: {sides}."
    ),
    Aspect.RESERVATION: mark(
        "Sources give different shares by which {member} reads {commitment}: {sides}."
    ),
}
_SHORTER: dict[Aspect, str] = {
    Aspect.ATTENDANCE: mark(
        "Sources disagree on whether {party} takes part in {meeting}: {sides}."
    ),
    Aspect.POSITION: mark("Statements differ on where {member} stands: {sides}."),
    Aspect.PLEDGE: mark("Sources give different shares that {member} set itself: {sides}."),
    Aspect.FULFILMENT: mark(
        "Sources disagree on whether all was done in {year} that {commitment} asks: {sides}."
    ),
}
"""Where no person, no commitment, no year or no member is named."""


def _template(found: Contradiction) -> str:
    subject = found.subject
    named = {
        Aspect.ATTENDANCE: subject.person,
        Aspect.POSITION: subject.commitment,
        Aspect.PLEDGE: subject.by,
        Aspect.FULFILMENT: subject.member,
    }
    templates = _SHORTER if named.get(found.aspect, subject) is None else _TEMPLATES
    return templates[found.aspect]


def _subject(draft: Draft, found: Contradiction) -> Values:
    subject, first = found.subject, found.sides[0]
    values: Values = {}
    if subject.meeting is not None:
        values["meeting"] = _meeting(draft, subject.meeting)
    if subject.party is not None:
        position = "inside" if subject.person is None else "alone"
        values["party"] = draft.party(subject.party, position)
    if subject.person is not None:
        values["person"] = draft.name(subject.person, first.cites)
    if subject.member is not None:
        values["member"] = draft.party(subject.member, "inside")
    if subject.commitment is not None:
        values["commitment"] = _commitment(draft, subject.commitment)
    if subject.year is not None:
        values["year"] = draft.year(subject.year, first.cites)
    if isinstance(first.fact, Pledge) and first.fact.by is not None:
        values["year"] = draft.moment(first.fact.by, first.cites)
    return values


def _meeting(draft: Draft, key: str) -> Sentence:
    for meeting in draft.desk.knowledge.meetings(draft.as_of):
        if meeting.meeting == key:
            return gatherings.name_of(draft, meeting)
    # Somebody's coming may be known before the meeting's own record is.
    return draft.say(mark("a meeting not recorded yet"))


def _commitment(draft: Draft, key: str) -> Sentence:
    for commitment in draft.desk.knowledge.commitments(draft.as_of):
        if commitment.id == key:
            change = commitment.history[0]
            return draft.say("{title}", title=draft.name(commitment.title, change.cites))
    # A demand may be answered before its own record says that it was made.
    return draft.say(mark("a text not recorded yet"))
