from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.standin.bits import BOT, MEMBER, Bits, bits
from tests.standin.people import JSON, User

if TYPE_CHECKING:
    from tests.standin.standin import Standin

TEXT, DIRECT, GROUP, NEWS = 0, 1, 3, 5


@dataclass(slots=True, eq=False)
class Role:
    id: int
    name: str
    permissions: int = 0
    bot_id: int | None = None

    def json(self) -> JSON:
        tags = {} if self.bot_id is None else {"tags": {"bot_id": str(self.bot_id)}}
        return {
            "id": str(self.id),
            "name": self.name,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "icon": None,
            "unicode_emoji": None,
            "position": 0 if self.name == "@everyone" else 1,
            "permissions": str(self.permissions),
            "managed": self.bot_id is not None,
            "mentionable": False,
            "flags": 0,
            **tags,
        }


@dataclass(slots=True, eq=False)
class Member:
    user: User
    roles: list[int]
    joined_at: str

    def json(self, *, user: bool = True) -> JSON:
        return {
            **({"user": self.user.json()} if user else {}),
            "roles": [str(role) for role in self.roles],
            "joined_at": self.joined_at,
            "nick": None,
            "avatar": None,
            "banner": None,
            "premium_since": None,
            "communication_disabled_until": None,
            "deaf": False,
            "mute": False,
            "pending": False,
            "flags": 0,
        }


@dataclass(slots=True, eq=False, repr=False)
class Channel:
    """A channel of a server, or (without a guild) private messages."""

    id: int
    name: str
    home: Standin
    guild: Guild | None = None
    kind: int = TEXT
    people: tuple[User, ...] = ()
    allowed: dict[int, int] = field(default_factory=dict)
    """What is allowed here, by the id of a role or user."""
    denied: dict[int, int] = field(default_factory=dict)
    messages: dict[int, JSON] = field(default_factory=dict)
    gone: bool = False

    def __repr__(self) -> str:
        return f"Channel({self.name!r})"

    def json(self) -> JSON:
        last = str(next(reversed(self.messages))) if self.messages else None
        head: JSON = {"id": str(self.id), "type": self.kind, "flags": 0, "last_message_id": last}
        if self.guild is None:
            return {**head, "recipients": [each.json() for each in self.people if not each.bot]}
        return {
            **head,
            "guild_id": str(self.guild.id),
            "name": self.name,
            "position": 0,
            "topic": None,
            "nsfw": False,
            "parent_id": None,
            "rate_limit_per_user": 0,
            "permission_overwrites": self._overwrites(),
        }

    def _overwrites(self) -> list[JSON]:
        guild = self.guild
        return [
            {
                "id": str(each),
                "type": int(guild is not None and each not in guild.roles),
                "allow": str(self.allowed.get(each, 0)),
                "deny": str(self.denied.get(each, 0)),
            }
            for each in {**self.allowed, **self.denied}
        ]

    def forbid(self, permissions: Bits, *, user: User | None = None) -> None:
        """Take these permissions away here, from the bot if no one else is named."""
        who = (user or self.home.bot).id
        self.denied[who] = self.denied.get(who, 0) | bits(permissions)
        self.home.tell("CHANNEL_UPDATE", self.json(), guild=self.guild)

    def allow(self, permissions: Bits, *, user: User | None = None) -> None:
        """Give these permissions here, to the bot if no one else is named."""
        who = (user or self.home.bot).id
        self.denied[who] = self.denied.get(who, 0) & ~bits(permissions)
        self.allowed[who] = self.allowed.get(who, 0) | bits(permissions)
        self.home.tell("CHANNEL_UPDATE", self.json(), guild=self.guild)

    def delete(self) -> None:
        self.gone = True
        self.home.channels.pop(self.id, None)
        if self.guild is not None:
            self.guild.channels.pop(self.id, None)
        self.home.tell("CHANNEL_DELETE", self.json(), guild=self.guild)


@dataclass(slots=True, eq=False, repr=False)
class Guild:
    """A server. Nobody may do anything by @everyone: the bot and the members have a role each."""

    id: int
    name: str
    home: Standin
    owner: User
    locale: str = "en-GB"
    installed: bool = True
    """Whether the application was added to the server; if not, only people's own apps work here."""
    roles: dict[int, Role] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    events: dict[int, JSON] = field(default_factory=dict)
    """What is scheduled, and what was."""
    overrides: dict[tuple[str, int], bool] = field(default_factory=dict)
    """The server's own settings of who may use a command: by its name and the id of a user."""
    members_role: int = 0
    joined_at: str = ""

    def __repr__(self) -> str:
        return f"Guild({self.name!r})"

    def furnish(self, bot_permissions: Bits = BOT) -> None:
        """Make the roles a new server has, and let the bot in."""
        self.joined_at = self.home.stamp()
        self.roles[self.id] = Role(self.id, "@everyone")
        self.members_role = self.add_role("Members", permissions=MEMBER).id
        if self.installed:
            bot = self.home.bot
            role = self.add_role(bot.name, permissions=bot_permissions)
            role.bot_id = bot.id
            self.members[bot.id] = Member(bot, [role.id], self.joined_at)

    def add_role(self, name: str, *, permissions: Bits = 0) -> Role:
        role = Role(self.home.ids.next(), name, bits(permissions))
        self.roles[role.id] = role
        return role

    def add_channel(self, name: str, *, kind: int = TEXT) -> Channel:
        """A new text channel, or with `kind=NEWS` one that others may follow."""
        channel = Channel(self.home.ids.next(), name, self.home, self, kind)
        self.channels[channel.id] = self.home.channels[channel.id] = channel
        if self.home.gateway.sessions:
            self.home.tell("CHANNEL_CREATE", channel.json(), guild=self)
        return channel

    def join(self, user: User, *, permissions: int | None = None) -> Member:
        member = self.members.get(user.id)
        if member is None:
            member = Member(user, [self.members_role], self.home.stamp())
            self.members[user.id] = member
        if permissions is not None:
            member.roles = [self.add_role(user.name, permissions=permissions).id]
        return member

    def override(self, command: str, user: User, *, allowed: bool) -> None:
        """Say in the server's settings whether somebody may use a command, whatever its default."""
        self.overrides[command, user.id] = allowed

    def leave(self) -> None:
        """Throw the bot out."""
        self.home.tell("GUILD_DELETE", {"id": str(self.id)}, guild=self)
        self.installed = False
        self.members.pop(self.home.bot.id, None)

    def json(self) -> JSON:
        """The server as GET /guilds/{id} shows it."""
        return {
            "id": str(self.id),
            "name": self.name,
            "owner_id": str(self.owner.id),
            "roles": [role.json() for role in self.roles.values()],
            "preferred_locale": self.locale,
            **_PLAIN,
        }

    def full(self) -> JSON:
        """The server as GUILD_CREATE shows it: with channels, and the bot as its only member."""
        bot = self.members.get(self.home.bot.id)
        return {
            **self.json(),
            "joined_at": self.joined_at,
            "large": False,
            "unavailable": False,
            "member_count": len(self.members),
            "members": [] if bot is None else [bot.json()],
            "channels": [channel.json() for channel in self.channels.values()],
            **{name: [] for name in _EMPTY},
        }

    def partial(self) -> JSON:
        return {"id": str(self.id), "locale": self.locale, "features": []}


_EMPTY = (
    "voice_states",
    "threads",
    "presences",
    "stage_instances",
    "guild_scheduled_events",
    "soundboard_sounds",
)

_PLAIN: JSON = {
    "icon": None,
    "description": None,
    "splash": None,
    "discovery_splash": None,
    "banner": None,
    "features": [],
    "emojis": [],
    "stickers": [],
    "region": "deprecated",
    "afk_channel_id": None,
    "afk_timeout": 300,
    "verification_level": 0,
    "default_message_notifications": 1,
    "explicit_content_filter": 0,
    "mfa_level": 0,
    "nsfw_level": 0,
    "nsfw": False,
    "application_id": None,
    "system_channel_id": None,
    "system_channel_flags": 0,
    "rules_channel_id": None,
    "public_updates_channel_id": None,
    "safety_alerts_channel_id": None,
    "vanity_url_code": None,
    "premium_tier": 0,
    "premium_subscription_count": 0,
    "premium_progress_bar_enabled": False,
    "incidents_data": None,
    "max_members": 500_000,
    "max_video_channel_users": 25,
    "max_stage_video_channel_users": 50,
}
