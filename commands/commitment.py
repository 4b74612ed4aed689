"""`/commitment The Hague`: what it says, where it comes from, who meets it, and what comes next."""

from collections.abc import Mapping
from datetime import date

from commands import commitment_origin, commitment_standing, commitment_versions
from commands.assuming import AssumingDraft
from commands.briefing import Briefing, Fact, FollowUp, Section, Sentence
from commands.clauses import LABELS
from commands.commitment_ahead import Due, ahead
from commands.commitment_standing import Standing
from commands.commitments import find_commitment, present_commitment
from commands.desk import Desk
from commands.disagreements import Disagreements
from commands.voice import Values
from data.facts.contradictions import contradictions
from data.messages import mark
from data.rules import (
    AnnualIncrease,
    AnnualPlan,
    Clause,
    Commitment,
    CountsTowards,
    Review,
    ShareTarget,
    Status,
    Undertaking,
)

_OPENINGS: dict[Status, str] = {
    Status.AGREED: mark("Agreed on {day}: {claim}"),
    Status.PROPOSED: mark("Proposed on {day}, not agreed: {claim}"),
    Status.DEMANDED: mark("Demanded on {day}, not agreed: {claim}"),
    Status.SUPERSEDED: mark("Superseded on {day}: {claim}"),
    Status.WITHDRAWN: mark("Withdrawn on {day}: {claim}"),
}
_SUPERSEDED_BY = mark("Superseded on {day} by {successor}: {claim}")


def ask(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    text = arguments.get("commitment")
    asked = find_commitment(desk, text, as_of) if text else present_commitment(desk, as_of)
    return brief(desk, asked, as_of)


def brief(desk: Desk, commitment: Commitment, as_of: date) -> Briefing:
    draft = AssumingDraft(desk, as_of)
    versions = commitment_versions.lineage(draft, commitment)
    standing = commitment_standing.of(draft, commitment)
    due = ahead(draft, commitment)
    lead = [
        _opening(draft, commitment),
        *(commitment_standing.sentence(draft, each) for each in standing[:1]),
        *_next(draft, due),
    ]
    sections = [
        Section(
            title=draft.say(mark("What it says")),
            facts=tuple(_clause(draft, each) for each in commitment.clauses),
        ),
        commitment_origin.history(draft, commitment),
        commitment_standing.section(draft, standing),
        Section(title=draft.say(mark("What comes next")), facts=tuple(each.fact for each in due)),
        commitment_origin.requests(draft, commitment),
        *commitment_origin.readings(draft, commitment),
    ]
    caveats = _caveats(draft, commitment)
    table = commitment_versions.table(draft, versions) if len(versions) > 1 else None
    _derive(draft, standing, due)
    return draft.finish(
        "commitment",
        title=draft.say("{title}", title=_title(draft, commitment)),
        lead=lead,
        sections=sections,
        table=table,
        caveats=caveats,
        edition=standing[0].edition if standing else None,
        follow_ups=_follow_ups(commitment, versions),
    )


def _title(draft: AssumingDraft, commitment: Commitment) -> Sentence:
    cites = commitment.history[0].cites
    return draft.say("{title}", title=draft.name(commitment.title, cites))


def _opening(draft: AssumingDraft, commitment: Commitment) -> Sentence:
    change = commitment.status_on(draft.as_of)
    assert change is not None
    values: Values = {
        "day": draft.moment(change.on, change.cites),
        "claim": draft.claim(commitment.claim, commitment.history[0].cites),
    }
    template = _OPENINGS[change.status]
    successor = commitment_versions.successor(draft, commitment)
    if successor is not None:
        values["successor"] = draft.claim(successor.title, change.cites)
        template = _SUPERSEDED_BY
    return draft.say(template, **values)


def _next(draft: AssumingDraft, due: list[Due]) -> list[Sentence]:
    """What comes first of all that has a year."""
    dated = next((each for each in due if each.year is not None), None)
    if dated is None:
        return []
    return [draft.say(mark("Next: {line}"), line=dated.fact.sentence)]


def _clause(draft: AssumingDraft, clause: Clause) -> Fact:
    match clause:
        case ShareTarget():
            label = LABELS[clause.category]
        case AnnualIncrease():
            label = mark("Yearly increase")
        case AnnualPlan():
            label = mark("Annual plans")
        case Review():
            label = mark("Review")
        case CountsTowards():
            label = mark("What counts")
        case Undertaking():
            label = mark("In words")
    claim = draft.claim(clause.claim, clause.cites)
    return Fact(label=draft.voice.text(label), sentence=draft.say("{claim}", claim=claim))


def _caveats(draft: AssumingDraft, commitment: Commitment) -> list[Sentence]:
    found = commitment_standing.cannot_be_counted(draft, commitment)
    if commitment.weak is not None:
        found.append(draft.weakness(commitment.weak, commitment.history[0].cites))
    found.extend(commitment_origin.weak(draft, commitment))
    standing = contradictions(draft.desk.knowledge, draft.as_of)
    mine = [each for each in standing if each.subject.commitment == commitment.id]
    found.extend(Disagreements(draft).tell(mine))
    return found


def _derive(draft: AssumingDraft, standing: list[Standing], due: list[Due]) -> None:
    draft.derive(
        draft.say(mark("Members at or above the share")),
        draft.say(
            mark(
                "Counted are the members whose share of the newest reported year is the one asked "
                "for or more."
            )
        ),
        [each.met for each in standing],
    )
    draft.derive(
        draft.say(mark("What comes next")),
        draft.say(mark("Whole years from that of the day asked about.")),
        [each.left for each in due if each.left is not None],
    )


def _follow_ups(commitment: Commitment, versions: tuple[Commitment, ...]) -> list[FollowUp]:
    others = [each for each in versions if each.id != commitment.id]
    return [
        *(FollowUp(command="commitment", arguments=each.id) for each in others),
        FollowUp(command="stances", arguments=""),
        FollowUp(command="sources", arguments=commitment.id),
    ]
