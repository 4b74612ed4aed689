"""`/calendar`: what is ahead, from the next meeting to the last year by which something is due."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import islice

from commands import calendar_ahead, commitment_ahead, gatherings
from commands.assuming import AssumingDraft
from commands.briefing import Briefing, Fact, FollowUp, Section, Sentence
from commands.calendar_entries import Entry, entries
from commands.commitment_ahead import Due
from commands.desk import Desk
from commands.disagreements import Disagreements
from commands.draft import Draft
from data.facts.records import Meeting
from data.messages import mark
from data.rules import Commitment, Status

__all__ = ["Entry", "ask", "brief", "entries"]

_HEADINGS: dict[Status, str] = {
    Status.AGREED: mark("Agreed: {title}"),
    Status.PROPOSED: mark("Proposed, not agreed: {title}"),
}


def ask(desk: Desk, _arguments: Mapping[str, str], as_of: date) -> Briefing:
    return brief(desk, as_of)


def brief(desk: Desk, as_of: date) -> Briefing:
    draft = AssumingDraft(desk, as_of)
    meetings = calendar_ahead.meetings(draft)
    asked = [
        (commitment, status, commitment_ahead.dues(draft, commitment))
        for commitment, status in calendar_ahead.commitments(draft)
    ]
    agreed = [each for _, status, due in asked if status is Status.AGREED for each in due]
    sections = [
        Section(
            title=draft.say(mark("Meetings")),
            facts=tuple(calendar_ahead.meeting_fact(draft, each) for each in meetings),
        ),
        *(_section(draft, commitment, status, due) for commitment, status, due in asked),
        Section(
            title=draft.say(mark("What members set themselves")),
            facts=tuple(calendar_ahead.goals(draft)),
        ),
    ]
    _derive(draft, [each for _, _, due in asked for each in due])
    disagreements = Disagreements(draft)
    return draft.finish(
        "calendar",
        title=draft.say(mark("What is ahead")),
        lead=[*_next_meetings(draft, meetings), *_next_due(draft, agreed)],
        sections=sections,
        caveats=[
            *disagreements.tell(disagreements.about_meetings_ahead()),
            *_weak(draft, meetings),
        ],
        follow_ups=_follow_ups(draft, meetings, asked),
    )


def _next_meetings(draft: Draft, meetings: Sequence[Meeting]) -> list[Sentence]:
    """The first, and the first summit where that is another."""
    if not meetings:
        day = draft.given(draft.as_of)
        return [draft.say(mark("No meeting to come was known on {day}."), day=day)]
    first = meetings[0]
    lead = [draft.say(mark("Next: {line}"), line=gatherings.countdown(draft, first))]
    summit = next((each for each in meetings if each.kind in gatherings.SUMMITS), first)
    if summit is not first:
        line = gatherings.countdown(draft, summit)
        lead.append(draft.say(mark("Next summit: {line}"), line=line))
    return lead


def _next_due(draft: Draft, agreed: Sequence[Due]) -> list[Sentence]:
    dated = calendar_ahead.with_a_year(list(agreed))
    if not dated:
        return [draft.say(mark("Nothing that is agreed has a year that is still ahead."))]
    first = min(dated, key=lambda each: each.year or 0)
    return [draft.say(mark("Of what is agreed, first: {line}"), line=first.fact.sentence)]


def _section(draft: Draft, commitment: Commitment, status: Status, due: Sequence[Due]) -> Section:
    title = draft.name(commitment.title, commitment.history[0].cites)
    facts: tuple[Fact, ...] = tuple(each.fact for each in due)
    return Section(title=draft.say(_HEADINGS[status], title=title), facts=facts)


def _derive(draft: AssumingDraft, due: Sequence[Due]) -> None:
    draft.derive(
        draft.say(mark("Years ahead")),
        draft.say(mark("Whole years from that of the day asked about.")),
        [each.left for each in due if each.left is not None],
    )


def _weak(draft: Draft, meetings: Sequence[Meeting]) -> list[Sentence]:
    return [
        draft.say(
            mark("{meeting}: {weakness}"),
            meeting=gatherings.name_of(draft, each),
            weakness=draft.weakness(each.weak, each.cites),
        )
        for each in meetings
        if each.weak is not None
    ]


def _follow_ups(
    draft: Draft, meetings: Sequence[Meeting], asked: Sequence[tuple[Commitment, Status, list[Due]]]
) -> list[FollowUp]:
    names = [draft.voice.recorded(each.name) for each in meetings[:1]]
    found = [FollowUp(command="attendees", arguments=each) for each in names]
    ahead = (each for each, _, due in asked if calendar_ahead.with_a_year(due))
    found += [FollowUp(command="commitment", arguments=each.id) for each in islice(ahead, 1)]
    return [*found, FollowUp(command="changes", arguments="")]
