"""The digest that a message is: whose, of which day, and what it was made of.

All of it is in the ids of its buttons. So they open up the digest that was sent, whatever became of
its subscription, and the message can be found again by what its buttons say.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from data.subscriptions.model import Part

_WITHIN, _SHORT = ".", "s"
_PARTS = tuple(Part)
_MINUTE = timedelta(minutes=1)
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """The digest of `day`, a local one, with what became known after `since`, and with what was
    `written` into the store between two moments, to the minute, and was known before. `mark` is the
    nonce it is sent with. `short` is how it is on a quiet day."""

    mark: str
    day: date
    since: date
    written: tuple[datetime, datetime]
    parts: frozenset[Part]
    short: bool = False


def write(issue: Issue) -> tuple[str, str]:
    """Two words for the id of a button; the second is the mark."""
    begin, end = (each - _EPOCH for each in issue.written)
    numbers = [
        (issue.day - issue.since).days,
        begin // _MINUTE,
        (end - begin) // _MINUTE,
        _bits(issue.parts),
    ]
    if min(numbers) < 0:
        raise ValueError(f"{issue} ends before it begins")
    written = _WITHIN.join(f"{each:x}" for each in numbers)
    return written + (_SHORT if issue.short else ""), issue.mark


def read(words: Iterable[str], day: date) -> Issue:
    """Raises ValueError for what `write` would not have written."""
    made_of, mark = words
    days, begin, length, parts = map(_number, made_of.removesuffix(_SHORT).split(_WITHIN))
    if not mark or parts >> len(_PARTS):
        raise ValueError(made_of)
    try:
        start = _EPOCH + begin * _MINUTE
        written, since = (start, start + length * _MINUTE), day - timedelta(days=days)
    except OverflowError as error:
        raise ValueError(made_of) from error
    return Issue(
        mark=mark,
        day=day,
        since=since,
        written=written,
        parts=frozenset(part for at, part in enumerate(_PARTS) if parts >> at & 1),
        short=made_of.endswith(_SHORT),
    )


def _bits(parts: Iterable[Part]) -> int:
    return sum(1 << _PARTS.index(each) for each in parts)


def _number(word: str) -> int:
    number = int(word, 16)
    if number < 0 or f"{number:x}" != word:
        raise ValueError(word)
    return number
