"""A digest comes into its channel, with all that belongs to it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.digest import courier
from bot.digest.composing import Composer
from data.facts.records import Stance
from data.store import Store
from data.subscriptions.delivery import State, What
from data.subscriptions.model import Part, Pause, Quiet
from tests.e2e.conftest import Bots
from tests.e2e.posts import DAY, DUE, POST, Posts, crashing, posted
from tests.standin import NEWS, Channel, Place, Standin
from tests.standin.messages import CROSSPOSTED

_DAY = timedelta(days=1)


@pytest.fixture
def posts(local: Standin, store: Store, bots: Bots) -> Posts:
    return Posts(local, store, bots)


@pytest.fixture
def channel(local: Standin) -> Channel:
    return local.add_guild("Desk").add_channel("news")


async def test_a_digest_comes_once_and_is_recorded(posts: Posts, channel: Channel) -> None:
    sub = await posts.subscribe(channel)
    app = await posts.start()
    for _ in range(3):
        await posts.send(app)
    (message,) = posted(channel)
    assert "Digest of 25 November 2026" in message.text
    outcome = await posts.digests.outcome(sub.id, DAY)
    assert outcome is not None
    assert (outcome.state, outcome.message_id) == (State.SENT, posts.id_of(message))
    assert await posts.steps(sub) == [What.DUE, What.CLAIMED, What.SENDING, What.SENT]


async def test_its_nonce_is_enforced_and_one_line_tells_of_it(
    posts: Posts, channel: Channel, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "bot.digest")
    sub = await posts.subscribe(channel)
    await posts.send(await posts.start())
    (request,) = [each for each in posts.local.requests if each.path.endswith("/messages")]
    assert (request.body["nonce"], request.body["enforce_nonce"]) == (f"{sub.id}.{DAY}", True)
    (line,) = [each.getMessage() for each in caplog.records if each.name == "bot.digest.ledger"]
    said = f"Digest {sub.id} of {DAY} for channel {channel.id}: sent, 0.0 s after its time."
    assert line == said


async def test_each_day_has_one(posts: Posts, channel: Channel) -> None:
    await posts.subscribe(channel)
    app = await posts.start()
    for _ in range(3):
        await posts.send(app)
        posts.local.clock.advance(_DAY)
    titles = [each.text.partition("\n")[0] for each in posted(channel)]
    assert titles == [f"## Digest of {day} November 2026" for day in (25, 26, 27)]


async def test_what_is_not_due_yet_does_not_come(posts: Posts, channel: Channel) -> None:
    await posts.subscribe(channel, since=DUE)
    await posts.send(await posts.start())
    assert posted(channel) == []


async def test_many_go_with_one_rendering_and_no_429(
    posts: Posts, local: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    compose = Composer._compose  # noqa: SLF001

    async def counted(self: Composer, *args: object) -> object:
        made.append(args)
        return await compose(self, *args)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(Composer, "_compose", counted)
    guild = local.add_guild("Desk")
    channels = [guild.add_channel(f"news-{number}") for number in range(60)]
    for each in channels:
        await posts.subscribe(each)
    began = local.clock.seconds()
    await posts.send(await posts.start())
    assert [len(posted(each)) for each in channels] == [1] * 60
    assert [each.status for each in local.requests if each.status == 429] == []
    assert len(made) == 1
    assert local.clock.seconds() - began >= 59 / 45


@pytest.mark.usefixtures("hurried")
async def test_all_of_one_channel_come(posts: Posts, channel: Channel) -> None:
    for _ in range(8):
        await posts.subscribe(channel)
    await posts.send(await posts.start())
    assert len(posted(channel)) == 8
    assert [each.status for each in posts.local.requests if each.status == 429] == []


async def test_two_processes_share_the_work(posts: Posts, local: Standin) -> None:
    guild = local.add_guild("Desk")
    channels = [guild.add_channel(f"news-{number}") for number in range(20)]
    for each in channels:
        await posts.subscribe(each)
    first, second = await posts.start(), await posts.start()
    await posts.send_all(first, second)
    assert [len(posted(each)) for each in channels] == [1] * 20


async def test_its_buttons_open_what_was_sent(
    posts: Posts, channel: Channel, local: Standin
) -> None:
    sub = await posts.subscribe(channel, parts=frozenset({Part.NEWS, Part.AHEAD}))
    await posts.send(await posts.start())
    (message,) = posted(channel)
    assert all(each.endswith(f":{sub.id}.{DAY}") for each in message.custom_ids)
    local.clock.advance(3 * _DAY)
    anna = local.add_user("Anna").at(channel)
    sources = await anna.click(posts.json_of(message), "Sources")
    assert "Digest of 25 November 2026" in sources.text
    assert sources.ephemeral
    refreshed = await anna.click(posts.json_of(message), "Refresh")
    assert "since 25 November 2026" in refreshed.text
    assert "Digest of 28 November 2026" in refreshed.text


async def test_what_was_written_later_than_it_was_known_is_told_once(
    posts: Posts, channel: Channel, store: Store
) -> None:
    await posts.subscribe(channel)
    app = await posts.start()
    await posts.send(app)
    posts.local.clock.advance(3600)
    found = (each for each in await store.known(Stance, DAY) if each.member == "ESP")
    latest = max((each for each in found if each.position), key=lambda each: each.said_on.last)
    late = replace(latest, id="spain-late", claim="Spain says what nobody had recorded.")
    await store.record(late, by="ann", at=posts.local.clock.now())
    told: list[bool] = []
    for _ in range(2):
        posts.local.clock.advance(_DAY)
        await posts.send(app)
        told.append("what nobody had recorded" in posted(channel)[-1].text)
    assert told == [True, False]


async def test_after_a_downtime_the_newest_comes_where_it_may_be_late(
    posts: Posts, channel: Channel, local: Standin
) -> None:
    patient = await posts.subscribe(channel)
    strict = await posts.subscribe(channel, late=timedelta())
    local.clock.advance(2 * _DAY + timedelta(hours=5))
    await posts.send(await posts.start())
    (message,) = posted(channel)
    assert "Digest of 27 November 2026" in message.text
    assert patient.id in message.custom_ids[0]
    assert await posts.steps(patient) == [What.MISSED]
    assert await posts.steps(strict, DAY + 2 * _DAY) == [What.MISSED]


@pytest.mark.parametrize(
    ("quiet", "steps", "comes"),
    [
        (Quiet.SKIP, [What.DUE, What.CLAIMED, What.QUIET], False),
        (Quiet.SHORTEN, [What.DUE, What.CLAIMED, What.SENDING, What.SENT], True),
        (Quiet.SEND, [What.DUE, What.CLAIMED, What.SENDING, What.SENT], True),
    ],
)
async def test_a_quiet_day_is_treated_as_was_chosen(
    posts: Posts, channel: Channel, quiet: Quiet, steps: list[What], comes: bool
) -> None:
    sub = await posts.subscribe(channel, quiet=quiet)
    await posts.send(await posts.start())
    shown = posted(channel)
    assert await posts.steps(sub) == steps
    assert bool(shown) == comes
    if shown:
        assert ("Ahead" in shown[0].text) == (quiet is Quiet.SEND)


async def test_it_is_published_where_that_is_wished(
    posts: Posts, local: Standin, channel: Channel
) -> None:
    news = local.add_guild("Paper").add_channel("news", kind=NEWS)
    sub = await posts.subscribe(news, crosspost=True)
    await posts.subscribe(channel)
    await posts.send(await posts.start())
    flags = [posts.json_of(posted(each)[0])["flags"] & CROSSPOSTED for each in (news, channel)]
    assert flags == [CROSSPOSTED, 0]
    assert (await posts.steps(sub))[-1] is What.CROSSPOSTED


@pytest.mark.parametrize("after", [False, True], ids=["before it", "after it"])
async def test_it_is_published_though_the_process_ends(
    posts: Posts, local: Standin, after: bool
) -> None:
    news = local.add_guild("Paper").add_channel("news", kind=NEWS)
    sub = await posts.subscribe(news, crosspost=True)
    app = await posts.start()
    with crashing(courier, "crosspost", after=after):
        await posts.crash(app)
    await posts.settle(await posts.start())
    (message,) = posted(news)
    assert posts.json_of(message)["flags"] & CROSSPOSTED
    assert (await posts.steps(sub))[-2:] == [What.FOUND, What.CROSSPOSTED]


async def test_what_cannot_be_published_stays(posts: Posts, channel: Channel) -> None:
    sub = await posts.subscribe(channel, crosspost=True)
    await posts.send(await posts.start())
    assert len(posted(channel)) == 1
    events = await posts.digests.why(sub.id, DAY)
    assert events[-1].detail.startswith("not published: 400 (code 50024)")


async def test_a_form_that_is_refused_comes_as_plain_text_with_its_buttons(
    posts: Posts, channel: Channel
) -> None:
    body = {"message": "Invalid Form Body", "code": 50035}
    posts.local.faults.add("POST", POST, status=400, body=body)
    sub = await posts.subscribe(channel)
    await posts.send(await posts.start())
    (message,) = posted(channel)
    assert message.content.startswith("Digest of 25 November 2026")
    assert message.custom_ids[0].endswith(f"{sub.id}.{DAY}")


async def test_a_form_refused_in_all_ways_is_given_up(posts: Posts, channel: Channel) -> None:
    body = {"message": "Invalid Form Body", "code": 50035}
    posts.local.faults.add("POST", POST, status=400, body=body, times=10)
    sub = await posts.subscribe(channel)
    app = await posts.start()
    await posts.settle(app, minutes=3)
    assert (await posts.steps(sub))[-1] is What.REFUSED
    assert (await posts.digests.subscriptions(paused=Pause.FORBIDDEN)) == ()


async def test_private_messages_take_one_too(posts: Posts, place: Place) -> None:
    await posts.subscribe(place.channel)
    await posts.send(await posts.start())
    (message,) = posted(place.channel)
    turned = await place.click(posts.json_of(message), "Sources")
    assert "Digest of 25 November 2026" in turned.text


@pytest.fixture
def place(local: Standin) -> Place:
    return local.add_user("Anna").in_dm()
