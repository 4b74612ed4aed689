import asyncio
from collections.abc import Awaitable
from typing import TypeVar

SAFETY_SECONDS = 10.0
"""Nothing here waits for time to pass; whoever waits this long has found a fault."""

T = TypeVar("T")


async def within(what: Awaitable[T], says: str) -> T:
    """Wait, but not forever: an AssertionError says what was waited for."""
    try:
        async with asyncio.timeout(SAFETY_SECONDS):
            return await what
    except TimeoutError as late:
        raise AssertionError(f"{says}, and it did not come in {SAFETY_SECONDS:.0f} s") from late
