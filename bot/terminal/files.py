"""Files in the reader's data folder: what was typed, and what failed. Nobody else can read them."""

import logging
import os
from pathlib import Path
from typing import TextIO

from prompt_toolkit.history import FileHistory, History, InMemoryHistory


def history_in(folder: Path) -> History:
    """Kept for the next time, or for this time only where the folder cannot be written."""
    path = folder / "history"
    return FileHistory(path) if _make_private(path) else InMemoryHistory()


def log_in(folder: Path, otherwise: TextIO) -> logging.Handler:
    """To a file, so that a traceback does not end up between the answers; to `otherwise` where the
    folder cannot be written."""
    path = folder / "desk.log"
    handler: logging.Handler
    if _make_private(path):
        handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    else:
        handler = logging.StreamHandler(otherwise)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler


def _make_private(path: Path) -> bool:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600))
        path.chmod(0o600)
    except OSError:
        return False
    return True
