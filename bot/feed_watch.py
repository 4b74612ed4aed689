"""Watches the feeds while the bot runs: looks at those that are due, a few at a time, and one of a
host. What is due stands in the store, so that several processes share the work."""

import asyncio
import logging
import random
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot import metrics
from bot.feed_look import Looker, Read, read_proposals
from bot.feed_settle import count, fail, settle
from bot.library import Pause
from bot.metrics import Metrics
from data.errors import StoreError
from data.facts.knowledge import Knowledge
from data.importers.feeds.fetching import Fetcher
from data.importers.feeds.model import FeedError, Watched
from data.messages import mark
from data.store import Store

log = logging.getLogger(__name__)

AT_ONCE = 4
LEASE = timedelta(minutes=10)
"""More than a look takes, reading included."""
LOOK_EVERY = 30.0
"""Seconds between two looks at whether a feed is due."""

FAULT = mark("A fault of ours kept it from being read ({fault}).")


async def look_again() -> bool:
    await asyncio.sleep(LOOK_EVERY)
    return True


def signature(feed: Watched) -> str:
    """Who proposes what was found in a feed."""
    return f"feed {feed.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Watching:
    """How feeds are watched. `pause` ends when it is time to see what is due; `jitter` gives
    numbers from 0 to 1."""

    fetcher: Fetcher = field(default_factory=Fetcher)
    read: Read = read_proposals
    pause: Pause = look_again
    jitter: Callable[[], float] = random.random


class FeedWatch:
    """`knowledge` gives what is known by now."""

    def __init__(
        self,
        store: Store,
        watching: Watching,
        *,
        knowledge: Callable[[], Knowledge],
        clock: Callable[[], datetime],
        metrics: Metrics,
    ) -> None:
        self._feeds = store.feeds
        self._looker = Looker(store, watching.fetcher, watching.read)
        self._pause = watching.pause
        self._jitter = watching.jitter
        self._knowledge = knowledge
        self._clock = clock
        self._metrics = metrics
        self._worker = f"f-{secrets.token_hex(6)}"
        self._under_way: set[asyncio.Task[None]] = set()
        self._looping: asyncio.Task[None] | None = None
        self._is_failing = False

    def start(self) -> None:
        self._looping = asyncio.create_task(self._loop(), name="feeds")

    async def stop(self, within: float) -> None:
        """Begins no more, and lets looks under way finish for so many seconds. Nothing is lost of
        those that are broken off then: once their lease is over, somebody looks again."""
        if self._looping is not None:
            self._looping.cancel()
            await asyncio.wait({self._looping})
        if not self._under_way:
            return
        _, late = await asyncio.wait(self._under_way, timeout=within)
        for each in late:
            each.cancel()
        if late:
            await asyncio.wait(late)

    async def turn(self) -> None:
        """Begins with what is due, as far as there is room."""
        room = AT_ONCE - len(self._under_way)
        if room <= 0:
            return
        now = self._clock()
        for each in await self._feeds.claim(self._worker, now=now, lease=LEASE, limit=room):
            task = asyncio.create_task(self._look_at(each), name=f"feed {each.id}")
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)

    async def idle(self) -> None:
        """Waits until no look is under way."""
        while self._under_way:
            await asyncio.wait(self._under_way)

    async def _loop(self) -> None:
        while await self._pause():
            try:
                await self.turn()
            # Whatever it was, the next look may do better.
            except Exception as error:
                self._metrics.count(metrics.FEED_FAILURES, step="claim")
                if not self._is_failing:
                    log.warning("Feeds: claiming failed and is tried again.", exc_info=error)
                self._is_failing = True
                continue
            self._is_failing = False

    async def _look_at(self, feed: Watched) -> None:
        try:
            await self._look(feed)
        except FeedError as error:
            self._metrics.count(metrics.FEED_LOOKS, outcome="gone" if error.gone else "failed")
            await self._leave(feed, error)
        # Nothing is above this. The feed is left alone for a while, and the others are looked at.
        except Exception as error:
            self._metrics.count(metrics.FEED_FAILURES, step="look")
            log.warning("Feed %s: looking at it failed.", feed.id, exc_info=error)
            await self._leave(feed, FeedError(FAULT.format(fault=type(error).__name__)))

    async def _look(self, feed: Watched) -> None:
        now = self._clock()
        look = await self._looker.look(feed, self._knowledge(), now=now)
        queued = await self._looker.queue(look, by=signature(feed), at=now)
        await settle(self._feeds, look, queued, self._worker, now=now, jitter=self._jitter())
        count(look, queued, self._metrics)
        if feed.failures:
            log.info("Feed %s can be read again.", feed.id)
        if look.told:
            read, found = len(look.told), len(queued.added)
            log.info("Feed %s: items read: %s, proposals: %s.", feed.id, read, found)
        if queued.refused is not None:
            log.warning("Feed %s: items wait for the next look: %s", feed.id, queued.refused)

    async def _leave(self, feed: Watched, error: FeedError) -> None:
        try:
            now, jitter = self._clock(), self._jitter()
            until = await fail(self._feeds, feed, error, self._worker, now=now, jitter=jitter)
        except StoreError as lost:
            # Its lease ends by itself.
            log.warning("Feed %s: how the look went cannot be kept: %s", feed.id, lost)
            return
        if until is None:
            log.warning("Feed %s is not looked at any more: %s", feed.id, error)
            return
        # Each time: the looks become rarer.
        paused, times = f"{until.astimezone(UTC):%Y-%m-%d %H:%M} UTC", feed.failures + 1
        log.warning(
            "Feed %s is paused until %s, failures in a row: %s. %s", feed.id, paused, times, error
        )
