"""A sync before it happens: what it would change, found out on a copy."""

from bot import difference
from bot.call import Call
from bot.database import NO_DIFFERENCE, NO_TABLES, WOULD
from bot.difference import Claims
from data.catalogue.load import load
from data.catalogue.model import Catalogue
from data.errors import StoreError
from data.facts.kinds import NAMES
from data.messages import mark
from data.rules.commitments import Commitment
from data.store import Store, SyncReport
from data.store.backup import trial
from data.store.restore import revision
from data.store.schema import HEAD

OTHER_RELEASE = mark(
    "The tables of the database are of another release, revision {revision}: they can be "
    "compared once article3 db prepare has brought them up to date."
)

_IN_MEMORY = "sqlite+aiosqlite://"


async def rehearse(call: Call, *, everything: bool) -> None:
    """Shows the difference. Of the database not a byte is touched, and no folder is made."""
    catalogue = load()
    held = await _revision(call)
    if held is not None:
        report = await _compare(call.settings.database_url, held, catalogue)
    else:
        call.tell(NO_TABLES)
        report = await _compare_prepared(_IN_MEMORY, catalogue)
    show(report, call, everything=everything, catalogue=catalogue)
    counted = difference.counts(report)
    call.tell(WOULD.format(counts=counted) if report.steps else NO_DIFFERENCE)


def show(
    report: SyncReport, call: Call, *, everything: bool, catalogue: Catalogue | None = None
) -> None:
    """Writes a line for each difference, and how many there are of what is left out."""
    claims = {} if catalogue is None else _claims(catalogue)
    for line in difference.lines(report.steps, claims, everything=everything):
        call.tell(line)


async def _revision(call: Call) -> str | None:
    settings = call.settings
    settings.check_store()
    if settings.own_database and not settings.data_dir.is_dir():
        return None
    return await revision(settings.database_url)


async def _compare(url: str, held: str, catalogue: Catalogue) -> SyncReport:
    with trial(url) as copy:
        if copy is not None:
            return await _compare_prepared(copy, catalogue)
    if held != HEAD:
        raise StoreError(OTHER_RELEASE.format(revision=held))
    async with Store.open(url) as store:
        return await store.compare(catalogue)


async def _compare_prepared(url: str, catalogue: Catalogue) -> SyncReport:
    """Migrates first: whoever calls has a database that nobody else uses."""
    async with Store.open(url) as store:
        await store.prepare()
        return await store.compare(catalogue)


def _claims(catalogue: Catalogue) -> Claims:
    """What each record of the catalogue says, by its kind and id."""
    return {
        (NAMES[type(fact)], fact.id): fact.title if isinstance(fact, Commitment) else fact.claim
        for fact in catalogue.facts
    }
