"""What changed in who comes to a meeting, and in the meeting itself, from a day on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from commands import gatherings
from commands.briefing import Fact, Section, Sentence
from commands.draft import Draft
from commands.since import eve
from commands.voice import Values
from data.facts.records import Attendance, Meeting, Presence
from data.messages import mark

_Who = tuple[str, str | None]
_ORDER = tuple(gatherings.PRESENCES)


@dataclass(frozen=True, slots=True)
class Change:
    """Of one person, or of a party as such: `before` and `now` are empty for what was not known
    then, and for what is no longer held to be so."""

    before: tuple[Attendance, ...]
    now: tuple[Attendance, ...]

    @property
    def newest(self) -> Attendance:
        return (self.now or self.before)[-1]


@dataclass(frozen=True, slots=True)
class Changes:
    since: date
    people: tuple[Change, ...]
    meeting_before: Meeting | None
    meeting: Meeting


def changes(draft: Draft, meeting: Meeting, since: date) -> Changes:
    knowledge, last = draft.desk.knowledge, eve(since)
    key = meeting.meeting
    before = _by_who(gatherings.current(knowledge.attendances(key, last)))
    now = _by_who(gatherings.current(knowledge.attendances(key, draft.as_of)))
    people = [
        Change(before.get(who, ()), now.get(who, ()))
        for who in dict.fromkeys((*before, *now))
        if _statuses(before.get(who, ())) != _statuses(now.get(who, ()))
    ]
    people.sort(key=lambda each: _rank(draft, each))
    earlier = (each for each in knowledge.meetings(last) if each.meeting == key)
    return Changes(since, tuple(people), next(earlier, None), meeting)


def lead(draft: Draft, found: Changes) -> list[Sentence]:
    """How many changed, and who was in another state before."""
    span: Values = {"since": draft.given(found.since), "day": draft.given(draft.as_of)}
    said = _about_meeting(draft, found)
    if not found.people:
        template = mark("Nothing changed in who comes from {since} to {day}.")
        return [draft.say(template, **span), *said]
    new = [each for each in found.people if not each.before]
    moved = [each for each in found.people if each.before]
    values: Values = dict(span)
    if moved:
        values["moved"] = draft.count(draft.say(mark("changed entries listed below")), moved)
    if new:
        values["new"] = draft.count(draft.say(mark("new entries listed below")), new)
    template = {
        (True, False): mark("Who comes, from {since} to {day}: {moved} changed, none new."),
        (False, True): mark("Who comes, from {since} to {day}: {new} new, none changed."),
        (True, True): mark("Who comes, from {since} to {day}: {moved} changed, {new} new."),
    }[bool(moved), bool(new)]
    return [draft.say(template, **values), *said]


def sections(draft: Draft, found: Changes) -> list[Section]:
    """Whoever was in another state before, and whoever was not known before."""
    moved = [_moved(draft, each) for each in found.people if each.before]
    new = [
        gatherings.attendance_fact(draft, one)
        for each in found.people
        if not each.before
        for one in each.now
    ]
    return [
        Section(title=draft.say(mark("Changed")), facts=tuple(moved)),
        Section(title=draft.say(mark("New")), facts=tuple(new)),
    ]


def _about_meeting(draft: Draft, found: Changes) -> list[Sentence]:
    """What changed in the meeting itself: whether, when and where it is."""
    before, now = found.meeting_before, found.meeting
    if before is None:
        template = mark("The meeting itself became known in that time, on {known}.")
        return [draft.say(template, known=draft.moment(now.known_on, now.cites))]
    said: list[Sentence] = []
    if now.cancelled and not before.cancelled:
        claim = draft.claim(now.claim, now.cites)
        said.append(draft.say(mark("The meeting was cancelled: {claim}"), claim=claim))
    if (now.starts, now.ends) != (before.starts, before.ends):
        values: Values = {
            "before": gatherings.when(draft, before),
            "now": gatherings.when(draft, now),
        }
        said.append(draft.say(mark("The date changed from {before} to {now}."), **values))
    place, earlier = gatherings.where(draft, now), gatherings.where(draft, before)
    if place is not None and earlier is None:
        said.append(draft.say(mark("The place became known: {now}."), now=place))
    elif place is not None and earlier is not None and place.text != earlier.text:
        template = mark("The place changed from {before} to {now}.")
        said.append(draft.say(template, before=earlier, now=place))
    return said


def _moved(draft: Draft, each: Change) -> Fact:
    """`Volodymyr Zelensky, Ukraine: not confirmed → attended (24 June 2025)`, with the claim."""
    before = _words(draft, each.before)
    if not each.now:
        line = draft.say(
            mark("{line} Before: {before}; no longer held to be so."),
            line=gatherings.attendance_line(draft, each.newest),
            before=before,
        )
        return Fact(label=draft.voice.text(mark("Withdrawn")), sentence=line)
    newest = each.newest
    line = draft.say(
        mark("{line} Before: {before} (known {then}); changed {day}."),
        line=gatherings.attendance_line(draft, newest),
        before=before,
        then=draft.moment(each.before[-1].known_on, each.before[-1].cites),
        day=draft.moment(newest.known_on, newest.cites),
    )
    label = gatherings.PRESENCES[newest.status] if len(each.now) == 1 else mark("Sources differ")
    return Fact(label=draft.voice.text(label), sentence=line)


def _words(draft: Draft, found: Sequence[Attendance]) -> Sentence:
    """`confirmed`, or where words of one day differ `confirmed and not confirmed`."""
    first, *others = (draft.say(gatherings.PRESENCE_WORDS[each.status]) for each in found)
    for each in others:
        first = draft.say(mark("{first} and {next}"), first=first, next=each)
    return first


def _by_who(found: Iterable[Attendance]) -> Mapping[_Who, tuple[Attendance, ...]]:
    grouped: dict[_Who, tuple[Attendance, ...]] = {}
    for each in found:
        who = each.party, each.person
        grouped[who] = (*grouped.get(who, ()), each)
    return grouped


def _statuses(found: Iterable[Attendance]) -> frozenset[Presence]:
    return frozenset(each.status for each in found)


def _rank(draft: Draft, each: Change) -> tuple[bool, int, bool, str]:
    newest = each.newest
    guest = draft.desk.is_guest_country(newest.party)
    name = draft.desk.party_name(newest.party)
    return (not guest, _ORDER.index(newest.status), newest.person is not None, name)
