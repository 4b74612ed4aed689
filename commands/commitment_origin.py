"""Who made a commitment, what became of it, what was asked to be changed, and who reads it
otherwise."""

from commands import positions
from commands.assuming import AssumingDraft
from commands.briefing import Fact, Section, Sentence
from commands.commitment_versions import successor
from commands.voice import Values
from data.facts.records import Request
from data.messages import mark
from data.rules import Commitment, Reservation, Status, StatusChange

_CHANGES: dict[Status, str] = {
    Status.AGREED: mark("Agreed"),
    Status.PROPOSED: mark("Proposed"),
    Status.DEMANDED: mark("Demanded"),
    Status.SUPERSEDED: mark("Superseded"),
    Status.WITHDRAWN: mark("Withdrawn"),
}
_BY: dict[Status, str] = {
    Status.AGREED: mark("Agreed by"),
    Status.PROPOSED: mark("Proposed by"),
    Status.DEMANDED: mark("Demanded by"),
    Status.SUPERSEDED: mark("Made by"),
    Status.WITHDRAWN: mark("Made by"),
}
_REQUESTS = {
    "later_year": mark("Later year"),
    "no_annual_increase": mark("No yearly rise"),
    "slower_start": mark("Slower start"),
    "other_split": mark("Other split"),
}


def history(draft: AssumingDraft, commitment: Commitment) -> Section:
    first = commitment.history[0]
    by_whom = draft.claim(commitment.by_whom, first.cites)
    facts = [_fact(draft, _BY[first.status], draft.say(mark("{whom}."), whom=by_whom))]
    facts.extend(
        _fact(draft, _CHANGES[each.status], _change(draft, commitment, each))
        for each in commitment.history
        if each.on.is_over_by(draft.as_of) and each.known_on.is_over_by(draft.as_of)
    )
    known = draft.desk.knowledge.commitments(draft.as_of)
    facts.extend(
        _fact(draft, mark("Takes over"), _named(draft, each))
        for each in known
        if each.id in commitment.adopts
    )
    for each in known:
        ended = successor(draft, each)
        if ended is not None and ended.id == commitment.id and each.id not in commitment.adopts:
            facts.append(_fact(draft, mark("Took the place of"), _named(draft, each)))
    return Section(title=draft.say(mark("Where it comes from")), facts=tuple(facts))


def _fact(draft: AssumingDraft, label: str, sentence: Sentence) -> Fact:
    return Fact(label=draft.voice.text(label), sentence=sentence)


def _change(draft: AssumingDraft, commitment: Commitment, change: StatusChange) -> Sentence:
    values: Values = {"day": draft.moment(change.on, change.cites)}
    later = successor(draft, commitment) if change.status is Status.SUPERSEDED else None
    template = mark("{day}.")
    if later is not None:
        values["successor"] = draft.claim(later.title, change.cites)
        template = mark("{day}, by {successor}.")
    line = draft.say(template, **values)
    if change.note is None:
        return line
    note = draft.claim(change.note, change.cites)
    return draft.say(mark("{line} {note}"), line=line, note=note)


def _named(draft: AssumingDraft, commitment: Commitment) -> Sentence:
    first = commitment.history[0]
    return draft.say(
        mark("{title} ({day})."),
        title=draft.claim(commitment.title, first.cites),
        day=draft.moment(first.on, first.cites),
    )


def requests(draft: AssumingDraft, commitment: Commitment) -> Section:
    """What was asked to be changed in it, or in what it took over; oldest first."""
    facts = [
        _fact(
            draft,
            _REQUESTS[each.change],
            draft.say(
                mark("{day}: {claim}"),
                day=draft.moment(each.known_on, each.cites),
                claim=draft.claim(each.claim, each.cites),
            ),
        )
        for each in _requests(draft, commitment)
    ]
    title = draft.say(mark("What members asked to have changed on the way"))
    return Section(title=title, facts=tuple(facts))


def _requests(draft: AssumingDraft, commitment: Commitment) -> list[Request]:
    texts = (commitment.id, *commitment.adopts)
    known = draft.desk.knowledge.known(Request, draft.as_of)
    return [each for each in known if each.commitment in texts]


def readings(draft: AssumingDraft, commitment: Commitment) -> list[Section]:
    """Members' own readings, each with those who dispute it."""
    return [
        Section(
            title=draft.say(
                mark("How {member} reads it"), member=draft.party(each.member, "inside")
            ),
            facts=tuple(positions.reservation_facts(draft, each)),
        )
        for each in _reservations(draft, commitment)
    ]


def _reservations(draft: AssumingDraft, commitment: Commitment) -> list[Reservation]:
    known = draft.desk.knowledge.known(Reservation, draft.as_of)
    return [each for each in known if each.commitment == commitment.id]


def weak(draft: AssumingDraft, commitment: Commitment) -> list[Sentence]:
    """What is thin about the evidence of the records shown."""
    shown = (*_requests(draft, commitment), *_reservations(draft, commitment))
    return [draft.weakness(each.weak, each.cites) for each in shown if each.weak is not None]
