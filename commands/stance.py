"""`/stance Spain`: what a member says of its targets, over time, and what others say of it."""

from collections.abc import Mapping
from datetime import date

from commands import positions, stance_moves, stances_course
from commands.briefing import Briefing, Fact, FollowUp, Section, Sentence
from commands.desk import Desk
from commands.disagreements import Disagreements
from commands.draft import Draft
from commands.voice import Values
from data.facts.records import Position, Stance
from data.members import Member
from data.messages import mark
from data.rules import Commitment


def ask(desk: Desk, arguments: Mapping[str, str], as_of: date) -> Briefing:
    return brief(desk, desk.member(arguments["member"]), as_of)


def brief(desk: Desk, member: Member, as_of: date) -> Briefing:
    draft = Draft(desk, as_of)
    own = positions.own_stances(draft, member)
    others = positions.remarks(draft, member)
    disagreements = Disagreements(draft)
    disputed = disagreements.about_member(member)
    newest = [each for each in disputed if own and own[0] in (side.fact for side in each.sides)]
    earlier = [each for each in disputed if each not in newest]
    steps = stance_moves.steps(draft, member)
    lead = [
        *_lead(draft, member, own),
        *stance_moves.sentence(draft, steps, words=len(own)),
        *disagreements.tell(newest),
    ]
    knowledge = desk.knowledge
    reservations = [
        fact
        for each in knowledge.reservations(member.id, as_of)
        for fact in positions.reservation_facts(draft, each)
    ]
    pledges = [
        positions.pledge_fact(draft, each) for each in reversed(knowledge.pledges(member.id, as_of))
    ]
    return draft.finish(
        "stance",
        subject=member.id,
        title=draft.say(mark("{member}: where it stands"), member=draft.party(member.id)),
        lead=lead,
        sections=[
            stance_moves.section(draft, steps),
            _section(draft, mark("Its own reading of the commitment"), reservations),
            _section(draft, mark("In its own words, newest first"), _facts(draft, own)),
            _section(draft, mark("What it set itself, newest first"), pledges),
            _section(draft, mark("What others say of it, newest first"), _facts(draft, others)),
        ],
        caveats=[
            *disagreements.tell(earlier),
            *_caveats(draft, (*own, *others)),
        ],
        follow_ups=(
            FollowUp(command="target", arguments=desk.party_name(member.id)),
            FollowUp(command="stances", arguments=""),
        ),
    )


def _section(draft: Draft, title: str, facts: list[Fact]) -> Section:
    return Section(title=draft.say(title), facts=tuple(facts))


def _facts(draft: Draft, stances: tuple[Stance, ...]) -> list[Fact]:
    return [positions.stance_fact(draft, each) for each in stances]


def _lead(draft: Draft, member: Member, own: tuple[Stance, ...]) -> list[Sentence]:
    day = draft.given(draft.as_of)
    if not own:
        return [
            draft.say(
                mark("No stance of {member} was recorded here by {day}."),
                member=draft.party(member.id, "inside"),
                day=day,
            )
        ]
    newest = own[0]
    assert newest.position is not None
    values: Values = {
        "member": draft.party(member.id, "start"),
        "line": positions.dated_claim(draft, newest),
    }
    template = positions.NEWEST_WORD[newest.position]
    earlier = _on_earlier_pledge(draft, newest)
    if earlier is not None:
        values["title"] = draft.name(earlier.title, earlier.history[0].cites)
        template = positions.ON_AN_EARLIER_PLEDGE[newest.position]
    lead = [draft.say(template, **values)]
    if newest.position is Position.UNDECLARED:
        lead.extend(_last_position(draft, own))
    return lead


def _on_earlier_pledge(draft: Draft, word: Stance) -> Commitment | None:
    """The text that a word is on, where that is not the target of the day."""
    knowledge = draft.desk.knowledge
    target = stances_course.target(knowledge, draft.as_of)
    if target is None or word.commitment in target.texts:
        return None
    known = knowledge.commitments(draft.as_of)
    return next((each for each in known if each.id == word.commitment), None)


def _last_position(draft: Draft, own: tuple[Stance, ...]) -> list[Sentence]:
    """A word that takes no position does not undo the position taken before it."""
    for each in own:
        if each.position is not None and each.position is not Position.UNDECLARED:
            line = positions.dated_claim(draft, each)
            return [draft.say(positions.LAST_POSITION[each.position], line=line)]
    return []


def _caveats(draft: Draft, stances: tuple[Stance, ...]) -> list[Sentence]:
    return [draft.weakness(each.weak, each.cites) for each in stances if each.weak is not None]
