"""Messages as Discord stores and shows them: JSON values, the same for everybody who reads them."""

from __future__ import annotations

import itertools
import mimetypes
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from tests.standin.people import JSON, User

if TYPE_CHECKING:
    from tests.standin.checks.attached import File, Files
    from tests.standin.guilds import Channel
    from tests.standin.standin import Standin

CROSSPOSTED, EPHEMERAL, LOADING, V2 = 1 << 0, 1 << 6, 1 << 7, 1 << 15
FROM_BODY = EPHEMERAL | V2 | 1 << 2 | 1 << 12
REPLY, COMMAND, MENU = 19, 20, 23
EDITED = ("content", "embeds", "components", "flags", "attachments", "poll")


def new(
    channel: Channel, author: User, body: Mapping[str, Any], files: Files | None = None
) -> JSON:
    """A message, not yet in the channel."""
    home = channel.home
    found: JSON = {
        "id": str(home.ids.next()),
        "channel_id": str(channel.id),
        "author": author.json(),
        "content": body.get("content") or "",
        "timestamp": home.stamp(),
        "edited_timestamp": None,
        "tts": bool(body.get("tts")),
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": _embeds(body),
        "components": [],
        "pinned": False,
        "type": 0,
        "flags": (body.get("flags") or 0) & FROM_BODY,
    }
    if channel.guild is not None:
        found["guild_id"] = str(channel.guild.id)
    if body.get("nonce") is not None:
        found["nonce"] = body["nonce"]
    if reference := body.get("message_reference"):
        found |= _answer_to(channel, reference)
    if body.get("poll"):
        found["poll"] = body["poll"]
    attach(home, found, body, files or {})
    found["components"] = shown(body.get("components") or [], found["attachments"])
    return found


def edit(home: Standin, message: JSON, body: Mapping[str, Any], files: Files) -> None:
    """Change what the body names; what it doesn't stays."""
    if "content" in body:
        message["content"] = body["content"] or ""
    if "embeds" in body:
        message["embeds"] = _embeds(body)
    if "attachments" in body or files:
        attach(home, message, body, files)
    if "components" in body:
        message["components"] = shown(body["components"] or [], message["attachments"])
    if body.get("flags") is not None:
        kept = message["flags"] & ~(1 << 2)
        message["flags"] = kept | body["flags"] & (V2 | 1 << 2)
    if body.get("poll"):
        message["poll"] = body["poll"]
    message["edited_timestamp"] = home.stamp()


def attach(home: Standin, message: JSON, body: Mapping[str, Any], files: Files) -> None:
    """Keep the attachments the body names and add its files."""
    named = {str(each["id"]): each for each in body.get("attachments") or ()}
    if "attachments" in body:
        message["attachments"] = [e for e in message["attachments"] if e["id"] in named]
    for number, file in files.items():
        described = named.get(str(number), {})
        message["attachments"].append(home.keep(file, described, message))


def described(file: File, entry: Mapping[str, Any], *, id: int, url: str) -> JSON:
    name = entry.get("filename") or file.name
    return {
        "id": str(id),
        "filename": name,
        "size": len(file.data),
        "url": url,
        "proxy_url": url,
        "content_type": mimetypes.guess_type(name)[0] or "application/octet-stream",
        **({"description": entry["description"]} if entry.get("description") else {}),
    }


def shown(components: list[JSON], attachments: list[JSON]) -> list[JSON]:
    """The components with the numbers Discord gives them, and attached files in their places."""
    urls = {f"attachment://{each['filename']}": each["url"] for each in attachments}
    taken = {each["id"] for each in walk(components) if each.get("id")}
    free = (number for number in itertools.count(1) if number not in taken)
    return [_shown(each, free, urls) for each in components]


def _shown(component: JSON, free: Iterator[int], urls: Mapping[str, str]) -> JSON:
    found = dict(component)
    found["id"] = found.get("id") or next(free)
    for name in ("media", "file"):
        if name in found:
            found[name] = _media(found[name], urls)
    if "items" in found:
        found["items"] = [{**e, "media": _media(e["media"], urls)} for e in found["items"]]
    if "components" in found:
        found["components"] = [_shown(each, free, urls) for each in found["components"]]
    for name in ("accessory", "component"):
        if name in found:
            found[name] = _shown(found[name], free, urls)
    return found


def _media(media: Mapping[str, Any], urls: Mapping[str, str]) -> JSON:
    url = urls.get(media["url"], media["url"])
    return {**media, "url": url, "proxy_url": url, "loading_state": 2}


def walk(components: list[JSON]) -> Iterator[JSON]:
    """Every component, nested ones after what holds them."""
    for each in components:
        yield each
        yield from walk(each.get("components") or [])
        for name in ("accessory", "component"):
            if name in each:
                yield from walk([each[name]])


def _embeds(body: Mapping[str, Any]) -> list[JSON]:
    return [{"type": "rich", **each} for each in body.get("embeds") or ()]


def _answer_to(channel: Channel, reference: Mapping[str, Any]) -> JSON:
    return {
        "type": REPLY,
        "message_reference": {"type": 0, "channel_id": str(channel.id), **reference},
        "referenced_message": channel.messages.get(int(reference["message_id"])),
    }
