"""The commitments, proposals and demands that name a claim's figure, with what became of them."""

from datetime import date

from commands.briefing import Fact
from commands.claim_draft import ClaimDraft
from commands.claim_sources import Figured
from commands.voice import Values
from data.messages import mark
from data.rules import Commitment, Status
from data.rules.commitments import StatusChange

_LABELS: dict[Status, str] = {
    Status.AGREED: mark("Agreed"),
    Status.PROPOSED: mark("Proposed, not agreed"),
    Status.DEMANDED: mark("Demanded, not agreed"),
}
_FORMER: dict[Status, str] = {
    Status.AGREED: mark("No longer in force"),
    Status.PROPOSED: mark("Once proposed"),
    Status.DEMANDED: mark("Once demanded"),
}
_ENDED: dict[Status, str] = {
    Status.SUPERSEDED: mark("{title} ({first}, superseded on {day}): {claim}"),
    Status.WITHDRAWN: mark("{title} ({first}, withdrawn on {day}): {claim}"),
}
_WAS: dict[Status, str] = {
    Status.AGREED: mark("agreed"),
    Status.PROPOSED: mark("proposed"),
    Status.DEMANDED: mark("demanded"),
    Status.SUPERSEDED: mark("superseded"),
    Status.WITHDRAWN: mark("withdrawn"),
}


def values(draft: ClaimDraft, commitment: Commitment, clause: Figured) -> Values:
    now, first = _now(draft, commitment), commitment.history[0]
    return {
        "title": draft.claim(commitment.title, first.cites),
        "claim": draft.claim(clause.claim, clause.cites),
        "day": draft.moment(now.on, now.cites),
        "first": draft.moment(first.on, first.cites),
    }


def fact(draft: ClaimDraft, commitment: Commitment, written: date, given: Values) -> Fact:
    """As it stands on the draft's day, and as it stood on the day of a message."""
    now, was = _now(draft, commitment), commitment.status_on(written)
    given = dict(given)
    template = mark("{title} ({day}): {claim}")
    if was is not None and was.status is not now.status:
        given["was"] = draft.term(_WAS[was.status])
        template = mark("{title} ({was} when this was written, until {day}): {claim}")
    elif now.status in _ENDED:
        template = _ENDED[now.status]
    elif was is None:
        template = mark("{title} ({day}, after this was written): {claim}")
    return Fact(label=_label(draft, commitment, now), sentence=draft.say(template, **given))


def _label(draft: ClaimDraft, commitment: Commitment, now: StatusChange) -> str:
    if now.status not in _ENDED:
        return draft.voice.text(_LABELS[now.status])
    # What was only ever proposed was never in force.
    stood = [each.status for each in commitment.history if each.status not in _ENDED]
    return draft.voice.text(_FORMER[stood[-1]])


def _now(draft: ClaimDraft, commitment: Commitment) -> StatusChange:
    now = commitment.status_on(draft.as_of)
    assert now is not None
    return now
