"""Commitments and facts: what they refer to, and whether they can be true together."""

from collections.abc import Iterator

from data.dates import Order, order
from data.errors import Fault
from data.facts.codes import is_country
from data.facts.knowledge import Fact
from data.facts.records import Attendance, Group, Meeting, Pledge, Request, Stance, Statement
from data.facts.soundness import values as check
from data.facts.soundness.commitments import (
    commitment_problems,
    fulfilment_problems,
    reservation_problems,
)
from data.facts.soundness.known import Known
from data.facts.soundness.text import id_problem
from data.messages import mark
from data.rules.commitments import Commitment, Fulfilment, Reservation


def fact_problems(fact: Fact, known: Known) -> Iterator[Fault]:
    yield from id_problem(("id",), fact.id)
    match fact:
        case Commitment():
            yield from commitment_problems(fact, known)
        case Fulfilment():
            yield from fulfilment_problems(fact, known)
        case Reservation():
            yield from reservation_problems(fact, known)
        case Meeting():
            yield from _meeting(fact)
        case Attendance():
            yield from check.meeting(("meeting",), fact.meeting, known)
            yield from check.party(("party",), fact.party)
        case Stance():
            yield from _stance(fact, known)
        case Pledge():
            yield from check.members(("members",), fact.members, known)
            yield from check.share(("share",), fact.share)
        case Request():
            yield from check.commitment(("commitment",), fact.commitment, known)
            yield from check.members(("members",), fact.members, known, may_be_empty=True)
            yield from check.year(("year",), fact.year)
        case Statement():
            yield from check.party(("party",), fact.party)
            yield from check.about(("about",), fact.about, known)
            yield from _said_late(fact)
        case Group():
            yield from id_problem(("group",), fact.group)
            yield from check.members(("members",), fact.members, known)


def _meeting(fact: Meeting) -> Iterator[Fault]:
    yield from id_problem(("meeting",), fact.meeting)
    if fact.country is not None and not is_country(fact.country):
        yield Fault.at(
            ("country",),
            mark("'{country}' is not a country's code such as NLD.").format(country=fact.country),
        )
    if fact.ends is not None and fact.starts is None:
        yield Fault.at(("ends",), mark("is given without 'starts'."))
    elif fact.ends and fact.starts and order(fact.ends, fact.starts) is Order.BEFORE:
        sentence = mark("It ends on {ends}, before it starts on {starts}.").format(
            ends=fact.ends, starts=fact.starts
        )
        yield Fault.at(("ends",), sentence)


def _stance(fact: Stance, known: Known) -> Iterator[Fault]:
    yield from check.member(("member",), fact.member, known)
    yield from check.party(("party",), fact.party)
    yield from check.commitment(("commitment",), fact.commitment, known)
    yield from _said_late(fact)
    if fact.party == fact.member and fact.position is None:
        sentence = mark("The member speaks for itself, so 'position' must say where it stands.")
        yield Fault.at(("position",), sentence)
    if fact.party != fact.member and fact.position is not None:
        sentence = mark("{party} speaks about {member}: a remark takes no 'position'.").format(
            party=fact.party, member=fact.member
        )
        yield Fault.at(("position",), sentence)


def _said_late(fact: Stance | Statement) -> Iterator[Fault]:
    if order(fact.known_on, fact.said_on) is Order.BEFORE:
        sentence = mark("is {said_on}, after the day it became known, {known_on}.").format(
            said_on=fact.said_on, known_on=fact.known_on
        )
        yield Fault.at(("said_on",), sentence)
