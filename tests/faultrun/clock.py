"""A clock that all processes share, and by which all goes faster than it does by ours.

Leases, pauses and windows keep their lengths, and with them the order in which they end.
"""

import asyncio
import time
from dataclasses import dataclass
from datetime import UTC, datetime

from tests.standin import Clock

START = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Fast:
    """`speed` of its seconds pass in one of ours, from `began` on, a moment of ours."""

    began: float
    speed: float

    def seconds(self) -> float:
        """Since 1970."""
        return START.timestamp() + max(time.time() - self.began, 0.0) * self.speed

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.seconds(), UTC)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds / self.speed)


class Standing(Clock):
    """The stand-in's: it stands still until it is started."""

    def __init__(self) -> None:
        super().__init__(START, real=True)
        self._fast: Fast | None = None

    def start(self, speed: float) -> Fast:
        self._fast = Fast(time.time(), speed)
        return self._fast

    def seconds(self) -> float:
        return START.timestamp() if self._fast is None else self._fast.seconds()
