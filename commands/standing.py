"""What is asked of a member on a day, in the order a reader wants it."""

from dataclasses import replace
from datetime import date

from data import rules
from data.facts.knowledge import Knowledge
from data.members import Member
from data.rules import Assessment, Commitment, Judgement, Survey


def survey(knowledge: Knowledge, member: Member, as_of: date) -> Survey:
    return rules.survey(
        knowledge.commitments(as_of),
        member,
        knowledge.ledger,
        as_of=as_of,
        fulfilments=knowledge.fulfilments(as_of),
    )


def alone(knowledge: Knowledge, found: Survey, commitment: Commitment) -> Survey:
    """What one commitment asks. One that does not hold is judged as if it did, and is told among
    those that are open."""
    agreed = _of(found.agreed, commitment)
    others = _of(found.open, commitment)
    if not agreed and not others:
        judged = rules.judge(
            commitment,
            found.member,
            knowledge.ledger,
            as_of=found.as_of,
            fulfilments=knowledge.fulfilments(found.as_of),
        )
        others = (judged,)
    aside = tuple(each for each in found.set_aside if each.commitment.id == commitment.id)
    return replace(found, agreed=agreed, open=others, set_aside=aside)


def _of(judged: tuple[Judgement, ...], commitment: Commitment) -> tuple[Judgement, ...]:
    return tuple(each for each in judged if each.commitment.id == commitment.id)


def parts(judgement: Judgement) -> tuple[Assessment, ...]:
    """What is asked about first comes first; the order is otherwise the text's own."""
    headline = judgement.headline
    return tuple(sorted(judgement.parts, key=lambda each: each is not headline))
