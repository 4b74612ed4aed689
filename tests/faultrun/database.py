"""Databases for one run, on either engine, that can be gone for a while."""

import asyncio
import sqlite3
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Protocol

from data.store import Store
from tests.faultrun.plan import Away
from tests.postgres import Server, find_bindir, running

_NAME = "faultrun"


class Database(Protocol):
    @property
    def url(self) -> str: ...

    def take_away(self, how: Away, seconds: float) -> None:
        """Returns once it is back."""


class File:
    def __init__(self, path: Path) -> None:
        self._path = path
        self.url = f"sqlite+aiosqlite:///{path}"

    def take_away(self, how: Away, seconds: float) -> None:
        assert how is Away.LOCKED
        with closing(sqlite3.connect(self._path, timeout=30, isolation_level=None)) as held:
            held.execute("begin immediate")
            time.sleep(seconds)
            held.execute("rollback")


class Served:
    def __init__(self, server: Server) -> None:
        self._server = server
        self.url = server.url(_NAME)

    def take_away(self, how: Away, seconds: float) -> None:
        if how is Away.TERMINATED:
            self._server.terminate(_NAME)
            return
        self._server.stop()
        try:
            time.sleep(seconds)
        finally:
            self._server.start()


@contextmanager
def opened(engine: str, folder: Path, server: Server | None = None) -> Iterator[Database]:
    """A new database with its tables; on `server`, or on one of its own."""
    with ExitStack() as stack:
        if engine == "sqlite":
            database: Database = File(folder / "article3.db")
        else:
            server = server or stack.enter_context(_server())
            server.psql(f"drop database if exists {_NAME} with (force)", f"create database {_NAME}")
            database = Served(server)
        asyncio.run(_prepare(database.url))
        yield database


@contextmanager
def _server() -> Iterator[Server]:
    bindir = find_bindir()
    if bindir is None:
        raise RuntimeError("The programs of PostgreSQL are not on this machine.")
    with running(bindir) as server:
        yield server


async def _prepare(url: str) -> None:
    async with Store.open(url) as store:
        await store.prepare()
