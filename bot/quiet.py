"""The log in plain words: no tracebacks for a network that comes and goes, and no secrets."""

import logging
from collections.abc import Sequence
from typing import TextIO

_HIDDEN = "[hidden]"
_FORM = "%(asctime)s %(levelname)s %(message)s"


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
        return text


class Reconnecting(logging.Filter):
    """discord.py tells of each attempt to connect again with a traceback; a line is enough."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and str(record.msg).startswith("Attempting a reconnect"):
            error = record.exc_info[1]
            record.levelno, record.levelname = logging.WARNING, "WARNING"
            record.msg = f"Discord cannot be reached ({type(error).__name__}). {record.msg}"
            record.exc_info = None
        return True


def log_plainly(stream: TextIO, *, level: str, secrets: Sequence[str]) -> None:
    """Logs what we do from `level` on (debug, info, ...), and what libraries do from WARNING on."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter(_FORM))
    handler.addFilter(Reconnecting())
    handler.addFilter(Redaction(secrets))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger("bot").setLevel(level.upper())
