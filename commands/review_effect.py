"""What is known with a proposal and without: whether it is new, and which present state changes."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import Enum, auto
from typing import cast

from commands.briefing import Fact as Line
from commands.briefing import Sentence
from commands.draft import Draft
from commands.news import cites_of
from commands.voice import Values
from data.errors import ContradictionError
from data.facts.clocks import known_from
from data.facts.contradictions import Contradiction, contradictions
from data.facts.knowledge import Fact, Knowledge, Revision
from data.facts.records import Attendance, Group, Meeting, Pledge, Stance, Statement
from data.importers.additions import merged
from data.importers.citing import cited_as, settle
from data.importers.proposals import Proposal
from data.messages import mark
from data.rules.commitments import Clause, Commitment, Fulfilment, Reservation
from data.rules.contradictions import check_contradictions
from data.sources import Source

_WORDED = frozenset({"id", "claim", "known_on", "cites", "weak", "name", "title", "said_on"})
"""What two records of one thing may differ in."""
_SAID_BY = frozenset({"speaker", "role", "reported"})


class Kind(Enum):
    NEW = auto()
    KNOWN = auto()
    CHANGES = auto()
    STAYS = auto()
    """It is of an earlier day than the present state, which stays."""
    ADDS = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """`before` is what stands now, and `clauses` and `status` what a commitment gains."""

    kind: Kind
    fact: Fact
    before: Fact | None = None
    clauses: tuple[Clause, ...] = ()
    status: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """`after` is what would be known. `values` are the records as they would cite `source`."""

    before: Knowledge
    after: Knowledge
    values: tuple[Fact, ...]
    source: Source
    as_of: date

    @classmethod
    def of(cls, before: Knowledge, source: Source, told: Proposal, as_of: date) -> "Prospect":
        cited = settle(before.sources, source).source
        values = tuple(cited_as(each, source.id, cited.id) for each in told.values)
        after = Knowledge.of(
            before.roster,
            before.ledger,
            [*before.sources.values(), cited],
            _revisions(before, values, as_of),
        )
        return cls(before=before, after=after, values=values, source=cited, as_of=as_of)

    @property
    def effects(self) -> Iterator[Effect]:
        return (_effect(self, each) for each in self.values)

    def contradictions(self) -> list[Contradiction]:
        """Those that stand with the proposal only."""
        there = contradictions(self.before, self.as_of)
        return [each for each in contradictions(self.after, self.as_of) if each not in there]

    def against(self) -> str | None:
        """What two agreed commitments would ask that cannot both be kept."""
        if _disagree(self.before, self.as_of) is not None:
            return None
        return _disagree(self.after, self.as_of)


def _disagree(knowledge: Knowledge, as_of: date) -> str | None:
    try:
        check_contradictions(knowledge.commitments(as_of), as_of=as_of)
    except ContradictionError as error:
        return error.message
    return None


def _revisions(before: Knowledge, values: tuple[Fact, ...], as_of: date) -> Iterator[Revision]:
    """All states, with those of known commitments as they would be."""
    added = {each.id: each for each in values if isinstance(each, Commitment)}
    for state in before.revisions:
        fact = state.fact
        if isinstance(fact, Commitment) and fact.id in added and state.is_known_on(as_of):
            yield replace(state, fact=merged(fact, added.pop(fact.id)))
        else:
            yield state
    for each in values:
        if not isinstance(each, Commitment) or each.id in added:
            yield Revision(each, known_from(each))


def told(fact: Fact) -> tuple[Hashable, ...]:
    """What a record says, without its words. Of where a member stands and who comes, whoever said
    it makes no difference."""
    left_out = _WORDED | _SAID_BY if isinstance(fact, Stance | Attendance) else _WORDED
    names = (each.name for each in fields(fact) if each.name not in left_out)
    return tuple(cast(Hashable, getattr(fact, name)) for name in names)


def _effect(prospect: Prospect, fact: Fact) -> Effect:
    if isinstance(fact, Commitment):
        return _on_commitment(prospect, fact)
    same = [
        each
        for each in prospect.before.known(type(fact), prospect.as_of)
        if told(each) == told(fact)
    ]
    subject = _subject(fact)
    if subject is None:
        known = same[-1] if same else None
        return Effect(kind=Kind.KNOWN if same else Kind.NEW, fact=fact, before=known)
    present = _present(prospect.before, type(fact), subject, prospect.as_of)
    if present is None:
        return Effect(kind=Kind.NEW, fact=fact)
    if told(present) == told(fact):
        return Effect(kind=Kind.KNOWN, fact=fact, before=present)
    later = _present(prospect.after, type(fact), subject, prospect.as_of)
    kind = Kind.CHANGES if later == fact else Kind.STAYS
    return Effect(kind=kind, fact=fact, before=present)


def _on_commitment(prospect: Prospect, fact: Commitment) -> Effect:
    known = [
        each for each in prospect.before.known(Commitment, prospect.as_of) if each.id == fact.id
    ]
    if not known:
        return Effect(kind=Kind.NEW, fact=fact)
    before = known[-1]
    wanted = merged(before, fact)
    if wanted is before:
        return Effect(kind=Kind.KNOWN, fact=fact, before=before)
    return Effect(
        kind=Kind.ADDS,
        fact=fact,
        before=before,
        clauses=wanted.clauses[len(before.clauses) :],
        status=len(wanted.history) > len(before.history),
    )


def _subject(fact: Fact) -> tuple[Hashable, ...] | None:
    """What the newest record is the present state of; None where each stands for itself."""
    match fact:
        case Meeting():
            return (fact.meeting,)
        case Attendance():
            return (fact.meeting, fact.party, fact.person)
        case Stance() if fact.position is not None:
            return (fact.member, fact.commitment)
        case Pledge():
            return (fact.members, fact.kind, fact.category, fact.by)
        case Group():
            return (fact.group,)
        case Reservation():
            return (fact.member, fact.commitment)
        case Fulfilment():
            return (fact.commitment, fact.clause, fact.members, fact.year)
        case _:
            return None


def _present(
    knowledge: Knowledge, kind: type[Fact], subject: tuple[Hashable, ...], as_of: date
) -> Fact | None:
    same = [each for each in knowledge.known(kind, as_of) if _subject(each) == subject]
    return max(same, key=_said, default=None)


def _said(fact: Fact) -> tuple[date, date]:
    assert not isinstance(fact, Commitment)
    said = fact.said_on if isinstance(fact, Stance | Statement) else fact.known_on
    return said.last, fact.known_on.last


LABELS: dict[Kind, str] = {
    Kind.NEW: mark("New"),
    Kind.KNOWN: mark("Known already"),
    Kind.CHANGES: mark("Changes"),
    Kind.STAYS: mark("Stays"),
    Kind.ADDS: mark("Added"),
}


def line(draft: Draft, effect: Effect) -> Line:
    return Line(label=draft.voice.text(LABELS[effect.kind]), sentence=_sentence(draft, effect))


def _sentence(draft: Draft, effect: Effect) -> Sentence:
    values: Values = {"after": draft.claim(effect.fact.claim, cites_of(effect.fact))}
    if effect.before is not None:
        values["before"] = draft.claim(effect.before.claim, cites_of(effect.before))
    match effect.kind:
        case Kind.NEW:
            return draft.say(mark("Nothing is known of it yet."))
        case Kind.KNOWN:
            return draft.say(mark("It is known: {before}"), **values)
        case Kind.CHANGES:
            return draft.say(mark("Before: {before} After: {after}"), **values)
        case Kind.STAYS:
            return draft.say(
                mark("What is known is of a later day and stays the present state: {before}"),
                **values,
            )
        case Kind.ADDS:
            return _added(draft, effect, values)


def _added(draft: Draft, effect: Effect, values: Values) -> Sentence:
    """What a known commitment gains."""
    fact = effect.fact
    assert isinstance(fact, Commitment)
    told = [draft.claim(each.claim, each.cites) for each in effect.clauses]
    if not told:
        return draft.say(mark("A status is added to what is known: {before}"), **values)
    clauses = draft.say("{clause}", clause=told[0])
    for each in told[1:]:
        clauses = draft.say(mark("{first}; {next}"), first=clauses, next=each)
    values["clauses"] = clauses
    if effect.status:
        return draft.say(
            mark("A status and a clause are added to what is known: {before} Clause: {clauses}"),
            **values,
        )
    return draft.say(
        mark("A clause is added to what is known: {before} Clause: {clauses}"), **values
    )
