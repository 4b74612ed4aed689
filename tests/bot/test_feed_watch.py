"""Feeds as they are watched: what is looked at, queued and remembered, whatever fails."""

import asyncio
import logging
import shutil
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest
import pytest_asyncio

from bot import metrics
from bot.feed_watch import AT_ONCE, FeedWatch, Watching
from bot.library import Pause
from bot.metrics import Metrics
from data.errors import StoreError
from data.facts.knowledge import Knowledge
from data.importers.feeds.fetching import Fetcher
from data.importers.feeds.model import Watched
from data.importers.proposals import Article, Proposal
from data.sources import Cite, Grade
from data.store import Store, proposing
from tests.feedserver import FeedServer, item, rss, serving
from tests.proposals import proposal as made
from tests.proposals import stance

START = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
KNOWN = cast("Knowledge", object())
"""Handed through; nobody here looks into it."""
QUARTER, HOUR = timedelta(minutes=15), timedelta(hours=1)


def read(article: Article, knowledge: Knowledge) -> Sequence[Proposal]:
    """A stance for each text that speaks of Spain; it stumbles over what is broken."""
    assert knowledge is KNOWN
    if "broken" in article.text:
        raise ZeroDivisionError("a fault of ours")
    if "Spain" not in article.text:
        return ()
    cites = (Cite(source=article.source.id, locator="paragraph 1"),)
    told = stance(claim=article.text, commitment=_told_of(article.text))
    return (made(replace(told, cites=cites)),)


def _told_of(text: str) -> str:
    return "-".join(each for each in text.lower().split() if each.isalnum())[:60]


async def never() -> bool:
    return False


@dataclass(slots=True)
class Newsroom:
    """A bot's watch over the feeds of a server on this machine, at a time of the test's own."""

    store: Store
    server: FeedServer
    counted: Metrics = field(default_factory=Metrics)
    now: datetime = START
    read: list[str] = field(default_factory=list[str])

    def watch(self, pause: Pause = never) -> FeedWatch:
        def reading(article: Article, knowledge: Knowledge) -> Sequence[Proposal]:
            self.read.append(article.text)
            return read(article, knowledge)

        fetcher = Fetcher(self.server.policy)
        watching = Watching(fetcher=fetcher, read=reading, pause=pause, jitter=lambda: 0.0)
        return FeedWatch(
            self.store,
            watching,
            knowledge=lambda: KNOWN,
            clock=lambda: self.now,
            metrics=self.counted,
        )

    async def add(self, id: str = "aaaaaaaa", path: str = "/feed.xml") -> None:
        feed = Watched(
            id=id,
            url=self.server.url(path),
            host=f"{id}.example.org",
            publisher="The Gazette",
            grade=Grade.WIRE,
            by="Ann",
            added_at=self.now,
        )
        await self.store.feeds.add(feed)

    async def add_all(self, count: int) -> None:
        """All of them tell the same story."""
        for number in range(count):
            self.server.serve(rss(item()), f"/{number}.xml")
            await self.add(f"{number:08}", f"/{number}.xml")

    async def turn(self, *, after: timedelta = timedelta()) -> Watched:
        """Looks at what is due by then. How the first feed stands."""
        self.now += after
        watch = self.watch()
        await watch.turn()
        await watch.idle()
        (first, *_) = await self.store.feeds.all()
        return first

    async def waiting(self) -> int:
        return len(await self.store.proposals.waiting())

    def looks(self, outcome: str) -> float:
        return self.counted.value(metrics.FEED_LOOKS, outcome=outcome)


@pytest_asyncio.fixture
async def room(data_dir: Path, tmp_path: Path) -> AsyncIterator[Newsroom]:
    file = tmp_path / "article3.db"
    shutil.copyfile(data_dir / "article3.db", file)
    async with Store.open(f"sqlite+aiosqlite:///{file}") as store, serving() as server:
        yield Newsroom(store, server)


async def test_a_new_item_is_read_once_and_waits_for_review(room: Newsroom) -> None:
    room.server.serve(rss(item()))
    await room.add()
    feed = await room.turn()
    (queued,) = await room.store.proposals.waiting()
    assert (queued.by, queued.source.publisher) == ("feed aaaaaaaa", "The Gazette")
    assert queued.source.url == "https://gazette.example.org/1"
    assert (feed.next_at, feed.succeeded_at, feed.items) == (START + HOUR, START, 1)
    await room.turn(after=HOUR)
    assert room.read == ["Spain spends 2 percent."]
    assert room.counted.value(metrics.FEED_PROPOSALS, came="new") == 1
    assert room.counted.value(metrics.FEED_ITEMS, standing="seen") == 1


async def test_a_feed_is_not_looked_at_before_its_time(room: Newsroom) -> None:
    room.server.serve(rss(item(), channel="<ttl>180</ttl>"))
    await room.add()
    assert (await room.turn()).next_at == START + 3 * HOUR
    await room.turn(after=2 * HOUR)
    assert len(room.server.asked) == 1


async def test_what_has_not_changed_is_not_sent_again(room: Newsroom) -> None:
    room.server.serve(rss(item()), headers={"ETag": '"1"'})
    await room.add()
    await room.turn()
    room.server.serve(status=304, headers={"ETag": '"1"'})
    feed = await room.turn(after=HOUR)
    assert room.server.asked[-1][1]["If-None-Match"] == '"1"'
    assert (feed.etag, feed.failures, feed.succeeded_at) == ('"1"', 0, START + HOUR)
    assert room.looks("unchanged") == 1


async def test_an_item_with_another_text_is_read_again(room: Newsroom) -> None:
    room.server.serve(rss(item()))
    await room.add()
    await room.turn()
    room.server.serve(rss(item("Spain spends 3 percent.")))
    await room.turn(after=HOUR)
    assert room.read == ["Spain spends 2 percent.", "Spain spends 3 percent."]


async def test_the_same_story_in_two_feeds_is_read_once(room: Newsroom) -> None:
    room.server.serve(rss(item()))
    room.server.serve(rss(item(key="x", link="https://other.example.org/x")), "/other.xml")
    await room.add()
    await room.turn()
    await room.add("bbbbbbbb", "/other.xml")
    await room.turn()
    assert len(room.read) == 1
    assert room.counted.value(metrics.FEED_ITEMS, standing="double") == 1


async def test_failures_pause_a_feed_for_longer_and_longer_and_are_said(
    room: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    room.server.serve(status=500)
    await room.add()
    with caplog.at_level(logging.WARNING, "bot"):
        for pause in (QUARTER, 2 * QUARTER, HOUR):
            assert (await room.turn(after=HOUR)).next_at == room.now + pause
    assert "failures in a row: 3. The server answers with status 500" in caplog.text
    assert room.looks("failed") == 3
    room.server.serve(rss(item()))
    feed = await room.turn(after=HOUR)
    assert (feed.failures, feed.problem, feed.next_at) == (0, None, room.now + HOUR)


async def test_a_server_that_asks_for_time_gets_it(room: Newsroom) -> None:
    room.server.serve(status=429, headers={"Retry-After": "7200"})
    await room.add()
    assert (await room.turn()).next_at == START + 2 * HOUR


async def test_a_feed_that_is_gone_is_left_alone(room: Newsroom) -> None:
    room.server.serve(status=410)
    await room.add()
    feed = await room.turn()
    assert (feed.next_at, feed.problem) == (None, "The server says that the feed is gone for good.")
    await room.turn(after=99 * HOUR)
    assert len(room.server.asked) == 1
    assert room.looks("gone") == 1


async def test_an_item_the_reader_stumbles_over_keeps_no_other_from_being_read(
    room: Newsroom,
) -> None:
    room.server.serve(rss(item("All is broken."), item("Spain pays.", key="2")))
    await room.add()
    await room.turn()
    await room.turn(after=HOUR)
    assert await room.waiting() == 1
    assert sorted(room.read) == ["All is broken.", "Spain pays."]
    assert room.counted.value(metrics.FEED_FAILURES, step="item") == 1


async def test_a_feed_that_fails_keeps_no_other_from_being_read(room: Newsroom) -> None:
    room.server.serve("<rss><!-- half")
    room.server.serve(rss(item()), "/other.xml")
    await room.add()
    await room.add("bbbbbbbb", "/other.xml")
    feed = await room.turn()
    assert "not sound XML" in str(feed.problem)
    assert await room.waiting() == 1


async def test_what_finds_no_room_in_the_queue_is_read_at_the_next_look(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proposing, "MOST_WAITING", 1)
    twice = item("Spain pays.", key="3", link="https://gazette.example.org/3")
    room.server.serve(rss(item(), item("Spain pays.", key="2"), twice), headers={"ETag": '"1"'})
    await room.add()
    assert (await room.turn()).etag is None
    monkeypatch.setattr(proposing, "MOST_WAITING", 9)
    assert (await room.turn(after=HOUR)).etag == '"1"'
    assert await room.waiting() == 2
    await room.turn(after=HOUR)
    assert room.read == ["Spain spends 2 percent.", "Spain pays.", "Spain pays."]


async def test_a_look_that_is_broken_off_is_made_again_by_another_process(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.server.serve(rss(item()))
    await room.add()

    async def lost(*_: object, **__: object) -> None:
        raise StoreError("the database is away")

    with monkeypatch.context() as patch:
        patch.setattr(type(room.store.feeds), "looked", lost)
        patch.setattr(type(room.store.feeds), "failed", lost)
        await room.turn()
    await room.turn(after=QUARTER)
    assert len(room.read) == 2
    assert await room.waiting() == 1


async def test_a_watch_ends_while_it_looks(room: Newsroom) -> None:
    room.server.serve(rss(item()))
    await room.add()
    watch = room.watch()
    watch.start()
    await watch.turn()
    await watch.stop(0)
    await watch.idle()


async def test_items_are_dated_by_their_feed_and_old_ones_are_not_read(room: Newsroom) -> None:
    old = item("Spain was late.", key="2", date="Sun, 25 Oct 2026 07:00:00 GMT")
    room.server.serve(rss(item(date=None), old))
    await room.add()
    await room.turn()
    (queued,) = await room.store.proposals.waiting()
    assert "has no date" in str(queued.source.note)
    assert str(queued.source.published_on) == "2026-11-25"
    assert replace(queued.source, note=None).verified_on == START.date()


async def test_two_processes_share_the_feeds(room: Newsroom) -> None:
    await room.add_all(6)
    one, other = room.watch(), room.watch()
    await one.turn()
    await other.turn()
    await one.idle()
    await other.idle()
    assert len(room.server.asked) == 6
    assert await room.waiting() == 1


async def test_no_more_than_a_few_feeds_are_looked_at_together(room: Newsroom) -> None:
    await room.add_all(6)
    await room.turn()
    assert len(room.server.asked) == AT_ONCE
    await room.turn()
    assert len(room.server.asked) == 6


async def test_what_the_database_refuses_is_said_once_and_tried_again(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    room.server.serve(rss(item()))
    await room.add()
    rounds, ended = iter([True, True]), asyncio.Event()

    async def pause() -> bool:
        if next(rounds, False):
            return True
        ended.set()
        return False

    async def lost(*_: object, **__: object) -> None:
        raise StoreError("the database is away")

    monkeypatch.setattr(type(room.store.feeds), "claim", lost)
    watch = room.watch(pause)
    watch.start()
    await ended.wait()
    assert caplog.text.count("claiming failed") == 1
    assert room.counted.value(metrics.FEED_FAILURES, step="claim") == 2
