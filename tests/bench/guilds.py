"""Start and memory with one server and with 10,000, against a bare bot of discord.py.

    python -m tests.bench.guilds [servers ...]

Each server has 20 channels and 10 roles. Both bots listen to servers alone, and each has a process
of its own; the stand-in is in this one. The goal: with 10,000 servers at most 1.1 times the memory
of the bare bot. Ours holds what is known, too, whose part is what it takes more with one server.
"""

import asyncio
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass

from tests.bench.processes import BARE, OURS, Bot, Bots, Memory, bots
from tests.standin import Clock, Standin

SIZES = (1, 10_000)
CHANNELS, ROLES = 20, 10
SAYS_NOTHING = {"messages": {}, "choices": [], "publish": False}


@dataclass(frozen=True, slots=True)
class Found:
    """`started` and `connected` are the seconds until a bot was ready, from the start of its
    process and from when it began to connect."""

    started: float
    connected: float
    memory: Memory


async def measure(kinds: Bots, size: int) -> Mapping[str, Found]:
    async with Standin.open(clock=Clock(real=True), checks=False) as home:
        for number in range(size):
            furnish(home, number)
        return {
            OURS: await _measured(kinds.ours(home)),
            BARE: await _measured(kinds.bare(home, SAYS_NOTHING)),
        }


def furnish(home: Standin, number: int) -> None:
    guild = home.add_guild(f"Embassy {number}")
    for each in range(CHANNELS):
        guild.add_channel(f"room-{each}")
    for each in range(ROLES):
        guild.add_role(f"Section {each}")


async def _measured(starting: AbstractContextManager[Bot]) -> Found:
    with starting as bot:
        ready = await asyncio.to_thread(bot.said, "Ready")
        connecting = bot.said("Connecting")
        memory = await asyncio.to_thread(bot.memory)
        return Found(ready - bot.started, ready - connecting, memory)


def tell(found: Mapping[int, Mapping[str, Found]]) -> None:
    print("  servers        seconds from start, from connecting    MB of its own, in all")
    for size, both in found.items():
        for name, each in both.items():
            print(
                f"  {size:>7,} {name:<5} {each.started:13.1f} {each.connected:16.1f}"
                f" {each.memory.own:22.0f} {each.memory.resident:7.0f}"
            )
        own, resident = (_ratio(both, part) for part in ("own", "resident"))
        print(f"  {size:>7,} ours / bare {own:42.2f}x {resident:6.2f}x")
    tell_parts(found)


def tell_parts(found: Mapping[int, Mapping[str, Found]]) -> None:
    """What is there without servers, and what each server takes."""
    (few, small), (many, large) = min(found.items()), max(found.items())
    extra = small[OURS].memory.own - small[BARE].memory.own
    print(f"  beside the servers, ours holds {extra:.0f} MB more: what is known, and the programs")
    if many > few:
        for name in (OURS, BARE):
            kb = 1024 * (large[name].memory.own - small[name].memory.own) / (many - few)
            print(f"  a server takes {kb:.1f} KB with {name}")


def _ratio(both: Mapping[str, Found], part: str) -> float:
    return getattr(both[OURS].memory, part) / getattr(both[BARE].memory, part)


def main() -> None:
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    with bots() as kinds:
        tell({size: asyncio.run(measure(kinds, size)) for size in sizes})


if __name__ == "__main__":
    main()
