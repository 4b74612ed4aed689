from __future__ import annotations

import base64
import secrets
from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.standin import messages
from tests.standin.bits import BOT, Bits
from tests.standin.checks.problems import Refusal
from tests.standin.clock import Clock
from tests.standin.faults import Faults
from tests.standin.gateway import GUILD_MEMBERS, MESSAGE_CONTENT, PRESENCES, Gateway
from tests.standin.guilds import DIRECT, Channel, Guild
from tests.standin.interactions import Interaction
from tests.standin.people import JSON, User
from tests.standin.rules import Rules
from tests.standin.server import BASE, Request, Server
from tests.standin.snowflakes import Snowflakes

if TYPE_CHECKING:
    from tests.standin.checks.attached import File

LIMITED = {PRESENCES: 1 << 13, GUILD_MEMBERS: 1 << 15, MESSAGE_CONTENT: 1 << 19}
"""The application's flags for privileged intents of bots in fewer than 100 servers."""


class Standin:
    """A Discord of one's own: one application, its servers and the people in them."""

    def __init__(self, *, clock: Clock, checks: bool) -> None:
        self.clock = clock
        self.ids = Snowflakes(clock.seconds)
        self.unexpected: list[str] = []
        """What came that this Discord does not know. A test that leaves any has failed."""
        self.recording = checks
        self.rules = Rules(clock, checks=checks)
        self.faults = Faults()
        self.gateway = Gateway(self)
        self.users: dict[int, User] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.commands: dict[int | None, list[JSON]] = {}
        """As last synced: the global ones under None, a server's own under its id."""
        self.interactions: dict[str, Interaction] = {}
        self.files: dict[str, bytes] = {}
        """What was attached, by the path of its address."""
        self.bot = self._person("Article 3", bot=True)
        self.owner = self.add_user("Owner")
        self.application_id = self.bot.id
        self.token = _token(self.bot)
        self._server = Server(self)
        self._port = 0
        self._private: dict[frozenset[int], Channel] = {}

    @classmethod
    @asynccontextmanager
    async def open(
        cls, *, clock: Clock | None = None, checks: bool = True
    ) -> AsyncIterator[Standin]:
        """Listen on loopback in this event loop. Without `checks` it is fast and believes all."""
        home = cls(clock=clock or Clock(), checks=checks)
        server = web.Server(home._server.handle)
        runner = web.ServerRunner(server, access_log=None, shutdown_timeout=0.2)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0, backlog=1024)
        await site.start()
        home._port = runner.addresses[0][1]
        try:
            yield home
        finally:
            home.faults.release()
            for each in list(home.gateway.connections):
                each.close(1001)
            await runner.cleanup()

    # Where it is

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self._port}"

    @property
    def api(self) -> str:
        return f"http://{self.host}{BASE}"

    @property
    def gateway_url(self) -> str:
        return f"ws://{self.host}/"

    @property
    def requests(self) -> deque[Request]:
        """What came in lately, oldest first; nothing is kept without checks."""
        return self._server.requests

    async def asked(self, method: str, path: str, *, count: int = 1) -> list[Request]:
        """Wait until so many such requests (`/channels/*`) were answered since it began."""
        return await self._server.asked(method, path, count)

    def forgive(self, part: str) -> list[str]:
        """Forget what is unexpected and says this; an AssertionError when nothing does."""
        found = [each for each in self.unexpected if part in each]
        if not found:
            raise AssertionError(f"nothing unexpected says {part!r}, but: {self.unexpected}")
        self.unexpected = [each for each in self.unexpected if part not in each]
        return found

    # Who and what is there

    def add_user(self, name: str, *, locale: str = "en-GB", installed: bool = False) -> User:
        """Somebody new; `installed`: they have added the application to their account."""
        return self._person(name, locale=locale, installed=installed)

    def add_guild(
        self,
        name: str,
        *,
        bot_permissions: Bits = BOT,
        locale: str = "en-GB",
        owner: User | None = None,
        installed: bool = True,
    ) -> Guild:
        """A server with the bot in it, or without where it is not `installed`."""
        guild = Guild(self.ids.next(), name, self, owner or self.owner, locale, installed)
        guild.furnish(bot_permissions)
        self.guilds[guild.id] = guild
        guild.join(guild.owner)
        if self.gateway.sessions:
            self.tell("GUILD_CREATE", guild.full(), guild=guild)
        return guild

    def direct(self, user: User) -> Channel:
        """Somebody's private messages with the bot."""
        return self.private(user, self.bot)

    def private(self, *people: User) -> Channel:
        key = frozenset(each.id for each in people)
        if key not in self._private:
            made = Channel(self.ids.next(), "private messages", self, kind=DIRECT, people=people)
            self._private[key] = self.channels[made.id] = made
        return self._private[key]

    def post(self, channel: Channel, *, author: User, content: str = "", **body: Any) -> JSON:
        """A message that somebody writes in a channel; returned as Discord's JSON."""
        message = messages.new(channel, author, {"content": content, **body})
        self.put(channel, message)
        return message

    def guild(self, id: int) -> Guild:
        found = self.guilds.get(id)
        if found is None:
            raise Refusal(404, 10004, "Unknown Guild")
        return found

    def _person(
        self, name: str, *, locale: str = "en-GB", bot: bool = False, installed: bool = False
    ) -> User:
        user = User(self.ids.next(), name, self, locale, bot, installed)
        self.users[user.id] = user
        return user

    # What its parts ask of it

    def stamp(self) -> str:
        return self.clock.now().isoformat()

    def tell(self, event: str, data: JSON, *, guild: Guild | None = None) -> None:
        if guild is None or guild.installed:
            self.gateway.tell(event, data, guild=guild)

    def put(self, channel: Channel, message: JSON) -> None:
        channel.messages[int(message["id"])] = message
        self.tell("MESSAGE_CREATE", message, guild=channel.guild)

    def changed(self, channel: Channel, message: JSON) -> None:
        """A message was edited. Private ones are nowhere, so nobody hears of them."""
        if int(message["id"]) in channel.messages:
            self.tell("MESSAGE_UPDATE", message, guild=channel.guild)

    def remove(self, channel: Channel, id: int) -> None:
        if channel.messages.pop(id, None) is not None:
            gone = {"id": str(id), "channel_id": str(channel.id)}
            if channel.guild is not None:
                gone["guild_id"] = str(channel.guild.id)
            self.tell("MESSAGE_DELETE", gone, guild=channel.guild)

    def keep(self, file: File, entry: Mapping[str, Any], message: JSON) -> JSON:
        """Store an attached file; it is read at its address like on Discord's CDN."""
        id = self.ids.next()
        path = f"/attachments/{message['channel_id']}/{id}/{entry.get('filename') or file.name}"
        self.files[path] = file.data
        return messages.described(file, entry, id=id, url=f"http://{self.host}{path}")

    def begin(self, interaction: Interaction, payload: JSON) -> None:
        """Tell the application that somebody did something."""
        self.interactions[interaction.token] = interaction
        interaction.begin(self)
        self.gateway.tell_one("INTERACTION_CREATE", payload, guild=interaction.channel.guild)

    def permissions(
        self, channel: Channel | None, user: User, *, guild: Guild | None = None
    ) -> int:
        return self.rules.permissions(channel, user, guild)

    def app_permissions(self, channel: Channel) -> int:
        """What an answer may hold here: what the bot may do, or where it is not, the usual."""
        guild = channel.guild
        if guild is not None and not guild.installed:
            return BOT
        return self.permissions(channel, self.bot)

    def application_flags(self) -> int:
        allowed = self.gateway.allowed_intents
        return sum(flag for intent, flag in LIMITED.items() if allowed & intent)


def _token(bot: User) -> str:
    """Of the shape of Discord's: whose it is, when it was made, and the secret."""
    whose = base64.urlsafe_b64encode(str(bot.id).encode()).decode().rstrip("=")
    return f"{whose}.{secrets.token_urlsafe(4)[:6]}.{secrets.token_urlsafe(32)[:38]}"
