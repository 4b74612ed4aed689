from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web

from tests.standin.session import (
    BEAT,
    COMPRESSIONS,
    HELLO,
    IDENTIFY,
    INVALID,
    MEMBERS,
    PRESENCE,
    RECONNECT,
    RESUME,
    Connection,
    Pack,
    Session,
)
from tests.standin.waiting import within

if TYPE_CHECKING:
    from tests.standin.guilds import Guild
    from tests.standin.people import JSON
    from tests.standin.standin import Standin

HEARTBEAT_MS = 41_250
KNOWN_INTENTS = (1 << 26) - 1
GUILDS, GUILD_MEMBERS, PRESENCES = 1 << 0, 1 << 1, 1 << 8
GUILD_MESSAGES, DIRECT_MESSAGES, MESSAGE_CONTENT = 1 << 9, 1 << 12, 1 << 15
PRIVILEGED = GUILD_MEMBERS | PRESENCES | MESSAGE_CONTENT

NEEDS = {"MESSAGE": (GUILD_MESSAGES, DIRECT_MESSAGES), "GUILD": (GUILDS, 0), "CHANNEL": (GUILDS, 0)}
FIELDS = {
    IDENTIFY: {
        *("token", "properties", "compress", "large_threshold", "shard", "presence", "intents"),
    },
    RESUME: {"token", "session_id", "seq"},
    MEMBERS: {"guild_id", "query", "limit", "presences", "user_ids", "nonce"},
    PRESENCE: {"since", "activities", "status", "afk"},
}


class ClosingError(Exception):
    """The gateway ends a connection with this code."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class Gateway:
    def __init__(self, home: Standin) -> None:
        self._home = home
        self.sessions: dict[str, Session] = {}
        self.connections: list[Connection] = []
        self.allowed_intents = KNOWN_INTENTS & ~PRIVILEGED
        """Switch privileged ones on here, as one would in the developer portal."""
        self.changed = asyncio.Event()

    # What a test does to it

    async def ready(self, count: int = 1) -> None:
        """Wait until so many clients are connected and have taken in all their servers."""

        def there() -> bool:
            return sum(each.connection is not None for each in self.sessions.values()) >= count

        await self._until(there, f"{count} clients")
        await self.idle()
        if not there():
            await self.ready(count)

    async def idle(self) -> None:
        """Wait until every client has taken in all it was told so far."""
        for each in list(self.connections):
            await each.settle()

    async def resumed(self, count: int = 1) -> None:
        """Wait until sessions were resumed so many times altogether."""
        await self._until(
            lambda: sum(each.resumed for each in self.sessions.values()) >= count,
            f"{count} resumed sessions",
        )

    async def reconnect(self) -> None:
        """Ask every client to connect anew, and wait until they are gone."""
        for each in self.connections:
            each.say(RECONNECT)
        await self._gone(list(self.connections))

    async def invalidate(self, *, resumable: bool) -> None:
        """Tell every client that its session is over, or only that it must connect anew."""
        for each in self.connections:
            each.say(INVALID, resumable)
            if not resumable and each.session is not None:
                self.sessions.pop(each.session.id, None)
        await self._gone(list(self.connections))

    async def drop(self, code: int | None = None) -> None:
        """End every connection: with a close code, or without one as a broken network would."""
        ended = list(self.connections)
        for each in ended:
            if code is not None:
                each.close(code)
            elif each.transport is not None:
                each.transport.abort()
        await self._gone(ended)

    async def _gone(self, ended: list[Connection]) -> None:
        await self._until(lambda: not set(ended) & set(self.connections), "clients to leave")

    async def _until(self, done: Any, what: str) -> None:
        async def wait() -> None:
            while not done():
                self.changed.clear()
                await self.changed.wait()

        await within(wait(), f"the gateway waited for {what}")

    # What it tells

    def tell(self, event: str, data: JSON, *, guild: Guild | None) -> None:
        for session in self.sessions.values():
            if session.hears(None if guild is None else guild.id) and _heard(session, event, guild):
                session.tell(event, self._blanked(session, event, data))

    def tell_one(self, event: str, data: JSON, *, guild: Guild | None) -> None:
        """Tell only one session, a connected one if there is: what people do is told once."""
        id = None if guild is None else guild.id
        found = [each for each in self.sessions.values() if each.hears(id)]
        found.sort(key=lambda each: each.connection is None)
        if found:
            found[0].tell(event, data)

    def _blanked(self, session: Session, event: str, data: JSON) -> JSON:
        """Without the intent for it, the text of others' messages in servers is not told."""
        mine = str(self._home.bot.id)
        if (
            not event.startswith("MESSAGE_")
            or "guild_id" not in data
            or "author" not in data
            or session.intents & MESSAGE_CONTENT
            or mine in (data["author"]["id"], *(each["id"] for each in data["mentions"]))
        ):
            return data
        return {**data, "content": "", "embeds": [], "attachments": [], "components": []}

    # One connection

    async def handle(self, request: web.BaseRequest) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(max_msg_size=1 << 16)
        await socket.prepare(request)
        try:
            connection = Connection(socket, self._packing(request), request.transport)
        except ClosingError as refused:
            await socket.close(code=refused.code, message=refused.reason.encode())
            return socket
        self.connections.append(connection)
        connection.say(HELLO, {"heartbeat_interval": HEARTBEAT_MS, "_trace": []})
        try:
            await self._read(connection)
        except ClosingError as refused:
            connection.close(refused.code, refused.reason)
        finally:
            self._left(connection)
            await connection.end()
        return socket

    def _packing(self, request: web.BaseRequest) -> Pack | None:
        query = dict(request.query)
        if query.pop("v", None) != "10" or query.pop("encoding", "json") != "json":
            raise ClosingError(4012, "Invalid API version.")
        name = query.pop("compress", None)
        if query or (name is not None and name not in COMPRESSIONS):
            self._home.unexpected.append(f"gateway opened with {request.query_string}")
            raise ClosingError(4002, "Unknown option.")
        try:
            return None if name is None else COMPRESSIONS[name]()
        except ImportError as missing:
            raise ClosingError(4002, f"{name} is not known here") from missing

    def _left(self, connection: Connection) -> None:
        self.connections.remove(connection)
        session = connection.session
        if session is not None and session.connection is connection:
            session.connection = None
            # What the client answers to our close says nothing of what it wanted.
            code = connection.closed_with or connection.socket.close_code
            if code in (1000, 1001):
                self.sessions.pop(session.id, None)
        self.changed.set()

    async def _read(self, connection: Connection) -> None:
        async for message in connection.socket:
            if message.type is not WSMsgType.TEXT:
                raise ClosingError(4002, "Error while decoding payload.")
            try:
                payload = json.loads(message.data)
            except ValueError as wrong:
                raise ClosingError(4002, "Error while decoding payload.") from wrong
            self._hear(connection, payload.get("op"), payload.get("d"))

    def _hear(self, connection: Connection, op: Any, data: Any) -> None:
        if op == BEAT:
            connection.beat()
            return
        if op not in FIELDS or not isinstance(data, dict):
            self._home.unexpected.append(f"gateway op {op}")
            raise ClosingError(4001, "Unknown opcode.")
        if unknown := set(data) - FIELDS[op]:
            self._home.unexpected.append(f"gateway op {op} with {', '.join(sorted(unknown))}")
        if op == IDENTIFY:
            self._identify(connection, data)
        elif op == RESUME:
            self._resume(connection, data)
        elif connection.session is None:
            raise ClosingError(4003, "Not authenticated.")
        elif op == MEMBERS:
            self._members(connection.session, data)

    def _identify(self, connection: Connection, data: JSON) -> None:
        if connection.session is not None:
            raise ClosingError(4005, "Already authenticated.")
        if data.get("token") != self._home.token:
            raise ClosingError(4004, "Authentication failed.")
        intents = data.get("intents")
        if not isinstance(intents, int) or intents & ~KNOWN_INTENTS:
            raise ClosingError(4013, "Invalid intent(s).")
        if intents & ~self.allowed_intents:
            raise ClosingError(4014, "Disallowed intent(s).")
        number, count = data.get("shard", (0, 1))
        if not 0 <= number < count:
            raise ClosingError(4010, "Invalid shard.")
        session = Session(intents, (number, count), connection=connection)
        connection.session = session
        self._greet(session)
        self.sessions[session.id] = session
        self.changed.set()

    def _greet(self, session: Session) -> None:
        home = self._home
        guilds = [g for g in home.guilds.values() if g.installed and session.hears(g.id)]
        session.tell("READY", self._ready(session, guilds))
        if session.intents & GUILDS:
            for guild in guilds:
                session.tell("GUILD_CREATE", guild.full())

    def _ready(self, session: Session, guilds: list[Guild]) -> JSON:
        home = self._home
        return {
            "v": 10,
            "user": {**home.bot.json(), "verified": True, "mfa_enabled": False, "email": None},
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": home.gateway_url,
            "shard": list(session.shard),
            "application": {"id": str(home.application_id), "flags": home.application_flags()},
            "user_settings": {},
            "private_channels": [],
            "presences": [],
            "relationships": [],
            "_trace": [],
        }

    def _resume(self, connection: Connection, data: JSON) -> None:
        if data.get("token") != self._home.token:
            raise ClosingError(4004, "Authentication failed.")
        session = self.sessions.get(data.get("session_id", ""))
        sequence = data.get("seq")
        if session is None or not isinstance(sequence, int) or not session.has_after(sequence):
            connection.say(INVALID, False)
            return
        connection.session = session
        session.connection = connection
        session.replay(sequence)
        session.tell("RESUMED", {"_trace": []})
        session.resumed += 1
        self.changed.set()

    def _members(self, session: Session, data: JSON) -> None:
        guild = self._home.guilds.get(int(data["guild_id"]))
        wanted = {int(each) for each in data.get("user_ids", ())}
        if guild is None or (not wanted and not session.intents & GUILD_MEMBERS):
            self._home.unexpected.append("members asked for without the intent for it")
            raise ClosingError(4014, "Disallowed intent(s).")
        found = [m.json() for m in guild.members.values() if not wanted or m.user.id in wanted]
        chunk = {"guild_id": str(guild.id), "members": found, "chunk_index": 0, "chunk_count": 1}
        session.tell("GUILD_MEMBERS_CHUNK", {**chunk, "nonce": data.get("nonce")})


def _heard(session: Session, event: str, guild: Guild | None) -> bool:
    needed = NEEDS.get(event.split("_", 1)[0])
    if needed is None:
        return True
    return bool(session.intents & needed[guild is None])
