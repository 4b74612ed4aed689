"""The facts store: the only truth. Questions are answered from the snapshot it gives."""

from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from datetime import date, datetime
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, select
from sqlalchemy.ext.asyncio import AsyncEngine

from data.catalogue.model import Catalogue
from data.facts.knowledge import F, Knowledge
from data.rules.expenditure import Edition, Indicator, Series
from data.store import reading, schema
from data.store.engine import BUSY_TIMEOUT_MS, consistent, engine_for, where, writing
from data.store.faults import told_plainly
from data.store.sync import SyncReport, loaded_last, sync
from data.store.tables import change_counter

__all__ = ["Store", "SyncReport"]

P = ParamSpec("P")
R = TypeVar("R")

Work = Callable[Concatenate[Connection, P], R]
"""Something done within a transaction."""


class Store:
    """Every read that answers a question takes the day it is asked as of, or gives knowledge that
    does. Whatever the database refuses is a StoreError in one sentence."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._where = where(engine.url)

    @classmethod
    @asynccontextmanager
    async def open(
        cls, url: str, *, busy_timeout_ms: int = BUSY_TIMEOUT_MS
    ) -> AsyncGenerator["Store", None]:
        """Connects only when something is asked of the store."""
        engine = engine_for(url, busy_timeout_ms=busy_timeout_ms)
        try:
            yield cls(engine)
        finally:
            await engine.dispose()

    async def prepare(self) -> None:
        """Makes or migrates the tables; does nothing where they are of this release."""
        if await self._read(schema.revision) != schema.HEAD:
            await self._write(schema.prepare)

    async def is_current(self, fingerprint: str) -> bool:
        """Whether the catalogue loaded last is the one with this fingerprint."""
        return await self._read(loaded_last) == fingerprint

    async def sync(self, catalogue: Catalogue, *, now: datetime) -> SyncReport:
        """Brings the catalogue in, in one transaction: a failure changes nothing.

        Raises KnowledgeError where the catalogue contradicts itself.
        """
        return await self._write(sync, catalogue, now)

    async def knowledge(self) -> Knowledge:
        """Everything the store holds at this moment, in one consistent view."""
        return await self._read(reading.knowledge)

    async def known(self, kind: type[F], as_of: date) -> tuple[F, ...]:
        """Facts of a kind known on a day, straight from the tables."""
        return await self._read(reading.known, kind, as_of)

    async def editions(self, as_of: date) -> tuple[Edition, ...]:
        """Editions published by a day, newest first, straight from the tables."""
        return await self._read(reading.editions, as_of)

    async def all_series(
        self, member: str, indicator: Indicator, as_of: date
    ) -> tuple[Series, ...]:
        """A member's series in each edition published by a day, newest edition first."""
        return await self._read(reading.all_series, member, indicator, as_of)

    async def change_counter(self) -> int:
        """Moves with every write, of this process or another."""
        return await self._read(_change_counter)

    async def _read(self, work: Work[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        with told_plainly(self._where):
            async with consistent(self._engine).connect() as connection:
                return await connection.run_sync(work, *args, **kwargs)

    async def _write(self, work: Work[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        with told_plainly(self._where):
            async with writing(self._engine).begin() as connection:
                return await connection.run_sync(work, *args, **kwargs)


def _change_counter(connection: Connection) -> int:
    return connection.execute(select(change_counter.c.value)).scalar_one()
