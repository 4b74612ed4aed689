"""The commands as Discord is told of them, and how they differ from those it has."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from bot.difference import CHANGED, NOTHING
from data.messages import Message, mark

if TYPE_CHECKING:
    import discord
    from discord import app_commands

NAMED = mark("{sign} {name}: {words}")
BARE = mark("{sign} {name}")

Definition = Mapping[str, Any]
"""A command as JSON."""

Sign = Literal["+", "-", "~"]

_SLASH = 1
_USUAL: Mapping[str, object] = {
    "description": "",
    "nsfw": False,
    "required": False,
    "autocomplete": False,
    "default_member_permissions": None,
    "channel_types": [],
    "min_value": None,
    "max_value": None,
    "min_length": None,
    "max_length": None,
}
"""What Discord takes for set where a definition leaves it out, and may leave out itself."""

_THEIRS_TO_SET = ("type", "contexts", "integration_types")
"""Compared where we define them; where we do not, Discord's own choice stands."""

_IN_LANGUAGES = ("name_localizations", "description_localizations")


@dataclass(frozen=True, slots=True)
class Difference:
    """A command that is new (+), gone (-) or changed (~)."""

    sign: Sign
    name: str
    words: str

    @property
    def line(self) -> Message:
        template = NAMED if self.words else BARE
        return template.format(sign=self.sign, name=self.name, words=self.words)


async def definitions(tree: "app_commands.CommandTree[Any]") -> list[dict[str, Any]]:
    """What Discord is told of the commands for all servers, in an order that does not depend on
    the order they were added in; translated, where the tree has a translator."""
    import discord

    translator = tree.translator
    kinds = (
        discord.AppCommandType.chat_input,
        discord.AppCommandType.user,
        discord.AppCommandType.message,
    )
    commands = [each for kind in kinds for each in tree.get_commands(type=kind)]
    found = [
        each.to_dict(tree)
        if translator is None
        else await each.get_translated_payload(tree, translator)
        for each in commands
    ]
    return sorted(found, key=lambda each: (each["type"], each["name"]))


def digest(defined: Sequence[Definition]) -> str:
    """The same for the same definitions, and another one for any others."""
    return hashlib.sha256(json.dumps(defined, sort_keys=True).encode()).hexdigest()


async def published(client: "discord.Client") -> list[dict[str, Any]]:
    """The commands that Discord has, with all their translations."""
    from discord.http import Route

    path = "/applications/{application_id}/commands"
    route = Route("GET", path, application_id=client.application_id)
    return await client.http.request(route, params={"with_localizations": "true"})


def differences(ours: Sequence[Definition], theirs: Sequence[Definition]) -> list[Difference]:
    """What publishing would change. Only what we define is compared: Discord adds ids, versions
    and defaults of its own."""
    new, old = _by_kind(ours), _by_kind(theirs)
    found: list[Difference] = []
    for key in sorted(new.keys() | old.keys()):
        if key not in old:
            found.append(Difference("+", _name(new[key]), new[key].get("description", "")))
        elif key not in new:
            found.append(Difference("-", _name(old[key]), ""))
        elif words := "; ".join(_changes(old[key], new[key])):
            found.append(Difference("~", _name(new[key]), words))
    return found


def _by_kind(commands: Sequence[Definition]) -> dict[tuple[int, str], Definition]:
    return {(each.get("type", _SLASH), each["name"]): each for each in commands}


def _name(command: Definition) -> str:
    return f"/{command['name']}" if command.get("type", _SLASH) == _SLASH else command["name"]


def _changes(old: Definition, new: Definition, path: str = "") -> Iterator[str]:
    for name in (*_USUAL, *_THEIRS_TO_SET, *_IN_LANGUAGES):
        before, after = _field(old, name), _field(new, name)
        is_left_open = name in _THEIRS_TO_SET and after is None
        if before != after and not is_left_open:
            yield CHANGED.format(name=path + name, before=_said(before), after=_said(after))
    yield from _changed_lists(old, new, path)


def _changed_lists(old: Definition, new: Definition, path: str) -> Iterator[str]:
    """Choices are compared as a whole; options one by one, and their order."""
    choices = [_choices(each) for each in (old, new)]
    if choices[0] != choices[1]:
        yield CHANGED.format(name=f"{path}choices", before=choices[0], after=choices[1])
    before, after = ({each["name"]: each for each in _list(one, "options")} for one in (old, new))
    if list(before) != list(after):
        names = [", ".join(each) or NOTHING for each in (before, after)]
        yield CHANGED.format(name=f"{path}options", before=names[0], after=names[1])
    for name in after:
        if name in before:
            yield from _changes(before[name], after[name], f"{path}{name}.")


def _field(command: Definition, name: str) -> object:
    value = command.get(name)
    if value is None or (name in _IN_LANGUAGES and not value):
        return _USUAL.get(name)
    # Discord gives numbers that may be large as text, and lists in an order of its own.
    if name == "default_member_permissions":
        return str(value)
    return sorted(value) if isinstance(value, list) else value


def _choices(option: Definition) -> str:
    pairs = (f"{each['name']} = {_said(each['value'])}" for each in _list(option, "choices"))
    return ", ".join(pairs) or NOTHING


def _list(command: Definition, name: str) -> Sequence[Definition]:
    return command.get(name) or []


def _said(value: object) -> str:
    if value is None or value == []:
        return NOTHING
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
