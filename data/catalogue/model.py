"""What the shipped catalogue holds once it is loaded and validated."""

from dataclasses import dataclass

from data.facts.clocks import known_from
from data.facts.knowledge import Fact, Knowledge, Revision
from data.members import Member, Roster
from data.rules.expenditure import Edition, Observation
from data.rules.ledger import Ledger
from data.sources import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """`fingerprint` is a hash of the files' bytes: equal fingerprints, equal catalogues."""

    sources: tuple[Source, ...]
    members: tuple[Member, ...]
    editions: tuple[tuple[Edition, tuple[Observation, ...]], ...]
    facts: tuple[Fact, ...]
    fingerprint: str

    def knowledge(self) -> Knowledge:
        """The catalogue as knowledge, without a store in between."""
        return Knowledge.of(
            Roster.of(self.members),
            Ledger.of(self.editions),
            self.sources,
            (Revision(fact, known_from(fact)) for fact in self.facts),
        )
