"""A server of feeds on this machine, which says of each path what a test wants it to say."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from data.importers.feeds.addresses import Policy

Handler = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]

RSS = "application/rss+xml; charset=utf-8"


@dataclass(slots=True)
class FeedServer:
    """`policy` lets its own address pass, and no other of this machine."""

    port: int = 0
    handlers: dict[str, Handler] = field(default_factory=dict[str, Handler])
    asked: list[tuple[str, Mapping[str, str]]] = field(
        default_factory=list[tuple[str, Mapping[str, str]]]
    )

    @property
    def policy(self) -> Policy:
        return Policy(also=frozenset({("127.0.0.1", self.port)}))

    def url(self, path: str = "/feed.xml") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def serve(
        self,
        body: str | bytes = b"",
        path: str = "/feed.xml",
        *,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> str:
        """Answers with this from now on. The address of it."""
        data = body.encode() if isinstance(body, str) else body
        given = {"Content-Type": RSS, **(headers or {})}

        async def handle(_: web.BaseRequest) -> web.StreamResponse:
            return web.Response(body=data, status=status, headers=given)

        self.handlers[path] = handle
        return self.url(path)

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        self.asked.append((request.path, dict(request.headers)))
        handler = self.handlers.get(request.path)
        return web.Response(status=404) if handler is None else await handler(request)


@asynccontextmanager
async def serving() -> AsyncIterator[FeedServer]:
    home = FeedServer()
    runner = web.ServerRunner(web.Server(home.handle), shutdown_timeout=0.1)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        home.port = runner.addresses[0][1]
        yield home
    finally:
        await runner.cleanup()


def rss(*items: str, channel: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
        f"<title>The Gazette</title>{channel}{''.join(items)}</channel></rss>"
    )


def item(
    text: str = "Spain spends 2 percent.",
    *,
    key: str = "1",
    link: str | None = None,
    title: str = "News",
    date: str | None = "Wed, 25 Nov 2026 07:00:00 GMT",
) -> str:
    """An item of RSS; the text is markup, which is escaped here."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    dated = "" if date is None else f"<pubDate>{date}</pubDate>"
    return (
        f"<item><guid>{key}</guid><title>{title}</title>{dated}"
        f"<link>{link or f'https://gazette.example.org/{key}'}</link>"
        f"<description>{escaped}</description></item>"
    )
