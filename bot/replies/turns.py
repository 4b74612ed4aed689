"""Answers that are ready go out a few in each turn of the event loop, so that many at once do not
keep the heart of the connection, and everybody's suggestions, waiting until the last is out."""

import asyncio
from collections import deque

MOST = 8
"""In one turn. Each takes a millisecond or two until its request is on the way."""


class Turns:
    """Belongs to one event loop. First come, first served."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._left = most
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._counting = False

    async def take(self) -> None:
        """Goes on at once where few others did in this turn."""
        loop = asyncio.get_running_loop()
        if not self._counting:
            self._counting = True
            loop.call_soon(self._next)
        if self._left and not self._waiting:
            self._left -= 1
            return
        mine: asyncio.Future[None] = loop.create_future()
        self._waiting.append(mine)
        await mine

    def _next(self) -> None:
        self._left = self._most
        while self._left and self._waiting:
            waiting = self._waiting.popleft()
            # Whoever was cancelled meanwhile takes no turn.
            if not waiting.done():
                waiting.set_result(None)
                self._left -= 1
        self._counting = self._left < self._most
        if self._counting:
            asyncio.get_running_loop().call_soon(self._next)
