"""Engines, and the little that differs between them.

SQLAlchemy's `AsyncEngine` comes with its whole object-relational mapper, which nothing here uses
and which takes a question from a shell longer to import than to be answered. So the store works
with the plain engine of an async driver, and `AsyncEngine` is there for who asks for it.
"""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import URL, AsyncAdaptedQueuePool, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

from data.errors import StoreError
from data.messages import mark

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

E = TypeVar("E", Engine, "AsyncEngine")

BUSY_TIMEOUT_MS = 5_000

NO_FOLDER = mark("The folder {folder} of the database is not there. Make it, and try again.")
NO_ADDRESS = mark(
    "The database address is not one SQLAlchemy can read. Check its host and port, and write @ in "
    "a password as %40 and % as %25."
)
NO_ENGINE = mark(
    "A database address that begins with {name} cannot be opened. Write sqlite+aiosqlite://… or "
    "postgresql+asyncpg://…"
)
NO_DRIVER = mark("Opening {where} needs the Python package {driver}. Install it, and try again.")
NO_OPTION = mark(
    "The database address has the option {option}, which is not one of {known}. Leave it out."
)

_CONNECT_TIMEOUT_S = 10
_STATEMENT_TIMEOUT_S = 60
"""Far more than the longest statement needs, a migration's included."""

_LOST_TIMEOUT_S = 90
"""Longer than the server's own limit: it ends a wait only where the network swallows answers."""

_OPTIONS = (
    "host",
    "passfile",
    "password",
    "port",
    "prepared_statement_cache_size",
    "ssl",
    "target_session_attrs",
    "user",
)
"""What may stand behind the ? of an address of PostgreSQL, in the driver's words."""

_WRITE_LOCK = 0x41525433
"""Any number, as long as it is always the same: it names the lock in PostgreSQL."""


def engine_for(url: str, *, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> "AsyncEngine":
    """The engine of `plain_engine_for`, with awaitable methods."""
    from sqlalchemy.ext.asyncio import AsyncEngine

    return AsyncEngine(plain_engine_for(url, busy_timeout_ms=busy_timeout_ms))


def plain_engine_for(url: str, *, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> Engine:
    """An engine for a database URL; nothing is connected yet. It works within `greenlet_spawn`
    only, for its driver is asynchronous.

    While one writer is at work, others wait for `busy_timeout_ms`. Raises StoreError where the
    address cannot be opened.
    """
    parsed = _parse(url)
    match parsed.get_backend_name():
        case "sqlite":
            return _sqlite(parsed, busy_timeout_ms)
        case "postgresql":
            return _postgresql(parsed, busy_timeout_ms)
        case _:
            return _create(parsed)


def where(url: URL) -> str:
    """The database as a person would name it: a file, or a name and its server. Nothing of it is
    secret."""
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    name = url.database or url.username or url.get_backend_name()
    host = url.host or url.query.get("host")
    if host is None:
        return name
    place = host if isinstance(host, str) else ", ".join(host)
    return f"{name} on {place}" if url.port is None else f"{name} on {place}:{url.port}"


def consistent(engine: E) -> E:
    """The same engine, for reading: its transactions see one state of the database throughout.
    SQLite's do so anyway."""
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def writing(engine: E) -> E:
    """The same engine, whose transactions take a write lock when they begin: two writers then wait
    for one another, rather than fail when both turn from reading to writing."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(article3_writes=True)
    # Having waited, a writer must see what the other one wrote, whatever the server's default is.
    return engine.execution_options(article3_writes=True, isolation_level="READ COMMITTED")


def sharing(engine: E) -> E:
    """The same engine, for writers that lock the rows they change and nothing else: on a server
    they work side by side. SQLite has one writer at a time whatever one asks."""
    if engine.dialect.name == "sqlite":
        return writing(engine)
    return engine.execution_options(isolation_level="READ COMMITTED")


def _parse(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise StoreError(NO_ADDRESS) from error
    except ValueError:
        # It quotes what stands in the place of the port, which may be the password.
        raise StoreError(NO_ADDRESS) from None
    if "@" in (url.host or ""):
        # A piece of a password whose @ was not written as %40.
        raise StoreError(NO_ADDRESS)
    return url


def _sqlite(parsed: URL, busy_timeout_ms: int) -> Engine:
    if parsed.database in (None, "", ":memory:"):
        # One connection holds the whole database. Two transactions must not share it: they queue.
        engine = _create(parsed, poolclass=AsyncAdaptedQueuePool, pool_size=1, max_overflow=0)
    else:
        _check_folder(parsed.database)
        engine = _create(parsed)

    def set_up(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        _set_up(connection, busy_timeout_ms)

    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _postgresql(parsed: URL, busy_timeout_ms: int) -> Engine:
    engine = _create(
        _with_known_options(parsed),
        # A connection that broke while nobody asked is replaced, and nobody notices.
        pool_pre_ping=True,
        connect_args={
            "timeout": _CONNECT_TIMEOUT_S,
            "command_timeout": _LOST_TIMEOUT_S,
            "server_settings": {
                "application_name": "article3",
                "lock_timeout": f"{busy_timeout_ms}ms",
                "statement_timeout": f"{_STATEMENT_TIMEOUT_S}s",
                # Who vanished in the middle of a write must not keep the others from writing.
                "idle_in_transaction_session_timeout": f"{_STATEMENT_TIMEOUT_S}s",
            },
        },
    )
    event.listen(engine, "begin", _queue)
    return engine


def _with_known_options(url: URL) -> URL:
    # The driver would take an option it does not know for a fault of ours.
    query = {"ssl" if name == "sslmode" else name: value for name, value in url.query.items()}
    for name in query:
        if name not in _OPTIONS:
            raise StoreError(NO_OPTION.format(option=name, known=", ".join(_OPTIONS)))
    return url.set(query=query)


def _queue(connection: Connection) -> None:
    if _writes(connection):
        _lock(connection)


def _lock(connection: Connection) -> None:
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITE_LOCK})")


def _create(url: URL, **options: object) -> Engine:
    try:
        engine = create_engine(url, **options)
    except ArgumentError as error:
        raise StoreError(NO_ENGINE.format(name=url.drivername)) from error
    except ModuleNotFoundError as error:
        raise StoreError(NO_DRIVER.format(where=where(url), driver=error.name)) from error
    if not engine.dialect.is_async:
        raise StoreError(NO_ENGINE.format(name=url.drivername))
    return engine


def _check_folder(file: str | None) -> None:
    if file is None or file.startswith("file:"):
        return  # Of a URI, SQLite itself knows where it leads.
    # Into a folder that cannot be looked into SQLite cannot either, and says so.
    with suppress(OSError):
        if not Path(file).parent.is_dir():
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
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN")


def _writes(connection: Connection) -> bool:
    return connection.get_execution_options().get("article3_writes", False)
