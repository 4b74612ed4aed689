"""No second has more requests in it than Discord allows, whenever they arrive there."""

import asyncio
import random
from typing import Any

import pytest

from bot.digest.pace import CHANNEL_GAP, Pace


class World:
    """A network and a clock: whoever waits is woken in order, and time takes no time."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._sleeping: list[tuple[float, int, asyncio.Event]] = []

    def now(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        woken = asyncio.Event()
        self._sleeping.append((self.seconds + seconds, len(self._sleeping), woken))
        await woken.wait()

    async def run(self, work: "asyncio.Future[Any]") -> None:
        while not work.done():
            for _ in range(20):
                await asyncio.sleep(0)
            if self._sleeping:
                self._sleeping.sort(key=lambda each: each[:2])
                self.seconds, _, woken = self._sleeping.pop(0)
                woken.set()


async def arrivals(rate: int, count: int, *, delays: random.Random, most: float) -> list[float]:
    """When the requests arrived, each at any moment between its sending and its answer."""
    world, found = World(), list[float]()
    pace = Pace(rate, now=world.now, sleep=world.sleep)

    async def ask() -> None:
        async with pace.turn():
            await world.sleep(delays.uniform(0, most))
            found.append(world.now())
            await world.sleep(delays.uniform(0, most))

    await world.run(asyncio.gather(*(ask() for _ in range(count))))
    return sorted(found)


@pytest.mark.parametrize("most", [0.001, 0.05, 0.3, 2.0])
@pytest.mark.parametrize("rate", [1, 12, 50])
async def test_no_second_has_more_than_the_rate(rate: int, most: float) -> None:
    found = await arrivals(rate, 4 * rate + 3, delays=random.Random(rate), most=most)
    closest = [later - earlier for earlier, later in zip(found, found[rate:], strict=False)]
    assert min(closest) >= 1.0 - 1e-9


async def test_a_quick_network_takes_the_whole_rate() -> None:
    found = await arrivals(50, 500, delays=random.Random(1), most=0.002)
    assert found[-1] <= 1.02 * 500 / 50


async def test_turns_are_spread_evenly() -> None:
    found = await arrivals(10, 30, delays=random.Random(1), most=0.0)
    assert [round(each, 3) for each in found[:4]] == [0.0, 0.1, 0.2, 0.3]


async def test_turns_that_were_not_used_are_not_made_up_for() -> None:
    world = World()
    pace, found = Pace(10, now=world.now, sleep=world.sleep), list[float]()

    async def ask() -> None:
        async with pace.turn():
            found.append(world.now())

    await world.run(asyncio.ensure_future(ask()))
    world.seconds = 100.0
    await world.run(asyncio.gather(*(ask() for _ in range(8))))
    assert found[-1] >= 100.0 + 5 * 0.1


async def test_messages_of_one_channel_keep_their_distance() -> None:
    world, found = World(), list[tuple[int, float]]()
    pace = Pace(50, now=world.now, sleep=world.sleep)

    async def ask(channel: int) -> None:
        async with pace.turn(channel):
            found.append((channel, world.now()))

    await world.run(asyncio.gather(*(ask(channel) for channel in (1, 1, 2, 1))))
    assert [at for channel, at in found if channel == 1] == pytest.approx(
        [0.0, CHANNEL_GAP, 2 * CHANNEL_GAP], abs=0.1
    )
    assert [at for channel, at in found if channel == 2] == pytest.approx([0.0], abs=0.1)


async def test_whoever_gives_up_waiting_gives_the_turn_back() -> None:
    world, found = World(), list[float]()
    pace = Pace(1, now=world.now, sleep=world.sleep)

    async def ask() -> None:
        async with pace.turn():
            found.append(world.now())

    waiting = [asyncio.ensure_future(ask()) for _ in range(3)]
    await asyncio.sleep(0)
    waiting[1].cancel()
    await world.run(asyncio.gather(*waiting, return_exceptions=True))
    assert len(found) == 2
    assert found[1] <= 2.0
