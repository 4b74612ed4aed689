"""Which meeting, commitment or other subject a question names."""

from datetime import date

from commands.asked import is_over
from commands.commitments import find_commitment
from commands.desk import Desk
from commands.gatherings import SUMMITS
from commands.understanding.concepts import Concept
from commands.understanding.features import Features, Has
from data.errors import QuestionError
from data.facts.records import Meeting, MeetingKind
from data.rules import Commitment, Status


def subject_meant(desk: Desk, asked: Features) -> str:
    if asked.members:
        return asked.members[0] if len(asked.members) == 1 else ""
    said = {Concept.PLEDGE, Concept.AGREED, Concept.PROPOSED} & asked.has
    meeting = meeting_meant(desk, asked)
    if said or meeting is None:
        return commitment_meant(desk, asked) or (meeting.meeting if meeting else "")
    return meeting.meeting


def commitment_meant(desk: Desk, asked: Features) -> str:
    """The id of the commitment that is named by its place, its year or a person; else nothing."""
    known = desk.knowledge.commitments(_day(desk, asked))
    drafts = [each for each in known if "draft" in each.id]
    if Concept.DRAFT in asked.has and drafts:
        return drafts[-1].id
    for party in asked.reading.persons:
        made = [each for each in known if party in each.id]
        if made:
            return made[-1].id
    if asked.cities:
        return _made_at(desk, asked.cities[0], asked)
    agreed = [each for each in known if _agreed_in(each, asked.when.years)]
    return agreed[-1].id if agreed else ""


def _made_at(desk: Desk, city: str, asked: Features) -> str:
    try:
        return find_commitment(desk, city, _day(desk, asked)).id
    except QuestionError:
        return ""


def _agreed_in(commitment: Commitment, years: tuple[int, ...]) -> bool:
    return any(
        each.status is Status.AGREED and each.on.year in years for each in commitment.history
    )


def meeting_meant(desk: Desk, asked: Features) -> Meeting | None:
    """The meeting that is named; None where the next summit is meant."""
    day = _day(desk, asked)
    known = [each for each in desk.knowledge.meetings(day) if not each.cancelled]
    kinds = _kinds(asked)
    there = [each for each in known if _is_there(each, asked) and each.kind in kinds]
    if not there and asked.cities:
        there = [each for each in known if _is_there(each, asked)]
    there = _then(there, asked)
    if not asked.cities and asked.host is None and not _is_dated(asked):
        if Concept.LAST not in asked.has:
            return None if Concept.MINISTERS not in asked.has else _next(there, day)
        there = [each for each in there if is_over(each, day)]
    return _next(there, day) or (there[-1] if there else None)


def _next(meetings: list[Meeting], day: date) -> Meeting | None:
    return next((each for each in meetings if not is_over(each, day)), None)


def _kinds(asked: Features) -> tuple[MeetingKind, ...]:
    if Concept.MINISTERS in asked.has:
        return (MeetingKind.DEFENCE_MINISTERS, MeetingKind.FOREIGN_MINISTERS)
    return SUMMITS


def _is_there(meeting: Meeting, asked: Features) -> bool:
    if asked.cities:
        return meeting.city == asked.cities[0]
    return asked.host is None or meeting.country == asked.host


def _is_dated(asked: Features) -> bool:
    return bool(asked.when.years) or Has.DAY in asked.has


def _then(meetings: list[Meeting], asked: Features) -> list[Meeting]:
    """Those of the year or month that is named, where there are any."""
    month = asked.when.as_of
    dated = [each for each in meetings if each.starts is not None]
    if asked.when.years:
        found = [each for each in dated if each.starts and each.starts.year in asked.when.years]
        return found or meetings
    if month is not None and month.month is not None:
        found = [
            each
            for each in dated
            if each.starts and (each.starts.year, each.starts.month) == (month.year, month.month)
        ]
        return found or meetings
    return meetings


def _day(desk: Desk, asked: Features) -> date:
    asked_of = asked.when.as_of
    return min(asked_of.last, desk.today) if asked_of is not None else desk.today
