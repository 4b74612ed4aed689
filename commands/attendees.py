"""`/attendees`: who comes to a meeting, as it was known on a day, and what changed in that."""

from collections.abc import Mapping
from datetime import date

from commands import attendees_changes, gatherings
from commands.asked import find_meeting, is_over, next_meeting
from commands.attendees_changes import Changes
from commands.briefing import Briefing, Fact, FollowUp, Section, Sentence
from commands.desk import Desk
from commands.disagreements import Disagreements
from commands.draft import Draft
from commands.since import find_since
from data.facts.records import Attendance, Meeting, Presence
from data.messages import mark

_ORDER = tuple(gatherings.PRESENCES)
_AHEAD = (Presence.INVITED, Presence.EXPECTED, Presence.CONFIRMED, Presence.UNDECIDED)
"""What is said before a meeting."""


def ask(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    text, day = arguments.get("meeting"), arguments.get("since")
    meeting = find_meeting(desk, text, as_of) if text else None
    return brief(desk, meeting, as_of, find_since(desk, day, as_of) if day else None)


def brief(desk: Desk, meeting: Meeting | None, as_of: date, since: date | None = None) -> Briefing:
    """Attendance of the meeting asked for, or of the next summit; with `since`, what changed in it
    from that day on stands first, in place of what was known before."""
    draft = Draft(desk, as_of)
    disagreements = Disagreements(draft)
    ahead = disagreements.about_meetings_ahead() if meeting is None else []
    meetings = desk.knowledge.meetings(as_of)
    chosen = meeting or next_meeting(meetings, as_of, gatherings.SUMMITS)
    last = _last_summit(meetings, as_of)
    if chosen is None:
        return draft.finish(
            "attendees",
            title=draft.say(mark("Attendees of the next summit")),
            lead=[draft.say(mark("No summit to come was known on {day}."), day=draft.given(as_of))],
            caveats=disagreements.tell(ahead),
            follow_ups=_ask_for(draft, last),
        )
    every = desk.knowledge.attendances(chosen.meeting, as_of)
    now = sorted(gatherings.current(every), key=_rank)
    guest = _first_guest(draft, now)
    disputed = disagreements.about_meeting(chosen.meeting)
    on_guest = [each for each in disputed if guest and each.subject.person == guest.person]
    others = [each for each in (*disputed, *ahead) if each not in on_guest]
    lead, sections = _lead(draft, chosen, now, guest), [_list(draft, now)]
    if since is None:
        sections.append(_earlier(draft, every, now))
    else:
        changes = attendees_changes.changes(draft, chosen, since)
        lead = [*attendees_changes.lead(draft, changes), *lead]
        sections = [
            *attendees_changes.sections(draft, changes),
            _unchanged(draft, now, changes),
        ]
    return draft.finish(
        "attendees",
        subject=chosen.meeting,
        title=draft.say(mark("Attendees: {meeting}"), meeting=gatherings.name_of(draft, chosen)),
        lead=[*lead, *disagreements.tell(on_guest)],
        sections=sections,
        caveats=[*disagreements.tell(others), *_caveats(draft, chosen, now)],
        follow_ups=() if now else _ask_for(draft, last),
    )


def _rank(each: Attendance) -> tuple[int, bool, str, str]:
    return (_ORDER.index(each.status), each.person is not None, each.party, each.person or "")


def _last_summit(meetings: tuple[Meeting, ...], as_of: date) -> Meeting | None:
    over = [each for each in meetings if each.kind in gatherings.SUMMITS and is_over(each, as_of)]
    return over[-1] if over else None


def _ask_for(draft: Draft, meeting: Meeting | None) -> tuple[FollowUp, ...]:
    if meeting is None:
        return ()
    return (FollowUp(command="attendees", arguments=draft.voice.recorded(meeting.name)),)


def _first_guest(draft: Draft, now: list[Attendance]) -> Attendance | None:
    """A guest's presence is what is asked about most."""
    guests = (each for each in now if draft.desk.is_guest_country(each.party))
    return next((each for each in guests if each.person is not None), None)


def _lead(
    draft: Draft, meeting: Meeting, now: list[Attendance], guest: Attendance | None
) -> list[Sentence]:
    countdown = gatherings.countdown(draft, meeting)
    if not now:
        return [countdown, draft.say(mark("Nothing is recorded yet of who comes."))]
    if guest is not None:
        return [countdown, _guest(draft, guest), _counts(draft, now)]
    return [countdown, _counts(draft, now)]


def _counts(draft: Draft, now: list[Attendance]) -> Sentence:
    """`Recorded here: 20 attended, 3 expected.`"""
    first, *others = (
        _count(draft, words, some)
        for status, words in gatherings.PRESENCE_WORDS.items()
        if (some := [each for each in now if each.status is status])
    )
    for each in others:
        first = draft.say(mark("{first}, {next}"), first=first, next=each)
    return draft.say(mark("Recorded here: {counts}."), counts=first)


def _count(draft: Draft, words: str, found: list[Attendance]) -> Sentence:
    presence = draft.term(words)
    what = draft.say(mark("entries: {presence}"), presence=presence)
    count = draft.count(what, found)
    return draft.say(mark("{count} {presence}"), count=count, presence=presence)


def _guest(draft: Draft, each: Attendance) -> Sentence:
    assert each.person is not None
    return draft.say(
        mark("{person} ({party}): {presence}."),
        person=draft.name(each.person, each.cites),
        party=draft.party(each.party),
        presence=draft.term(gatherings.PRESENCE_WORDS[each.status]),
    )


def _list(draft: Draft, now: list[Attendance]) -> Section:
    return Section(facts=tuple(gatherings.attendance_fact(draft, each) for each in now))


def _unchanged(draft: Draft, now: list[Attendance], changes: Changes) -> Section:
    changed = [one for each in changes.people for one in each.now]
    facts = [gatherings.attendance_fact(draft, each) for each in now if each not in changed]
    return Section(title=draft.say(mark("Unchanged")), facts=tuple(facts))


def _earlier(draft: Draft, every: tuple[Attendance, ...], now: list[Attendance]) -> Section:
    """How it became known, for those of whom more than one thing was known."""
    facts: list[Fact] = [
        gatherings.attendance_fact(draft, each) for each in reversed(every) if each not in now
    ]
    return Section(title=draft.say(mark("Known before")), facts=tuple(facts))


def _caveats(draft: Draft, meeting: Meeting, now: list[Attendance]) -> list[Sentence]:
    caveats = [draft.weakness(each.weak, each.cites) for each in now if each.weak is not None]
    if is_over(meeting, draft.as_of) and any(each.status in _AHEAD for each in now):
        template = mark("Where only an announcement is recorded, nothing here says who came.")
        caveats.append(draft.say(template))
    if any(each.person is None and each.status is not Presence.ABSENT for each in now):
        caveats.append(
            draft.say(mark("That a country takes part says nothing about any one person."))
        )
    caveats.append(draft.say(mark("Whoever is not listed is not known here, rather than absent.")))
    return caveats
