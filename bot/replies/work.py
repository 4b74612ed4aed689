"""What is being answered right now, so that a stop can wait for it."""

import asyncio
from types import TracebackType


class Work:
    """A gate: used as a context manager around each answer. Once it is shut, `is_open` is False and
    whoever comes is to be told so."""

    def __init__(self) -> None:
        self.is_open = True
        self._count = 0
        self._idle = asyncio.Event()
        self._idle.set()

    @property
    def count(self) -> int:
        return self._count

    def __enter__(self) -> None:
        self._count += 1
        self._idle.clear()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._count -= 1
        if not self._count:
            self._idle.set()

    async def idle(self) -> None:
        """Waits until nothing is under way."""
        await self._idle.wait()

    async def finish(self, within: float) -> int:
        """Shuts the gate and waits for what is under way; the number of answers given up."""
        self.is_open = False
        try:
            async with asyncio.timeout(within):
                await self.idle()
        except TimeoutError:
            return self._count
        return 0
