"""A bot that sends digests, in a process of its own that may end anywhere."""

import asyncio
import os
import signal
import traceback
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bot.app import App
from bot.digest import posting
from bot.digest.sender import LOOK_EVERY, Rhythm
from bot.discord_api import point_at
from bot.library import Library
from bot.quiet import log_plainly
from bot.replies import sending
from data.errors import StoreError
from data.store import Store
from tests.faultrun.clock import Fast
from tests.faultrun.killing import Ends, install
from tests.shipped import KNOWN

DONE, UNREACHABLE = 0, 3
_SHORTEST = 0.5
"""Seconds of ours that an answer may take, however fast the clock is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """`ends` is where processes end, by subscription; `folder` where it is noted that they did.
    `per_second` digests go out each second of the clock, of which `speed` pass in one of ours;
    whoever is frozen stays so for `frozen` of them."""

    api: str
    token: str
    url: str
    began: float
    speed: float
    per_second: int
    processes: int
    frozen: float
    ends: dict[str, list[str]]
    folder: str
    log: str

    def json(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def clock(self) -> Fast:
        return Fast(self.began, self.speed)


def work(job: Job) -> int:
    """Works until it is told to stop. What a supervisor reads as the process's end."""
    with Path(job.log).open("a", encoding="utf-8", buffering=1) as log:
        log_plainly(log, level="warning", secrets=(job.token,))
        point_at(job.api)
        # Nothing else waits by a clock of its own.
        sending.GIVE_UP_AFTER = max(sending.GIVE_UP_AFTER / job.speed, _SHORTEST)
        posting.CROSSPOST_WITHIN = max(posting.CROSSPOST_WITHIN / job.speed, _SHORTEST)
        install(Ends(job.ends, Path(job.folder)))
        try:
            asyncio.run(_serve(job))
        except StoreError as error:
            log.write(f"{error}\n")
            return UNREACHABLE
        except BaseException:
            traceback.print_exc(file=log)
            raise
    return DONE


async def _serve(job: Job) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    clock, parent = job.clock, os.getppid()

    async def pause() -> bool:
        await clock.sleep(LOOK_EVERY)
        if os.getppid() != parent:
            # Whoever would have ended us has ended.
            os._exit(DONE)
        return True

    rhythm = Rhythm(per_second=job.per_second, pause=pause, now=clock.seconds, sleep=clock.sleep)
    async with Store.open(job.url, busy_timeout_ms=round(5000 / job.speed)) as store:
        library = Library(store, (await store.change_counter(), KNOWN))
        app = App(library, store, clock=clock.now, rhythm=rhythm)
        # Seconds in which no more servers are told of, after which all are known.
        app._connection.guild_ready_timeout = 0.01  # noqa: SLF001
        async with app:
            await _until_told(app, job.token, stop)


async def _until_told(app: App, token: str, stop: asyncio.Event) -> None:
    running = asyncio.create_task(app.start(token))
    told = asyncio.create_task(stop.wait())
    await asyncio.wait({running, told}, return_when=asyncio.FIRST_COMPLETED)
    told.cancel()
    if running.done():
        await running
        return
    await app.stop()
    running.cancel()
    await asyncio.wait({running})
