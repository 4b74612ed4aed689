"""Records without what they tell of later days.

That a commitment was superseded stands in its own record, and so does the dispute of a reservation.
"""

from dataclasses import replace
from datetime import date

from data.facts.kinds import Value
from data.rules.commitments import Commitment, Reservation, Status


def without_hindsight(value: Value, day: date) -> Value:
    """The record as it could have been written on a day on which it was known."""
    match value:
        case Commitment():
            history = tuple(each for each in value.history if each.known_on.is_over_by(day))
            is_superseded = any(each.status is Status.SUPERSEDED for each in history)
            return replace(
                value,
                history=history,
                superseded_by=value.superseded_by if is_superseded else None,
            )
        case Reservation():
            disputes = tuple(each for each in value.disputes if each.known_on.is_over_by(day))
            return replace(value, disputes=disputes)
        case _:
            return value
