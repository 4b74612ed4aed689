"""Where the stand-in asks the checks. Without them it believes everything, as a benchmark wants."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tests.standin.checks.callbacks import check_callback
from tests.standin.checks.commands import check_commands
from tests.standin.checks.fields import unknown_fields
from tests.standin.checks.limits import Limits
from tests.standin.checks.messages import check_message
from tests.standin.checks.nonces import Nonces
from tests.standin.checks.openapi import Description
from tests.standin.checks.permissions import IN_PRIVATE, bits, permissions_in, require
from tests.standin.checks.problems import INVALID_FORM, Refusal
from tests.standin.people import JSON, User

if TYPE_CHECKING:
    from tests.standin.clock import Clock
    from tests.standin.guilds import Channel, Guild
    from tests.standin.interactions import Interaction
    from tests.standin.routing import Call, Route


class Rules:
    def __init__(self, clock: Clock, *, checks: bool) -> None:
        self.on = checks
        self.limits = Limits(clock.seconds)
        """Replace it for other limits."""
        self._nonces: Nonces[JSON] = Nonces(clock.seconds)
        self._described = Description.load(None) if checks else None

    def limit(self, route: Route, place: Mapping[str, Any]) -> dict[str, str]:
        """Count a request; the headers that say what is left."""
        if not self.on:
            return {}
        return self.limits.take(route.method, route.template, route.major(place))

    def unknown(self, call: Call) -> list[str]:
        """The fields of a body that Discord does not know."""
        return unknown_fields(call.route.method, call.route.template, call.body) if self.on else []

    def describe(self, call: Call) -> None:
        """Hold a body to Discord's description; done last, as it says things less clearly."""
        if self.on and self._described is not None and call.body is not None:
            wrong = self._described.check(call.route.method, call.route.template, call.body)
            if wrong:
                raise Refusal(400, INVALID_FORM, "; ".join(wrong))

    def message(self, call: Call, *, ephemeral_allowed: bool, edited: JSON | None = None) -> None:
        if self.on:
            check_message(
                call.json,
                interaction=False,
                ephemeral_allowed=ephemeral_allowed,
                edited=edited,
                files=call.files,
            )
            self.describe(call)

    def callback(self, call: Call, found: Interaction) -> None:
        if self.on:
            check_callback(
                call.json,
                asked=found.kind,
                option=found.option,
                edited=found.source,
                files=call.files,
            )
            self.describe(call)

    def commands(self, call: Call, found: list[JSON]) -> None:
        if self.on:
            check_commands(found)
            self.describe(call)

    def remember(self, channel: int, nonce: str, message: JSON) -> None:
        self._nonces.remember(channel, nonce, message)

    def remembered(self, channel: int, nonce: str) -> JSON | None:
        return self._nonces.find(channel, nonce)

    def require(self, channel: Channel, user: User, *wanted: str) -> None:
        """Refuse where somebody lacks a permission in a channel."""
        if self.on:
            require(self.permissions(channel, user), *wanted)

    def has(self, channel: Channel, user: User, name: str) -> bool:
        return not self.on or bool(self.permissions(channel, user) & bits(name))

    def permissions(self, channel: Channel | None, user: User, guild: Guild | None = None) -> int:
        """What somebody may do in a channel, or in all of a server; in private, the usual."""
        guild = channel.guild if channel is not None else guild
        if guild is None:
            return IN_PRIVATE
        if user.id not in guild.members:
            return 0
        shown = {
            "id": str(guild.id),
            "owner_id": str(guild.owner.id),
            "roles": [
                {"id": str(each.id), "permissions": each.permissions}
                for each in guild.roles.values()
            ],
        }
        member = {"user": {"id": str(user.id)}, "roles": guild.members[user.id].roles}
        return permissions_in(shown, None if channel is None else channel.json(), member)
