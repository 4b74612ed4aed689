"""What the bot asks for, and why: one table for the invite link, the doctor and the help."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.messages import mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Permission:
    """A permission in the channels of a server; `bit` is its number in Discord's table."""

    name: str
    bit: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    name: str
    why: str


PERMISSIONS: tuple[Permission, ...] = ()
"""None: an answer to a command is let through wherever the command is, whatever the bot may do."""

COMMANDS = Scope(name="applications.commands", why=mark("Its commands can be used."))
BOT = Scope(name="bot", why=mark("It becomes a member of the server."))

NOTHING_NEEDED = mark("It needs no permission in any channel: commands are answered without one.")


def integer(permissions: Iterable[Permission] = PERMISSIONS) -> int:
    """All of them in one number, as the invite link has it."""
    return sum({1 << each.bit for each in permissions})
