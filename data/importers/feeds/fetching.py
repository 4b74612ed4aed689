"""Gets the bytes of a feed, and nothing that is not one: each address is checked when its name has
been looked up, and the connection goes to that very address."""

import asyncio
import re
import socket
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from data.importers.feeds.addresses import NOT_PUBLIC, Policy
from data.importers.feeds.body import read_body
from data.importers.feeds.headers import max_age, retry_after, validator
from data.importers.feeds.model import MOST_BYTES, FeedError
from data.messages import mark

USER_AGENT = "Article3 (watches feeds for a Discord bot about NATO defence spending)"

UNREACHABLE = mark("{host} cannot be reached.")
NOT_TRUSTED = mark("The certificate of {host} does not hold.")
TOO_SLOW = mark("{host} did not answer in time.")
BROKEN_OFF = mark("{host} broke off, or does not speak HTTP as it should.")
TOO_MANY_WAYS = mark("The feed was redirected more than {most} times.")
NO_WAY_ON = mark("The feed was redirected to nowhere.")
DOWNGRADED = mark("The feed was redirected from https to http.")
GONE = mark("The server says that the feed is gone for good.")
BUSY = mark("The server asks to be left alone for now (status {status}).")
REFUSED = mark("The server answers with status {status} rather than a feed.")

MOST_REDIRECTS = 3
_CONDITIONS = ("If-None-Match", "If-Modified-Since")
_MOVED = frozenset({301, 302, 303, 307, 308})
_ASKED_TO_WAIT = frozenset({429, 503})
_CHUNK = 64 * 1024
_CHARSET = re.compile(r"[A-Za-z0-9._:-]{1,40}")

LookUp = Callable[[str, int, socket.AddressFamily], Awaitable[list[ResolveResult]]]
"""The addresses of a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """`seconds` are for all of it, redirects included, `silence` for the server to say anything."""

    bytes: int = MOST_BYTES
    seconds: float = 30
    silence: float = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`data` is None where nothing has changed since the validators that were sent."""

    url: str
    data: bytes | None
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    keeps: timedelta | None = None


class Fetcher:
    """`look_up` asks for the addresses of a name; without it, the system does."""

    def __init__(
        self,
        policy: Policy | None = None,
        limits: Limits | None = None,
        *,
        look_up: LookUp | None = None,
    ) -> None:
        self.policy = policy or Policy()
        self._limits = limits or Limits()
        self._look_up = look_up

    async def fetch(
        self, url: str, *, now: datetime, etag: str | None = None, modified: str | None = None
    ) -> Answer:
        """Raises FeedError for all that can go wrong."""
        asked = self.policy.check(url)
        headers = {"User-Agent": USER_AGENT, "Accept": _ACCEPTED, "Accept-Encoding": "gzip"}
        given = zip(_CONDITIONS, (etag, modified), strict=True)
        headers |= {name: value for name, value in given if value}
        with _told(asked):
            async with asyncio.timeout(self._limits.seconds), self._session() as session:
                return await self._follow(session, asked, headers, now)

    def _session(self) -> aiohttp.ClientSession:
        """One a look: nothing is kept from one feed to the next."""
        resolver = _Checked(self.policy, self._look_up or aiohttp.ThreadedResolver().resolve)
        connector = aiohttp.TCPConnector(resolver=resolver, use_dns_cache=False, force_close=True)
        return aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
            # It would unpack without a limit.
            auto_decompress=False,
            timeout=aiohttp.ClientTimeout(
                total=None, sock_connect=self._limits.silence, sock_read=self._limits.silence
            ),
        )

    async def _follow(
        self, session: aiohttp.ClientSession, url: URL, headers: dict[str, str], now: datetime
    ) -> Answer:
        is_known = not headers.keys().isdisjoint(_CONDITIONS)
        for _ in range(MOST_REDIRECTS + 1):
            with _told(url):
                async with session.get(url, headers=headers, allow_redirects=False) as response:
                    if response.status not in _MOVED:
                        return await self._answer(response, url, now, is_known=is_known)
                    url = self._next(url, response.headers.get("Location", ""))
        raise FeedError(TOO_MANY_WAYS.format(most=MOST_REDIRECTS))

    def _next(self, url: URL, location: str) -> URL:
        if not location:
            raise FeedError(NO_WAY_ON)
        to = self.policy.check(str(url.join(URL(location))))
        if url.scheme == "https" and to.scheme != "https":
            raise FeedError(DOWNGRADED)
        return to

    async def _answer(
        self, response: aiohttp.ClientResponse, url: URL, now: datetime, *, is_known: bool
    ) -> Answer:
        is_unchanged = response.status == 304 and is_known
        if not is_unchanged:
            _check_status(response, now)
        return Answer(
            url=str(url),
            data=None if is_unchanged else await self._read(response),
            charset=_charset(response),
            etag=validator(response.headers, "ETag"),
            modified=validator(response.headers, "Last-Modified"),
            keeps=max_age(response.headers),
        )

    async def _read(self, response: aiohttp.ClientResponse) -> bytes:
        return await read_body(
            response.content.iter_chunked(_CHUNK),
            response.headers.get("Content-Encoding", ""),
            length=response.content_length or 0,
            most=self._limits.bytes,
        )


_ACCEPTED = "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9"


class _Checked(AbstractResolver):
    """Gives only addresses that may be connected to; a connection goes to one of those and does not
    ask again. Addresses that stand in a URL themselves never come here, and are checked before."""

    def __init__(self, policy: Policy, look_up: LookUp) -> None:
        self._policy = policy
        self._look_up = look_up

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        found = await self._look_up(host, port, family)
        allowed = [each for each in found if self._policy.allows(each["host"], port)]
        if found and not allowed:
            raise FeedError(NOT_PUBLIC.format(host=host))
        return allowed

    async def close(self) -> None:
        """Nothing is kept open."""


@contextmanager
def _told(url: URL) -> Generator[None, None, None]:
    """Says in a sentence of what server it is what its connection ends with."""
    try:
        yield
    except TimeoutError as error:
        raise FeedError(TOO_SLOW.format(host=url.host)) from error
    except (aiohttp.ClientSSLError, aiohttp.ServerFingerprintMismatch) as error:
        raise FeedError(NOT_TRUSTED.format(host=url.host)) from error
    except (aiohttp.ClientConnectorError, OSError) as error:
        raise FeedError(UNREACHABLE.format(host=url.host)) from error
    except (aiohttp.ClientError, ValueError) as error:
        raise FeedError(BROKEN_OFF.format(host=url.host)) from error


def _check_status(response: aiohttp.ClientResponse, now: datetime) -> None:
    status = response.status
    if status == 200:
        return
    if status == 410:
        raise FeedError(GONE, gone=True)
    after = retry_after(response.headers, now)
    sentence = BUSY if status in _ASKED_TO_WAIT else REFUSED
    raise FeedError(sentence.format(status=status), after=after)


def _charset(response: aiohttp.ClientResponse) -> str | None:
    found = response.charset
    return found if found and _CHARSET.fullmatch(found) else None
