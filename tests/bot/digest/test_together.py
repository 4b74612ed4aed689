import asyncio
from collections.abc import Sequence

import pytest

from bot.digest.together import Together


async def test_what_is_asked_meanwhile_is_done_in_one_turn() -> None:
    turns: list[list[int]] = []
    gate = asyncio.Event()

    async def work(items: Sequence[int]) -> set[int]:
        turns.append(list(items))
        await gate.wait()
        return {each for each in items if each % 2}

    together = Together(work)
    asked = [asyncio.ensure_future(together.ask(1))]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    asked += [asyncio.ensure_future(together.ask(number)) for number in (2, 3, 4)]
    await asyncio.sleep(0)
    gate.set()
    assert await asyncio.gather(*asked) == [True, False, True, False]
    assert turns == [[1], [2, 3, 4]]


async def test_a_turn_that_fails_fails_for_all_in_it_and_the_next_one_works() -> None:
    fails = iter([True, False])

    async def work(items: Sequence[int]) -> Sequence[int]:
        if next(fails):
            raise ZeroDivisionError
        return items

    together = Together(work)
    found = await asyncio.gather(together.ask(1), together.ask(2), return_exceptions=True)
    assert [type(each) for each in found] == [ZeroDivisionError, ZeroDivisionError]
    assert await together.ask(3)


async def test_whoever_gives_up_takes_nothing_from_the_others() -> None:
    gate = asyncio.Event()

    async def work(items: Sequence[int]) -> Sequence[int]:
        await gate.wait()
        return items

    together = Together(work)
    first, second = (asyncio.ensure_future(together.ask(number)) for number in (1, 2))
    await asyncio.sleep(0)
    first.cancel()
    gate.set()
    assert await second
    with pytest.raises(asyncio.CancelledError):
        await first


async def test_what_comes_in_the_pause_after_a_turn_is_done_together() -> None:
    turns: list[list[int]] = []
    over = asyncio.Event()

    async def work(items: Sequence[int]) -> Sequence[int]:
        turns.append(list(items))
        return items

    together = Together(work, pause=over.wait)
    assert await together.ask(1)
    asked = [asyncio.ensure_future(together.ask(number)) for number in (2, 3)]
    await asyncio.sleep(0)
    over.set()
    assert await asyncio.gather(*asked) == [True, True]
    assert turns == [[1], [2, 3]]
