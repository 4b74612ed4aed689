"""Digests in channels, and bots that send them when they are told to."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest

from bot.app import App
from bot.digest.sender import Rhythm
from data.store import Store
from data.subscriptions.delivery import What
from data.subscriptions.model import ALL_PARTS, Quiet, Schedule, Subscription
from tests.e2e.conftest import NOW, Bots
from tests.standin import Channel, Clock, Standin
from tests.standin.reply import Shown

DAY = NOW.date()
DUE = NOW + timedelta(minutes=30)
"""By now all that is shipped has been written, and is no news."""
POST = "/channels/*/messages"


class Crash(BaseException):
    """The end of a process, in the middle of whatever it does."""


def sleeping(clock: Clock) -> Callable[[float], Awaitable[object]]:
    """Where a bot would wait, the clock moves on instead."""

    async def sleep(seconds: float) -> None:
        until = clock.seconds() + seconds
        await asyncio.sleep(0)
        if (left := until - clock.seconds()) > 0:
            clock.advance(left)

    return sleep


@contextmanager
def crashing(where: Any, step: str, *, after: bool = False) -> Iterator[None]:
    """Ends a process before a step, or after it."""
    done = getattr(where, step)

    async def crash(*args: Any, **kwargs: Any) -> Any:
        if after:
            await done(*args, **kwargs)
        raise Crash

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(where, step, crash)
        yield


class Gate:
    def __init__(self) -> None:
        self.reached, self.open = asyncio.Event(), asyncio.Event()
        self.through = False


@contextmanager
def held(where: Any, step: str) -> Iterator[Gate]:
    """Holds whoever comes to a step, until the gate is opened."""
    done, gate = getattr(where, step), Gate()

    async def wait(*args: Any, **kwargs: Any) -> Any:
        if not gate.through:
            gate.reached.set()
            await gate.open.wait()
        return await done(*args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(where, step, wait)
        yield gate


async def never() -> bool:
    await asyncio.Event().wait()
    return False


class Posts:
    """Subscriptions of one store, and what comes into their channels."""

    def __init__(self, local: Standin, store: Store, bots: Bots) -> None:
        self.local = local
        self.digests = store.digests
        self.owner = local.add_user("Ben")
        self._bots = bots
        self._numbers = count(1)
        local.clock.advance(DUE - NOW)

    async def start(self) -> App:
        """A bot that sends digests when it is told to."""
        clock = self.local.clock
        rhythm = Rhythm(pause=never, now=clock.seconds, sleep=sleeping(clock))
        app = await self._bots.start(rhythm=rhythm)
        await app.wait_until_ready()
        return app

    async def stop(self, app: App) -> None:
        await self._bots.stop(app)

    async def subscribe(self, channel: Channel, **otherwise: Any) -> Subscription:
        """Somebody's digest at the minute it is, unless otherwise is said."""
        usual: dict[str, Any] = {
            "id": f"sub{next(self._numbers):05}",
            "guild": channel.guild.id if channel.guild is not None else None,
            "channel": channel.id,
            "owner": self.owner.id,
            "schedule": Schedule(at=DUE.time(), zone="UTC"),
            "language": "en",
            "parts": ALL_PARTS,
            "quiet": Quiet.SEND,
            "late": timedelta(hours=6),
            "crosspost": False,
            "since": NOW,
        }
        made = Subscription(**usual | otherwise)
        await self.digests.subscribe(made, now=made.since, by="ben")
        return made

    async def send(self, app: App) -> None:
        """One look at what is due, and all that comes of it."""
        await app.sender.round.turn()
        await app.sender.round.idle()

    async def send_all(self, *apps: App) -> None:
        await asyncio.gather(*(self.send(each) for each in apps))

    async def crash(self, app: App) -> None:
        """One look that ends in a crash."""
        try:
            await app.sender.round.turn()
            results = await asyncio.gather(*app.sender.round.tasks, return_exceptions=True)
        except Crash:
            return
        assert [type(each) for each in results] == [Crash]

    async def settle(self, app: App, *, minutes: int = 4) -> None:
        """Looks once a minute, as time goes on: for longer than any lease lasts."""
        for _ in range(minutes):
            self.local.clock.advance(60)
            await self.send(app)

    async def steps(self, sub: Subscription, day: date = DAY) -> list[What]:
        """What `/digest why` knows of the day."""
        events = await self.digests.why(sub.id, day)
        return [each.what for each in events if each.day is not None]

    def json_of(self, message: Shown) -> Any:
        assert message.message is not None
        return message.message

    def id_of(self, message: Shown) -> int:
        return int(self.json_of(message)["id"])


def posted(channel: Channel) -> list[Shown]:
    """The messages there that are digests."""
    shown = [Shown(each) for each in channel.messages.values()]
    return [each for each in shown if "Digest of" in each.text]
