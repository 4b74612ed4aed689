"""What people record, correct and retract at run time. Everything is refused that is not sound."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import Connection

from data.dates import Order, PartialDate, order
from data.errors import Fault, RecordError
from data.facts.clocks import known_from
from data.facts.kinds import FACTS, NAMES, Value
from data.facts.log import ALWAYS, Entry
from data.facts.records import Meeting
from data.facts.soundness import check, check_author, check_reason
from data.facts.soundness.known import Known
from data.messages import mark
from data.rules.commitments import Commitment
from data.sources import Source
from data.store import bodies
from data.store.held import rest_on
from data.store.log import newest_entry
from data.store.plan import CATALOGUE
from data.store.referable import known
from data.store.writing import Author, Draft, append, changed, existing

THERE_ALREADY = mark("'{id}' is there already as a record of the kind {kind}; correct it instead.")
TAKEN = mark("'{id}' is the id of a record of the kind {kind}; give this one an id of its own.")
NOT_THERE = mark("There is no record '{id}' of the kind {kind}.")
GONE = mark("'{id}' was retracted; record it anew instead.")
RETRACTED_ALREADY = mark("'{id}' was retracted already.")
NOTHING_NEW = mark("'{id}' says this already; nothing was changed.")
NEEDED = mark("'{id}' cannot go while others refer to it: {others}.")
NO_DAY = mark(
    "is missing: nothing in the record says when this became known. Give the day, or mend the "
    "record if it never said what its source says."
)
IN_FUTURE = mark("is {day}, after today, {today}.")
TOO_EARLY = mark("is {day}, before the record became known, {known_on}.")
SIGNED = mark("is '{by}', which is how releases sign. Give a name of your own.")
NO_ZONE = mark("has no time zone.")
SOURCES_STAY = mark("A source stays, for earlier states rest on it; correct it, or what cites it.")

_MOST_NAMED = 5


def person(by: str, at: datetime) -> Author:
    """Raises RecordError for a name nobody can read, or a moment without a zone."""
    check_author(by, "by")
    if by.strip().casefold() == CATALOGUE:
        raise RecordError([Fault.at(("by",), SIGNED.format(by=by))])
    if at.tzinfo is None:
        raise RecordError([Fault.at(("at",), NO_ZONE)])
    return Author(origin="person", by=by, at=at)


def record(connection: Connection, value: Value, author: Author) -> Entry:
    """Writes a record that is not there. One that was retracted begins anew on its own day."""
    return _write(connection, drafted(connection, value, known(connection, value), author), author)


def drafted(connection: Connection, value: Value, referable: Known, author: Author) -> Draft:
    """A record that is not there, to be written; a RecordError where it cannot be."""
    before = newest_entry(connection, bodies.key_of(value))
    if before is not None and before.value is not None:
        raise _refused(THERE_ALREADY, value)
    if (other := _namesake(connection, value)) is not None:
        raise RecordError([Fault.at(("id",), TAKEN.format(id=value.id, kind=other))])
    check(value, referable, today=author.at.date())
    return Draft.of(
        value,
        number=1 if before is None else before.number + 1,
        action="recorded",
        governs_from=ALWAYS if before is None else known_from(value),
    )


def correct(
    connection: Connection,
    value: Value,
    author: Author,
    *,
    because: str,
    mend: bool,
    known_on: PartialDate | None,
) -> Entry:
    """Writes another state of a record that is there: from the day the correction became known, or,
    with `mend`, for all days."""
    check_reason(because, "because")
    before = newest_entry(connection, bodies.key_of(value))
    if before is None:
        raise _refused(NOT_THERE, value)
    if before.value is None:
        raise _refused(GONE, value)
    if bodies.text(before.value) == bodies.text(value):
        raise _refused(NOTHING_NEW, value)
    today = author.at.date()
    check(value, known(connection, value), today=today)
    _check_stays(connection, before.value, value)
    draft = Draft.of(
        value,
        number=before.number + 1,
        action="corrected",
        governs_from=_governs_from(before.value, value, known_on, mend=mend, today=today),
        because=because,
    )
    return _write(connection, draft, author)


def _governs_from(
    before: Value, value: Value, known_on: PartialDate | None, *, mend: bool, today: date
) -> date:
    if known_on is not None:
        _check_day(known_on, today)
    # Of sources, members and editions the newest state answers for all days.
    if mend or NAMES[type(value)] not in FACTS:
        return ALWAYS
    if known_on is not None:
        return known_on.last
    if isinstance(value, Commitment) and isinstance(before, Commitment):
        news = [change for change in value.history if change not in before.history]
        if not news:
            raise RecordError([Fault.at(("known_on",), NO_DAY)])
        return news[0].known_on.last
    return known_from(value)


def _check_day(known_on: PartialDate, today: date) -> None:
    if known_on.first > today:
        raise RecordError([Fault.at(("known_on",), IN_FUTURE.format(day=known_on, today=today))])


def retract(
    connection: Connection,
    kind: type[Value],
    known_as: str,
    author: Author,
    *,
    because: str,
    known_on: PartialDate | None,
) -> Entry:
    """Withdraws a record: from the day its withdrawal became known, or, without one, for all days.
    Raises RecordError where others rest on it."""
    check_reason(because, "because")
    name = NAMES[kind]
    before = newest_entry(connection, bodies.key(name, known_as))
    if before is None:
        raise RecordError([Fault.at(("id",), NOT_THERE.format(id=known_as, kind=name))])
    if before.value is None:
        raise RecordError([Fault.at(("id",), RETRACTED_ALREADY.format(id=known_as))])
    if kind is Source:
        raise RecordError([Fault.at(("id",), SOURCES_STAY)])
    if known_on is not None:
        _check_day(known_on, author.at.date())
        if order(known_on, before.known_on) is Order.BEFORE:
            problem = TOO_EARLY.format(day=known_on, known_on=before.known_on)
            raise RecordError([Fault.at(("known_on",), problem)])
    _check_free(before.value, rest_on(connection, before.value))
    draft = Draft(
        key=bodies.key_of(before.value),
        kind=name,
        number=before.number + 1,
        action="retracted",
        value=None,
        known_on=known_on or before.known_on,
        governs_from=ALWAYS if known_on is None else known_on.last,
        because=because,
    )
    return _write(connection, draft, author)


def _check_free(value: Value, others: Iterable[str]) -> None:
    if listed := sorted(others):
        named = ", ".join(listed[:_MOST_NAMED])
        raise RecordError([Fault.at(("id",), NEEDED.format(id=value.id, others=named))])


def _check_stays(connection: Connection, before: Value, value: Value) -> None:
    """A record of a meeting that becomes one of another meeting leaves the first behind."""
    match before, value:
        case Meeting(), Meeting() if before.meeting != value.meeting:
            _check_free(value, rest_on(connection, before))
        case _:
            pass


def _namesake(connection: Connection, value: Value) -> str | None:
    """The kind of another fact with this id: facts of all kinds share one room."""
    if NAMES[type(value)] not in FACTS:
        return None
    keys = [bodies.key(kind, value.id) for kind in FACTS if kind != NAMES[type(value)]]
    taken = existing(connection, keys)
    return next((kind for kind in FACTS if bodies.key(kind, value.id) in taken), None)


def _refused(template: str, value: Value) -> RecordError:
    problem = template.format(id=value.id, kind=NAMES[type(value)])
    return RecordError([Fault.at(("id",), problem)])


def _write(connection: Connection, draft: Draft, author: Author) -> Entry:
    append(connection, [draft], author)
    changed(connection)
    written = newest_entry(connection, draft.key)
    assert written is not None
    return written
