from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from tests.standin.pointing import hurrying, pointed
from tests.standin.standin import Standin


@pytest_asyncio.fixture
async def local() -> AsyncIterator[Standin]:
    """A Discord of this test's own, where clients of discord.py end up; its clock stands still."""
    async with Standin.open() as home:
        with pointed(home):
            yield home
        assert home.unexpected == []


@pytest.fixture
def hurried(local: Standin) -> Iterator[None]:
    """Where discord.py would wait, the stand-in's clock moves on instead."""
    with hurrying(local.clock):
        yield
