"""Many facts of one sort in one line: who it is about, each name with its source."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from commands import gatherings
from commands.briefing import Fact, Sentence
from commands.draft import Draft
from commands.news import best, listed, meeting_name
from data.facts.records import (
    Attendance,
    Meeting,
    Pledge,
    Position,
    Presence,
    Request,
    Stance,
    Statement,
)
from data.messages import mark
from data.rules import Fulfilment
from data.sources import Cite


@dataclass(slots=True)
class _Name:
    text: str
    cites: list[Cite]
    weak: bool


Told = Attendance | Stance | Pledge | Fulfilment | Request | Statement


def meetings(draft: Draft, found: Sequence[Meeting], _: int) -> Fact:
    """The present state of each, with its days."""
    newest = {each.meeting: each for each in found}
    lines = [_with_days(draft, each) for each in newest.values()]
    return _fact(draft, mark("Meetings"), listed(draft, lines))


def _with_days(draft: Draft, meeting: Meeting) -> Sentence:
    known = replace(meeting, cites=best(draft, meeting.cites))
    return draft.say(
        mark("{meeting} ({when})"),
        meeting=gatherings.name_of(draft, known),
        when=gatherings.when(draft, known),
    )


def attendances(draft: Draft, found: Sequence[Attendance], most: int) -> Fact:
    """By meeting, and by what is known of each: whoever came is told first."""
    by_meeting: dict[str, list[Attendance]] = {}
    for each in found:
        by_meeting.setdefault(each.meeting, []).append(each)
    lines = [
        draft.say(
            mark("{meeting}, {line}"),
            meeting=_meeting(draft, key),
            line=_by_status(draft, some, most),
        )
        for key, some in by_meeting.items()
    ]
    return _fact(draft, mark("Attendance"), _parted(draft, lines))


def _meeting(draft: Draft, key: str) -> Sentence:
    known = {each.meeting: each for each in draft.desk.knowledge.meetings(draft.as_of)}
    meeting = known.get(key)
    if meeting is None:
        return meeting_name(draft, key)
    return gatherings.name_of(draft, replace(meeting, cites=best(draft, meeting.cites)))


def _by_status(draft: Draft, found: Sequence[Attendance], most: int) -> Sentence:
    """A party of which two things are known is told apart from its people by their names."""
    statuses: defaultdict[str, set[Presence]] = defaultdict(set)
    for each in found:
        statuses[each.party].add(each.status)
    groups: dict[str, list[tuple[str, Attendance]]] = {}
    for status, words in gatherings.PRESENCE_WORDS.items():
        groups[words] = [
            (_who(draft, each, person=len(statuses[each.party]) > 1), each)
            for each in found
            if each.status is status
        ]
    return _grouped(draft, groups, most)


def _who(draft: Draft, each: Attendance, *, person: bool) -> str:
    party = draft.desk.party_name(each.party)
    return each.person or party if person else party


def stances(draft: Draft, found: Sequence[Stance], most: int) -> Fact:
    groups = {
        words: [(draft.desk.party_name(e.member), e) for e in found if e.position is position]
        for position, words in _POSITIONS.items()
    }
    return _fact(draft, mark("Positions"), _grouped(draft, groups, most))


_POSITIONS: dict[Position | None, str] = {
    Position.SUPPORTS: mark("in favour"),
    Position.SUPPORTS_WITH_CONDITIONS: mark("with conditions"),
    Position.SEEKS_FLEXIBILITY: mark("for flexibility"),
    Position.OPPOSES: mark("against"),
    Position.CLAIMS_EXEMPTION: mark("exempt by its own word"),
    Position.UNDECLARED: mark("undeclared"),
    None: mark("remarks on"),
}


def pledges(draft: Draft, found: Sequence[Pledge], most: int) -> Fact:
    return _fact(draft, mark("National goals"), _names(draft, _of_members(draft, found), most))


def duties(draft: Draft, found: Sequence[Fulfilment], most: int) -> Fact:
    return _fact(draft, mark("Duties"), _names(draft, _of_members(draft, found), most))


def requests(draft: Draft, found: Sequence[Request], most: int) -> Fact:
    return _fact(draft, mark("Requests"), _names(draft, _of_members(draft, found), most))


def statements(draft: Draft, found: Sequence[Statement], most: int) -> Fact:
    named = [(each.speaker or draft.desk.party_name(each.party), each) for each in found]
    return _fact(draft, mark("Statements"), _names(draft, named, most))


def _of_members(
    draft: Draft, found: Sequence[Pledge | Fulfilment | Request]
) -> Iterator[tuple[str, Told]]:
    """A source that names nobody stays one that names nobody."""
    for each in found:
        if not each.members:
            yield draft.voice.text(mark("members not named")), each
        for member in each.members:
            yield draft.desk.party_name(member), each


def _grouped(draft: Draft, groups: Mapping[str, Sequence[tuple[str, Told]]], most: int) -> Sentence:
    """`in favour: Canada, Czechia; against: Spain`"""
    lines = [
        draft.say(
            mark("{label}: {names}"), label=draft.term(label), names=_names(draft, named, most)
        )
        for label, named in groups.items()
        if named
    ]
    return _parted(draft, lines)


def _parted(draft: Draft, lines: Sequence[Sentence]) -> Sentence:
    found, *others = lines
    for each in others:
        found = draft.say(mark("{first}; {next}"), first=found, next=each)
    return found


def _names(draft: Draft, named: Iterable[tuple[str, Told]], most: int) -> Sentence:
    """Each name once, with the best source of all that is told of it; beyond `most` they are
    counted."""
    names: dict[str, _Name] = {}
    for text, each in named:
        name = names.setdefault(text, _Name(text, [], weak=False))
        name.cites.extend(each.cites)
        name.weak |= each.weak is not None
    every = list(names.values())
    # A count in place of a single name would not be shorter.
    shown = every if len(every) <= most + 1 else every[:most]
    line = listed(draft, [_said(draft, each) for each in shown])
    left = every[len(shown) :]
    if not left:
        return line
    count = draft.count(draft.say(mark("names left out")), left)
    return draft.say(mark("{names} and {count} more"), names=line, count=count)


def _said(draft: Draft, name: _Name) -> Sentence:
    template = mark("{name} (weak evidence)") if name.weak else "{name}"
    return draft.say(template, name=draft.claim(name.text, best(draft, name.cites)))


def _fact(draft: Draft, label: str, sentence: Sentence) -> Fact:
    return Fact(label=draft.voice.text(label), sentence=sentence)
