"""Commitments by whatever people call them: the title, the place, the year, the id."""

from collections.abc import Iterable
from datetime import date

from commands.desk import Desk
from commands.gatherings import SUMMITS
from commands.wording import Wordbook
from data.errors import QuestionError
from data.facts.knowledge import Knowledge
from data.facts.records import Meeting
from data.messages import mark
from data.rules import Commitment, Status

NO_SUCH_COMMITMENT = mark("No commitment called '{text}'. Write its place or year, such as {name}.")
DID_YOU_MEAN = mark("No commitment called '{text}'. Did you mean {name}?")
NOT_YET = mark("{name} was not known on {day}. Ask as of {known} or later.")
NONE_YET = mark("No commitment was known on {day}.")
NONE_HELD = mark("No commitment held on {day}. Ask as of {first} or later.")

_MOST_ECHOED = 40
_ALSO_CALLED = mark("declaration commitment target pledge summit")
"""What people call the outcome of a summit, whatever its title is."""
_FIRST: dict[Status, str] = {
    Status.AGREED: mark("{title} (agreed {day})"),
    Status.PROPOSED: mark("{title} (proposed {day})"),
    Status.DEMANDED: mark("{title} (demanded {day})"),
    Status.SUPERSEDED: mark("{title} (superseded {day})"),
    Status.WITHDRAWN: mark("{title} (withdrawn {day})"),
}
_ORDER = (Status.AGREED, Status.PROPOSED, Status.DEMANDED, Status.SUPERSEDED, Status.WITHDRAWN)
"""Which one of several is meant."""


def find_commitment(desk: Desk, text: str, as_of: date) -> Commitment:
    """Of several that a text fits, what holds is meant, and of those the newest.

    Raises QuestionError, with what would work, for what is unknown or was not known on the day.
    """
    ever = desk.knowledge.commitments(desk.today)
    known = desk.knowledge.commitments(as_of)
    if not ever:
        raise QuestionError(NONE_YET, day=as_of)
    found = _matching(desk, known, text, as_of)
    if found:
        return found[0]
    later = _matching(desk, ever, text, desk.today)
    if later:
        name, start = desk.voice.recorded(later[0].title), later[0].history[0].known_on
        raise QuestionError(NOT_YET, name=name, day=as_of, known=start)
    near = _ordered(_book(desk, ever).nearly(text), ever, desk.today)
    template = DID_YOU_MEAN if near else NO_SUCH_COMMITMENT
    name = (near or _ordered(range(len(ever)), ever, desk.today))[0].title
    name = desk.voice.recorded(name)
    raise QuestionError(template, text=text.strip()[:_MOST_ECHOED], name=name)


def present_commitment(desk: Desk, as_of: date) -> Commitment:
    """The newest one that holds. Raises QuestionError where none did yet."""
    known = desk.knowledge.commitments(as_of)
    found = _ordered(range(len(known)), known, as_of)
    if found and _rank(found[0], as_of) == _ORDER.index(Status.AGREED):
        return found[0]
    ever = desk.knowledge.commitments(desk.today)
    agreed = [
        max(change.on.last, change.known_on.last)
        for each in ever
        for change in each.history
        if change.status is Status.AGREED
    ]
    later = [day for day in agreed if day > as_of]
    if not later:
        raise QuestionError(NONE_YET, day=as_of)
    raise QuestionError(NONE_HELD, day=as_of, first=min(later))


def with_day(desk: Desk, commitment: Commitment) -> str:
    """The title, and how and when it first came up."""
    first = commitment.history[0]
    title = desk.voice.recorded(commitment.title)
    return desk.voice.fill(_FIRST[first.status], title=title, day=desk.voice.date(first.on))


def spellings(desk: Desk, commitment: Commitment) -> str:
    """All words that a commitment is found by."""
    first = commitment.history[0]
    told = [
        desk.voice.recorded(commitment.title),
        commitment.title,
        commitment.id,
        str(first.on.year),
    ]
    for meeting in _made_at(desk.knowledge, commitment, desk.today):
        host = desk.party_name(meeting.country) if meeting.country is not None else ""
        called = desk.voice.typed(_ALSO_CALLED)
        told += [desk.voice.recorded(meeting.name), meeting.name, meeting.city or "", host, called]
    return " ".join(told)


def _made_at(knowledge: Knowledge, commitment: Commitment, day: date) -> Iterable[Meeting]:
    """The summit at which it was agreed, if it was."""
    agreed = [each.on for each in commitment.history if each.status is Status.AGREED]
    for meeting in knowledge.meetings(day) if agreed else ():
        starts, ends = meeting.starts, meeting.ends or meeting.starts
        if meeting.kind not in SUMMITS or starts is None or ends is None:
            continue
        if any(starts.first <= on.first and on.last <= ends.last for on in agreed):
            yield meeting


def _matching(
    desk: Desk, commitments: tuple[Commitment, ...], text: str, day: date
) -> list[Commitment]:
    named = [each for each in commitments if each.id == text.strip()]
    if named:
        return named
    book = _book(desk, commitments)
    return _ordered(book.whole(text) or book.beginning(text), commitments, day)


def _book(desk: Desk, commitments: tuple[Commitment, ...]) -> Wordbook:
    return Wordbook.of(f"{with_day(desk, each)} {spellings(desk, each)}" for each in commitments)


def _ordered(
    places: Iterable[int], commitments: tuple[Commitment, ...], day: date
) -> list[Commitment]:
    """What holds before what does not, and the newest first."""
    found = [commitments[place] for place in places]
    found.sort(key=lambda each: each.history[0].on.last, reverse=True)
    return sorted(found, key=lambda each: _rank(each, day))


def _rank(commitment: Commitment, day: date) -> int:
    status = commitment.status_on(day)
    return len(_ORDER) if status is None else _ORDER.index(status.status)
