"""Answers with a chart, 64 at once: how long the bot's event loop is kept from its turns.

    python -m tests.bench.pictured

The bot has a process of its own. Each of 64 people asks it for another comparison, whose chart was
never drawn before; then all ask again, and the charts are still there. The goal is no stall above
50 ms.
"""

import asyncio
import itertools
import signal
import statistics
import time

from tests.bench.processes import Bot, bots
from tests.bench.stalling import SAID
from tests.bench.timing import timing
from tests.shipped import KNOWN
from tests.standin import Place, Reply

AT_ONCE = 64
MEMBERS = sorted(each.id for each in KNOWN.roster if each.id != "ISL")
PAIRS = list(itertools.islice(itertools.combinations(MEMBERS, 2), AT_ONCE))


async def main() -> None:
    with bots() as kinds:
        async with timing() as home:
            with kinds.ours(home, beside=("tests.bench.stalling",)) as bot:
                await asyncio.to_thread(bot.said, "Ready")
                channel = home.add_guild("Desk").add_channel("general")
                people = [home.add_user(f"Person {n}").at(channel) for n in range(AT_ONCE)]
                await people[0].slash("compare", members="POL, ESP")
                await _stall(bot)
                for what in ("new", "kept"):
                    took, replies = await _asked(people)
                    pictured = sum(bool(each.pictures) for each in replies)
                    print(
                        f"{what}: {pictured} of {AT_ONCE} answers with their chart, the last after "
                        f"{took[-1]:.1f} s, the median after {statistics.median(took):.1f} s; "
                        f"{await _stall(bot)}"
                    )


async def _asked(people: list[Place]) -> tuple[list[float], list[Reply]]:
    """Seconds until each was answered, in order, and the answers."""
    began = time.perf_counter()
    took: list[float] = []

    async def one(place: Place, pair: tuple[str, str]) -> Reply:
        reply = await place.slash("compare", members=", ".join(pair))
        took.append(time.perf_counter() - began)
        return reply

    replies = await asyncio.gather(*map(one, people, PAIRS))
    return sorted(took), list(replies)


async def _stall(bot: Bot) -> str:
    """What the bot says of its loop since it was asked last."""
    return await asyncio.to_thread(bot.told, signal.SIGUSR2, SAID)


if __name__ == "__main__":
    asyncio.run(main())
