"""A meeting that is proposed with somebody who comes to it is recorded where it says something new,
so that the report of a guest is not the newest word on a meeting that others announced."""

from sqlalchemy import Connection

from data.dates import PartialDate
from data.facts.records import Meeting
from data.names.text import key
from data.store import bodies, held
from data.store.tables import revision


def says_nothing_new(connection: Connection, told: Meeting) -> bool:
    """Whether a record that stands says as much of the meeting, or more."""
    states = held.newest(connection, revision.c.kind == "meeting")
    read = (bodies.read(each.kind, each.body) for each in states if each.body is not None)
    return any(isinstance(each, Meeting) and _covers(each, told) for each in read)


def _covers(known: Meeting, told: Meeting) -> bool:
    return (
        known.meeting == told.meeting
        and known.cancelled == told.cancelled
        and _is_within(known.starts, told.starts)
        and (told.ends is None or _is_within(known.ends, told.ends))
        and (told.city is None or (known.city is not None and key(told.city) in key(known.city)))
        and told.country in (None, known.country)
    )


def _is_within(known: PartialDate | None, told: PartialDate | None) -> bool:
    """Whether a day is known as precisely as it is told, and is the same."""
    if told is None:
        return True
    return known is not None and told.first <= known.first and known.last <= told.last
