"""What a ranking is asked for, and what the rules make of it."""

from dataclasses import dataclass
from datetime import date

from commands.clauses import LABELS
from commands.floors import Floor
from data import rules
from data.facts.knowledge import Knowledge
from data.facts.records import Group
from data.members import Member
from data.rules import Category, Edition, Place, Ranking, Reason, Tally, Uncounted

REACH = 3
"""Places shown above and below the one that is asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Without a group it is about all members, without a year about the newest one reported,
    without an edition about the newest that reports each."""

    floor: Floor
    group: Group | None
    year: int | None
    edition: Edition | None
    at: Member | None
    as_of: date

    @property
    def is_equipment(self) -> bool:
        return self.floor.clause.category is Category.EQUIPMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    asked: Asked
    ranking: Ranking
    tally: Tally

    @property
    def here(self) -> Place | None:
        """The place of the member that was asked about."""
        at, places = self.asked.at, self.ranking.places
        return next((each for each in places if at is not None and each.member == at.id), None)

    @property
    def shown(self) -> tuple[Place, ...]:
        here = self.here
        if here is None:
            return self.ranking.places
        return self.ranking.around(here.member, reach=REACH)

    @property
    def unranked(self) -> tuple[Uncounted, ...]:
        """But for the one asked about, of which the first sentences tell. Whoever joined later is
        missed in a group alone: there it would seem forgotten."""
        at = None if self.asked.at is None else self.asked.at.id
        return tuple(
            each
            for each in self.ranking.unranked
            if each.member != at
            and (each.reason is not Reason.NOT_A_MEMBER or self.asked.group is not None)
        )

    @property
    def label(self) -> str:
        return LABELS[self.asked.floor.clause.category]


def order(knowledge: Knowledge, asked: Asked) -> Found:
    group = asked.group
    codes = [each.id for each in knowledge.roster] if group is None else list(group.members)
    members = [knowledge.roster[each] for each in codes]
    edition = None if asked.edition is None else asked.edition.id
    clause, ledger = asked.floor.clause, knowledge.ledger
    ranking = rules.rank(
        clause, members, ledger, as_of=asked.as_of, edition=edition, year=asked.year
    )
    tally = rules.tally(
        clause, members, ledger, as_of=asked.as_of, edition=edition, year=asked.year
    )
    return Found(asked=asked, ranking=ranking, tally=tally)
