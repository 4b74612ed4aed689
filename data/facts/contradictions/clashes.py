"""Which words on one subject cannot both be true, and which are steps of an ordinary course.

What refines is no clash: 2027 and 2027-07-06, a country and a city in it. Nor is what leaves open:
somebody is invited and has not answered, a member opposes a text and asks for flexibility in it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from data.dates import Order, PartialDate, order
from data.facts.contradictions.words import Aspect, Days, Place
from data.facts.records import Position, Presence

_OUTCOMES = frozenset({Presence.ATTENDED, Presence.ABSENT})
_PRESENCES = {
    frozenset({Presence.CONFIRMED, Presence.UNDECIDED}),
    frozenset({Presence.CONFIRMED, Presence.DECLINED}),
    frozenset({Presence.CONFIRMED, Presence.ABSENT}),
    frozenset({Presence.EXPECTED, Presence.DECLINED}),
    frozenset({Presence.EXPECTED, Presence.ABSENT}),
    frozenset({Presence.UNDECIDED, Presence.DECLINED}),
    frozenset({Presence.DECLINED, Presence.ATTENDED}),
    frozenset({Presence.ATTENDED, Presence.ABSENT}),
}
_POSITIONS = {
    frozenset({Position.SUPPORTS, Position.SEEKS_FLEXIBILITY}),
    frozenset({Position.SUPPORTS, Position.OPPOSES}),
    frozenset({Position.SUPPORTS, Position.CLAIMS_EXEMPTION}),
    frozenset({Position.SUPPORTS_WITH_CONDITIONS, Position.OPPOSES}),
    frozenset({Position.SUPPORTS_WITH_CONDITIONS, Position.CLAIMS_EXEMPTION}),
}


def _differ(one: object, other: object) -> bool:
    return one != other


def _always(older: object, newer: object) -> bool:
    del older, newer
    return True


def _never(newer: object, older: object) -> bool:
    del newer, older
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How the values of one aspect stand to each other."""

    clash: Callable[[Any, Any], bool] = _differ
    develops: Callable[[Any, Any], bool] = _always
    """Whether the first value may turn into the second in the course of time."""
    follows: Callable[[Any, Any], bool] = _never
    """Whether the first value is later than the second by its nature, where the days leave open
    which was said first."""


def _presences_clash(one: Presence, other: Presence) -> bool:
    return frozenset({one, other}) in _PRESENCES


def _presence_develops(older: Presence, newer: Presence) -> bool:
    """Plans change, and end in an outcome; what has happened does not change."""
    del newer
    return older not in _OUTCOMES


def _is_outcome(newer: Presence, older: Presence) -> bool:
    return newer in _OUTCOMES and older not in _OUTCOMES


def _positions_clash(one: Position, other: Position) -> bool:
    return frozenset({one, other}) in _POSITIONS


def _days_clash(one: Days, other: Days) -> bool:
    if _apart(one.starts, other.starts):
        return True
    return one.ends is not None and other.ends is not None and _apart(one.ends, other.ends)


def _apart(one: PartialDate, other: PartialDate) -> bool:
    """True where the two cannot mean the same day: neither refines the other."""
    return order(one, other) in (Order.BEFORE, Order.AFTER)


def _places_clash(one: Place, other: Place) -> bool:
    if one.country is not None and other.country is not None and one.country != other.country:
        return True
    return one.city is not None and other.city is not None and _cities_clash(one.city, other.city)


def _cities_clash(one: str, other: str) -> bool:
    """`Washington` and `Washington, D.C.` are one city."""
    shorter, longer = sorted((one.casefold().strip(), other.casefold().strip()), key=len)
    return not longer.startswith(shorter)


def _fulfilment_develops(older: object, newer: object) -> bool:
    """What was not done yet may be done later; what was done stays done."""
    return bool(newer) and not older


RULES: dict[Aspect, Rule] = {
    Aspect.ATTENDANCE: Rule(
        clash=_presences_clash, develops=_presence_develops, follows=_is_outcome
    ),
    Aspect.DATES: Rule(clash=_days_clash),
    Aspect.PLACE: Rule(clash=_places_clash),
    Aspect.CANCELLED: Rule(),
    Aspect.POSITION: Rule(clash=_positions_clash),
    Aspect.PLEDGE: Rule(),
    Aspect.FULFILMENT: Rule(develops=_fulfilment_develops),
    Aspect.RESERVATION: Rule(),
}
