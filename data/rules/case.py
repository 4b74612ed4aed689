"""One question put to a clause: who, as of when, and out of which figures."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from data.members import Member
from data.rules.assessment import Assessment
from data.rules.commitments import Category, Clause, Fulfilment
from data.rules.expenditure import Indicator, Series
from data.rules.ledger import Ledger
from data.rules.verdicts import Reason

INDICATORS: dict[Category, Indicator] = {
    Category.CORE: Indicator.SHARE_OF_GDP,
    Category.DEFENCE: Indicator.SHARE_OF_GDP,
    Category.EQUIPMENT: Indicator.EQUIPMENT_SHARE,
}
"""What is published for a category. For the total and the broader part nothing is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """`edition` and `year` narrow down the figures: to one edition, and to the years up to one."""

    member: Member
    ledger: Ledger
    as_of: date
    edition: str | None = None
    year: int | None = None
    fulfilments: tuple[Fulfilment, ...] = ()

    @property
    def today(self) -> date:
        """The day that deadlines are looked at: as of a past year, the day after it."""
        if self.year is None or self.year >= self.as_of.year:
            return self.as_of
        return date(self.year + 1, 1, 1)

    @property
    def this_year(self) -> int:
        """The year that duties are looked at in: the one asked about, once that is over."""
        return self.as_of.year if self.year is None else min(self.year, self.as_of.year)

    @property
    def is_member(self) -> bool:
        """Membership as of a past year is that of its last day, as in NATO's own counts."""
        if self.year is None or self.year >= self.as_of.year:
            return self.member.is_member_on(self.as_of)
        return self.member.is_member_on(date(self.year, 12, 31))

    def series(self, indicator: Indicator) -> tuple[Series, ...]:
        """The member's series, newest edition first; with a year, those that report that year."""
        found: Iterable[Series] = self.ledger.all_series(self.member.id, indicator, self.as_of)
        if self.edition is None and self.year is None:
            return self._behind(tuple(found), indicator)
        if self.edition is not None:
            edition = self.ledger.edition(self.edition, self.as_of)
            found = (each for each in found if each.edition.id == edition.id)
        if self.year is not None:
            up_to = (each.until(self.year) for each in found)
            found = (each for each in up_to if each is not None and self.year in each.by_year)
        return tuple(found)

    def _behind(self, found: tuple[Series, ...], indicator: Indicator) -> tuple[Series, ...]:
        """A member whom a newer edition leaves out lacks the year that one reports of others."""
        newest = self.ledger.newest_year(indicator, self.as_of)
        if not found or newest is None or newest[0] <= found[0].newest_year:
            return found
        return (found[0].behind(newest[0]), *found[1:])

    def found(self, clause: Clause, reason: Reason) -> Assessment:
        """An assessment without figures."""
        return Assessment(clause=clause, member=self.member, as_of=self.as_of, reason=reason)
