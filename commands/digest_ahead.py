"""What is due: the meetings of the next weeks, and deadlines that are near."""

from collections.abc import Iterator
from datetime import date, timedelta

from commands import gatherings
from commands.asked import is_over
from commands.briefing import Fact
from commands.draft import Draft
from commands.news_topics import Line
from data.dates import PartialDate
from data.facts.knowledge import Knowledge
from data.facts.records import Meeting
from data.messages import mark
from data.rules import Clause, Review, ShareTarget, Status

_WEEKS = timedelta(weeks=6)
_NEAR = timedelta(days=60)
_MOST_MEETINGS = 3


def lines(
    knowledge: Knowledge, as_of: date, *, told: Meeting | None, quiet: bool
) -> tuple[Line, ...]:
    """`told` is the meeting that the digest opens with. On a quiet day one deadline is told however
    far off it is, another one each day."""
    return (*_meetings(knowledge, as_of, told), *_deadlines(knowledge, as_of, quiet=quiet))


def _meetings(knowledge: Knowledge, as_of: date, told: Meeting | None) -> Iterator[Line]:
    """Those of the next six weeks, or else the next one."""
    ahead = [
        each
        for each in knowledge.meetings(as_of)
        if each.starts is not None and not each.cancelled and not is_over(each, as_of)
    ]
    near = [each for each in ahead if each.starts and each.starts.last <= as_of + _WEEKS]
    for meeting in near[:_MOST_MEETINGS] or ahead[:1]:
        if told is None or meeting.meeting != told.meeting:
            yield _meeting(meeting)


def _meeting(meeting: Meeting) -> Line:
    def make(draft: Draft) -> Fact:
        sentence = gatherings.countdown(draft, meeting)
        return Fact(label=draft.voice.text(mark("Meeting")), sentence=sentence)

    return Line(make=make)


def _deadlines(knowledge: Knowledge, as_of: date, *, quiet: bool) -> tuple[Line, ...]:
    """What is due at the end of a year, once that is near."""
    due = sorted(_dated(knowledge, as_of), key=lambda pair: pair[0])
    near = tuple(_deadline(*each) for each in due if date(each[0], 12, 31) <= as_of + _NEAR)
    if near or not quiet or not due:
        return near
    return (_deadline(*due[as_of.toordinal() % len(due)]),)


def _dated(knowledge: Knowledge, as_of: date) -> Iterator[tuple[int, Review | ShareTarget]]:
    for commitment in knowledge.commitments(as_of):
        change = commitment.status_on(as_of)
        if change is None or change.status is not Status.AGREED:
            continue
        for clause in commitment.clauses:
            year = _year(clause)
            if year is not None and year >= as_of.year:
                assert isinstance(clause, Review | ShareTarget)
                yield year, clause


def _year(clause: Clause) -> int | None:
    match clause:
        case Review():
            return clause.year
        case ShareTarget():
            return clause.by
        case _:
            return None


def _deadline(year: int, clause: Review | ShareTarget) -> Line:
    def make(draft: Draft) -> Fact:
        sentence = draft.say(
            mark("{year}: {claim}"),
            year=draft.moment(PartialDate(year), clause.cites),
            claim=draft.claim(clause.claim, clause.cites),
        )
        label = mark("Review") if isinstance(clause, Review) else mark("Target year")
        return Fact(label=draft.voice.text(label), sentence=sentence)

    return Line(make=make)
