"""The subscriptions of all servers in memory, for what is offered while somebody types.

All are read once at the start. Whatever a command reads or writes is put here at once. What other
processes write is seen a little later: where somebody types in a server that was not read for a
while, what is at hand is offered, and read anew beside it for the next letter.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from data.store.digests import Digests
from data.subscriptions.model import Subscription

log = logging.getLogger(__name__)

FRESH = timedelta(seconds=5)


class Shelf:
    """Belongs to one event loop. `close` ends what is being read."""

    def __init__(self, digests: Digests, clock: Callable[[], datetime]) -> None:
        self._digests = digests
        self._clock = clock
        self._kept: dict[int, tuple[Subscription, ...]] = {}
        self._read_at: dict[int, datetime] = {}
        self._reading: dict[int, asyncio.Task[None]] = {}

    async def fill(self) -> None:
        """Reads them all."""
        found: dict[int, list[Subscription]] = {}
        for each in await self._digests.subscriptions():
            if each.guild is not None:
                found.setdefault(each.guild, []).append(each)
        self._kept = {guild: tuple(subs) for guild, subs in found.items()}

    async def read(self, guild: int) -> tuple[Subscription, ...]:
        """Those of a server as the store has them now."""
        found = await self._digests.subscriptions(guild=guild)
        self.put(guild, found)
        return found

    def put(self, guild: int, found: Iterable[Subscription]) -> None:
        self._kept[guild] = tuple(found)
        self._read_at[guild] = self._clock()

    def at_hand(self, guild: int) -> tuple[Subscription, ...]:
        """Those of a server as they were read last. The store is not waited for."""
        read_at = self._read_at.get(guild)
        if (read_at is None or self._clock() - read_at > FRESH) and guild not in self._reading:
            task = asyncio.create_task(self._renew(guild), name="subscriptions")
            self._reading[guild] = task
        return self._kept.get(guild, ())

    async def settled(self) -> None:
        """Waits for what is being read."""
        if self._reading:
            await asyncio.wait(set(self._reading.values()))

    def close(self) -> None:
        for task in self._reading.values():
            task.cancel()

    async def _renew(self, guild: int) -> None:
        try:
            await self.read(guild)
        except Exception as error:  # noqa: BLE001 - what is at hand is offered meanwhile
            log.warning("Subscriptions cannot be read; they are offered from memory: %s", error)
        finally:
            self._reading.pop(guild, None)
