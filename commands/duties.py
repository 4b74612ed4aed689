"""The line on a plan or a review: what is asked, and what is known of it."""

from commands.briefing import Fact, Sentence
from commands.draft import Draft
from data.messages import mark
from data.rules import AnnualPlan, Assessment, Duty, DutyState, Review
from data.sources import Cite

_STATES: dict[DutyState, str] = {
    DutyState.DONE: mark("{claim} {year}: done. {evidence}"),
    DutyState.NOT_DONE: mark("{claim} {year}: not done. {evidence}"),
    DutyState.DISPUTED: mark("{claim} {year}: sources contradict each other. {evidence}"),
    DutyState.DUE: mark("{claim} {year}: due, and nothing is known of it yet."),
    DutyState.UNKNOWN: mark("{claim} {year}: nothing held here says whether it was done."),
}


def duty_fact(draft: Draft, assessment: Assessment, clause: AnnualPlan | Review) -> Fact:
    label = mark("Annual plans") if isinstance(clause, AnnualPlan) else mark("Review")
    claim = draft.claim(clause.claim, clause.cites)
    newest = next((each for each in reversed(assessment.duties)), None)
    if newest is None or newest.state is DutyState.AHEAD:
        return Fact(label=draft.voice.text(label), sentence=draft.say("{claim}", claim=claim))
    sentence = draft.say(
        _STATES[newest.state],
        claim=claim,
        year=draft.year(newest.year, _cites(newest, clause)),
        **_evidence(draft, newest),
    )
    return Fact(label=draft.voice.text(label), sentence=sentence, verdict=assessment.verdict)


def _cites(duty: Duty, clause: AnnualPlan | Review) -> tuple[Cite, ...]:
    found = tuple(cite for each in duty.evidence for cite in each.cites)
    return found or clause.cites


def _evidence(draft: Draft, duty: Duty) -> dict[str, Sentence]:
    if not duty.evidence:
        return {}
    claims = [draft.claim(each.claim, each.cites) for each in duty.evidence]
    said = draft.say("{claim}", claim=claims[0])
    for claim in claims[1:]:
        said = draft.say(mark("{said} {claim}"), said=said, claim=claim)
    return {"evidence": said}
