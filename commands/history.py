"""`/history Spain`, `/history The Hague`: what became known of a subject, and when.

What was corrected or withdrawn since stays in the list, with the day on which that became known.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from commands import (
    commitment_history,
    fact_history,
    figure_history,
    meeting_history,
    member_history,
)
from commands.briefing import Briefing, FollowUp, Section, Sentence
from commands.desk import Desk
from commands.disagreements import Disagreements
from commands.draft import Draft
from commands.happenings import Happening
from commands.numbers import find_year
from commands.subjects import OneFact, Subject, find_subject, id_of
from data.errors import QuestionError
from data.facts.contradictions import Contradiction
from data.facts.records import Meeting
from data.members import Member
from data.messages import mark
from data.rules import Commitment

NO_MEMBER = mark(
    "A year is asked for of a member's figures, and {name} is no member. Leave the year out, or "
    "name a member, such as Spain."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What is told of a subject: `name` as a title has it, `inside` as a sentence does."""

    name: Sentence
    inside: Sentence
    found: list[Happening]
    disputed: Iterable[Contradiction] = ()
    notes: Iterable[Sentence] = ()
    follow_ups: tuple[FollowUp, ...] = ()


def ask(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    subject = find_subject(desk, arguments["subject"], as_of)
    year = arguments.get("year", "").strip()
    if not year:
        return brief(desk, subject, as_of)
    if not isinstance(subject, Member):
        raise QuestionError(NO_MEMBER, name=_name(subject))
    return figure_history.brief(Draft(desk, as_of), subject, find_year(desk, year))


def brief(desk: Desk, subject: Subject, as_of: date) -> Briefing:
    draft = Draft(desk, as_of)
    if isinstance(subject, OneFact):
        return fact_history.brief(draft, subject)
    disagreements = Disagreements(draft)
    told = _told(draft, disagreements, subject)
    told.found.sort(key=lambda each: each.on, reverse=True)
    return draft.finish(
        "history",
        subject=id_of(subject),
        title=draft.say(mark("{subject}: what became known when"), subject=told.name),
        lead=_lead(draft, told.inside, told.found),
        sections=[
            Section(
                title=draft.say(mark("Newest first")),
                facts=tuple(each.fact for each in told.found),
            )
        ],
        caveats=[*told.notes, *disagreements.tell(told.disputed), *_weak(draft, told.found)],
        follow_ups=told.follow_ups,
    )


def _told(draft: Draft, disagreements: Disagreements, subject: Subject) -> _Told:
    match subject:
        case Member():
            return _of_member(draft, disagreements, subject)
        case Meeting():
            return _of_meeting(draft, disagreements, subject)
        case Commitment():
            return _of_commitment(draft, subject)
        case OneFact():
            raise ValueError(subject)


def _of_member(draft: Draft, disagreements: Disagreements, member: Member) -> _Told:
    asked = draft.desk.party_name(member.id)
    return _Told(
        name=draft.say("{name}", name=draft.party(member.id)),
        inside=draft.say("{name}", name=draft.party(member.id, "inside")),
        found=member_history.happenings(draft, member),
        disputed=disagreements.about_member(member),
        follow_ups=_asked(asked, "target", "stance"),
    )


def _of_meeting(draft: Draft, disagreements: Disagreements, meeting: Meeting) -> _Told:
    name = draft.say("{name}", name=draft.name(meeting.name, meeting.cites))
    return _Told(
        name=name,
        inside=name,
        found=meeting_history.happenings(draft, meeting),
        disputed=disagreements.about_meeting(meeting.meeting),
        follow_ups=_asked(draft.voice.recorded(meeting.name), "summit", "attendees"),
    )


def _of_commitment(draft: Draft, commitment: Commitment) -> _Told:
    name = draft.say("{name}", name=draft.claim(commitment.title, commitment.history[0].cites))
    notes: list[Sentence] = []
    stances = commitment_history.stances(draft, commitment)
    if stances:
        count = draft.count(draft.say(mark("statements on it that are not listed")), stances)
        template = mark("Where members stand on it is not listed here; statements held: {count}.")
        notes.append(draft.say(template, count=count))
    if commitment.weak is not None:
        notes.append(draft.weakness(commitment.weak, commitment.history[0].cites))
    asked = draft.voice.recorded(commitment.title)
    more = (FollowUp(command="stances", arguments=""),) if stances else ()
    return _Told(
        name=name,
        inside=name,
        found=commitment_history.happenings(draft, commitment),
        notes=notes,
        follow_ups=(*_asked(asked, "commitment"), *more),
    )


def _asked(arguments: str, *commands: str) -> tuple[FollowUp, ...]:
    return tuple(FollowUp(command=each, arguments=arguments) for each in commands)


def _name(subject: Subject) -> str:
    match subject:
        case Commitment():
            return subject.title
        case Meeting():
            return subject.name
        case Member() | OneFact():
            return subject.id


def _lead(draft: Draft, subject: Sentence, found: list[Happening]) -> list[Sentence]:
    if not found:
        template = mark("Nothing of {subject} was recorded here by {day}.")
        return [draft.say(template, subject=subject, day=draft.given(draft.as_of))]
    last, first = found[0], found[-1]
    count = draft.count(draft.say(mark("changes in this list")), found)
    return [
        draft.say(mark("The last change is of {line}"), line=last.fact.sentence),
        draft.say(
            mark("Changes listed here since {day}: {count}."),
            day=draft.moment(first.known, first.cites),
            count=count,
        ),
    ]


def _weak(draft: Draft, found: list[Happening]) -> list[Sentence]:
    return [draft.weakness(each.weak, each.cites) for each in found if each.weak is not None]
