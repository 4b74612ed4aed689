"""Engines, and the little that differs between them."""

from pathlib import Path

from sqlalchemy import URL, AsyncAdaptedQueuePool, Connection, event, func, select
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, InvalidRequestError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from data.errors import StoreError
from data.messages import mark

BUSY_TIMEOUT_MS = 5_000

NO_FOLDER = mark("The folder {folder} of the database is not there. Make it, and try again.")
NO_ADDRESS = mark("The database address is not one SQLAlchemy can read.")
NO_ENGINE = mark(
    "A database address that begins with {name} cannot be opened. Write sqlite+aiosqlite://… or "
    "postgresql+asyncpg://…"
)
NO_DRIVER = mark("Opening {where} needs the Python package {driver}. Install it, and try again.")

_SCHEMA_LOCK = 0x41525433
"""Any number, as long as it is always the same: it names the lock in PostgreSQL."""


def engine_for(url: str, *, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> AsyncEngine:
    """An engine for a database URL; nothing is connected yet.

    Where SQLite's one writer is at work, others wait for `busy_timeout_ms`.
    """
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise StoreError(NO_ADDRESS) from error
    if parsed.get_backend_name() != "sqlite":
        return _create(parsed)
    if parsed.database in (None, "", ":memory:"):
        # One connection holds the whole database. Two transactions must not share it: they queue.
        engine = _create(parsed, poolclass=AsyncAdaptedQueuePool, pool_size=1, max_overflow=0)
    else:
        _check_folder(parsed.database)
        engine = _create(parsed)

    def set_up(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        _set_up(connection, busy_timeout_ms)

    event.listen(engine.sync_engine, "connect", set_up)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def where(url: URL) -> str:
    """The database as a person would name it, without its password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    return url.render_as_string(hide_password=True)


def consistent(engine: AsyncEngine) -> AsyncEngine:
    """The same engine, whose transactions see one state of the database throughout. SQLite's do so
    anyway."""
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ")


def writing(engine: AsyncEngine) -> AsyncEngine:
    """The same engine, whose transactions take SQLite's write lock when they begin: two writers
    then wait for one another, rather than fail when both turn from reading to writing."""
    return engine.execution_options(article3_writes=True)


def lock_schema(connection: Connection) -> None:
    """Lets one transaction migrate at a time. SQLite's write lock does so by itself."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_SCHEMA_LOCK)))


def _create(url: URL, **options: object) -> AsyncEngine:
    try:
        return create_async_engine(url, **options)
    except (ArgumentError, InvalidRequestError) as error:
        raise StoreError(NO_ENGINE.format(name=url.drivername)) from error
    except ModuleNotFoundError as error:
        raise StoreError(NO_DRIVER.format(where=where(url), driver=error.name)) from error


def _check_folder(file: str | None) -> None:
    # Of a URI, SQLite itself knows where it leads.
    if file is not None and not file.startswith("file:") and not Path(file).parent.is_dir():
        raise StoreError(NO_FOLDER.format(folder=Path(file).parent))


def _set_up(connection: DBAPIConnection, busy_timeout_ms: int) -> None:
    # The driver's own transactions begin late and leave DDL out; ours are begun in `_begin`.
    connection.isolation_level = None
    try:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {busy_timeout_ms}")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA foreign_keys = ON")
        # What was reported as written must outlive a power cut: writes are few.
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.close()
    except BaseException:
        # The pool does not know this connection yet; its thread would outlive the event loop.
        connection.close()
        raise


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("article3_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
