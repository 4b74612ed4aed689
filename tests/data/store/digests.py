"""Subscriptions and moments that tests of the digest share."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from data.store import Store
from data.subscriptions.delivery import Delivery
from data.subscriptions.model import ALL_PARTS, Quiet, Schedule, Subscription

LEASE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

MADE = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
"""A Tuesday."""
TODAY = date(2026, 11, 25)
EIGHT = datetime(2026, 11, 25, 7, 0, tzinfo=UTC)
"""When it is eight in Paris, on the first day that a digest is due."""
MESSAGE = 2**62 + 1

DAILY = Subscription(
    id="aaaaaaaa",
    guild=2**62,
    channel=2**62 + 7,
    owner=2**61,
    schedule=Schedule(at=time(8, 0), zone="Europe/Paris"),
    language="fr",
    parts=ALL_PARTS,
    quiet=Quiet.SHORTEN,
    late=2 * HOUR,
    crosspost=True,
    since=MADE,
)


def many(count: int) -> list[Subscription]:
    return [replace(DAILY, id=f"sub{each:05}", channel=1_000 + each) for each in range(count)]


async def subscribed(store: Store, *given: Subscription) -> None:
    for each in given or (DAILY,):
        await store.digests.subscribe(each, now=MADE, by="Ada")


async def claimed(store: Store, worker: str = "one", *, now: datetime = EIGHT) -> Delivery:
    """The only delivery that is due."""
    await store.digests.enqueue(now)
    (found,) = await store.digests.claim(worker, now=now, lease=LEASE, limit=9)
    return found


async def begun(store: Store, worker: str = "one", *, now: datetime = EIGHT) -> Delivery:
    """One that may have been sent."""
    found = await claimed(store, worker, now=now)
    assert await store.digests.sending(found, worker, now=now, lease=LEASE)
    return found


async def story(store: Store, day: date = TODAY, name: str = DAILY.id) -> str:
    """What happened on a day, in words."""
    told = await store.digests.why(name, day)
    return " ".join(each.what.value for each in told if each.day is not None)


async def state(store: Store, day: date = TODAY, name: str = DAILY.id) -> str:
    found = await store.digests.outcome(name, day)
    return "none" if found is None else " ".join([found.state, *([found.why] if found.why else [])])
