"""Backups of the whole database, taken while other processes use it."""

import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL

from data.errors import StoreError
from data.store import copies, dumps
from data.store.drafts import CANNOT_READ, IS_THERE, ITSELF, NO_FILE, beside, settle, written
from data.store.faults import NOT_PREPARED
from data.store.place import address, check_apart, file_of, is_sqlite, url_of

__all__ = ["CANNOT_READ", "IS_THERE", "ITSELF", "NO_FILE", "backup", "trial"]


def backup(url: str, file: Path, *, force: bool = False) -> None:
    """Writes the database, as it is at one moment, into `file`: whole and checked, or not at all.

    Raises StoreError where `file` is there and `force` is not given.
    """
    parsed = address(url)
    with written(file):
        _check_target(parsed, file, force=force)
    with written(file), beside(file) as draft:
        if is_sqlite(parsed):
            _take(parsed, draft)
        else:
            dumps.dump(parsed, draft)
            dumps.examine(draft)
        settle(draft)
        if file.exists() and not force:
            raise StoreError(IS_THERE.format(file=file))
        draft.replace(file)
        settle(file.parent)


@contextmanager
def trial(url: str) -> Generator[str | None, None, None]:
    """The address of a copy that may be written to; the database itself is not touched, and need
    not be there. None for a database on a server, of which there is no such copy."""
    parsed = address(url)
    if not is_sqlite(parsed):
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="article3-") as folder:
        copy = Path(folder) / "trial.db"
        database = file_of(parsed)
        if database.exists():
            copies.take(database, copy, aside=True)
        yield url_of(copy)


def _take(parsed: URL, draft: Path) -> None:
    database = file_of(parsed)
    if not copies.tables(database):
        raise StoreError(NOT_PREPARED.format(where=database))
    copies.take(database, draft)
    copies.examine(draft)


def _check_target(parsed: URL, file: Path, *, force: bool) -> None:
    if file.exists() and not file.is_file():
        raise StoreError(NO_FILE.format(file=file))
    check_apart(parsed, file)
    if file.exists() and not force:
        raise StoreError(IS_THERE.format(file=file))
