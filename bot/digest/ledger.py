"""What is written down of each delivery: in the store, in the log, and in what is counted."""

import logging
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import metrics
from bot.digest.together import Together
from bot.metrics import Metrics
from data.errors import StoreError
from data.store.digests import Digests
from data.subscriptions.delivery import Delivery, Event, What

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=90)
"""Longer than the slowest way through all steps, each of which gives up in time."""
LATE = 300.0
"""Seconds after which a digest counts as late."""

_FIRST_RETRY, _LAST_RETRY = timedelta(seconds=5), timedelta(minutes=5)
_UNCLEAR_FOR = timedelta(hours=25)
"""For so long it is tried to look for one that nobody can tell of."""
_RECORD_EVERY = 0.1
"""Seconds in which messages gather that are recorded together: a transaction for each takes as
much of the processor as sending it does."""
_RECORD_AGAIN = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
"""Seconds between attempts to write down that a message is there."""


class Ledger:
    """`worker` is a name that no other process has. `sleep` waits for some seconds."""

    def __init__(
        self,
        digests: Digests,
        *,
        clock: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[object]],
        worker: str,
        metrics: Metrics,
    ) -> None:
        self.worker = worker
        self.digests = digests
        self._clock = clock
        self._sleep = sleep
        self._metrics = metrics
        self._beginning = Together(self._begin_all)
        self._recording = Together(self._record_all, pause=lambda: sleep(_RECORD_EVERY))

    async def claim(self, limit: int) -> tuple[Delivery, ...]:
        return await self.digests.claim(self.worker, now=self._clock(), lease=LEASE, limit=limit)

    async def begin(self, delivery: Delivery) -> bool:
        """Writes down that it may be in its channel from now on; False where it must not be."""
        if await self._beginning.ask(delivery):
            return True
        outcome = await self.digests.outcome(delivery.subscription.id, delivery.day)
        why = outcome.why if outcome is not None else None
        if why is What.MISSED:
            self._metrics.count(metrics.FAILED, why="late")
        self.tell(delivery, f"not sent: {why or 'somebody else has it'}")
        return False

    async def sent(self, delivery: Delivery, id: int, *, at: datetime, found: bool) -> bool:
        """False where somebody else has ended it."""
        if not await self._record(delivery, id, found=found):
            told = f"in its channel as {id}, and ended by somebody else"
            self.tell(delivery, told, logging.WARNING)
            return False
        late = max((at - delivery.due_at).total_seconds(), 0.0)
        self._metrics.count(metrics.SENT)
        self._metrics.observe(metrics.LATENESS, late)
        if late > LATE:
            self._metrics.count(metrics.LATE)
        self.tell(delivery, "found in the channel" if found else "sent")
        return True

    async def published(self, delivery: Delivery, problem: str) -> None:
        """Without a problem it was."""
        told = f"not published: {problem}" if problem else ""
        await self.note(delivery, What.CROSSPOSTED, told)
        if told:
            self.tell(delivery, told, logging.WARNING)

    async def skipped(self, delivery: Delivery, what: What, detail: str = "") -> None:
        now = self._clock()
        await self.digests.skipped(delivery, self.worker, now=now, what=what, detail=detail)
        self._metrics.count(metrics.SKIPPED)
        self.tell(delivery, f"skipped: {what}")

    async def refused(self, delivery: Delivery, detail: str, *, why: str) -> None:
        await self.digests.refused(delivery, self.worker, now=self._clock(), detail=detail)
        self._metrics.count(metrics.FAILED, why=why)
        self.tell(delivery, f"refused: {detail}", logging.WARNING)

    async def again(self, delivery: Delivery, detail: str, *, unclear: bool) -> None:
        """Gives it back for another attempt, each after a longer while."""
        if unclear and self._clock() - delivery.due_at > _UNCLEAR_FOR:
            await self.refused(delivery, f"unclear: {detail}", why="unclear")
            return
        wait = min(_FIRST_RETRY * 2 ** min(delivery.attempts - 1, 10), _LAST_RETRY)
        if not await self._give_back(delivery, wait, detail, unclear=unclear):
            self.tell(delivery, f"left to whoever has it now: {detail}")
            return
        self._metrics.count(metrics.RETRIED, unclear="yes" if unclear else "no")
        self.tell(delivery, f"tried again in {wait.total_seconds():.0f} s: {detail}")

    async def given_back(self, delivery: Delivery) -> None:
        """For whoever comes next, at once."""
        detail = "the process was stopped"
        await self._give_back(delivery, timedelta(), detail, unclear=delivery.unclear)

    async def note(self, delivery: Delivery, what: What, detail: str) -> None:
        await self.digests.note(
            Event(
                subscription=delivery.subscription.id,
                day=delivery.day,
                at=self._clock(),
                what=what,
                detail=detail,
                worker=self.worker,
            )
        )

    def tell(self, delivery: Delivery, outcome: str, level: int = logging.INFO) -> None:
        late = (self._clock() - delivery.due_at).total_seconds()
        log.log(level, "%s: %s, %.1f s after its time.", name(delivery), outcome, late)

    async def _give_back(
        self, delivery: Delivery, wait: timedelta, detail: str, *, unclear: bool
    ) -> bool:
        """False where the lease was lost."""
        now = self._clock()
        return await self.digests.retry(
            delivery,
            self.worker,
            now=now,
            not_before=now + wait,
            detail=detail,
            unclear=unclear,
        )

    async def _record(self, delivery: Delivery, id: int, *, found: bool) -> bool:
        """The database may be away for a while; whoever comes after us would have to look."""
        wanted = _Arrived(delivery, id, found)
        for wait in _RECORD_AGAIN:
            try:
                return await self._recording.ask(wanted)
            except StoreError:
                await self._sleep(wait)
        return await self._recording.ask(wanted)

    async def _begin_all(self, deliveries: Sequence[Delivery]) -> Collection[Delivery]:
        now = self._clock()
        return await self.digests.sending_all(deliveries, self.worker, now=now, lease=LEASE)

    async def _record_all(self, arrived: Sequence["_Arrived"]) -> Collection["_Arrived"]:
        recorded: list[_Arrived] = []
        for found in (False, True):
            messages = {each.delivery: each.id for each in arrived if each.found is found}
            if messages:
                done = await self.digests.sent_all(
                    messages, self.worker, now=self._clock(), found=found
                )
                recorded += [_Arrived(each, messages[each], found) for each in done]
        return recorded


@dataclass(frozen=True, slots=True)
class _Arrived:
    delivery: Delivery
    id: int
    found: bool


def name(delivery: Delivery) -> str:
    sub = delivery.subscription
    return f"Digest {sub.id} of {delivery.day} for channel {sub.channel}"
