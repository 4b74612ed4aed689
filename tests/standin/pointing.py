from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import discord
import discord.client
import discord.http
import discord.webhook.async_
import pytest
import yarl
from discord.gateway import DiscordWebSocket

if TYPE_CHECKING:
    from tests.standin.clock import Clock
    from tests.standin.standin import Standin

WAITING = (discord.http, discord.webhook.async_, discord.client)
"""Where discord.py waits before it tries again."""


@contextmanager
def pointed(standin: Standin) -> Iterator[None]:
    """Clients of discord.py that are made now find this Discord in place of the real one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(discord.http.Route, "BASE", standin.api)
        patch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(standin.gateway_url))
        yield


class _Hurried:
    """asyncio, except that sleeping moves a clock on and takes no time."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncio, name)

    async def sleep(self, seconds: float, result: object = None) -> object:
        until = self._clock.seconds() + seconds
        await asyncio.sleep(0)
        # Those who sleep together wake together: the clock moves on once for all of them.
        if (left := until - self._clock.seconds()) > 0:
            self._clock.advance(left)
        return result


@contextmanager
def hurrying(clock: Clock) -> Iterator[None]:
    """When discord.py waits for a limit or before it tries again, the clock moves on instead."""
    hurried = _Hurried(clock)
    with pytest.MonkeyPatch.context() as patch:
        for module in WAITING:
            patch.setattr(module, "asyncio", hurried)
        yield
