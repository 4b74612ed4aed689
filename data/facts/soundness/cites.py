"""What a record rests on: that it names its sources, and is not older than they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from data.dates import Order, PartialDate, order
from data.errors import Fault, Path
from data.facts.soundness.known import Known
from data.messages import mark
from data.rules.commitments import Commitment, Reservation
from data.rules.expenditure import Edition
from data.sources import Cite


@dataclass(frozen=True, slots=True)
class Cited:
    """Citations at a place in a record. `known_on` is None where nothing is said to be known."""

    path: Path
    cites: tuple[Cite, ...]
    known_on: PartialDate | None


def cite_problems(value: Any, known: Known) -> Iterator[Fault]:
    for cited in citations(value):
        path = (*cited.path, "cites")
        if not cited.cites:
            yield Fault.at(path, mark("names no source."))
        for index, cite in enumerate(cited.cites):
            if cite.source not in known.sources:
                sentence = mark("names '{source}', which is no source.").format(source=cite.source)
                yield Fault.at((*path, index, "source"), sentence)
            elif cite in cited.cites[:index]:
                yield Fault.at(
                    (*path, index), mark("names the same place in the same source again.")
                )
        yield from _known_too_soon(cited, known)


def citations(value: Any) -> Iterator[Cited]:
    """Every group of citations in a record, the nested ones included; a source has none."""
    if not isinstance(value, Commitment):
        yield Cited((), value.cites, getattr(value, "known_on", None))
    if isinstance(value, Commitment):
        for index, change in enumerate(value.history):
            yield Cited(("history", index), change.cites, change.known_on)
        for index, clause in enumerate(value.clauses):
            yield Cited(("clauses", index), clause.cites, None)
    elif isinstance(value, Reservation):
        for index, dispute in enumerate(value.disputes):
            yield Cited(("disputes", index), dispute.cites, dispute.known_on)
    elif isinstance(value, Edition):
        for index, gap in enumerate(value.gaps):
            yield Cited(("gaps", index), gap.cites, None)


def _known_too_soon(cited: Cited, known: Known) -> Iterator[Fault]:
    """Nobody knows a thing before something says it. Days that may coincide pass."""
    found = [known.sources.get(cite.source) for cite in cited.cites]
    published = [source.published_on for source in found if source is not None]
    if cited.known_on is None or not published or len(published) < len(found):
        return
    if all(order(cited.known_on, day) is Order.BEFORE for day in published):
        earliest = min(published, key=lambda day: day.first)
        sentence = mark(
            "is {known_on}, before any of its sources was published; the earliest is of {earliest}."
        ).format(known_on=cited.known_on, earliest=earliest)
        yield Fault.at((*cited.path, "known_on"), sentence)
