"""Work for many at once: what is asked while a turn is under way is done in the next one."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class Together(Generic[T]):
    """`work` returns those of its items for which it succeeded. It is never run twice at a time.
    After each turn there is a `pause`, in which more come together for the next one."""

    def __init__(
        self,
        work: Callable[[Sequence[T]], Awaitable[Collection[T]]],
        *,
        pause: Callable[[], Awaitable[object]] | None = None,
    ) -> None:
        self._work = work
        self._pause = pause
        self._waiting: list[tuple[T, asyncio.Future[bool]]] = []
        self._turns: asyncio.Task[None] | None = None

    async def ask(self, item: T) -> bool:
        """Whether it succeeded. Raises what the work does, as all do who were in the same turn."""
        answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, answer))
        if self._turns is None:
            self._turns = asyncio.create_task(self._take_turns())
        return await answer

    async def _take_turns(self) -> None:
        try:
            while self._waiting:
                turn, self._waiting = self._waiting, []
                await self._take(turn)
                if self._pause is not None:
                    await self._pause()
        finally:
            self._turns = None

    async def _take(self, turn: Sequence[tuple[T, asyncio.Future[bool]]]) -> None:
        try:
            done = await self._work([item for item, _ in turn])
        except BaseException as error:  # noqa: BLE001 - whoever asked is told
            for _, answer in turn:
                if not answer.done():
                    answer.set_exception(error)
            return
        for item, answer in turn:
            if not answer.done():
                answer.set_result(item in done)
