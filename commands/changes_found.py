"""What changed from one day to another, as values: what became known, was corrected, withdrawn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from data.facts.knowledge import Knowledge, Revision
from data.facts.records import Attendance, Group, Meeting, Pledge, Request, Statement
from data.rules import Commitment, Dispute, Edition, Fulfilment, Reservation, Status, StatusChange

OVER = (Status.SUPERSEDED, Status.WITHDRAWN)


class Topic(StrEnum):
    """The weightiest first."""

    COMMITMENTS = "commitments"
    FIGURES = "figures"
    MEETINGS = "meetings"
    POSITIONS = "positions"
    GOALS = "goals"
    STATEMENTS = "statements"


@dataclass(frozen=True, slots=True)
class Became:
    """That a commitment was proposed, agreed, superseded."""

    commitment: Commitment
    change: StatusChange


@dataclass(frozen=True, slots=True)
class Ended:
    """That a state of a fact was corrected to `then`, or withdrawn where that is None."""

    state: Revision
    then: Revision | None


What = Became | Ended | Edition | Dispute | Revision
"""A revision stands for a fact that is new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """`on` is the first day on which everybody could know."""

    on: date
    topic: Topic
    what: What

    @property
    def sort(self) -> Literal["new", "corrected", "withdrawn"]:
        match self.what:
            case Ended():
                return "withdrawn" if self.what.then is None else "corrected"
            case _:
                return "new"


def changes(knowledge: Knowledge, first: date, last: date) -> list[Changed]:
    """All of `first`, `last` and the days between, newest first, and the weightiest of a day first.
    Who belongs to a group is no news of spending."""
    found = (each for each in _all(knowledge, last) if first <= each.on <= last)
    order = list(Topic)
    return sorted(
        found, key=lambda each: (-each.on.toordinal(), order.index(each.topic), is_over(each))
    )


def is_over(changed: Changed) -> bool:
    """Whether it tells that a commitment ended: what took its place is the news."""
    return isinstance(changed.what, Became) and changed.what.change.status in OVER


def _all(knowledge: Knowledge, last: date) -> Iterator[Changed]:
    yield from _statuses(knowledge.commitments(last))
    for edition in knowledge.ledger.editions:
        yield Changed(on=edition.published_on.last, topic=Topic.FIGURES, what=edition)
    yield from _facts(knowledge.revisions, last)
    for reservation in knowledge.known(Reservation, last):
        for each in reservation.disputes:
            yield Changed(on=each.known_on.last, topic=Topic.POSITIONS, what=each)


def _statuses(commitments: Iterable[Commitment]) -> Iterator[Changed]:
    for commitment in commitments:
        for change in commitment.history:
            on = max(change.on.last, change.known_on.last)
            yield Changed(on=on, topic=Topic.COMMITMENTS, what=Became(commitment, change))


def _facts(revisions: Iterable[Revision], last: date) -> Iterator[Changed]:
    told = [each for each in revisions if not isinstance(each.fact, Group)]
    begun = {(each.fact.id, each.known_from): each for each in told}
    ended = {(e.fact.id, e.known_until) for e in told if e.known_until is not None}
    for each in told:
        topic, until = _topic(each), each.known_until
        continues = (each.fact.id, each.known_from) in ended
        # A new commitment is told by its statuses.
        if not continues and not isinstance(each.fact, Commitment):
            yield Changed(on=each.known_from, topic=topic, what=each)
        if until is not None and until <= last:
            then = begun.get((each.fact.id, until))
            if not _is_a_status(each, then):
                yield Changed(on=until, topic=topic, what=Ended(each, then))


def _is_a_status(state: Revision, then: Revision | None) -> bool:
    """Whether a commitment says nothing else than that it has one status more."""
    before, now = state.fact, None if then is None else then.fact
    if not isinstance(before, Commitment) or not isinstance(now, Commitment):
        return False
    return len(now.history) > len(before.history) and now.claim == before.claim


def _topic(state: Revision) -> Topic:
    match state.fact:
        case Commitment():
            return Topic.COMMITMENTS
        case Meeting() | Attendance():
            return Topic.MEETINGS
        case Pledge() | Request() | Fulfilment():
            return Topic.GOALS
        case Statement():
            return Topic.STATEMENTS
        case _:
            return Topic.POSITIONS
