"""`article3 serve`: the bot, until it is told to stop."""

import asyncio
import gc
import logging
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from bot.app import App
from bot.call import Call
from bot.digest.sender import Rhythm
from bot.discord_api import log_in, point_at
from bot.metrics import Metrics, shown
from bot.opening import stored
from bot.quiet import log_plainly
from bot.refusals import told_plainly
from bot.settings import Settings
from bot.token import token_of
from bot.words import Shape, read

log = logging.getLogger(__name__)

_SIGNALS = (signal.SIGTERM, signal.SIGINT)
_SWITCH_S = 0.0005
_SELDOM = (10_000, 20, 20)


def serve(words: Sequence[str], call: Call) -> None:
    """Raises SettingError without a usable token, and DiscordError where Discord refuses it or
    cannot be reached."""
    read(words, Shape(verb="serve"))
    token = token_of(call.settings)
    log_plainly(call.stderr, level=call.settings.log, secrets=(token, _password(call)))
    with _switching():
        asyncio.run(_serve(call))


@contextmanager
def _switching() -> Iterator[None]:
    """Answers are worked out beside the event loop, which else would wait five milliseconds for its
    turn whenever it has sent or read anything."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH_S)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def _password(call: Call) -> str:
    """That of the database, or nothing where there is none."""
    return call.settings.database_url.rpartition("@")[0].partition("://")[2].partition(":")[2]


async def _serve(call: Call) -> None:
    async with stored(call) as (library, store):
        await library.refresh()
        point_at(call.settings.discord_api_url)
        counted, rhythm = Metrics(), Rhythm(per_second=call.settings.digest_per_second)
        app = App(
            library,
            store,
            clock=call.clock,
            warmed=_keep,
            rhythm=rhythm,
            metrics=counted,
            review_server=call.settings.review_server,
        )
        with shown(counted, call.settings.metrics_port):
            await _connected(app, call.settings)


async def _connected(app: App, settings: Settings) -> None:
    stop = asyncio.Event()
    async with app:
        log.info("Connecting to Discord.")
        _on_signals(stop.set)
        with told_plainly():
            await _run(app, settings, stop)


def _keep() -> None:
    """What was read so far stays. To go through it for garbage would take a tenth of a second each
    time, for which whoever asks then would have to wait; and what answers leave behind is little,
    so that it may well be looked for less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_SELDOM)


async def _run(app: App, settings: Settings, stop: asyncio.Event) -> None:
    """Until the client ends, or is told to."""
    running = asyncio.create_task(_connect(app, settings), name="client")
    told = asyncio.create_task(stop.wait(), name="signal")
    try:
        await asyncio.wait({running, told}, return_when=asyncio.FIRST_COMPLETED)
        if not running.done():
            await app.stop()
            running.cancel()
            # It was told to end: how it does is of no interest.
            await asyncio.wait({running})
        else:
            await running
    finally:
        told.cancel()


async def _connect(app: App, settings: Settings) -> None:
    await log_in(app, settings)
    await app.connect()


def _on_signals(stop: Callable[[], None]) -> None:
    """The first one asks to stop. The next one ends the program as if nothing had been set."""
    loop = asyncio.get_running_loop()

    def stop_once() -> None:
        for each in _SIGNALS:
            loop.remove_signal_handler(each)
        stop()

    for each in _SIGNALS:
        try:
            loop.add_signal_handler(each, stop_once)
        except NotImplementedError:
            # Windows has none of these; there Ctrl-C interrupts the program.
            signal.signal(each, lambda *_: loop.call_soon_threadsafe(stop))
