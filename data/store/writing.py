"""Appends to the log. Everything here runs within the caller's transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from data.dates import PartialDate
from data.facts.clocks import holds, known_on
from data.facts.kinds import NAMES, Value
from data.facts.log import Action, Origin
from data.facts.records import Meeting
from data.rules.expenditure import Observation
from data.store import bodies
from data.store.tables import GATHERING, change_counter, fact, observation, reference, revision

_AT_ONCE = 500
"""Keys in one statement: drivers limit how many values it may carry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who writes, and when; `at` has a zone."""

    origin: Origin
    by: str
    at: datetime

    def columns(self, because: str | None) -> dict[str, Any]:
        return {
            "origin": self.origin,
            "recorded_by": self.by,
            "recorded_at": self.at,
            "because": because,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A state to be written. `value` is None for a retraction, which then has to be told of what
    (`key`, `kind`), and on which day it became known."""

    key: str
    kind: str
    number: int
    action: Action
    value: Value | None
    known_on: PartialDate
    governs_from: date
    because: str | None = None

    @classmethod
    def of(
        cls,
        value: Value,
        *,
        number: int,
        action: Action,
        governs_from: date,
        because: str | None = None,
    ) -> "Draft":
        return cls(
            key=bodies.key_of(value),
            kind=NAMES[type(value)],
            number=number,
            action=action,
            value=value,
            known_on=known_on(value),
            governs_from=governs_from,
            because=because,
        )

    def row(self, author: Author) -> dict[str, Any]:
        start, end = holds(self.value).days() if self.value is not None else (None, None)
        return {
            "fact": self.key,
            "kind": self.kind,
            "number": self.number,
            "previous": self.number - 1 or None,
            "action": self.action,
            "body": None if self.value is None else bodies.text(self.value),
            "known_on": str(self.known_on),
            "known_from": self.known_on.last,
            "governs_from": self.governs_from,
            "holds_from": start,
            "holds_until": end,
            "source": None if self.value is None else bodies.first_source(self.value),
            **author.columns(self.because),
        }


def changed(connection: Connection) -> None:
    """Tells every process that what it has read is no longer all."""
    connection.execute(update(change_counter).values(value=change_counter.c.value + 1))


def _stamped(connection: Connection, author: Author) -> Author:
    """Nothing is written as if before what is written already, whatever a clock says: what was
    answered at a moment can then be read again."""
    newest = (
        connection.scalar(select(func.max(table.c.recorded_at)))
        for table in (revision, observation)
    )
    return replace(author, at=max([author.at, *(each for each in newest if each is not None)]))


def append(connection: Connection, drafts: Sequence[Draft], author: Author) -> None:
    """Writes states of facts. Of one fact the earlier must stand before the later."""
    if not drafts:
        return
    author = _stamped(connection, author)
    _name(connection, drafts)
    before = connection.scalar(select(func.max(revision.c.row))) or 0
    connection.execute(insert(revision), [each.row(author) for each in drafts])
    written = connection.execute(
        select(revision.c.row, revision.c.fact, revision.c.number).where(revision.c.row > before)
    )
    rows = {(row.fact, row.number): row.row for row in written}
    _refer(connection, {rows[each.key, each.number]: each.value for each in drafts})


def _name(connection: Connection, drafts: Sequence[Draft]) -> None:
    """Gives keys to what is new, before anything refers to it."""
    wanted = {each.key: each.kind for each in drafts if each.number == 1}
    meetings = {each.value.meeting for each in drafts if isinstance(each.value, Meeting)}
    gatherings = {bodies.key(GATHERING, each) for each in meetings}
    new = gatherings - existing(connection, gatherings)
    wanted |= dict.fromkeys(sorted(new), GATHERING)
    if wanted:
        rows = [{"key": name, "kind": kind} for name, kind in wanted.items()]
        connection.execute(insert(fact), rows)


def _refer(connection: Connection, values: dict[int, Value | None]) -> None:
    told = {row: value for row, value in values.items() if value is not None}
    doubtful = {each for value in told.values() for each in bodies.may_refer_to(value)}
    there = existing(connection, doubtful)
    rows = [
        {"row": row, "fact": each}
        for row, value in told.items()
        for each in sorted(bodies.refers_to(value) | (bodies.may_refer_to(value) & there))
    ]
    if rows:
        connection.execute(insert(reference), rows)


def existing(connection: Connection, keys: Iterable[str]) -> set[str]:
    """Those of the keys that are there."""
    listed = sorted(keys)
    found: set[str] = set()
    for start in range(0, len(listed), _AT_ONCE):
        some = listed[start : start + _AT_ONCE]
        found |= set(connection.execute(select(fact.c.key).where(fact.c.key.in_(some))).scalars())
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureDraft:
    """A state of a figure to be written. Of one retracted, `value` says which it was."""

    edition: str
    value: Observation
    number: int
    action: Action
    because: str | None = None

    def row(self, author: Author) -> dict[str, Any]:
        is_gone = self.action == "retracted"
        (cite,) = self.value.cites
        figure = {
            "value": str(self.value.value),
            "estimate": self.value.estimate,
            "places": self.value.places,
            "currency": self.value.currency,
            "source": bodies.key("source", cite.source),
            "locator": cite.locator,
        }
        return {
            "edition": bodies.key("edition", self.edition),
            "member": bodies.key("member", self.value.member),
            "indicator": self.value.indicator.value,
            "year": self.value.year,
            "number": self.number,
            "action": self.action,
            **(dict.fromkeys(figure) if is_gone else figure),
            **author.columns(self.because),
        }


def append_figures(connection: Connection, drafts: Sequence[FigureDraft], author: Author) -> None:
    if drafts:
        author = _stamped(connection, author)
        connection.execute(insert(observation), [each.row(author) for each in drafts])
