"""One member in focus: what is asked of it, where it stands, what it said last."""

from commands import clauses, positions
from commands.briefing import Fact
from commands.distance import dated
from commands.draft import Draft
from commands.news_topics import Line
from commands.standing import survey
from data.dates import PartialDate
from data.facts.records import Stance
from data.members import Member
from data.messages import mark
from data.rules import RULES, Assessment, ShareTarget


def lines(draft: Draft, member: Member) -> tuple[Line, ...]:
    """Where nothing is known of its spending, since when it is a member."""
    asked = survey(draft.desk.knowledge, member, draft.as_of)
    headlines = [each.headline for each in (*asked.agreed, *asked.open) if each.headline]
    told = next((each for each in headlines if each.share is not None), None)
    found = [_joined(member)] if told is None else [_asked(member, told), _stands(told)]
    found.extend(_said(each) for each in positions.own_stances(draft, member)[:1])
    return tuple(found)


def _asked(member: Member, found: Assessment) -> Line:
    def make(draft: Draft) -> Fact:
        clause = found.clause
        assert isinstance(clause, ShareTarget)
        subject = draft.say("{member}", member=draft.party(member.id))
        # The gap in money explains no verdict, and no line here says it.
        steps = (step for step in found.steps if step not in found.money)
        draft.derive(subject, draft.say(RULES[found.reason]), steps)
        return Fact(
            label=draft.voice.text(clauses.LABELS[clause.category]),
            sentence=clauses.asked(draft, found, clause),
            verdict=found.verdict,
        )

    return Line(make=make)


def _stands(found: Assessment) -> Line:
    def make(draft: Draft) -> Fact:
        assert found.share is not None
        sentence = draft.say("{latest}.", latest=dated(draft, found.share))
        return Fact(label=draft.voice.text(mark("Stands at")), sentence=sentence)

    return Line(make=make)


def _said(stance: Stance) -> Line:
    return Line(make=lambda draft: positions.stance_fact(draft, stance))


def _joined(member: Member) -> Line:
    def make(draft: Draft) -> Fact:
        day = draft.moment(PartialDate.of(member.joined), member.cites)
        sentence = draft.say(mark("member of NATO since {day}."), day=day)
        return Fact(label=draft.voice.text(mark("Joined")), sentence=sentence)

    return Line(make=make)
