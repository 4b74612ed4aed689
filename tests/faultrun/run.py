"""One run, from the first subscription to the count."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path

from bot.digest.ledger import LEASE
from data.errors import StoreError
from data.store import Store
from data.store.digests import Digests
from data.subscriptions.model import ALL_PARTS, Quiet, Schedule, Subscription
from tests.faultrun.clock import START, Fast, Standing
from tests.faultrun.counting import Count, count
from tests.faultrun.database import Database
from tests.faultrun.killing import happened
from tests.faultrun.nursery import Nursery
from tests.faultrun.plan import LIMITS, Plan, Planned, Step, Trouble
from tests.faultrun.troubles import Troubles, drop, take_away
from tests.faultrun.worker import Job
from tests.standin import NEWS, Channel, Standin
from tests.standin.guilds import TEXT

_IN_A_GUILD = 100
_LOOK_EVERY = 0.05


async def run(
    plan: Plan,
    database: Database,
    nursery: Nursery,
    folder: Path,
    *,
    processes: int = 2,
    speed: float = 30.0,
    per_second: int = 8,
    frozen: timedelta = timedelta(seconds=120),
    within: float = 600.0,
) -> Count:
    """Gives up after `within` seconds; what is missing by then is missing."""
    clock, began, ends = Standing(), time.monotonic(), folder / "ends"
    ends.mkdir()
    found = Count(plan=plan)
    # It tells of each answer to a process that has ended meanwhile.
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    async with Standin.open(clock=clock) as home, Store.open(database.url) as store:
        channels = await _subscribe(home, plan, store.digests)
        troubles = home.faults = _troubles(plan, channels)
        job = Job(
            api=home.api,
            token=home.token,
            url=database.url,
            began=clock.start(speed).began,
            speed=speed,
            per_second=per_second,
            processes=processes,
            frozen=frozen.total_seconds(),
            ends={each.subscription: list(each.ends) for each in plan.deliveries if each.ends},
            folder=str(ends),
            log=str(folder / "log"),
        )
        async with _bots(nursery, job, found):
            with suppress(TimeoutError):
                async with asyncio.timeout(within), asyncio.TaskGroup() as group:
                    watching = group.create_task(_watch(nursery))
                    await asyncio.gather(
                        drop(home, troubles, plan, found.drops),
                        take_away(database, troubles, plan, found.away),
                    )
                    await _over(store.digests, len(plan.deliveries), job.clock)
                    # What somebody believes to be theirs still, comes within this time.
                    await job.clock.sleep(_until_lost(plan, frozen).total_seconds())
                    watching.cancel()
        await count(found, channels, store.digests)
        found.seconds = time.monotonic() - began
        found.ended.update(step for _, step in happened(ends))
        found.troubles = troubles.happened
        too_many = sum(each.status == 429 for each in home.requests)
        found.refused = too_many - sum(troubles.happened[each] for each in LIMITS)
        found.strange = home.unexpected
    return found


def _until_lost(plan: Plan, frozen: timedelta) -> timedelta:
    is_frozen = any(Step.FROZEN in each.ends for each in plan.deliveries)
    return max(LEASE, frozen) if is_frozen else LEASE


@asynccontextmanager
async def _bots(nursery: Nursery, job: Job, found: Count) -> AsyncIterator[None]:
    nursery.begin(job)
    try:
        yield
    finally:
        found.lives = await asyncio.to_thread(nursery.end)


async def _subscribe(home: Standin, plan: Plan, digests: Digests) -> dict[str, Channel]:
    """The channel of each subscription."""
    owner = home.add_user("Ben")
    guilds = [home.add_guild(f"Desk {n}") for n in range(plan.channels // _IN_A_GUILD + 1)]
    channels = [
        guilds[number // _IN_A_GUILD].add_channel(
            f"news-{number}", kind=NEWS if number in plan.followed else TEXT
        )
        for number in range(plan.channels)
    ]
    for each in plan.deliveries:
        made = _subscription(each, channels[each.channel], owner.id)
        await digests.subscribe(made, now=START, by="ben")
    return {each.subscription: channels[each.channel] for each in plan.deliveries}


def _subscription(planned: Planned, channel: Channel, owner: int) -> Subscription:
    assert channel.guild is not None
    due = START + timedelta(minutes=planned.minute)
    return Subscription(
        id=planned.subscription,
        guild=channel.guild.id,
        channel=channel.id,
        owner=owner,
        # Once a week, so that however long it takes there is one.
        schedule=Schedule(at=due.time(), zone="UTC", weekdays=frozenset({START.weekday()})),
        language="en",
        parts=ALL_PARTS,
        quiet=Quiet.SEND,
        late=timedelta(hours=24),
        crosspost=channel.kind == NEWS,
        since=START,
    )


def _troubles(plan: Plan, channels: dict[str, Channel]) -> Troubles:
    planned: dict[int, list[Trouble]] = {}
    for each in plan.deliveries:
        planned.setdefault(channels[each.subscription].id, []).extend(each.troubles)
    return Troubles(planned)


async def _watch(nursery: Nursery) -> None:
    while not nursery.has_ended:  # noqa: ASYNC110 - of its end nobody tells
        await asyncio.sleep(1.0)
    raise RuntimeError("whoever starts the bots has ended")


async def _over(digests: Digests, wanted: int, clock: Fast) -> None:
    """Waits until every one has ended, in whatever way."""
    ended = 0
    while ended < wanted:
        await asyncio.sleep(_LOOK_EVERY)
        # It may have been taken away.
        with suppress(StoreError):
            status = await digests.status(clock.now())
            ended = status.sent_today + status.skipped_today + status.failed
