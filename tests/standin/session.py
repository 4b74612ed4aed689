from __future__ import annotations

import asyncio
import json
import secrets
import zlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.standin.waiting import within

KEPT = 1000
"""Events kept for a client that comes back."""

DISPATCH, BEAT, IDENTIFY, PRESENCE = 0, 1, 2, 3
RESUME, RECONNECT, MEMBERS, INVALID, HELLO, ACK = 6, 7, 8, 9, 10, 11

Pack = Callable[[bytes], bytes]


def zlib_stream() -> Pack:
    """One stream a connection, flushed after each message so that each can be read alone."""
    context = zlib.compressobj(level=1)
    return lambda data: context.compress(data) + context.flush(zlib.Z_SYNC_FLUSH)


def zstd_stream() -> Pack:
    """The same with Zstandard; an ImportError where it isn't installed."""
    import zstandard  # pyright: ignore[reportMissingImports]

    context = zstandard.ZstdCompressor().compressobj()
    flush = zstandard.COMPRESSOBJ_FLUSH_BLOCK
    return lambda data: context.compress(data) + context.flush(flush)


COMPRESSIONS: dict[str, Callable[[], Pack]] = {
    "zlib-stream": zlib_stream,
    "zstd-stream": zstd_stream,
}


class Connection:
    """One websocket. What is said goes through a queue, so that saying never waits."""

    def __init__(
        self,
        socket: web.WebSocketResponse,
        pack: Pack | None,
        transport: asyncio.WriteTransport | None,
    ) -> None:
        self.socket = socket
        self.transport = transport
        self.session: Session | None = None
        self.closed_with: int | None = None
        """The code that we closed it with; None where the client did, or the network."""
        self._beaten = asyncio.Event()
        self._pack = pack
        self._queue: asyncio.Queue[str | tuple[int, str] | None] = asyncio.Queue()
        self._writer = asyncio.create_task(self._write(), name="standin-gateway-writer")

    def say(self, op: int, data: Any = None) -> None:
        self.put(json.dumps({"op": op, "d": data, "s": None, "t": None}))

    def beat(self) -> None:
        """The client gave a sign of life; it gets one back."""
        self.say(ACK)
        self._beaten.set()

    async def settle(self) -> None:
        """Ask for a sign of life: it comes when everything said before has been taken in.

        A connection that ends meanwhile has taken in all it ever will.
        """
        self._beaten.clear()
        self.say(BEAT)
        await within(self._beaten.wait(), "the gateway waited for a client's heartbeat")

    def put(self, text: str) -> None:
        self._queue.put_nowait(text)

    def close(self, code: int, reason: str = "") -> None:
        """Close after everything said before."""
        self.closed_with = code
        self._queue.put_nowait((code, reason))

    async def end(self) -> None:
        self._beaten.set()
        self._queue.put_nowait(None)
        await self._writer

    async def _write(self) -> None:
        while (each := await self._queue.get()) is not None:
            if self.socket.closed:
                continue
            try:
                await self._send(each)
            except ConnectionError:
                # The client is gone; the reading side notices too and ends this connection.
                continue

    async def _send(self, each: str | tuple[int, str]) -> None:
        if isinstance(each, tuple):
            code, reason = each
            await self.socket.close(code=code, message=reason.encode())
        elif self._pack is None:
            await self.socket.send_str(each)
        else:
            await self.socket.send_bytes(self._pack(each.encode()))


@dataclass(slots=True, eq=False)
class Session:
    """What the bot was told, so that it can be told again after a lost connection."""

    intents: int
    shard: tuple[int, int] = (0, 1)
    id: str = field(default_factory=lambda: secrets.token_hex(16))
    sequence: int = 0
    connection: Connection | None = None
    resumed: int = 0
    _told: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=KEPT))

    def tell(self, event: str, data: Any) -> None:
        self.sequence += 1
        text = json.dumps({"op": DISPATCH, "t": event, "s": self.sequence, "d": data})
        self._told.append((self.sequence, text))
        if self.connection is not None:
            self.connection.put(text)

    def has_after(self, sequence: int) -> bool:
        oldest = self._told[0][0] if self._told else self.sequence + 1
        return sequence <= self.sequence and sequence + 1 >= oldest

    def replay(self, sequence: int) -> None:
        """Tell the connection everything after this number once more."""
        assert self.connection is not None
        for number, text in self._told:
            if number > sequence:
                self.connection.put(text)

    def hears(self, guild_id: int | None) -> bool:
        """Whether events of this server (without one: private messages) come to this shard."""
        number, count = self.shard
        return (0 if guild_id is None else (guild_id >> 22) % count) == number
