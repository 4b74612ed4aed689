"""Meetings ahead as events of a server: for those who may, each once, whatever Discord does."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from bot.replies import event_making
from data.dates import PartialDate
from data.facts.records import Meeting
from data.store import Store
from tests.e2e.conftest import NOW, Bots
from tests.e2e.reader import ask
from tests.standin import Place, Reply, Standin
from tests.standin.bits import BOT, bits
from tests.standin.checks.limits import RULES, Limits, Rule
from tests.standin.rest_events import MOST as ALL_A_SERVER_HAS

BUTTON = "Add to server events"
EVENTS = "/guilds/*/scheduled-events"
PRESS = "a3:1:events:answer:calendar:-:2026-11-25:1:-"
READER = ("view_channel", "send_messages", "use_application_commands")
ADDER = (*READER, "create_events")
OF_THE_BOT = BOT | bits(["create_events"])

BRUSSELS = "Defence ministers, February 2027"
HELSINKI = "Foreign ministers, May 2027"
RIGA = "Informal meeting, June 2027"


def at(local: Standin, *, user: Iterable[str] = ADDER, bot: int = OF_THE_BOT) -> Place:
    """Anna in a server, with what she and the bot may do there."""
    channel = local.add_guild("Desk", bot_permissions=bot).add_channel("general")
    return local.add_user("Anna").at(channel, permissions=tuple(user))


async def record(store: Store) -> None:
    """Three meetings ahead with a day."""
    like = next(each for each in await store.known(Meeting, NOW.date()) if each.starts is not None)
    await store.record_all(
        [
            replace(
                like,
                id=f"new-{day}",
                meeting=f"new-{day}",
                name=name,
                starts=PartialDate.parse(day),
                ends=PartialDate.parse(last),
                city=city,
                country=country,
                venue=None,
                known_on=PartialDate.of(NOW.date()),
            )
            for name, day, last, city, country in (
                (RIGA, "2027-06-08", "2027-06-08", None, None),
                (BRUSSELS, "2027-02-11", "2027-02-12", "Brussels", "BEL"),
                (HELSINKI, "2027-05-20", "2027-05-20", "Helsinki", "FIN"),
            )
        ],
        by="Desk",
        at=NOW,
    )


@pytest.fixture
async def ahead(store: Store, bots: Bots) -> None:
    """A bot that knows of three meetings with a day."""
    await record(store)
    await bots.start()


def message(here: Place) -> dict[str, Any]:
    home = here.user.home
    button = {"type": 2, "style": 2, "label": BUTTON, "custom_id": PRESS}
    row = {"type": 1, "components": [button]}
    return home.post(here.channel, author=home.bot, components=[row])


async def press(here: Place) -> Reply:
    return await here.click(message(here), BUTTON)


def events(here: Place) -> list[dict[str, Any]]:
    assert here.channel.guild is not None
    return list(here.channel.guild.events.values())


def names(here: Place) -> list[str]:
    return [each["name"] for each in events(here)]


@pytest.mark.usefixtures("ahead")
async def test_meetings_with_a_day_become_events_once(local: Standin) -> None:
    here = at(local)
    added = await press(here)
    assert added.ephemeral
    assert "3 events were added to this server." in added.text
    assert "Tirana summit" in added.text.rpartition("without an event")[2]
    first = events(here)[0]
    assert first["scheduled_start_time"] == "2027-02-11T00:00:00+01:00"
    assert first["scheduled_end_time"] == "2027-02-12T23:59:00+01:00"
    assert first["entity_metadata"] == {"location": "Brussels, Belgium"}
    assert "https://" in first["description"]
    again = await press(here)
    assert "is among this server's events already" in again.text
    assert names(here) == [BRUSSELS, HELSINKI, RIGA]


@pytest.mark.usefixtures("ahead")
async def test_the_button_is_there_for_those_who_may(local: Standin) -> None:
    here, reader = at(local), at(local, user=READER)
    shown = await ask(here, "calendar")
    assert BUTTON in shown.buttons
    assert "3 events were added" in (await here.click(shown, BUTTON)).text
    assert BUTTON not in (await ask(here, "calendar", as_of="2025-06-05")).buttons
    assert BUTTON not in (await ask(reader, "calendar")).buttons
    alone = local.add_user("Ben", installed=True).in_dm()
    assert BUTTON not in (await ask(alone, "calendar")).buttons


@pytest.mark.usefixtures("ahead")
async def test_presses_at_once_make_each_event_once(local: Standin) -> None:
    here = at(local)
    ben = local.add_user("Ben").at(here.channel, permissions=ADDER)
    there = message(here)
    pending = [await each.click(there, BUTTON, wait=False) for each in (here, ben) * 3]
    said = [(await each.reply()).text for each in pending]
    assert len([each for each in said if "3 events were added" in each]) == 1
    assert names(here) == [BRUSSELS, HELSINKI, RIGA]


@pytest.mark.usefixtures("bot")
async def test_where_nothing_has_a_day_that_is_said(local: Standin) -> None:
    here = at(local)
    said = (await press(here)).text
    assert "Nothing that is ahead has a day yet" in said
    assert "Tirana summit" in said
    assert [each for each in local.requests if "scheduled-events" in each.path] == []


# what the presser may | what the bot may | what is said
LACKING = [
    (READER, OF_THE_BOT, "those who have the permission Create Events, which somebody who manages"),
    (ADDER, BOT, "I lack the permission Create Events in this server, so I cannot add events."),
]


@pytest.mark.usefixtures("ahead")
async def test_without_the_permission_nothing_is_made_and_it_is_named(local: Standin) -> None:
    for user, bot, said in LACKING:
        here = at(local, user=user, bot=bot)
        assert said in (await press(here)).text
        assert names(here) == []


@pytest.mark.usefixtures("ahead")
async def test_who_manages_events_may_add_them_too(local: Standin) -> None:
    here = at(local, user=(*READER, "manage_events"))
    assert "3 events were added" in (await press(here)).text


@pytest.mark.usefixtures("ahead")
async def test_in_a_private_message_there_are_no_events(local: Standin) -> None:
    here = local.add_user("Anna", installed=True).in_dm()
    assert "Events belong to a server that has added me" in (await press(here)).text


@pytest.mark.usefixtures("ahead")
async def test_one_that_fails_leaves_the_others_made(local: Standin) -> None:
    here = at(local)
    local.faults.add("POST", EVENTS, status=400, body={"code": 50035, "message": "No"})
    said = (await press(here)).text
    assert "2 events were added" in said
    assert f"{BRUSSELS} (11–12 February 2027): Discord refuses it." in said
    assert names(here) == [HELSINKI, RIGA]
    assert "1 event was added" in (await press(here)).text


@pytest.mark.usefixtures("ahead")
async def test_a_permission_taken_away_a_moment_ago_is_named(local: Standin) -> None:
    here = at(local)
    local.faults.add("POST", EVENTS, status=403, body={"code": 50013, "message": "No"})
    assert "I lack the permission Create Events in this server" in (await press(here)).text


@pytest.mark.parametrize("stored", [True, False])
@pytest.mark.usefixtures("ahead")
async def test_what_discord_leaves_open_is_looked_for_and_made_once(
    local: Standin, *, stored: bool
) -> None:
    here = at(local)
    local.faults.add("POST", EVENTS, status=502, stored=stored)
    said = (await press(here)).text
    assert ("3 events were added" in said) == stored
    assert ("Discord failed, and has not got it." in said) != stored
    await press(here)
    assert sorted(names(here)) == sorted([BRUSSELS, HELSINKI, RIGA])


@pytest.mark.usefixtures("ahead")
async def test_where_discord_does_not_say_what_is_there_none_is_made(local: Standin) -> None:
    here = at(local)
    local.faults.add("GET", EVENTS, status=403, body={"code": 50001, "message": "Missing Access"})
    assert "so none was added" in (await press(here)).text
    assert names(here) == []


@pytest.mark.usefixtures("ahead", "hurried")
async def test_discord_s_limits_are_kept(local: Standin) -> None:
    rule = {**RULES, ("POST", "/guilds/{}/scheduled-events"): Rule(1, 0.5)}
    local.rules.limits = Limits(local.clock.seconds, rules=rule)
    here = at(local)
    assert "3 events were added" in (await press(here)).text
    assert [each for each in local.requests if each.status == 429] == []


@pytest.mark.usefixtures("ahead")
async def test_a_full_server_is_told(local: Standin) -> None:
    here = at(local)
    await press(here)
    guild = here.channel.guild
    assert guild is not None
    id, first = guild.events.popitem()
    others = {each: {**first, "name": "Other"} for each in range(id, id + ALL_A_SERVER_HAS)}
    guild.events |= others
    assert "This server has as many events as Discord allows." in (await press(here)).text


@pytest.mark.usefixtures("ahead")
async def test_an_event_left_on_an_earlier_day_is_pointed_out(local: Standin) -> None:
    here = at(local)
    await press(here)
    events(here)[0]["scheduled_start_time"] = "2027-02-10T00:00:00+01:00"
    said = (await press(here)).text
    assert "1 event was added" in said
    assert "is also here for 10 February 2027, as I added it before." in said


@pytest.mark.usefixtures("ahead")
async def test_events_of_others_are_not_taken_for_ours(local: Standin) -> None:
    here = at(local)
    await press(here)
    for each in events(here):
        each["creator_id"] = str(here.user.id)
    assert "3 events were added" in (await press(here)).text


@pytest.mark.usefixtures("ahead")
async def test_what_discord_lets_wait_too_long_is_told(
    local: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_making, "EACH_WITHIN", 0.1)
    rule = {**RULES, ("POST", "/guilds/{}/scheduled-events"): Rule(1, 3600)}
    local.rules.limits = Limits(local.clock.seconds, rules=rule)
    here = at(local)
    said = (await press(here)).text
    assert "1 event was added" in said
    assert said.count("Discord takes no more events for now.") == 2


@pytest.mark.usefixtures("ahead")
async def test_one_press_makes_no_flood_and_the_next_goes_on(
    local: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_making, "MOST", 2)
    here = at(local)
    said = (await press(here)).text
    assert "2 events were added" in said
    assert "1 further one is ahead. Press again to add it." in said
    assert "1 event was added" in (await press(here)).text
    assert names(here) == [BRUSSELS, HELSINKI, RIGA]
