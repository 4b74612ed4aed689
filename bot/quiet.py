"""The log in plain words: no tracebacks for a network that comes and goes, and no secrets."""

import logging
import re
from collections.abc import Sequence
from typing import TextIO

import aiohttp
import discord

_HIDDEN = "[hidden]"
_FORM = "%(asctime)s %(levelname)s %(message)s"

_TOKENS = re.compile(r"(/(?:interactions|webhooks)/[0-9]+/|['\"]token['\"]: ?['\"])[\w.=-]+")
"""Those of interactions, which let anybody answer in our name for a quarter of an hour."""

_NETWORK = (
    aiohttp.ClientError,
    ConnectionError,
    TimeoutError,
    discord.ConnectionClosed,
    discord.GatewayNotFound,
    discord.HTTPException,
)


class Redaction(logging.Filter):
    """Hides secrets wherever they turn up, in messages and in tracebacks."""

    def __init__(self, secrets: Sequence[str]) -> None:
        super().__init__()
        self._secrets = [each for each in secrets if each]

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        record.msg, record.args = self._hidden(message), None
        if record.exc_text:
            record.exc_text = self._hidden(record.exc_text)
        return True

    def _hidden(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, _HIDDEN)
        return _TOKENS.sub(rf"\1{_HIDDEN}", text)


class Network(logging.Filter):
    """discord.py tells of a network that comes and goes with tracebacks; a line is enough."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if error is None or not record.name.startswith("discord"):
            return True
        if str(record.msg).startswith("Attempting a reconnect"):
            name = type(error).__name__
            self._shorten(record, f"Discord cannot be reached ({name}). {record.getMessage()}")
        elif isinstance(error, _NETWORK):
            self._shorten(record, f"{record.getMessage()}: {type(error).__name__} {error}".strip())
        return True

    def _shorten(self, record: logging.LogRecord, message: str) -> None:
        record.levelno, record.levelname = logging.WARNING, "WARNING"
        record.msg, record.args, record.exc_info = message, None, None


def log_plainly(stream: TextIO, *, level: str, secrets: Sequence[str]) -> None:
    """Logs what we do from `level` on (debug, info, ...), and what libraries do from WARNING on."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter(_FORM))
    handler.addFilter(Network())
    handler.addFilter(Redaction(secrets))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger("bot").setLevel(level.upper())
