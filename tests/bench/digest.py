"""Digests into 10,000 channels, all due at the same minute, and /target meanwhile.

    python -m tests.bench.digest [--channels N] [--processes N] [--database sqlite|postgresql]

The real `article3 serve`, in as many processes as are wanted, sends them to a stand-in with
Discord's limits on a clock that nobody turns. Discord takes 50 requests a second from a bot; the
processes share them by DIGEST_PER_SECOND. The goals: 1.02 times the channels / 50 seconds or less
from the minute on, no 429, each digest once, and /target as quick as while nothing is sent.
"""

import argparse
import asyncio
import gc
import os
import random
import subprocess
import sys
import tempfile
from bisect import bisect_left
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from data.store import Store
from data.store.digests import Status
from data.store.engine import engine_for, writing
from data.store.subscribing import subscribe
from data.subscriptions.model import ALL_PARTS, Quiet, Schedule, Subscription
from tests.bench.latency import MEMBERS, far, middle, target
from tests.bench.processes import Bot
from tests.bench.timing import Timing, timing
from tests.postgres import find_bindir, running
from tests.standin import Channel, Place
from tests.standin.checks.limits import EVERYWHERE, Limits
from tests.standin.checks.problems import Refusal

CHANNELS = 10_000
IN_A_SERVER = 4
"""So that 10,000 channels are in as many servers as one connection may have."""
AHEAD = 30.0
"""Seconds before the minute in which the subscriptions can be written."""
ASK_EVERY = 0.05
IDLE = 1_000
"""Questions that are asked while nothing is sent, half of them before and half of them after."""
TOGETHER = 200
"""Subscriptions that are written in one transaction."""
PATIENCE = 4.0
"""Times the least that it can take, after which what is missing is missing."""


class Counted(Limits):
    """Discord's limits, and when it was asked for what they bind."""

    def __init__(self, now: Callable[[], float]) -> None:
        super().__init__(now)
        self.digests: list[float] = []
        self.bound: list[float] = []
        self.refused: Counter[str] = Counter()

    def take(self, method: str, route: str, major: str = "") -> dict[str, str]:
        at = self._now()
        try:
            headers = super().take(method, route, major)
        except Refusal:
            self.refused[f"{method} {route}"] += 1
            raise
        if (method, route) == ("POST", "/channels/{channel_id}/messages"):
            self.digests.append(at)
        if not route.startswith(("/interactions/", "/webhooks/")):
            self.bound.append(at)
        return headers

    def most_in_a_second(self) -> int:
        """Of any second, not only of those that the limit counts by."""
        ends = (bisect_left(self.bound, at + EVERYWHERE.seconds) for at in self.bound)
        return max(end - first for first, end in enumerate(ends))


@dataclass(frozen=True, slots=True)
class Found:
    """Seconds throughout; `idle` and `busy` are those of /target."""

    due: float
    limits: Counted
    idle: Sequence[float]
    busy: Sequence[float]
    work: float
    """Processor time of all processes, from the minute on until all was recorded."""
    in_channels: Counter[int]
    """How many channels have so many digests."""
    status: Status


@dataclass(frozen=True, slots=True)
class Scene:
    home: Timing
    limits: Counted
    channels: Sequence[Channel]
    here: Place
    store: Store
    url: str
    bots: Sequence[Bot]


def furnish(home: Timing, count: int) -> list[Channel]:
    channels: list[Channel] = []
    while len(channels) < count:
        guild = home.add_guild(f"Embassy {len(channels)}")
        channels += [guild.add_channel(f"digest-{each}") for each in range(IN_A_SERVER)]
    return channels[:count]


async def subscribe_all(scene: Scene, due: datetime) -> None:
    now = datetime.now(UTC)
    made = [_subscription(number, each, due, now) for number, each in enumerate(scene.channels)]
    engine = writing(engine_for(scene.url))
    for first in range(0, len(made), TOGETHER):
        # Between these, the processes come to what they have to write.
        async with engine.begin() as connection:
            for each in made[first : first + TOGETHER]:
                await connection.run_sync(subscribe, each, now=now, by="bench")
    await engine.dispose()


def _subscription(number: int, channel: Channel, due: datetime, now: datetime) -> Subscription:
    assert channel.guild is not None
    return Subscription(
        id=f"{number:08}",
        guild=channel.guild.id,
        channel=channel.id,
        owner=channel.guild.owner.id,
        schedule=Schedule(at=due.time(), zone="UTC"),
        language="en",
        parts=ALL_PARTS,
        quiet=Quiet.SEND,
        late=timedelta(hours=6),
        crosspost=False,
        since=now,
    )


async def asked(scene: Scene) -> AsyncIterator[float]:
    """Seconds of one /target after the other, without end."""
    chance = random.Random(1)
    while True:
        yield await scene.home.one(target(chance.choice(MEMBERS))(scene.here))
        # What was answered is not read again.
        scene.here.channel.messages.clear()
        await asyncio.sleep(ASK_EVERY)


async def measure(scene: Scene) -> Found:
    questions = asked(scene)
    for _ in MEMBERS * 4:
        await anext(questions)
    idle = [await anext(questions) for _ in range(IDLE // 2)]
    due = _next_minute()
    await subscribe_all(scene, due)
    clock, minute = scene.home.clock, due.timestamp()
    await asyncio.sleep(minute - clock.seconds())
    before = sum(bot.busy() for bot in scene.bots)
    latest = minute + PATIENCE * len(scene.channels) / EVERYWHERE.most + AHEAD
    busy: list[float] = []
    while len(scene.limits.digests) < len(scene.channels) and clock.seconds() < latest:
        busy.append(await anext(questions))
    status = await _recorded(scene)
    work = sum(bot.busy() for bot in scene.bots) - before
    idle += [await anext(questions) for _ in range(IDLE // 2)]
    counts = Counter(len(each.messages) for each in scene.channels)
    return Found(minute, scene.limits, idle, busy, work, counts, status)


async def _recorded(scene: Scene) -> Status:
    """How the deliveries stand once all are over, or some seconds later."""
    status = await scene.store.digests.status(datetime.now(UTC))
    for _ in range(20):
        if status.sent_today == len(scene.channels):
            break
        await asyncio.sleep(0.5)
        status = await scene.store.digests.status(datetime.now(UTC))
    return status


def _next_minute() -> datetime:
    soon = datetime.now(UTC) + timedelta(seconds=AHEAD + 60)
    return soon.replace(second=0, microsecond=0)


@contextmanager
def database(kind: str) -> Iterator[str]:
    """The address of one that holds this release already."""
    with ExitStack() as stack:
        if kind == "sqlite":
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            url = f"sqlite+aiosqlite:///{Path(folder) / 'article3.db'}"
        else:
            bindir = find_bindir()
            if bindir is None:
                raise SystemExit("Install the package postgresql to run this.")
            server = stack.enter_context(running(bindir))
            server.psql("create database digest")
            url = server.url("digest")
        words = [sys.executable, "-m", "bot", "db", "prepare"]
        subprocess.run(words, env={**os.environ, "DATABASE_URL": url}, check=True)
        yield url


@contextmanager
def serving(home: Timing, url: str, processes: int) -> Iterator[Sequence[Bot]]:
    most = EVERYWHERE.most
    with ExitStack() as stack:
        bots: list[Bot] = []
        for each in range(processes):
            share = most * (each + 1) // processes - most * each // processes
            told = {
                "DISCORD_API_URL": home.api,
                "DISCORD_TOKEN": home.token,
                "DATABASE_URL": url,
                "DIGEST_PER_SECOND": str(share),
            }
            bots.append(Bot(["bot", "serve"], {**os.environ, **told}))
            stack.callback(bots[-1].stop)
        yield bots


async def run(url: str, channels: int, processes: int) -> Found:
    gc.disable()
    async with timing() as home, Store.open(url) as store:
        home.rules.limits = limits = Counted(home.clock.seconds)
        # Of what it checks, only what is quickly checked: it shares a machine with the processes.
        home.rules.on = True
        places = furnish(home, channels)
        here = home.add_user("Anna").at(home.add_guild("Desk").add_channel("general"))
        with serving(home, url, processes) as bots:
            for bot in bots:
                await asyncio.to_thread(bot.said, "Ready")
            return await measure(Scene(home, limits, places, here, store, url, bots))


def tell(found: Found, channels: int) -> None:
    limits, least = found.limits, channels / EVERYWHERE.most
    first, last = limits.digests[0] - found.due, limits.digests[-1] - found.due
    print(f"  {channels:,} digests, {least:.1f} s at the least")
    print(f"  from the minute to the last   {last:7.1f} s   {last / least:.3f}x")
    print(f"  from the first to the last    {last - first:7.1f} s   {(last - first) / least:.3f}x")
    print(f"  requests in any one second    {limits.most_in_a_second():5} at most")
    print(
        f"  answered 429                  {limits.refused.total():5} {dict(limits.refused) or ''}"
    )
    missing = found.in_channels[0]
    doubled = sum(count for digests, count in found.in_channels.items() if digests > 1)
    print(f"  missing, doubled              {missing:5}, {doubled}")
    print(f"  recorded as sent              {found.status.sent_today:5}")
    print(f"  processor time of a digest    {found.work / channels * 1e3:8.2f} ms")
    for name, say in (("p50", middle), ("p99", far)):
        idle, busy = say(found.idle) * 1e3, say(found.busy) * 1e3
        print(
            f"  /target {name}, idle, meanwhile  {idle:6.2f}, {busy:6.2f} ms   {busy / idle:.2f}x"
        )


def main() -> None:
    words = argparse.ArgumentParser(prog="python -m tests.bench.digest", description=__doc__)
    words.add_argument("--channels", type=int, default=CHANNELS)
    words.add_argument("--processes", type=int, default=1)
    words.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    given = words.parse_args()
    with database(given.database) as url:
        found = asyncio.run(run(url, given.channels, given.processes))
    count = "one process" if given.processes == 1 else f"{given.processes} processes"
    print(f"{count}, {given.database}")
    tell(found, given.channels)


if __name__ == "__main__":
    main()
