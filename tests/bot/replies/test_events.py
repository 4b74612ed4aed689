import gc

from bot.replies.events import Adding


async def test_of_two_that_add_to_one_server_the_second_waits() -> None:
    adding = Adding()
    async with adding.alone(1):
        assert adding.alone(1).locked()
        assert not adding.alone(2).locked()
    assert not adding.alone(1).locked()


async def test_servers_nobody_adds_to_take_no_memory() -> None:
    adding = Adding()
    for guild in range(100):
        async with adding.alone(guild):
            pass
    gc.collect()
    assert len(adding) <= 1
