"""One fact by its id: what it says, since when, what became of it, and what else is known of the
same."""

from collections.abc import Iterator, Sequence

from commands import gatherings, side_by_side
from commands.briefing import Briefing, FollowUp, Section, Sentence
from commands.briefing import Fact as Line
from commands.draft import Draft
from commands.happenings import Happening, ended, happening, revisions
from commands.news import cites_of, meeting_name
from commands.subjects import OneFact
from commands.voice import Values
from data.dates import PartialDate
from data.facts.knowledge import Fact, Revision
from data.facts.records import Attendance, Group, Meeting, Pledge, Request, Stance, Statement
from data.messages import mark
from data.rules import Commitment, Fulfilment, Reservation

_KINDS: dict[type[Fact], str] = {
    Meeting: mark("when and where a meeting is"),
    Attendance: mark("who comes to a meeting"),
    Stance: mark("what was said of where a member stands"),
    Reservation: mark("a member's own reading of a commitment"),
    Pledge: mark("what a member set itself"),
    Request: mark("what was asked to be changed in a proposal"),
    Fulfilment: mark("whether a duty was done"),
    Statement: mark("something said, which proves no outcome"),
    Group: mark("who belongs to a group"),
    Commitment: mark("what the Alliance asks of its members"),
}
_NATO = "NATO"


def brief(draft: Draft, subject: OneFact) -> Briefing:
    states = [each for each in revisions(draft, type(subject.fact)) if each.fact.id == subject.id]
    ends = sorted(ended(draft, states), key=lambda each: each.on, reverse=True)
    others = sorted(_same(draft, subject.fact), key=lambda each: each.on, reverse=True)
    about = _about(draft, subject.fact)
    return draft.finish(
        "history",
        subject=subject.id,
        title=draft.say(mark("{subject}: one fact and what became of it"), subject=about),
        lead=_lead(draft, states, ends),
        sections=[
            Section(title=draft.say(mark("The fact")), facts=tuple(_facts(draft, subject))),
            _section(draft, mark("What became of it, newest first"), ends),
            _section(draft, mark("What else is known of the same, newest first"), others),
        ],
        caveats=_weak(draft, subject.fact, others),
        follow_ups=tuple(_follow_ups(draft, subject.fact)),
    )


def _section(draft: Draft, title: str, found: Sequence[Happening]) -> Section:
    return Section(title=draft.say(title), facts=tuple(each.fact for each in found))


def _lead(draft: Draft, states: list[Revision], ends: Sequence[Happening]) -> list[Sentence]:
    """What it says now, or said last, and whether that still holds."""
    last, first = states[-1], states[0]
    cites = cites_of(last.fact)
    values: Values = {
        "claim": draft.claim(last.fact.claim, cites),
        "day": draft.moment(_known_on(last), cites),
        "as_of": draft.given(draft.as_of),
    }
    if last.known_until is not None and last.known_until <= draft.as_of:
        values["day"] = draft.moment(PartialDate.of(last.known_until), cites)
        line = draft.say(mark("Withdrawn on {day}. It said: {claim}"), **values)
    elif ends:
        values["day"] = draft.moment(PartialDate.of(last.known_from), cites)
        values["first"] = draft.moment(_known_on(first), cites_of(first.fact))
        template = mark("{claim} It says so since it was corrected on {day}; known since {first}.")
        return [draft.say(template, **values)]
    else:
        return [
            draft.say(mark("{claim} Known since {day}."), **values),
            draft.say(mark("It was neither corrected nor withdrawn by {as_of}."), **values),
        ]
    return [line]


def _known_on(state: Revision) -> PartialDate:
    """As precisely as it is recorded; a correction is known from the day that it governs."""
    fact = state.fact
    if isinstance(fact, Commitment) or fact.known_on.last != state.known_from:
        return PartialDate.of(state.known_from)
    return fact.known_on


def _facts(draft: Draft, subject: OneFact) -> Iterator[Line]:
    fact, cites = subject.fact, cites_of(subject.fact)
    yield _line(draft, mark("Kind"), draft.say(_KINDS[type(fact)]))
    if isinstance(fact, Stance | Statement | Reservation | Pledge) and fact.speaker is not None:
        speaker = draft.name(fact.speaker, cites)
        yield _line(draft, mark("Said by"), draft.say("{speaker}", speaker=speaker))
    if isinstance(fact, Stance | Statement):
        said = draft.say("{day}", day=draft.moment(fact.said_on, cites))
        yield _line(draft, mark("Said on"), said)
    if isinstance(fact, Stance | Reservation | Request | Fulfilment) and fact.commitment:
        named = _commitment(draft, fact.commitment)
        if named is not None:
            yield _line(draft, mark("About"), named)
    yield _line(draft, mark("Id"), draft.say("{id}", id=draft.name(subject.id, cites)))


def _line(draft: Draft, label: str, sentence: Sentence) -> Line:
    return Line(label=draft.voice.text(label), sentence=sentence)


def _about(draft: Draft, fact: Fact) -> Sentence:
    match fact:
        case Meeting() | Attendance():
            return meeting_name(draft, fact.meeting)
        case Stance() | Reservation():
            return draft.say("{name}", name=draft.party(fact.member))
        case Pledge() | Request() | Fulfilment():
            if not fact.members:
                return draft.say(mark("Members not named"))
            return side_by_side.parties(draft, fact.members)
        case Statement():
            return _subject(draft, fact.about)
        case Group():
            return draft.say("{name}", name=draft.name(fact.name, fact.cites))
        case Commitment():
            return draft.say("{name}", name=draft.name(fact.title, cites_of(fact)))


def _subject(draft: Draft, about: str) -> Sentence:
    """Of a statement: a commitment, a meeting, a member or NATO."""
    if about == _NATO or about in draft.desk.knowledge.roster:
        return draft.say("{name}", name=draft.party(about))
    return _commitment(draft, about) or meeting_name(draft, about)


def _commitment(draft: Draft, known_as: str) -> Sentence | None:
    for each in draft.desk.knowledge.commitments(draft.as_of):
        if each.id == known_as:
            title = draft.name(each.title, each.history[0].cites)
            return draft.say("{title}", title=title)
    return None


def _same(draft: Draft, fact: Fact) -> Iterator[Happening]:
    """Other records of the same subject, of which the newest is its present state."""
    for each in revisions(draft, type(fact)):
        other = each.fact
        if other.id == fact.id or not each.is_known_on(draft.as_of):
            continue
        match (fact, other):
            case (Meeting(), Meeting()) if other.meeting == fact.meeting:
                yield _told(draft, mark("Meeting"), other)
            case (Group(), Group()) if other.group == fact.group:
                yield _told(draft, mark("Group"), other)
            case (Attendance(), Attendance()) if _who(other) == _who(fact):
                yield _told(draft, gatherings.PRESENCES[other.status], other)
            case _:
                pass


def _who(each: Attendance) -> tuple[str, str, str | None]:
    return (each.meeting, each.party, each.person)


def _told(draft: Draft, label: str, fact: Meeting | Group | Attendance) -> Happening:
    line = draft.say("{claim}", claim=draft.claim(fact.claim, fact.cites))
    return happening(draft, label, fact.known_on, line, fact.cites, weak=fact.weak)


def _weak(draft: Draft, fact: Fact, others: Sequence[Happening]) -> list[Sentence]:
    own = [draft.weakness(fact.weak, cites_of(fact))] if fact.weak is not None else []
    return [*own, *(draft.weakness(e.weak, e.cites) for e in others if e.weak is not None)]


def _follow_ups(draft: Draft, fact: Fact) -> Iterator[FollowUp]:
    """The history that it is a part of."""
    match fact:
        case Meeting() | Attendance():
            asked = [fact.meeting]
        case Stance() | Reservation():
            asked = [fact.member]
        case Pledge() | Request() | Fulfilment():
            asked = list(fact.members[:1])
        case Statement():
            asked = [fact.about]
        case _:
            asked = []
    meetings = {each.meeting: each.name for each in draft.desk.knowledge.meetings(draft.as_of)}
    for each in asked:
        if each in draft.desk.knowledge.roster:
            yield FollowUp(command="history", arguments=draft.desk.party_name(each))
        elif each in meetings:
            yield FollowUp(command="history", arguments=draft.voice.recorded(meetings[each]))
