"""How fast Discord is asked for digests, so that it never has to answer 429.

Turns come evenly spaced, and no more than `rate` of them are used within any second whichever way
the network delays them: a turn is given out again only a second after its request was answered.
"""

import asyncio
import math
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

WINDOW = 1.0
"""Seconds in which Discord counts all requests of a bot."""
CHANNEL_GAP = 1.1
"""Seconds between two messages in one channel, which may have five of them in five."""

_CATCH_UP = 0.1
"""Seconds by which turns may come closer together after a delay of ours."""
_MOST_CHANNELS = 10_000


class Pace:
    """`rate` turns a second. `now` counts seconds and `sleep` waits for some."""

    def __init__(
        self, rate: int, *, now: Callable[[], float], sleep: Callable[[float], Awaitable[object]]
    ) -> None:
        self._gap = WINDOW / rate
        self._now = now
        self._sleep = sleep
        self._next = -math.inf
        self._line = asyncio.Lock()
        self._turns = asyncio.Semaphore(rate)
        self._usable = deque([-math.inf] * rate)
        """When each turn that nobody has may be used."""
        self._channels: dict[int, float] = {}

    @asynccontextmanager
    async def turn(self, channel: int | None = None) -> AsyncIterator[None]:
        """Around one request; `channel` is where it writes a message, if it does."""
        if channel is not None:
            await self._wait_until(self._reserve(channel))
        await self._take()
        try:
            yield
        finally:
            self._usable.append(self._now() + WINDOW)
            self._turns.release()

    async def _take(self) -> None:
        await self._turns.acquire()
        usable = self._usable.popleft()
        try:
            async with self._line:
                at = max(self._next, usable)
                # What a timer was late is made up for; turns that nobody wanted are not.
                if at < self._now() - _CATCH_UP:
                    at = self._now()
                self._next = at + self._gap
                await self._wait_until(at)
        except asyncio.CancelledError:
            self._usable.append(usable)
            self._turns.release()
            raise

    def _reserve(self, channel: int) -> float:
        now = self._now()
        if len(self._channels) >= _MOST_CHANNELS:
            self._channels = {key: at for key, at in self._channels.items() if at > now}
        at = max(self._channels.get(channel, now), now)
        self._channels[channel] = at + CHANNEL_GAP
        return at

    async def _wait_until(self, at: float) -> None:
        if (left := at - self._now()) > 0:
            await self._sleep(left)
