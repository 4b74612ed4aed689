"""Which meetings of an article are news of their own."""

from collections.abc import Iterator, Sequence
from datetime import date

from data.facts.records import MeetingKind
from data.importers.article.findings import AttendanceFound, MeetingFound
from data.importers.article.meets import Meet, Meets
from data.importers.proposals import Ground

_OLD = 366
"""Days after which a meeting is no news."""


def told_meetings(
    meets: Meets, attended: Sequence[AttendanceFound], published: date
) -> Iterator[MeetingFound]:
    """Meetings with their day or place. One that is told of only where somebody comes to it is
    proposed with that."""
    for meet in meets.every:
        if not meet.told or meet.kind is None or not _is_new(meet, published):
            continue
        if _is_told_with_guests(meet, attended):
            meet.carried = True
            continue
        found = MeetingFound(quotes=list(meet.quotes), meet=meet)
        found.ground(Ground.STATED, Ground.DAY_WRITTEN if meet.written else Ground.DAY_RESOLVED)
        yield found


def _is_told_with_guests(meet: Meet, attended: Sequence[AttendanceFound]) -> bool:
    guests = [each for each in attended if each.meet is meet]
    spoken = {quote[0].sentence.number for each in guests for quote in each.quotes}
    return bool(spoken) and all(quote[0].sentence.number in spoken for quote in meet.quotes)


def _is_new(meet: Meet, published: date) -> bool:
    last = meet.starts or meet.ends
    if last is None:
        return meet.kind is not MeetingKind.SUMMIT or meet.country is not None
    return (published - last.last).days < _OLD
