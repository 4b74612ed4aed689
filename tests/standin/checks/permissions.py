"""Who may do what where, computed as Discord's topic "Permissions" lays it down."""

from collections.abc import Iterable, Mapping

from tests.standin.checks.problems import JSON, Refusal

_IN_ORDER = (
    "create_instant_invite kick_members ban_members administrator manage_channels manage_guild "
    "add_reactions view_audit_log priority_speaker stream view_channel send_messages "
    "send_tts_messages manage_messages embed_links attach_files read_message_history "
    "mention_everyone use_external_emojis view_guild_insights connect speak mute_members "
    "deafen_members move_members use_vad change_nickname manage_nicknames manage_roles "
    "manage_webhooks manage_guild_expressions use_application_commands request_to_speak "
    "manage_events manage_threads create_public_threads create_private_threads "
    "use_external_stickers send_messages_in_threads use_embedded_activities moderate_members "
    "view_creator_monetization_analytics use_soundboard create_guild_expressions create_events "
    "use_external_sounds send_voice_messages - set_voice_channel_status send_polls "
    "use_external_apps pin_messages bypass_slowmode"
)

PERMISSIONS: Mapping[str, int] = {
    name: 1 << place for place, name in enumerate(_IN_ORDER.split()) if name != "-"
}
"""The bit of each permission, by its name in small letters."""


def bits(*names: str) -> int:
    """The permissions of these names as one number; KeyError for one that Discord has not."""
    found = 0
    for name in names:
        found |= PERMISSIONS[name]
    return found


def names(permissions: int) -> tuple[str, ...]:
    return tuple(name for name, bit in PERMISSIONS.items() if permissions & bit)


ALL = bits(*PERMISSIONS)
ADMINISTRATOR = bits("administrator")
LOOKING = bits("view_channel", "read_message_history")
"""What is left to a member in a time-out."""

_WITH_SENDING = bits("mention_everyone", "send_tts_messages", "attach_files", "embed_links")

_TO_WRITE = (
    "send_messages embed_links attach_files mention_everyone add_reactions pin_messages send_polls "
    "send_voice_messages use_external_emojis use_external_stickers use_external_apps "
    "use_application_commands"
)
IN_PRIVATE = LOOKING | bits(*_TO_WRITE.split())
"""What may be done in private messages."""


def permissions_in(
    guild: JSON, channel: JSON | None, member: JSON, *, timed_out: bool = False
) -> int:
    """What a member may do in a channel, or in the whole server where there is no channel.

    All three are as Discord's JSON shows them; the member is one with its `user`. What is denied
    only by implication is left out too: all of a channel that cannot be seen, and what goes with
    sending messages where none may be sent.
    """
    who = str(member["user"]["id"])
    if who == str(guild["owner_id"]):
        return ALL
    roles = {str(guild["id"]), *map(str, member["roles"])}
    found = _together(
        int(each["permissions"]) for each in guild["roles"] if str(each["id"]) in roles
    )
    if found & ADMINISTRATOR:
        return ALL
    if channel is not None:
        found = _overwritten(found, channel, str(guild["id"]), who, roles)
        found = _implied(found)
    return found & LOOKING if timed_out else found


def require(permissions: int, *wanted: str) -> None:
    """Refuse what needs permissions that are not there: a channel not seen is not accessible."""
    missing = bits(*wanted) & ~permissions
    if missing & bits("view_channel"):
        raise Refusal(403, 50001, "Missing Access")
    if missing:
        raise Refusal(403, 50013, "Missing Permissions")


def _overwritten(found: int, channel: JSON, everyone: str, who: str, roles: set[str]) -> int:
    overwrites = channel.get("permission_overwrites") or ()
    for group in (
        [each for each in overwrites if str(each["id"]) == everyone],
        [each for each in overwrites if str(each["id"]) in roles - {everyone}],
        [each for each in overwrites if str(each["id"]) == who],
    ):
        found &= ~_together(int(each["deny"]) for each in group)
        found |= _together(int(each["allow"]) for each in group)
    return found


def _implied(found: int) -> int:
    if not found & bits("view_channel"):
        return 0
    return found if found & bits("send_messages") else found & ~_WITH_SENDING


def _together(permissions: Iterable[int]) -> int:
    found = 0
    for each in permissions:
        found |= each
    return found
