"""What is asked of a member on a day, in the order a reader wants it."""

from datetime import date

from data import rules
from data.facts.knowledge import Knowledge
from data.members import Member
from data.rules import Assessment, Judgement, Survey


def survey(knowledge: Knowledge, member: Member, as_of: date) -> Survey:
    return rules.survey(
        knowledge.commitments(as_of),
        member,
        knowledge.ledger,
        as_of=as_of,
        fulfilments=knowledge.fulfilments(as_of),
    )


def parts(judgement: Judgement) -> tuple[Assessment, ...]:
    """What is asked about first comes first; the order is otherwise the text's own."""
    headline = judgement.headline
    return tuple(sorted(judgement.parts, key=lambda each: each is not headline))
