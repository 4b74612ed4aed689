"""A server's scheduled events. Only those elsewhere than in a channel are known here.

Nobody is told of them at the gateway: no client that is tested here asks for that.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from tests.standin.checks.events import check_event
from tests.standin.checks.permissions import require
from tests.standin.checks.problems import Refusal
from tests.standin.people import JSON
from tests.standin.routing import Call, routes

if TYPE_CHECKING:
    from tests.standin.guilds import Guild

EVENTS = "/guilds/{guild_id}/scheduled-events"
SCHEDULED, ACTIVE = 1, 2
MOST = 100


def _guild(call: Call) -> Guild:
    found = call.home.guild(call["guild_id"])
    if not found.installed:
        raise Refusal(403, 50001, "Missing Access")
    return found


@routes.add("GET", EVENTS, query="with_user_count")
def events(call: Call) -> list[JSON]:
    """Those that are not over. They begin and end by themselves."""
    there = _there(call, _guild(call))
    if call.query.get("with_user_count", "0").lower() in ("1", "true"):
        return [{**each, "user_count": 0} for each in there]
    return there


@routes.add("POST", EVENTS)
def create(call: Call) -> JSON:
    guild, home = _guild(call), call.home
    if home.rules.on:
        require(home.permissions(None, home.bot, guild=guild), "create_events")
        check_event(call.json, home.clock.now())
        home.rules.describe(call)
    if len(_there(call, guild)) >= MOST:
        said = f"Maximum number of uncompleted guild scheduled events reached ({MOST})"
        raise Refusal(400, 30038, said)
    made = _made(call, guild)
    guild.events[int(made["id"])] = made
    return made


def _there(call: Call, guild: Guild) -> list[JSON]:
    now = call.home.clock.now()
    there: list[JSON] = []
    for each in guild.events.values():
        if datetime.fromisoformat(each["scheduled_end_time"]) > now:
            begun = datetime.fromisoformat(each["scheduled_start_time"]) <= now
            there.append({**each, "status": ACTIVE if begun else SCHEDULED})
    return there


def _made(call: Call, guild: Guild) -> JSON:
    body, bot = call.json, call.home.bot
    return {
        "id": str(call.home.ids.next()),
        "guild_id": str(guild.id),
        "channel_id": None,
        "creator_id": str(bot.id),
        "creator": bot.json(),
        "name": body["name"].strip(),
        "description": (body.get("description") or "").strip() or None,
        "image": None,
        "scheduled_start_time": body["scheduled_start_time"],
        "scheduled_end_time": body["scheduled_end_time"],
        "privacy_level": body["privacy_level"],
        "status": SCHEDULED,
        "entity_type": body["entity_type"],
        "entity_id": None,
        "entity_metadata": {"location": body["entity_metadata"]["location"].strip()},
        "recurrence_rule": None,
        "guild_scheduled_event_exceptions": [],
    }
