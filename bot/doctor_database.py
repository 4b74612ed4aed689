"""How the database is: looked at, and neither made nor migrated."""

from collections.abc import AsyncIterator

from bot.call import Call
from bot.findings import Finding, bad, doubtful, good, open_
from bot.opening import whereabouts
from bot.setting import SettingError
from data.catalogue.files import fingerprint_of, read_files, shipped
from data.errors import StoreError
from data.messages import mark
from data.store import Store
from data.store.restore import revision, schema_revisions
from data.store.schema import HEAD

OPENS = mark("The database opens. It is {engine}; it is {where}.")
NOT_THERE = mark("The database has no tables yet: they are made when it is first needed.")
NEWER = mark(
    "The database was made by a newer release of Article 3. Install that release, or name another "
    "database in DATABASE_URL."
)
OLDER = mark(
    "The database is of an earlier release; serving brings it up to date, and article3 db prepare "
    "does it now."
)
HOLDS = mark("It holds what this release knows: {facts} facts, {sources} sources.")
BEHIND = mark(
    "It holds {facts} facts from {sources} sources, but not all that this release knows; serving "
    "loads the rest, and article3 db sync does it now."
)

_ENGINES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


async def of_database(call: Call) -> AsyncIterator[Finding]:
    try:
        async for found in _looked_at(call):
            yield found
    except (SettingError, StoreError) as error:
        yield bad(error.message)


async def _looked_at(call: Call) -> AsyncIterator[Finding]:
    settings = call.settings
    settings.check_store()
    is_missing = settings.own_database and not settings.data_dir.is_dir()
    held = None if is_missing else await revision(settings.database_url)
    if held is None:
        yield open_(NOT_THERE)
        return
    engine = _ENGINES[settings.database_url.partition("+")[0]]
    yield good(OPENS.format(engine=engine, where=whereabouts(call)))
    if held == HEAD:
        yield await _of_facts(call)
    else:
        yield doubtful(OLDER) if held in schema_revisions() else bad(NEWER)


async def _of_facts(call: Call) -> Finding:
    async with Store.open(call.settings.database_url) as store:
        is_ours = await store.is_current(fingerprint_of(read_files(shipped())))
        known = await store.knowledge()
    facts = sum(each.is_known_on(call.today()) for each in known.revisions)
    said = (HOLDS if is_ours else BEHIND).format(facts=facts, sources=len(known.sources))
    return good(said) if is_ours else doubtful(said)
