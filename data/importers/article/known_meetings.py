"""Which meeting of the store an article means."""

from datetime import date

from data.facts.knowledge import Knowledge
from data.facts.records import Meeting
from data.importers.article.meet import SUMMITS, Meet, are_alike, are_apart
from data.names.text import key

_NEAR_DAYS = 400
"""From the article's day, for a meeting of which it tells neither day nor place."""
_SAME_DAYS = 200
"""Between two days told for one and the same summit, which may be moved."""
_PAST_DAYS = 100
"""By which a meeting ahead goes before one that is over, where no day is told."""


def known_as(meet: Meet, knowledge: Knowledge, published: date) -> Meeting | None:
    """The meeting of the store that an article means: of its kind, not elsewhere and not on another
    day; of several, the one nearest to the article's day."""
    newest = {each.meeting: each for each in knowledge.known(Meeting, date.max)}
    fitting = [each for each in newest.values() if _fits(meet, each)]
    if meet.starts is None and meet.city is None and meet.country is None:
        fitting = [each for each in fitting if _is_near(each, published)]
    return min(fitting, key=lambda each: _away(each, meet, published), default=None)


def _is_near(known: Meeting, published: date) -> bool:
    starts = known.starts
    return starts is not None and abs((starts.first - published).days) < _NEAR_DAYS


def _fits(meet: Meet, known: Meeting) -> bool:
    if meet.kind is None or not are_alike(meet.kind, known.kind):
        return False
    if meet.city and known.city and not key(known.city).startswith(key(meet.city)):
        return False
    if meet.country and known.country and meet.country != known.country:
        return False
    if meet.starts is None or known.starts is None or not are_apart(meet.starts, known.starts):
        return True
    away = abs((meet.starts.first - known.starts.first).days)
    return meet.kind in SUMMITS and away < _SAME_DAYS


def _away(known: Meeting, meet: Meet, published: date) -> tuple[int, int]:
    if known.starts is None:
        return (1, 0)
    to = meet.starts.first if meet.starts is not None else published
    is_over = known.starts.last < published and meet.starts is None
    return (0, abs((known.starts.first - to).days) + (_PAST_DAYS if is_over else 0))
