from __future__ import annotations

from typing import Any

from tests.standin.checks.problems import Refusal
from tests.standin.people import JSON
from tests.standin.routing import Call, routes

GLOBAL = "/applications/{application_id}/commands"
IN_GUILD = "/applications/{application_id}/guilds/{guild_id}/commands"
ONE = "/{command_id}"

DEFAULTS: JSON = {
    "type": 1,
    "description": "",
    "name_localizations": None,
    "description_localizations": None,
    "default_member_permissions": None,
    "dm_permission": True,
    "contexts": None,
    "integration_types": [0],
    "nsfw": False,
}


@routes.add("GET", GLOBAL, query="with_localizations")
@routes.add("GET", IN_GUILD, query="with_localizations")
def commands(call: Call) -> list[JSON]:
    whole = call.query.get("with_localizations", "0").lower() in ("1", "true")
    return [each if whole else _plain(each) for each in _scope(call)]


@routes.add("GET", GLOBAL + ONE)
@routes.add("GET", IN_GUILD + ONE)
def command(call: Call) -> JSON:
    return _find(call)


@routes.add("PUT", GLOBAL)
@routes.add("PUT", IN_GUILD)
def replace(call: Call) -> list[JSON]:
    if not isinstance(call.body, list):
        raise Refusal(400, 50035, "Invalid Form Body")
    call.home.rules.commands(call, call.body)
    scope = _scope(call)
    scope[:] = [_stored(call, each, _same(scope, each)) for each in call.body]
    return scope


@routes.add("POST", GLOBAL)
@routes.add("POST", IN_GUILD)
def create(call: Call) -> JSON:
    scope, body = _scope(call), call.json
    old = _same(scope, body)
    call.home.rules.commands(call, [*(each for each in scope if each is not old), body])
    made = _stored(call, body, old)
    scope[:] = [*(each for each in scope if each is not old), made]
    return made


@routes.add("PATCH", GLOBAL + ONE)
@routes.add("PATCH", IN_GUILD + ONE)
def change(call: Call) -> JSON:
    scope, old = _scope(call), _find(call)
    changed = {**_settable(old), **call.json}
    call.home.rules.commands(call, [*(each for each in scope if each is not old), changed])
    made = _stored(call, changed, old)
    scope[scope.index(old)] = made
    return made


@routes.add("DELETE", GLOBAL + ONE)
@routes.add("DELETE", IN_GUILD + ONE)
def delete(call: Call) -> None:
    _scope(call).remove(_find(call))


def _scope(call: Call) -> list[JSON]:
    if call["application_id"] != call.home.application_id:
        raise Refusal(
            403, 20012, "You are not authorized to perform this action on this application"
        )
    guild_id = call.place.get("guild_id")
    if guild_id is not None and not call.home.guild(guild_id).installed:
        raise Refusal(403, 50001, "Missing Access")
    return call.home.commands.setdefault(guild_id, [])


def _find(call: Call) -> JSON:
    for each in _scope(call):
        if each["id"] == str(call["command_id"]):
            return each
    raise Refusal(404, 10063, "Unknown application command")


def _same(scope: list[JSON], body: JSON) -> JSON | None:
    key = (body.get("type") or 1, body.get("name"))
    return next((each for each in scope if (each["type"], each["name"]) == key), None)


def _stored(call: Call, body: JSON, old: JSON | None) -> JSON:
    """A command keeps its id as long as its name and kind stay."""
    id = str(call.home.ids.next()) if old is None else old["id"]
    guild_id = call.place.get("guild_id")
    where: dict[str, Any] = {} if guild_id is None else {"guild_id": str(guild_id)}
    unchanged = old is not None and _settable(old) == {**DEFAULTS, **_settable(body)}
    version = old["version"] if unchanged and old is not None else str(call.home.ids.next())
    head = {"id": id, "application_id": str(call.home.application_id), "version": version}
    return {**DEFAULTS, **_settable(body), **head, **where}


def _settable(command: JSON) -> JSON:
    own = ("id", "application_id", "version", "guild_id")
    return {key: value for key, value in command.items() if key not in own}


def _plain(command: JSON) -> JSON:
    return {key: value for key, value in command.items() if not key.endswith("_localizations")}
