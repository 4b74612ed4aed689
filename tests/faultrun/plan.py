"""What is to happen, chosen before anything does: the same for the same seed."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import cycle
from typing import TypeVar

T = TypeVar("T")


class Step(StrEnum):
    """Where a process ends. "While" is within the transaction, which is never committed then."""

    QUEUING = "while queuing"
    QUEUED = "after queuing, before the claim"
    CLAIMING = "while claiming"
    CLAIMED = "after the claim"
    BEGINNING = "while writing down that it is sent now"
    BEGUN = "after that, before the POST"
    POSTING = "in the middle of the POST"
    POSTED = "after the send, before the record"
    RECORDING = "while recording"
    RECORDED = "after the record"
    LOOKING = "before a look into the channel"
    FOUND = "after it was found there"
    STOPPED = "told to stop after the claim"
    STOPPED_SENDING = "told to stop before the POST"
    FROZEN = "frozen before the POST, past its lease"


ENDINGS: Sequence[tuple[Step, ...]] = (
    *((each,) for each in Step if each not in (Step.LOOKING, Step.FOUND)),
    (Step.BEGUN, Step.LOOKING),
    (Step.POSTED, Step.FOUND),
)
"""Where processes end at the same digest, one after the other."""


class Trouble(StrEnum):
    """What Discord does in place of a proper answer."""

    FAILED = "500, not stored"
    FAILED_STORED = "500, stored"
    GATEWAY_STORED = "502, stored"
    CUT = "cut off, not stored"
    CUT_STORED = "cut off, stored"
    SILENT = "no answer, not stored"
    SILENT_STORED = "no answer, stored"
    TOO_MANY = "429 for the channel"
    TOO_MANY_EVERYWHERE = "429 for everything"
    LOOK_FAILED = "500 to a look"
    LOOK_CUT = "cut off at a look"


LOOKS = frozenset({Trouble.LOOK_FAILED, Trouble.LOOK_CUT})
LIMITS = frozenset({Trouble.TOO_MANY, Trouble.TOO_MANY_EVERYWHERE})

TROUBLES: Sequence[tuple[Trouble, ...]] = (
    *((each,) for each in Trouble if each not in LOOKS),
    (Trouble.FAILED_STORED, Trouble.LOOK_FAILED),
    (Trouble.CUT, Trouble.LOOK_CUT, Trouble.SILENT),
    (Trouble.FAILED, Trouble.FAILED, Trouble.CUT_STORED),
)
"""What Discord does to the same digest, one after the other."""


class Drop(StrEnum):
    """How the gateway ends all its connections."""

    BROKEN = "broken off"
    CLOSED = "closed with an error"
    RECONNECT = "asked to connect anew"
    INVALID = "sessions forgotten"


class Away(StrEnum):
    """How the database is gone for a while."""

    LOCKED = "locked by somebody else"
    STOPPED = "server stopped"
    TERMINATED = "connections ended"


AWAY = {"sqlite": (Away.LOCKED,), "postgresql": (Away.STOPPED, Away.TERMINATED)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One digest: `minute` is when it is due, `channel` the number of its channel, from which it is
    to be published where it is one of those that others follow."""

    subscription: str
    channel: int
    minute: int
    ends: tuple[Step, ...] = ()
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """`drops` and `away` happen when Discord has got so many messages; `away` for some seconds."""

    seed: int
    engine: str
    deliveries: tuple[Planned, ...]
    drops: tuple[tuple[int, Drop], ...]
    away: tuple[tuple[int, Away, float], ...]

    @property
    def channels(self) -> int:
        return max(each.channel for each in self.deliveries) + 1

    @property
    def followed(self) -> range:
        """The channels that others follow."""
        return range(0, self.channels, 10)


def make(
    seed: int,
    engine: str,
    count: int,
    *,
    ending: int,
    troubled: int,
    drops: int,
    away: int,
    longest: float = 2.0,
) -> Plan:
    """At `ending` of the digests a process ends, `troubled` of them meet trouble with Discord; the
    gateway drops and the database goes away so many times, for `longest` seconds at most."""
    chance = random.Random(seed)
    ends = _spread(chance, ENDINGS, count, ending)
    troubles = _spread(chance, TROUBLES, count, troubled)
    dropped, gone = _moments(chance, count, drops), _moments(chance, count, away)
    return Plan(
        seed=seed,
        engine=engine,
        deliveries=tuple(_deliveries(chance, ends, troubles)),
        drops=tuple(zip(dropped, _in_turn(chance, tuple(Drop), drops), strict=True)),
        away=tuple(
            (at, how, chance.uniform(0.3, longest))
            for at, how in zip(gone, _in_turn(chance, AWAY[engine], away), strict=True)
        ),
    )


def _deliveries(
    chance: random.Random,
    ends: Sequence[tuple[Step, ...]],
    troubles: Sequence[tuple[Trouble, ...]],
) -> Iterator[Planned]:
    minutes = max(len(ends) // 100, 1)
    channel = -1
    for number, (end, trouble) in enumerate(zip(ends, troubles, strict=True)):
        # Some channels get two.
        channel += number % 20 != 1
        # In the middle of a POST is where there is no answer yet.
        waits = (chance.choice((Trouble.SILENT, Trouble.SILENT_STORED)),)
        yield Planned(
            subscription=f"fr{number:06}",
            channel=channel,
            minute=chance.randint(1, minutes),
            ends=end,
            troubles=waits if Step.POSTING in end else trouble,
        )


def _spread(
    chance: random.Random, kinds: Sequence[tuple[T, ...]], count: int, wanted: int
) -> list[tuple[T, ...]]:
    """For each of `count`, what happens to it: nothing to most."""
    found = [*_in_turn(chance, kinds, wanted), *[()] * (count - wanted)]
    chance.shuffle(found)
    return found


def _in_turn(chance: random.Random, kinds: Sequence[T], wanted: int) -> list[T]:
    """Each of them as often as any other, as far as that goes."""
    mixed = chance.sample(kinds, len(kinds))
    return [each for each, _ in zip(cycle(mixed), range(wanted), strict=False)]


def _moments(chance: random.Random, count: int, wanted: int) -> list[int]:
    return sorted(chance.sample(range(1, max(count * 9 // 10, wanted + 1)), wanted))
