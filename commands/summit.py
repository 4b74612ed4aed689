"""`/summit`: when and where the next summit is, and what is known of it."""

from collections.abc import Mapping
from datetime import date

from commands import gatherings
from commands.asked import find_meeting, next_meeting
from commands.briefing import Briefing, Fact, FollowUp, Section, Sentence
from commands.desk import Desk
from commands.disagreements import Disagreements
from commands.draft import Draft
from commands.news import statement_fact
from data.facts.records import Meeting, Presence, Statement
from data.messages import mark

_OPEN = (Presence.UNDECIDED, Presence.INVITED, Presence.EXPECTED)


def ask(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    text = arguments.get("meeting")
    return brief(desk, find_meeting(desk, text, as_of) if text else None, as_of)


def brief(desk: Desk, meeting: Meeting | None, as_of: date) -> Briefing:
    """The meeting asked for, or the next summit; the answer says so where none is known."""
    draft = Draft(desk, as_of)
    disagreements = Disagreements(draft)
    ahead = disagreements.about_meetings_ahead()
    meetings = desk.knowledge.meetings(as_of)
    chosen = meeting or next_meeting(meetings, as_of, gatherings.SUMMITS)
    if chosen is None:
        return draft.finish(
            "summit",
            title=draft.say(mark("The next summit")),
            lead=[draft.say(mark("No summit to come was known on {day}."), day=draft.given(as_of))],
            sections=[_others(draft, None)],
            caveats=disagreements.tell(ahead),
        )
    disputed = disagreements.about_meeting(chosen.meeting)
    itself = [each for each in disputed if each.subject.party is None]
    others = [each for each in (*disputed, *ahead) if each not in itself]
    return draft.finish(
        "summit",
        subject=chosen.meeting,
        title=gatherings.name_of(draft, chosen),
        lead=[gatherings.countdown(draft, chosen), *disagreements.tell(itself)],
        sections=[
            _details(draft, chosen),
            _who(draft, chosen),
            _said(draft, chosen),
            _others(draft, chosen),
        ],
        caveats=[*disagreements.tell(others), *_weak(draft, chosen)],
        follow_ups=(FollowUp(command="attendees", arguments=desk.voice.recorded(chosen.name)),),
    )


def _weak(draft: Draft, meeting: Meeting) -> list[Sentence]:
    if meeting.weak is None:
        return []
    return [draft.weakness(meeting.weak, meeting.cites)]


def _details(draft: Draft, meeting: Meeting) -> Section:
    facts = [_fact(draft, mark("When"), gatherings.when(draft, meeting))]
    if (where := gatherings.where(draft, meeting)) is not None:
        facts.append(_fact(draft, mark("Where"), where))
    known = draft.say(
        mark("{claim} (known {day})"),
        claim=draft.claim(meeting.claim, meeting.cites),
        day=draft.moment(meeting.known_on, meeting.cites),
    )
    facts.append(_fact(draft, mark("What is known"), known))
    return Section(facts=tuple(facts))


def _fact(draft: Draft, label: str, sentence: Sentence) -> Fact:
    return Fact(label=draft.voice.text(label), sentence=sentence)


def _who(draft: Draft, meeting: Meeting) -> Section:
    """Guests, and everybody whose coming is open; the whole list is another question."""
    attendances = draft.desk.knowledge.attendances(meeting.meeting, draft.as_of)
    roster = draft.desk.knowledge.roster
    told = [
        each
        for each in gatherings.current(attendances)
        if each.party not in roster or each.status in _OPEN
    ]
    facts = tuple(gatherings.attendance_fact(draft, each) for each in told)
    return Section(title=draft.say(mark("Guests, and who is not settled")), facts=facts)


def _said(draft: Draft, meeting: Meeting) -> Section:
    """Assurances, expectations and the like about it, newest first."""
    statements = draft.desk.knowledge.known(Statement, draft.as_of)
    about = [each for each in statements if each.about == meeting.meeting]
    about.sort(key=lambda each: each.said_on.last, reverse=True)
    facts = tuple(statement_fact(draft, each) for each in about)
    return Section(title=draft.say(mark("Said of it")), facts=facts)


def _others(draft: Draft, chosen: Meeting | None) -> Section:
    """The other meetings ahead, ministerial ones included."""
    facts: list[Fact] = []
    for meeting in draft.desk.knowledge.meetings(draft.as_of):
        starts = meeting.starts
        ahead = starts is None or starts.last > draft.as_of
        if ahead and not meeting.cancelled and meeting != chosen:
            facts.append(_fact(draft, mark("Ahead"), gatherings.countdown(draft, meeting)))
    return Section(title=draft.say(mark("Also ahead")), facts=tuple(facts))
