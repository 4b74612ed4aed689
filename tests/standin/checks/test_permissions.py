from typing import Any

import discord
import pytest

from tests.standin.checks.permissions import (
    ALL,
    IN_PRIVATE,
    PERMISSIONS,
    bits,
    names,
    permissions_in,
    require,
)
from tests.standin.checks.refused import refused

JSON = dict[str, Any]
EVERYONE, DESK, BOT, OWNER = "1", "2", "8", "9"
SEE, SEND, FILES = bits("view_channel"), bits("send_messages"), bits("attach_files")
ADMIN, MENTION = bits("administrator"), bits("mention_everyone")


def role(id: str, permissions: int) -> JSON:
    return {"id": id, "permissions": str(permissions)}


def over(id: str, *, allow: int = 0, deny: int = 0) -> JSON:
    kind = 0 if id in (EVERYONE, DESK) else 1
    return {"id": id, "type": kind, "allow": str(allow), "deny": str(deny)}


def member(id: str, *roles: str) -> JSON:
    return {"user": {"id": id}, "roles": list(roles)}


GUILD = {
    "id": EVERYONE,
    "owner_id": OWNER,
    "roles": [role(EVERYONE, SEE | SEND), role(DESK, FILES), role("3", ADMIN), role("4", MENTION)],
}


@pytest.mark.parametrize(
    ("who", "overwrites", "may"),
    [
        (member(BOT), [], SEE | SEND),
        (member(BOT, DESK), [], SEE | SEND | FILES),
        (member(OWNER), [over(EVERYONE, deny=ALL)], ALL),
        (member(BOT, "3"), [over(BOT, deny=ALL)], ALL),
        (member(BOT), [over(EVERYONE, deny=SEND)], SEE),
        (member(BOT), [over(EVERYONE, deny=SEND, allow=SEND)], SEE | SEND),
        (member(BOT, DESK), [over(DESK, deny=SEND), over(EVERYONE, allow=SEND)], SEE),
        (
            member(BOT, DESK),
            [over(DESK, allow=SEND), over(EVERYONE, deny=SEND)],
            SEE | SEND | FILES,
        ),
        (member(BOT), [over(DESK, deny=SEND)], SEE | SEND),
        # One role denies, another allows: what is allowed wins.
        (
            member(BOT, DESK, "4"),
            [over(DESK, deny=SEND), over("4", allow=SEND)],
            SEE | SEND | FILES | MENTION,
        ),
        (member(BOT, DESK), [over(BOT, deny=SEND), over(DESK, allow=SEND)], SEE),
        (member(BOT), [over(BOT, allow=FILES), over(EVERYONE, deny=FILES)], SEE | SEND | FILES),
        # Who cannot see a channel can do nothing in it; who cannot send, nothing that goes with it.
        (member(BOT, DESK), [over(EVERYONE, deny=SEE)], 0),
        (member(BOT, DESK, "4"), [over(BOT, deny=SEND)], SEE),
    ],
)
def test_permissions_in_a_channel(who: JSON, overwrites: list[JSON], may: int) -> None:
    channel = {"permission_overwrites": overwrites}
    assert names(permissions_in(GUILD, channel, who)) == names(may)


def test_in_the_whole_server_no_channel_counts() -> None:
    assert permissions_in(GUILD, None, member(BOT, DESK)) == SEE | SEND | FILES


@pytest.mark.parametrize(("who", "may"), [(BOT, SEE), (OWNER, ALL)])
def test_in_a_time_out_there_is_only_looking(who: str, may: int) -> None:
    assert permissions_in(GUILD, {}, member(who), timed_out=True) == may


@pytest.mark.parametrize(
    ("held", "wanted", "said"),
    [
        (SEE | SEND, ["view_channel", "send_messages"], []),
        (SEE, ["view_channel", "send_messages"], ["403 50013"]),
        (0, ["view_channel", "send_messages"], ["403 50001"]),
        (SEND, ["view_channel", "send_messages"], ["403 50001"]),
        (ALL, ["manage_guild"], []),
    ],
)
def test_what_is_not_permitted_is_refused(held: int, wanted: list[str], said: list[str]) -> None:
    assert refused(require, held, *wanted) == said


def test_the_bits_are_those_of_discord_py() -> None:
    known = {
        name: bit for name, bit in PERMISSIONS.items() if name in discord.Permissions.VALID_FLAGS
    }
    assert len(known) > 40
    assert known == {name: discord.Permissions.VALID_FLAGS[name] for name in known}
    assert discord.Permissions(ALL).administrator


def test_in_private_messages_there_is_what_discord_py_expects() -> None:
    assert names(IN_PRIVATE) == names(discord.Permissions._dm_permissions().value)  # noqa: SLF001
