"""What happened on this day of an earlier year."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from commands import gatherings
from commands.briefing import Sentence
from commands.draft import Draft
from commands.news import listed
from data.dates import PartialDate
from data.facts.knowledge import Knowledge
from data.facts.records import Meeting
from data.members import Member
from data.messages import mark
from data.rules import Commitment, Edition, Status, StatusChange
from data.sources import Cite

_MADE: dict[Status, str] = {
    Status.AGREED: mark("{title} agreed. {claim}"),
    Status.PROPOSED: mark("{title} put forward. {claim}"),
    Status.DEMANDED: mark("{title} made. {claim}"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Anniversary:
    """`what` says it without its day. Two with one `key` are of the same thing."""

    key: str
    on: date
    cites: tuple[Cite, ...]
    what: Callable[[Draft], Sentence]


def anniversaries(knowledge: Knowledge, day: date) -> tuple[Anniversary, ...]:
    """Of what was known by then: commitments first, then summits, accessions and publications; of
    one sort, the oldest first. Only what is known to the day has one."""
    return tuple(each for each in _every(knowledge, day) if _is_on(each.on, day))


def sentence(draft: Draft, found: Anniversary) -> Sentence:
    """What follows upon `On this day`."""
    event = draft.moment(PartialDate.of(found.on), found.cites)
    return draft.say(
        mark("in {year}, {ago}: {what}"),
        year=draft.year(found.on.year, found.cites),
        ago=draft.years_since(event),
        what=found.what(draft),
    )


def _is_on(then: date, day: date) -> bool:
    return (then.month, then.day) == (day.month, day.day) and then.year < day.year


def _every(knowledge: Knowledge, day: date) -> Iterator[Anniversary]:
    for commitment in knowledge.commitments(day):
        for change in commitment.history:
            if change.status in _MADE and change.on.day is not None and change.known_on.last <= day:
                yield _commitment(commitment, change)
    for meeting in knowledge.meetings(day):
        if meeting.kind in gatherings.SUMMITS and not meeting.cancelled:
            yield from _summit(meeting)
    joined: dict[date, list[Member]] = {}
    for member in knowledge.roster:
        joined.setdefault(member.joined, []).append(member)
    for on in sorted(joined):
        yield _accession(on, joined[on])
    for edition in reversed(knowledge.ledger.published_by(day)):
        if edition.published_on.day is not None:
            yield _publication(edition)


def _commitment(commitment: Commitment, change: StatusChange) -> Anniversary:
    def what(draft: Draft) -> Sentence:
        title = draft.claim(commitment.title, change.cites)
        claim = draft.claim(commitment.claim, change.cites)
        return draft.say(_MADE[change.status], title=title, claim=claim)

    return Anniversary(
        key=f"{commitment.id} {change.status}", on=change.on.first, cites=change.cites, what=what
    )


def _summit(meeting: Meeting) -> Iterator[Anniversary]:
    starts, ends = meeting.starts, meeting.ends or meeting.starts
    if starts is None or ends is None or starts.day is None or ends.day is None:
        return
    if starts.first == ends.first:
        yield _met(meeting, starts.first, mark("{meeting} took place."))
        return
    yield _met(meeting, starts.first, mark("{meeting} opened."))
    yield _met(meeting, ends.first, mark("{meeting} ended."))


def _met(meeting: Meeting, on: date, template: str) -> Anniversary:
    def what(draft: Draft) -> Sentence:
        return draft.say(template, meeting=gatherings.name_of(draft, meeting))

    return Anniversary(key=f"{meeting.meeting} {on}", on=on, cites=meeting.cites, what=what)


def _accession(on: date, members: list[Member]) -> Anniversary:
    """Several that joined together are told together, each with its source."""
    cites = tuple(dict.fromkeys(cite for each in members for cite in each.cites))

    def what(draft: Draft) -> Sentence:
        names = [
            draft.say("{name}", name=draft.cited(draft.desk.party_name(each.id), each.cites))
            for each in members
        ]
        return draft.say(mark("NATO gained as members: {names}."), names=listed(draft, names))

    return Anniversary(key=f"joined {on}", on=on, cites=cites, what=what)


def _publication(edition: Edition) -> Anniversary:
    def what(draft: Draft) -> Sentence:
        title = draft.cited(edition.title, edition.cites)
        return draft.say(mark("NATO published its figures, {title}."), title=title)

    return Anniversary(
        key=edition.id, on=edition.published_on.first, cites=edition.cites, what=what
    )
