"""Engines, and the little that differs between them."""

from pathlib import Path

from sqlalchemy import Connection, StaticPool, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from data.errors import StoreError
from data.messages import mark

BUSY_TIMEOUT_MS = 5_000

NO_FOLDER = mark("The folder {folder} of the database is not there. Make it, and try again.")

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA foreign_keys = ON",
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}",
    "PRAGMA synchronous = NORMAL",
)


def engine_for(url: str) -> AsyncEngine:
    """An engine for a database URL; nothing is connected yet."""
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise StoreError(mark("The database address is not one SQLAlchemy can read.")) from error
    if parsed.get_backend_name() != "sqlite":
        return create_async_engine(parsed)
    if parsed.database in (None, "", ":memory:"):
        engine = create_async_engine(parsed, poolclass=StaticPool)
    else:
        _check_folder(Path(parsed.database))
        engine = create_async_engine(parsed)
    event.listen(engine.sync_engine, "connect", _set_up)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _check_folder(file: Path) -> None:
    if not file.parent.is_dir():
        raise StoreError(NO_FOLDER.format(folder=file.parent))


def writing(engine: AsyncEngine) -> AsyncEngine:
    """The same engine, whose transactions take SQLite's write lock when they begin: two writers
    then wait for one another, rather than fail when both turn from reading to writing."""
    return engine.execution_options(article3_writes=True)


def _set_up(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # The driver's own transactions begin late and leave DDL out; ours are begun in `_begin`.
    connection.isolation_level = None
    try:
        cursor = connection.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(pragma)
        cursor.close()
    except BaseException:
        # The pool does not know this connection yet; its thread would outlive the event loop.
        connection.close()
        raise


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("article3_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
