"""The loop behind the digests: it looks for due ones every few seconds, and nothing ends it.

The loops of discord.py are not used for it: after a network error one that goes by the clock was
seen to leave out a day, and then to run twice.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot import metrics
from bot.digest.courier import Courier
from bot.digest.ledger import Ledger
from bot.digest.repairs import Repairs
from bot.library import Pause
from bot.metrics import Metrics
from data.subscriptions.delivery import Delivery
from data.subscriptions.due import Due

log = logging.getLogger(__name__)

_ENQUEUED = 500
_REPAIRS_EVERY = timedelta(minutes=1)


class Round:
    """`pause` ends when it is time to look again; False says that it is not needed any more.
    `ready` ends when it is known what may be done where. `at_once` deliveries may be under way
    together: so few that the lease of none runs out while it waits for its turn."""

    def __init__(
        self,
        ledger: Ledger,
        courier: Courier,
        repairs: Repairs,
        *,
        clock: Callable[[], datetime],
        pause: Pause,
        ready: Callable[[], Awaitable[None]],
        at_once: int,
        metrics: Metrics,
    ) -> None:
        self._ledger = ledger
        self._digests = ledger.digests
        self._courier = courier
        self._repairs = repairs
        self._clock = clock
        self._pause = pause
        self._ready = ready
        self._at_once = at_once
        self._metrics = metrics
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._room = asyncio.Event()
        self._failing: set[str] = set()
        self._repaired_at: datetime | None = None
        self._looping: asyncio.Task[None] | None = None
        self._is_reckoned = False

    @property
    def tasks(self) -> tuple[asyncio.Task[None], ...]:
        """The deliveries under way."""
        return tuple(self._under_way.values())

    def start(self) -> None:
        self._looping = asyncio.create_task(self._loop(), name="digests")

    async def stop(self, within: float) -> int:
        """Begins no more and lets what is being sent finish; what was only claimed is given back.
        The number of those given up."""
        if self._looping is not None:
            self._looping.cancel()
            await asyncio.wait({self._looping})
        tasks = dict(self._under_way)
        for id, task in tasks.items():
            if not self._courier.is_sending(id):
                task.cancel()
        if not tasks:
            return 0
        _, late = await asyncio.wait(tasks.values(), timeout=within)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late)
        return len(late)

    async def _loop(self) -> None:
        await self._ready()
        while await self._pause():
            await self.turn()

    async def turn(self) -> None:
        """One look. It returns when all that was due is under way."""
        await self._step("reckoning", self._reckon)
        await self._step("repairs", self._repair)
        await self._step("enqueue", self._enqueue)
        await self._step("claim", self._deliver)

    async def idle(self) -> None:
        """Waits until nothing is under way."""
        while self._under_way:
            await asyncio.wait(self.tasks)

    async def _step(self, name: str, step: Callable[[], Awaitable[None]]) -> None:
        try:
            await step()
        # Whatever it was, the next look may do better.
        except Exception as error:
            self._metrics.count(metrics.ROUND_FAILURES, step=name)
            if name not in self._failing:
                log.warning("Digests: %s failed and is tried again.", name, exc_info=error)
            self._failing.add(name)
            return
        if name in self._failing:
            log.info("Digests: %s works again.", name)
        self._failing.discard(name)

    async def _reckon(self) -> None:
        """Once a run: the rules of a zone may have changed since the last."""
        if not self._is_reckoned:
            await self._digests.reckon()
            self._is_reckoned = True

    async def _repair(self) -> None:
        now = self._clock()
        is_time = self._repaired_at is None or now - self._repaired_at >= _REPAIRS_EVERY
        await self._repairs.carry_out(look=is_time)
        if is_time:
            self._repaired_at = now

    async def _enqueue(self) -> None:
        while True:
            count = await self._digests.enqueue(self._clock(), limit=_ENQUEUED)
            if count:
                self._metrics.count(metrics.DUE, count)
            if count < _ENQUEUED:
                return
            # There is a lot to come: what is there already goes meanwhile.
            if room := self._room_left:
                await self._take(room)

    async def _deliver(self) -> None:
        """Claims as long as there is something, and never more than can be under way."""
        while True:
            room = self._room_left
            if await self._take(room) < room:
                return
            await self._half_empty()

    async def _take(self, most: int) -> int:
        """Claims some and begins with them. How many there were."""
        found = await self._ledger.claim(most)
        last = await self._digests.last_sent(each.subscription.id for each in found)
        for each in found:
            self._begin(each, last.get(each.subscription.id))
        return len(found)

    @property
    def _room_left(self) -> int:
        return self._at_once - len(self._under_way)

    def _begin(self, delivery: Delivery, last: Due | None) -> None:
        if delivery.id in self._under_way:
            # Its lease ran out meanwhile, or a clock jumped; whoever is at it carries on.
            return
        task = asyncio.create_task(self._courier.deliver(delivery, last))
        self._under_way[delivery.id] = task
        task.add_done_callback(lambda _: self._end(delivery.id))

    def _end(self, id: int) -> None:
        del self._under_way[id]
        self._room.set()

    async def _half_empty(self) -> None:
        while len(self._under_way) > self._at_once // 2:
            self._room.clear()
            await self._room.wait()
