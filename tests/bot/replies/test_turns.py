import asyncio

from bot.replies.turns import Turns


async def test_a_few_go_on_in_each_turn_of_the_loop_in_the_order_they_came() -> None:
    turns, turn, gone = Turns(most=2), 0, list[tuple[int, int]]()

    async def go(number: int) -> None:
        await turns.take()
        gone.append((turn, number))

    tasks = [asyncio.create_task(go(number)) for number in range(7)]
    while not all(each.done() for each in tasks):
        await asyncio.sleep(0)
        turn += 1
    in_one_turn = [sum(at == each for at, _ in gone) for each in range(turn)]
    assert [number for _, number in gone] == list(range(7))
    assert max(in_one_turn) == 2


async def test_one_alone_does_not_wait() -> None:
    turns = Turns(most=1)
    for _ in range(3):
        went = asyncio.ensure_future(turns.take())
        await asyncio.sleep(0)
        assert went.done()
        await asyncio.sleep(0)


async def test_whoever_gives_up_takes_nobodys_turn() -> None:
    turns = Turns(most=1)
    first, second, third = (asyncio.create_task(turns.take()) for _ in range(3))
    await first
    second.cancel()
    await asyncio.wait([second, third])
    assert second.cancelled()
    assert not third.cancelled()
