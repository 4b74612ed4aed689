"""Feeds through the whole bot: what is new in one waits for review, and a hostile one harms
nothing."""

import asyncio
from collections.abc import AsyncIterator

import pytest_asyncio

from bot import metrics
from bot.app import App
from bot.feed_watch import Watching
from data.importers.feeds.fetching import Fetcher
from data.importers.feeds.model import Watched
from data.sources import Grade
from data.store import Store
from tests.e2e.conftest import NOW, Bots
from tests.feedserver import FeedServer, item, rss, serving
from tests.standin import Place

PLEDGE = "Spain will spend 2.1 percent of GDP on defence this year, the ministry said on Tuesday."


@pytest_asyncio.fixture
async def server() -> AsyncIterator[FeedServer]:
    async with serving() as home:
        yield home


class Rounds:
    """When the bot sees which feeds are due: as often as the test wants it to."""

    def __init__(self) -> None:
        self._wanted, self._waits = asyncio.Event(), asyncio.Event()

    async def pause(self) -> bool:
        self._waits.set()
        await self._wanted.wait()
        self._wanted.clear()
        return True

    async def one(self, app: App) -> None:
        """Ends when all that was due has been looked at."""
        self._waits.clear()
        self._wanted.set()
        await self._waits.wait()
        await app.feeds.idle()


async def watching(bots: Bots, server: FeedServer) -> tuple[App, Rounds]:
    rounds = Rounds()
    fetcher = Fetcher(server.policy)
    feeds = Watching(fetcher=fetcher, pause=rounds.pause, jitter=lambda: 0.0)
    return await bots.start(feeds=feeds), rounds


async def add(store: Store, url: str, id: str = "aaaaaaaa") -> None:
    feed = Watched(
        id=id,
        url=url,
        host=f"{id}.example.org",
        publisher="The Gazette",
        grade=Grade.WIRE,
        by="Ann",
        added_at=NOW,
    )
    await store.feeds.add(feed)


async def test_a_new_item_ends_in_the_queue(bots: Bots, store: Store, server: FeedServer) -> None:
    await add(store, server.serve(rss(item(PLEDGE))))
    app, rounds = await watching(bots, server)
    await rounds.one(app)
    (queued,) = await store.proposals.waiting()
    assert queued.by == "feed aaaaaaaa"
    assert queued.source.publisher == "The Gazette"
    assert "will spend 2.1 percent of GDP" in queued.proposal.passages[0].sentence
    assert app.metrics.value(metrics.FEED_PROPOSALS, came="new") == 1


async def test_a_hostile_feed_keeps_the_bot_neither_from_others_nor_from_answers(
    bots: Bots, store: Store, here: Place, server: FeedServer
) -> None:
    await add(store, server.serve("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>&a;</rss>", "/evil.xml"))
    await add(store, server.serve(rss(item(PLEDGE))), "bbbbbbbb")
    app, rounds = await watching(bots, server)
    await rounds.one(app)
    assert len(await store.proposals.waiting()) == 1
    evil = await store.feeds.find("aaaaaaaa")
    assert evil is not None
    assert "DOCTYPE" in str(evil.problem)
    assert app.metrics.value(metrics.FEED_LOOKS, outcome="failed") == 1
    assert "Spain" in (await here.slash("target", member="Spain")).text
