"""`/history Spain`, `/history The Hague`: what became known of a member or a meeting, and when.

What was corrected or withdrawn since stays in the list, with the day on which that became known.
"""

from collections.abc import Mapping
from datetime import date

from commands import meeting_history, member_history
from commands.briefing import Briefing, FollowUp, Section, Sentence
from commands.desk import Desk
from commands.disagreements import Disagreements
from commands.draft import Draft
from commands.happenings import Happening
from commands.subjects import find_subject
from data.facts.records import Meeting
from data.members import Member
from data.messages import mark


def ask(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    return brief(desk, find_subject(desk, arguments["subject"], as_of), as_of)


def brief(desk: Desk, subject: Member | Meeting, as_of: date) -> Briefing:
    draft = Draft(desk, as_of)
    disagreements = Disagreements(draft)
    if isinstance(subject, Member):
        found = member_history.happenings(draft, subject)
        title, inside = draft.party(subject.id), draft.party(subject.id, "inside")
        name, within = draft.say("{name}", name=title), draft.say("{name}", name=inside)
        disputed = disagreements.about_member(subject)
        asked, follow_ups = desk.party_name(subject.id), ("target", "stance")
    else:
        found = meeting_history.happenings(draft, subject)
        name = within = draft.say("{name}", name=draft.name(subject.name, subject.cites))
        disputed = disagreements.about_meeting(subject.meeting)
        asked, follow_ups = subject.name, ("summit", "attendees")
    found.sort(key=lambda each: each.on, reverse=True)
    return draft.finish(
        "history",
        subject=subject.id if isinstance(subject, Member) else subject.meeting,
        title=draft.say(mark("{subject}: what became known when"), subject=name),
        lead=_lead(draft, within, found),
        sections=[
            Section(title=draft.say(mark("Newest first")), facts=tuple(each.fact for each in found))
        ],
        caveats=[*disagreements.tell(disputed), *_weak(draft, found)],
        follow_ups=[FollowUp(command=each, arguments=asked) for each in follow_ups],
    )


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
