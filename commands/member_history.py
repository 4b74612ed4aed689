"""What became known of a member: figures, commitments, its own words and goals."""

from collections.abc import Iterator

from commands import positions
from commands.briefing import Sentence
from commands.commitment_history import disputes, status_happening
from commands.distance import dated
from commands.draft import Draft
from commands.happenings import Happening, ended, happening, revisions, told
from commands.voice import Values
from data import rules
from data.dates import PartialDate
from data.facts.records import Pledge, Request, Stance
from data.members import Member
from data.messages import mark
from data.rules import (
    Commitment,
    Fulfilment,
    Gap,
    Indicator,
    Reservation,
    Series,
    Status,
)

_TOLD = (Stance, Reservation, Pledge, Request, Fulfilment)


def happenings(draft: Draft, member: Member) -> list[Happening]:
    """In no order."""
    return [*_figures(draft, member), *_commitments(draft, member), *_records(draft, member)]


def _figures(draft: Draft, member: Member) -> Iterator[Happening]:
    ledger = draft.desk.knowledge.ledger
    every = ledger.all_series(member.id, Indicator.SHARE_OF_GDP, draft.as_of)
    for place, series in enumerate(every):
        edition = series.edition
        line, weak = _figure(draft, member, every[place:]), edition.weak
        if series.gap is not None:
            line = draft.say(mark("{line} {gap}"), line=line, gap=_gap(draft, series.gap))
        yield happening(
            draft, mark("Figures"), edition.published_on, line, edition.cites, weak=weak
        )
    held = {each.edition.id for each in every}
    for edition in ledger.published_by(draft.as_of):
        for gap in edition.gaps if edition.id not in held else ():
            if member.id in gap.members and gap.indicator is Indicator.SHARE_OF_GDP:
                line, day = _gap(draft, gap), edition.published_on
                yield happening(draft, mark("Figures"), day, line, gap.cites)


def _gap(draft: Draft, gap: Gap) -> Sentence:
    year = draft.year(gap.years[-1], gap.cites)
    if gap.reason == "blank_in_edition":
        return draft.say(mark("NATO's edition leaves {year} blank."), year=year)
    return draft.say(mark("NATO's edition reports {year}; the copy held here lacks it."), year=year)


_REVISED: dict[tuple[bool, bool], str] = {
    (True, True): mark(
        "NATO's edition gives {share}; for {year} it gives {now}, {change} more than the edition "
        "of {edition} ({then})."
    ),
    (False, True): mark(
        "NATO's edition gives {share}; for {year} it gives {now}, {change} less than the edition "
        "of {edition} ({then})."
    ),
    (True, False): mark(
        "NATO's edition gives {share}, {change} more than the edition of {edition} ({then})."
    ),
    (False, False): mark(
        "NATO's edition gives {share}, {change} less than the edition of {edition} ({then})."
    ),
}
"""By: revised upwards, and an earlier year than the newest."""


def _figure(draft: Draft, member: Member, series: tuple[Series, ...]) -> Sentence:
    """The newest share of the first series, and what it changed of the one before."""
    newest = series[0]
    share = rules.share_of(newest, newest.latest, "share")
    found = rules.revision_of(series)
    if found is None:
        return draft.say(mark("NATO's edition gives {share}."), share=dated(draft, share))
    before = next(each.edition for each in series if each.edition.id == found.before.edition)
    earlier = found.year != newest.latest.year
    values: Values = {
        "share": dated(draft, share),
        "year": draft.year_of(found.after),
        "now": draft.figure(found.after),
        "then": draft.figure(found.before),
        "change": draft.figure(found.change, absolute=True),
        "edition": draft.published(before),
    }
    _derive(draft, member, newest, found.change)
    line = draft.say(_REVISED[found.change.value > 0, earlier], **values)
    if not found.rebased:
        return line
    return draft.say(
        mark("{line} It counts core defence expenditure and restates all years."), line=line
    )


def _derive(draft: Draft, member: Member, series: Series, change: rules.Step) -> None:
    subject = draft.say(
        mark("{member}: NATO's edition of {edition}"),
        member=draft.party(member.id),
        edition=draft.published(series.edition),
    )
    rule = draft.say(mark("The share in this edition, less the share of the same year before."))
    draft.derive(subject, rule, [change])


def _commitments(draft: Draft, member: Member) -> Iterator[Happening]:
    """Changes from the day it joined on, and what it was bound by on that day."""
    known = draft.desk.knowledge.commitments(draft.as_of)
    titles = {each.id: each.title for each in known}
    changes = [(commitment, change) for commitment in known for change in commitment.history]
    # What was agreed is the news; what it ended follows.
    changes.sort(key=lambda pair: pair[1].status in (Status.SUPERSEDED, Status.WITHDRAWN))
    for commitment, change in changes:
        day = max(change.on.last, change.known_on.last)
        if day <= draft.as_of and member.is_member_on(day):
            yield status_happening(draft, commitment, change, titles)
    for commitment in known if member.is_member_on(draft.as_of) else ():
        yield from _bound(draft, member, commitment)


def _bound(draft: Draft, member: Member, commitment: Commitment) -> Iterator[Happening]:
    """What had been agreed before it joined, and bound it from then on."""
    agreed = commitment.status_on(member.joined)
    if agreed is None or agreed.status is not Status.AGREED or agreed.on.last >= member.joined:
        return
    line = draft.say(
        mark("joined NATO; agreed before, and asked of it since: {title}."),
        title=draft.claim(commitment.title, agreed.cites),
    )
    yield happening(draft, mark("Joined"), PartialDate.of(member.joined), line, member.cites)


def _records(draft: Draft, member: Member) -> Iterator[Happening]:
    """Its own words and what others say of it, its readings, goals, wishes and duties."""
    states = [each for each in revisions(draft, _TOLD) if _is_about(each.fact, member)]
    for each in states:
        match each.fact:
            case Stance() as fact:
                line = positions.stance_fact(draft, fact)
                known, weak = fact.known_on, fact.weak
                yield told(draft, line, fact.said_on, fact.cites, known=known, weak=weak)
            case Reservation() as fact:
                yield _claimed(draft, mark("Own reading"), fact)
                yield from disputes(draft, fact)
            case Pledge() as fact:
                yield _claimed(draft, mark("Own goal"), fact)
            case Request() as fact:
                yield _claimed(draft, mark("Request"), fact)
            case Fulfilment() as fact:
                yield _claimed(draft, mark("Duty"), fact)
            case _:
                pass
    yield from ended(draft, states)


def _is_about(fact: object, member: Member) -> bool:
    match fact:
        case Stance() | Reservation():
            return fact.member == member.id
        case Pledge() | Request() | Fulfilment():
            return member.id in fact.members
        case _:
            return False


def _claimed(
    draft: Draft, label: str, fact: Reservation | Pledge | Request | Fulfilment
) -> Happening:
    line = draft.say("{claim}", claim=draft.claim(fact.claim, fact.cites))
    return happening(draft, label, fact.known_on, line, fact.cites, weak=fact.weak)
