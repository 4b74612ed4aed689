"""What people and bots usually may do, as the bits of Discord's API."""

from collections.abc import Iterable
from typing import Protocol

from tests.standin.checks import permissions

BOT = permissions.bits(
    "view_channel", "send_messages", "embed_links", "attach_files", "read_message_history"
)
MEMBER = BOT | permissions.bits("use_application_commands", "use_external_apps")


class Flags(Protocol):
    value: int


Bits = int | Flags | Iterable[str]


def bits(given: Bits) -> int:
    """The bits of a number, of a `discord.Permissions`, or of names such as `manage_guild`."""
    if isinstance(given, int):
        return given
    return permissions.bits(*given) if isinstance(given, Iterable) else given.value
