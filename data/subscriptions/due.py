"""When a digest is due: what a clock on the wall shows, once a local date.

Nothing here knows what time it is, so a clock that jumps can change no answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import count, islice
from zoneinfo import ZoneInfo

from data.subscriptions.model import Schedule

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Due:
    """`day` is the local date a digest is for, `at` its moment in UTC."""

    day: date
    at: datetime


@cache
def rules(zone: str) -> ZoneInfo:
    """Kept, for ZoneInfo keeps no more than eight and reads the file of any other again."""
    return ZoneInfo(zone)


def moment(at: time, zone: str, day: date) -> datetime | None:
    """When a clock on the wall in `zone` shows `at` on a local date, in UTC.

    Where the clock goes forward over that time, it is the first minute after the gap, even if
    that is the next day's midnight; where it shows the time twice, the first of the two. None for
    a date that the zone left out, as Samoa did with 30 December 2011.
    """
    region = rules(zone)
    wanted = datetime.combine(day, at)
    found = wanted.replace(tzinfo=region).astimezone(UTC)
    if _wall(found, region) == wanted:
        return found
    found = _after_gap(wanted, region)
    exists = day in (_wall(found, region).date(), _wall(found - _MINUTE, region).date())
    return found if exists else None


def next_due(schedule: Schedule, after: datetime) -> Due:
    """The first due time later than `after`, which has a zone."""
    first = _local_date(schedule, after)
    days = (first + _DAY * each for each in count())
    return next(each for each in _due(schedule, days) if each.at > after)


def missed(
    schedule: Schedule, after: datetime, now: datetime, *, most: int = 31
) -> tuple[Due, ...]:
    """What came due later than `after` and not later than `now`, the oldest first; of more than
    `most`, the newest."""
    # A clock that goes back over midnight has shown the first minutes of the next day already.
    last = _local_date(schedule, now) + _DAY
    span = (last - _local_date(schedule, after)).days
    newest = _due(schedule, (last - _DAY * back for back in range(span + 1)))
    found = (each for each in newest if after < each.at <= now)
    return tuple(reversed(list(islice(found, most))))


def _due(schedule: Schedule, days: Iterator[date]) -> Iterator[Due]:
    for day in days:
        if day.weekday() in schedule.weekdays:
            at = moment(schedule.at, schedule.zone, day)
            if at is not None:
                yield Due(day, at)


def _after_gap(wanted: datetime, region: ZoneInfo) -> datetime:
    """The first minute at which a clock that skips `wanted` shows more."""
    # By the offset after the gap, the wanted time lies before it, and the other way round.
    before = wanted.replace(tzinfo=region, fold=1).astimezone(UTC)
    after = wanted.replace(tzinfo=region, fold=0).astimezone(UTC)
    while after - before > _MINUTE:
        middle = before + (after - before) // _MINUTE // 2 * _MINUTE
        before, after = (before, middle) if _wall(middle, region) > wanted else (middle, after)
    return after


def _local_date(schedule: Schedule, moment: datetime) -> date:
    return moment.astimezone(rules(schedule.zone)).date()


def _wall(moment: datetime, region: ZoneInfo) -> datetime:
    return moment.astimezone(region).replace(tzinfo=None)
