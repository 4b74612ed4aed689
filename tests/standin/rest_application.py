from tests.standin.checks.problems import Refusal
from tests.standin.people import JSON
from tests.standin.routing import Call, routes

SHARD_SIZE = 1000


@routes.add("GET", "/gateway", by_token=True)
def gateway(call: Call) -> JSON:
    return {"url": call.home.gateway_url}


@routes.add("GET", "/gateway/bot")
def gateway_for_bots(call: Call) -> JSON:
    guilds = sum(each.installed for each in call.home.guilds.values())
    starts = {"total": 1000, "remaining": 999, "reset_after": 14_400_000, "max_concurrency": 1}
    shards = guilds // SHARD_SIZE + 1
    return {"url": call.home.gateway_url, "shards": shards, "session_start_limit": starts}


@routes.add("GET", "/users/@me")
def me(call: Call) -> JSON:
    own = {"verified": True, "mfa_enabled": False, "locale": "en-US", "email": None, "flags": 0}
    return {**call.home.bot.json(), **own}


@routes.add("GET", "/users/{user_id}")
def user(call: Call) -> JSON:
    found = call.home.users.get(call["user_id"])
    if found is None:
        raise Refusal(404, 10013, "Unknown User")
    return found.json()


@routes.add("GET", "/users/@me/guilds", query="before after limit with_counts")
def my_guilds(call: Call) -> list[JSON]:
    after = int(call.query.get("after", 0))
    before = int(call.query.get("before", 1 << 63))
    limit = int(call.query.get("limit", 200))
    found = [g for g in call.home.guilds.values() if g.installed and after < g.id < before]
    return [
        {
            "id": str(each.id),
            "name": each.name,
            "icon": None,
            "banner": None,
            "owner": False,
            "permissions": str(call.home.permissions(None, call.home.bot, guild=each)),
            "features": [],
        }
        for each in found[:limit]
    ]


@routes.add("DELETE", "/users/@me/guilds/{guild_id}")
def leave(call: Call) -> None:
    call.home.guild(call["guild_id"]).leave()


@routes.add("POST", "/users/@me/channels")
def open_private(call: Call) -> JSON:
    call.home.rules.describe(call)
    found = call.home.users.get(int(call.json.get("recipient_id", 0)))
    if found is None or found.bot:
        raise Refusal(400, 50033, "Invalid Recipient(s)")
    return call.home.direct(found).json()


@routes.add("GET", "/applications/@me")
@routes.add("GET", "/oauth2/applications/@me")
def application(call: Call) -> JSON:
    home = call.home
    install = {"oauth2_install_params": {"scopes": ["applications.commands"], "permissions": "0"}}
    return {
        "id": str(home.application_id),
        "name": home.bot.name,
        "icon": None,
        "description": "",
        "summary": "",
        "type": None,
        "bot": home.bot.json(),
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "owner": home.owner.json(),
        "team": None,
        "flags": home.application_flags(),
        "hook": True,
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "approximate_guild_count": sum(each.installed for each in home.guilds.values()),
        "approximate_user_install_count": sum(each.installed for each in home.users.values()),
        "integration_types_config": {"0": install, "1": install},
    }
