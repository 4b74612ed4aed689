"""Runs a module as `python -m` does, with a clock in its event loop.

    python -m tests.bench.stalling <module> [words ...]

Whenever SIGUSR2 comes, it says how long the loop was kept from that clock at most since the last
time.
"""

import asyncio
import runpy
import signal
import sys
import time
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from typing import Any

PAUSE = 0.001
SAID = "Longest stall"

_run = asyncio.run


def run(work: Coroutine[Any, Any, Any], **options: Any) -> Any:
    return _run(_beside_a_clock(work), **options)


async def _beside_a_clock(work: Coroutine[Any, Any, Any]) -> Any:
    async with clock() as stalls:

        def tell() -> None:
            sys.stderr.write(f"{SAID}: {max(stalls) * 1e3:.0f} ms\n")
            sys.stderr.flush()
            stalls[:] = [0.0]

        asyncio.get_running_loop().add_signal_handler(signal.SIGUSR2, tell)
        return await work


@asynccontextmanager
async def clock() -> AsyncIterator[list[float]]:
    """The seconds that the loop was late, each time; never empty."""
    stalls = [0.0]
    ticking = asyncio.create_task(_tick(stalls))
    try:
        yield stalls
    finally:
        ticking.cancel()
        with suppress(asyncio.CancelledError):
            await ticking


async def _tick(stalls: list[float]) -> None:
    last = time.perf_counter()
    while True:
        await asyncio.sleep(PAUSE)
        now = time.perf_counter()
        stalls.append(now - last - PAUSE)
        last = now


if __name__ == "__main__":
    asyncio.run = run
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
