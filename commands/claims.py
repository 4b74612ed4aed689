"""Claims in free text: which percentage is said of which member, of which year, and in what sense.

Pure and without knowledge: what is true is for others to say. Reading is by rules a person can
follow. A percentage belongs to the member named nearest before it in its sentence, or to each of
several named together; in brackets behind it, or where no other is before it, to the one behind.
What is plainly of something else, such as inflation, is counted and left out.
"""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice

from commands.claim_figures import percentages
from commands.claim_kinds import Bound, Claim, Role
from commands.claim_members import mentions
from commands.claim_sentences import sentences
from commands.claim_text import Message

__all__ = ["Bound", "Claim", "Found", "Role", "find"]

MOST_FIGURES = 100
"""Percentages of a message that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """`others` counts percentages that are of something else, or of nobody in the Alliance."""

    claims: tuple[Claim, ...]
    others: int
    named: bool
    """Whether any member is named."""
    cut: bool
    """True where only the beginning of the message was read."""


def find(text: str, members: Collection[str | None]) -> Found:
    """The claims about `members`, which are alpha-2 codes; never raises."""
    message = Message.of(text)
    named = tuple(mentions(message))
    shares = tuple(islice(percentages(message), MOST_FIGURES + 1))
    claims: list[Claim] = []
    others = 0
    for sentence in sentences(message, named, shares[:MOST_FIGURES]):
        for share, about in sentence.pairs():
            found = [each for each in about if each.country in members]
            role = sentence.role(share)
            if role is None or not found:
                others += 1
            else:
                claims.extend(sentence.claim(share, each, role) for each in found)
    is_named = any(each.country in members for each in named)
    unique = {(each.country, each.share, each.upto, each.role, each.year): each for each in claims}
    return Found(
        claims=tuple(unique.values()),
        others=others,
        named=is_named,
        cut=message.cut or len(shares) > MOST_FIGURES,
    )
