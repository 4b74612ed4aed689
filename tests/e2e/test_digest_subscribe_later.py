"""Digests that are there: their list, changes, pauses and ends, and why one came or not."""

from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio

from bot.app import App
from data.errors import StoreError
from data.store import Store
from data.store.digests import Digests
from data.subscriptions.model import Pause, Subscription
from tests.e2e.conftest import NOW, Bots
from tests.e2e.posts import DUE, Posts, posted
from tests.e2e.reader import MANAGER
from tests.standin import Place, Standin


@pytest.fixture
def desk(local: Standin) -> Place:
    """Ben in #general of a server that he manages."""
    channel = local.add_guild("Desk").add_channel("general")
    return local.add_user("Ben").at(channel, permissions=MANAGER)


@pytest.fixture
def posts(local: Standin, store: Store, bots: Bots) -> Posts:
    return Posts(local, store, bots)


@pytest_asyncio.fixture
async def bot(posts: Posts) -> App:
    """One that sends digests when it is told to."""
    return await posts.start()


@pytest_asyncio.fixture
async def sub(bot: App, desk: Place, store: Store) -> Subscription:  # noqa: ARG001 - it has to run
    """At 11:00 in Paris, which is the moment it is made."""
    return await subscribed(desk, store, time="11", zone="Paris")


async def subscribed(desk: Place, store: Store, **options: Any) -> Subscription:
    before = await store.digests.subscriptions()
    reply = await desk.slash("digest subscribe", **options)
    assert "Saved" in (await desk.click(reply, "Save")).text
    (made,) = set(await store.digests.subscriptions()) - set(before)
    return made


async def test_the_list_says_when_the_next_one_comes_and_what_became_of_the_last(
    sub: Subscription, bot: App, desk: Place, posts: Posts, local: Standin
) -> None:
    assert "None was due so far." in (await desk.slash("digest list")).text
    local.clock.advance(timedelta(days=1, seconds=3))
    await posts.send(bot)
    reply = await desk.slash("digest list")
    assert f"<#{sub.channel}>: 11:00 (Paris), every day" in reply.text
    assert "The next one comes <t:1795773600:F>, which is Friday, 27 November" in reply.text
    assert "The one of 26 November 2026 was sent." in reply.text
    assert "11:00:03: Sent, 3 seconds after its time: https://discord.com/channels/" in reply.text
    assert reply.ephemeral


async def test_why_tells_each_step_with_its_local_time(
    sub: Subscription, bot: App, desk: Place, posts: Posts, local: Standin
) -> None:
    local.clock.advance(timedelta(days=1, seconds=3))
    await posts.send(bot)
    reply = await desk.slash("digest why", subscription=sub.id, day="2026-11-26")
    steps = [each for each in reply.text.split("\n") if each.startswith("11:00:03: ")]
    (message,) = posted(desk.channel)
    place = f"https://discord.com/channels/{sub.guild}/{sub.channel}/{posts.id_of(message)}"
    assert steps == [
        "11:00:03: Due.",
        "11:00:03: Taken up.",
        "11:00:03: About to be sent.",
        f"11:00:03: Sent, 3 seconds after its time: {place}",
    ]
    assert f"Subscribed to by <@{desk.user.id}>." in reply.text


# day | why nothing was sent
UNSENT = [
    ("2026-11-25", "It was subscribed to, resumed or given another time"),
    ("2026-11-26", "It is still ahead: due <t:1795687200:F>"),
    ("2026-11", "'2026-11' is not a day. Write it like 2026-11-25."),
    ("some day", "'some day' is not a date we know."),
]


async def test_why_says_why_there_was_nothing_to_do(sub: Subscription, desk: Place) -> None:
    for day, told in UNSENT:
        reply = await desk.slash("digest why", subscription=sub.id, day=day)
        assert told in reply.text, day


@pytest.mark.usefixtures("bot")
async def test_a_weekend_is_no_weekday(desk: Place, store: Store) -> None:
    await subscribed(desk, store, time="8", zone="Paris", days="weekdays")
    reply = await desk.slash("digest why", day="2026-11-28")
    assert "28 November 2026 is a Saturday, and this one comes on weekdays." in reply.text


async def test_an_edit_shows_the_next_run(sub: Subscription, desk: Place, store: Store) -> None:
    reply = await desk.slash(
        "digest edit", subscription=sub.id, time="7 pm", quiet="skip", ahead=False
    )
    assert "19:00 (Paris)" in reply.text
    assert "The next one comes <t:1795629600:F>" in reply.text
    after = await store.digests.subscription(sub.id)
    assert after is not None
    assert (after.schedule.at.hour, after.quiet.value, len(after.parts)) == (19, "skip", 3)
    assert after.since == DUE


async def test_an_edit_of_nothing_is_asked_back(sub: Subscription, desk: Place) -> None:
    assert "What is to change?" in (await desk.slash("digest edit", subscription=sub.id)).text


async def test_a_digest_does_not_move_to_a_closed_channel(
    sub: Subscription, desk: Place, local: Standin, store: Store
) -> None:
    assert desk.channel.guild is not None
    other = desk.channel.guild.add_channel("closed")
    other.forbid(("send_messages",))
    await local.gateway.idle()
    reply = await desk.slash("digest edit", subscription=sub.id, channel=other)
    assert "I cannot send there" in reply.text
    assert await store.digests.subscriptions() == (sub,)


async def test_a_pause_ends_when_it_is_resumed(
    sub: Subscription, desk: Place, local: Standin, store: Store
) -> None:
    assert "until somebody resumes it" in (await desk.slash("digest pause")).text
    assert "paused already" in (await desk.slash("digest pause")).text
    assert [each.paused for each in await store.digests.subscriptions()] == [Pause.ASKED]
    local.clock.advance(timedelta(days=2))
    resumed = await desk.slash("digest resume", subscription=sub.id)
    assert "The next one comes <t:1795860000:F>" in resumed.text
    assert "It is not paused." in (await desk.slash("digest resume")).text


async def test_an_end_is_asked_about_once_more(
    sub: Subscription, desk: Place, store: Store
) -> None:
    kept = await desk.slash("digest unsubscribe", subscription=sub.id)
    assert "It stays as it is." in (await desk.click(kept, "Keep it")).text
    assert await store.digests.subscriptions() == (sub,)
    first, second = [await desk.slash("digest unsubscribe") for _ in range(2)]
    assert "It has ended" in (await desk.click(first, "Unsubscribe")).text
    assert "It has ended already." in (await desk.click(second, "Unsubscribe")).text
    assert await store.digests.subscriptions() == ()
    assert "No digest comes to this server." in (await desk.slash("digest list")).text


async def test_todays_is_sent_now_and_again_only_where_that_is_said(
    sub: Subscription, bot: App, desk: Place, posts: Posts
) -> None:
    assert f"Today's is on its way to <#{sub.channel}>." in (await desk.slash("digest now")).text
    assert f"on its way to <#{sub.channel}> already." in (await desk.slash("digest now")).text
    await posts.send(bot)
    assert "Today's was sent already." in (await desk.slash("digest now")).text
    assert len(posted(desk.channel)) == 1
    again = await desk.slash("digest now", again=True)
    assert f"on its way to <#{sub.channel}>." in again.text
    await posts.send(bot)
    assert len(posted(desk.channel)) == 2
    why = await desk.slash("digest why")
    assert f"<@{desk.user.id}> asked for it now." in why.text
    assert why.text.count("https://discord.com/channels/") == 2


async def test_what_was_sent_now_does_not_come_a_second_time(
    bot: App, desk: Place, posts: Posts, local: Standin, store: Store
) -> None:
    await subscribed(desk, store, time="20", zone="Paris")
    await desk.slash("digest now")
    await posts.send(bot)
    local.clock.advance(timedelta(hours=12))
    await posts.send(bot)
    assert len(posted(desk.channel)) == 1


async def test_a_digest_asked_for_now_is_refused_where_it_cannot_go(
    sub: Subscription, desk: Place, local: Standin
) -> None:
    await desk.slash("digest pause", subscription=sub.id)
    assert "This digest is paused. Resume it first." in (await desk.slash("digest now")).text
    desk.channel.forbid(("send_messages",))
    await local.gateway.idle()
    assert "I cannot send there" in (await desk.slash("digest now")).text
    assert "I lack there: Send Messages." not in (await desk.slash("digest list")).text
    await desk.slash("digest resume")
    assert "I lack there: Send Messages." in (await desk.slash("digest list")).text


async def test_the_status_says_what_comes_next(sub: Subscription, desk: Place) -> None:
    reply = await desk.slash("digest status")
    assert "The next digest comes <t:1795687200:F>" in reply.text
    assert f"to <#{sub.channel}>." in reply.text
    await desk.slash("digest pause", subscription=sub.id)
    assert "No digest is to come." in (await desk.slash("digest status")).text


async def test_digests_are_offered_from_memory(
    sub: Subscription,
    bot: App,
    desk: Place,
    local: Standin,
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def away(*_: object, **__: object) -> tuple[Subscription, ...]:
        raise StoreError("The database cannot be reached.")

    with monkeypatch.context() as patch:
        patch.setattr(Digests, "subscriptions", away)
        local.clock.advance(60)
        offered = await desk.autocomplete("digest pause", "subscription", "gen")
        assert offered.names == ["#general, 11:00 (Paris), every day"]
        await bot.shelf.settled()
    days = await desk.autocomplete("digest why", "day", "", subscription=sub.id)
    assert days.names[:2] == ["25 November 2026", "24 November 2026"]
    await store.digests.unsubscribe(sub.id, now=NOW, by="ann")
    local.clock.advance(60)
    await desk.autocomplete("digest pause", "subscription", "")
    await bot.shelf.settled()
    assert await desk.autocomplete("digest pause", "subscription", "") == []


async def test_those_of_other_servers_are_neither_offered_nor_touched(
    sub: Subscription, local: Standin, store: Store
) -> None:
    channel = local.add_guild("Another").add_channel("general")
    other = local.add_user("Eve").at(channel, permissions=MANAGER)
    await subscribed(other, store, time="9", zone="Oslo")
    offered = await other.autocomplete("digest pause", "subscription", "")
    assert [each["name"] for each in offered] == ["#general, 09:00 (Oslo), every day"]
    for command in ("edit", "pause", "resume", "unsubscribe", "now", "why"):
        options: dict[str, Any] = {"time": "9"} if command == "edit" else {}
        reply = await other.slash(f"digest {command}", subscription=sub.id, **options)
        assert "There is no digest" in reply.text, command
    assert await store.digests.subscription(sub.id) == sub


@pytest.mark.usefixtures("bot")
async def test_a_hostile_channel_name_does_no_harm(local: Standin, store: Store) -> None:
    name = "@everyone \N{RIGHT-TO-LEFT OVERRIDE}**" + "x" * 120
    channel = local.add_guild("Desk").add_channel(name)
    desk = local.add_user("Ben").at(channel, permissions=MANAGER)
    made = await subscribed(desk, store, time="9", zone="Oslo")
    (offered,) = await desk.autocomplete("digest pause", "subscription", "")
    assert offered["value"] == made.id
    assert len(offered["name"]) <= 100
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in offered["name"]
    listed = await desk.slash("digest list")
    assert "@everyone" not in listed.text
    strange = await desk.slash("digest pause", subscription="`@everyone` <@&1>")
    assert "@everyone" not in strange.text


@pytest.mark.usefixtures("bot")
async def test_all_are_for_servers(local: Standin) -> None:
    here = local.add_user("Anna").in_dm()
    for command in ("edit", "list", "pause", "resume", "unsubscribe", "now", "why", "status"):
        reply = await here.slash(f"digest {command}")
        assert "A daily digest goes to a channel of a server" in reply.text, command


async def test_why_says_what_discord_refused_and_that_it_is_paused(
    sub: Subscription, bot: App, desk: Place, posts: Posts, local: Standin
) -> None:
    local.clock.advance(timedelta(days=1))
    desk.channel.forbid(("send_messages",))
    await local.gateway.idle()
    await posts.send(bot)
    why = (await desk.slash("digest why", subscription=sub.id)).text
    assert "11:00:00: Given up: it could not be sent (403 (code 50013)" in why
    assert "Paused, as I may not write in the channel (403 (code 50013)" in why
    listed = (await desk.slash("digest list")).text
    assert f"I may not write in <#{sub.channel}>. It goes on by itself once I may." in listed
    assert "The one of 26 November 2026 could not be sent." in listed


async def test_a_pause_takes_back_what_is_due(
    sub: Subscription, desk: Place, local: Standin, store: Store
) -> None:
    local.clock.advance(timedelta(days=1))
    await store.digests.enqueue(local.clock.now())
    await desk.slash("digest pause", subscription=sub.id)
    why = (await desk.slash("digest why", subscription=sub.id)).text
    assert "11:00:00: Not sent, as it is paused." in why
    assert f"Paused by <@{desk.user.id}>." in why
