"""Commitments, what became of their duties, and how members read them."""

from collections.abc import Iterator
from itertools import pairwise

from data.dates import Order, order
from data.errors import Fault, Path
from data.facts.soundness import values as check
from data.facts.soundness.known import Known
from data.facts.soundness.text import id_problem
from data.messages import mark
from data.rules.commitments import (
    AnnualIncrease,
    AnnualPlan,
    Clause,
    Commitment,
    Fulfilment,
    Reservation,
    Review,
    ShareTarget,
    Status,
    StatusChange,
)


def commitment_problems(fact: Commitment, known: Known) -> Iterator[Fault]:
    yield from _history(fact.history)
    yield from _succession(fact)
    seen: set[str] = set()
    for index, clause in enumerate(fact.clauses):
        path: Path = ("clauses", index)
        if clause.id in seen:
            sentence = mark("The id '{id}' is taken by another clause.").format(id=clause.id)
            yield Fault.at((*path, "id"), sentence)
        seen.add(clause.id)
        yield from id_problem((*path, "id"), clause.id)
        yield from _clause(path, clause)
    for index, adopted in enumerate(fact.adopts):
        yield from check.commitment(("adopts", index), adopted, known)
        if adopted == fact.id:
            yield Fault.at(("adopts", index), mark("names the commitment itself."))
    yield from check.commitment(("superseded_by",), fact.superseded_by, known)


def fulfilment_problems(fact: Fulfilment, known: Known) -> Iterator[Fault]:
    yield from check.commitment(("commitment",), fact.commitment, known)
    yield from check.members(("members",), fact.members, known, may_be_empty=True)
    duties = known.duties.get(fact.commitment)
    if duties is not None and fact.clause not in duties:
        listed = ", ".join(sorted(duties)) or "none"
        sentence = mark("is '{clause}', no dated duty of {commitment}: {listed}.").format(
            clause=fact.clause, commitment=fact.commitment, listed=listed
        )
        yield Fault.at(("clause",), sentence)
    yield from check.year(("year",), fact.year)
    if fact.known_on.last.year < fact.year:
        sentence = mark("is {year}, after the day it became known, {known_on}.").format(
            year=fact.year, known_on=fact.known_on
        )
        yield Fault.at(("year",), sentence)


def reservation_problems(fact: Reservation, known: Known) -> Iterator[Fault]:
    yield from check.member(("member",), fact.member, known)
    yield from check.commitment(("commitment",), fact.commitment, known)
    yield from check.share(("share",), fact.share)
    seen = {fact.id}
    for index, dispute in enumerate(fact.disputes):
        path: Path = ("disputes", index)
        if dispute.id in seen:
            sentence = mark("The id '{id}' is given twice in this record.").format(id=dispute.id)
            yield Fault.at((*path, "id"), sentence)
        seen.add(dispute.id)
        yield from id_problem((*path, "id"), dispute.id)
        yield from check.party((*path, "party"), dispute.party)


def _history(history: tuple[StatusChange, ...]) -> Iterator[Fault]:
    if not history:
        yield Fault.at(("history",), mark("is empty; a commitment has at least one status."))
    for index, (before, after) in enumerate(pairwise(history)):
        for key, earlier, later in (
            ("on", before.on, after.on),
            ("known_on", before.known_on, after.known_on),
        ):
            if order(later, earlier) is Order.BEFORE:
                sentence = mark("is {later}, before the status above it, {earlier}.").format(
                    later=later, earlier=earlier
                )
                yield Fault.at(("history", index + 1, key), sentence)


def _succession(fact: Commitment) -> Iterator[Fault]:
    path: Path = ("superseded_by",)
    superseded = any(change.status is Status.SUPERSEDED for change in fact.history)
    if superseded and fact.superseded_by is None:
        yield Fault.at(path, mark("It is superseded, but 'superseded_by' does not say by what."))
    if fact.superseded_by is not None and not superseded:
        yield Fault.at(path, mark("is given, but no status says it is superseded."))
    if fact.superseded_by == fact.id:
        yield Fault.at(path, mark("names the commitment itself."))


def _clause(path: Path, clause: Clause) -> Iterator[Fault]:
    match clause:
        case ShareTarget():
            yield from check.share((*path, "share"), clause.share)
            yield from check.year((*path, "by"), clause.by)
        case AnnualIncrease():
            yield from check.share((*path, "step"), clause.step)
            yield from check.year((*path, "start"), clause.start)
            yield from check.year((*path, "until"), clause.until)
            if clause.until is not None and clause.until < clause.start:
                sentence = mark("is {until}, before the first year, {start}.").format(
                    until=clause.until, start=clause.start
                )
                yield Fault.at((*path, "until"), sentence)
        case AnnualPlan():
            yield from check.year((*path, "start"), clause.start)
        case Review():
            yield from check.year((*path, "year"), clause.year)
        case _:
            pass
