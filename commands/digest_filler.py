"""What a digest is filled with on a day without news, never with the same twice in a row.

A digest knows the day of the one before it, and not the day before that. So each day has two
members to choose from, of which the second is taken where the digest before may have had the first.
"""

from datetime import date

from commands.anniversaries import Anniversary, anniversaries
from data.facts.knowledge import Knowledge
from data.members import Member


def choose(knowledge: Knowledge, day: date, since: date) -> Anniversary | Member | None:
    """What happened on this day, or else one member; `since` is the day of the digest before.

    No two digests in a row have the same where less than a year lies between them.
    """
    if found := anniversaries(knowledge, day):
        before = {each.key for each in anniversaries(knowledge, since)}
        for each in found:
            if each.key not in before:
                return each
    shown = {each.id for each in _pair(knowledge, since)}
    members = _members(knowledge, day)
    for each in (*_pair(knowledge, day), *members):
        if each.id not in shown:
            return each
    return members[0] if members else None


def _members(knowledge: Knowledge, day: date) -> list[Member]:
    """Nobody without armed forces, from whom no spending is asked."""
    return [each for each in knowledge.roster if each.is_member_on(day) and each.armed_forces]


def _pair(knowledge: Knowledge, day: date) -> tuple[Member, ...]:
    """Two members; no other day for a year and more has the same two.

    The first moves on by one each day. The second is so many behind it as it is rounds since the
    first came round, up to half of them: at more than half two days would share a pair.
    """
    members = _members(knowledge, day)
    count = len(members)
    if count < 3:
        return tuple(members[:1])
    round_, place = divmod(day.toordinal(), count)
    other = place + 1 + round_ % ((count - 1) // 2)
    return members[place], members[other % count]
