"""`/sources Spain`: what the facts and figures on something rest on, with the grade of each."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from commands import sources_lines
from commands.briefing import Briefing, Figure, FollowUp, Sentence
from commands.desk import Desk
from commands.disagreements import Disagreements
from commands.draft import Draft
from commands.news import cites_of
from commands.sources_found import Support, found
from commands.sources_lines import Ground, grounds, is_weak, of_grade
from commands.subjects import OneFact, Subject, find_subject, id_of
from data.facts.contradictions import Contradiction, contradictions
from data.facts.records import Meeting
from data.members import Member
from data.messages import mark
from data.names import Position
from data.rules import Commitment
from data.sources import Grade

_MOST_WEAK = 5
"""Longer lists of what is thin are left to the history of the subject."""


def ask(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    return brief(desk, find_subject(desk, arguments["subject"], as_of), as_of)


def brief(desk: Desk, subject: Subject, as_of: date) -> Briefing:
    draft = Draft(desk, as_of)
    supports = found(desk.knowledge, subject, as_of)
    every = grounds(draft, supports)
    disputed = list(_disputed(draft, subject))
    return draft.finish(
        "sources",
        subject=id_of(subject),
        title=draft.say(mark("{subject}: what it rests on"), subject=_name(draft, subject)),
        lead=_lead(draft, subject, supports, every, disputed),
        sections=sources_lines.sections(draft, every),
        caveats=[*Disagreements(draft).tell(disputed), *_thin(draft, supports)],
        follow_ups=_follow_ups(draft, subject),
    )


def _lead(
    draft: Draft,
    subject: Subject,
    supports: Sequence[Support],
    every: Sequence[Ground],
    disputed: Sequence[Contradiction],
) -> list[Sentence]:
    if not every:
        day = draft.given(draft.as_of)
        template = mark("Nothing of {subject} was recorded here by {day}.")
        return [draft.say(template, subject=_name(draft, subject, "inside"), day=day)]
    lead = [_counts(draft, subject, every), _weak(draft, supports)]
    if disputed:
        count = draft.count(draft.say(mark("contradictions")), disputed)
        template = mark("Matters in which they contradict each other: {count}; see the caveats.")
        lead.append(draft.say(template, count=count))
    return lead


def _counts(draft: Draft, subject: Subject, every: Sequence[Ground]) -> Sentence:
    return draft.say(
        mark(
            "Sources behind what is held on {subject}: {all}; official {official}, news agencies "
            "and newspapers of record {wire}, weak {weak}."
        ),
        subject=_name(draft, subject, "inside"),
        all=draft.count(draft.say(mark("sources")), every),
        official=_count(draft, mark("official sources"), every, Grade.OFFICIAL),
        wire=_count(draft, mark("news agencies and newspapers of record"), every, Grade.WIRE),
        weak=_count(draft, mark("weak sources"), every, Grade.OTHER),
    )


def _count(draft: Draft, what: str, every: Sequence[Ground], grade: Grade) -> Figure:
    return draft.count(draft.say(what), of_grade(every, grade))


def _weak(draft: Draft, supports: Sequence[Support]) -> Sentence:
    weak = [each for each in supports if is_weak(draft, each)]
    if not weak:
        return draft.say(mark("No fact or figure rests on weak sources alone."))
    return draft.say(
        mark("Facts and figures that rest on weak sources alone: {weak} of {all}."),
        weak=draft.count(draft.say(mark("facts and figures on weak sources alone")), weak),
        all=draft.count(draft.say(mark("facts and figures held")), supports),
    )


def _disputed(draft: Draft, subject: Subject) -> Iterator[Contradiction]:
    for each in contradictions(draft.desk.knowledge, draft.as_of):
        match subject:
            case Member():
                is_of_it = subject.id in (each.subject.member, each.subject.party)
            case Meeting():
                is_of_it = each.subject.meeting == subject.meeting
            case Commitment():
                is_of_it = each.subject.commitment == subject.id
            case OneFact():
                is_of_it = any(side.fact.id == subject.id for side in each.sides)
        if is_of_it:
            yield each


def _thin(draft: Draft, supports: Sequence[Support]) -> Iterator[Sentence]:
    """The weightiest of what is said to be thin; the same is said once."""
    thin = {each.weak: each for each in supports if each.weak is not None}
    reasons = list(thin.items())
    for reason, each in reasons[:_MOST_WEAK]:
        yield draft.weakness(reason, each.cites)
    left = reasons[_MOST_WEAK:]
    if left:
        count = draft.count(draft.say(mark("notes on weak evidence that are not listed")), left)
        template = mark("Further notes on weak evidence: {count}; the history tells them.")
        yield draft.say(template, count=count)


def _name(draft: Draft, subject: Subject, position: Position = "alone") -> Sentence:
    match subject:
        case Member():
            return draft.say("{name}", name=draft.party(subject.id, position))
        case Meeting():
            return draft.say("{name}", name=draft.name(subject.name, subject.cites))
        case Commitment():
            cites = subject.history[0].cites
            return draft.say("{name}", name=draft.name(subject.title, cites))
        case OneFact():
            return draft.say("{id}", id=draft.name(subject.id, cites_of(subject.fact)))


def _follow_ups(draft: Draft, subject: Subject) -> tuple[FollowUp, ...]:
    match subject:
        case Member():
            commands, asked = ("history", "target", "stance"), draft.desk.party_name(subject.id)
        case Meeting():
            commands = ("history", "summit", "attendees")
            asked = draft.voice.recorded(subject.name)
        case Commitment():
            commands, asked = ("history", "commitment"), draft.voice.recorded(subject.title)
        case OneFact():
            commands, asked = ("history",), subject.id
    return tuple(FollowUp(command=each, arguments=asked) for each in commands)
