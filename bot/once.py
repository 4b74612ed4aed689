"""Requests that discord.py must not send again of itself.

It repeats a request after each 5xx, though Discord may have done what it asked. What is sent within
`once` is sent once: such an answer ends it in an UnclearError, and so does a connection that
breaks. After a 429 it is repeated all the same, as then Discord has done nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from types import SimpleNamespace

import aiohttp

_SERVER_ERRORS, _TOO_MANY = 500, 429


class UnclearError(Exception):
    """Discord may have done what it was asked."""


@dataclass(slots=True)
class Try:
    """`begun` is True from the moment that Discord may have got the request."""

    begun: bool = False


_under_way: ContextVar[Try | None] = ContextVar("under_way", default=None)


@contextmanager
def once() -> Iterator[Try]:
    """Needs a client that was made with `trace()`."""
    made = Try()
    token = _under_way.set(made)
    try:
        yield made
    finally:
        _under_way.reset(token)


def trace() -> aiohttp.TraceConfig:
    """What a client of discord.py takes as `http_trace`."""
    config = aiohttp.TraceConfig()
    config.on_request_headers_sent.append(_begun)
    config.on_request_end.append(_answered)
    config.on_request_exception.append(_broken_off)
    return config


async def _begun(
    session: aiohttp.ClientSession,  # noqa: ARG001
    context: SimpleNamespace,  # noqa: ARG001
    told: aiohttp.TraceRequestHeadersSentParams,  # noqa: ARG001
) -> None:
    if (under_way := _under_way.get()) is not None:
        under_way.begun = True


async def _answered(
    session: aiohttp.ClientSession,  # noqa: ARG001
    context: SimpleNamespace,  # noqa: ARG001
    told: aiohttp.TraceRequestEndParams,
) -> None:
    under_way, status = _under_way.get(), told.response.status
    if under_way is None:
        return
    if status >= _SERVER_ERRORS:
        raise UnclearError(f"Discord answered {status}")
    if status == _TOO_MANY:
        under_way.begun = False


async def _broken_off(
    session: aiohttp.ClientSession,  # noqa: ARG001
    context: SimpleNamespace,  # noqa: ARG001
    told: aiohttp.TraceRequestExceptionParams,
) -> None:
    # discord.py takes some of these for a reason to try again.
    error = told.exception
    if _under_way.get() is not None and isinstance(error, (aiohttp.ClientError, OSError)):
        raise UnclearError(f"the connection broke off: {type(error).__name__}") from error
