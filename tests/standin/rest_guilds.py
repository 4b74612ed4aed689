from tests.standin.checks.problems import Refusal
from tests.standin.guilds import Guild
from tests.standin.people import JSON
from tests.standin.routing import Call, routes


def _guild(call: Call) -> Guild:
    found = call.home.guild(call["guild_id"])
    if not found.installed:
        raise Refusal(403, 50001, "Missing Access")
    return found


@routes.add("GET", "/guilds/{guild_id}", query="with_counts")
def guild(call: Call) -> JSON:
    found = _guild(call)
    if call.query.get("with_counts", "0").lower() not in ("1", "true"):
        return found.json()
    count = len(found.members)
    counts = {"approximate_member_count": count, "approximate_presence_count": count}
    return {**found.json(), **counts}


@routes.add("GET", "/guilds/{guild_id}/channels")
def channels(call: Call) -> list[JSON]:
    return [each.json() for each in _guild(call).channels.values()]


@routes.add("GET", "/guilds/{guild_id}/roles")
def roles(call: Call) -> list[JSON]:
    return [each.json() for each in _guild(call).roles.values()]


@routes.add("GET", "/guilds/{guild_id}/members/{user_id}")
def member(call: Call) -> JSON:
    found = _guild(call).members.get(call["user_id"])
    if found is None:
        raise Refusal(404, 10007, "Unknown Member")
    return found.json()


@routes.add("GET", "/guilds/{guild_id}/members", query="limit after")
def members(call: Call) -> list[JSON]:
    found = _guild(call)
    if not call.home.gateway.allowed_intents & 1 << 1:
        raise Refusal(403, 50001, "Missing Access")
    after, limit = int(call.query.get("after", 0)), int(call.query.get("limit", 1))
    return [each.json() for id, each in sorted(found.members.items()) if id > after][:limit]
