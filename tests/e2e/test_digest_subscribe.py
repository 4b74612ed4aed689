"""Subscribing to the digest in Discord: the preview, what is missing, and the button that saves."""

from datetime import timedelta

import pytest

from data.store import Store
from data.subscriptions.model import Part, Quiet, Subscription
from tests.e2e.conftest import Bots
from tests.e2e.reader import MANAGER
from tests.e2e.test_buttons import with_button
from tests.standin import NEWS, NotOfferedError, Place, Standin


@pytest.fixture
def desk(local: Standin) -> Place:
    """Ben in #general of a server that he manages."""
    channel = local.add_guild("Desk").add_channel("general")
    return local.add_user("Ben").at(channel, permissions=MANAGER)


async def held(store: Store) -> tuple[Subscription, ...]:
    return await store.digests.subscriptions()


@pytest.mark.usefixtures("bot")
async def test_what_is_subscribed_to_is_shown_first_and_not_saved(
    desk: Place, store: Store
) -> None:
    reply = await desk.slash("digest subscribe", time="8:30", zone="Paris")
    assert reply.ephemeral
    assert "Digest of 25 November 2026" in reply.text
    assert "Nothing is saved yet" in reply.text
    assert f"<#{desk.channel.id}>: 08:30 (Paris), every day" in reply.text
    first = "<t:1795678200:F>, which is Thursday, 26 November 2026 at 08:30 in Paris"
    assert f"The first one comes {first}." in reply.text
    assert reply.buttons == ["Save", "Cancel"]
    assert await held(store) == ()


@pytest.mark.usefixtures("bot")
async def test_saving_twice_saves_once(desk: Place, store: Store) -> None:
    reply = await desk.slash("digest subscribe", time="8:30", zone="Europe/Paris")
    both = [await desk.click(reply, "Save", wait=False) for _ in range(2)]
    told = [(await each.reply()).text for each in both]
    assert all("Saved" in each for each in told)
    assert len(await held(store)) == 1


async def test_the_preview_survives_a_restart(bots: Bots, desk: Place, store: Store) -> None:
    before = await bots.start()
    reply = await desk.slash(
        "digest subscribe",
        time="7 pm",
        zone="America/Argentina/Buenos_Aires",
        days="mon-thu",
        quiet="skip",
        late="24",
        focus=False,
    )
    await bots.stop(before)
    await bots.start()
    saved = await desk.click(reply, "Save")
    assert "The first one comes" in saved.text
    assert saved.buttons == []
    (sub,) = await held(store)
    assert (sub.channel, sub.owner) == (desk.channel.id, desk.user.id)
    assert (sub.schedule.at.hour, sorted(sub.schedule.weekdays)) == (19, [0, 1, 2, 3])
    assert (sub.quiet, sub.late) == (Quiet.SKIP, timedelta(hours=24))
    assert sub.parts == {Part.NEWS, Part.AHEAD, Part.STANCES}


@pytest.mark.usefixtures("bot")
async def test_the_preview_is_todays_as_it_would_come(desk: Place, local: Standin) -> None:
    shown = {
        quiet: (await desk.slash("digest subscribe", time="8", zone="Paris", quiet=quiet)).text
        for quiet in ("send", "shorten", "skip")
    }
    assert len(shown["shorten"]) < len(shown["send"])
    told = "Today is a quiet day, on which it would not come."
    assert [quiet for quiet, text in shown.items() if told in text] == ["skip"]
    local.clock.advance(timedelta(hours=1))
    east = await desk.slash("digest subscribe", time="8", zone="Kiritimati")
    assert "Digest of 26 November 2026" in east.text


@pytest.mark.usefixtures("bot")
async def test_nothing_is_saved_where_it_is_cancelled(desk: Place, store: Store) -> None:
    reply = await desk.slash("digest subscribe", time="8", zone="Paris")
    assert "Nothing was saved." in (await desk.click(reply, "Cancel")).text
    assert await held(store) == ()


# time | zone | days | what would work
WRONG = [
    ("soon", "Paris", "every day", "'soon' is not a time of day. Write it like 8:30"),
    ("25:00", "Paris", "every day", "'25:00' is not a time of day."),
    ("8", "Pariss", "every day", "Did you mean Paris?"),
    ("8", "Paris", "sometimes", "'sometimes' names no days of the week."),
    ("8", "Paris", "**@everyone** <@1>", "names no days of the week."),
]


@pytest.mark.usefixtures("bot")
async def test_what_cannot_be_read_is_said_with_what_would_work(desk: Place) -> None:
    for time, zone, days, told in WRONG:
        reply = await desk.slash("digest subscribe", time=time, zone=zone, days=days)
        assert told in reply.text.replace("\\", ""), (time, zone, days)
        assert reply.ephemeral
        assert "@everyone" not in reply.text


@pytest.mark.usefixtures("bot")
async def test_what_the_bot_lacks_to_send_is_named_and_keeps_it_from_being_saved(
    desk: Place, local: Standin
) -> None:
    desk.channel.forbid(("send_messages",))
    await local.gateway.idle()
    reply = await desk.slash("digest subscribe", time="8", zone="Paris")
    assert "I lack there: Send Messages." in reply.text
    assert "under Permissions, add article\\_3, allow what I lack" in reply.text
    assert reply.buttons == ["Cancel"]


@pytest.mark.usefixtures("bot")
async def test_a_channel_that_the_bot_does_not_see_is_named(desk: Place, local: Standin) -> None:
    assert desk.channel.guild is not None
    other = desk.channel.guild.add_channel("secret")
    other.forbid(("view_channel", "send_messages", "read_message_history"))
    await local.gateway.idle()
    reply = await desk.slash("digest subscribe", time="8", zone="Paris", channel=other)
    assert "View Channel, Send Messages and Read Message History" in reply.text
    assert reply.buttons == ["Cancel"]


@pytest.mark.usefixtures("bot")
async def test_without_the_history_it_can_be_saved_and_what_is_left_is_said(
    desk: Place, local: Standin
) -> None:
    desk.channel.forbid(("read_message_history",))
    await local.gateway.idle()
    reply = await desk.slash("digest subscribe", time="8", zone="Paris")
    assert "I lack Read Message History. It still never comes twice" in reply.text
    assert reply.buttons == ["Save", "Cancel"]


@pytest.mark.usefixtures("bot")
async def test_permissions_are_looked_at_again_when_it_is_saved(
    desk: Place, local: Standin, store: Store
) -> None:
    reply = await desk.slash("digest subscribe", time="8", zone="Paris")
    desk.channel.forbid(("send_messages",))
    await local.gateway.idle()
    assert "It is not saved" in (await desk.click(reply, "Save")).text
    assert await held(store) == ()


@pytest.mark.usefixtures("bot")
async def test_publishing_is_offered_in_announcement_channels_alone(
    desk: Place, store: Store
) -> None:
    assert desk.channel.guild is not None
    news = desk.channel.guild.add_channel("news", kind=NEWS)
    refused = await desk.slash("digest subscribe", time="8", zone="Paris", crosspost=True)
    assert "Only what stands in an announcement channel" in refused.text
    reply = await desk.slash("digest subscribe", time="8", zone="Paris", channel=news)
    assert reply.buttons == ["Save", "Save and publish", "Cancel"]
    await desk.click(reply, "Save and publish")
    assert [(each.channel, each.crosspost) for each in await held(store)] == [(news.id, True)]


@pytest.mark.usefixtures("bot")
async def test_two_in_one_channel_are_two(desk: Place, store: Store) -> None:
    for time in ("8", "20"):
        reply = await desk.slash("digest subscribe", time=time, zone="Paris")
        await desk.click(reply, "Save")
    assert {each.schedule.at.hour for each in await held(store)} == {8, 20}


@pytest.mark.usefixtures("bot")
async def test_a_server_has_25_and_no_more(
    desk: Place, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.slash.digest_subscribe.MOST_IN_A_SERVER", 1)
    first = await desk.slash("digest subscribe", time="8", zone="Paris")
    second = await desk.slash("digest subscribe", time="9", zone="Paris")
    await desk.click(first, "Save")
    assert "A server can have 1 digests" in (await desk.click(second, "Save")).text
    third = await desk.slash("digest subscribe", time="9", zone="Paris")
    assert "A server can have 1 digests" in third.text
    assert len(await held(store)) == 1


@pytest.mark.usefixtures("bot")
async def test_it_is_for_servers(local: Standin) -> None:
    here = local.add_user("Anna").in_dm()
    reply = await here.slash("digest subscribe", time="8", zone="Paris")
    assert "A daily digest goes to a channel of a server" in reply.text
    assert "Digest of" in (await here.slash("digest preview")).text


@pytest.mark.usefixtures("bot")
async def test_it_is_for_servers_that_have_added_the_bot(local: Standin) -> None:
    channel = local.add_guild("Elsewhere", installed=False).add_channel("general")
    own = local.add_user("Anna", installed=True).at(channel, permissions=MANAGER)
    reply = await own.slash("digest subscribe", time="8", zone="Paris")
    assert "I am no member of this server" in reply.text


@pytest.mark.usefixtures("bot")
async def test_it_is_for_those_who_manage_the_server(local: Standin, desk: Place) -> None:
    anna = local.add_user("Anna").at(desk.channel)
    with pytest.raises(NotOfferedError, match="Anna may not use 'digest'"):
        await anna.slash("digest subscribe", time="8", zone="Paris")


@pytest.mark.usefixtures("bot")
async def test_zones_and_days_are_offered(desk: Place) -> None:
    empty = await desk.autocomplete("digest subscribe", "zone", "", time="8")
    assert empty.names[0].startswith("London, United Kingdom")
    typed = await desk.autocomplete("digest subscribe", "zone", "paris", time="8")
    assert typed[0]["value"] == "Europe/Paris"
    days = await desk.autocomplete("digest subscribe", "days", "w", time="8", zone="Paris")
    assert days.names == ["weekdays", "weekends", "Wednesdays"]


@pytest.mark.usefixtures("bot")
async def test_the_longest_zone_fits_into_the_button(desk: Place) -> None:
    zone = "America/North_Dakota/New_Salem"
    reply = await desk.slash("digest subscribe", time="23:59", zone=zone, late="24")
    longest = max(reply.custom_ids, key=len)
    assert zone in longest
    assert len(longest) <= 100


SAVE = "a3s:1:save:ab12cd34:{channel}:0830:Europe/Paris:7f:en:fs-6"
# custom id | what whoever presses it is told
STRANGE = [
    ("a3s:", "This button is of another release of mine. Ask again with \\/digest."),
    ("a3s:2:save:ab12cd34", "This button is of another release of mine."),
    ("a3s:1:save:ab12cd34", "This button is of another release of mine."),
    ("a3s:1:save:ab12cd34:!:0830:Europe/Paris:7f:en:fs-6", "This button is of another release"),
    ("a3s:1:save:ab12cd34:z:2560:Europe/Paris:7f:en:fs-6", "This button is of another release"),
    ("a3s:1:save:ab12cd34:z:0830:Europe/Paris:7f:en:es-6", "This button is of another release"),
    ("a3s:1:save:ab12cd34:z:0830:No/Where:7f:en:fs-6", "This button is of another release"),
    ("a3s:1:save:ab12cd34:z:0830:Europe/Paris:7f:en:fs-6", "It is not saved"),
    ("a3s:1:end:ab12cd34", "It has ended already."),
    ("a3s:1:keep:what:ever", "It stays as it is."),
]


@pytest.mark.usefixtures("bot")
async def test_a_press_of_whatever_release_is_answered_privately(
    local: Standin, desk: Place, store: Store
) -> None:
    for custom_id, told in STRANGE:
        reply = await desk.click(with_button(local, desk, custom_id), "Press")
        assert told in reply.text, custom_id
        assert reply.ephemeral
    assert await held(store) == ()


@pytest.mark.usefixtures("bot")
async def test_who_neither_asked_nor_manages_the_server_saves_nothing(
    local: Standin, desk: Place, store: Store
) -> None:
    anna = local.add_user("Anna").at(desk.channel)
    for action in (SAVE.format(channel="z"), "a3s:1:end:ab12cd34"):
        reply = await anna.click(with_button(local, desk, action), "Press")
        assert "This is for those who manage the server" in reply.text
    assert await held(store) == ()
