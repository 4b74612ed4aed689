from __future__ import annotations

from tests.standin import messages
from tests.standin.checks.problems import Refusal
from tests.standin.guilds import NEWS, Channel
from tests.standin.messages import CROSSPOSTED
from tests.standin.people import JSON
from tests.standin.routing import Call, routes

CHANNEL = "/channels/{channel_id}"
MESSAGES = CHANNEL + "/messages"
MESSAGE = MESSAGES + "/{message_id}"


def _channel(call: Call, *needed: str) -> Channel:
    """The channel, where the bot sees it and may do what is needed."""
    found = call.home.channels.get(call["channel_id"])
    if found is None:
        raise Refusal(404, 10003, "Unknown Channel")
    if found.guild is None:
        if call.home.bot not in found.people:
            raise Refusal(403, 50001, "Missing Access")
        return found
    call.home.rules.require(found, call.home.bot, "view_channel", *needed)
    return found


def _message(call: Call, channel: Channel) -> JSON:
    found = channel.messages.get(call["message_id"])
    if found is None:
        raise Refusal(404, 10008, "Unknown Message")
    return found


def _own(call: Call, message: JSON) -> bool:
    return message["author"]["id"] == str(call.home.bot.id)


@routes.add("GET", CHANNEL)
def channel(call: Call) -> JSON:
    return _channel(call).json()


@routes.add("POST", CHANNEL + "/typing")
def typing(call: Call) -> None:
    _channel(call, "send_messages")


@routes.add("GET", MESSAGES, query="around before after limit")
def history(call: Call) -> list[JSON]:
    """The newest first. Without the permission to read on, Discord shows nothing at all."""
    found = _channel(call)
    if not call.home.rules.has(found, call.home.bot, "read_message_history"):
        return []
    limit = int(call.query.get("limit", 50))
    if not 1 <= limit <= 100:
        raise Refusal(400, 50035, "Invalid Form Body")
    after = int(call.query.get("after", 0))
    before = int(call.query.get("before", 1 << 63))
    there = [each for id, each in sorted(found.messages.items()) if after < id < before]
    if "around" in call.query:
        middle = int(call.query["around"])
        near = sorted(there, key=lambda each: abs(int(each["id"]) - middle))[:limit]
        there = sorted(near, key=lambda each: int(each["id"]))
    chosen = there[:limit] if "after" in call.query else there[-limit:]
    return chosen[::-1]


@routes.add("POST", MESSAGES)
def send(call: Call) -> JSON:
    files = ["attach_files"] if call.files else []
    found = _channel(call, "send_messages", *files)
    body, home = call.json, call.home
    home.rules.message(call, ephemeral_allowed=False)
    if body.get("message_reference"):
        _channel(call, "read_message_history")
        if int(body["message_reference"]["message_id"]) not in found.messages:
            raise Refusal(400, 50035, "Invalid Form Body")
    nonce = str(body["nonce"]) if body.get("enforce_nonce") and "nonce" in body else None
    if nonce is not None and (known := home.rules.remembered(found.id, nonce)) is not None:
        return known
    message = messages.new(found, home.bot, body, call.files)
    if nonce is not None:
        home.rules.remember(found.id, nonce, message)
    home.put(found, message)
    return message


@routes.add("GET", MESSAGE)
def one(call: Call) -> JSON:
    return _message(call, _channel(call, "read_message_history"))


@routes.add("PATCH", MESSAGE)
def edit(call: Call) -> JSON:
    found = _channel(call)
    message = _message(call, found)
    if not _own(call, message):
        raise Refusal(403, 50005, "Cannot edit a message authored by another user")
    call.home.rules.message(call, ephemeral_allowed=False, edited=message)
    messages.edit(call.home, message, call.json, call.files)
    call.home.changed(found, message)
    return message


@routes.add("DELETE", MESSAGE)
def delete(call: Call) -> None:
    found = _channel(call)
    message = _message(call, found)
    if not _own(call, message):
        if found.guild is None:
            raise Refusal(403, 50003, "Cannot execute action on a DM channel")
        _channel(call, "manage_messages")
    call.home.remove(found, call["message_id"])


@routes.add("POST", MESSAGE + "/crosspost")
def crosspost(call: Call) -> JSON:
    found = _channel(call, "send_messages")
    message = _message(call, found)
    if found.kind != NEWS:
        raise Refusal(400, 50024, "Cannot execute action on this channel type")
    if not _own(call, message):
        _channel(call, "manage_messages")
    if message["flags"] & CROSSPOSTED:
        raise Refusal(400, 40033, "This message has already been crossposted")
    message["flags"] |= CROSSPOSTED
    call.home.changed(found, message)
    return message
