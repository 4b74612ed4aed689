"""What a digest has no room for: how much it is, and where it can be read."""

from collections import Counter
from collections.abc import Iterator, Sequence

from commands.briefing import Fact, FollowUp
from commands.draft import Draft
from commands.news_changes import Change, Disputed, News
from commands.news_topics import Line
from data.facts.knowledge import Fact as Record
from data.facts.records import Attendance, Meeting, Pledge, Request, Stance, Statement
from data.messages import mark
from data.rules import Fulfilment, Reservation

ROOM = 70
"""Of the line that says so."""

_MOST_HISTORIES = 2


def untold(news: Sequence[News], told: Sequence[Line]) -> tuple[News, ...]:
    names = {id(each) for line in told for each in line.news}
    return tuple(each for each in news if id(each) not in names)


def fact(draft: Draft, left: Sequence[News]) -> Fact:
    count = draft.count(draft.say(mark("new entries that are not told here")), left)
    template = mark("{count}; the histories below have them.")
    if not any(True for _ in histories(draft, left)):
        template = mark("{count}.")
    return Fact(
        label=draft.voice.text(mark("Not shown")), sentence=draft.say(template, count=count)
    )


def histories(draft: Draft, news: Sequence[News]) -> Iterator[FollowUp]:
    """Of those that most of it is about."""
    meetings = {each.meeting: each for each in draft.desk.knowledge.meetings(draft.as_of)}
    counted = Counter(name for each in news for name in _about(each))
    found = 0
    for name, _ in counted.most_common():
        known = name in meetings or name in draft.desk.knowledge.roster
        if known and found < _MOST_HISTORIES:
            yield FollowUp(command="history", arguments=_named(draft, meetings.get(name), name))
            found += 1


def _named(draft: Draft, meeting: Meeting | None, code: str) -> str:
    if meeting is None:
        return draft.desk.party_name(code)
    return draft.voice.recorded(meeting.name)


def _about(news: News) -> tuple[str, ...]:
    """Codes of members, and keys of meetings."""
    match news:
        case Change():
            return _subjects(news.fact)
        case Disputed():
            return (news.reservation.member,)
        case _:
            return ()


def _subjects(record: Record) -> tuple[str, ...]:
    match record:
        case Meeting() | Attendance():
            return (record.meeting,)
        case Stance() | Reservation():
            return (record.member,)
        case Pledge() | Request() | Fulfilment():
            return record.members
        case Statement():
            return (record.about,)
        case _:
            return ()
