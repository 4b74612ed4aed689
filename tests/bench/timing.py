"""A stand-in that takes the time from telling a bot of an interaction until its answer is there."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from tests.standin import Clock, Standin
from tests.standin.interactions import Interaction
from tests.standin.people import JSON
from tests.standin.routing import Call
from tests.standin.rules import Rules

PAUSE = 0.004
"""Seconds that a bot gets after an answer, to do what it has to after it."""


class Timing(Standin):
    """Believes all that comes, so that it takes as little of the time as it can."""

    def __init__(self, *, clock: Clock, checks: bool) -> None:
        super().__init__(clock=clock, checks=checks)
        self.rules = self._arrivals = _Arrivals(clock)
        self._began: dict[str, float] = {}
        self._held: list[tuple[Interaction, JSON]] | None = None

    def begin(self, interaction: Interaction, payload: JSON) -> None:
        if self._held is None:
            self._tell(interaction, payload)
        else:
            self._held.append((interaction, payload))

    def _tell(self, interaction: Interaction, payload: JSON) -> None:
        self._began[interaction.token] = time.perf_counter()
        super().begin(interaction, payload)

    async def one(self, asked: Awaitable[Any]) -> float:
        """Seconds until somebody was answered who asked this alone."""
        self._began.clear()
        await asked
        await asyncio.sleep(PAUSE)
        (took,) = self._took()
        return took

    async def at_once(self, asked: Sequence[Awaitable[Any]]) -> list[float]:
        """Seconds until each was answered, of all that ask in the same moment."""
        self._began.clear()
        self._held = []
        waiting = asyncio.gather(*asked)
        while len(self._held) < len(asked):  # noqa: ASYNC110 - each has only to begin
            await asyncio.sleep(0)
        held, self._held = self._held, None
        for interaction, payload in held:
            self._tell(interaction, payload)
        await waiting
        await asyncio.sleep(PAUSE * len(asked))
        return self._took()

    def _took(self) -> list[float]:
        at, self._arrivals.at = self._arrivals.at, {}
        began, self._began = self._began, {}
        self.interactions.clear()
        return [at[token] - start for token, start in began.items()]


@asynccontextmanager
async def timing() -> AsyncIterator[Timing]:
    async with Timing.open(clock=Clock(real=True), checks=False) as home:
        assert isinstance(home, Timing)
        yield home


class _Arrivals(Rules):
    def __init__(self, clock: Clock) -> None:
        super().__init__(clock, checks=False)
        self.at: dict[str, float] = {}

    def callback(self, call: Call, found: Interaction) -> None:  # noqa: ARG002 - it believes all
        self.at[found.token] = time.perf_counter()
