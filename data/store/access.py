"""How work gets at the database: within one transaction, and what is refused as one sentence."""

from asyncio import Lock
from collections.abc import Callable
from contextlib import nullcontext
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.util import greenlet_spawn

from data.store.engine import consistent, sharing, where, writing
from data.store.faults import is_of_other_tables, told_plainly

P = ParamSpec("P")
R = TypeVar("R")

Work = Callable[Concatenate[Connection, P], R]
"""Something done within a transaction."""


class Access:
    """Whatever the database refuses is a StoreError."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._where = where(engine.url)
        # SQLite lets those who wait for its one writer sleep and look again: fifty tasks of a
        # process then take ten times as long as one after another.
        self._queue = Lock() if engine.dialect.name == "sqlite" else nullcontext()

    async def _read(self, work: Work[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        with told_plainly(self._where):
            try:
                return await self._read_once(work, *args, **kwargs)
            except DBAPIError as error:
                if not is_of_other_tables(error):
                    raise
                # Another process has migrated; the statement is prepared anew.
                return await self._read_once(work, *args, **kwargs)

    async def _read_once(self, work: Work[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        return await greenlet_spawn(_reading, self._engine, work, *args, **kwargs)

    async def _write(self, work: Work[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """One writer at a time."""
        with told_plainly(self._where):
            return await greenlet_spawn(_writing, writing(self._engine), work, *args, **kwargs)

    async def _share(self, work: Work[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """For work that locks the rows it changes, and can do with others at its side."""
        with told_plainly(self._where):
            async with self._queue:
                return await greenlet_spawn(_writing, sharing(self._engine), work, *args, **kwargs)


def _reading(engine: Engine, work: Work[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    with consistent(engine).connect() as connection:
        return work(connection, *args, **kwargs)


def _writing(engine: Engine, work: Work[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    with engine.begin() as connection:
        return work(connection, *args, **kwargs)
