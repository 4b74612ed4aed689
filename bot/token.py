"""The bot's token: its shape, and what can be read from it without asking Discord."""

import re
from base64 import urlsafe_b64decode

from bot.setting import SettingError
from bot.settings import Settings
from data.messages import mark

PORTAL = "https://discord.com/developers/applications"

MISSING = mark(
    "DISCORD_TOKEN is not set. Copy the token from the page Bot of your application at {portal}, "
    "and set it in the environment or in a file .env."
)
QUOTED = mark("DISCORD_TOKEN has quotes around it. Write it without them.")
PREFIXED = mark("DISCORD_TOKEN begins with a word. Write the token alone, without Bot or Bearer.")
MISSHAPEN = mark(
    "DISCORD_TOKEN is no bot's token, which has three parts with dots between them. Copy it from "
    "the page Bot of your application at {portal}; the client secret and the public key are others."
)

_QUOTES = "\"'`“”‘’"
_SHAPE = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+", re.ASCII)
_MOST_DIGITS = 20


def token_of(settings: Settings) -> str:
    """The token, to be sent to Discord and never to be shown. Raises SettingError where there is
    none, or where it cannot be one."""
    if settings.discord_token is None:
        raise SettingError(MISSING.format(portal=PORTAL))
    token = settings.discord_token.get_secret_value().strip()
    if token[:1] in _QUOTES or token[-1:] in _QUOTES:
        raise SettingError(QUOTED)
    if re.match(r"(?:bot|bearer)\s", token, re.IGNORECASE):
        raise SettingError(PREFIXED)
    if not _SHAPE.fullmatch(token):
        raise SettingError(MISSHAPEN.format(portal=PORTAL))
    return token


def application_of(token: str) -> int | None:
    """The application's id, which is the token's first part; None where it holds none."""
    first = token.partition(".")[0]
    try:
        digits = urlsafe_b64decode(first + "=" * (-len(first) % 4)).decode("ascii")
    except ValueError:
        return None
    return int(digits) if digits.isdecimal() and len(digits) <= _MOST_DIGITS else None
