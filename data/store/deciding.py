"""A person's yes or no to what waits. Of two who decide at once one is first; the other is told.

Everything here runs within one transaction that nobody else writes beside.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, insert, update

from data.errors import Fault, QuestionError, RecordError
from data.facts.kinds import FACTS, NAMES, Value
from data.facts.knowledge import Fact
from data.facts.log import Entry
from data.facts.records import Meeting
from data.facts.soundness import check_reason
from data.importers.additions import merged
from data.importers.citing import cited_as
from data.messages import mark
from data.rules.commitments import Commitment
from data.sources import Source
from data.store import bodies, queue_rows
from data.store.carried_meetings import says_nothing_new
from data.store.log import newest_entry
from data.store.proposal_tables import State, Verdict, decision, proposal
from data.store.proposed_commitments import governs_on
from data.store.proposed_sources import settled
from data.store.queued import Accepted, DecidedError, Queued, Written
from data.store.recording import correct
from data.store.recording_together import record_all
from data.store.resting import check_rests
from data.store.writing import Author, existing

OF_ANOTHER_KIND = mark("Proposal {id} is of {kinds}; what takes its place must be so, too.")
ADDED = mark("{publisher} reports it: {title}")

_MOST_IN_REASON = 300


@dataclass(frozen=True, slots=True)
class _Plan:
    """`new` are to be recorded, the newest states of `known` to be added to."""

    new: tuple[Value, ...]
    additions: tuple[tuple[Entry, Commitment, Commitment], ...]
    """The state before, the state to be, and what was told."""
    known: tuple[str, ...]
    """Ids of what is told and says nothing new."""


def accept(
    connection: Connection,
    id: int,
    author: Author,
    edited: Sequence[Fact] | None,
    source: Source | None,
) -> Accepted:
    """Raises DecidedError, RecordError with all that is wrong with the records, and QuestionError
    where they rest on what is not known yet."""
    queued = _waiting(connection, id)
    values = tuple(edited or queued.proposal.values)
    _check_kinds(queued, values)
    cited = settled(connection, source or queued.source)
    values = tuple(cited_as(each, queued.source.id, cited.source.id) for each in values)
    check_rests(connection, id, values)
    plan = _plan(connection, values)
    is_needed = cited.is_new and bool(plan.new or plan.additions)
    entries = _write(connection, plan, [cited.source] if is_needed else [], author)
    changed = edited is not None or source is not None
    verdict = Verdict.EDITED if changed else Verdict.ACCEPTED
    decide(connection, queued, verdict, author, None, _written(entries))
    return Accepted(
        queued=queue_rows.find(connection, id), entries=tuple(entries), known=plan.known
    )


def reject(connection: Connection, id: int, author: Author, because: str) -> Queued:
    check_reason(because, "because")
    queued = _waiting(connection, id)
    decide(connection, queued, Verdict.REJECTED, author, because, ())
    return queue_rows.find(connection, id)


def decide(
    connection: Connection,
    queued: Queued,
    verdict: Verdict,
    author: Author,
    because: str | None,
    written: Sequence[Written],
    *,
    state: State | None = None,
) -> None:
    """Writes the decision down, and leaves the proposal in the state that follows from it."""
    if state is None:
        is_yes = verdict in (Verdict.ACCEPTED, Verdict.EDITED)
        state = State.ACCEPTED if is_yes else State.REJECTED
    connection.execute(
        insert(decision).values(
            proposal=queued.id,
            verdict=verdict,
            by=author.by,
            at=author.at,
            because=because,
            written=json.dumps([[e.kind, e.id, e.number, e.action] for e in written]),
        )
    )
    values: dict[str, Any] = {
        "state": state,
        "decided_at": None if state is State.WAITING else author.at,
        "version": proposal.c.version + 1,
    }
    connection.execute(update(proposal).where(proposal.c.id == queued.id).values(values))


def _waiting(connection: Connection, id: int) -> Queued:
    queued = queue_rows.find(connection, id, lock=True)
    if queued.state is not State.WAITING and queued.decision is not None:
        raise DecidedError(queued.decision)
    return queued


def _check_kinds(queued: Queued, values: Sequence[Fact]) -> None:
    kinds = [type(each) for each in queued.proposal.values]
    if [type(each) for each in values] != kinds:
        named = ", ".join(NAMES[each] for each in kinds)
        raise QuestionError(OF_ANOTHER_KIND, id=queued.id, kinds=named)


def _plan(connection: Connection, values: Sequence[Fact]) -> _Plan:
    new: list[Value] = []
    additions: list[tuple[Entry, Commitment, Commitment]] = []
    known: list[str] = []
    for each in values:
        before = newest_entry(connection, bodies.key_of(each))
        is_carried = len(values) > 1
        if isinstance(each, Meeting) and is_carried and says_nothing_new(connection, each):
            known.append(each.meeting)
        elif not isinstance(each, Commitment):
            new.append(_with_free_id(connection, each, new))
        elif before is None or not isinstance(before.value, Commitment):
            new.append(each)
        elif (wanted := merged(before.value, each)) is before.value:
            known.append(each.id)
        else:
            additions.append((before, wanted, each))
    return _Plan(tuple(new), tuple(additions), tuple(known))


def _with_free_id(connection: Connection, value: Fact, beside: Sequence[Value]) -> Fact:
    """Facts of all kinds share one room; an id that was ever used stands for what it stood for."""
    taken = {each.id for each in beside}
    number = 1
    while True:
        id = value.id if number == 1 else f"{value.id}-{number}"
        keys = [bodies.key(kind, id) for kind in FACTS]
        if id not in taken and not existing(connection, keys):
            return replace(value, id=id)
        number += 1


def _write(
    connection: Connection, plan: _Plan, sources: Sequence[Value], author: Author
) -> list[Entry]:
    entries: list[Entry] = []
    try:
        if sources or plan.new:
            entries.extend(record_all(connection, [*sources, *plan.new], author))
    except RecordError as error:
        # Who decides sees one proposal, not a list of records.
        raise RecordError(Fault.at(each.path[1:], each.problem) for each in error.faults) from error
    for before, wanted, told in plan.additions:
        because = _because(connection, told)
        known_on = governs_on(before, told)
        entries.append(
            correct(connection, wanted, author, because=because, mend=False, known_on=known_on)
        )
    return entries


def _because(connection: Connection, told: Commitment) -> str:
    entry = newest_entry(connection, bodies.key("source", bodies.cites_of(told)[0].source))
    source = None if entry is None else entry.value
    if not isinstance(source, Source):
        return told.claim[:_MOST_IN_REASON]
    said = ADDED.format(publisher=source.publisher, title=source.title)
    return str(said)[:_MOST_IN_REASON]


def _written(entries: Sequence[Entry]) -> list[Written]:
    return [Written(each.kind, each.id, each.number, each.action) for each in entries]
