"""`/attendees`: who comes to a meeting, as it was known on a day."""

from collections.abc import Mapping
from datetime import date

from commands import gatherings
from commands.asked import find_meeting, is_over, next_meeting
from commands.briefing import Briefing, Fact, FollowUp, Section, Sentence
from commands.desk import Desk
from commands.disagreements import Disagreements
from commands.draft import Draft
from data.facts.records import Attendance, Meeting, Presence
from data.messages import mark

_ORDER = tuple(gatherings.PRESENCES)


def ask(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    text = arguments.get("meeting")
    return brief(desk, find_meeting(desk, text, as_of) if text else None, as_of)


def brief(desk: Desk, meeting: Meeting | None, as_of: date) -> Briefing:
    """Attendance of the meeting asked for, or of the next summit."""
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
            follow_ups=_ask_for(last),
        )
    every = desk.knowledge.attendances(chosen.meeting, as_of)
    now = sorted(gatherings.current(every), key=_rank)
    guest = _first_guest(draft, now)
    disputed = disagreements.about_meeting(chosen.meeting)
    on_guest = [each for each in disputed if guest and each.subject.person == guest.person]
    others = [each for each in (*disputed, *ahead) if each not in on_guest]
    return draft.finish(
        "attendees",
        subject=chosen.meeting,
        title=draft.say(mark("Attendees: {meeting}"), meeting=gatherings.name_of(draft, chosen)),
        lead=[*_lead(draft, chosen, now, guest), *disagreements.tell(on_guest)],
        sections=[_list(draft, now), _earlier(draft, every, now)],
        caveats=[*disagreements.tell(others), *_caveats(draft, now)],
        follow_ups=() if now else _ask_for(last),
    )


def _rank(each: Attendance) -> tuple[int, bool, str, str]:
    return (_ORDER.index(each.status), each.person is not None, each.party, each.person or "")


def _last_summit(meetings: tuple[Meeting, ...], as_of: date) -> Meeting | None:
    over = [each for each in meetings if each.kind in gatherings.SUMMITS and is_over(each, as_of)]
    return over[-1] if over else None


def _ask_for(meeting: Meeting | None) -> tuple[FollowUp, ...]:
    return (FollowUp(command="attendees", arguments=meeting.name),) if meeting else ()


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
        return [countdown, _guest(draft, guest)]
    listed = draft.count(draft.say(mark("entries in this list")), now)
    return [countdown, draft.say(mark("Entries held here: {count}."), count=listed)]


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


def _earlier(draft: Draft, every: tuple[Attendance, ...], now: list[Attendance]) -> Section:
    """How it became known, for those of whom more than one thing was known."""
    facts: list[Fact] = [
        gatherings.attendance_fact(draft, each) for each in reversed(every) if each not in now
    ]
    return Section(title=draft.say(mark("Known before")), facts=tuple(facts))


def _caveats(draft: Draft, now: list[Attendance]) -> list[Sentence]:
    caveats = [draft.weakness(each.weak, each.cites) for each in now if each.weak is not None]
    if any(each.person is None and each.status is not Presence.ABSENT for each in now):
        caveats.append(
            draft.say(mark("That a country takes part says nothing about any one person."))
        )
    caveats.append(draft.say(mark("Whoever is not listed is not known here, rather than absent.")))
    return caveats
