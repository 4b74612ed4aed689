"""What the board of positions is asked for, and what is known for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from commands import stances_course
from commands.choices import find_choice
from commands.desk import Desk
from commands.since import eve, find_since
from commands.stances_course import Held, Target, Trail
from data.facts.records import Position

UNDECLARED = Position.UNDECLARED
SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Asked:
    """`position` is an id of `commands.choices`."""

    position: str | None
    since: date | None

    @classmethod
    def of(cls, desk: Desk, arguments: Mapping[str, str], as_of: date) -> "Asked":
        position, since = arguments.get("position"), arguments.get("since")
        return cls(
            find_choice(desk, "position", position) if position else None,
            find_since(desk, since, as_of) if since else None,
        )


@dataclass(frozen=True, slots=True)
class Board:
    """Every member of the day is in one of `held` and `silent`; `trails` are of those who moved."""

    target: Target
    held: tuple[Held, ...]
    silent: tuple[str, ...]
    trails: tuple[Trail, ...] = ()

    @property
    def members(self) -> int:
        return len(self.held) + len(self.silent)

    def at(self, position: Position) -> tuple[Held, ...]:
        return tuple(each for each in self.held if each.position is position)


def board(desk: Desk, asked: Asked, as_of: date) -> Board | None:
    """None where no target was agreed, proposed or demanded yet."""
    knowledge = desk.knowledge
    target = stances_course.target(knowledge, as_of)
    if target is None:
        return None
    held: list[Held] = []
    silent: list[str] = []
    trails: list[Trail] = []
    for member in knowledge.roster:
        if not member.is_member_on(as_of):
            continue
        said = stances_course.words(knowledge, member.id, as_of, target)
        found = stances_course.held(said)
        if found is None:
            silent.append(member.id)
        else:
            held.append(found)
        if asked.since is not None:
            before = stances_course.words(knowledge, member.id, eve(asked.since), target)
            trail = stances_course.trail(before, said, asked.since)
            if trail is not None:
                trails.append(trail)
    held.sort(key=lambda each: desk.order(each.member))
    trails.sort(key=lambda each: desk.order(each.member))
    return Board(target, tuple(held), tuple(silent), tuple(trails))


def chosen(found: Board, position: str | None) -> Board:
    """Only those who hold a position, with the moves to it and away from it. Whoever took no
    position lately counts as undeclared too, whatever it said before."""
    if position is None:
        return found
    if position == SILENT:
        gone = tuple(each for each in found.trails if each.before is None or each.now is None)
        return Board(found.target, (), found.silent, gone)
    wanted = Position(position)
    held = tuple(each for each in found.held if wanted in _shown_as(each))
    trails = tuple(each for each in found.trails if wanted in _passed(each))
    return Board(found.target, held, (), trails)


def _shown_as(held: Held) -> tuple[Position, ...]:
    return (held.position,) if held.later is None else (held.position, UNDECLARED)


def _passed(trail: Trail) -> frozenset[Position | None]:
    ends = (step for step in (trail.before, *trail.steps, trail.now) if step is not None)
    return frozenset(position for step in ends for position in step.positions)
