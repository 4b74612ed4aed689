from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.standin.bits import Bits, bits

if TYPE_CHECKING:
    from tests.standin.guilds import Channel
    from tests.standin.place import Place
    from tests.standin.standin import Standin

# The order in which Discord's JSON names things does not matter, that everything is there does.
JSON = dict[str, Any]


@dataclass(slots=True, eq=False, repr=False)
class User:
    """Somebody with the Discord app, in their own language."""

    id: int
    name: str
    home: Standin
    locale: str = "en-GB"
    bot: bool = False
    installed: bool = False
    """Whether they have added the application to their own account."""

    def __repr__(self) -> str:
        return f"User({self.name!r})"

    def json(self) -> JSON:
        found: JSON = {
            "id": str(self.id),
            "username": self.name.lower().replace(" ", "_"),
            "global_name": None if self.bot else self.name,
            "discriminator": "0",
            "avatar": None,
            "avatar_decoration_data": None,
            "public_flags": 0,
        }
        if self.bot:
            found["bot"] = True
        return found

    def at(self, channel: Channel, *, permissions: Bits | None = None) -> Place:
        """Sit in a channel of a server; whoever is no member yet joins.

        `permissions` is all that they may do in that server from now on.
        """
        from tests.standin.place import Place

        if channel.guild is None:
            raise AssertionError("a private message belongs to two people: use in_dm()")
        granted = None if permissions is None else bits(permissions)
        channel.guild.join(self, permissions=granted)
        return Place(self, channel, context=0)

    def in_dm(self) -> Place:
        """Sit in the private messages with the bot."""
        from tests.standin.place import Place

        return Place(self, self.home.direct(self), context=1)

    def in_private(self, other: User) -> Place:
        """Sit in private messages with another person, where only one's own apps are at hand."""
        from tests.standin.place import Place

        return Place(self, self.home.private(self, other), context=2)
