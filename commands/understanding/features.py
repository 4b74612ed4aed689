"""What a question has in it, whichever its language: on this ground questions are told apart."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum, auto

from commands.desk import Desk
from commands.understanding.concepts import POSITIONS, Concept
from commands.understanding.dating import Numbers, When, numbers, when
from commands.understanding.known import named
from commands.understanding.reading import Reading
from data.dates import PartialDate


class Has(StrEnum):
    """Beside the concepts that its words point to."""

    MEMBER = auto()
    """Exactly one."""
    MEMBERS = auto()
    NO_MEMBER = auto()
    OUTSIDER = auto()
    """A country outside the Alliance."""
    SPEAKER = auto()
    """A person of exactly one member."""
    PERSON = auto()
    CITY = auto()
    """Where something was agreed, or somebody met."""
    GROUP = auto()
    FLOOR = auto()
    """A number that is the share of a clause."""
    STEP = auto()
    GROWTH = auto()
    PAST_YEAR = auto()
    AHEAD = auto()
    """A year that is not over."""
    DAY = auto()
    SINCE = auto()
    TERM = auto()
    POSITION = auto()


Feature = Concept | Has


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    reading: Reading
    has: frozenset[Feature]
    members: tuple[str, ...]
    cities: tuple[str, ...]
    host: str | None
    """The member where a meeting is asked for."""
    groups: tuple[str, ...]
    when: When
    numbers: Numbers
    floors: tuple[Decimal, ...]
    people: tuple[str, ...]
    """The parties of the persons named."""


def features(desk: Desk, reading: Reading, held: date | None = None) -> Features:
    """`held` is the day that the question is asked as of, whatever it says itself."""
    dated = when(reading, desk.today)
    if held is not None:
        dated = replace(dated, as_of=PartialDate.of(held))
    counted = numbers(reading, dated.used)
    called = [each for each in reading.found if each.sense.kind == "member"]
    known = named(desk)
    roster = desk.knowledge.roster
    meets = bool({Concept.SUMMIT, Concept.ATTEND} & reading.concepts)
    places = [
        each for each in called if meets and each.sense.id in known.hosts and reading.is_place(each)
    ]
    host = places[0].sense.id if places and not reading.ids("city") else None
    members = tuple(
        dict.fromkeys(
            each.sense.id for each in called if each.sense.id in roster and each.sense.id != host
        )
    )
    outsiders = [each for each in called if each.sense.id not in roster]
    floors = tuple(each for each in counted.shares if each in known.floors)
    parties = tuple(dict.fromkeys(known.people[each] for each in reading.persons))
    has: set[Feature] = {*reading.concepts}
    present = {
        Has.MEMBER: len(members) == 1,
        Has.MEMBERS: len(members) > 1,
        Has.NO_MEMBER: not members,
        Has.OUTSIDER: bool(outsiders),
        Has.PERSON: bool(reading.persons),
        Has.SPEAKER: len(parties) == 1 and parties[0] in roster,
        Has.CITY: bool(reading.ids("city")) or host is not None,
        Has.GROUP: bool(reading.ids("group")),
        Has.FLOOR: bool(floors),
        Has.STEP: counted.step is not None,
        Has.GROWTH: counted.growth is not None,
        Has.PAST_YEAR: any(year < desk.today.year for year in dated.years),
        Has.AHEAD: any(year >= desk.today.year for year in dated.years),
        Has.DAY: dated.as_of is not None,
        Has.SINCE: dated.since is not None,
        Has.TERM: bool(reading.ids("term")),
        Has.POSITION: bool(POSITIONS.keys() & reading.concepts),
    }
    has.update(feature for feature, there in present.items() if there)
    return Features(
        reading=reading,
        has=frozenset(has),
        members=members,
        cities=reading.ids("city"),
        host=host,
        groups=reading.ids("group"),
        when=dated,
        numbers=counted,
        floors=floors,
        people=parties,
    )
