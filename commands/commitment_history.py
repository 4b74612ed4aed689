"""What became known of a commitment: its statuses, what it replaced, and what was said of it."""

from collections.abc import Iterator, Mapping

from commands.briefing import Sentence
from commands.draft import Draft
from commands.happenings import Happening, ended, happening, revisions, told
from commands.news import statement_fact
from data.facts.records import Request, Stance, Statement
from data.messages import mark
from data.rules import Commitment, Fulfilment, Reservation, Status, StatusChange

STATUSES: dict[Status, str] = {
    Status.AGREED: mark("Agreed"),
    Status.PROPOSED: mark("Proposed"),
    Status.DEMANDED: mark("Demanded"),
    Status.SUPERSEDED: mark("Superseded"),
    Status.WITHDRAWN: mark("Dropped"),
}

_CHANGED: dict[Status, str] = {
    Status.AGREED: mark("{title}, agreed by the Allies."),
    Status.PROPOSED: mark("{title}, not agreed."),
    Status.DEMANDED: mark("{title}, not agreed."),
    Status.SUPERSEDED: mark("{title}, superseded."),
    Status.WITHDRAWN: mark("{title}, withdrawn."),
}

_ABOUT = (Request, Reservation, Statement, Fulfilment)


def happenings(draft: Draft, commitment: Commitment) -> list[Happening]:
    """In no order."""
    states = [
        each
        for each in revisions(draft, Commitment)
        if isinstance(each.fact, Commitment) and each.fact.id == commitment.id
    ]
    return [
        *_statuses(draft, commitment),
        *_replaced(draft, commitment),
        *_said_of(draft, commitment),
        *ended(draft, states),
    ]


def stances(draft: Draft, commitment: Commitment) -> list[Stance]:
    """What was said of where members stand on it, which its history leaves out."""
    known = draft.desk.knowledge.known(Stance, draft.as_of)
    return [each for each in known if each.commitment == commitment.id]


def titles(draft: Draft) -> dict[str, str]:
    return {each.id: each.title for each in draft.desk.knowledge.commitments(draft.as_of)}


def status_happening(
    draft: Draft, commitment: Commitment, change: StatusChange, titles: Mapping[str, str]
) -> Happening:
    """A line that names the commitment. `titles` are of those that may have superseded it."""
    return _of(draft, change, _status(draft, commitment, change, titles))


def disputes(draft: Draft, reservation: Reservation) -> Iterator[Happening]:
    for each in reservation.disputes:
        if each.known_on.is_over_by(draft.as_of):
            line = draft.say("{claim}", claim=draft.claim(each.claim, each.cites))
            yield happening(draft, mark("Disputed"), each.known_on, line, each.cites)


def _status(
    draft: Draft, commitment: Commitment, change: StatusChange, titles: Mapping[str, str]
) -> Sentence:
    title = draft.claim(commitment.title, change.cites)
    successor = titles.get(commitment.superseded_by or "")
    if change.status is not Status.SUPERSEDED or successor is None:
        return draft.say(_CHANGED[change.status], title=title)
    by = draft.claim(successor, change.cites)
    return draft.say(mark("{title}, superseded by {successor}."), title=title, successor=by)


def _of(draft: Draft, change: StatusChange, line: Sentence) -> Happening:
    label, known = STATUSES[change.status], change.known_on
    return happening(draft, label, change.on, line, change.cites, known=known)


def _is_known(draft: Draft, change: StatusChange) -> bool:
    return max(change.on.last, change.known_on.last) <= draft.as_of


def _statuses(draft: Draft, commitment: Commitment) -> Iterator[Happening]:
    """The first says what it asks; the others what became of it."""
    named = titles(draft)
    for place, change in enumerate(each for each in commitment.history if _is_known(draft, each)):
        line = draft.say("{claim}", claim=draft.claim(commitment.claim, change.cites))
        if place:
            line = _status(draft, commitment, change, named)
        if change.note is not None:
            note = draft.claim(change.note, change.cites)
            line = draft.say(mark("{line} {note}"), line=line, note=note)
        yield _of(draft, change, line)


def _replaced(draft: Draft, commitment: Commitment) -> Iterator[Happening]:
    """What it took the place of."""
    for each in draft.desk.knowledge.commitments(draft.as_of):
        for change in each.history if each.superseded_by == commitment.id else ():
            if change.status is Status.SUPERSEDED and _is_known(draft, change):
                title = draft.claim(each.title, change.cites)
                line = draft.say(mark("It took the place of {title}."), title=title)
                known = change.known_on
                label = mark("Replaced")
                yield happening(draft, label, change.on, line, change.cites, known=known)


def _said_of(draft: Draft, commitment: Commitment) -> Iterator[Happening]:
    states = [each for each in revisions(draft, _ABOUT) if _is_about(each.fact, commitment)]
    for each in states:
        match each.fact:
            case Statement() as fact:
                line = statement_fact(draft, fact)
                yield told(draft, line, fact.said_on, fact.cites, known=fact.known_on)
            case Request() as fact:
                yield _claimed(draft, mark("Request"), fact)
            case Fulfilment() as fact:
                yield _claimed(draft, mark("Duty"), fact)
            case Reservation() as fact:
                yield _claimed(draft, mark("Own reading"), fact)
                yield from disputes(draft, fact)
            case _:
                pass
    yield from ended(draft, states)


def _claimed(draft: Draft, label: str, fact: Request | Fulfilment | Reservation) -> Happening:
    line = draft.say("{claim}", claim=draft.claim(fact.claim, fact.cites))
    return happening(draft, label, fact.known_on, line, fact.cites, weak=fact.weak)


def _is_about(fact: object, commitment: Commitment) -> bool:
    match fact:
        case Request() | Reservation() | Fulfilment():
            return fact.commitment == commitment.id
        case Statement():
            return fact.about == commitment.id
        case _:
            return False
