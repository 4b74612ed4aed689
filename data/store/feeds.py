"""Feeds that are watched, as whoever looks at them sees them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from data.importers.feeds.model import FeedError, Watched
from data.importers.feeds.sifting import Memory, Trace
from data.store import feed_items, feed_rows
from data.store.access import Access


class Feeds(Access):
    """Each method is one transaction. All moments are the caller's and have a zone. No change moves
    the counter of what is known. A `worker` is a name that no other process has."""

    async def add(self, made: Watched) -> Watched:
        """Returns it, or the one that watches this address already. It is due at once. Raises
        QuestionError where there are too many."""
        return await self._write(feed_rows.add, made)

    async def remove(self, id: str, *, by: str, now: datetime) -> bool:
        """What was seen in it is forgotten. False where it is not watched."""
        return await self._share(feed_rows.remove, id, by=by, now=now)

    async def all(self) -> tuple[Watched, ...]:
        """Those that are watched, the oldest first."""
        return await self._read(feed_rows.find_all)

    async def find(self, text: str) -> Watched | None:
        """By its id or its address."""
        return await self._read(feed_rows.find, text)

    async def claim(
        self, worker: str, *, now: datetime, lease: timedelta, limit: int
    ) -> tuple[Watched, ...]:
        """Takes at most `limit` of those that are due, the longest due first, and never two of one
        host, whoever has the other."""
        if not await self._read(feed_rows.is_any_due, now):
            return ()
        # One writer at a time: two could take two feeds of one host.
        return await self._write(feed_rows.claim, worker, now=now, lease=lease, limit=limit)

    async def claim_one(self, id: str, worker: str, *, now: datetime, lease: timedelta) -> bool:
        """Whether it is due or not. False where somebody else has it, or another of its host."""
        return await self._write(feed_rows.claim_one, id, worker, now=now, lease=lease)

    async def release(self, id: str, worker: str) -> None:
        """Gives it back; if it is this worker's no more, this does nothing."""
        await self._share(feed_rows.release, id, worker)

    async def memory(self, id: str, traces: Sequence[Trace], *, now: datetime) -> Memory:
        """What is remembered that these may be told by; `id` is their feed."""
        return await self._read(feed_items.memory, id, traces, now=now)

    async def looked(
        self,
        seen: Watched,
        worker: str,
        *,
        now: datetime,
        next_at: datetime,
        traces: Sequence[Trace] = (),
    ) -> bool:
        """A look that went well: its items are remembered, with the title and the validators that
        `seen` has now. False where the lease was lost, and then nothing is."""
        return await self._share(
            feed_items.looked, seen, worker, now=now, next_at=next_at, traces=traces
        )

    async def failed(
        self,
        id: str,
        worker: str,
        *,
        now: datetime,
        next_at: datetime | None,
        problem: FeedError,
    ) -> bool:
        """A look that did not; without `next_at` there is no other. False where the lease was
        lost."""
        return await self._share(
            feed_rows.failed, id, worker, now=now, next_at=next_at, problem=problem
        )
