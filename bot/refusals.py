"""What Discord and the network refuse, in one sentence each.

discord.py and aiohttp are imported only once there is an error of theirs: what serves no Discord
does not pay for them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from os import strerror
from typing import TYPE_CHECKING

from bot.render.plain import plain
from bot.token import PORTAL
from data.errors import Article3Error
from data.messages import mark

if TYPE_CHECKING:
    from discord import ConnectionClosed, HTTPException

BAD_TOKEN = mark(
    "Discord does not accept DISCORD_TOKEN. Reset the token on the page Bot of your application at "
    "{portal}, and set the new one."
)
INTENTS = mark(
    "Discord refuses to tell the bot what it asks for ({code}). Article 3 asks for nothing that "
    "has to be allowed first: install its newest release."
)
SHARDS = mark(
    "The bot is in more servers than Discord sends through one connection ({code}). Install a "
    "newer release of Article 3."
)
CLOSED = mark("Discord closed the connection ({code}). Start again in some minutes.")
NO_ACCESS = mark(
    "Discord lets the bot see nothing there ({code}). Invite it anew with the link of article3 "
    "invite, and let it see the channel."
)
NO_PERMISSION = mark(
    "The bot lacks a permission for that ({code}). article3 doctor says which it needs, and "
    "article3 invite gives the link that asks for them."
)
FORBIDDEN = mark("Discord does not allow that ({code}): {problem}.")
TOO_MANY = mark("Discord was asked too often (429). Wait some minutes, and try again.")
NO_API = mark("Discord has nothing there ({code}). Check DISCORD_API_URL, or leave it out.")
NOT_TAKEN = mark("Discord does not take what it was sent ({code}): {problem}.")
BROKEN = mark(
    "Discord has a failure of its own ({code}). Try again later; https://discordstatus.com says "
    "how it is."
)
NO_NAME = mark(
    "The name {host} cannot be found. Check this machine's network and its DNS, and "
    "DISCORD_API_URL where it is set."
)
UNSAFE = mark(
    "The connection to {host} is not safe ({problem}). Check this machine's clock and "
    "certificates, and what stands between it and the network."
)
UNREACHABLE = mark(
    "{host} cannot be reached ({problem}). Check this machine's network and firewall, and "
    "DISCORD_API_URL where it is set."
)
NO_ANSWER = mark("none of its addresses answers")
LOST = mark("The connection to Discord broke off. Check this machine's network, and try again.")
TOO_SLOW = mark("Discord did not answer in time. Check this machine's network, and try again.")

_MOST = 200
_UNKNOWN_HOST = "discord.com"


class DiscordError(Article3Error):
    """Discord or the network refused; the message is one sentence that says what would help."""


@contextmanager
def told_plainly() -> Iterator[None]:
    """Makes a DiscordError of whatever can be explained."""
    try:
        yield
    except Exception as error:
        said = explain(error)
        if said is None:
            raise
        raise DiscordError(said) from error


def explain(error: BaseException) -> str | None:
    """One sentence for what came up while Discord was talked to; None for what we do not know."""
    import discord

    match error:
        case DiscordError():
            return error.message
        case discord.LoginFailure():
            return BAD_TOKEN.format(portal=PORTAL)
        case discord.PrivilegedIntentsRequired():
            return INTENTS.format(code=4014)
        case discord.ConnectionClosed():
            return _of_closing(error)
        case discord.RateLimited():
            return TOO_MANY
        case discord.GatewayNotFound():
            return BROKEN.format(code="gateway")
        case discord.HTTPException():
            return _of_answer(error)
        case _:
            return _of_network(error)


def _of_closing(error: "ConnectionClosed") -> str:
    match error.code:
        case 4004:
            return BAD_TOKEN.format(portal=PORTAL)
        case 4013 | 4014:
            return INTENTS.format(code=error.code)
        case 4010 | 4011:
            return SHARDS.format(code=error.code)
        case _:
            return CLOSED.format(code=error.code)


def _of_answer(error: "HTTPException") -> str:
    code = error.code or error.status
    match error.status, error.code:
        case 401, _:
            return BAD_TOKEN.format(portal=PORTAL)
        case _, 50001:
            return NO_ACCESS.format(code=code)
        case _, 50013:
            return NO_PERMISSION.format(code=code)
        case 403, _:
            return FORBIDDEN.format(code=code, problem=_first_words(error.text))
        case 404, 0:
            return NO_API.format(code=404)
        case 429, _:
            return TOO_MANY
        case status, _ if status >= 500:
            return BROKEN.format(code=status)
        case _:
            return NOT_TAKEN.format(code=code, problem=_first_words(error.text))


def _of_network(error: BaseException) -> str | None:
    from socket import gaierror
    from ssl import SSLError

    import aiohttp

    host = plain(str(getattr(error, "host", None) or _UNKNOWN_HOST))
    match error:
        case aiohttp.ClientConnectorDNSError() | gaierror():
            return NO_NAME.format(host=host)
        case aiohttp.ClientConnectorCertificateError() | aiohttp.ClientSSLError() | SSLError():
            return UNSAFE.format(host=host, problem=_why_unsafe(error))
        case aiohttp.ClientConnectorError():
            place = f"{host}:{error.port}" if error.port else host
            return UNREACHABLE.format(host=place, problem=_why_unreachable(error.os_error))
        case aiohttp.WSServerHandshakeError():
            return BROKEN.format(code=error.status)
        case TimeoutError():
            return TOO_SLOW
        case aiohttp.ClientError() | ConnectionError():
            return LOST
        case _:
            return None


def _why_unreachable(error: OSError) -> str:
    """The system's words, rather than asyncio's about them; there is no number where several
    addresses failed, each in its own way."""
    return strerror(error.errno) if error.errno and error.errno > 0 else NO_ANSWER


def _why_unsafe(error: BaseException) -> str:
    """OpenSSL's words, without the place in its source that it names."""
    import ssl

    cause = getattr(error, "certificate_error", None) or getattr(error, "os_error", error)
    if isinstance(cause, ssl.SSLCertVerificationError):
        return _first_words(cause.verify_message)
    return _first_words(getattr(cause, "reason", None) or type(cause).__name__)


def _first_words(text: str) -> str:
    return plain(" ".join(str(text).split()))[:_MOST].rstrip(".")
