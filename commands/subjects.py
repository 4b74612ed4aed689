"""What a question can be about that takes a member or a meeting."""

from datetime import date

from commands.asked import find_meeting
from commands.desk import Desk
from data.errors import QuestionError
from data.facts.records import Meeting
from data.members import Member
from data.messages import mark

NO_SUCH_SUBJECT = mark(
    "No member or meeting called '{text}' was known on {day}. Write a country, such as Spain, or "
    "the city of a meeting, such as {city}."
)
_MOST_ECHOED = 40


def find_subject(desk: Desk, text: str, as_of: date) -> Member | Meeting:
    """A member's name comes first: a meeting is named by its city, or by its host with the year."""
    try:
        return desk.member(text)
    except QuestionError as error:
        no_member = error
    try:
        return find_meeting(desk, text, as_of)
    except QuestionError as error:
        no_meeting = error
    # Whichever knows something near it says so; a member is more likely to be meant.
    for told in (no_member, no_meeting):
        if "name" in told.values:
            raise told
    city = no_meeting.values.get("city")
    if city is None:
        raise no_member
    text = text.strip()[:_MOST_ECHOED]
    raise QuestionError(NO_SUCH_SUBJECT, text=text, day=as_of.isoformat(), city=city)


def id_of(subject: Member | Meeting) -> str:
    return subject.id if isinstance(subject, Member) else subject.meeting
