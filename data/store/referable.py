"""What a record may refer to: all that the store holds now and nobody withdrew."""

from collections.abc import Iterable

from sqlalchemy import Connection

from data.facts.kinds import NAMES, Value
from data.facts.records import Meeting
from data.facts.soundness.known import Known
from data.rules.commitments import AnnualPlan, Commitment, Review
from data.sources import Source
from data.store import bodies, held
from data.store.tables import revision


def known(connection: Connection, value: Value | None = None) -> Known:
    """What a record may refer to. Of sources only those that `value` cites, where it is given."""
    cited = None if value is None else {cite.source for cite in bodies.cites_of(value)}
    return Known(
        sources=_sources(connection, cited),
        members=_ids(connection, "member"),
        editions=_ids(connection, "edition"),
        commitments=_ids(connection, "commitment"),
        meetings=_meetings(connection),
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


def _meetings(connection: Connection) -> frozenset[str]:
    newest = held.newest(connection, revision.c.kind == NAMES[Meeting])
    found = [bodies.read(each.kind, each.body) for each in newest if each.body is not None]
    return frozenset(each.meeting for each in found if isinstance(each, Meeting))


def _duties(connection: Connection) -> dict[str, frozenset[str]]:
    newest = held.newest(connection, revision.c.kind == NAMES[Commitment])
    found = [bodies.read(each.kind, each.body) for each in newest if each.body is not None]
    return {each.id: duties_of(each) for each in found if isinstance(each, Commitment)}


def duties_of(commitment: Commitment) -> frozenset[str]:
    """The ids of its plans and reviews, which a record can say to be fulfilled."""
    dated = (each for each in commitment.clauses if isinstance(each, AnnualPlan | Review))
    return frozenset(each.id for each in dated)
