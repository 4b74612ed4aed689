"""Opens what questions are answered from: the store, up to date, and a desk upon it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.call import Call
from bot.library import Library
from data.catalogue.files import fingerprint_of, read_files, shipped
from data.errors import StoreError
from data.messages import mark
from data.store import Store, SyncReport

LOADED = mark(
    "The database is ready: {added} facts are new, {corrected} corrected, {retracted} withdrawn, "
    "{unchanged} as before. It is {where}."
)
NOTHING_TO_LOAD = mark("The database is ready and holds this release already. It is {where}.")
NAMED = mark("the one that DATABASE_URL names")
NO_FOLDER = mark(
    "The folder {folder} for the database cannot be made ({problem}). Make it yourself, or name a "
    "database elsewhere in DATABASE_URL."
)


@asynccontextmanager
async def opened(call: Call) -> AsyncIterator[Library]:
    """The library of a store that is migrated and holds the facts of this release."""
    async with stored(call) as (library, _):
        yield library


@asynccontextmanager
async def stored(call: Call) -> AsyncIterator[tuple[Library, Store]]:
    """The same, with the store itself for those who write."""
    async with _store(call) as store:
        await _bring_up_to_date(store, call)
        yield Library(store), store


@asynccontextmanager
async def bare(call: Call) -> AsyncIterator[Store]:
    """A store that is migrated and holds what it held: nothing of this release is loaded."""
    async with _store(call) as store:
        await store.prepare()
        yield store


def prepare(call: Call) -> str:
    """Does what has to be done before questions can be asked, and says in a line what that was."""
    return summary(asyncio.run(sync(call)), call)


async def sync(call: Call) -> SyncReport | None:
    """Brings the store up to date; None where it held the facts of this release before."""
    async with _store(call) as store:
        return await _bring_up_to_date(store, call)


def summary(report: SyncReport | None, call: Call) -> str:
    """What was loaded, in a line."""
    where = whereabouts(call)
    if report is None:
        return NOTHING_TO_LOAD.format(where=where)
    return LOADED.format(
        added=report.added,
        corrected=report.corrected,
        retracted=report.retracted,
        unchanged=report.unchanged,
        where=where,
    )


def whereabouts(call: Call) -> str:
    """Where the database is, as far as it may be shown."""
    return str(call.settings.data_dir) if call.settings.own_database else NAMED


def address(call: Call) -> str:
    """The address of the database, whose folder is there if it is our own. Never to be shown."""
    call.settings.check_store()
    if call.settings.own_database:
        # What somebody asks is nobody else's business: the prompt's history is in there, too.
        folder = call.settings.data_dir
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            problem = error.strerror or error
            raise StoreError(NO_FOLDER.format(folder=folder, problem=problem)) from error
    return call.settings.database_url


@asynccontextmanager
async def _store(call: Call) -> AsyncIterator[Store]:
    async with Store.open(address(call)) as store:
        yield store


async def _bring_up_to_date(store: Store, call: Call) -> SyncReport | None:
    """None where the facts of this release had been loaded before."""
    await store.prepare()
    if await store.is_current(fingerprint_of(read_files(shipped()))):
        return None
    # Reading the catalogue is needed once a release, and takes long beside a question.
    from data.catalogue.load import load

    return await store.sync(load(), now=call.clock())
