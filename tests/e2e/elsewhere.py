"""A Discord that runs beside the test, for programs that have an event loop of their own."""

import asyncio
import io
import threading
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any, TypeVar

from bot.__main__ import main
from tests.bot.conftest import Ran
from tests.e2e.conftest import NOW
from tests.standin import Clock, Standin

T = TypeVar("T")

SAFETY_SECONDS = 30.0


class Elsewhere:
    """`home` may be touched only by what is given to `do` and `begin`."""

    def __init__(self, home: Standin, loop: asyncio.AbstractEventLoop) -> None:
        self.home = home
        self._loop = loop

    def begin(self, work: Callable[[Standin], Coroutine[Any, Any, T]]) -> "Future[T]":
        return asyncio.run_coroutine_threadsafe(work(self.home), self._loop)

    def do(self, work: Callable[[Standin], Coroutine[Any, Any, T]]) -> T:
        return self.begin(work).result(SAFETY_SECONDS)

    @property
    def environ(self) -> dict[str, str]:
        return {"DISCORD_TOKEN": self.home.token, "DISCORD_API_URL": self.home.api}


@contextmanager
def elsewhere() -> Iterator[Elsewhere]:
    opened: Future[Elsewhere] = Future()
    over: Future[asyncio.Event] = Future()

    async def live() -> None:
        end = asyncio.Event()
        async with Standin.open(clock=Clock(NOW)) as home:
            loop = asyncio.get_running_loop()
            over.set_result(end)
            opened.set_result(Elsewhere(home, loop))
            await end.wait()

    thread = threading.Thread(target=lambda: asyncio.run(live()), name="standin")
    thread.start()
    there = opened.result(SAFETY_SECONDS)
    try:
        yield there
    finally:

        async def stop(_: Standin) -> None:
            over.result().set()

        there.do(stop)
        thread.join(SAFETY_SECONDS)
    assert there.home.unexpected == []


def run(*argv: str, **environ: str) -> Ran:
    out, err = io.StringIO(), io.StringIO()
    code = main(
        argv,
        environ=environ,
        clock=lambda: NOW,
        stdin=io.StringIO(),
        stdout=out,
        stderr=err,
    )
    return Ran(code, out.getvalue(), err.getvalue())
