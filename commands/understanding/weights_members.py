"""What speaks for the questions on members and their spending."""

from commands.understanding.concepts import Concept
from commands.understanding.features import Has
from commands.understanding.weights import OTHER_THINGS, Rule, both

C, H = Concept, Has

ON_MEMBERS = (
    Rule(
        command="target",
        needs=(H.MEMBER,),
        alone={
            **OTHER_THINGS,
            C.SPEND: 3, C.TARGET: 3, C.REACH: 3, C.STAND: 3, C.HOW_MUCH: 1, C.PLEDGE: 1,
            C.FIELD: 0.5, C.EQUIPMENT: 1, H.FLOOR: 1, C.RAISE: -1.5, C.YEARLY: -3, C.COST: -2,
            C.SAY: -2.5,
            H.POSITION: -2, C.PLACE: -2, C.RANK: -3, C.KNOWN: -2.5, H.STEP: -4, H.GROWTH: -4,
            C.ATTEND: -1.5, H.PERSON: -2, C.PATH: -2.5, H.CITY: -0.5, C.MINISTERS: -2,
            C.CALENDAR: -1, C.AGREED: -0.5, C.SUMMIT: -1,
        },
        together=(
            (both(C.DEMANDED, H.MEMBER, C.WHAT), 3),
            (both(C.HOW, C.STAND), 0.7),
            (both(C.SPEND, C.TARGET), -1.5),
            (both(C.REACH, C.STAND), -1.5),
            (both(C.REACH, C.TARGET), -1),
            (both(C.SPEND, C.REACH), -1.5),
        ),
    ),
    Rule(
        command="path",
        needs=(H.MEMBER,),
        alone={
            **OTHER_THINGS,
            C.PATH: 4, C.YEARLY: 3, C.RAISE: 3, C.COST: 2.5, H.STEP: 3, H.GROWTH: 3, C.IF: 1,
            C.LATE: 1, C.REACH: 1, C.TARGET: 0.5, C.SPEND: 0.5, H.FLOOR: 0.5, H.PERSON: -2,
            C.SAY: -2, C.ATTEND: -1, C.HOW_MUCH: 0.3,
        },
        together=(
            (both(C.HOW, C.REACH), 4),
            (both(H.AHEAD, C.REACH), 2.5),
            (both(H.AHEAD, C.TARGET), 1),
            (both(H.AHEAD, H.FLOOR), 2),
            (both(H.AHEAD, C.RAISE), 1),
            (both(C.HOW, H.FLOOR), 1.5),
        ),
    ),
    Rule(
        command="compare",
        needs=(H.MEMBERS,),
        alone={
            **OTHER_THINGS,
            H.MEMBERS: 3, C.COMPARE: 2, C.SPEND: 1.5, C.MOST: 1, C.LEAST: 1, C.TARGET: 1,
            C.REACH: 1, C.HOW_MUCH: 0.5, C.FIELD: 0.5, C.EQUIPMENT: 1, H.FLOOR: 1,
            C.ATTEND: -3, C.WHEN: -2.5, C.KNOWN: -2, C.SUMMIT: -3, H.POSITION: -2,
            C.SAY: -2, H.OUTSIDER: -2, H.PERSON: -3,
        },
    ),
    Rule(
        command="ranking",
        needs=(H.NO_MEMBER, H.MEMBER),
        alone={
            **OTHER_THINGS,
            C.RANK: 3, C.MOST: 1.5, C.LEAST: 1.5, H.GROUP: 1.5, C.SPEND: 1, C.FIELD: 0.5,
            C.EQUIPMENT: 1, H.FLOOR: 0.7, C.ALLIES: 0.7, C.ATTEND: -2.5, H.POSITION: -3,
            C.SUMMIT: -2.5, C.SAY: -2.5, C.AGREED: -2.5, C.PROPOSED: -4, C.DEMANDED: -3,
            H.MEMBER: -1.5, H.PERSON: -4, C.MINISTERS: -3, C.CALENDAR: -2, C.KNOWN: -2.5,
            H.OUTSIDER: -2, H.CITY: -2, C.YEARLY: -1, C.PATH: -2, C.RAISE: -2, H.STEP: -3,
        },
        together=(
            (both(C.MOST, C.SPEND), 1.5),
            (both(C.LEAST, C.SPEND), 1.5),
            (both(C.WHO, C.REACH), 2.5),
            (both(C.ALLIES, C.REACH), 2.5),
            (both(C.WHICH, C.REACH), 1.5),
            (both(C.WHO, C.SPEND), 2),
            (both(C.ALLIES, C.SPEND), 1.5),
            (both(C.WHO, H.FLOOR), 1),
            (both(H.GROUP, C.REACH), 1.5),
            (both(H.GROUP, C.TARGET), 1),
            (both(H.GROUP, C.SPEND), 1),
            (both(C.REACH, H.FLOOR), 1),
            (both(C.REACH, C.TARGET), 1),
            (both(C.PLACE, H.MEMBER), 5),
            (both(C.RANK, H.MEMBER), 2),
            (both(C.WHERE, H.MEMBER, C.RANK), 1),
            (both(C.WHICH, H.MEMBER, C.PLACE), 2),
            (both(C.PLACE, C.RANK), 1),
            (both(C.SAY, C.RANK, C.PLACE), 2.5),
        ),
    ),
    Rule(
        command="stance",
        needs=(H.MEMBER, H.SPEAKER),
        alone={
            **OTHER_THINGS,
            C.SAY: 4, H.POSITION: 3.5, C.FIELD: 0.2, C.TARGET: 0.5, H.FLOOR: 0.5, H.SPEAKER: 0.5,
            C.ATTEND: -2, C.SUMMIT: -1, C.KNOWN: -1.5, C.PROPOSED: -1.5, C.PLEDGE: -0.3,
            C.RANK: -3, C.WHICH: -0.7, H.OUTSIDER: -2, C.SPEND: -1, C.REACH: -0.5,
        },
        together=((both(C.SAY, H.POSITION), -1.5),),
    ),
    Rule(
        command="stances",
        needs=(H.NO_MEMBER,),
        alone={
            **OTHER_THINGS,
            H.POSITION: 3, C.SAY: 1, C.TARGET: 0.5, H.FLOOR: 0.5, C.FIELD: 0.2, C.ATTEND: -2.5,
            H.PERSON: -3, C.AGREED: -1.5, C.PROPOSED: -2, C.RANK: -2, C.REACH: -0.5,
            H.OUTSIDER: -2, C.CALENDAR: -1,
        },
        together=(
            (both(C.WHO, H.POSITION), 1.5),
            (both(C.ALLIES, H.POSITION), 1.5),
            (both(C.WHICH, H.POSITION), 0.5),
            (both(C.ALLIES, C.SAY), 2.5),
            (both(C.WHO, C.SAY), 1.5),
            (both(C.DIGEST, C.SAY), 4),
        ),
    ),
)  # fmt: skip
