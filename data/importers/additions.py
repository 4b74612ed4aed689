"""What a proposal adds to a commitment that is known already."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date

from data.rules.commitments import Clause, Commitment, StatusChange

_WORDED = frozenset({"id", "claim", "cites"})


def merged(known: Commitment, told: Commitment) -> Commitment:
    """`known` with the clauses and statuses of `told` that it does not have; itself where it has
    them all. What it is called and what it claims stay as they are."""
    clauses, history = list(known.clauses), list(known.history)
    for clause in told.clauses:
        if not any(_says(each, clause) for each in clauses):
            clauses.append(_with_free_id(clause, (each.id for each in clauses)))
    for change in told.history:
        if all(change.status is not each.status for each in history):
            history.append(change)
    if len(history) > len(known.history):
        # Both days of a status must not lie before those of the one above it.
        history.sort(key=_by_day)
    if len(clauses) == len(known.clauses) and len(history) == len(known.history):
        return known
    return replace(known, clauses=tuple(clauses), history=tuple(history))


def _by_day(change: StatusChange) -> tuple[date, date]:
    return change.on.first, change.known_on.first


def _says(known: Clause, told: Clause) -> bool:
    """Whether a clause holds all that is told; what a report leaves out it does not deny."""
    if type(known) is not type(told):
        return False
    names = [each.name for each in fields(told) if each.name not in _WORDED]
    # An undertaking is nothing but its words.
    names = names if len(names) > 1 else [*names, "claim"]
    return all(getattr(told, name) in (None, getattr(known, name)) for name in names)


def _with_free_id(clause: Clause, taken: Iterable[str]) -> Clause:
    return replace(clause, id=free(clause.id, frozenset(taken)))


def free(id: str, taken: frozenset[str]) -> str:
    """The id, with a number behind it where it is taken."""
    found, number = id, 2
    while found in taken:
        found, number = f"{id}-{number}", number + 1
    return found
