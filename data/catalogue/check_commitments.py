"""Checks that no two commitments of the catalogue were ever agreed against each other."""

from collections.abc import Iterator, Sequence

from data.catalogue.validate import Entry
from data.errors import CatalogueFault, ContradictionError
from data.facts.knowledge import Fact
from data.rules.commitments import Commitment
from data.rules.contradictions import check_contradictions


def check_commitments(entries: Sequence[Entry[Fact]]) -> Iterator[CatalogueFault]:
    """Each pair is told once, at the later record of the two."""
    places = {each.value.id: each.place for each in entries}
    commitments = [each.value for each in entries if isinstance(each.value, Commitment)]
    # Only a change of status can bring a contradiction about.
    days = {
        max(change.on.last, change.known_on.last)
        for commitment in commitments
        for change in commitment.history
    }
    told: set[tuple[str, str]] = set()
    for day in sorted(days):
        try:
            check_contradictions(commitments, as_of=day)
        except ContradictionError as error:
            one, other = str(error.values["one_id"]), str(error.values["other_id"])
            if (one, other) not in told:
                told.add((one, other))
                yield places[other].fault(str(error), "clause")
