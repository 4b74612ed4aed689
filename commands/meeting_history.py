"""What became known of a meeting: its days, its place, and who comes."""

from collections.abc import Iterator

from commands import gatherings
from commands.briefing import Sentence
from commands.draft import Draft
from commands.happenings import Happening, ended, happening, revisions, told
from commands.news import statement_fact
from commands.voice import Values
from data.facts.records import Attendance, Meeting, Statement
from data.messages import mark


def happenings(draft: Draft, meeting: Meeting) -> list[Happening]:
    return [
        *_states(draft, meeting.meeting),
        *_attendances(draft, meeting.meeting),
        *_statements(draft, meeting.meeting),
    ]


def _states(draft: Draft, key: str) -> Iterator[Happening]:
    """Each state of the meeting, beside what was known before it."""
    states = [
        each
        for each in revisions(draft, Meeting)
        if isinstance(each.fact, Meeting) and each.fact.meeting == key
    ]
    before: Meeting | None = None
    for each in states:
        state = each.fact
        assert isinstance(state, Meeting)
        yield _state(draft, state, before)
        before = state
    yield from ended(draft, states)


def _state(draft: Draft, state: Meeting, before: Meeting | None) -> Happening:
    label = mark("Announced")
    line = draft.say("{claim}", claim=draft.claim(state.claim, state.cites))
    if before is not None:
        label, line = _change(draft, state, before, line)
    return happening(draft, label, state.known_on, line, state.cites, weak=state.weak)


def _change(draft: Draft, state: Meeting, before: Meeting, line: Sentence) -> tuple[str, Sentence]:
    """What a state says anew, and the line on it."""
    values: Values = {"line": line}
    if state.cancelled != before.cancelled:
        return (mark("Cancelled") if state.cancelled else mark("Takes place")), line
    if (state.starts, state.ends) != (before.starts, before.ends):
        values["before"] = gatherings.when(draft, before)
        values["now"] = gatherings.when(draft, state)
        return mark("Date"), draft.say(mark("{line} Date: {now}; before: {before}."), **values)
    place, earlier = gatherings.where(draft, state), gatherings.where(draft, before)
    if place is not None and place != earlier:
        values["now"] = place
        if earlier is None:
            return mark("Place"), draft.say(mark("{line} Place: {now}."), **values)
        values["before"] = earlier
        return mark("Place"), draft.say(mark("{line} Place: {now}; before: {before}."), **values)
    return mark("Meeting"), line


def _attendances(draft: Draft, key: str) -> Iterator[Happening]:
    states = [
        each
        for each in revisions(draft, Attendance)
        if isinstance(each.fact, Attendance) and each.fact.meeting == key
    ]
    for each in states:
        fact = each.fact
        assert isinstance(fact, Attendance)
        line = gatherings.attendance_line(draft, fact)
        label = gatherings.PRESENCES[fact.status]
        yield happening(draft, label, fact.known_on, line, fact.cites, weak=fact.weak)
    yield from ended(draft, states)


def _statements(draft: Draft, key: str) -> Iterator[Happening]:
    """What was assured, expected or warned of; the line itself says what is thin about it."""
    states = [
        each
        for each in revisions(draft, Statement)
        if isinstance(each.fact, Statement) and each.fact.about == key
    ]
    for each in states:
        fact = each.fact
        assert isinstance(fact, Statement)
        line = statement_fact(draft, fact)
        yield told(draft, line, fact.said_on, fact.cites, known=fact.known_on)
    yield from ended(draft, states)
