"""`python -m tests.standin --guilds 10000`: a stand-in in a process of its own.

Where it is comes as one line of JSON; it ends when its input does, or on SIGTERM.
"""

import argparse
import asyncio
import json
import os
import signal
import threading

from tests.standin.clock import Clock
from tests.standin.standin import Standin


async def serve(guilds: int, *, checks: bool) -> None:
    async with Standin.open(clock=Clock(real=True), checks=checks) as home:
        for number in range(1, guilds + 1):
            home.add_guild(f"Guild {number}").add_channel("general")
        said = {"api": home.api, "gateway": home.gateway_url, "token": home.token}
        print(json.dumps({**said, "application_id": str(home.application_id)}), flush=True)  # noqa: T201 - its one line
        await _ended()


async def _ended() -> None:
    loop, over = asyncio.get_running_loop(), asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, over.set)

    def read() -> None:
        while os.read(0, 4096):
            pass
        loop.call_soon_threadsafe(over.set)

    # A daemon, so that a SIGTERM need not wait for the end of the input.
    threading.Thread(target=read, daemon=True).start()
    await over.wait()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.standin", description=__doc__)
    parser.add_argument("--guilds", type=int, default=1)
    parser.add_argument("--checks", action="store_true", help="refuse what Discord would refuse")
    args = parser.parse_args()
    asyncio.run(serve(args.guilds, checks=args.checks))


if __name__ == "__main__":
    main()
