"""Feeds fetched from a server on this machine, which is polite or hostile."""

import asyncio
import gzip
import socket
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.abc import ResolveResult

from data.importers.feeds.fetching import USER_AGENT, Fetcher, Limits
from data.importers.feeds.model import FeedError
from tests.feedserver import FeedServer, rss, serving

NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
SMALL = Limits(bytes=10_000, seconds=5, silence=5)


@pytest_asyncio.fixture
async def server() -> AsyncIterator[FeedServer]:
    async with serving() as home:
        yield home


def fetcher(server: FeedServer, limits: Limits = SMALL) -> Fetcher:
    return Fetcher(server.policy, limits)


async def refusal(server: FeedServer, url: str, limits: Limits = SMALL) -> FeedError:
    with pytest.raises(FeedError) as refused:
        await fetcher(server, limits).fetch(url, now=NOW)
    return refused.value


async def test_a_feed_comes_with_what_its_server_says_of_it(server: FeedServer) -> None:
    headers = {"ETag": '"7"', "Last-Modified": "Wed, 25 Nov 2026 07:00:00 GMT"}
    url = server.serve(rss(), headers={**headers, "Cache-Control": "public, max-age=7200"})
    answer = await fetcher(server).fetch(url, now=NOW)
    assert answer.data == rss().encode()
    assert (answer.charset, answer.keeps) == ("utf-8", timedelta(hours=2))
    assert (answer.etag, answer.modified) == ('"7"', "Wed, 25 Nov 2026 07:00:00 GMT")


async def test_the_request_names_the_project_and_carries_nothing_else(server: FeedServer) -> None:
    await fetcher(server).fetch(server.serve(rss(), headers={"Set-Cookie": "a=b"}), now=NOW)
    await fetcher(server).fetch(server.url(), now=NOW)
    _, headers = server.asked[-1]
    assert headers["User-Agent"] == USER_AGENT
    assert "Article3" in USER_AGENT
    assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


async def test_a_proxy_of_the_environment_is_not_used(
    server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert (await fetcher(server).fetch(server.serve(rss()), now=NOW)).data


# what is known of the feed | the header that says so | its value
@pytest.mark.parametrize(
    ("known", "header", "value"),
    [
        ({"etag": '"7"'}, "If-None-Match", '"7"'),
        ({"modified": "Wed, 25 Nov 2026 07:00:00 GMT"}, "If-Modified-Since", None),
    ],
)
async def test_a_feed_that_has_not_changed_is_not_sent_again(
    server: FeedServer, known: dict[str, str], header: str, value: str | None
) -> None:
    url = server.serve(status=304, headers={"ETag": '"7"', "Cache-Control": "max-age=60"})
    answer = await fetcher(server).fetch(url, now=NOW, **known)
    assert answer.data is None
    assert answer.keeps == timedelta(minutes=1)
    assert server.asked[0][1][header] == (value or known["modified"])


async def test_unchanged_is_no_answer_to_who_knows_nothing(server: FeedServer) -> None:
    assert "status 304" in str(await refusal(server, server.serve(status=304)))


async def test_a_packed_feed_is_unpacked(server: FeedServer) -> None:
    packed = gzip.compress(rss().encode())
    url = server.serve(packed, headers={"Content-Encoding": "gzip"})
    assert (await fetcher(server).fetch(url, now=NOW)).data == rss().encode()


# what the server sends | with which headers | what is said
BAD = {
    "a long feed": (b"x" * 10_001, {}, "larger than"),
    "a bomb": (gzip.compress(b"\0" * 5_000_000), {"Content-Encoding": "gzip"}, "larger than"),
    "no gzip": (b"not gzip", {"Content-Encoding": "gzip"}, "cannot be unpacked"),
    "half of it": (gzip.compress(b"x" * 99)[:-9], {"Content-Encoding": "gzip"}, "cannot be unp"),
    "packed twice": (b"x", {"Content-Encoding": "gzip, gzip"}, "packed as 'gzip, gzip'"),
    "brotli": (b"x", {"Content-Encoding": "br"}, "packed as 'br'"),
}


@pytest.mark.parametrize("name", BAD)
async def test_a_body_beyond_the_limits_is_refused(server: FeedServer, name: str) -> None:
    body, headers, said = BAD[name]
    assert said in str(await refusal(server, server.serve(body, headers=headers)))


async def test_what_is_behind_a_packed_feed_is_not_awaited(server: FeedServer) -> None:
    """A server that goes on without end after the end of the feed."""

    async def endless(request: web.BaseRequest) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Encoding": "gzip"})
        await response.prepare(request)
        await response.write(gzip.compress(rss().encode()) + b"\0" * 100)
        return response

    server.handlers["/feed.xml"] = endless
    assert (await fetcher(server).fetch(server.url(), now=NOW)).data == rss().encode()


async def test_a_feed_of_unknown_length_is_measured_while_it_comes(server: FeedServer) -> None:
    sent = 0

    async def endless(request: web.BaseRequest) -> web.StreamResponse:
        nonlocal sent
        response = web.StreamResponse()
        response.enable_chunked_encoding()
        await response.prepare(request)
        while sent < 100_000_000:
            await response.write(b"x" * 50_000)
            sent += 50_000
        return response

    server.handlers["/feed.xml"] = endless
    assert "larger than" in str(await refusal(server, server.url()))
    assert sent < 50_000_000


async def test_a_bomb_that_grows_to_nothing_is_measured_as_it_comes(server: FeedServer) -> None:
    empty_block = b"\0\0\0\xff\xff"
    packed = gzip.compress(b"")[:10] + empty_block * 3_000
    url = server.serve(packed, headers={"Content-Encoding": "gzip"})
    assert "larger than" in str(await refusal(server, url))


async def test_a_server_that_says_nothing_is_given_up(server: FeedServer) -> None:
    given_up = asyncio.Event()

    async def silent(request: web.BaseRequest) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        await given_up.wait()
        return response

    server.handlers["/feed.xml"] = silent
    said = str(await refusal(server, server.url(), replace(SMALL, seconds=0.05)))
    given_up.set()
    assert said == "127.0.0.1 did not answer in time."


async def test_a_server_that_is_not_there_is_said(server: FeedServer) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        server.port = port
        assert "127.0.0.1 cannot be reached" in str(await refusal(server, server.url()))


# status | header | how long to wait, as far as it is said
@pytest.mark.parametrize(
    ("status", "header", "after"),
    [
        (429, "120", timedelta(minutes=2)),
        (503, "Wed, 25 Nov 2026 09:00:00 GMT", timedelta(hours=1)),
        (503, "Wed, 25 Nov 2026 07:00:00 GMT", timedelta()),
        (429, "soon", None),
        (503, "", None),
        (500, "60", timedelta(minutes=1)),
        (404, "", None),
        (403, "", None),
        (206, "", None),
    ],
)
async def test_a_refusal_says_how_long_to_wait(
    server: FeedServer, status: int, header: str, after: timedelta | None
) -> None:
    url = server.serve(status=status, headers={"Retry-After": header})
    found = await refusal(server, url)
    assert (found.after, found.gone) == (after, False)
    assert f"status {status}" in str(found)


async def test_a_feed_that_is_gone_for_good_is_told_apart(server: FeedServer) -> None:
    assert (await refusal(server, server.serve(status=410))).gone


def redirected(server: FeedServer, to: str, path: str = "/feed.xml", status: int = 302) -> str:
    return server.serve(path=path, status=status, headers={"Location": to})


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_followed(server: FeedServer, status: int) -> None:
    server.serve(rss(), "/new.xml")
    answer = await fetcher(server).fetch(redirected(server, "/new.xml", status=status), now=NOW)
    assert (answer.url, answer.data) == (server.url("/new.xml"), rss().encode())


async def test_three_redirects_are_followed_and_no_fourth(server: FeedServer) -> None:
    server.serve(rss(), "/4")
    for number in range(4):
        redirected(server, f"/{number + 1}", f"/{number}")
    assert (await fetcher(server).fetch(server.url("/1"), now=NOW)).data
    assert "more than 3 times" in str(await refusal(server, server.url("/0")))
    assert "more than 3 times" in str(await refusal(server, redirected(server, "/feed.xml")))


# where a redirect leads | what is said
AWAY = {
    "http://127.0.0.1/": "no address of the public internet",
    "http://[::1]/": "no address of the public internet",
    "http://169.254.169.254/latest/meta-data": "no address of the public internet",
    "//10.0.0.1/": "no address of the public internet",
    "http://ann:secret@example.org/": "a user or a password",
    "file:///etc/passwd": "neither https:// nor http://",
    "ftp://example.org/": "neither https:// nor http://",
    "http://example.org:22/": "names port 22",
    "": "to nowhere",
}


@pytest.mark.parametrize("to", AWAY)
async def test_where_a_redirect_leads_is_checked_anew(server: FeedServer, to: str) -> None:
    assert AWAY[to] in str(await refusal(server, redirected(server, to)))
    assert len(server.asked) == 1


def looking_up(*addresses: str, asked: list[str] | None = None) -> object:
    async def look_up(host: str, port: int, family: socket.AddressFamily) -> list[ResolveResult]:
        del family
        if asked is not None:
            asked.append(host)
        return [
            ResolveResult(
                hostname=host, host=each, port=port, family=socket.AF_INET, proto=0, flags=0
            )
            for each in addresses
        ]

    return look_up


async def test_a_name_that_leads_home_is_refused(server: FeedServer) -> None:
    found = Fetcher(server.policy, SMALL, look_up=looking_up("10.0.0.1", "::1"))  # pyright: ignore[reportArgumentType]
    with pytest.raises(FeedError, match=r"inside\.example\.org is at no address of the public"):
        await found.fetch("http://inside.example.org/", now=NOW)


async def test_a_connection_goes_to_the_address_that_was_checked(server: FeedServer) -> None:
    """Looked up once: a second answer could be another one."""
    asked: list[str] = []
    server.serve(rss())
    found = Fetcher(server.policy, SMALL, look_up=looking_up("10.0.0.1", "127.0.0.1", asked=asked))  # pyright: ignore[reportArgumentType]
    answer = await found.fetch(f"http://feeds.example.org:{server.port}/feed.xml", now=NOW)
    assert answer.data == rss().encode()
    assert asked == ["feeds.example.org"]
    assert server.asked[0][1]["Host"] == f"feeds.example.org:{server.port}"


async def test_the_name_of_this_machine_is_refused() -> None:
    with pytest.raises(FeedError, match="localhost is at no address of the public internet"):
        await Fetcher().fetch("http://localhost/feed.xml", now=NOW)
