"""What changed by what it is about, the most important first; each topic in full or in short."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from commands import news, news_figures, news_short
from commands.briefing import Fact
from commands.draft import Draft
from commands.news_changes import Announcement, Change, Disputed, News
from data.facts import knowledge
from data.facts.records import Attendance, Meeting, Pledge, Request, Stance, Statement
from data.rules import Commitment, Edition, Fulfilment, Reservation, Status

Make = Callable[[Draft], Fact]
F = TypeVar("F", bound=knowledge.Fact)

_ENDED = (Status.SUPERSEDED, Status.WITHDRAWN)
_NAMES = (100, 4, 1)
_HEADS = ("president", "prime minister", "chancellor", "secretary general")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`news` is what it tells of; more than one thing where it is short, none where it adds to the
    line before."""

    make: Make
    news: tuple[News, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """The same news in several versions, from a line on each to as little as can be said."""

    versions: tuple[tuple[Line, ...], ...]

    @property
    def shortest(self) -> tuple[Line, ...]:
        return self.versions[-1]


def topics(found: Sequence[News], known: knowledge.Knowledge, as_of: date) -> tuple[Topic, ...]:
    every = (
        *_commitments(found),
        *_editions(found, known, as_of),
        *_facts(found, Meeting, news_short.meetings),
        *_facts(sorted(found, key=_is_no_head), Attendance, news_short.attendances),
        *_reservations(found),
        *_facts(found, Stance, news_short.stances),
        *_facts(found, Pledge, news_short.pledges),
        *_facts(found, Fulfilment, news_short.duties),
        *_facts(found, Request, news_short.requests),
        *_facts(found, Statement, news_short.statements),
    )
    return tuple(each for each in every if each.shortest)


def _commitments(found: Sequence[News]) -> Iterator[Topic]:
    """What was agreed, with what it took the place of; then what ended for another reason."""
    new = [each for each in found if isinstance(each, Announcement)]
    begun = [each for each in new if each.change.status not in _ENDED]
    newest = {each.commitment.id: each for each in begun}
    over = [each for each in new if each.change.status in _ENDED]
    told = [each for each in over if each.commitment.superseded_by in newest]
    loose = [each for each in over if each not in told]
    statuses = [
        (each, tuple(e for e in told if newest[e.commitment.superseded_by or ""] is each))
        for each in begun
    ]
    statuses += [(each, ()) for each in loose]
    corrected = _corrected(found, Commitment)
    yield Topic(
        versions=tuple(
            (*(_status(*each, short=short) for each in statuses), *corrected)
            for short in (False, True)
        )
    )


def _status(found: Announcement, ended: tuple[Announcement, ...], *, short: bool) -> Line:
    def make(draft: Draft) -> Fact:
        return news.status_fact(draft, found, ended, short=short)

    return Line(make=make, news=(found, *ended))


def _editions(found: Sequence[News], known: knowledge.Knowledge, as_of: date) -> Iterator[Topic]:
    for each in found:
        if isinstance(each, Edition):
            first = Line(make=news_figures.announced(each), news=(each,))
            rest = news_figures.details(known, each, as_of)
            full = (first, *(Line(make=make) for make in rest))
            yield Topic(versions=tuple(full[:count] for count in range(len(full), 0, -1)))


def _reservations(found: Sequence[News]) -> Iterator[Topic]:
    new = [
        _line(each)
        for each in found
        if isinstance(each, Change) and isinstance(each.fact, Reservation)
    ]
    disputes = [_dispute(each) for each in found if isinstance(each, Disputed)]
    yield Topic(versions=((*new, *disputes),))


def _dispute(found: Disputed) -> Line:
    return Line(make=lambda draft: news.dispute_fact(draft, found), news=(found,))


def _facts(
    found: Sequence[News], kind: type[F], short: Callable[[Draft, Sequence[F], int], Fact]
) -> Iterator[Topic]:
    """What was corrected is told in full at any rate, with what was said before. Several that are
    new have a line each, or one for all, with all names or with a few."""
    corrected = _corrected(found, kind)
    new = [
        each
        for each in found
        if isinstance(each, Change) and each.is_new and isinstance(each.fact, kind)
    ]
    facts = [each.fact for each in new if isinstance(each.fact, kind)]
    full = tuple(_line(each) for each in new)

    def together(most: int) -> Line:
        return Line(make=lambda draft: short(draft, facts, most), news=tuple(new))

    briefer = [(together(most),) for most in _NAMES] if len(new) > 1 else []
    yield Topic(versions=tuple((*corrected, *each) for each in (full, *briefer)))


def _corrected(found: Sequence[News], kind: type[knowledge.Fact]) -> tuple[Line, ...]:
    return tuple(
        _line(each)
        for each in found
        if isinstance(each, Change) and not each.is_new and isinstance(each.fact, kind)
    )


def _line(change: Change) -> Line:
    return Line(make=lambda draft: news.fact_of(draft, change), news=(change,))


def _is_no_head(each: News) -> bool:
    """Who comes for a country counts more than whom it sends besides."""
    if not isinstance(each, Change) or not isinstance(each.fact, Attendance):
        return False
    role = (each.fact.role or "").casefold()
    return not any(role.startswith(head) for head in _HEADS)
