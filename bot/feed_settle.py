"""Writes down how a look at a feed went, and when the next one is."""

from dataclasses import replace
from datetime import datetime

from bot import metrics
from bot.feed_look import Look, Queued
from bot.metrics import Metrics
from data.importers.feeds.model import FeedError, Watched
from data.importers.feeds.pace import after_failure, after_success
from data.store.feeds import Feeds


async def settle(
    feeds: Feeds, look: Look, queued: Queued, worker: str, *, now: datetime, jitter: float
) -> bool:
    """A look that went well. False where the lease was lost, and nothing is remembered."""
    keeps = None if look.page is None else look.page.keeps
    next_at = now + after_success(keeps, look.keeps, jitter=jitter)
    feed = look.feed
    if queued.refused is not None:
        # The same bytes have to come once more.
        feed = replace(feed, etag=None, modified=None)
    return await feeds.looked(feed, worker, now=now, next_at=next_at, traces=queued.traces)


async def fail(
    feeds: Feeds, feed: Watched, error: FeedError, worker: str, *, now: datetime, jitter: float
) -> datetime | None:
    """A look that did not. When the next one is; None where there is none, as the feed is gone."""
    next_at = None
    if not error.gone:
        next_at = now + after_failure(feed.failures + 1, asked=error.after, jitter=jitter)
    await feeds.failed(feed.id, worker, now=now, next_at=next_at, problem=error)
    return next_at


def count(look: Look, queued: Queued, counted: Metrics) -> None:
    outcome = "unchanged" if look.page is None else "read"
    counted.count(metrics.FEED_LOOKS, outcome=outcome)
    for standing, number in look.standings.items():
        counted.count(metrics.FEED_ITEMS, number, standing=standing.value)
    for added in queued.added:
        counted.count(metrics.FEED_PROPOSALS, came=added.came.value)
    if faults := sum(each.fault is not None for each in look.told):
        counted.count(metrics.FEED_FAILURES, faults, step="item")
