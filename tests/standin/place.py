from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, overload

from tests.standin import messages, offers
from tests.standin.checks.permissions import bits
from tests.standin.interactions import AUTOCOMPLETE, COMMAND, COMPONENT, SUBMIT, Interaction
from tests.standin.messages import EPHEMERAL
from tests.standin.offers import NotOfferedError
from tests.standin.reply import Choices, Pending, Reply

if TYPE_CHECKING:
    from tests.standin.guilds import Channel
    from tests.standin.people import JSON, User

BUTTON, TEXT_SELECT, LINK = 2, 3, 5
TEN_MIB = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Place:
    """Somebody in front of the Discord app, in one channel or in private messages."""

    user: User
    channel: Channel
    context: int
    """0 in a server, 1 with the bot, 2 with somebody else."""

    @property
    def permissions(self) -> int:
        return self.permissions_in(self.channel)

    def permissions_in(self, channel: Channel) -> int:
        return self.user.home.permissions(channel, self.user)

    # Commands

    @overload
    async def slash(self, command: str, /, *, wait: Literal[False], **options: Any) -> Pending: ...
    @overload
    async def slash(self, command: str, /, *, wait: bool = True, **options: Any) -> Reply: ...
    async def slash(self, command: str, /, *, wait: bool = True, **options: Any) -> Any:
        """Send `/command`, where a space leads to a subcommand, and read the answer."""
        name, *path = command.split()
        found = offers.command(self, offers.SLASH, name)
        filled = offers.fill(self, offers.descend(found, path), options, focused=None)
        data = self._data(found, offers.nest(filled.options, path), filled.resolved)
        return await self._do(self._begin(COMMAND, data, found), wait=wait)

    async def autocomplete(
        self, command: str, option: str, typed: str, /, **others: Any
    ) -> Choices:
        """What is suggested for an option while somebody types."""
        name, *path = command.split()
        found = offers.command(self, offers.SLASH, name)
        inner = offers.descend(found, path)
        filled = offers.fill(self, inner, {**others, option: typed}, focused=option)
        asked = next(each for each in inner["options"] if each["name"] == option)
        if not asked.get("autocomplete"):
            raise NotOfferedError(f"{option!r} of {command!r} makes no suggestions")
        data = self._data(found, offers.nest(filled.options, path), filled.resolved)
        interaction = self._begin(AUTOCOMPLETE, data, found)
        interaction.option = asked["type"]
        await interaction.until(
            lambda: interaction.settled, f"{self.user.name} waits for suggestions for {typed!r}"
        )
        return Choices(interaction.choices or [], interaction.failed)

    @overload
    async def apply(
        self, name: str, target: Reply | JSON | User, /, *, wait: Literal[False]
    ) -> Pending: ...
    @overload
    async def apply(self, name: str, target: Reply | JSON | User, /) -> Reply: ...
    async def apply(self, name: str, target: Reply | JSON | User, /, *, wait: bool = True) -> Any:
        """Use a command from the menu of a message, or of a person."""
        from tests.standin.people import User

        if isinstance(target, User):
            found = offers.command(self, offers.ON_USER, name)
            id, resolved = str(target.id), offers.people(self, target)
        else:
            found = offers.command(self, offers.ON_MESSAGE, name)
            message = self._seen(target)
            id, resolved = message["id"], {"messages": {message["id"]: message}}
        data = {**self._data(found, None, resolved), "target_id": id}
        return await self._do(self._begin(COMMAND, data, found), wait=wait)

    # Components

    @overload
    async def click(self, on: Reply | JSON, button: str, /, *, wait: Literal[False]) -> Pending: ...
    @overload
    async def click(self, on: Reply | JSON, button: str, /) -> Reply: ...
    async def click(self, on: Reply | JSON, button: str, /, *, wait: bool = True) -> Any:
        """Press a button, named by its label or its custom id."""
        message = self._seen(on)
        there = [e for e in messages.walk(message["components"]) if e["type"] == BUTTON]
        pressed = _one(there, button, ("label", "custom_id"))
        if pressed.get("disabled") or pressed["style"] == LINK:
            raise NotOfferedError(f"{button!r} cannot be pressed: it is disabled or a link")
        data = {"custom_id": pressed["custom_id"], "component_type": BUTTON, "id": pressed["id"]}
        return await self._do(self._begin(COMPONENT, data, source=message), wait=wait)

    async def choose(self, on: Reply | JSON, menu: str, /, *values: str) -> Reply:
        """Choose in a menu, named by its placeholder or its custom id."""
        message = self._seen(on)
        there = [e for e in messages.walk(message["components"]) if e["type"] == TEXT_SELECT]
        chosen = _one(there, menu, ("placeholder", "custom_id"))
        known = {each["value"] for each in chosen["options"]}
        least, most = chosen.get("min_values", 1), chosen.get("max_values", 1)
        if not set(values) <= known or not least <= len(values) <= most:
            raise NotOfferedError(
                f"{menu!r} takes {least} to {most} of {sorted(known)}, not {values}"
            )
        data: JSON = {"custom_id": chosen["custom_id"], "component_type": TEXT_SELECT}
        data |= {"id": chosen["id"], "values": list(values)}
        return await Pending(self._begin(COMPONENT, data, source=message), self.user.name).reply()

    async def submit(self, form: Reply, /, **values: str) -> Reply:
        """Fill in a form (by the custom ids of its fields) and send it."""
        modal = form.modal
        if modal is None:
            raise NotOfferedError("there is no form to fill in")
        fields = {e["custom_id"] for e in messages.walk(modal["components"]) if "custom_id" in e}
        if strange := set(values) - fields:
            raise NotOfferedError(f"the form has no {strange.pop()!r}. It has: {sorted(fields)}")
        shown = [_filled(each, values) for each in modal["components"]]
        data = {"custom_id": modal["custom_id"], "components": shown}
        source = form.interaction.source
        return await Pending(self._begin(SUBMIT, data, source=source), self.user.name).reply()

    # What the app sends

    async def _do(self, interaction: Interaction, *, wait: bool) -> Reply | Pending:
        pending = Pending(interaction, self.user.name)
        return await pending.reply() if wait else pending

    def _seen(self, on: Reply | JSON) -> JSON:
        """The message somebody sees here; those for other people, and deleted ones, they don't."""
        if isinstance(on, Reply):
            message = on.message
            if message is None:
                raise NotOfferedError("there is no message to act on")
            if message["flags"] & EPHEMERAL and on.interaction.user is not self.user:
                raise NotOfferedError(f"only {on.interaction.user.name} sees that message")
            if message["flags"] & EPHEMERAL:
                return message
        else:
            message = on
        if int(message["id"]) not in self.channel.messages:
            raise NotOfferedError(f"that message is not in {self.channel.name}")
        if self.channel.guild is not None and not self.permissions & bits("view_channel"):
            raise NotOfferedError(f"{self.user.name} does not see {self.channel.name}")
        return self.channel.messages[int(message["id"])]

    def _data(self, found: JSON, options: list[JSON] | None, resolved: JSON) -> JSON:
        data: JSON = {"id": found["id"], "name": found["name"], "type": found["type"]}
        if options is not None:
            data["options"] = options
        if resolved:
            data["resolved"] = resolved
        if found.get("guild_id"):
            data["guild_id"] = found["guild_id"]
        return data

    def _begin(
        self, kind: int, data: JSON, found: JSON | None = None, *, source: JSON | None = None
    ) -> Interaction:
        home = self.user.home
        if found is not None:
            owners = offers.owners(self, found)
        else:
            metadata = (source or {}).get("interaction_metadata", {})
            guild = self.channel.guild
            default = {"0": str(guild.id)} if guild is not None else {"0": "0"}
            owners = metadata.get("authorizing_integration_owners", default)
        metadata = _metadata(self.user, kind, data, owners, source)
        interaction = Interaction(home.ids.next(), kind, self.user, self.channel, metadata, source)
        interaction.hidden = self.channel.guild is not None and (
            "0" not in owners and not self.permissions & bits("use_external_apps")
        )
        metadata["metadata"]["id"] = str(interaction.id)
        if "interaction" in metadata:
            metadata["interaction"]["id"] = str(interaction.id)
        home.begin(interaction, self._payload(interaction, data, owners))
        return interaction

    def _payload(self, interaction: Interaction, data: JSON, owners: dict[str, str]) -> JSON:
        home, guild, channel = self.user.home, self.channel.guild, self.channel
        payload: JSON = {
            "id": str(interaction.id),
            "application_id": str(home.application_id),
            "type": interaction.kind,
            "data": data,
            "token": interaction.token,
            "version": 1,
            "channel_id": str(channel.id),
            "channel": channel.json(),
            "locale": self.user.locale,
            "app_permissions": str(home.app_permissions(channel)),
            "context": self.context,
            "authorizing_integration_owners": owners,
            "entitlements": [],
            "entitlement_sku_ids": [],
            "attachment_size_limit": TEN_MIB,
        }
        if interaction.source is not None:
            payload["message"] = interaction.source
        if guild is None:
            return {**payload, "user": self.user.json()}
        mine = str(self.permissions)
        payload["channel"]["permissions"] = mine
        member = guild.members[self.user.id].json()
        payload |= {"guild_id": str(guild.id), "guild": guild.partial()}
        return {**payload, "guild_locale": guild.locale, "member": {**member, "permissions": mine}}


def _metadata(
    user: User, kind: int, data: JSON, owners: dict[str, str], source: JSON | None
) -> JSON:
    """What a message that answers says of how it came to be."""
    shown: JSON = {"type": kind, "user": user.json(), "authorizing_integration_owners": owners}
    if source is not None:
        shown["interacted_message_id"] = source["id"]
    if kind != COMMAND:
        return {"message_type": messages.REPLY, "metadata": shown}
    menu = data["type"] != offers.SLASH
    if menu:
        shown["target_message_id" if data["type"] == offers.ON_MESSAGE else "target_user"] = data[
            "target_id"
        ]
    old: JSON = {"type": kind, "name": data["name"], "user": user.json()}
    kind_of_message = messages.MENU if menu else messages.COMMAND
    return {"message_type": kind_of_message, "metadata": shown, "interaction": old}


def _one(there: list[JSON], name: str, by: tuple[str, ...]) -> JSON:
    found = [each for each in there if name in [each.get(key) for key in by]]
    if len(found) != 1:
        known = ", ".join(repr(each.get(by[0]) or each.get(by[1])) for each in there) or "none"
        raise NotOfferedError(f"{len(found)} here are called {name!r}. There are: {known}")
    return found[0]


def _filled(component: JSON, values: dict[str, str]) -> JSON:
    found = {"type": component["type"], "id": component.get("id", 0)}
    if "custom_id" in component:
        found["custom_id"] = component["custom_id"]
        text = values.get(component["custom_id"], component.get("value") or "")
        if component["type"] == TEXT_SELECT:
            return {**found, "values": [text] if text else []}
        return {**found, "value": text}
    if "components" in component:
        found["components"] = [_filled(each, values) for each in component["components"]]
    if "component" in component:
        found["component"] = _filled(component["component"], values)
    return found
