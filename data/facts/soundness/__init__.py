"""All that can be wrong with one record, whether it comes with a release or from a person.

What only shows between records (an id given twice, commitments against each other) is told by
those who see all of them.
"""

from collections.abc import Iterator
from datetime import date

from data.errors import Fault, Path, RecordError
from data.facts.kinds import Value
from data.facts.soundness.cites import cite_problems
from data.facts.soundness.facts import fact_problems
from data.facts.soundness.figures import (
    edition_problems,
    gap_problems,
    member_problems,
    observation_problems,
    source_problems,
)
from data.facts.soundness.known import Known
from data.facts.soundness.reading import read
from data.facts.soundness.text import check_author, check_reason, size_problems, text_problems
from data.facts.soundness.values import days
from data.members import Member
from data.rules.expenditure import Edition, Observation
from data.sources import Source

__all__ = [
    "Known",
    "check",
    "check_author",
    "check_reason",
    "gap_problems",
    "problems",
    "read",
]


def problems(
    value: Value | Observation,
    known: Known,
    *,
    today: date | None = None,
    edition: Edition | None = None,
) -> Iterator[Fault]:
    """Everything that keeps a record from being recorded, none where it is sound.

    `today` is the day after which nothing can have been said or known; `edition` is that of an
    observation.
    """
    endless = list(size_problems(value))
    yield from endless
    if endless:
        return
    spoilt: set[Path] = set()
    for fault in text_problems(value):
        spoilt.add(fault.path)
        yield fault
    for fault in _meant(value, known, edition):
        if fault.path not in spoilt:
            yield fault
    yield from days(value, today)


def check(
    value: Value | Observation,
    known: Known,
    *,
    today: date | None = None,
    edition: Edition | None = None,
) -> None:
    """Raises RecordError with everything that `problems` finds."""
    if faults := list(problems(value, known, today=today, edition=edition)):
        raise RecordError(faults)


def _meant(value: Value | Observation, known: Known, edition: Edition | None) -> Iterator[Fault]:
    match value:
        case Source():
            yield from source_problems(value)
            return
        case Member():
            yield from member_problems(value)
        case Edition():
            yield from edition_problems(value, known)
        case Observation():
            yield from observation_problems(value, known, edition)
        case _:
            yield from fact_problems(value, known)
    yield from cite_problems(value, known)
