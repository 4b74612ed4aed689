"""What discord.py keeps of channels is cleared, and not gone through for each of them."""

import asyncio

import pytest
from discord.http import HTTPClient

from bot.digest.buckets import CLEAR_EVERY, clear_seldom

FROM_THEN_ON = 256
"""So many channels discord.py keeps before it clears any."""


class Seconds:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
async def http(seconds: Seconds) -> HTTPClient:
    made = HTTPClient(asyncio.get_running_loop())
    clear_seldom(made, now=seconds)
    return made


async def test_channels_of_long_ago_are_forgotten(http: HTTPClient, seconds: Seconds) -> None:
    for number in range(FROM_THEN_ON):
        http.get_ratelimit(f"channel {number}")._last_request = -1e9  # noqa: SLF001
    seconds.now = CLEAR_EVERY
    http.get_ratelimit("another")
    assert list(http._buckets) == ["another"]  # noqa: SLF001


async def test_they_are_gone_through_once_a_minute(
    seconds: Seconds, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[float] = []
    http = HTTPClient(asyncio.get_running_loop())
    monkeypatch.setattr(http, "_try_clear_expired_ratelimits", lambda: looks.append(seconds.now))
    clear_seldom(http, now=seconds)
    for number in range(1_000):
        seconds.now = number * 0.25
        http.get_ratelimit(f"channel {number}")
    assert looks == [0, 60, 120, 180, 240]
