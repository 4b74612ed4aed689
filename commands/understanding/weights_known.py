"""What speaks for the questions on what is known, and on words."""

from commands.understanding.concepts import Concept
from commands.understanding.features import Has
from commands.understanding.weights import Rule, both

C, H = Concept, Has

ON_WHAT_IS_KNOWN = (
    Rule(
        command="history",
        needs=(H.MEMBER, H.CITY, C.SUMMIT, C.PLEDGE),
        alone={
            C.HISTORY: 4, C.KNOWN: 3, H.MEMBER: 0.3, H.CITY: 0.3, C.SPEND: -0.3, C.WHEN: 0.2,
            C.ATTEND: -0.5, C.SOURCES: -2, C.RANK: -2, C.DIGEST: -1,
        },
        together=((both(C.KNOWN, C.WHEN), 1.5),),
    ),
    Rule(
        command="changes",
        alone={
            C.CHANGED: 3, C.SINCE: 0.5, H.SINCE: 1, C.WHAT: 0.3, H.MEMBER: -1, C.SUMMIT: -1,
            H.MEMBERS: -2, C.SPEND: -0.7, C.ATTEND: -1, C.WHEN: -1, H.CITY: -0.5, C.MEANING: -1,
            C.SOURCES: -2, C.DIGEST: -1.5, H.POSITION: -1, C.WHO: -0.7, C.YEARLY: -1,
        },
    ),
    Rule(
        command="sources",
        needs=(H.MEMBER, H.CITY, C.SUMMIT, C.PLEDGE),
        alone={
            C.SOURCES: 4.5, C.SPEND: 0.2, C.HISTORY: -1, H.MEMBERS: -2, C.ATTEND: -0.5,
        },
    ),
    Rule(
        command="glossary",
        needs=(H.TERM, C.GLOSSARY),
        alone={
            C.MEANING: 2, H.TERM: 1.5, C.GLOSSARY: 5, H.MEMBER: -2.5, H.MEMBERS: -3, H.CITY: -2.5,
            C.WHO: -2, C.WHEN: -1.5, C.SOURCES: -1.5, C.HISTORY: -1.5, C.AGREED: -2,
            C.PROPOSED: -2, C.RANK: -2, C.CHANGED: -2, H.PERSON: -2, C.SUMMIT: -2, C.DIGEST: -2,
            H.STEP: -3,
        },
        together=((both(C.MEANING, H.TERM), 1.5), (both(C.WHAT, H.TERM), 1)),
    ),
    Rule(
        command="digest",
        alone={
            C.DIGEST: 4, C.TODAY: 0.5, C.SAY: -2, H.DAY: 0.3, H.MEMBER: -2, H.MEMBERS: -3,
            H.CITY: -1.5, C.SPEND: -1, C.MEANING: -2, C.SOURCES: -2, C.RANK: -1, H.SINCE: -1.5,
            C.AGREED: -1.5,
            C.SUMMIT: -1,
        },
    ),
)  # fmt: skip
