"""What is held of a subject on a day, as values: each fact and figure with what it rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from commands.news import cites_of
from commands.subjects import OneFact, Subject
from data.facts.knowledge import Fact, Knowledge
from data.facts.records import Attendance, Group, Meeting, Pledge, Request, Stance, Statement
from data.members import Member
from data.rules import Commitment, Edition, Fulfilment, Indicator, Reservation
from data.sources import Cite


class Kind(StrEnum):
    """What rests on a source; the weightiest first."""

    STATUS = "status"
    CLAUSE = "clause"
    SHARE = "share"
    EQUIPMENT = "equipment"
    FIGURE = "figure"
    EDITION = "edition"
    GAP = "gap"
    MEETING = "meeting"
    ATTENDANCE = "attendance"
    STANCE = "stance"
    READING = "reading"
    DISPUTE = "dispute"
    REMARK = "remark"
    GOAL = "goal"
    REQUEST = "request"
    DUTY = "duty"
    STATEMENT = "statement"
    GROUP = "group"
    MEMBERSHIP = "membership"


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """One fact or figure: `cites` are those that were published by the day, where any was."""

    kind: Kind
    cites: tuple[Cite, ...]
    weak: str | None = None


_INDICATORS = {Indicator.SHARE_OF_GDP: Kind.SHARE, Indicator.EQUIPMENT_SHARE: Kind.EQUIPMENT}


def found(knowledge: Knowledge, subject: Subject, as_of: date) -> list[Support]:
    """Everything held of the subject that was known on the day."""
    every = _Held(knowledge, as_of)
    match subject:
        case Member():
            return [*every.figures(subject.id), *every.facts(subject), *every.membership(subject)]
        case Commitment():
            return [*every.text(subject), *every.facts(subject)]
        case Meeting():
            return list(every.facts(subject))
        case OneFact():
            return list(every.of_fact(subject.fact))


@dataclass(frozen=True, slots=True)
class _Held:
    knowledge: Knowledge
    as_of: date

    def support(self, kind: Kind, cites: Iterable[Cite], weak: str | None = None) -> Support:
        every = tuple(cites)
        sources = self.knowledge.sources
        out = tuple(e for e in every if sources[e.source].published_on.first <= self.as_of)
        return Support(kind=kind, cites=out or every, weak=weak)

    def figures(self, member: str) -> Iterator[Support]:
        for edition in self.knowledge.ledger.published_by(self.as_of):
            values = list(self._values(edition, member))
            gaps = [gap for gap in edition.gaps if member in gap.members]
            yield from values
            yield from (self.support(Kind.GAP, gap.cites) for gap in gaps)
            if values or gaps:
                yield self.support(Kind.EDITION, edition.cites, edition.weak)

    def _values(self, edition: Edition, member: str) -> Iterator[Support]:
        for indicator in Indicator:
            series = self.knowledge.ledger.in_edition(edition, member, indicator)
            kind = _INDICATORS.get(indicator, Kind.FIGURE)
            for each in series.by_year.values() if series is not None else ():
                yield self.support(kind, each.cites)

    def membership(self, member: Member) -> Iterator[Support]:
        if member.is_member_on(self.as_of):
            yield self.support(Kind.MEMBERSHIP, member.cites)

    def text(self, commitment: Commitment) -> Iterator[Support]:
        """What it says and what became of it; what is thin about it stands with its first status,
        once."""
        weak = commitment.weak
        for change in commitment.history:
            if max(change.on.last, change.known_on.last) <= self.as_of:
                yield self.support(Kind.STATUS, change.cites, weak)
                weak = None
        for clause in commitment.clauses:
            yield self.support(Kind.CLAUSE, clause.cites)

    def facts(self, subject: Member | Meeting | Commitment) -> Iterator[Support]:
        for revision in self.knowledge.revisions:
            if revision.is_known_on(self.as_of) and _is_about(revision.fact, subject):
                yield from self.of_fact(revision.fact)

    def of_fact(self, fact: Fact) -> Iterator[Support]:
        weak = fact.weak
        yield self.support(_kind(fact), cites_of(fact), weak)
        if isinstance(fact, Reservation):
            for each in fact.disputes:
                if each.known_on.is_over_by(self.as_of):
                    yield self.support(Kind.DISPUTE, each.cites)


def _kind(fact: Fact) -> Kind:
    match fact:
        case Stance():
            return Kind.REMARK if fact.position is None else Kind.STANCE
        case Reservation():
            return Kind.READING
        case Pledge():
            return Kind.GOAL
        case Request():
            return Kind.REQUEST
        case Fulfilment():
            return Kind.DUTY
        case Meeting():
            return Kind.MEETING
        case Attendance():
            return Kind.ATTENDANCE
        case Statement():
            return Kind.STATEMENT
        case Group():
            return Kind.GROUP
        case Commitment():
            return Kind.STATUS


def _is_about(fact: Fact, subject: Member | Meeting | Commitment) -> bool:
    match subject:
        case Member():
            return _is_of_member(fact, subject.id)
        case Meeting():
            return _is_of_meeting(fact, subject.meeting)
        case Commitment():
            return _is_of_commitment(fact, subject.id)


def _is_of_member(fact: Fact, code: str) -> bool:
    match fact:
        case Stance() | Reservation():
            return fact.member == code
        case Pledge() | Request() | Fulfilment() | Group():
            return code in fact.members
        case Attendance():
            return fact.party == code
        case Statement():
            return fact.about == code
        case _:
            return False


def _is_of_meeting(fact: Fact, key: str) -> bool:
    match fact:
        case Meeting() | Attendance():
            return fact.meeting == key
        case Statement():
            return fact.about == key
        case _:
            return False


def _is_of_commitment(fact: Fact, known_as: str) -> bool:
    match fact:
        case Stance() | Reservation() | Request() | Fulfilment():
            return fact.commitment == known_as
        case Statement():
            return fact.about == known_as
        case _:
            return False
