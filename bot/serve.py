"""`article3 serve`: the bot, until it is told to stop."""

import asyncio
import logging
import signal
from collections.abc import Callable, Sequence

from bot.app import App
from bot.call import Call
from bot.discord_api import point_at
from bot.opening import stored
from bot.quiet import log_plainly
from bot.refusals import told_plainly
from bot.token import token_of
from bot.words import Shape, read

log = logging.getLogger(__name__)


def serve(words: Sequence[str], call: Call) -> None:
    """Raises SettingError without a usable token, and DiscordError where Discord refuses it or
    cannot be reached."""
    read(words, Shape(verb="serve"))
    token = token_of(call.settings)
    log_plainly(call.stderr, level=call.settings.log, secrets=(token,))
    asyncio.run(_serve(call, token))


async def _serve(call: Call, token: str) -> None:
    async with stored(call) as (library, store):
        await library.refresh()
        point_at(call.settings.discord_api_url)
        stop = asyncio.Event()
        async with App(library, store, clock=call.clock) as app:
            log.info("Connecting to Discord.")
            _on_signals(stop.set)
            with told_plainly():
                await _run(app, token, stop)


async def _run(app: App, token: str, stop: asyncio.Event) -> None:
    """Until the client ends, or is told to."""
    running = asyncio.create_task(app.start(token), name="client")
    told = asyncio.create_task(stop.wait(), name="signal")
    try:
        await asyncio.wait({running, told}, return_when=asyncio.FIRST_COMPLETED)
        if not running.done():
            await app.stop()
        await running
    finally:
        told.cancel()


def _on_signals(stop: Callable[[], None]) -> None:
    loop = asyncio.get_running_loop()
    for each in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(each, stop)
        except NotImplementedError:
            # Windows has none of these; there Ctrl-C interrupts the program.
            signal.signal(each, lambda *_: loop.call_soon_threadsafe(stop))
