"""Reads an English article and proposes what it seems to report.

Deterministic: sentences, the things they name, and rules over both. Every proposal rests on exact
words of the text; what the rules cannot decide they leave alone.
"""

from dataclasses import dataclass

from data.facts.knowledge import Knowledge
from data.importers.article.findings import CommitmentFound, first_words
from data.importers.article.reading import read_sentences
from data.importers.article.records import Writer
from data.importers.article.sentences import MOST_CHARACTERS
from data.importers.article.texts import Texts
from data.importers.proposals import Article, Proposal, told

__all__ = ["Reading", "read"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """In the order of the text. `cut` is whether only the beginning was read."""

    proposals: tuple[Proposal, ...]
    cut: bool


def read(article: Article, knowledge: Knowledge) -> Reading:
    """What an article reports, as proposals. Of what is known, `knowledge` gives the names of
    people, meetings and commitments that the article speaks of; it proves nothing."""
    found = read_sentences(article.text, knowledge, article.source.published_on.first)
    findings = sorted(found, key=lambda each: first_words([each]))
    asked = [each for each in findings if isinstance(each, CommitmentFound)]
    writer = Writer(article, knowledge, Texts(knowledge, article.source.published_on.first, asked))
    made: list[Proposal] = []
    seen: set[str] = set()
    for each in findings:
        proposal = writer.proposal(each)
        if proposal is None:
            continue
        # What is said twice in one article is proposed once.
        said = {f"{told(value)}{proposal.reported}" for value in proposal.values}
        if not said <= seen:
            made.append(proposal)
        seen |= said
    return Reading(proposals=tuple(made), cut=len(article.text) > MOST_CHARACTERS)
