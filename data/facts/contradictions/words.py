"""What each fact says of one aspect of its subject, so that facts can be held against each other.

Only facts on the same subject are: a country's taking part says nothing about its President, a
budget may fall short of a pledge, and two percent of GNI is not two percent of GDP.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from data.dates import PartialDate
from data.facts.knowledge import Knowledge
from data.facts.records import Attendance, Meeting, Pledge, Position, Presence, Stance
from data.rules.commitments import Category, Fulfilment, Reservation

Contradicted = Attendance | Meeting | Stance | Pledge | Fulfilment | Reservation
"""The kinds of facts that can contradict each other."""

_GOALS = frozenset({"pledge", "programme", "law"})
_MEASURES = {Category.DEFENCE: Category.CORE}
"""The texts before The Hague and those after it call one measure by two names."""


class Aspect(StrEnum):
    """What of a subject is told."""

    ATTENDANCE = "attendance"
    DATES = "dates"
    PLACE = "place"
    CANCELLED = "cancelled"
    POSITION = "position"
    PLEDGE = "pledge"
    FULFILMENT = "fulfilment"
    RESERVATION = "reservation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A meeting, with `party` and perhaps `person` where it is about attendance; or a member with
    what it speaks of. A duty that all members or the Alliance itself have has no `member`."""

    meeting: str | None = None
    party: str | None = None
    person: str | None = None
    member: str | None = None
    commitment: str | None = None
    clause: str | None = None
    category: Category | None = None
    year: int | None = None
    by: date | None = None
    """The last day of a pledge's term."""
    sort: str | None = None
    """Of a pledge: a goal, a budget or an estimate."""
    of_gni: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    starts: PartialDate
    ends: PartialDate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """At least one of the two is known. `country` is ISO 3166-1 alpha-3."""

    country: str | None
    city: str | None


Value = Presence | Days | Place | Position | Decimal | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What `fact` says, and the day it was said."""

    aspect: Aspect
    subject: Subject
    value: Value
    said_on: PartialDate
    fact: Contradicted


def words(knowledge: Knowledge, as_of: date) -> Iterator[Word]:
    """All that was said by a day, aspect by aspect, oldest known first."""
    yield from map(_attendance, knowledge.known(Attendance, as_of))
    meetings = knowledge.known(Meeting, as_of)
    for read in (_days, _place, _cancelled):
        yield from _where_given(read, meetings)
    yield from _where_given(_position, knowledge.known(Stance, as_of))
    for pledge in knowledge.known(Pledge, as_of):
        yield from _pledges(pledge)
    yield from _fulfilments(knowledge.known(Fulfilment, as_of))
    yield from _where_given(_reservation, knowledge.known(Reservation, as_of))


def _where_given(read: Callable[..., Word | None], facts: Sequence[Contradicted]) -> Iterator[Word]:
    return (word for fact in facts if (word := read(fact)) is not None)


def _attendance(fact: Attendance) -> Word:
    return Word(
        aspect=Aspect.ATTENDANCE,
        subject=Subject(meeting=fact.meeting, party=fact.party, person=fact.person),
        value=fact.status,
        said_on=fact.known_on,
        fact=fact,
    )


def _of_meeting(fact: Meeting, aspect: Aspect, value: Value) -> Word:
    return Word(
        aspect=aspect,
        subject=Subject(meeting=fact.meeting),
        value=value,
        said_on=fact.known_on,
        fact=fact,
    )


def _days(fact: Meeting) -> Word | None:
    if fact.starts is None:
        return None
    return _of_meeting(fact, Aspect.DATES, Days(starts=fact.starts, ends=fact.ends))


def _place(fact: Meeting) -> Word | None:
    if fact.country is None and fact.city is None:
        return None
    return _of_meeting(fact, Aspect.PLACE, Place(country=fact.country, city=fact.city))


def _cancelled(fact: Meeting) -> Word:
    return _of_meeting(fact, Aspect.CANCELLED, fact.cancelled)


def _position(fact: Stance) -> Word | None:
    """The member's own position; what others say about it is a remark."""
    if fact.position is None:
        return None
    return Word(
        aspect=Aspect.POSITION,
        subject=Subject(member=fact.member, commitment=fact.commitment),
        value=fact.position,
        said_on=fact.said_on,
        fact=fact,
    )


def _pledges(fact: Pledge) -> Iterator[Word]:
    if fact.share is None:
        return
    subject = Subject(
        category=_MEASURES.get(fact.category, fact.category),
        by=fact.by.last if fact.by is not None else None,
        sort="goal" if fact.kind in _GOALS else fact.kind,
        of_gni=fact.of_gni,
    )
    for member in fact.members:
        yield Word(
            aspect=Aspect.PLEDGE,
            subject=replace(subject, member=member),
            value=fact.share,
            said_on=fact.known_on,
            fact=fact,
        )


def _fulfilments(facts: Sequence[Fulfilment]) -> Iterator[Word]:
    """A word on all members is also one on each member that another word names."""
    named: defaultdict[Subject, set[str]] = defaultdict(set)
    for fact in facts:
        named[_duty(fact)].update(fact.members)
    for fact in facts:
        duty = _duty(fact)
        for member in fact.members or (None, *sorted(named[duty])):
            yield Word(
                aspect=Aspect.FULFILMENT,
                subject=replace(duty, member=member),
                value=fact.done,
                said_on=fact.known_on,
                fact=fact,
            )


def _duty(fact: Fulfilment) -> Subject:
    return Subject(commitment=fact.commitment, clause=fact.clause, year=fact.year)


def _reservation(fact: Reservation) -> Word | None:
    if fact.share is None:
        return None
    return Word(
        aspect=Aspect.RESERVATION,
        subject=Subject(member=fact.member, commitment=fact.commitment, category=fact.category),
        value=fact.share,
        said_on=fact.known_on,
        fact=fact,
    )
