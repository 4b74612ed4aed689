"""`/target Spain`: what is asked of a member and by when, where it stands, what it says itself."""

from collections.abc import Mapping
from datetime import date

from commands import clauses, editions, target_chart
from commands.briefing import Briefing, Fact, FollowUp, Section, Sentence
from commands.commitments import find_commitment
from commands.desk import Desk
from commands.disagreements import Disagreements
from commands.distance import dated
from commands.draft import Draft
from commands.headline import lead
from commands.positions import says_section, weak_caveats
from commands.standing import alone, parts, survey
from commands.voice import Values
from data import rules
from data.members import Member
from data.messages import mark
from data.rules import (
    COMPOSITIONS,
    RULES,
    Arrival,
    Assessment,
    Commitment,
    Composition,
    Judgement,
    SetAside,
    ShareTarget,
    Status,
    Survey,
)

_STATUS: dict[Status, str] = {
    Status.AGREED: mark("Agreed: {title} ({day})"),
    Status.PROPOSED: mark("Proposed, not agreed: {title} ({day})"),
    Status.DEMANDED: mark("Demanded, not agreed: {title} ({day})"),
    Status.SUPERSEDED: mark("Superseded on {day}, judged as if it still held: {title}"),
    Status.WITHDRAWN: mark("Withdrawn on {day}, judged as if it still held: {title}"),
}

_SET_ASIDE: dict[SetAside, str] = {
    SetAside.SUPERSEDED: mark("{title}: superseded on {day}."),
    SetAside.WITHDRAWN: mark("{title}: withdrawn on {day}."),
    SetAside.NOT_A_MEMBER: mark("{title}: agreed on {day}, when the country was not yet a member."),
}
_OPEN: dict[SetAside, str] = {
    SetAside.ONLY_PROPOSED: mark("{title}: proposed on {day}, not agreed."),
    SetAside.ONLY_DEMANDED: mark("{title}: demanded on {day}, not agreed."),
}


def ask(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    member, text = desk.member(arguments["member"]), arguments.get("commitment")
    only = find_commitment(desk, text, as_of) if text else None
    return brief(desk, member, as_of, only=only)


def brief(desk: Desk, member: Member, as_of: date, *, only: Commitment | None = None) -> Briefing:
    """What all commitments ask, or `only` one; that is judged even where it does not hold."""
    draft = Draft(desk, as_of)
    found = survey(desk.knowledge, member, as_of)
    if only is not None:
        found = alone(desk.knowledge, found, only)
    shown = (*found.agreed, *found.open) if member.is_member_on(as_of) else ()
    opening = lead(draft, member, found, only=only)
    sections = [_section(draft, each, in_full=only is not None) for each in shown]
    sections.append(says_section(draft, member, only))
    set_aside = _set_aside_section(draft, found)
    if only is None or not shown:
        sections.append(set_aside)
    else:
        opening += [fact.sentence for fact in set_aside.facts]
    headline = next((each.headline for each in shown if each.headline is not None), None)
    caveats = editions.caveats(draft, headline) if headline is not None else []
    if headline is not None and headline.verdict is rules.Verdict.ON_COURSE:
        caveats.append(
            draft.say(
                mark(
                    "On course compares the pace of past years with the pace needed; it does not "
                    "weigh what {member} says it will do."
                ),
                member=draft.party(member.id, "inside"),
            )
        )
    disagreements = Disagreements(draft)
    disputed = disagreements.about_member(member)
    if only is not None:
        disputed = [each for each in disputed if each.subject.commitment == only.id]
    caveats.extend(disagreements.tell(disputed))
    caveats.extend(weak_caveats(draft, member, only))
    for each in shown:
        _derive(draft, each)
    return draft.finish(
        "target",
        subject=member.id,
        title=_title(draft, member, only),
        lead=opening,
        verdict=headline.verdict if headline is not None else None,
        sections=sections,
        chart=target_chart.chart(draft, headline, only=only),
        caveats=caveats,
        edition=headline.series.edition if headline is not None and headline.series else None,
        follow_ups=(
            FollowUp(command="stance", arguments=desk.party_name(member.id)),
            FollowUp(command="summit", arguments=""),
            FollowUp(command="history", arguments=desk.party_name(member.id)),
        ),
    )


def _title(draft: Draft, member: Member, only: Commitment | None) -> Sentence:
    name = draft.party(member.id)
    if only is None:
        return draft.say(mark("{member}: defence spending"), member=name)
    title = draft.name(only.title, only.history[0].cites)
    return draft.say(mark("{member}: {commitment}"), member=name, commitment=title)


def _section(draft: Draft, judgement: Judgement, *, in_full: bool) -> Section:
    commitment, change = judgement.commitment, judgement.status
    assert change is not None
    facts: list[Fact] = []
    for assessment in parts(judgement):
        brief_only = change.status is Status.DEMANDED and not in_full
        facts.extend(clauses.clause_facts(draft, assessment, brief_only=brief_only))
        if (alone := _core_alone(draft, assessment)) is not None:
            facts.append(alone)
        if assessment.step is not None and (arrival := judgement.arrival) is not None:
            facts.append(_arrival_fact(draft, arrival))
    if in_full or change.status is not Status.DEMANDED:
        facts.append(_whole(draft, judgement))
    title = draft.say(
        _STATUS[change.status],
        title=draft.claim(commitment.title, change.cites),
        day=draft.moment(change.on, change.cites),
    )
    return Section(title=title, facts=tuple(facts))


def _whole(draft: Draft, judgement: Judgement) -> Fact:
    """The verdict on the commitment, and what can be said where a part of it is unknown."""
    rule = draft.term(COMPOSITIONS[judgement.composition])
    sentence = draft.say("{rule}", rule=rule)
    if judgement.composition is Composition.A_PART_UNKNOWN:
        sentence = draft.say(
            mark("{rule} What can be judged: {verdict}."),
            rule=rule,
            verdict=draft.term(clauses.VERDICTS[judgement.known]),
        )
    return Fact(
        label=draft.voice.text(mark("As a whole")), sentence=sentence, verdict=judgement.verdict
    )


def _core_alone(draft: Draft, assessment: Assessment) -> Fact | None:
    """Where core spending alone reaches the total, that much is known of the total."""
    clause, lower = assessment.clause, assessment.lower
    if not isinstance(clause, ShareTarget) or lower is None or lower.value < clause.share:
        return None
    return Fact(
        label=draft.voice.text(mark("Core alone")),
        sentence=draft.say(
            mark("Core defence alone, at {latest}, reaches that total."),
            latest=dated(draft, lower),
        ),
    )


def _arrival_fact(draft: Draft, arrival: Arrival) -> Fact:
    values: Values = {
        "step": clauses.increase(draft, arrival.step),
        "reached": draft.figure(arrival.reached),
        "late": draft.figure(arrival.late, absolute=True),
    }
    if arrival.late.value > 0:
        template = mark("At exactly {step} it arrives in {reached}, {late} late.")
    elif arrival.late.value == 0:
        template = mark("At exactly {step} it arrives in {reached}, on time.")
    else:
        template = mark("At exactly {step} it arrives in {reached}, {late} early.")
    label = draft.voice.text(mark("At that step"))
    return Fact(label=label, sentence=draft.say(template, **values))


def _set_aside_section(draft: Draft, found: Survey) -> Section:
    """Commitments considered that do not apply, and why; what is open has its own section."""
    titles = {each.id: each.title for each in draft.desk.knowledge.commitments(draft.as_of)}
    facts: list[Fact] = []
    for each in found.set_aside:
        template = _SET_ASIDE.get(each.why)
        if template is None and found.member.is_member_on(found.as_of):
            continue
        commitment = each.commitment
        values: Values = {
            "title": draft.claim(commitment.title, commitment.history[0].cites),
            "day": draft.moment(each.since.on, each.since.cites),
        }
        successor = titles.get(commitment.superseded_by or "")
        if each.why is SetAside.SUPERSEDED and successor is not None:
            values["successor"] = draft.claim(successor, each.since.cites)
            template = mark("{title}: superseded on {day} by {successor}.")
        label = mark("No longer") if template is not None else mark("Not asked")
        if each.why is SetAside.NOT_A_MEMBER:
            label = mark("Not asked")
        facts.append(
            Fact(
                label=draft.voice.text(label),
                sentence=draft.say(template or _OPEN[each.why], **values),
            )
        )
    return Section(title=draft.say(mark("Considered, and not applied")), facts=tuple(facts))


def _derive(draft: Draft, judgement: Judgement) -> None:
    change = judgement.status
    assert change is not None
    for assessment in parts(judgement):
        steps = list(assessment.steps)
        arrival = judgement.arrival if assessment.step is not None else None
        if arrival is not None:
            steps.extend((arrival.reached, arrival.late))
        draft.derive(
            draft.say(
                mark("{title}: {claim}"),
                title=draft.claim(judgement.commitment.title, change.cites),
                claim=draft.claim(assessment.clause.claim, assessment.clause.cites),
            ),
            draft.say(RULES[assessment.reason]),
            steps,
        )
