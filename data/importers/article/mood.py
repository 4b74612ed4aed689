"""How a sentence means what it says: as a fact, an expectation, hearsay, or not at all."""

import re
from enum import StrEnum


class Mood(StrEnum):
    STATED = "stated"
    EXPECTED = "expected"
    HEARSAY = "hearsay"
    CONDITIONAL = "conditional"
    NEGATED = "negated"
    OPEN = "open"
    """Asked, considered, wished for: nobody says it is or will be so."""


_BREAKS = re.compile(
    r"(?<!\S)(?:[;:—]|but|while|although|though|whereas|yet|because|since|which)(?!\S)"
)
_NOT = re.compile(
    r"(?<!\S)(?:not|never|neither|nor|without|\w+n't|cannot|no longer|hardly|no plans?|no intention|"
    r"refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|fail(?:s|ed|ing)?|den(?:y|ies|ied|ying)|"
    r"rul(?:es|ed|ing) out|stopp?(?:s|ed)? short|far from|reject(?:s|ed)?|dismiss(?:es|ed)?|"
    r"scotched|quashed|rather than|instead of)(?!\S)"
)
_IF = re.compile(
    r"(?<!\S)(?:if|unless|would have|would need|would require|were to|had it|suppose|supposing|even if|"
    r"could|might|may|in theory|hypothetical(?:ly)?|should it|assuming|in the event|what if|imagine)(?!\S)"
)
_SAID = re.compile(
    r"(?<!\S)(?:reported to|reportedly|allegedly|apparently|supposedly|purportedly|rumou?red|rumou?rs?|unconfirmed|"
    r"sources?|diplomats|(?:is|are|was|were) said to|speculation|media reports?|leaked|leak|gossip|"
    r"insiders|anonymous|it is understood|(?:is|are) thought to|(?:is|are) believed to|possibly)(?!\S)"
)
_OPEN = re.compile(
    r"(?<!\S)(?:whether|consider(?:s|ed|ing)?|mull(?:s|ed|ing)?|weigh(?:s|ed|ing)|explor(?:es|ed|ing)|"
    r"debat(?:es|ed|ing)|hop(?:es|ed|ing)|wish(?:es|ed)?|discuss(?:es|ed|ing)?|ponder(?:s|ed|ing)?|studying|"
    r"urg(?:es|ed|ing)|call(?:s|ed|ing) (?:for|on)|want(?:s|ed|ing)?|ask(?:s|ed|ing)?|should|ought|must|"
    r"press(?:es|ed|ing)|demand(?:s|ed|ing)?|tempted|undecided|unclear)(?!\S)"
)
_LIKELY = re.compile(
    r"(?<!\S)(?:expect(?:s|ed)?|will|is to|are to|due|set|scheduled|plan(?:s|ned)?|likely|would|aim(?:s|ed)?|"
    r"intend(?:s|ed)?|forecast|projected|on track|shall|going to|pledg(?:es|ed)|promis(?:es|ed)|vow(?:s|ed)|"
    r"upcoming|next|ahead)(?!\S)"
)
_DENIED = re.compile(
    r"(?<!\S)(?:no truth|nothing in|untrue|not true|den(?:y|ies|ied|ying)|(?:did|does|would|could) not confirm|not confirmed|refut(?:es|ed)|rebuff(?:s|ed)|contradict(?:s|ed))"
    r"(?: \S+){0,4}? (?:that|having|any|reports?|talk|claims?|suggestions?|plans?)(?!\S)"
)
_NEAR = 5
"""Words between a negation and what it denies."""


def clause_before(text: str, place: int) -> str:
    """What a clause says before a place in it."""
    before = text[:place]
    starts = [each.end() for each in _BREAKS.finditer(before)]
    return before[starts[-1] :] if starts else before


def mood(text: str, place: int) -> Mood:
    """How what stands at a place is meant, by the words of its clause before it, and by those of
    the whole sentence that make all of it hearsay or a question."""
    clause = clause_before(text, place)
    near = " ".join(clause.split()[-_NEAR:])
    if _NOT.search(near) or _DENIED.search(clause):
        return Mood.NEGATED
    if text.rstrip(' "').endswith("?"):
        return Mood.OPEN
    if _IF.search(clause) or re.match(r"(?:if|unless|had|should|were)(?!\S)", text):
        return Mood.CONDITIONAL
    if _SAID.search(clause) or re.search(
        r"(?<!\S), (?:sources|diplomats|insiders|people)(?: \S+){0,4}? (?:said|say)", text
    ):
        return Mood.HEARSAY
    if _OPEN.search(clause):
        return Mood.OPEN
    return Mood.EXPECTED if _LIKELY.search(clause) else Mood.STATED


def is_ahead(text: str) -> bool:
    """True where a piece of a sentence speaks of what is still to come."""
    return (
        _LIKELY.search(text) is not None
        or re.search(
            r"(?<!\S)(?:(?:due|set|scheduled|expected|planned|is|are|was|were) to|would|meets|gathers|gather|meet|host(?:s)?)(?!\S)",
            text,
        )
        is not None
    )
