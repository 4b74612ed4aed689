"""What is ahead as entries for calendars of others: files, and events of a server."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from commands import gatherings
from commands.calendar_ahead import commitments, meetings
from commands.clauses import shown_places
from commands.desk import Desk
from commands.draft import Draft
from data.dates import PartialDate
from data.facts.records import Meeting
from data.messages import mark
from data.rules import Category, Commitment, ShareTarget, Status, floor_of
from data.sources import Cite, Source

SOURCE = mark("Source: {publisher}, {title}, {day}.")
LAST_OF_ITS_YEAR = mark("The text names a year and no day; this is the last day of that year.")

_LAST_DAYS: dict[bool, str] = {
    True: mark("Last day for {share} of GDP"),
    False: mark("Last day for {share} of defence spending"),
}
"""Whether the share is one of GDP."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """`key` and `title` stay the same while the facts on a meeting change. `first` and `last` are
    as precise as they are known, and may be bare years. `place` is venue, city and country, as far
    as they are known. `text` is of lines: what is known, and the sources by name; `url` is the
    address of the first of them."""

    key: str
    title: str
    first: PartialDate
    last: PartialDate | None
    place: str | None
    text: str
    url: str | None


def entries(desk: Desk, as_of: date) -> tuple[Entry, ...]:
    """Of meetings ahead with a date, in the order of time. Years by which something is to be
    reached are none: whoever looks into a calendar takes an entry for a day."""
    draft = Draft(desk, as_of)
    return tuple(_entry(draft, each) for each in meetings(draft) if each.starts is not None)


def _entry(draft: Draft, meeting: Meeting) -> Entry:
    assert meeting.starts is not None
    sources = _sources(draft, meeting.cites)
    said = [draft.voice.recorded(meeting.claim)]
    if meeting.weak is not None:
        said.append(draft.weakness(meeting.weak, meeting.cites).text)
    where = gatherings.where(draft, meeting)
    return Entry(
        key=meeting.meeting,
        title=draft.voice.recorded(meeting.name),
        first=meeting.starts,
        last=meeting.ends,
        place=None if where is None else where.text,
        text="\n".join([*said, *_named(draft, sources)]),
        url=next((each.url for each in sources if each.url), None),
    )


def _sources(draft: Draft, cites: Iterable[Cite]) -> list[Source]:
    known = draft.desk.knowledge.sources
    return list(dict.fromkeys(known[cite.source] for cite in cites))


def _named(draft: Draft, sources: Iterable[Source]) -> Iterator[str]:
    for each in sources:
        yield draft.voice.fill(
            SOURCE,
            publisher=each.publisher,
            title=each.title,
            day=draft.voice.date(each.published_on),
        )


def deadlines(desk: Desk, as_of: date) -> tuple[Entry, ...]:
    """The last day of each year by which something that was agreed is to be reached. Reviews have
    none: they are due in a year, on whichever day."""
    draft = Draft(desk, as_of)
    return tuple(
        _deadline(draft, commitment, clause, clause.by)
        for commitment, status in commitments(draft)
        if status is Status.AGREED
        for clause in commitment.clauses
        if isinstance(clause, ShareTarget)
        and clause.category is not Category.BROADER
        and clause.by is not None
        and clause.by >= as_of.year
    )


def _deadline(draft: Draft, commitment: Commitment, clause: ShareTarget, by: int) -> Entry:
    share = draft.figure(floor_of(clause), places=shown_places(clause)).text
    of_gdp = clause.category is not Category.EQUIPMENT
    title = draft.voice.fill(_LAST_DAYS[of_gdp], share=share)
    sources = _sources(draft, clause.cites)
    said = [
        draft.voice.recorded(clause.claim),
        draft.voice.recorded(commitment.title),
        draft.voice.text(LAST_OF_ITS_YEAR),
    ]
    return Entry(
        key=f"{commitment.id}.{clause.id}",
        title=title,
        first=PartialDate(by, 12, 31),
        last=None,
        place=None,
        text="\n".join([*said, *_named(draft, sources)]),
        url=next((each.url for each in sources if each.url), None),
    )
