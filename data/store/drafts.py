"""Files that appear whole or not at all: written under another name, renamed when they are done."""

import os
import secrets
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from data.errors import StoreError
from data.messages import mark

IS_THERE = mark("{file} is there already. Name another file, or add --force to write over it.")
NO_FILE = mark("{file} is not a file that can be written. Name another one.")
ITSELF = mark("{file} is the database itself, or belongs to it. Name another file.")
CANNOT_READ = mark("{file} cannot be read ({problem}).")
CANNOT_WRITE = mark("{file} cannot be written ({problem}). Name a file in another folder.")

ALONGSIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database, as endings of its name."""

_BEGINS, _ENDS = ".article3-", ".draft"

_OWNER_ALONE, _AS_NEW_FILES = 0o600, 0o666

_ABANDONED_S = 86_400
"""Nobody writes a draft for so long without touching it."""


@contextmanager
def written(file: Path) -> Generator[None, None, None]:
    """Turns what the disk refuses into a StoreError."""
    try:
        yield
    except OSError as error:
        problem = error.strerror or str(error)
        raise StoreError(CANNOT_WRITE.format(file=file, problem=problem)) from error


@contextmanager
def beside(file: Path, *, mode: int = _OWNER_ALONE) -> Generator[Path, None, None]:
    """A new file in the same folder. It is gone afterwards, unless it was given another name; what
    a process left that was killed goes with it after a day."""
    folder = file.absolute().parent
    draft = folder / f"{_BEGINS}{secrets.token_hex(8)}{_ENDS}"
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, mode))
    try:
        _sweep(folder, draft)
        yield draft
    finally:
        for ending in ("", *ALONGSIDE):
            Path(f"{draft}{ending}").unlink(missing_ok=True)


def check(file: Path, *, force: bool) -> None:
    """Raises StoreError where nothing may be written under that name."""
    with written(file):
        if file.exists() and not file.is_file():
            raise StoreError(NO_FILE.format(file=file))
        if file.exists() and not force:
            raise StoreError(IS_THERE.format(file=file))


def pass_on(file: Path, content: bytes) -> None:
    """Writes what is made for others, with the rights of any new file here. Raises StoreError."""
    with written(file), beside(file, mode=_AS_NEW_FILES) as draft:
        draft.write_bytes(content)
        settle(draft)
        draft.replace(file)


def _sweep(folder: Path, draft: Path) -> None:
    """Both moments are the disk's own, whatever the clock of this machine says."""
    oldest = draft.stat().st_mtime - _ABANDONED_S
    for ending in ("", *ALONGSIDE):
        for each in folder.glob(f"{_BEGINS}*{_ENDS}{ending}"):
            # It may be gone by now, or not be ours to take away.
            with suppress(OSError):
                if each.lstat().st_mtime < oldest:
                    each.unlink()


def settle(path: Path) -> None:
    """Waits until the disk has a file, or the names in a folder."""
    if path.is_dir() and os.name == "nt":
        return  # Windows opens no folder, and keeps names without being asked.
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def is_same(one: Path, other: Path) -> bool:
    """Whether two names are of one file, whether or not it is there."""
    if one.exists() and other.exists():
        return one.samefile(other)
    # What Path resolves itself must not be a loop of links.
    return os.path.realpath(one) == os.path.realpath(other)
