"""Copies of an SQLite database, taken from and put into a file that other processes have open.

Files are never copied as files: what was committed last may stand in the write-ahead log only.
"""

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

from data.errors import StoreError
from data.messages import mark
from data.store.drafts import ALONGSIDE

OURS = frozenset({"alembic_version", "catalogue_load", "change_counter", "fact", "observation"})
"""Tables of every revision."""

COPY_FAILED = mark("{source} could not be copied to {target}: {problem}.")
UNREADABLE = mark("{file} cannot be read as a database: {problem}.")
UNSOUND = mark("{file} is damaged ({problem}). Take another copy of it.")
NOT_OURS = mark("{file} is not a database of Article 3.")

_PAGES = 256
_PATIENCE_S = 10
_TRIES = 3
"""Python's own loop would wait for a lock for ever."""


def take(database: Path, copy: Path, *, aside: bool = False) -> None:
    """Copies one state of the database into `copy`, a single file that needs nothing beside it.

    The state is that of the moment it begins, whatever is written meanwhile; readers and writers
    wait for nothing. With `aside` the database's own files are not touched at all.
    """
    with _copying(database, copy):
        opened = _untouched(database) if aside else _existing(database)
        with closing(opened) as source, closing(_connect(str(copy))) as target:
            # An open read transaction holds the state: without it, each write of another process
            # would make the copy begin again. In a write-ahead log it stops no writer.
            source.execute("begin")
            source.execute("select count(*) from sqlite_master").fetchone()
            _copy(source, target)
            target.execute("pragma journal_mode = delete")


def put(copy: Path, database: Path) -> None:
    """Makes the database what `copy` is, in one transaction: whoever has it open sees what it held
    before or what it holds now, and a failure leaves it as it was."""
    is_new = not (database.exists() or database.is_symlink())
    try:
        with (
            _copying(copy, database),
            closing(_connect(str(copy))) as source,
            closing(_connect(str(database))) as target,
        ):
            target.execute("pragma synchronous = full")
            _fit_pages(source, target)
            _copy(source, target)
    except BaseException:
        # However it ended, half a database must not be left where there was none.
        if is_new:
            database.unlink(missing_ok=True)
        raise


def tables(file: Path) -> frozenset[str]:
    """The tables of a database; none where there is no file."""
    if not file.exists():
        return frozenset()
    with _reading(file), closing(_untouched(file)) as connection:
        return _tables(connection)


def examine(file: Path) -> str | None:
    """The revision of a copy whose every page and every reference is sound.

    Raises StoreError for what is damaged, and for what is no database of Article 3.
    """
    with _reading(file), closing(_untouched(file)) as connection:
        _check_length(file, connection)
        (problem,) = connection.execute("pragma integrity_check(1)").fetchone()
        if problem != "ok":
            raise StoreError(UNSOUND.format(file=file, problem=" ".join(problem.split())))
        if not _tables(connection) >= OURS:
            raise StoreError(NOT_OURS.format(file=file))
        loose = connection.execute("pragma foreign_key_check").fetchone()
        if loose is not None:
            problem = f"a row of {loose[0]} cites one of {loose[2]} that is not there"
            raise StoreError(UNSOUND.format(file=file, problem=problem))
        return _revision(connection)


def revision(database: Path) -> str | None:
    """The revision of the tables; None where there are none, or no file."""
    if "alembic_version" not in tables(database):
        return None
    with _reading(database), closing(_untouched(database)) as connection:
        return _revision(connection)


def _check_length(file: Path, connection: sqlite3.Connection) -> None:
    # SQLite takes what is missing of the last page for zeros, and finds nothing wrong with them.
    (size,), (count,) = (
        connection.execute(f"pragma {each}").fetchone() for each in ("page_size", "page_count")
    )
    if not Path(f"{file}-wal").exists() and file.stat().st_size < size * count:
        raise StoreError(UNSOUND.format(file=file, problem="it is cut short"))


def counter(database: Path) -> int:
    """The change counter of a database that has one; 0 where there is none."""
    if "change_counter" not in tables(database):
        return 0
    with _reading(database), closing(_untouched(database)) as connection:
        row = connection.execute("select value from change_counter").fetchone()
        return row[0] if row else 0


def set_counter(database: Path, value: int) -> None:
    with _reading(database), closing(_existing(database)) as connection:
        connection.execute(
            "insert or replace into change_counter (one, value) values (1, ?)", [value]
        )


def _copy(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    waited = 0

    def step(status: int, _remaining: int, _total: int) -> None:
        nonlocal waited
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            waited += 1
        if waited >= _TRIES:
            raise sqlite3.OperationalError("it is in use by another program")

    source.backup(target, pages=_PAGES, progress=step, sleep=0.05)


def _fit_pages(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """A database with a write-ahead log keeps the size of its pages."""
    (wanted,), (given,) = (each.execute("pragma page_size").fetchone() for each in (target, source))
    if wanted != given:
        source.execute("pragma journal_mode = delete")
        source.execute(f"pragma page_size = {wanted}")
        source.execute("vacuum")


def _revision(connection: sqlite3.Connection) -> str | None:
    row = connection.execute("select version_num from alembic_version").fetchone()
    return row and row[0]


def _tables(connection: sqlite3.Connection) -> frozenset[str]:
    rows = connection.execute(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
    )
    return frozenset(row[0] for row in rows)


def _connect(name: str, *, uri: bool = False) -> sqlite3.Connection:
    return sqlite3.connect(name, uri=uri, timeout=_PATIENCE_S, isolation_level=None)


def _existing(file: Path) -> sqlite3.Connection:
    return _connect(f"{file.absolute().as_uri()}?mode=rw", uri=True)


def _untouched(file: Path) -> sqlite3.Connection:
    """A connection that writes nothing, beside the file neither.

    Where nothing stands beside it, nobody is writing, and SQLite need not put anything there.
    """
    used = any(Path(f"{file}{ending}").exists() for ending in ALONGSIDE)
    how = "mode=ro" if used else "immutable=1"
    return _connect(f"{file.absolute().as_uri()}?{how}", uri=True)


@contextmanager
def _copying(source: Path, target: Path) -> Generator[None, None, None]:
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(COPY_FAILED.format(source=source, target=target, problem=error)) from error


@contextmanager
def _reading(file: Path) -> Generator[None, None, None]:
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(UNREADABLE.format(file=file, problem=error)) from error
