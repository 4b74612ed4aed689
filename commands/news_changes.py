"""What changed of what is known between two days, as values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from commands.digest_written import Written, WrittenChange
from data.facts.knowledge import Fact, Knowledge
from data.facts.records import Group
from data.rules import Commitment, Dispute, Edition, Reservation, StatusChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """`before` is None for what is new, `now` for what was withdrawn. `late` is what was written
    after it had become known."""

    before: Fact | None = None
    now: Fact | None = None
    mended: bool = False
    reason: str | None = None
    late: bool = False

    @property
    def fact(self) -> Fact:
        """What it says now, or said last."""
        fact = self.now or self.before
        assert fact is not None
        return fact

    @property
    def is_new(self) -> bool:
        return self.before is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """That a commitment was agreed, proposed, superseded."""

    commitment: Commitment
    change: StatusChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputed:
    reservation: Reservation
    dispute: Dispute


News = Change | Announcement | Disputed | Edition


def collect(
    knowledge: Knowledge, since: date, until: date, written: Sequence[WrittenChange] = ()
) -> tuple[News, ...]:
    """All that became known after `since` and not after `until`, and what was written since.

    What was known in between and no longer is at the end is left out: nobody was told of it.
    """
    told = {each.id for each in written}
    return (
        *_editions(knowledge, since, until, written),
        *_facts(knowledge, since, until, told),
        *(news for each in written for news in _written(each, since, until)),
        *_disputes(knowledge, since, until),
    )


def _editions(
    knowledge: Knowledge, since: date, until: date, written: Sequence[WrittenChange]
) -> Iterator[Edition]:
    for each in knowledge.ledger.editions:
        if since < each.published_on.last <= until:
            yield each
    for each in written:
        if isinstance(each.now, Edition) and each.change is Written.ADDED:
            yield each.now


def _facts(knowledge: Knowledge, since: date, until: date, told: set[str]) -> Iterator[News]:
    before = {each.fact.id: each.fact for each in knowledge.revisions if each.is_known_on(since)}
    now = {each.fact.id: each.fact for each in knowledge.revisions if each.is_known_on(until)}
    for known_as in dict.fromkeys(each.fact.id for each in knowledge.revisions):
        then, fact = before.get(known_as), now.get(known_as)
        if known_as in told or (then is None and fact is None):
            continue
        # Who belongs to a group is no news of spending.
        if isinstance(then or fact, Group):
            continue
        if isinstance(fact, Commitment):
            yield from _commitment(then, fact, since, until)
        elif then != fact:
            yield Change(before=then, now=fact)


def _commitment(before: Fact | None, now: Commitment, since: date, until: date) -> Iterator[News]:
    """Its new statuses, or else what is said of it otherwise than before."""
    then = before.history if isinstance(before, Commitment) else ()
    new = [
        each
        for each in now.history
        if each.known_on.last <= until and (each not in then or each.known_on.last > since)
    ]
    for each in new:
        yield Announcement(commitment=now, change=each)
    if not new and before is not None and before != now:
        yield Change(before=before, now=now)


def _written(each: WrittenChange, since: date, until: date) -> Iterator[News]:
    before, now = each.before, each.now
    if isinstance(before, Edition | Group) or isinstance(now, Edition | Group):
        return
    if isinstance(now, Commitment) and each.change is not Written.MENDED:
        for news in _commitment(before, now, since, until):
            yield replace(news, reason=each.reason) if isinstance(news, Change) else news
        return
    yield Change(
        before=before,
        now=now,
        mended=each.change is Written.MENDED,
        reason=each.reason,
        late=each.change is Written.ADDED,
    )


def _disputes(knowledge: Knowledge, since: date, until: date) -> Iterator[Disputed]:
    for reservation in knowledge.known(Reservation, until):
        for each in reservation.disputes:
            if since < each.known_on.last <= until:
                yield Disputed(reservation=reservation, dispute=each)
