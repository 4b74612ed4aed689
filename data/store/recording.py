"""What people record, correct and retract at run time. Everything is refused that is not sound."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, select

from data.dates import PartialDate
from data.errors import Fault, RecordError
from data.facts.clocks import known_from
from data.facts.kinds import NAMES, Value
from data.facts.known import Known
from data.facts.log import ALWAYS, Entry
from data.facts.soundness import check, check_author, check_reason
from data.messages import mark
from data.rules.commitments import AnnualPlan, Commitment, Review
from data.sources import Source
from data.store import bodies, held
from data.store.log import newest_entry
from data.store.tables import GATHERING, fact, revision
from data.store.writing import Author, Draft, append, changed, lock

THERE_ALREADY = mark("'{id}' is there already as a record of the kind {kind}; correct it instead.")
NOT_THERE = mark("There is no record '{id}' of the kind {kind}.")
GONE = mark("'{id}' was retracted; record it anew instead.")
RETRACTED_ALREADY = mark("'{id}' was retracted already.")
NOTHING_NEW = mark("'{id}' says this already; nothing was changed.")
NEEDED = mark("'{id}' cannot go while others refer to it: {others}.")
SOURCES_STAY = mark("A source stays, for earlier states rest on it; correct it, or what cites it.")

_MOST_NAMED = 5


def person(by: str, at: datetime) -> Author:
    """Raises RecordError for a name nobody can read."""
    check_author(by, "by")
    return Author(origin="person", by=by, at=at)


def record(connection: Connection, value: Value, author: Author) -> Entry:
    """Writes a record that is not there. One that was retracted begins anew on its own day."""
    lock(connection)
    return _write(connection, drafted(connection, value, known(connection, value), author), author)


def drafted(connection: Connection, value: Value, referable: Known, author: Author) -> Draft:
    """A record that is not there, to be written; a RecordError where it cannot be."""
    before = newest_entry(connection, bodies.key_of(value))
    if before is not None and before.value is not None:
        raise _refused(THERE_ALREADY, value)
    check(value, referable, today=author.at.date())
    return Draft.of(
        value,
        number=1 if before is None else before.number + 1,
        action="recorded",
        governs_from=ALWAYS if before is None else known_from(value),
    )


def correct(
    connection: Connection, value: Value, author: Author, *, because: str, mend: bool
) -> Entry:
    """Writes another state of a record that is there. With `mend` no day shows the one before."""
    check_reason(because, "because")
    lock(connection)
    before = newest_entry(connection, bodies.key_of(value))
    if before is None:
        raise _refused(NOT_THERE, value)
    if before.value is None:
        raise _refused(GONE, value)
    if before.value == value:
        raise _refused(NOTHING_NEW, value)
    check(value, known(connection, value), today=author.at.date())
    draft = Draft.of(
        value,
        number=before.number + 1,
        action="corrected",
        governs_from=ALWAYS if mend else known_from(value),
        because=because,
    )
    return _write(connection, draft, author)


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
    lock(connection)
    key = bodies.key(name, known_as)
    before = newest_entry(connection, key)
    if before is None:
        raise RecordError([Fault.at(("id",), NOT_THERE.format(id=known_as, kind=name))])
    if before.value is None:
        raise RecordError([Fault.at(("id",), RETRACTED_ALREADY.format(id=known_as))])
    if kind is Source:
        raise RecordError([Fault.at(("id",), SOURCES_STAY)])
    if others := sorted(held.dependants(connection, key)):
        named = ", ".join(others[:_MOST_NAMED])
        raise RecordError([Fault.at(("id",), NEEDED.format(id=known_as, others=named))])
    draft = Draft(
        key=key,
        kind=name,
        number=before.number + 1,
        action="retracted",
        value=None,
        known_on=known_on or before.known_on,
        governs_from=ALWAYS if known_on is None else known_on.last,
        because=because,
    )
    return _write(connection, draft, author)


def _refused(template: str, value: Value) -> RecordError:
    problem = template.format(id=value.id, kind=NAMES[type(value)])
    return RecordError([Fault.at(("id",), problem)])


def _write(connection: Connection, draft: Draft, author: Author) -> Entry:
    append(connection, [draft], author)
    changed(connection)
    written = newest_entry(connection, draft.key)
    assert written is not None
    return written


def known(connection: Connection, value: Value | None = None) -> Known:
    """What a record may refer to. Of sources only those that `value` cites, where it is given."""
    cited = None if value is None else {cite.source for cite in bodies.cites_of(value)}
    return Known(
        sources=_sources(connection, cited),
        members=_ids(connection, "member"),
        editions=_ids(connection, "edition"),
        commitments=_ids(connection, "commitment"),
        meetings=_gatherings(connection),
        duties=_duties(connection),
    )


def _sources(connection: Connection, wanted: Iterable[str] | None) -> dict[str, Source | None]:
    where = revision.c.kind == NAMES[Source]
    if wanted is not None:
        where &= revision.c.fact.in_([bodies.key("source", each) for each in wanted])
    found: dict[str, Source | None] = {}
    for each in held.newest(connection, where):
        read = bodies.read(each.kind, each.body or "")
        found[read.id] = read if isinstance(read, Source) else None
    return found


def _ids(connection: Connection, kind: str) -> frozenset[str]:
    newest = held.newest(connection, revision.c.kind == kind)
    return frozenset(bodies.id_in(each.key) for each in newest if each.body is not None)


def _gatherings(connection: Connection) -> frozenset[str]:
    keys = connection.execute(select(fact.c.key).where(fact.c.kind == GATHERING)).scalars()
    return frozenset(map(bodies.id_in, keys))


def _duties(connection: Connection) -> dict[str, frozenset[str]]:
    newest = held.newest(connection, revision.c.kind == NAMES[Commitment])
    found = [bodies.read(each.kind, each.body) for each in newest if each.body is not None]
    return {each.id: duties_of(each) for each in found if isinstance(each, Commitment)}


def duties_of(commitment: Commitment) -> frozenset[str]:
    """The ids of its plans and reviews, which a record can say to be fulfilled."""
    dated = (each for each in commitment.clauses if isinstance(each, AnnualPlan | Review))
    return frozenset(each.id for each in dated)
