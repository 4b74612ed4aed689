"""The facts store: the only truth. Questions are answered from the snapshot it gives."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, BinaryIO, TypeVar, cast

from sqlalchemy import Connection, select
from sqlalchemy.util import greenlet_spawn

from data.catalogue.model import Catalogue
from data.dates import PartialDate
from data.errors import StoreError
from data.facts.kinds import Value
from data.facts.knowledge import F, Knowledge
from data.facts.log import Change, Entry, FigureEntry
from data.messages import mark
from data.rules.expenditure import Edition, Indicator, Observation, Series
from data.sources import Source
from data.store import figures, log, reading, recording, recording_figures, schema
from data.store import recording_together as together
from data.store.access import Access
from data.store.engine import BUSY_TIMEOUT_MS, plain_engine_for
from data.store.plan import Step
from data.store.published import Published, publish, published
from data.store.recording import person
from data.store.sync import SyncReport, compare, compare_with_nothing, loaded_last, sync
from data.store.tables import change_counter
from data.store.wordings import Key, Wording, word, wordings

if TYPE_CHECKING:
    from data.store.digests import Digests
    from data.store.editions_taken import Intake
    from data.store.export import Export
    from data.store.feeds import Feeds
    from data.store.intake import Imported
    from data.store.proposals import Proposals

__all__ = ["Change", "Entry", "FigureEntry", "Published", "Step", "Store", "SyncReport"]

OTHER_TABLES = mark(
    "The tables of the database {where} are of another release. Run `article3 db prepare` first."
)

V = TypeVar("V", bound=Value)


class Store(Access):
    """Every read that answers a question takes the day it is asked as of, or gives knowledge that
    does. Whatever the database refuses is a StoreError in one sentence."""

    @classmethod
    @asynccontextmanager
    async def open(
        cls, url: str, *, busy_timeout_ms: int = BUSY_TIMEOUT_MS
    ) -> AsyncGenerator["Store", None]:
        """Connects only when something is asked of the store."""
        engine = plain_engine_for(url, busy_timeout_ms=busy_timeout_ms)
        try:
            yield cls(engine)
        finally:
            await greenlet_spawn(engine.dispose)

    @cached_property
    def digests(self) -> "Digests":
        """Subscriptions and their deliveries."""
        from data.store.digests import Digests

        return Digests(self._engine)

    @cached_property
    def proposals(self) -> "Proposals":
        """What waits for a person's yes, and what was decided."""
        from data.store.proposals import Proposals

        return Proposals(self._engine)

    @cached_property
    def feeds(self) -> "Feeds":
        """Feeds that are watched, and which of their items were seen."""
        from data.store.feeds import Feeds

        return Feeds(self._engine)

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

    async def compare(self, catalogue: Catalogue) -> SyncReport:
        """What `sync` would do; nothing is written. A database without tables holds nothing; one of
        another release has to be prepared first."""
        revision = await self._read(schema.revision)
        if revision is None:
            return compare_with_nothing(catalogue)
        if revision != schema.HEAD:
            raise StoreError(OTHER_TABLES.format(where=self._where))
        return await self._read(compare, catalogue)

    async def record(self, value: Value, *, by: str, at: datetime) -> Entry:
        """Writes a record that is not there; one that was retracted begins anew.

        Like all that people write it is refused with a RecordError where anything is wrong with it,
        and with each fault named. `at` has a zone.
        """
        return await self._write(recording.record, value, person(by, at))

    async def correct(
        self,
        value: Value,
        *,
        by: str,
        because: str,
        at: datetime,
        mend: bool = False,
        known_on: PartialDate | None = None,
    ) -> Entry:
        """Supersedes what a record said, from the day its correction became known: days before keep
        their answer. That day is `known_on`, or else the record's own; of a commitment, that of its
        first new status.

        With `mend` what it said was never what its source says: no day shows it any more. Sources,
        members and editions are always mended, for their newest state answers for all days.
        """
        return await self._write(
            recording.correct,
            value,
            person(by, at),
            because=because,
            mend=mend,
            known_on=known_on,
        )

    async def record_all(
        self, values: Sequence[Value], *, by: str, at: datetime
    ) -> tuple[Entry, ...]:
        """Records that may refer to one another, in any order: all of them, or none. The path of
        each fault begins with the index of its value."""
        return await self._write(together.record_all, values, person(by, at))

    async def correct_all(
        self,
        values: Sequence[Value],
        *,
        by: str,
        because: str,
        at: datetime,
        mend: bool = False,
        known_on: PartialDate | None = None,
    ) -> tuple[Entry, ...]:
        """Corrects all of the records, or none; a later one may rest on an earlier one."""
        return await self._write(
            together.correct_all,
            values,
            person(by, at),
            because=because,
            mend=mend,
            known_on=known_on,
        )

    async def retract(
        self,
        kind: type[Value],
        known_as: str,
        *,
        by: str,
        because: str,
        at: datetime,
        known_on: PartialDate | None = None,
    ) -> Entry:
        """Withdraws a record from `known_on` on; without it, for all days, as one that ought never
        to have been recorded."""
        return await self._write(
            recording.retract,
            kind,
            known_as,
            person(by, at),
            because=because,
            known_on=known_on,
        )

    async def record_figures(
        self, edition: str, values: Sequence[Observation], *, by: str, at: datetime
    ) -> None:
        """Writes figures of an edition that are not there: all of them, or none."""
        await self._write(recording_figures.record, edition, values, person(by, at))

    async def correct_figure(
        self, edition: str, value: Observation, *, by: str, because: str, at: datetime
    ) -> None:
        """Mends a figure that is not what its source says."""
        await self._write(
            recording_figures.correct, edition, value, person(by, at), because=because
        )

    async def retract_figure(
        self,
        edition: str,
        member: str,
        indicator: Indicator,
        year: int,
        *,
        by: str,
        because: str,
        at: datetime,
    ) -> None:
        """Withdraws a figure that its source does not hold."""
        author = person(by, at)
        await self._write(
            recording_figures.retract, edition, member, indicator, year, author, because=because
        )

    async def take_edition(self, intake: "Intake", *, by: str, at: datetime) -> None:
        """Writes an edition with its source and its figures: all of it, or nothing and a
        RecordError with what is wrong."""
        from data.store import editions_taken

        await self._write(editions_taken.take, intake, person(by, at))

    async def knowledge(self, *, at: datetime | None = None) -> Knowledge:
        """Everything the store holds, in one consistent view; with `at`, what it held at that
        moment."""
        return await self._read(reading.knowledge, at)

    async def sources(self) -> Mapping[str, Source]:
        """All sources by their ids, as they are now."""
        return await self._read(reading.sources)

    async def fact(
        self, kind: type[V], known_as: str, as_of: date, *, at: datetime | None = None
    ) -> V | None:
        """What was known of one record on a day; None where nothing was."""
        return cast("V | None", await self._read(reading.one, kind, known_as, as_of, at))

    async def known(
        self, kind: type[F], as_of: date, *, at: datetime | None = None
    ) -> tuple[F, ...]:
        """Facts of a kind known on a day, straight from the tables."""
        return await self._read(reading.known, kind, as_of, at)

    async def history(self, kind: type[Value], known_as: str) -> tuple[Entry, ...]:
        """Every state of one record, in the order of writing; none where there never was one."""
        return await self._read(log.history, kind, known_as)

    async def figure_history(
        self, edition: str, member: str, indicator: Indicator, year: int
    ) -> tuple[FigureEntry, ...]:
        """Every state of one figure, in the order of writing."""
        return await self._read(figures.history, edition, member, indicator, year)

    async def changes(self, since: date, until: date) -> tuple[Change, ...]:
        """Facts and editions of which something else is known on `until` than on `since`."""
        return await self._read(log.changes, since, until)

    async def recorded(self, since: datetime, until: datetime) -> tuple[Entry, ...]:
        """What was written after `since` and not after `until`, in the order of writing."""
        return await self._read(log.recorded, since, until)

    async def editions(self, as_of: date) -> tuple[Edition, ...]:
        """Editions published by a day, newest first, straight from the tables."""
        return await self._read(figures.editions, as_of)

    async def all_series(
        self, member: str, indicator: Indicator, as_of: date
    ) -> tuple[Series, ...]:
        """A member's series in each edition published by a day, newest edition first."""
        return await self._read(figures.all_series, member, indicator, as_of)

    async def export(self, as_of: date | None) -> "Export":
        """What was known on a day, to be written into a file; with None the whole log."""
        from data.store.export import export

        return await self._read(export, as_of)

    async def import_(self, stream: BinaryIO, *, now: datetime) -> "Imported":
        """Takes a file in that was exported, into a store that holds nothing: all of it, or nothing
        and a FileError with what is wrong. Who wrote a record and when is what the file says.

        It reads the file before it asks for the database, and does nothing else meanwhile.
        """
        from data.exchange.files import take
        from data.store import intake

        await self._read(intake.check_empty, self._where)
        found = take(stream, now=now)
        return await self._write(intake.write, found, self._where)

    async def published(self, application: int) -> Published | None:
        """The commands that were published last for an application; None where none were."""
        return await self._read(published, application)

    async def publish(self, application: int, digest: str, *, now: datetime) -> None:
        """Remembers that the commands with this digest are published. `now` has a zone."""
        await self._write(publish, Published(application, digest, now))

    async def wordings(self) -> Mapping[Key, Wording]:
        """How servers and persons want to be answered; those not named have chosen nothing."""
        return await self._read(wordings)

    async def word(self, key: Key, wanted: Wording, *, by: int, now: datetime) -> None:
        """Takes the place of what was chosen before. `by` is a person's id, `now` has a zone."""
        await self._write(word, key, wanted, by, now)

    async def change_counter(self) -> int:
        """Moves with every write, of this process or another."""
        return await self._read(_change_counter)


def _change_counter(connection: Connection) -> int:
    return connection.execute(select(change_counter.c.value)).scalar_one()
