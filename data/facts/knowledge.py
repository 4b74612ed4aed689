"""Everything known, in memory and immutable. Every question takes the day it is asked as of.

A revision is known over a half-open interval: from the last day its `known_on` can mean (before
that it is not certain that anybody knew) until the day a correction or a retraction ended it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from data.facts.records import (
    Attendance,
    Group,
    Meeting,
    Pledge,
    Request,
    Stance,
    Statement,
)
from data.members import Roster
from data.rules.commitments import Commitment, Fulfilment, Reservation
from data.rules.ledger import Ledger
from data.sources import Source

Fact = (
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
)
F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of one fact. `known_until` is None while nothing has ended it; `why` is the reason
    that was given for ending it."""

    fact: Fact
    known_from: date
    known_until: date | None = None
    why: str | None = field(default=None, compare=False)

    def is_known_on(self, day: date) -> bool:
        return self.known_from <= day and (self.known_until is None or day < self.known_until)


@dataclass(frozen=True, slots=True)
class Knowledge:
    roster: Roster
    ledger: Ledger
    sources: Mapping[str, Source]
    revisions: tuple[Revision, ...] = field(repr=False)
    """Ordered by the day they became known, then by id."""

    @classmethod
    def of(
        cls,
        roster: Roster,
        ledger: Ledger,
        sources: Iterable[Source],
        revisions: Iterable[Revision],
    ) -> "Knowledge":
        ordered = sorted(revisions, key=lambda each: (each.known_from, each.fact.id))
        return cls(roster, ledger, {source.id: source for source in sources}, tuple(ordered))

    def known(self, kind: type[F], as_of: date) -> tuple[F, ...]:
        """All facts of a kind known on a day, oldest known first."""
        return tuple(
            revision.fact
            for revision in self.revisions
            if isinstance(revision.fact, kind) and revision.is_known_on(as_of)
        )

    def became_known(self, since: date, until: date) -> tuple[Revision, ...]:
        """Revisions that became known after `since` and not after `until`, oldest first."""
        return tuple(each for each in self.revisions if since < each.known_from <= until)

    def meetings(self, as_of: date) -> tuple[Meeting, ...]:
        """The present state of each meeting, in order of time; those without a date come last."""
        newest = {fact.meeting: fact for fact in self.known(Meeting, as_of)}
        return tuple(sorted(newest.values(), key=_by_time))

    def groups(self, as_of: date) -> tuple[Group, ...]:
        """The present state of each group, by its key. Who is not yet in NATO is there as well."""
        newest = {fact.group: fact for fact in self.known(Group, as_of)}
        return tuple(newest[key] for key in sorted(newest))

    def attendances(self, meeting: str, as_of: date) -> tuple[Attendance, ...]:
        """All that was known of who comes to a meeting, oldest known first."""
        return tuple(each for each in self.known(Attendance, as_of) if each.meeting == meeting)

    def stances(self, member: str, as_of: date) -> tuple[Stance, ...]:
        """Stances of and remarks about a member, in the order they were said."""
        mine = (each for each in self.known(Stance, as_of) if each.member == member)
        return tuple(
            sorted(mine, key=lambda each: (each.said_on.last, each.known_on.last, each.id))
        )

    def pledges(self, member: str, as_of: date) -> tuple[Pledge, ...]:
        return tuple(each for each in self.known(Pledge, as_of) if member in each.members)

    def reservations(self, member: str, as_of: date) -> tuple[Reservation, ...]:
        return tuple(each for each in self.known(Reservation, as_of) if each.member == member)

    def fulfilments(self, as_of: date) -> tuple[Fulfilment, ...]:
        """What was known of duties done and not done, oldest known first."""
        return self.known(Fulfilment, as_of)

    def commitments(self, as_of: date) -> tuple[Commitment, ...]:
        """Commitments with a status on that day, oldest first."""
        known = self.known(Commitment, as_of)
        return tuple(each for each in known if each.status_on(as_of) is not None)


def _by_time(meeting: Meeting) -> tuple[date, str]:
    return (meeting.starts.first if meeting.starts else date.max, meeting.id)
