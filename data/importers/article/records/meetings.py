"""Meetings, and who comes to them."""

from data.facts.knowledge import Fact, Knowledge
from data.facts.records import Attendance, Meeting, MeetingKind
from data.importers.article.findings import AttendanceFound, Finding
from data.importers.article.known_meetings import known_as
from data.importers.article.meet import Meet
from data.importers.article.records.citing import Citing, meeting_key
from data.importers.article.wording import meetings as wording
from data.importers.proposals import Ground


class Meetings:
    """Writes each meeting that is proposed with its guests once."""

    def __init__(self, citing: Citing, knowledge: Knowledge) -> None:
        self._citing = citing
        self._knowledge = knowledge
        self._carried: set[int] = set()

    def meeting(self, meet: Meet, found: Finding) -> Meeting:
        assert meet.kind is not None
        known = self._known(meet)
        key = known.meeting if known is not None else meeting_key(meet)
        # Newspapers call a summit a leaders' meeting, too.
        is_called_so = known is not None and meet.kind is MeetingKind.LEADERS_MEETING
        return Meeting(
            id=self._citing.id(key),
            meeting=key,
            kind=known.kind if known is not None and is_called_so else meet.kind,
            name=known.name if known is not None else wording.meeting_name(meet),
            starts=meet.starts,
            ends=meet.ends,
            city=meet.city,
            country=meet.country,
            cancelled=meet.cancelled,
            claim=wording.meeting(meet, self._citing.published),
            known_on=self._citing.day,
            cites=self._citing.cites(found),
        )

    def attendance(self, found: AttendanceFound) -> list[Fact]:
        """With its meeting before it, where that is proposed with its first guest; empty where
        nobody knows which meeting is meant."""
        meet = found.meet
        if meet.kind is None:
            return []
        known = self._known(meet)
        carries = meet.carried and id(meet) not in self._carried
        self._carried.add(id(meet))
        if known is None and not meet.told:
            return []
        found.ground(Ground.KNOWN_SUBJECT if known is not None else Ground.NEW_SUBJECT)
        value = self._guest(found, known)
        return [self.meeting(meet, found), value] if carries else [value]

    def _guest(self, found: AttendanceFound, known: Meeting | None) -> Attendance:
        key = known.meeting if known is not None else meeting_key(found.meet)
        return Attendance(
            id=self._citing.id(key, found.party, found.person),
            meeting=key,
            party=found.party,
            person=found.person,
            role=found.role,
            status=found.status,
            claim=wording.attendance(found, known),
            known_on=self._citing.day,
            cites=self._citing.cites(found),
        )

    def _known(self, meet: Meet) -> Meeting | None:
        return known_as(meet, self._knowledge, self._citing.published)
