"""What became known between two days, as lines of an answer."""

from datetime import date

from commands import gatherings, positions
from commands.briefing import Fact, Sentence
from commands.draft import Draft
from commands.voice import Values
from data.facts.records import Attendance, Meeting, Pledge, Request, Stance, Statement
from data.messages import mark
from data.rules import Commitment, Edition, Fulfilment, Reservation, Status, StatusChange

_CHANGES: dict[Status, str] = {
    Status.AGREED: mark("{title}: agreed on {day}."),
    Status.PROPOSED: mark("{title}: proposed on {day}."),
    Status.DEMANDED: mark("{title}: demanded on {day}."),
    Status.SUPERSEDED: mark("{title}: superseded on {day}."),
    Status.WITHDRAWN: mark("{title}: withdrawn on {day}."),
}


_STATEMENTS: dict[str, str] = {
    "assurance": mark("Assurance"),
    "estimate": mark("Estimate"),
    "warning": mark("Warning"),
    "expectation": mark("Expectation"),
    "decision": mark("Decision due"),
    "count": mark("Count"),
}


def between(draft: Draft, since: date, until: date) -> list[Fact]:
    """Lines on all that became known after `since` and not after `until`, figures first."""
    knowledge = draft.desk.knowledge
    editions = [
        _edition(draft, each)
        for each in knowledge.ledger.editions
        if since < each.published_on.last <= until
    ]
    changed = [
        (commitment, change)
        for commitment in knowledge.commitments(until)
        for change in commitment.history
        if since < change.known_on.last <= until
    ]
    # What was agreed is the news; what it ended follows.
    changed.sort(key=lambda pair: pair[1].status in (Status.SUPERSEDED, Status.WITHDRAWN))
    changes = [_change(draft, commitment, change) for commitment, change in changed]
    others = [
        fact
        for revision in knowledge.became_known(since, until)
        if revision.is_known_on(until) and (fact := _line(draft, revision.fact)) is not None
    ]
    return [*editions, *changes, *others]


def weak_evidence(draft: Draft, since: date, until: date) -> list[Sentence]:
    """What is thin about the evidence of the facts that `between` tells, statements apart, which
    say so in their line."""
    found: list[Sentence] = []
    for revision in draft.desk.knowledge.became_known(since, until):
        fact = revision.fact
        if isinstance(fact, Commitment | Statement) or fact.weak is None:
            continue
        if revision.is_known_on(until):
            found.append(draft.weakness(fact.weak, fact.cites))
    return found


def last_day(draft: Draft, before: date) -> date | None:
    """The latest day up to `before` on which anything became known."""
    knowledge = draft.desk.knowledge
    days = [each.known_from for each in knowledge.revisions if each.known_from <= before]
    days += [
        each.published_on.last
        for each in knowledge.ledger.editions
        if each.published_on.last <= before
    ]
    days += [
        change.known_on.last
        for commitment in knowledge.commitments(before)
        for change in commitment.history
        if change.known_on.last <= before
    ]
    return max(days, default=None)


def _fact(draft: Draft, label: str, sentence: Sentence) -> Fact:
    return Fact(label=draft.voice.text(label), sentence=sentence)


def _edition(draft: Draft, edition: Edition) -> Fact:
    sentence = draft.say(
        mark("NATO published its expenditure figures of {day}: {title}."),
        day=draft.published(edition),
        title=draft.claim(edition.title, edition.cites),
    )
    return _fact(draft, mark("Figures"), sentence)


def _change(draft: Draft, commitment: Commitment, change: StatusChange) -> Fact:
    sentence = draft.say(
        _CHANGES[change.status],
        title=draft.claim(commitment.title, change.cites),
        day=draft.moment(change.on, change.cites),
    )
    return _fact(draft, mark("Commitment"), sentence)


def _line(draft: Draft, fact: object) -> Fact | None:
    """One line on a fact; None for a commitment, whose changes of status are told instead."""
    match fact:
        case Meeting():
            return _fact(draft, mark("Meeting"), _claim(draft, fact))
        case Attendance():
            line = gatherings.attendance_fact(draft, fact)
            meeting = _meeting_name(draft, fact.meeting)
            sentence = draft.say(mark("{meeting}: {line}"), meeting=meeting, line=line.sentence)
            return Fact(label=line.label, sentence=sentence)
        case Stance():
            line = positions.stance_fact(draft, fact)
            sentence = draft.say(
                mark("{member}: {line}"), member=draft.party(fact.member), line=line.sentence
            )
            return Fact(label=line.label, sentence=sentence)
        case Pledge():
            return _fact(draft, mark("National goal"), _claim(draft, fact))
        case Fulfilment():
            return _fact(draft, mark("Duty"), _claim(draft, fact))
        case Reservation():
            return _fact(draft, mark("Reservation"), _claim(draft, fact))
        case Request():
            return _fact(draft, mark("Request"), _claim(draft, fact))
        case Statement():
            return statement_fact(draft, fact)
        case _:
            return None


def statement_fact(draft: Draft, statement: Statement) -> Fact:
    """What was assured, estimated, warned of or expected is labelled so: it is not the outcome."""
    label = draft.voice.text(_STATEMENTS[statement.kind])
    values: Values = {
        "day": draft.moment(statement.said_on, statement.cites),
        "claim": draft.claim(statement.claim, statement.cites),
    }
    if statement.weak is None:
        return Fact(label=label, sentence=draft.say(mark("{day}: {claim}"), **values))
    values["weak"] = draft.claim(statement.weak, statement.cites)
    sentence = draft.say(mark("{day}: {claim} Weak evidence: {weak}"), **values)
    return Fact(label=label, sentence=sentence)


def _meeting_name(draft: Draft, key: str) -> Sentence:
    for meeting in draft.desk.knowledge.meetings(draft.as_of):
        if meeting.meeting == key:
            return gatherings.name_of(draft, meeting)
    # Somebody's coming may be known before the meeting's own record is.
    return draft.say(mark("A meeting not recorded yet"))


def _claim(draft: Draft, fact: Meeting | Pledge | Fulfilment | Reservation | Request) -> Sentence:
    return draft.say("{claim}", claim=draft.claim(fact.claim, fact.cites))
