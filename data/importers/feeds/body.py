"""The bytes of an answer, counted while they come and while they are unpacked: never more of them
are held than the limit and one piece."""

import zlib
from collections.abc import AsyncIterator
from typing import Protocol

from data.importers.article_text import legible
from data.importers.feeds.model import FeedError
from data.messages import mark

TOO_LARGE = mark("The feed is larger than {most} MB.")
PACKED = mark("The feed comes packed as '{packing}', which is not read. Feeds are read as gzip.")
BADLY_PACKED = mark("The feed is packed as gzip and cannot be unpacked.")

_GZIP = 16 + zlib.MAX_WBITS
_MOST_ECHOED = 20


class Unpacking(Protocol):
    @property
    def is_over(self) -> bool: ...

    def take(self, piece: bytes, room: int) -> bytes:
        """What it holds, and at most as many bytes as there is room for."""
        ...


async def read_body(pieces: AsyncIterator[bytes], packing: str, *, length: int, most: int) -> bytes:
    """`length` is what the server says; `packing` is its Content-Encoding. Raises FeedError."""
    if length > most:
        raise _too_large(most)
    unpacking = _unpacking(packing)
    found, came = bytearray(), 0
    async for piece in pieces:
        came += len(piece)
        # One byte too many tells that it is too large.
        found += unpacking.take(piece, most - len(found) + 1)
        if max(came, len(found)) > most:
            raise _too_large(most)
        if unpacking.is_over:
            return bytes(found)
    if isinstance(unpacking, _Gzip):
        raise FeedError(BADLY_PACKED)
    return bytes(found)


class _Plain:
    is_over = False

    def take(self, piece: bytes, room: int) -> bytes:
        return piece[:room]


class _Gzip:
    def __init__(self) -> None:
        self._unpacking = zlib.decompressobj(_GZIP)

    @property
    def is_over(self) -> bool:
        return self._unpacking.eof

    def take(self, piece: bytes, room: int) -> bytes:
        try:
            return self._unpacking.decompress(piece, room)
        except zlib.error as error:
            raise FeedError(BADLY_PACKED) from error


def _unpacking(packing: str) -> Unpacking:
    match packing.strip().lower():
        case "" | "identity":
            return _Plain()
        case "gzip" | "x-gzip":
            return _Gzip()
        case other:
            raise FeedError(PACKED.format(packing=legible(other)[:_MOST_ECHOED]))


def _too_large(most: int) -> FeedError:
    return FeedError(TOO_LARGE.format(most=f"{most / 1024 / 1024:.2g}"))
