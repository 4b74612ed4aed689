"""What a member says itself, what others say of it, and what it set itself."""

from dataclasses import dataclass

from commands.briefing import Fact, Section, Sentence
from commands.draft import Draft
from commands.voice import Values
from data.facts.records import Pledge, Position, Stance
from data.members import Member
from data.messages import mark
from data.rules import Commitment, Reservation

NEWEST_WORD: dict[Position, str] = {
    Position.SUPPORTS: mark("{member} supports the target, by its newest word: {line}"),
    Position.SUPPORTS_WITH_CONDITIONS: mark(
        "{member} supports the target with conditions, by its newest word: {line}"
    ),
    Position.SEEKS_FLEXIBILITY: mark("{member} seeks flexibility, by its newest word: {line}"),
    Position.OPPOSES: mark("{member} opposes the target, by its newest word: {line}"),
    Position.CLAIMS_EXEMPTION: mark(
        "{member} says it is exempt from the target, by its newest word: {line}"
    ),
    Position.UNDECLARED: mark("{member} has not declared itself, by its newest word: {line}"),
}

ON_AN_EARLIER_PLEDGE: dict[Position, str] = {
    Position.SUPPORTS: mark("{member} supports the target of an earlier pledge ({title}): {line}"),
    Position.SUPPORTS_WITH_CONDITIONS: mark(
        "{member} supports the target with conditions of an earlier pledge ({title}): {line}"
    ),
    Position.SEEKS_FLEXIBILITY: mark(
        "{member} seeks flexibility on an earlier pledge ({title}): {line}"
    ),
    Position.OPPOSES: mark("{member} opposes the target of an earlier pledge ({title}): {line}"),
    Position.CLAIMS_EXEMPTION: mark(
        "{member} says it is exempt from the target of an earlier pledge ({title}): {line}"
    ),
    Position.UNDECLARED: mark(
        "{member} has not declared itself on an earlier pledge ({title}): {line}"
    ),
}

LAST_POSITION: dict[Position, str] = {
    Position.SUPPORTS: mark(
        "By its last word that took a position, it supports the target: {line}"
    ),
    Position.SUPPORTS_WITH_CONDITIONS: mark(
        "By its last word that took a position, it supports the target with conditions: {line}"
    ),
    Position.SEEKS_FLEXIBILITY: mark(
        "By its last word that took a position, it seeks flexibility: {line}"
    ),
    Position.OPPOSES: mark("By its last word that took a position, it opposes the target: {line}"),
    Position.CLAIMS_EXEMPTION: mark(
        "By its last word that took a position, it says it is exempt from the target: {line}"
    ),
}

LABELS: dict[Position, str] = {
    Position.SUPPORTS: mark("Supports"),
    Position.SUPPORTS_WITH_CONDITIONS: mark("With conditions"),
    Position.SEEKS_FLEXIBILITY: mark("Seeks flexibility"),
    Position.OPPOSES: mark("Opposes"),
    Position.CLAIMS_EXEMPTION: mark("Claims exemption"),
    Position.UNDECLARED: mark("Undeclared"),
}


def own_stances(draft: Draft, member: Member) -> tuple[Stance, ...]:
    """The member's own stances, newest first."""
    stances = draft.desk.knowledge.stances(member.id, draft.as_of)
    return tuple(each for each in reversed(stances) if each.position is not None)


def remarks(draft: Draft, member: Member) -> tuple[Stance, ...]:
    """What others said of where the member stands, newest first."""
    stances = draft.desk.knowledge.stances(member.id, draft.as_of)
    return tuple(each for each in reversed(stances) if each.position is None)


def stance_fact(draft: Draft, stance: Stance) -> Fact:
    label = LABELS[stance.position] if stance.position is not None else mark("Remark")
    return Fact(label=draft.voice.text(label), sentence=dated_claim(draft, stance))


def dated_claim(draft: Draft, stance: Stance) -> Sentence:
    """The day, on whose word, and the claim; a speaker whom the claim names is not named twice."""
    values: Values = {
        "day": draft.moment(stance.said_on, stance.cites),
        "claim": draft.claim(stance.claim, stance.cites),
    }
    named = stance.speaker is None or stance.speaker in stance.claim
    if not named and stance.speaker is not None:
        values["speaker"] = draft.name(stance.speaker, stance.cites)
    if stance.role is not None:
        values["role"] = draft.office(stance.role, stance.speaker, stance.cites)
        template = (
            mark("{day}, {role}: {claim}") if named else mark("{day}, {speaker}, {role}: {claim}")
        )
    elif stance.reported:
        template = mark("{day}, as reported: {claim}")
    else:
        template = mark("{day}: {claim}") if named else mark("{day}, {speaker}: {claim}")
    return draft.say(template, **values)


def reservation_facts(draft: Draft, reservation: Reservation) -> list[Fact]:
    facts = [
        Fact(
            label=draft.voice.text(mark("Own reading")),
            sentence=draft.say(
                mark("{day}: {claim}"),
                day=draft.moment(reservation.known_on, reservation.cites),
                claim=draft.claim(reservation.claim, reservation.cites),
            ),
        )
    ]
    for dispute in reservation.disputes:
        if not dispute.known_on.is_over_by(draft.as_of):
            continue
        facts.append(
            Fact(
                label=draft.voice.text(mark("Disputed")),
                sentence=draft.say(
                    mark("{day}: {claim}"),
                    day=draft.moment(dispute.known_on, dispute.cites),
                    claim=draft.claim(dispute.claim, dispute.cites),
                ),
            )
        )
    return facts


def pledge_fact(draft: Draft, pledge: Pledge) -> Fact:
    return Fact(
        label=draft.voice.text(mark("Own goal")),
        sentence=draft.say(
            mark("{day}: {claim}"),
            day=draft.moment(pledge.known_on, pledge.cites),
            claim=draft.claim(pledge.claim, pledge.cites),
        ),
    )


NEWEST = 3
"""How many of its stances stand beside a member's target."""


@dataclass(frozen=True, slots=True)
class _Said:
    reservations: tuple[Reservation, ...]
    stances: tuple[Stance, ...]
    pledges: tuple[Pledge, ...]


def _said(draft: Draft, member: Member, only: Commitment | None) -> _Said:
    knowledge = draft.desk.knowledge
    reservations = knowledge.reservations(member.id, draft.as_of)
    stances = own_stances(draft, member)
    if only is None:
        pledges = knowledge.pledges(member.id, draft.as_of)
        return _Said(reservations, stances[:NEWEST], pledges)
    # What a member sets itself names no commitment, so it stands beside all of them or none.
    of_it = tuple(each for each in reservations if each.commitment == only.id)
    return _Said(of_it, tuple(e for e in stances if e.commitment == only.id)[:NEWEST], ())


def says_section(draft: Draft, member: Member, only: Commitment | None = None) -> Section:
    """Its reservations with their disputes, its newest stances, its own goals; with `only`, what it
    says of that commitment."""
    said = _said(draft, member, only)
    facts: list[Fact] = []
    for reservation in said.reservations:
        facts.extend(reservation_facts(draft, reservation))
    facts.extend(stance_fact(draft, each) for each in said.stances)
    facts.extend(pledge_fact(draft, each) for each in reversed(said.pledges))
    title = draft.say(mark("What {member} says itself"), member=draft.party(member.id, "inside"))
    return Section(title=title, facts=tuple(facts))


def weak_caveats(draft: Draft, member: Member, only: Commitment | None = None) -> list[Sentence]:
    """Says of each record in that section with thin evidence what is thin about it."""
    said = _said(draft, member, only)
    records = (*said.reservations, *said.stances, *said.pledges)
    return [draft.weakness(each.weak, each.cites) for each in records if each.weak is not None]
