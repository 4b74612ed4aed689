"""The loop behind the digests, which nothing ends, and what is counted meanwhile."""

import asyncio
import logging

import pytest

from bot import metrics
from bot.digest.sender import Rhythm
from data.store import Store
from data.store.digests import Digests
from tests.e2e.conftest import Bots
from tests.e2e.posts import Posts, posted, sleeping
from tests.standin import Channel, Place, Standin


class Looks:
    """Ends a pause when it is told to."""

    def __init__(self) -> None:
        self._go, self._idle = asyncio.Event(), asyncio.Event()

    async def pause(self) -> bool:
        self._idle.set()
        await self._go.wait()
        self._go.clear()
        return True

    async def look(self) -> None:
        """Returns when the look is over."""
        await self._idle.wait()
        self._idle.clear()
        self._go.set()
        await self._idle.wait()


@pytest.fixture
def posts(local: Standin, store: Store, bots: Bots) -> Posts:
    return Posts(local, store, bots)


@pytest.fixture
def channel(local: Standin) -> Channel:
    return local.add_guild("Desk").add_channel("news")


@pytest.mark.parametrize(
    ("step", "method"), [("enqueue", "enqueue"), ("claim", "claim"), ("repairs", "subscriptions")]
)
async def test_a_step_that_fails_ends_nothing_and_is_told_once(
    bots: Bots,
    posts: Posts,
    channel: Channel,
    step: str,
    method: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("no such ratio")

    caplog.set_level(logging.INFO, "bot.digest.round")
    looks, clock = Looks(), posts.local.clock
    rhythm = Rhythm(pause=looks.pause, now=clock.seconds, sleep=sleeping(clock))
    app = await bots.start(rhythm=rhythm)
    await looks.look()
    await posts.subscribe(channel)
    with monkeypatch.context() as patch:
        patch.setattr(Digests, method, broken)
        for _ in range(3):
            clock.advance(60)
            await looks.look()
    clock.advance(60)
    await looks.look()
    await app.sender.round.idle()
    assert len(posted(channel)) == 1
    assert [each.getMessage() for each in caplog.records if each.name == "bot.digest.round"] == [
        f"Digests: {step} failed and is tried again.",
        f"Digests: {step} works again.",
    ]
    assert app.metrics.value(metrics.ROUND_FAILURES, step=step) == 3


async def test_more_than_can_be_under_way_at_once_all_come(posts: Posts, local: Standin) -> None:
    guild = local.add_guild("Desk")
    channels = [guild.add_channel(f"news-{number}") for number in range(30)]
    for each in channels:
        await posts.subscribe(each)
    app = await posts.start()
    app.sender.round._at_once = 7  # noqa: SLF001
    await posts.send(app)
    assert [len(posted(each)) for each in channels] == [1] * 30
    assert app.metrics.value(metrics.DUE) == 30
    assert app.metrics.value(metrics.SENT) == 30


async def test_what_comes_late_is_counted(posts: Posts, channel: Channel) -> None:
    await posts.subscribe(channel)
    posts.local.clock.advance(3600)
    app = await posts.start()
    await posts.send(app)
    assert (app.metrics.value(metrics.LATE), app.metrics.value(metrics.SENT)) == (1, 1)


async def test_answers_are_counted_by_what_came_of_them(bots: Bots, local: Standin) -> None:
    app = await bots.start()
    here: Place = local.add_user("Anna").at(local.add_guild("Desk").add_channel("general"))
    answer = await here.slash("target", member="Spain")
    await here.click(answer, "Sources")
    await here.slash("target", member="Nowhere")
    await app.work.idle()
    counted = [
        app.metrics.value(metrics.ANSWERS, command=command, outcome=outcome)
        for command, outcome in (
            ("/target", "answered"),
            ("/target", "not understood"),
            ("a press", "answered"),
        )
    ]
    assert counted == [1, 1, 1]
