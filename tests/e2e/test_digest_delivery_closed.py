"""Channels that are closed to the bot: the digest is paused, its owner told once, and it goes on
when that is repaired."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot import metrics
from data.store import Store
from data.subscriptions.delivery import What
from data.subscriptions.model import Pause
from tests.e2e.conftest import Bots
from tests.e2e.posts import POST, Posts, posted
from tests.standin import Channel, Standin
from tests.standin.reply import Shown

_DAY = timedelta(days=1)


@pytest.fixture
def posts(local: Standin, store: Store, bots: Bots) -> Posts:
    return Posts(local, store, bots)


@pytest.fixture
def channel(local: Standin) -> Channel:
    return local.add_guild("Desk").add_channel("news")


def told(posts: Posts) -> list[str]:
    """What the owner read in private."""
    return [Shown(each).text for each in posts.local.direct(posts.owner).messages.values()]


def tries(posts: Posts, channel: Channel) -> int:
    path = f"/channels/{channel.id}/messages"
    return sum((each.method, each.path) == ("POST", path) for each in posts.local.requests)


def not_seen(channel: Channel) -> None:
    channel.forbid(["view_channel"])


def not_written(channel: Channel) -> None:
    channel.forbid(["send_messages"])


def deleted(channel: Channel) -> None:
    channel.delete()


def thrown_out(channel: Channel) -> None:
    assert channel.guild is not None
    channel.guild.leave()


CLOSED = [
    (not_seen, Pause.FORBIDDEN, "I may not write in #news any more"),
    (not_written, Pause.FORBIDDEN, "once I have these permissions there: Send Messages."),
    (deleted, Pause.GONE, "The channel of the digest sub00001 is gone"),
    (thrown_out, Pause.LEFT, "I am no longer in the server of the digest sub00001"),
]


@pytest.mark.parametrize(("close", "reason", "says"), CLOSED)
@pytest.mark.parametrize("meanwhile", [True, False], ids=["told of it", "away meanwhile"])
async def test_a_closed_channel_pauses_it_and_the_owner_is_told_once(
    posts: Posts,
    channel: Channel,
    close: Callable[[Channel], None],
    reason: Pause,
    says: str,
    meanwhile: bool,
) -> None:
    sub = await posts.subscribe(channel)
    if not meanwhile:
        close(channel)
    app = await posts.start()
    if meanwhile:
        close(channel)
        await posts.local.gateway.idle()
    for _ in range(3):
        await posts.settle(app, minutes=2)
        posts.local.clock.advance(_DAY)
    found = await posts.digests.subscription(sub.id)
    assert found is not None
    assert found.paused is reason
    (text,) = told(posts)
    assert says in text
    assert tries(posts, channel) <= 1
    assert (await posts.steps(sub))[-1] in (What.REFUSED, What.PAUSED)
    assert app.metrics.value(metrics.PAUSED, why=reason) == 1


async def test_it_goes_on_once_it_may_write_again(posts: Posts, channel: Channel) -> None:
    await posts.subscribe(channel)
    channel.forbid(["send_messages"])
    app = await posts.start()
    await posts.settle(app, minutes=2)
    assert posted(channel) == []
    channel.allow(["send_messages"])
    await posts.local.gateway.idle()
    await posts.send(app)
    assert posted(channel) == []
    posts.local.clock.advance(_DAY)
    await posts.send(app)
    assert len(posted(channel)) == 1
    assert app.metrics.value(metrics.RESUMED) == 1


async def test_it_goes_on_once_it_is_added_again(posts: Posts, channel: Channel) -> None:
    sub = await posts.subscribe(channel)
    guild = channel.guild
    assert guild is not None
    app = await posts.start()
    guild.leave()
    await posts.local.gateway.idle()
    await posts.settle(app, minutes=2)
    guild.installed = True
    guild.furnish()
    posts.local.tell("GUILD_CREATE", guild.full(), guild=guild)
    await posts.local.gateway.idle()
    await posts.send(app)
    assert (await posts.digests.subscription(sub.id)) is not None
    posts.local.clock.advance(_DAY)
    await posts.send(app)
    assert len(posted(channel)) == 1


async def test_what_was_repaired_while_nobody_listened_is_seen_at_the_next_look(
    posts: Posts, channel: Channel
) -> None:
    await posts.subscribe(channel)
    channel.forbid(["send_messages"])
    first = await posts.start()
    await posts.settle(first, minutes=2)
    await posts.stop(first)
    channel.allow(["send_messages"])
    second = await posts.start()
    await posts.send(second)
    posts.local.clock.advance(_DAY)
    await posts.send(second)
    assert len(posted(channel)) == 1


async def test_what_discord_refuses_though_all_is_permitted_is_not_tried_each_day(
    posts: Posts, channel: Channel
) -> None:
    body = {"message": "Missing Access", "code": 50001}
    posts.local.faults.add("POST", f"/channels/{channel.id}/messages", status=403, body=body)
    await posts.subscribe(channel)
    app = await posts.start()
    for _ in range(3):
        await posts.settle(app, minutes=2)
        posts.local.clock.advance(_DAY)
    assert (tries(posts, channel), len(told(posts))) == (1, 1)
    channel.allow(["send_messages"])
    await posts.local.gateway.idle()
    await posts.send(app)
    posts.local.clock.advance(_DAY)
    await posts.send(app)
    assert len(posted(channel)) == 1


async def test_an_owner_who_takes_no_messages_is_left_to_the_log(
    posts: Posts, channel: Channel, caplog: pytest.LogCaptureFixture
) -> None:
    body = {"message": "Cannot send messages to this user", "code": 50007}
    direct = posts.local.direct(posts.owner)
    posts.local.faults.add("POST", f"/channels/{direct.id}/messages", status=403, body=body)
    sub = await posts.subscribe(channel)
    channel.forbid(["send_messages"])
    app = await posts.start()
    await posts.settle(app, minutes=2)
    assert f"Digest {sub.id}: its owner could not be told of the pause: 403" in caplog.text
    found = await posts.digests.subscription(sub.id)
    assert found is not None
    assert found.paused is Pause.FORBIDDEN


async def test_two_processes_tell_the_owner_once(posts: Posts, channel: Channel) -> None:
    await posts.subscribe(channel)
    apps = [await posts.start(), await posts.start()]
    channel.delete()
    await posts.local.gateway.idle()
    await posts.send_all(*apps)
    assert len(told(posts)) == 1


async def test_where_it_cannot_be_looked_for_any_more_it_is_given_up(
    posts: Posts, channel: Channel
) -> None:
    posts.local.faults.add("POST", POST, stored=True)
    sub = await posts.subscribe(channel)
    app = await posts.start()
    await posts.send(app)
    channel.forbid(["view_channel"])
    await posts.settle(app, minutes=2)
    assert len(posted(channel)) == 1
    assert (await posts.steps(sub))[-1] is What.REFUSED
