"""Loads the shipped catalogue: all of it is sound, or nothing is loaded and every fault is told."""

from dataclasses import dataclass, field, replace
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from data.catalogue.check_commitments import check_commitments
from data.catalogue.files import CatalogueFile, fingerprint_of, read_files, shipped
from data.catalogue.kinds import Table, kinds_in
from data.catalogue.known import check_ids, known_in
from data.catalogue.model import Catalogue
from data.catalogue.read_csv import Surroundings, read_observations
from data.catalogue.read_toml import Record, as_tables, read_records
from data.catalogue.validate import Entry, placed, validate
from data.errors import CatalogueError, CatalogueFault
from data.facts.kinds import FACTS
from data.facts.knowledge import Fact
from data.facts.soundness import gap_problems, problems
from data.facts.soundness.known import Known
from data.members import Member
from data.messages import mark
from data.rules.expenditure import Edition, Indicator, Observation
from data.sources import Source

T = TypeVar("T")


def load(folder: Traversable | Path | None = None) -> Catalogue:
    """The catalogue in `folder`, by default the shipped one.

    Raises CatalogueError with every fault found, in the order of files and lines.
    """
    files = read_files(folder or shipped())
    loading = _Loading()
    for file in files:
        if file.name.endswith(".toml"):
            loading.read(file)
    observations: dict[str, list[Observation]] = {}
    if not loading.unread:
        # Without a whole file, whatever refers into it would look wrong as well.
        loading.check()
        observations = loading.observe([file for file in files if file.name.endswith(".csv")])
    if loading.faults:
        raise CatalogueError(sorted(loading.faults, key=lambda each: (each.file, each.line)))
    return Catalogue(
        sources=tuple(entry.value for entry in loading.sources),
        members=tuple(entry.value for entry in loading.members),
        editions=tuple(
            (entry.value, tuple(observations[entry.value.id])) for entry in loading.editions
        ),
        facts=tuple(entry.value for entry in loading.facts),
        fingerprint=fingerprint_of(files),
    )


def fingerprint(folder: Traversable | Path | None = None) -> str:
    """The fingerprint that `load` would give, without parsing anything."""
    return fingerprint_of(read_files(folder or shipped()))


@dataclass(slots=True)
class _Loading:
    """What has been read so far, and what was wrong with it."""

    faults: list[CatalogueFault] = field(default_factory=list[CatalogueFault])
    records: list[Record] = field(default_factory=list[Record])
    sources: list[Entry[Source]] = field(default_factory=list[Entry[Source]])
    members: list[Entry[Member]] = field(default_factory=list[Entry[Member]])
    editions: list[Entry[Edition]] = field(default_factory=list[Entry[Edition]])
    facts: list[Entry[Fact]] = field(default_factory=list[Entry[Fact]])
    tables: dict[str, list[Entry[Table]]] = field(default_factory=dict[str, list[Entry[Table]]])
    """By edition."""
    known: Known = field(default_factory=lambda: known_in((), ()))
    """Filled by `check`, once everything has been read."""
    unread: bool = False
    """True once a file could not be read at all."""

    def read(self, file: CatalogueFile) -> None:
        records, faults = read_records(file, kinds_in(file.name))
        self.faults.extend(faults)
        if records is None:
            self.unread = True
            return
        self.records.extend(records)
        for record in records:
            self._take(record)

    def check(self) -> None:
        self.known = known_in(self.records, (entry.value for entry in self.sources))
        self.faults.extend(check_ids(self.records))
        entries: list[Entry[Any]] = [*self.sources, *self.members, *self.editions, *self.facts]
        for entry in entries:
            self.faults.extend(placed(entry.place, problems(entry.value, self.known)))
        self.faults.extend(check_commitments(self.facts))
        for table in (each for tables in self.tables.values() for each in tables):
            if table.value.source not in self.known.sources:
                problem = mark("'{source}' is no source.").format(source=table.value.source)
                self.faults.append(table.place.fault(problem, "source"))

    def observe(self, files: list[CatalogueFile]) -> dict[str, list[Observation]]:
        """The observations by edition. Each edition has a file, and each file its edition."""
        by_name = {file.name: file for file in files}
        found: dict[str, list[Observation]] = {}
        for entry in self.editions:
            name = f"expenditure/{entry.value.id}.csv"
            file = by_name.pop(name, None)
            if file is None:
                self.faults.append(
                    entry.place.fault(mark("There is no file {name}.").format(name=name), "id")
                )
                continue
            observations, faults = read_observations(file, self._around(entry.value))
            found[entry.value.id] = observations
            self.faults.extend(faults)
            self.faults.extend(placed(entry.place, gap_problems(entry.value, observations)))
        for name in by_name:
            if name.removeprefix("expenditure/").removesuffix(".csv") not in self.known.editions:
                self.faults.append(CatalogueFault(name, 1, mark("The file belongs to no edition.")))
        return found

    def _take(self, record: Record) -> None:
        kind = record.place.kind
        if kind == "source":
            self._keep(record, Source, self.sources)
        elif kind == "member":
            self._keep(record, Member, self.members)
        elif kind == "edition":
            self._take_edition(record)
        else:
            self._keep(record, FACTS[kind], self.facts)

    def _take_edition(self, record: Record) -> None:
        values = dict(record.values)
        tables = as_tables(values.pop("table", []))
        self._keep(Record(record.place, values), Edition, self.editions)
        kept = self.tables.setdefault(str(values.get("id")), [])
        if tables is None:
            self.faults.append(
                record.place.fault(mark("'table' must be [[edition.table]]."), "table")
            )
            return
        for index, table in enumerate(tables):
            place = replace(record.place, prefix=("table", index))
            self._keep(Record(place, table), Table, kept)

    def _keep(self, record: Record, kind: type[T], entries: list[Entry[T]]) -> None:
        entry, faults = validate(record, kind)
        self.faults.extend(faults)
        if entry is not None:
            entries.append(entry)

    def _around(self, edition: Edition) -> Surroundings:
        tables: dict[tuple[str, Indicator], str] = {
            (entry.value.source, indicator): entry.value.name
            for entry in self.tables[edition.id]
            for indicator in entry.value.indicators
        }
        return Surroundings(
            members=self.known.members,
            sources=frozenset(self.known.sources),
            last_year=edition.published_on.year,
            tables=tables,
        )
