"""One meeting, as an article tells it."""

from dataclasses import dataclass, field

from data.dates import PartialDate
from data.facts.records import MeetingKind
from data.importers.article.marking import Marked
from data.names.text import key

Quote = tuple[Marked, int, int]
"""A sentence, and from where to where in it the words stand that count."""

SUMMITS = frozenset(
    {MeetingKind.SUMMIT, MeetingKind.EXTRAORDINARY_SUMMIT, MeetingKind.LEADERS_MEETING}
)
_SPECIAL: dict[MeetingKind | None, int] = {
    MeetingKind.LEADERS_MEETING: 1,
    MeetingKind.SUMMIT: 2,
    MeetingKind.EXTRAORDINARY_SUMMIT: 3,
}
"""Of several words for a meeting of leaders, the one that says most."""
_RANK = {"year": 0, "month": 1, "day": 2, "instant": 3}


@dataclass(slots=True)
class Meet:
    """`days` is how many it lasts, where the text says so. `written` is whether its day is written
    out, `told` whether day or place is told at all, `carried` whether it is proposed together with
    somebody who comes to it."""

    kind: MeetingKind | None
    city: str | None = None
    country: str | None = None
    starts: PartialDate | None = None
    ends: PartialDate | None = None
    cancelled: bool = False
    days: int | None = None
    written: bool = True
    told: bool = False
    carried: bool = False
    quotes: list[Quote] = field(default_factory=list[Quote])

    def takes(self, other: "Meet") -> bool:
        """Whether another mention may be of the same meeting."""
        if (
            other.kind is not None
            and self.kind is not None
            and not are_alike(self.kind, other.kind)
        ):
            return False
        if other.city and self.city and key(other.city) != key(self.city):
            return False
        if other.country and self.country and other.country != self.country:
            return False
        if other.starts is not None and self.starts is not None:
            is_within = self.spans(other.starts) or other.spans(self.starts)
            return is_within or not are_apart(self.starts, other.starts)
        return True

    def take(self, other: "Meet") -> None:
        """Adds what another mention of it tells."""
        if self.kind is None or _SPECIAL.get(self.kind, 0) < _SPECIAL.get(other.kind, 0):
            self.kind = other.kind
        self.city, self.country = self.city or other.city, self.country or other.country
        is_wider = self.starts is not None and self.ends is None and other.spans(self.starts)
        if other.starts is not None and (is_wider or _is_closer(other.starts, self.starts)):
            self.starts, self.ends, self.written = other.starts, other.ends, other.written
        elif self.ends is None and other.ends is not None and self._begins_before(other.ends):
            self.ends = other.ends
        self.cancelled |= other.cancelled
        self.days = self.days or other.days
        self.told |= other.told
        self.quotes.extend(other.quotes)

    def spans(self, day: PartialDate) -> bool:
        """Whether a day is one of several that a meeting lasts."""
        if self.starts is None or self.ends is None:
            return False
        return self.starts.first <= day.first and day.last <= self.ends.last

    def _begins_before(self, day: PartialDate) -> bool:
        return self.starts is None or self.starts.first <= day.first


def _is_closer(one: PartialDate, other: PartialDate | None) -> bool:
    return other is None or _RANK[one.precision] > _RANK[other.precision]


def are_alike(one: MeetingKind, other: MeetingKind) -> bool:
    """Whether newspapers use one for the other."""
    return one is other or {one, other} <= SUMMITS


def are_apart(one: PartialDate, other: PartialDate) -> bool:
    return one.last < other.first or other.last < one.first
