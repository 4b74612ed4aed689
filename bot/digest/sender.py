"""All that sends digests, put together."""

import asyncio
import logging
import secrets
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

import discord

from bot.digest.buckets import clear_seldom
from bot.digest.composing import Composer
from bot.digest.courier import Courier
from bot.digest.ledger import Ledger
from bot.digest.pace import Pace
from bot.digest.repairs import Repairs
from bot.digest.round import Round
from bot.digest.telling import Teller
from bot.library import Pause
from bot.metrics import Metrics
from data.store import Store
from data.subscriptions.model import Subscription

log = logging.getLogger(__name__)

_SECONDS_AT_ONCE = 2
"""For so long the deliveries under way keep it busy: less, and a slow network would; more, and one
of several processes would still be at its last ones long after the others are done."""

LOOK_EVERY = 3.0
"""Seconds between two looks at what is due."""


def next_look(now: float) -> float:
    """How many seconds from now, which is those since 1970. Digests are due at whole minutes, and
    with each of them a look begins."""
    return LOOK_EVERY - now % LOOK_EVERY


async def look_again() -> bool:
    await asyncio.sleep(next_look(time.time()))
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """How fast digests go, and by which clock. `pause` ends when it is time to look again."""

    per_second: int = 45
    pause: Pause = look_again
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep


class Sender:
    def __init__(
        self,
        client: discord.Client,
        store: Store,
        composer: Composer,
        *,
        clock: Callable[[], datetime],
        language: Callable[[Subscription], str],
        rhythm: Rhythm,
        metrics: Metrics,
    ) -> None:
        """`language` gives the tag of the language that a subscription is written in."""
        worker = f"w-{secrets.token_hex(6)}"
        digests = store.digests
        pace = Pace(rhythm.per_second, now=rhythm.now, sleep=rhythm.sleep)
        clear_seldom(client.http, now=rhythm.now)
        self.repairs = Repairs(
            client,
            digests,
            Teller(client, pace, language),
            pace,
            clock=clock,
            worker=worker,
            metrics=metrics,
        )
        ledger = Ledger(digests, clock=clock, sleep=rhythm.sleep, worker=worker, metrics=metrics)
        courier = Courier(
            client,
            ledger,
            composer,
            self.repairs,
            pace,
            clock=clock,
            language=language,
            metrics=metrics,
        )
        self.round = Round(
            ledger,
            courier,
            self.repairs,
            clock=clock,
            pause=rhythm.pause,
            ready=client.wait_until_ready,
            at_once=_SECONDS_AT_ONCE * rhythm.per_second,
            metrics=metrics,
        )

    def start(self) -> None:
        self.round.start()

    async def stop(self, within: float) -> None:
        log.info("Digests under way: %s.", len(self.round.tasks))
        if late := await self.round.stop(within):
            log.warning("Digests given up while they were being sent: %s.", late)

    async def close(self) -> None:
        """At once, as far as it has not been stopped."""
        await self.round.stop(0)
