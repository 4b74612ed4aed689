"""The two clocks of a record: the days on which what it says holds, and since when it is known.

What a record says is thin: it holds from the day it was said, and no day ends it but a later
record or one that it names itself. Whether it was true is for its reader to judge.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from data.dates import PartialDate
from data.facts.records import Attendance, Group, Meeting, Pledge, Request, Stance, Statement
from data.members import Member
from data.rules.commitments import Commitment, Fulfilment, Reservation, Status
from data.rules.expenditure import Edition
from data.sources import Source

Record = (
    Commitment
    | Fulfilment
    | Reservation
    | Meeting
    | Attendance
    | Stance
    | Pledge
    | Request
    | Statement
    | Group
    | Source
    | Edition
    | Member
)

_ENDED = (Status.SUPERSEDED, Status.WITHDRAWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From one date until another, each as precise as it is known.

    Where `from_` is None the beginning is unknown; where `until` is None nothing is known to end
    it. `inclusive` is whether it still holds on the day that `until` means, as a meeting does on
    its last day; a commitment no longer does on the day another takes its place.
    """

    from_: PartialDate | None = None
    until: PartialDate | None = None
    inclusive: bool = True

    def days(self) -> tuple[date | None, date | None]:
        """The first day it can hold, and the day after the last: half-open, None for no bound.

        Both are the same where it ends before it begins, and so holds on no day. The calendar ends
        with the year 9999; what lasts to its end has no day after it.
        """
        first, after = None if self.from_ is None else self.from_.first, self._after()
        return first, after if first is None or after is None else max(first, after)

    def holds_on(self, day: date) -> bool | None:
        """None where that is undecidable, because a date is not known to the day."""
        first, after = self.days()
        if (first is not None and day < first) or (after is not None and after <= day):
            return False
        # What holds on any day at all has begun by the last that it can hold on, and goes on
        # through the first.
        begun = self._has_begun(day) or (after is not None and after - day == timedelta(days=1))
        return True if begun and (day == first or self._goes_on(day)) else None

    def _after(self) -> date | None:
        if self.until is None or not self.inclusive:
            return None if self.until is None else self.until.last
        return None if self.until.last == date.max else self.until.last + timedelta(days=1)

    def _has_begun(self, day: date) -> bool:
        return self.from_ is not None and self.from_.is_over_by(day)

    def _goes_on(self, day: date) -> bool:
        if self.until is None:
            return True
        return day <= self.until.first if self.inclusive else day < self.until.first


def known_on(value: Record) -> PartialDate:
    """When it became known, as precisely as that is recorded.

    A commitment is known from its first status on; a publication from the day it came out; that a
    member is one from the day it joined. All else says it itself.
    """
    match value:
        case Commitment():
            return value.history[0].known_on
        case Source() | Edition():
            return value.published_on
        case Member():
            return PartialDate.of(value.joined)
        case _:
            return value.known_on


def known_from(value: Record) -> date:
    """The first day on which it is certain that it was known."""
    return known_on(value).last


def holds(value: Record) -> Span:
    """When what the record says holds; which is not when it was known."""
    match value:
        case Meeting():
            # Without `ends` it is over when the day of its start is; a cancelled one keeps the days
            # it is recorded for.
            return Span(from_=value.starts, until=value.ends or value.starts)
        case Commitment():
            return _standing(value)
        case Fulfilment():
            # It speaks of the whole of its year, so no day of that year is in doubt.
            return Span(from_=PartialDate(value.year, 1, 1), until=PartialDate(value.year, 12, 31))
        case Pledge():
            # What is to be done by a year may end on any day of that year.
            return Span(from_=value.known_on, until=value.by)
        case Stance() | Statement():
            # Said once, it stands until something else is said; that is another record.
            return Span(from_=value.said_on)
        case Attendance() | Request() | Reservation() | Group():
            # No day is recorded but the one it became known, and none that ends it: the newest
            # record on its subject is the present state.
            return Span(from_=value.known_on)
        case Source() | Edition():
            # A publication stays what was published; a later edition does not unpublish it.
            return Span(from_=value.published_on)
        case Member():
            # Nothing recorded here ends a membership.
            return Span(from_=PartialDate.of(value.joined))


def _standing(commitment: Commitment) -> Span:
    """From its first status until the one that ended it for good; a status after an end revives it,
    and the pause between is not told."""
    until: PartialDate | None = None
    for change in commitment.history:
        if change.status not in _ENDED:
            until = None
        elif until is None:
            until = change.on
    return Span(from_=commitment.history[0].on, until=until, inclusive=False)
