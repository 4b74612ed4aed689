"""An earlier day to compare with."""

from datetime import date, timedelta

from commands.days import find_day, in_words
from commands.desk import Desk
from data.dates import PartialDate
from data.errors import QuestionError
from data.messages import mark

NOT_BEFORE = mark("{since} is not before {day}, the day asked about. Give an earlier one.")
_DAY = timedelta(days=1)


def find_since(desk: Desk, text: str, as_of: date) -> date:
    """The first day of what is meant: `June 2025` begins on its first. What became known on that
    day counts as a change. Raises QuestionError, also for a day after `as_of`."""
    last = find_day(desk, text)
    written = in_words(desk, text) or _in_figures(text)
    first = last if written is None else min(written.first, last)
    if first > as_of:
        raise QuestionError(NOT_BEFORE, since=first, day=as_of)
    return first


def eve(since: date) -> date:
    """The day whose knowledge is compared with."""
    return since - _DAY


def _in_figures(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text, times=False)
    except QuestionError:
        return None
