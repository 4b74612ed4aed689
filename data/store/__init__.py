"""The facts store: the only truth. Questions are answered from the snapshot it gives."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from data.catalogue.model import Catalogue
from data.facts.knowledge import F, Knowledge
from data.store import reading, schema
from data.store.engine import engine_for, writing
from data.store.faults import told_plainly
from data.store.sync import SyncReport, sync
from data.store.tables import catalogue_load, change_counter

__all__ = ["Store", "SyncReport"]


class Store:
    """Every read that answers a question takes the day it is asked as of, or gives knowledge that
    does. Whatever the database refuses is a StoreError in one sentence."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._where = engine.url.render_as_string(hide_password=True)

    @classmethod
    @asynccontextmanager
    async def open(cls, url: str) -> AsyncGenerator["Store", None]:
        """Connects only when something is asked of the store."""
        engine = engine_for(url)
        try:
            yield cls(engine)
        finally:
            await engine.dispose()

    async def prepare(self) -> None:
        """Makes or migrates the tables; does nothing where they are of this release."""
        with told_plainly(self._where):
            async with self._engine.connect() as connection:
                if await connection.run_sync(schema.revision) == schema.HEAD:
                    return
            async with writing(self._engine).begin() as connection:
                await connection.run_sync(schema.prepare)

    async def is_current(self, fingerprint: str) -> bool:
        """Whether the catalogue loaded last is the one with this fingerprint."""
        newest = select(catalogue_load.c.fingerprint).order_by(catalogue_load.c.number.desc())
        with told_plainly(self._where):
            async with self._engine.connect() as connection:
                return await connection.scalar(newest.limit(1)) == fingerprint

    async def sync(self, catalogue: Catalogue, *, now: datetime) -> SyncReport:
        """Brings the catalogue in, in one transaction: a failure changes nothing."""
        with told_plainly(self._where):
            async with writing(self._engine).begin() as connection:
                return await connection.run_sync(sync, catalogue, now)

    async def knowledge(self) -> Knowledge:
        """Everything the store holds at this moment, in one consistent view."""
        with told_plainly(self._where):
            async with self._engine.connect() as connection:
                return await connection.run_sync(reading.knowledge)

    async def known(self, kind: type[F], as_of: date) -> tuple[F, ...]:
        """Facts of a kind known on a day, straight from the tables."""
        with told_plainly(self._where):
            async with self._engine.connect() as connection:
                return await connection.run_sync(reading.known, kind, as_of)

    async def change_counter(self) -> int:
        """Moves with every write, of this process or another."""
        with told_plainly(self._where):
            async with self._engine.connect() as connection:
                return await connection.scalar(select(change_counter.c.value)) or 0
