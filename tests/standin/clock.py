import asyncio
import heapq
import itertools
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

START = datetime(2025, 6, 26, 9, 0, tzinfo=UTC)


class Timer:
    """Something due at a moment of the clock, until it is cancelled."""

    __slots__ = ("cancelled", "run")

    def __init__(self, run: Callable[[], None]) -> None:
        self.run = run
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True

    def fire(self) -> None:
        if not self.cancelled:
            self.run()


class Clock:
    """The stand-in's time. It stands still until a test advances it; a real one runs by itself."""

    def __init__(self, start: datetime = START, *, real: bool = False) -> None:
        self.real = real
        self._moment = start.timestamp()
        self._due: list[tuple[float, int, Timer]] = []
        self._order = itertools.count()

    def seconds(self) -> float:
        """Seconds since 1970."""
        return time.time() if self.real else self._moment

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.seconds(), UTC)

    def after(self, seconds: float, run: Callable[[], None]) -> Timer:
        """Have `run` called when so many seconds have passed."""
        timer = Timer(run)
        if self.real:
            asyncio.get_running_loop().call_later(seconds, timer.fire)
        else:
            heapq.heappush(self._due, (self._moment + seconds, next(self._order), timer))
        return timer

    def advance(self, seconds: float | timedelta) -> None:
        """Move on, and do in order what falls due on the way, the last moment included."""
        if self.real:
            raise AssertionError(
                "a real clock runs by itself; open the stand-in with a virtual one"
            )
        step = seconds.total_seconds() if isinstance(seconds, timedelta) else seconds
        until = self._moment + step
        while self._due and self._due[0][0] <= until:
            self._moment, _, timer = heapq.heappop(self._due)
            timer.fire()
        self._moment = until
