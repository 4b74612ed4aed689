from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio

from bot.once import UnclearError, once, trace
from tests.standin import Standin


@pytest_asyncio.fixture
async def local() -> AsyncIterator[Standin]:
    async with Standin.open() as home:
        yield home


@pytest_asyncio.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(trace_configs=[trace()]) as opened:
        yield opened


async def test_a_failure_of_discord_ends_what_is_sent_once(
    local: Standin, session: aiohttp.ClientSession
) -> None:
    local.faults.add("GET", "/gateway", status=502)
    with once() as under_way, pytest.raises(UnclearError, match="502"):
        await session.get(f"{local.api}/gateway")
    assert under_way.begun


async def test_a_connection_that_breaks_is_unclear(
    local: Standin, session: aiohttp.ClientSession
) -> None:
    local.faults.add("POST", "/channels/1/messages", cut=True)
    with once() as under_way, pytest.raises(UnclearError, match="broke off"):
        await session.post(f"{local.api}/channels/1/messages")
    assert under_way.begun


async def test_a_connection_that_was_never_there_has_carried_nothing(
    session: aiohttp.ClientSession,
) -> None:
    with once() as under_way, pytest.raises(UnclearError):
        await session.get("http://127.0.0.1:1/")
    assert not under_way.begun


async def test_after_a_429_nothing_has_begun(
    local: Standin, session: aiohttp.ClientSession
) -> None:
    local.faults.add("GET", "/gateway", status=429)
    with once() as under_way:
        answer = await session.get(f"{local.api}/gateway")
    assert (answer.status, under_way.begun) == (429, False)


async def test_what_may_be_repeated_is_left_alone(
    local: Standin, session: aiohttp.ClientSession
) -> None:
    local.faults.add("GET", "/gateway", status=502)
    with once():
        pass
    assert (await session.get(f"{local.api}/gateway")).status == 502
