"""From which day on a commitment counts as added to."""

from data.dates import PartialDate
from data.facts.log import Entry
from data.rules.commitments import Commitment


def governs_on(before: Entry, told: Commitment) -> PartialDate:
    """The day from which the addition counts: that of the article, but no day on which less was
    known than the newest state says."""
    known_on = told.history[0].known_on
    if before.governs_from > known_on.last:
        return PartialDate.of(before.governs_from)
    return known_on
