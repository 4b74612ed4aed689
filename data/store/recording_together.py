"""Several records that people give at once: all of them are written, or none. Of the faults that
refuse them, each begins its way with the index of its value."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from data.dates import PartialDate
from data.errors import Fault, RecordError
from data.facts.kinds import FACTS, NAMES, Value
from data.facts.log import Entry
from data.facts.records import Meeting
from data.facts.soundness.known import Known
from data.members import Member
from data.messages import mark
from data.rules.commitments import Commitment
from data.rules.expenditure import Edition
from data.sources import Source
from data.store import bodies
from data.store.log import newest_entry
from data.store.recording import correct, drafted
from data.store.referable import duties_of, known
from data.store.writing import Author, Draft, append, changed

TWICE = mark("'{id}' is given twice; give it once.")


def record_all(
    connection: Connection, values: Sequence[Value], author: Author
) -> tuple[Entry, ...]:
    """Writes records that are not there. They may refer to one another, in any order."""
    _refuse(_given_twice(values))
    referable = _with(known(connection), values)
    drafts: list[Draft] = []
    faults: list[Fault] = []
    for index, value in enumerate(values):
        try:
            drafts.append(drafted(connection, value, referable, author))
        except RecordError as error:
            faults.extend(_in(index, error))
    _refuse(faults)
    append(connection, drafts, author)
    changed(connection)
    return _newest(connection, values)


def correct_all(
    connection: Connection,
    values: Sequence[Value],
    author: Author,
    *,
    because: str,
    mend: bool,
    known_on: PartialDate | None,
) -> tuple[Entry, ...]:
    """Writes other states of records that are there, each held against those before it."""
    _refuse(_given_twice(values))
    faults: list[Fault] = []
    for index, value in enumerate(values):
        try:
            correct(connection, value, author, because=because, mend=mend, known_on=known_on)
        except RecordError as error:
            faults.extend(_in(index, error))
    _refuse(faults)
    return _newest(connection, values)


def _newest(connection: Connection, values: Sequence[Value]) -> tuple[Entry, ...]:
    found = (newest_entry(connection, bodies.key_of(each)) for each in values)
    return tuple(each for each in found if each is not None)


def _given_twice(values: Sequence[Value]) -> Iterator[Fault]:
    """Facts of all kinds share one room."""
    seen: set[tuple[str, str]] = set()
    for index, value in enumerate(values):
        kind = NAMES[type(value)]
        place = ("fact" if kind in FACTS else kind, value.id)
        if place in seen:
            yield Fault.at((index, "id"), TWICE.format(id=value.id))
        seen.add(place)


def _in(index: int, error: RecordError) -> Iterator[Fault]:
    return (Fault.at((index, *each.path), each.problem) for each in error.faults)


def _refuse(faults: Iterator[Fault] | list[Fault]) -> None:
    if found := list(faults):
        raise RecordError(found)


def _with(there: Known, values: Sequence[Value]) -> Known:
    """What is there and what is given: one that is broken makes no reference to it look wrong."""
    return replace(
        there,
        sources={**there.sources, **{each.id: each for each in values if isinstance(each, Source)}},
        members=there.members | {each.id for each in values if isinstance(each, Member)},
        editions=there.editions | {each.id for each in values if isinstance(each, Edition)},
        commitments=there.commitments
        | {each.id for each in values if isinstance(each, Commitment)},
        meetings=there.meetings | {each.meeting for each in values if isinstance(each, Meeting)},
        duties={
            **there.duties,
            **{each.id: duties_of(each) for each in values if isinstance(each, Commitment)},
        },
    )
