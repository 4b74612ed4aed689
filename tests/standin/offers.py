"""What the Discord app would let somebody do, and what it sends when they do it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.standin.checks.permissions import bits
from tests.standin.guilds import Channel, Role
from tests.standin.people import JSON, User

if TYPE_CHECKING:
    from tests.standin.place import Place

SLASH, ON_USER, ON_MESSAGE = 1, 2, 3
SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTION, NUMBER = range(1, 11)
KINDS = {
    STRING: (str,),
    INTEGER: (int,),
    BOOLEAN: (bool,),
    USER: (User,),
    CHANNEL: (Channel,),
    ROLE: (Role,),
    MENTION: (User, Role),
    NUMBER: (int, float),
}


class NotOfferedError(AssertionError):
    """The Discord app would not let somebody do this; the message says why."""


@dataclass(slots=True)
class Filled:
    """A command as somebody filled it in."""

    options: list[JSON] = field(default_factory=list)
    resolved: dict[str, dict[str, JSON]] = field(default_factory=dict)


def command(place: Place, kind: int, name: str) -> JSON:
    """The command the app lists in this place, a server's own before a global one."""
    home, guild = place.user.home, place.channel.guild
    scopes = [home.commands.get(None, [])]
    if guild is not None:
        scopes.insert(0, home.commands.get(guild.id, []))
    found = [
        each for scope in scopes for each in scope if (each["type"], each["name"]) == (kind, name)
    ]
    if not found:
        known = ", ".join(each["name"] for scope in scopes for each in scope) or "none"
        raise NotOfferedError(f"there is no command {name!r} of this kind here. There are: {known}")
    _check_place(place, found[0])
    _check_permissions(place, found[0])
    return found[0]


def owners(place: Place, found: Mapping[str, Any]) -> dict[str, str]:
    """By which installs the command is at hand: `authorizing_integration_owners`."""
    kinds = found.get("integration_types") or [0]
    guild, user = place.channel.guild, place.user
    by: dict[str, str] = {}
    if 0 in kinds and guild is not None and guild.installed:
        by["0"] = str(guild.id)
    elif 0 in kinds and place.context == 1:
        by["0"] = "0"
    if 1 in kinds and user.installed:
        by["1"] = str(user.id)
    return by


def _check_place(place: Place, found: JSON) -> None:
    contexts = found.get("contexts")
    name = found["name"]
    if contexts is not None and place.context not in contexts:
        raise NotOfferedError(f"{name!r} is for contexts {contexts}, and this is {place.context}")
    if contexts is None and place.context == 1 and found.get("dm_permission") is False:
        raise NotOfferedError(f"{name!r} is not for private messages")
    if not owners(place, found):
        raise NotOfferedError(
            f"{name!r} is installed neither in this place nor by {place.user.name}"
        )


def _check_permissions(place: Place, found: JSON) -> None:
    guild, user = place.channel.guild, place.user
    if guild is None:
        return
    has = place.permissions
    if bits("view_channel", "use_application_commands") & ~has:
        raise NotOfferedError(f"{user.name} may not use commands in {place.channel.name}")
    allowed = guild.overrides.get((found["name"], user.id))
    needed = found.get("default_member_permissions")
    if allowed is None:
        allowed = needed is None or (int(needed) != 0 and has & int(needed) == int(needed))
    if not allowed and not has & bits("administrator"):
        raise NotOfferedError(f"{user.name} may not use {found['name']!r} in {guild.name}")


def descend(found: JSON, path: Sequence[str]) -> JSON:
    """The subcommand that the words after the command's name lead to."""
    for word in path:
        inner = {e["name"]: e for e in _options(found) if e["type"] in (SUBCOMMAND, GROUP)}
        if word not in inner:
            raise NotOfferedError(f"{found['name']!r} has no {word!r}. It has: {', '.join(inner)}")
        found = inner[word]
    if any(each["type"] in (SUBCOMMAND, GROUP) for each in _options(found)):
        inner = ", ".join(each["name"] for each in _options(found))
        raise NotOfferedError(f"{found['name']!r} cannot be sent alone. Go on with one of: {inner}")
    return found


def nest(options: list[JSON], path: Sequence[str]) -> list[JSON]:
    """The options inside the subcommand they were given to."""
    for depth in range(len(path), 0, -1):
        kind = SUBCOMMAND if depth == len(path) else GROUP
        options = [{"name": path[depth - 1], "type": kind, "options": options}]
    return options


def fill(place: Place, found: JSON, given: Mapping[str, Any], *, focused: str | None) -> Filled:
    """The options as the app sends them, in the order in which they were typed.

    While one is `focused`, nothing needs to be complete: the app asks for suggestions.
    """
    known = {each["name"]: each for each in _options(found)}
    if strange := [name for name in given if name not in known]:
        there = ", ".join(known) or "none"
        raise NotOfferedError(f"{found['name']!r} has no option {strange[0]!r}. It has: {there}")
    filled = Filled()
    for name, value in given.items():
        entry: JSON = {"name": name, "type": known[name]["type"]}
        entry["value"] = value if name == focused else _checked(place, known[name], value, filled)
        if name == focused:
            entry["focused"] = True
        filled.options.append(entry)
    missing = [n for n, each in known.items() if each.get("required") and n not in given]
    if missing and focused is None:
        raise NotOfferedError(f"{found['name']!r} needs {missing[0]!r}")
    return filled


def _checked(place: Place, option: JSON, value: Any, filled: Filled) -> Any:
    name, kind = option["name"], option["type"]
    wrong = isinstance(value, bool) and kind != BOOLEAN
    if kind not in KINDS or wrong or not isinstance(value, KINDS[kind]):
        raise NotOfferedError(f"{name!r} does not take {value!r}")
    choices = option.get("choices")
    if choices:
        _check_choice(option, value)
    elif isinstance(value, str):
        _check_range(name, len(value), option.get("min_length"), option.get("max_length") or 6000)
    elif isinstance(value, int | float):
        _check_range(name, value, option.get("min_value"), option.get("max_value"))
    else:
        _resolve(place, option, value, filled)
        return str(value.id)
    return value


def _check_choice(option: JSON, value: Any) -> None:
    values = [each["value"] for each in option["choices"]]
    if value not in values:
        raise NotOfferedError(f"{option['name']!r} has no choice {value!r}. Choices: {values}")


def _check_range(name: str, value: float, least: float | None, most: float | None) -> None:
    if (least is not None and value < least) or (most is not None and value > most):
        raise NotOfferedError(f"{name!r} must be between {least} and {most}, not {value}")


def _resolve(place: Place, option: JSON, value: User | Channel | Role, filled: Filled) -> None:
    kinds = option.get("channel_types")
    id = str(value.id)
    if isinstance(value, Channel):
        if kinds and value.kind not in kinds:
            raise NotOfferedError(f"{option['name']!r} takes no channel of kind {value.kind}")
        shown = {**value.json(), "permissions": str(place.permissions_in(value))}
        filled.resolved.setdefault("channels", {})[id] = shown
    elif isinstance(value, Role):
        filled.resolved.setdefault("roles", {})[id] = value.json()
    else:
        filled.resolved |= people(place, value)


def people(place: Place, user: User) -> dict[str, dict[str, JSON]]:
    """A user as `resolved` shows them: with the member they are in this server."""
    found = {"users": {str(user.id): user.json()}}
    guild = place.channel.guild
    if guild is not None and user.id in guild.members:
        member = guild.members[user.id].json(user=False)
        found["members"] = {str(user.id): {**member, "permissions": "0"}}
    return found


def _options(found: Mapping[str, Any]) -> list[JSON]:
    return found.get("options") or []
