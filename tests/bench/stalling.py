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
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

PAUSE = 0.001
SAID = "Longest stall"

_run = asyncio.run


def run(work: Coroutine[Any, Any, Any], **options: Any) -> Any:
    return _run(_beside_a_clock(work), **options)


async def _beside_a_clock(work: Coroutine[Any, Any, Any]) -> Any:
    stalls = [0.0]

    def tell() -> None:
        sys.stderr.write(f"{SAID}: {max(stalls) * 1e3:.0f} ms\n")
        sys.stderr.flush()
        stalls[:] = [0.0]

    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR2, tell)
    clock = asyncio.create_task(_clock(stalls))
    try:
        return await work
    finally:
        clock.cancel()
        with suppress(asyncio.CancelledError):
            await clock


async def _clock(stalls: list[float]) -> None:
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
