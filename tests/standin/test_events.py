"""A server's scheduled events, as Discord takes them."""

from datetime import datetime, timedelta
from typing import Any

import discord
import pytest

from tests.standin.bits import BOT, bits
from tests.standin.bots import running
from tests.standin.guilds import Guild
from tests.standin.rest_events import MOST
from tests.standin.standin import Standin


@pytest.fixture
def guild(local: Standin) -> Guild:
    return local.add_guild("Desk", bot_permissions=BOT | bits(["create_events"]))


def event(local: Standin, **changed: Any) -> dict[str, Any]:
    now = local.clock.now()
    return {
        "name": "Summit",
        "start_time": now + timedelta(days=1),
        "end_time": now + timedelta(days=2),
        "entity_type": discord.EntityType.external,
        "privacy_level": discord.PrivacyLevel.guild_only,
        "location": "The Hague",
        "description": "Leaders meet.",
        **changed,
    }


async def schedule(bot: discord.Client, guild: Guild, **values: Any) -> discord.ScheduledEvent:
    found = bot.get_guild(guild.id)
    assert found is not None
    return await found.create_scheduled_event(**values)


async def test_an_event_is_made_as_asked_and_listed_until_it_is_over(
    local: Standin, guild: Guild
) -> None:
    async with running(local, sync=False) as bot:
        made = await schedule(bot, guild, **event(local))
        there = bot.get_guild(guild.id)
        assert there is not None
        assert (made.name, made.location, made.creator_id) == ("Summit", "The Hague", local.bot.id)
        assert await there.fetch_scheduled_events(with_counts=False) == [made]
        local.clock.advance(timedelta(days=1))
        (begun,) = await there.fetch_scheduled_events()
        assert begun.status is discord.EventStatus.active
        local.clock.advance(timedelta(days=2))
        assert await there.fetch_scheduled_events() == []


PAST = datetime.fromisoformat("2020-01-01T00:00+00:00")

WRONG: dict[str, dict[str, Any]] = {
    "name": {"name": "x" * 101},
    "description": {"description": "x" * 1001},
    "location": {"location": "x" * 101},
    "scheduled_start_time": {"start_time": PAST},
    "scheduled_end_time": {"end_time": PAST},
}


@pytest.mark.parametrize("field", WRONG)
async def test_what_discord_would_not_schedule_is_refused(
    local: Standin, guild: Guild, field: str
) -> None:
    async with running(local, sync=False) as bot:
        with pytest.raises(discord.HTTPException) as caught:
            await schedule(bot, guild, **event(local, **WRONG[field]))
    assert (caught.value.status, caught.value.code) == (400, 50035)
    assert field in caught.value.text
    local.forgive("scheduled-events")


async def test_an_event_needs_its_permission(local: Standin) -> None:
    plain = local.add_guild("Plain")
    async with running(local, sync=False) as bot:
        with pytest.raises(discord.Forbidden) as caught:
            await schedule(bot, plain, **event(local))
    assert caught.value.code == 50013


async def test_a_server_has_only_so_many(local: Standin, guild: Guild) -> None:
    async with running(local, sync=False) as bot:
        made = await schedule(bot, guild, **event(local))
        first = guild.events[made.id]
        guild.events |= {number: {**first, "id": str(number)} for number in range(1, MOST)}
        with pytest.raises(discord.HTTPException) as caught:
            await schedule(bot, guild, **event(local))
    assert caught.value.code == 30038
