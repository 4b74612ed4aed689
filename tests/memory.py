"""Where the tests put their databases: into memory, where the machine has a place for files there.

A database on a server is made and dropped six times as fast there, and what SQLite has to see
written before it goes on is written at once.
"""

import os
import shutil
from pathlib import Path

_SHARED_MEMORY = Path("/dev/shm")
"""Linux has it; in a container it is often a sliver."""

_NEEDED = 512 << 20
"""Bytes for each process that runs tests: several times what its server and its files take."""


def place_for_files() -> Path | None:
    """None where there is no such place, or not enough room in it."""
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    try:
        free = shutil.disk_usage(_SHARED_MEMORY).free
    except OSError:
        return None
    is_writable = os.access(_SHARED_MEMORY, os.W_OK | os.X_OK)
    return _SHARED_MEMORY if is_writable and free >= workers * _NEEDED else None
