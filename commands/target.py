"""`/target Spain`: what is asked of a member and by when, where it stands, what it says itself."""

from datetime import date

from commands import clauses, editions
from commands.briefing import Briefing, Fact, FollowUp, Section
from commands.desk import Desk
from commands.distance import dated
from commands.draft import Draft
from commands.headline import lead
from commands.positions import says_section, weak_caveats
from commands.standing import Arrival, Standing, ended, standings
from commands.voice import Values
from data import rules
from data.members import Member
from data.messages import mark
from data.rules import RULES, Assessment, Category, ShareTarget, Status

_STATUS: dict[Status, str] = {
    Status.AGREED: mark("Agreed: {title} ({day})"),
    Status.PROPOSED: mark("Proposed, not agreed: {title} ({day})"),
    Status.DEMANDED: mark("Demanded, not agreed: {title} ({day})"),
}


def brief(desk: Desk, member: Member, as_of: date) -> Briefing:
    draft = Draft(desk, as_of)
    found = standings(desk.knowledge, member, as_of)
    opening = lead(draft, member, found)
    sections = [_section(draft, each) for each in found if member.is_member_on(as_of)]
    sections.append(says_section(draft, member))
    sections.append(_ended_section(draft))
    headline = next((each.headline for each in found if each.headline is not None), None)
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
    caveats.extend(weak_caveats(draft, member))
    for each in found:
        _derive(draft, each)
    return draft.finish(
        "target",
        title=draft.say(mark("{member}: defence spending"), member=draft.party(member.id)),
        lead=opening,
        verdict=headline.verdict if headline is not None else None,
        sections=sections,
        caveats=caveats,
        edition=headline.series.edition if headline is not None and headline.series else None,
        follow_ups=(
            FollowUp(command="stance", arguments=desk.party_name(member.id)),
            FollowUp(command="summit", arguments=""),
        ),
    )


def _section(draft: Draft, standing: Standing) -> Section:
    commitment, change = standing.commitment, standing.change
    facts: list[Fact] = []
    for assessment in standing.assessments:
        brief_only = change.status is Status.DEMANDED
        facts.extend(clauses.clause_facts(draft, assessment, brief_only=brief_only))
        if (alone := _core_alone(draft, standing, assessment)) is not None:
            facts.append(alone)
        if assessment.step is not None and (arrival := standing.arrival) is not None:
            facts.append(_arrival_fact(draft, arrival))
    title = draft.say(
        _STATUS[change.status],
        title=draft.claim(commitment.title, change.cites),
        day=draft.moment(change.on, change.cites),
    )
    return Section(title=title, facts=tuple(facts))


def _core_alone(draft: Draft, standing: Standing, assessment: Assessment) -> Fact | None:
    """Where core spending alone reaches the total, that much is known of the total."""
    clause, headline = assessment.clause, standing.headline
    if not isinstance(clause, ShareTarget) or clause.category is not Category.TOTAL:
        return None
    if headline is None or headline.share is None or headline.share.value < clause.share:
        return None
    return Fact(
        label=draft.voice.text(mark("Core alone")),
        sentence=draft.say(
            mark("Core defence alone, at {latest}, reaches that total."),
            latest=dated(draft, headline.share),
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


def _ended_section(draft: Draft) -> Section:
    """Commitments considered that do not apply any more, and why."""
    knowledge = draft.desk.knowledge
    titles = {each.id: each.title for each in knowledge.commitments(draft.as_of)}
    facts: list[Fact] = []
    for commitment, change in ended(knowledge, draft.as_of):
        values: Values = {
            "title": draft.claim(commitment.title, commitment.history[0].cites),
            "day": draft.moment(change.on, change.cites),
        }
        successor = titles.get(commitment.superseded_by or "")
        if change.status is Status.SUPERSEDED and successor is not None:
            values["successor"] = draft.claim(successor, change.cites)
            template = mark("{title}: superseded on {day} by {successor}.")
        elif change.status is Status.SUPERSEDED:
            template = mark("{title}: superseded on {day}.")
        else:
            template = mark("{title}: withdrawn on {day}.")
        label = draft.voice.text(mark("No longer"))
        facts.append(Fact(label=label, sentence=draft.say(template, **values)))
    return Section(title=draft.say(mark("Considered, and not applied")), facts=tuple(facts))


def _derive(draft: Draft, standing: Standing) -> None:
    for assessment in standing.assessments:
        steps = list(assessment.steps)
        arrival = standing.arrival if assessment.step is not None else None
        if arrival is not None:
            steps.extend((arrival.reached, arrival.late))
        draft.derive(
            draft.say(
                mark("{title}: {claim}"),
                title=draft.claim(standing.commitment.title, standing.change.cites),
                claim=draft.claim(assessment.clause.claim, assessment.clause.cites),
            ),
            draft.say(RULES[assessment.reason]),
            steps,
        )
