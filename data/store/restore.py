"""Puts a backup in the place of the database, while other processes use it.

It blocks: it is for a command of its own, never for a process that answers.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy import URL, Connection, inspect, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from data.errors import StoreError
from data.messages import mark
from data.store import Store, copies, dumps, schema
from data.store.drafts import CANNOT_READ, beside, written
from data.store.engine import consistent, engine_for, where, writing
from data.store.faults import told_plainly
from data.store.place import address, check_apart, file_of, is_sqlite, url_of
from data.store.tables import change_counter

R = TypeVar("R")

NEITHER = mark("{file} is not a backup that article3 db backup has written.")
OTHER_ENGINE = mark(
    "{file} is a backup of another kind of database than the one that is used here. Take the facts "
    "over with article3 export and article3 import."
)
NEWER = mark(
    "{file} was made by another release of Article 3 (its tables are of revision {revision}). "
    "Restore it with that release."
)
HOLDS = mark(
    "The database {where} holds facts already, and restoring would lose them. Back it up, and add "
    "--force."
)
FOREIGN = mark("The database {where} belongs to another program. Name another one in DATABASE_URL.")
EARLIER = mark(
    "{file} has tables of an earlier release, revision {revision}. Restore it into an empty "
    "database, which is brought up to date then, and name that in DATABASE_URL."
)

_SQLITE = b"SQLite format 3\0"

_LEAP = 1_000
"""How far a restore moves the change counter: further than anybody writes while it happens."""


async def restore(url: str, file: Path, *, force: bool = False) -> None:
    """Makes the database what `file` holds, of this release, in one step for whoever has it open.

    Raises StoreError, and changes nothing, where `file` is not a sound backup of this release or an
    earlier one, and where the database holds anything and `force` is not given.
    """
    parsed = address(url)
    found = _examine(parsed, file)
    if found is None or found not in schema_revisions():
        raise StoreError(NEWER.format(file=file, revision=found))
    if is_sqlite(parsed):
        await _restore_copy(file_of(parsed), file, force=force)
    else:
        await _restore_dump(parsed, file, found, force=force)


async def revision(url: str) -> str | None:
    """The revision of a database's tables; None where it has none, or is not there. It is not
    touched."""
    parsed = address(url)
    if is_sqlite(parsed):
        return copies.revision(file_of(parsed))
    return await _on_server(url, schema.revision, consistent)


def schema_revisions() -> frozenset[str]:
    """The revisions this release can read or migrate."""
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(schema.MIGRATIONS))
    return frozenset(each.revision for each in script.walk_revisions())


async def _restore_copy(database: Path, file: Path, *, force: bool) -> None:
    """Everything is done to a draft first; then the draft becomes the database."""
    _check_holdings(str(database), copies.tables(database), force=force)
    with written(database), beside(database) as draft:
        copies.take(file, draft, aside=True)
        copies.examine(draft)
        async with Store.open(url_of(draft)) as store:
            await store.prepare()
        _move_on(database, draft)
        copies.put(draft, database)


def _move_on(database: Path, draft: Path) -> None:
    copies.set_counter(draft, max(copies.counter(database), copies.counter(draft)) + _LEAP)


async def _restore_dump(parsed: URL, file: Path, found: str, *, force: bool) -> None:
    url = parsed.render_as_string(hide_password=False)
    held, before = await _on_server(url, _holdings, consistent)
    _check_holdings(where(parsed), held, force=force)
    if held:
        if found != schema.HEAD:
            raise StoreError(EARLIER.format(file=file, revision=found))
        # A dump clears away the tables of its own revision only.
        await _prepare(url)
    dumps.put(parsed, file)
    await _prepare(url)
    await _on_server(url, lambda connection: _raise_counter(connection, before), writing)


async def _on_server(
    url: str, work: Callable[[Connection], R], how: Callable[[AsyncEngine], AsyncEngine]
) -> R:
    engine = engine_for(url)
    try:
        with told_plainly(where(engine.url)):
            async with how(engine).begin() as connection:
                return await connection.run_sync(work)
    finally:
        await engine.dispose()


async def _prepare(url: str) -> None:
    async with Store.open(url) as store:
        await store.prepare()


def _holdings(connection: Connection) -> tuple[frozenset[str], int]:
    """The tables of a database, and its change counter."""
    held = frozenset(inspect(connection).get_table_names())
    if change_counter.name not in held:
        return held, 0
    return held, connection.scalar(select(change_counter.c.value)) or 0


def _raise_counter(connection: Connection, before: int) -> None:
    now = connection.scalar(select(change_counter.c.value)) or 0
    connection.execute(update(change_counter).values(value=max(before, now) + _LEAP))


def _check_holdings(name: str, held: frozenset[str], *, force: bool) -> None:
    if held and not held >= copies.OURS:
        raise StoreError(FOREIGN.format(where=name))
    if held and not force:
        raise StoreError(HOLDS.format(where=name))


def _examine(parsed: URL, file: Path) -> str | None:
    """The revision of a backup for this kind of database. What stands beside it is not touched."""
    try:
        with file.open("rb") as opened:
            start = opened.read(len(_SQLITE))
    except OSError as error:
        raise StoreError(CANNOT_READ.format(file=file, problem=error.strerror)) from error
    is_copy, is_dump = start == _SQLITE, start.startswith(dumps.MAGIC)
    if not is_copy and not is_dump:
        raise StoreError(NEITHER.format(file=file))
    if is_copy != is_sqlite(parsed):
        raise StoreError(OTHER_ENGINE.format(file=file))
    if is_dump:
        return dumps.examine(file)
    check_apart(parsed, file)
    return copies.examine(file)
