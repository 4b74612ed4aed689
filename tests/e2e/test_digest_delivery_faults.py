"""Whatever fails on its way, a day's digest is in its channel once in the end."""

from typing import Any

import pytest

from bot import metrics
from bot.digest import courier
from bot.digest.composing import Composer
from bot.digest.ledger import LEASE
from bot.digest.pace import Pace
from data.store import Store
from data.store.digests import Digests
from data.subscriptions.delivery import What
from tests.e2e.conftest import Bots
from tests.e2e.posts import DAY, POST, Posts, crashing, held, posted
from tests.standin import Channel, Standin
from tests.standin.checks.nonces import KEPT


@pytest.fixture
def posts(local: Standin, store: Store, bots: Bots) -> Posts:
    return Posts(local, store, bots)


@pytest.fixture
def channel(local: Standin) -> Channel:
    return local.add_guild("Desk").add_channel("news")


# A process that ends


STEPS = [
    (Digests, "claim", False),
    (Digests, "claim", True),
    (Composer, "content", False),
    (Digests, "sending_all", False),
    (Digests, "sending_all", True),
    (courier, "post", False),
    (courier, "post", True),
    (Digests, "sent_all", False),
    (Digests, "sent_all", True),
]


@pytest.mark.parametrize(("where", "step", "after"), STEPS)
async def test_a_process_that_ends_at_any_step_loses_and_repeats_nothing(
    posts: Posts, channel: Channel, where: Any, step: str, after: bool
) -> None:
    sub = await posts.subscribe(channel)
    app = await posts.start()
    with crashing(where, step, after=after):
        await posts.crash(app)
    await posts.stop(app)
    await posts.settle(await posts.start())
    assert len(posted(channel)) == 1
    assert (await posts.steps(sub))[-1] in (What.SENT, What.FOUND)


async def test_whoever_lost_the_lease_sends_nothing(posts: Posts, channel: Channel) -> None:
    sub = await posts.subscribe(channel)
    slow, quick = await posts.start(), await posts.start()
    with held(Composer, "content") as gate:
        await slow.sender.round.turn()
        await gate.reached.wait()
        posts.local.clock.advance(LEASE)
        gate.through = True
        await posts.send(quick)
        gate.open.set()
        await slow.sender.round.idle()
    assert len(posted(channel)) == 1
    assert (await posts.steps(sub)).count(What.SENT) == 1


async def test_whoever_was_held_up_for_longer_than_the_nonce_lasts_sends_nothing(
    posts: Posts, channel: Channel
) -> None:
    await posts.subscribe(channel)
    slow, quick = await posts.start(), await posts.start()
    with held(Pace, "_take") as gate:
        await slow.sender.round.turn()
        await gate.reached.wait()
        posts.local.clock.advance(LEASE)
        gate.through = True
        await posts.send(quick)
        posts.local.clock.advance(KEPT)
        gate.open.set()
        await slow.sender.round.idle()
    assert len(posted(channel)) == 1


# Answers that get lost, and Discord in trouble


UNCLEAR: list[dict[str, Any]] = [
    {"status": 500},
    {"status": 502, "stored": True},
    {"status": 500, "stored": True, "times": 3},
    {"cut": True},
    {"cut": True, "stored": True},
    {"hang": True},
    {"hang": True, "stored": True},
]


@pytest.mark.parametrize("fault", UNCLEAR)
async def test_an_unclear_outcome_is_looked_into(
    posts: Posts, channel: Channel, fault: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.replies.sending.GIVE_UP_AFTER", 0.1)
    posts.local.faults.add("POST", POST, **fault)
    sub = await posts.subscribe(channel)
    app = await posts.start()
    await posts.send(app)
    await posts.settle(app, minutes=2)
    assert len(posted(channel)) == 1
    steps = await posts.steps(sub)
    assert steps[3] is What.UNCLEAR
    assert steps[-1] is (What.FOUND if fault.get("stored") else What.SENT)
    asked = [each.method for each in posts.local.requests if each.path.endswith("/messages")]
    # A request that hangs is never over.
    begun = [] if fault.get("hang") else ["POST"]
    assert asked == [*begun, "GET", *([] if fault.get("stored") else ["POST"])]
    assert app.metrics.value(metrics.SENT) == 1


async def test_what_was_found_among_many_is_not_sent_again(posts: Posts, channel: Channel) -> None:
    posts.local.faults.add("POST", POST, stored=True)
    await posts.subscribe(channel)
    app = await posts.start()
    await posts.send(app)
    for number in range(250):
        posts.local.post(channel, author=posts.owner, content=f"Number {number}")
    await posts.settle(app, minutes=2)
    assert len(posted(channel)) == 1
    assert app.metrics.value(metrics.LOOKED, found="yes") == 1


async def test_yesterday_s_digest_is_not_taken_for_today_s(posts: Posts, channel: Channel) -> None:
    await posts.subscribe(channel)
    app = await posts.start()
    await posts.send(app)
    posts.local.clock.advance(86400)
    posts.local.faults.add("POST", POST)
    await posts.send(app)
    await posts.settle(app, minutes=2)
    assert [each.text[:15] for each in posted(channel)] == ["## Digest of 25", "## Digest of 26"]


@pytest.mark.parametrize("stored", [True, False])
async def test_without_a_look_the_nonce_alone_keeps_it_from_coming_twice(
    posts: Posts, channel: Channel, stored: bool
) -> None:
    channel.forbid(["read_message_history"])
    posts.local.faults.add("POST", POST, stored=stored)
    sub = await posts.subscribe(channel)
    app = await posts.start()
    await posts.send(app)
    await posts.settle(app, minutes=1)
    assert len(posted(channel)) == 1
    assert (await posts.steps(sub))[-1] is What.SENT


async def test_without_a_look_it_is_given_up_once_the_nonce_is_forgotten(
    posts: Posts, channel: Channel
) -> None:
    channel.forbid(["read_message_history"])
    posts.local.faults.add("POST", POST, stored=True)
    sub = await posts.subscribe(channel)
    app = await posts.start()
    await posts.send(app)
    posts.local.clock.advance(courier.NONCE_LASTS)
    await posts.settle(app)
    assert len(posted(channel)) == 1
    events = await posts.digests.why(sub.id, DAY)
    assert events[-1].what is What.REFUSED
    assert events[-1].detail.startswith("unclear")


@pytest.mark.usefixtures("hurried")
async def test_a_429_is_waited_for(posts: Posts, channel: Channel) -> None:
    body = {"message": "You are being rate limited.", "retry_after": 2.5, "global": False}
    headers = {"Via": "1.1 google", "X-RateLimit-Scope": "shared"}
    posts.local.faults.add("POST", POST, status=429, body=body, headers=headers, times=2)
    sub = await posts.subscribe(channel)
    await posts.send(await posts.start())
    assert len(posted(channel)) == 1
    assert (await posts.steps(sub))[-1] is What.SENT


async def test_a_wall_in_front_of_discord_is_no_refusal(posts: Posts, channel: Channel) -> None:
    posts.local.faults.add("POST", POST, status=403, body="error code: 1015")
    sub = await posts.subscribe(channel)
    app = await posts.start()
    await posts.send(app)
    await posts.settle(app, minutes=1)
    assert len(posted(channel)) == 1
    assert await posts.digests.subscription(sub.id) == sub


async def test_digests_go_on_while_the_gateway_is_away(posts: Posts, channel: Channel) -> None:
    await posts.subscribe(channel)
    app = await posts.start()
    await posts.local.gateway.drop()
    await posts.send(app)
    assert len(posted(channel)) == 1
    await posts.local.gateway.ready()
