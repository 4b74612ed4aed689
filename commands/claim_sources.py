"""What the sources hold that a claim's figure can be set beside: shares, floors, own goals."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from commands.claim_figures import percentages
from commands.claim_text import Message
from commands.claims import Claim, Role
from data.facts.knowledge import Knowledge
from data.facts.records import Pledge, Stance, Statement
from data.members import Member
from data.rules import (
    AnnualIncrease,
    Category,
    Commitment,
    Indicator,
    Observation,
    Reservation,
    Series,
    ShareTarget,
    Step,
    published,
    share_of,
)
from data.rules.figures import rise_into

_MOST = 4


@dataclass(frozen=True, slots=True)
class Reported:
    """One year of one member's series."""

    series: Series
    year: int

    @property
    def observation(self) -> Observation:
        return self.series.by_year[self.year]

    @property
    def step(self) -> Step:
        return share_of(self.series, self.observation)


@dataclass(frozen=True, slots=True)
class Match:
    """`exact` is False where the figure is the reported one only when rounded as the claim is."""

    reported: Reported
    exact: bool


@dataclass(frozen=True, slots=True)
class Record:
    """Where one member's figures of one kind stood on a day, newest edition first."""

    editions: tuple[Series, ...]

    @classmethod
    def of(cls, knowledge: Knowledge, member: Member, role: Role, day: date) -> "Record":
        equipment = role is Role.EQUIPMENT
        indicator = Indicator.EQUIPMENT_SHARE if equipment else Indicator.SHARE_OF_GDP
        return cls(knowledge.ledger.all_series(member.id, indicator, day))

    @property
    def newest(self) -> Reported | None:
        """The latest year of the newest edition."""
        return Reported(self.editions[0], self.editions[0].latest.year) if self.editions else None

    def of_year(self, year: int) -> Reported | None:
        """A year in the newest edition that reports it."""
        found = (Reported(each, year) for each in self.editions if year in each.by_year)
        return next(found, None)

    def match(self, claim: Claim) -> Match | None:
        """The reported share the claim names: what is newest and what is exact come first.

        A claim without a year may mean any year exactly, but rounded only an edition's latest.
        """
        current = [each for year in self._years() if (each := self.of_year(year)) is not None]
        every = [*current, *self._all()]
        meant = [each for each in every if claim.year in (None, each.year)]
        latest = [each for each in meant if claim.year or each.year == each.series.latest.year]
        newest = self.newest
        first = [each for each in latest if each == newest]
        for tier, exact in ((first, True), (first, False), (meant, True), (latest, False)):
            for each in tier:
                if _matches(claim, each.observation, exact=exact):
                    return Match(each, exact)
        return None

    def since(self, day: date) -> "Record":
        """The editions published after a day alone."""
        return Record(tuple(e for e in self.editions if e.edition.published_on.last > day))

    def _years(self) -> list[int]:
        return sorted({year for each in self.editions for year in each.by_year}, reverse=True)

    def _all(self) -> Iterator[Reported]:
        for each in self.editions:
            yield from (Reported(each, year) for year in sorted(each.by_year, reverse=True))

    def rise(self, year: int | None) -> Step | None:
        """The rise into a year, or into the newest, by the newest edition that has both years."""
        for each in self.editions:
            rise = rise_into(each, each.latest.year if year is None else year)
            if rise is not None:
                return rise
        return None


def _matches(claim: Claim, observation: Observation, *, exact: bool) -> bool:
    share = observation.published
    if claim.upto is not None:
        return claim.share <= share <= claim.upto
    if exact:
        return claim.share in (share, observation.value)
    if claim.places >= observation.places:
        return False
    return claim.share in (
        published(share, claim.places),
        published(observation.value, claim.places),
    )


Figured = ShareTarget | AnnualIncrease
"""Clauses that name a figure."""


def asked(knowledge: Knowledge, claim: Claim, day: date) -> list[tuple[Commitment, Figured]]:
    """Clauses that name the claim's figure; those of the claim's year, then the newest, first."""
    found = [
        (commitment, clause)
        for commitment in reversed(knowledge.commitments(day))
        for clause in commitment.clauses
        if isinstance(clause, ShareTarget | AnnualIncrease) and _names(clause, claim)
    ]
    found.sort(key=lambda pair: claim.year is None or _by(pair[1]) != claim.year)
    return found[:_MOST]


def _by(clause: Figured) -> int | None:
    return clause.by if isinstance(clause, ShareTarget) else None


def _names(clause: Figured, claim: Claim) -> bool:
    match clause:
        case ShareTarget() if claim.role is not Role.INCREASE:
            of_equipment = clause.category is Category.EQUIPMENT
            return of_equipment == (claim.role is Role.EQUIPMENT) and _is(claim, clause.share)
        case AnnualIncrease() if claim.role is Role.INCREASE:
            return _is(claim, clause.step)
        case _:
            return False


def _is(claim: Claim, share: Decimal) -> bool:
    """A figure that is set, not measured, is not rounded; one in a range is named by it."""
    if claim.upto is not None:
        return share in (claim.share, claim.upto)
    return share == claim.share


@dataclass(frozen=True, slots=True)
class Own:
    """What a member says or set itself with the claim's figure in it, newest first."""

    reservations: tuple[Reservation, ...]
    pledges: tuple[Pledge, ...]
    stances: tuple[Stance, ...]
    statements: tuple[Statement, ...]

    def __bool__(self) -> bool:
        return bool(self.reservations or self.pledges or self.stances or self.statements)


def own(knowledge: Knowledge, member: Member, claim: Claim, day: date) -> Own:
    def named(share: Decimal | None, text: str) -> bool:
        return (share is not None and _is(claim, share)) or _is_in(claim, text)

    if claim.role in (Role.INCREASE, Role.EQUIPMENT):
        return Own((), (), (), ())
    stances = (each for each in knowledge.stances(member.id, day) if _is_in(claim, each.claim))
    statements = (
        each
        for each in knowledge.known(Statement, day)
        if each.about == member.id and _is_in(claim, each.claim)
    )
    return Own(
        tuple(e for e in knowledge.reservations(member.id, day) if named(e.share, e.claim)),
        _newest(e for e in knowledge.pledges(member.id, day) if named(e.share, e.claim)),
        _newest(stances),
        _newest(statements),
    )


T = TypeVar("T")


def _newest(records: Iterable[T]) -> tuple[T, ...]:
    return tuple(records)[::-1][:2]


def _is_in(claim: Claim, text: str) -> bool:
    return any(_is(claim, value) for value in _figures(text))


@lru_cache(maxsize=1024)
def _figures(text: str) -> frozenset[Decimal]:
    """The percentages that a record's own words name."""
    found = percentages(Message.of(text))
    shares = [each for each in found if not each.points]
    return frozenset(value for each in shares for value in (each.value, each.upto or each.value))
