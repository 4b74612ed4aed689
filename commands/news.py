"""One line on each thing that changed."""

from collections.abc import Sequence

from commands import gatherings, positions
from commands.briefing import Fact, Sentence
from commands.draft import Draft
from commands.news_changes import Announcement, Change, Disputed
from commands.voice import Values
from data.facts import knowledge
from data.facts.records import Attendance, Group, Meeting, Pledge, Request, Stance, Statement
from data.messages import mark
from data.rules import Commitment, Fulfilment, Reservation, Status
from data.sources import Cite, Grade

STATUSES: dict[Status, str] = {
    Status.AGREED: mark("Agreed"),
    Status.PROPOSED: mark("Proposed"),
    Status.DEMANDED: mark("Demanded"),
    Status.SUPERSEDED: mark("Superseded"),
    Status.WITHDRAWN: mark("Dropped"),
}

_LONGEST_REASON = 200
"""A longer one leaves no room for what it is about, and cannot be cut: the log has it."""

_STATEMENTS: dict[str, str] = {
    "assurance": mark("Assurance"),
    "estimate": mark("Estimate"),
    "warning": mark("Warning"),
    "expectation": mark("Expectation"),
    "decision": mark("Decision due"),
    "count": mark("Count"),
    "figure": mark("Reported spending"),
}


def fact_of(draft: Draft, change: Change) -> Fact:
    """A new fact with what is thin about its evidence, or what was corrected or withdrawn."""
    if change.before is not None:
        return _with_reason(draft, _ended(draft, change, change.before), change)
    fact = change.fact
    line = _line(draft, fact)
    sentence = line.sentence
    if change.late and not isinstance(fact, Attendance | Stance | Statement | Commitment):
        day = draft.moment(fact.known_on, fact.cites)
        sentence = draft.say(mark("{line} (known {day})"), line=sentence, day=day)
    if fact.weak is not None and not isinstance(fact, Statement):
        weak = draft.claim(fact.weak, cites_of(fact))
        sentence = draft.say(mark("{line} Weak evidence: {weak}"), line=sentence, weak=weak)
    return Fact(label=line.label, sentence=sentence)


def dispute_fact(draft: Draft, found: Disputed) -> Fact:
    claim = draft.claim(found.dispute.claim, found.dispute.cites)
    return _fact(draft, mark("Disputed"), draft.say("{claim}", claim=claim))


def status_fact(
    draft: Draft, found: Announcement, ended: tuple[Announcement, ...], *, short: bool
) -> Fact:
    """A commitment's new status, with what it says unless `short`; `ended` are those that it takes
    the place of."""
    change, commitment = found.change, found.commitment
    values: Values = {
        "title": draft.claim(commitment.title, change.cites),
        "day": draft.moment(change.on, change.cites),
        "claim": draft.claim(commitment.claim, change.cites),
    }
    over = change.status in (Status.SUPERSEDED, Status.WITHDRAWN)
    template = mark("{title}, {day}.") if short or over else mark("{title}, {day}: {claim}")
    sentence = draft.say(template, **values)
    if ended:
        others = listed(draft, [draft.say("{title}", title=_title(draft, each)) for each in ended])
        sentence = draft.say(
            mark("{line} It takes the place of {others}."), line=sentence, others=others
        )
    return _fact(draft, STATUSES[change.status], sentence)


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


def listed(draft: Draft, sentences: list[Sentence]) -> Sentence:
    """`one, another, a third`."""
    found, *others = sentences
    for each in others:
        found = draft.say(mark("{first}, {next}"), first=found, next=each)
    return found


def meeting_name(draft: Draft, key: str) -> Sentence:
    for meeting in draft.desk.knowledge.meetings(draft.as_of):
        if meeting.meeting == key:
            return gatherings.name_of(draft, meeting)
    # Somebody's coming may be known before the meeting's own record is.
    return draft.say(mark("A meeting not recorded yet"))


def best(draft: Draft, cites: Sequence[Cite]) -> tuple[Cite, ...]:
    """The one source to name where there is room for no more: the best that was out by then."""
    sources = draft.desk.knowledge.sources

    def rank(cite: Cite) -> tuple[bool, int]:
        source = sources[cite.source]
        return source.published_on.first > draft.as_of, list(Grade).index(source.grade)

    return tuple(sorted(cites, key=rank)[:1])


def cites_of(fact: knowledge.Fact) -> tuple[Cite, ...]:
    return fact.history[0].cites if isinstance(fact, Commitment) else fact.cites


def _title(draft: Draft, found: Announcement) -> Sentence:
    title = draft.claim(found.commitment.title, best(draft, found.change.cites))
    return draft.say("{title}", title=title)


def _fact(draft: Draft, label: str, sentence: Sentence) -> Fact:
    return Fact(label=draft.voice.text(label), sentence=sentence)


def _ended(draft: Draft, change: Change, before: knowledge.Fact) -> Fact:
    values: Values = {"before": draft.claim(before.claim, cites_of(before))}
    if change.now is None:
        template = mark("no longer held to be so: {before}")
        return _fact(draft, mark("Withdrawn"), draft.say(template, **values))
    values["now"] = draft.claim(change.now.claim, cites_of(change.now))
    if change.mended:
        template = mark("{now} By a mistake here, it said: {before}")
        return _fact(draft, mark("Mended"), draft.say(template, **values))
    template = mark("{now} Before, it was: {before}")
    return _fact(draft, mark("Corrected"), draft.say(template, **values))


def _with_reason(draft: Draft, fact: Fact, change: Change) -> Fact:
    if change.reason is None or len(change.reason) > _LONGEST_REASON:
        return fact
    reason = draft.claim(change.reason, cites_of(change.fact))
    sentence = draft.say(mark("{line} Why: {reason}"), line=fact.sentence, reason=reason)
    return Fact(label=fact.label, sentence=sentence)


def _line(draft: Draft, fact: knowledge.Fact) -> Fact:
    match fact:
        case Attendance():
            line = gatherings.attendance_line(draft, fact)
            meeting = meeting_name(draft, fact.meeting)
            sentence = draft.say(mark("{meeting}: {line}"), meeting=meeting, line=line)
            return _fact(draft, gatherings.PRESENCES[fact.status], sentence)
        case Stance():
            line = positions.stance_fact(draft, fact)
            member = draft.party(fact.member)
            sentence = draft.say(mark("{member}: {line}"), member=member, line=line.sentence)
            return Fact(label=line.label, sentence=sentence)
        case Statement():
            return statement_fact(draft, fact)
        case Meeting():
            label = mark("Meeting")
        case Pledge():
            label = mark("National goal")
        case Fulfilment():
            label = mark("Duty")
        case Reservation():
            label = mark("Reservation")
        case Request():
            label = mark("Request")
        case Commitment():
            label = mark("Commitment")
        case Group():
            label = mark("Group")
    claim = draft.claim(fact.claim, cites_of(fact))
    return _fact(draft, label, draft.say("{claim}", claim=claim))
