"""A database that is away, faults of our own and a stop: digests are put off, and nothing else."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from bot.digest import courier
from bot.digest.composing import Composer
from data.errors import StoreError
from data.store import Store
from data.store.digests import Digests
from data.subscriptions.delivery import What
from tests.e2e.conftest import Bots
from tests.e2e.posts import Posts, held, posted
from tests.standin import Channel, Standin


@pytest.fixture
def posts(local: Standin, store: Store, bots: Bots) -> Posts:
    return Posts(local, store, bots)


@pytest.fixture
def channel(local: Standin) -> Channel:
    return local.add_guild("Desk").add_channel("news")


# A database in trouble


@contextmanager
def away(*methods: str) -> Iterator[None]:
    async def fail(*_: object, **__: object) -> None:
        raise StoreError("The database cannot be reached.")

    with pytest.MonkeyPatch.context() as patch:
        for each in methods:
            patch.setattr(Digests, each, fail)
        yield


METHODS = [
    ("enqueue",),
    ("claim",),
    ("last_sent",),
    ("sending_all",),
    ("sending_all", "retry"),
    ("sent_all",),
    ("sent_all", "retry"),
    (
        "enqueue",
        "claim",
        "last_sent",
        "sending_all",
        "sent_all",
        "retry",
        "subscriptions",
        "reckon",
    ),
]


@pytest.mark.parametrize("methods", METHODS, ids="+".join)
async def test_a_database_that_is_away_for_a_while_delays_and_nothing_else(
    posts: Posts, channel: Channel, methods: tuple[str, ...], caplog: pytest.LogCaptureFixture
) -> None:
    sub = await posts.subscribe(channel)
    app = await posts.start()
    with away(*methods):
        for _ in range(3):
            await posts.send(app)
    await posts.settle(app)
    assert len(posted(channel)) == 1
    assert (await posts.steps(sub))[-1] in (What.SENT, What.FOUND)
    assert caplog.text.count("Digests: enqueue failed") <= 1


async def test_a_record_that_fails_is_made_again_before_anybody_has_to_look(
    posts: Posts, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    sub = await posts.subscribe(channel)
    app = await posts.start()
    monkeypatch.setattr(Digests, "sent_all", failing_twice(Digests.sent_all))
    await posts.send(app)
    assert (await posts.steps(sub))[-1] is What.SENT


def failing_twice(done: Callable[..., Any]) -> Callable[..., Any]:
    calls: list[object] = []

    async def call(*args: Any, **kwargs: Any) -> Any:
        calls.append(args)
        if len(calls) <= 2:
            raise StoreError("The database is locked.")
        return await done(*args, **kwargs)

    return call


async def test_a_fault_of_ours_is_tried_again_until_it_is_too_late(
    posts: Posts, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("no such ratio")

    sub = await posts.subscribe(channel)
    app = await posts.start()
    with monkeypatch.context() as patch:
        patch.setattr("bot.digest.composing.work_out", broken)
        await posts.settle(app, minutes=3)
        assert (await posts.steps(sub))[-1] is What.RETRY
        posts.local.clock.advance(6 * 3600)
        await posts.settle(app, minutes=1)
    assert posted(channel) == []
    assert (await posts.steps(sub))[-1] is What.MISSED


# A stop


async def test_a_stop_gives_back_what_is_not_begun_and_finishes_the_rest(
    posts: Posts, channel: Channel
) -> None:
    sub = await posts.subscribe(channel)
    app = await posts.start()
    with held(Composer, "content") as gate:
        await app.sender.round.turn()
        await gate.reached.wait()
        await posts.stop(app)
    assert (await posts.steps(sub))[-1] is What.RETRY
    await posts.send(await posts.start())
    assert len(posted(channel)) == 1


async def test_a_stop_waits_for_what_is_being_sent(posts: Posts, channel: Channel) -> None:
    sub = await posts.subscribe(channel)
    app = await posts.start()
    with held(courier, "post") as gate:
        await app.sender.round.turn()
        await gate.reached.wait()
        stopping = asyncio.create_task(posts.stop(app))
        await asyncio.sleep(0)
        gate.open.set()
        await stopping
    assert (await posts.steps(sub))[-1] is What.SENT
