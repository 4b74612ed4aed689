"""What the bot asks for, and why: one table for the invite link, the doctor, the help and the
digest."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.messages import mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Permission:
    """A permission in the channels of a server; `bit` is its number in Discord's table, `title` how
    Discord's own settings call it."""

    name: str
    bit: int
    title: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    name: str
    why: str


VIEW_CHANNEL = Permission(
    name="view_channel",
    bit=10,
    title=mark("View Channel"),
    why=mark("It sees the channel that it is to send a digest to."),
)
SEND_MESSAGES = Permission(
    name="send_messages",
    bit=11,
    title=mark("Send Messages"),
    why=mark("It sends the digest. Answers to commands come without it."),
)
READ_MESSAGE_HISTORY = Permission(
    name="read_message_history",
    bit=16,
    title=mark("Read Message History"),
    why=mark("After a failure it looks whether the digest has arrived, so that none comes twice."),
)

PERMISSIONS = (VIEW_CHANNEL, SEND_MESSAGES, READ_MESSAGE_HISTORY)
"""For digests alone: an answer to a command is let through wherever the command is, whatever the
bot may do. What a message of components shows needs no Embed Links."""

CREATE_EVENTS = Permission(
    name="create_events",
    bit=44,
    title=mark("Create Events"),
    why=mark(
        "It adds the dates of /calendar to the server's events, when somebody presses for it."
    ),
)

OPTIONAL = (CREATE_EVENTS,)
"""The links do not ask for these: a server gives them once it wants what they are for."""

TO_SEND = (VIEW_CHANNEL, SEND_MESSAGES)
"""Without these no digest comes."""

COMMANDS = Scope(name="applications.commands", why=mark("Its commands can be used."))
BOT = Scope(name="bot", why=mark("It becomes a member of the server."))


def integer(permissions: Iterable[Permission] = PERMISSIONS) -> int:
    """All of them in one number, as the invite link has it."""
    return sum({1 << each.bit for each in permissions})


def missing(granted: int, wanted: Iterable[Permission] = PERMISSIONS) -> tuple[Permission, ...]:
    """Those of `wanted` that are not among the bits of `granted`."""
    return tuple(each for each in wanted if not granted & 1 << each.bit)
