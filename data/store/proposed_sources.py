"""The source that an accepted proposal cites, among those of the store."""

from sqlalchemy import Connection

from data.facts.kinds import NAMES
from data.importers.citing import Settled, settle
from data.sources import Source
from data.store import bodies, held
from data.store.tables import revision


def settled(connection: Connection, wanted: Source) -> Settled:
    newest = held.newest(connection, revision.c.kind == NAMES[Source])
    found = (bodies.read(each.kind, each.body) for each in newest if each.body is not None)
    return settle({each.id: each for each in found if isinstance(each, Source)}, wanted)
