"""What speaks for the questions on meetings and on what was agreed there."""

from commands.understanding.concepts import Concept
from commands.understanding.features import Has
from commands.understanding.weights import OTHER_THINGS, Rule, both

C, H = Concept, Has

ON_MEETINGS = (
    Rule(
        command="attendees",
        alone={
            **OTHER_THINGS,
            C.ATTEND: 2.5, C.SUMMIT: 1, H.CITY: 1, H.PERSON: 1, C.WHO: 0.7, C.SPEND: -3,
            C.TARGET: -1.5, H.POSITION: -1.5, C.SAY: -2, C.AGREED: -2.5, C.PROPOSED: -3,
            C.DEMANDED: -2, C.PLEDGE: -2, C.KNOWN: -2, C.RANK: -2.5, C.PLACE: -2, H.MEMBERS: -0.5,
            C.WHERE: -2, C.WHEN: -1.5, H.FLOOR: -1.5, C.RAISE: -2, C.YEARLY: -2, C.CALENDAR: -2,
            C.MINISTERS: 0.2, C.HOW_MUCH: -1, C.MOST: -1,
        },
        together=(
            (both(C.ATTEND, H.CITY), 0.5),
            (both(C.ATTEND, C.SUMMIT), 0.5),
            (both(C.ATTEND, C.MEETING), 1),
            (both(C.BE, H.CITY, H.PERSON), 2.5),
            (both(C.BE, H.CITY, H.OUTSIDER), 3),
            (both(C.ATTEND, H.OUTSIDER), 1),
            (both(C.ATTEND, C.RANK), 1.5),
            (both(C.BE, C.SUMMIT, H.PERSON), 2.5),
            (both(C.BE, C.WHO, H.CITY), 2),
            (both(C.BE, C.WHO, C.SUMMIT), 2),
            (both(H.MEMBER, C.BE, H.CITY), 1.5),
            (both(H.PERSON, C.SUMMIT), 1),
            (both(H.PERSON, H.CITY), 1),
        ),
    ),
    Rule(
        command="summit",
        alone={
            **OTHER_THINGS,
            C.SUMMIT: 3, C.NEXT: 0.5, C.WHEN: 0.5, C.WHERE: 0.5, H.CITY: 0.5, C.LAST: 0.5,
            H.PAST_YEAR: 0.5, C.ATTEND: -2, C.WHO: -2, C.AGREED: -3, C.KNOWN: -3.5,
            C.MINISTERS: -2.5, H.PERSON: -2.5, C.SPEND: -2, C.SAY: -2, C.PLEDGE: -2.5,
            H.POSITION: -2, C.PROPOSED: -3, H.MEMBER: -1, H.MEMBERS: -2, C.TARGET: -2,
            C.CALENDAR: -0.5, C.RANK: -1.5,
        },
        together=(
            (both(C.WHEN, H.CITY), 2.5),
            (both(C.WHERE, H.CITY), 2),
            (both(C.WHEN, C.SUMMIT), 1),
            (both(C.WHERE, C.SUMMIT), 1),
        ),
    ),
    Rule(
        command="calendar",
        alone={
            **OTHER_THINGS,
            C.CALENDAR: 3.5, C.NEXT: 0.5, C.WHEN: 0.5, C.SUMMIT: -1.5, C.MEETING: 0.7,
            C.MINISTERS: 0.7, H.MEMBER: -1.5, H.MEMBERS: -2, C.SPEND: -2, C.AGREED: -1.5,
            C.ATTEND: -0.5, H.CITY: -1.5, C.WHO: -1.5, C.RANK: -1.5, H.POSITION: -1.5,
        },
        together=(
            (both(C.MINISTERS, C.WHEN), 3),
            (both(C.MINISTERS, C.NEXT), 3),
            (both(C.MEETING, C.NEXT), 2.5),
            (both(C.MEETING, C.WHEN), 2),
        ),
    ),
    Rule(
        command="commitment",
        needs=(H.NO_MEMBER,),
        alone={
            **OTHER_THINGS,
            C.AGREED: 3.5, C.PROPOSED: 3.5, C.DEMANDED: 2.5, C.PLEDGE: 2.5, C.DRAFT: 1.5,
            H.CITY: 0.5, C.TARGET: 0.5, C.WHAT: 0.5, H.FLOOR: 0.3, C.SUMMIT: 0.2, C.ALLIES: 0.2,
            C.REACH: -1.5, C.ATTEND: -1, C.RANK: -2, C.MOST: -1, C.KNOWN: -0.5, H.POSITION: -1.5,
            C.SPEND: -0.5, C.CALENDAR: -1.5, H.OUTSIDER: -1,
        },
        together=(
            (both(C.PLEDGE, H.CITY), 1.5),
            (both(C.PLEDGE, C.WHAT), 0.7),
            (both(C.PLEDGE, C.SAY), 1.5),
            (both(C.SAY, H.CITY, C.PLEDGE), 1),
            (both(H.PERSON, C.PROPOSED), 1),
            (both(H.PERSON, C.DEMANDED), 1),
            (both(C.PLEDGE, C.AGREED), -1),
            (both(C.PROPOSED, C.DEMANDED), -1),
            (both(C.DRAFT, H.CITY), 1),
        ),
    ),
)  # fmt: skip
