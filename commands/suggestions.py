"""What can be meant by what somebody is typing, answered from memory.

The sentences and words of one day and language are put together once; what is typed is then only
looked up. Nothing is offered that an answer would refuse.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from commands import days as named
from commands import gatherings
from commands.asked import is_over
from commands.commitments import spellings, with_day
from commands.desk import Desk
from commands.subjects import id_of_commitment, id_of_fact
from commands.wording import Wordbook
from data.dates import PartialDate
from data.errors import QuestionError
from data.facts.knowledge import Knowledge
from data.facts.records import Meeting
from data.messages import mark

MOST = 25
_MOST_SHOWN = 100
_MOST_TYPED = 100


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`name` is for people to choose by and has at most 100 characters; `value` is what is asked
    with. `typed` asks for the same as somebody would write it by hand."""

    name: str
    value: str
    typed: str


def members(desk: Desk, typed: str) -> list[Suggestion]:
    """Members by name, in any language or spelling, by code or flag."""
    found = desk.members.suggest(typed, limit=MOST, locale=desk.locale)
    named = ((desk.party_name(each.id), each.id) for each in found)
    return [Suggestion(name, code, name) for name, code in named]


def meetings(desk: Desk, typed: str) -> list[Suggestion]:
    """Summits first; of them the next one, then the latest."""
    return _matching(_kept(desk).meetings, typed)


def commitments(desk: Desk, typed: str) -> list[Suggestion]:
    """All that was ever agreed, proposed or demanded, the newest first."""
    return _matching(_kept(desk).commitments, typed)


def subjects(desk: Desk, typed: str) -> list[Suggestion]:
    """Members, then meetings, commitments, and facts whose id begins as typed."""
    asked = (replace(e, value=id_of_commitment(e.value)) for e in commitments(desk, typed))
    found = [*members(desk, typed), *meetings(desk, typed), *asked]
    return _one_each([*found, *_facts(desk, typed.strip())])


def _facts(desk: Desk, typed: str) -> Iterator[Suggestion]:
    """Only an id has a line in it; every word begins one."""
    for each in desk.knowledge.revisions if "-" in typed[1:_MOST_TYPED] else ():
        fact = each.fact
        if fact.id.startswith(typed) and each.is_known_on(desk.today):
            name = shown(f"{fact.id}: {fact.claim}")
            yield Suggestion(name, id_of_fact(fact.id), fact.id)


def days(desk: Desk, typed: str) -> list[Suggestion]:
    """What reads as a date, then days on which something happened, the newest first; one line a
    day. None is after today."""
    if len(typed) > _MOST_TYPED:
        return []
    kept = _kept(desk).days
    asked = _date(desk, typed.strip())
    if asked is not None:
        plain = [Suggestion(desk.voice.date(asked), str(asked), str(asked))]
        first, last = asked.first.isoformat(), asked.last.isoformat()
        return _one_each([*plain, *(each for each in kept.offered if first <= each.value <= last)])
    if typed.strip().replace("-", "").isdecimal():
        begun = (each for each in kept.offered if each.value.startswith(typed.strip()))
        return _one_each(begun)
    return _matching(kept, typed)


def prepare(desk: Desk) -> None:
    """Puts together now what the first suggestion would have to wait for."""
    _kept(desk)


@dataclass(frozen=True, slots=True, eq=False)
class _Shelf:
    """Suggestions in the order in which they are offered, and what finds them."""

    offered: tuple[Suggestion, ...]
    book: Wordbook


@dataclass(frozen=True, slots=True, eq=False)
class _Kept:
    knowledge: Knowledge
    meetings: _Shelf
    commitments: _Shelf
    days: _Shelf


_shelves: dict[tuple[int, str, date], _Kept] = {}


def _kept(desk: Desk) -> _Kept:
    place = (id(desk.knowledge), str(desk.locale), desk.today)
    kept = _shelves.get(place)
    # An id is used again once its owner is gone, so the owner is kept and looked at.
    if kept is None or kept.knowledge is not desk.knowledge:
        kept = _Kept(desk.knowledge, _meetings(desk), _commitments(desk), _days(desk))
        for other in list(_shelves):
            # Only what is known now, of the day it is, is worth keeping.
            if (other[0], other[2]) != (place[0], place[2]):
                _shelves.pop(other, None)
        _shelves[place] = kept
    return kept


def _matching(shelf: _Shelf, typed: str) -> list[Suggestion]:
    if len(typed) > _MOST_TYPED:
        return []
    if not typed.strip():
        return _one_each(shelf.offered)
    places = shelf.book.beginning(typed) or shelf.book.nearly(typed)
    return _one_each(shelf.offered[place] for place in places)


def _one_each(offered: Iterable[Suggestion]) -> list[Suggestion]:
    """The first suggestion of each value."""
    found: dict[str, Suggestion] = {}
    for each in offered:
        found.setdefault(each.value, each)
    return list(found.values())[:MOST]


def shown(name: str) -> str:
    return name if len(name) <= _MOST_SHOWN else name[: _MOST_SHOWN - 1].rstrip() + "…"


def _date(desk: Desk, typed: str) -> PartialDate | None:
    """What reads as a date that can be asked about, and is not only the beginning of one."""
    try:
        asked = named.in_words(desk, typed) or PartialDate.parse(typed, times=False)
    except QuestionError:
        return None
    return asked if asked.first <= desk.today else None


def _meetings(desk: Desk) -> _Shelf:
    known = desk.knowledge.meetings(desk.today)
    ahead = [each for each in known if not is_over(each, desk.today)]
    over = [each for each in reversed(known) if is_over(each, desk.today)]
    ordered = sorted([*ahead, *over], key=lambda each: each.kind not in gatherings.SUMMITS)
    named = [(_meeting(desk, each), each) for each in ordered]
    offered = tuple(
        Suggestion(shown(said), each.meeting, desk.voice.recorded(each.name))
        for said, each in named
    )
    return _Shelf(offered, Wordbook.of(f"{said} {_places(desk, each)}" for said, each in named))


def _meeting(desk: Desk, meeting: Meeting) -> str:
    name, starts, ends = desk.voice.recorded(meeting.name), meeting.starts, meeting.ends
    if starts is None:
        return name
    one = ends is None or ends == starts or starts.day is None or ends.day is None
    when = desk.voice.date(starts) if one or ends is None else desk.voice.between(starts, ends)
    return desk.voice.fill(mark("{meeting} ({when})"), meeting=name, when=when)


def _places(desk: Desk, meeting: Meeting) -> str:
    host = desk.party_name(meeting.country) if meeting.country is not None else ""
    return f"{meeting.name} {meeting.city or ''} {host} {meeting.meeting}"


def _commitments(desk: Desk) -> _Shelf:
    known = list(desk.knowledge.commitments(desk.today))
    known.sort(key=lambda each: each.history[0].on.last, reverse=True)
    offered = tuple(
        Suggestion(shown(with_day(desk, each)), each.id, desk.voice.recorded(each.title))
        for each in known
    )
    return _Shelf(offered, Wordbook.of(spellings(desk, each) for each in known))


def _days(desk: Desk) -> _Shelf:
    found = named.named_days(desk)
    offered = tuple(
        Suggestion(shown(each.said), iso, iso)
        for each, iso in ((each, each.day.isoformat()) for each in found)
    )
    return _Shelf(offered, Wordbook.of(each.spelt for each in found))
