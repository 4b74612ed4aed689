"""Takes a decision back, by corrections that stay in the log."""

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from data.dates import PartialDate
from data.errors import QuestionError
from data.facts.kinds import KINDS
from data.facts.soundness import check_reason
from data.messages import mark
from data.sources import Source
from data.store import queue_rows
from data.store.deciding import decide
from data.store.log import history
from data.store.proposal_tables import State, Verdict
from data.store.queued import Queued, Written
from data.store.recording import correct, retract
from data.store.writing import Author

NOTHING_TO_UNDO = mark("Proposal {id} still waits: there is no decision to undo.")
CHANGED_SINCE = mark(
    "'{subject}' was changed by {by} since proposal {id} was accepted. Undo that first, or correct "
    "it with article3 facts."
)
WAITS_AGAIN = mark("The same story waits by now as another proposal; decide that one.")


def undo(connection: Connection, id: int, author: Author, because: str) -> Queued:
    """Of one that was accepted, withdraws what was written, and leaves it rejected; one that was
    rejected waits again. Sources stay."""
    check_reason(because, "because")
    queued = queue_rows.find(connection, id, lock=True)
    if queued.state is State.WAITING or queued.decision is None:
        raise QuestionError(NOTHING_TO_UNDO, id=id)
    if queued.state is State.REJECTED:
        _wait_again(connection, queued, author, because)
        return queue_rows.find(connection, id)
    written = [
        _take_back(connection, id, each, author, because)
        for each in reversed(queued.decision.written)
        if KINDS[each.kind] is not Source
    ]
    decide(connection, queued, Verdict.UNDONE, author, because, written, state=State.REJECTED)
    return queue_rows.find(connection, id)


def _wait_again(connection: Connection, queued: Queued, author: Author, because: str) -> None:
    try:
        decide(connection, queued, Verdict.UNDONE, author, because, (), state=State.WAITING)
    except IntegrityError as error:
        raise QuestionError(WAITS_AGAIN) from error


def _take_back(
    connection: Connection, id: int, each: Written, author: Author, because: str
) -> Written:
    kind = KINDS[each.kind]
    states = history(connection, kind, each.id)
    newest = states[-1]
    if newest.number != each.number:
        raise QuestionError(CHANGED_SINCE, subject=each.id, by=newest.by, id=id)
    before = states[-2].value if each.action == "corrected" else None
    if before is None:
        entry = retract(connection, kind, each.id, author, because=because, known_on=None)
    else:
        # From the same day on: what stood there between is then known on none.
        known_on = PartialDate.of(newest.governs_from)
        entry = correct(connection, before, author, because=because, mend=False, known_on=known_on)
    return Written(entry.kind, entry.id, entry.number, entry.action)
