"""What a proposal rests on that is not known yet, and that another one proposes."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection

from data.errors import QuestionError
from data.facts.knowledge import Fact
from data.facts.records import Attendance, Meeting, Request, Stance, Statement
from data.messages import mark
from data.rules.commitments import Commitment, Fulfilment, Reservation
from data.store import queue_rows
from data.store.queued import Queued
from data.store.referable import known

FIRST = mark(
    "Proposal {id} rests on {subject}, which is not known yet. Accept proposal {other} first, "
    "which proposes it."
)

_MOST = 500


def check_rests(connection: Connection, id: int, values: Sequence[Fact]) -> None:
    """Raises QuestionError with the proposal that has to come first. Where none proposes what is
    missing, the check of the records says that it is."""
    there = known(connection)
    about = there.commitments | there.meetings | _proposed(values)
    missing = [each for each in needed(values) if each not in about]
    if not missing:
        return
    for other in queue_rows.waiting(connection, limit=_MOST):
        if other.id != id and (found := _first_in(missing, other)) is not None:
            raise QuestionError(FIRST, id=id, subject=found, other=other.id)


def _first_in(missing: Iterable[str], other: Queued) -> str | None:
    proposed = _proposed(other.proposal.values)
    return next((each for each in missing if each in proposed), None)


def _proposed(values: Sequence[Fact]) -> frozenset[str]:
    meetings = (each.meeting for each in values if isinstance(each, Meeting))
    commitments = (each.id for each in values if isinstance(each, Commitment))
    return frozenset((*meetings, *commitments))


def needed(values: Sequence[Fact]) -> Iterator[str]:
    """Keys of the meetings and commitments that records are about."""
    for each in values:
        match each:
            case Attendance():
                yield each.meeting
            case Stance() | Request() | Fulfilment() | Reservation():
                if each.commitment is not None:
                    yield each.commitment
            case Statement():
                yield each.about
            case _:
                pass
