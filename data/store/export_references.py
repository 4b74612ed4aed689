"""What exported records refer to and what is not among them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from data.errors import StoreError
from data.exchange.lines import FigureLine, Line, Named
from data.facts.codes import ORGANISATIONS
from data.facts.kinds import Value
from data.facts.records import Meeting, Statement
from data.members import Member
from data.messages import mark
from data.rules.commitments import Commitment
from data.rules.expenditure import Edition
from data.store import bodies
from data.store.tables import GATHERING

DANGLING = mark(
    "'{id}' refers to {key}, which was retracted since. Export the whole log with --history, or "
    "as of another day than {day}."
)


def rested_on(
    records: Sequence[Line], figures: Sequence[FigureLine], works: Mapping[str, Line], day: date
) -> list[Line]:
    """Members and sources of `works`, which are by key, that are not among the records and on which
    these rest. Raises StoreError where there is no such member or source any more."""
    there = {bodies.key(each.kind, each.id) for each in records}
    found: list[Line] = []
    wanted = [need for line in (*records, *figures) for need in _needs(line)]
    wanted += [need for line in records for need in _may_need(line) if need[0] in works]
    for key, by in wanted:
        if key in there:
            continue
        if key not in works:
            raise StoreError(DANGLING.format(id=by, key=key, day=day))
        there.add(key)
        found.append(works[key])
        # The list grows while it is gone through: what is needed needs something itself.
        wanted.extend(_needs(works[key]))
    return found


def named(lines: Sequence[Line]) -> list[Named]:
    """Commitments and meetings that the records refer to and none of them tells of."""
    values = [each.value for each in lines if each.value is not None]
    told = {bodies.key_of(each) for each in values}
    told |= {bodies.key(GATHERING, each.meeting) for each in values if isinstance(each, Meeting)}
    missing = {key for value in values for key in bodies.refers_to(value) - told}
    found = {bodies.id_in(key) for key in missing if key.startswith(_LATER)}
    speakable = {each.id for each in values if isinstance(each, Commitment | Member)}
    speakable |= {each.meeting for each in values if isinstance(each, Meeting)}
    about = {each.about for each in values if isinstance(each, Statement)}
    return [Named(id=each) for each in sorted(found | (about - speakable - ORGANISATIONS))]


_LATER = ("commitment:", f"{GATHERING}:")


def _needs(line: Line | FigureLine) -> Iterator[tuple[str, str]]:
    """Keys of members and sources, and the id of what refers to them."""
    if isinstance(line, FigureLine):
        yield bodies.key("member", line.member), line.edition
        cites = () if line.value is None else line.value.cites
        yield from ((bodies.key("source", each.source), line.edition) for each in cites)
    elif line.value is not None:
        keys = sorted({*bodies.refers_to(line.value), *_in_gaps(line.value)})
        yield from ((each, line.id) for each in keys if each.startswith(("member:", "source:")))


def _in_gaps(value: Value) -> Iterator[str]:
    for gap in value.gaps if isinstance(value, Edition) else ():
        yield from (bodies.key("member", each) for each in gap.members)
        yield from (bodies.key("source", each.source) for each in gap.cites)


def _may_need(line: Line) -> Iterator[tuple[str, str]]:
    """The member that a statement is about, if it is about one."""
    if isinstance(line.value, Statement):
        yield bodies.key("member", line.value.about), line.id
