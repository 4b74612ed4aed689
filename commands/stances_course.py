"""Where members stand on the target of a day, and how they came to stand there.

The target is the newest text that is open or holds. Words on the texts that it took up count for
it, and so do words on what was only demanded or proposed: they were about the same step up. Words
on a pledge that was agreed earlier do not.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from data.dates import PartialDate
from data.facts.knowledge import Knowledge
from data.facts.records import Position, Stance
from data.rules import Commitment, Status

_OPEN = (Status.AGREED, Status.PROPOSED, Status.DEMANDED)


@dataclass(frozen=True, slots=True)
class Target:
    """`texts` are the ids of all commitments whose words count; None stands for words on none."""

    commitment: Commitment
    texts: frozenset[str | None]


@dataclass(frozen=True, slots=True)
class Held:
    """`word` decides where a member stands. `later` is a newer one that takes no position, which
    does not undo it."""

    member: str
    word: Stance
    later: Stance | None = None

    @property
    def position(self) -> Position:
        assert self.word.position is not None
        return self.word.position


@dataclass(frozen=True, slots=True)
class Step:
    """What a member held from a day on. Of words of one day that differ, all are kept."""

    words: tuple[Stance, ...]

    @property
    def positions(self) -> frozenset[Position | None]:
        return frozenset(each.position for each in self.words)

    @property
    def said_on(self) -> PartialDate:
        return self.words[0].said_on

    @property
    def known(self) -> date:
        return min(each.known_on.last for each in self.words)


@dataclass(frozen=True, slots=True)
class Trail:
    """How a member moved between two days: from where (None: nothing recorded), over which steps,
    to where."""

    member: str
    before: Step | None
    steps: tuple[Step, ...]
    now: Step | None

    @property
    def is_first_word(self) -> bool:
        return self.before is None and len(self.steps) == 1


def target(knowledge: Knowledge, as_of: date) -> Target | None:
    """None where nothing was agreed, proposed or demanded yet."""
    known = knowledge.commitments(as_of)
    still_open = [each for each in known if _status(each, as_of) in _OPEN]
    if not still_open:
        return None
    newest = max(still_open, key=lambda each: each.history[0].on.last)
    asked = {each.id for each in known if each.history[0].status is not Status.AGREED}
    return Target(newest, frozenset({None, *asked, *_taken_up(known, newest.id)}))


def words(knowledge: Knowledge, member: str, as_of: date, on: Target) -> tuple[Stance, ...]:
    """The member's own words on a target, in the order they were said."""
    return tuple(
        each
        for each in knowledge.stances(member, as_of)
        if each.position is not None and each.commitment in on.texts
    )


def held(said: tuple[Stance, ...]) -> Held | None:
    """Where a member stands by its own words; None where there are none."""
    if not said:
        return None
    newest = said[-1]
    taken = [each for each in said if each.position is not Position.UNDECLARED]
    if not taken or taken[-1] is newest:
        return Held(newest.member, newest)
    return Held(newest.member, taken[-1], newest)


def course(said: Iterable[Stance]) -> tuple[Step, ...]:
    """The days on which what was held changed, oldest first."""
    days: dict[str, dict[Position | None, Stance]] = {}
    for each in said:
        days.setdefault(str(each.said_on), {}).setdefault(each.position, each)
    steps: list[Step] = []
    for of_day in days.values():
        if len(of_day) > 1 or steps:
            of_day.pop(Position.UNDECLARED, None)
        step = Step(tuple(of_day.values()))
        if step.words and (not steps or steps[-1].positions != step.positions):
            steps.append(step)
    return tuple(steps)


def trail(before: tuple[Stance, ...], now: tuple[Stance, ...], since: date) -> Trail | None:
    """From what was known on the eve of `since` to what is known now; None where nothing moved."""
    then, whole = course(before), course(now)
    start, end = (then[-1] if then else None), (whole[-1] if whole else None)
    steps = [each for each in whole if each.known >= since]
    if steps and start is not None and steps[0].positions == start.positions:
        steps = steps[1:]
    if not steps and (start and start.positions) == (end and end.positions):
        return None
    either = (*now, *before)
    return Trail(either[0].member, start, tuple(steps), end)


def _status(commitment: Commitment, as_of: date) -> Status | None:
    change = commitment.status_on(as_of)
    return change.status if change is not None else None


def _taken_up(known: tuple[Commitment, ...], text: str) -> set[str]:
    """A commitment and those that it adopted, whose aims it went on with."""
    adopts = {each.id: each.adopts for each in known}
    found, waiting = {text}, [text]
    while waiting:
        new = set(adopts.get(waiting.pop(), ())) - found
        found |= new
        waiting.extend(new)
    return found
