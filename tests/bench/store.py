"""Reads of the facts store among 10,000 and 1,000,000 facts, against one primary-key read.

    python -m tests.bench.store [facts ...]

Prints ratios of medians of interleaved runs, on SQLite and on PostgreSQL. The goals: a fact as of a
day costs at most twice what reading one record by its primary key does, what changed on a day with
ten changes at most five times that, and each at most 1.5 times as much in the larger store.
"""

import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select, text
from sqlalchemy.ext.asyncio import AsyncEngine

from data.dates import PartialDate
from data.facts.log import ALWAYS, Change
from data.facts.records import Position, Stance
from data.members import Member
from data.sources import Cite, Grade, Source
from data.store import Store, bodies
from data.store.engine import consistent, engine_for, writing
from data.store.tables import fact, reference, revision
from data.store.writing import Author, Draft
from tests.postgres import Server, find_bindir, running

SIZES = (10_000, 1_000_000)
BATCH = 5_000
WARM_UP, RUNS = 30, 400
CHANGES = 10
"""New facts on the one day that is asked about."""

DAY = timedelta(days=1)
BUSY_DAY = date(2026, 11, 20)
FIRST_DAY = date(2015, 1, 1)
ASKED = date(2026, 11, 25)
AUTHOR = Author(origin="catalogue", by="catalogue", at=datetime(2026, 11, 25, 8, 0, tzinfo=UTC))

CITES = (
    Cite(source="report", locator="paragraph 3"),
    Cite(source="dispatch", locator="the second half, where the minister is quoted"),
)
SOURCE = Source(
    id="report",
    title="A report on what members said before the summit",
    publisher="An agency",
    published_on=PartialDate(2015, 1, 1),
    verified_on=ASKED,
    url="https://example.org/report",
    grade=Grade.WIRE,
)
SPAIN = Member(id="ESP", iso2="ES", joined=date(1982, 5, 30), armed_forces=True, cites=CITES)
STANCE = Stance(
    id="spain",
    member="ESP",
    position=Position.SEEKS_FLEXIBILITY,
    speaker="A minister",
    role="Minister of Defence",
    party="ESP",
    said_on=PartialDate(2025, 6, 19),
    claim=(
        "The minister says that the country will meet every capability target it has agreed to, and"
        " that doing so takes less than the share of output that the proposal asks for."
    ),
    known_on=PartialDate(2025, 6, 19),
    cites=CITES,
    weak="Only one newspaper quotes this sentence, and it does so in translation.",
)

Timed = Callable[[int], Awaitable[object]]
"""Something to be timed; it is told which run this is."""


def drafts(count: int) -> Iterator[Draft]:
    """As many facts, one in ten of which was corrected a month later, spread over the years; ten
    more became known on the busy day."""
    yield from (first(each) for each in (SOURCE, replace(SOURCE, id="dispatch"), SPAIN))
    for number in range(count):
        day = became_known(number)
        stance = replace(
            STANCE, id=name(number), said_on=PartialDate.of(day), known_on=PartialDate.of(day)
        )
        yield first(stance)
        if number % 10 == 0 and number >= CHANGES:
            later = day + 30 * DAY
            yield Draft.of(
                replace(stance, position=Position.OPPOSES, known_on=PartialDate.of(later)),
                number=2,
                action="corrected",
                governs_from=later,
                because="The full text shows that it is against the proposal.",
            )


def became_known(number: int) -> date:
    days = (BUSY_DAY - FIRST_DAY).days - 31
    return BUSY_DAY if number < CHANGES else FIRST_DAY + number % days * DAY


def first(value: Any) -> Draft:
    return Draft.of(value, number=1, action="recorded", governs_from=ALWAYS)


def name(number: int) -> str:
    return f"spain-{number:07d}"


async def fill(engine: AsyncEngine, count: int) -> None:
    """Writes the facts, past the store: one by one it would take hours."""
    waiting, row = drafts(count), 0
    while some := tuple(islice(waiting, BATCH)):
        async with writing(engine).begin() as connection:
            await connection.run_sync(_write, some, row)
        row += len(some)
    if engine.dialect.name == "postgresql":
        # What a server does by itself in time; this one is told not to.
        async with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            await connection.execute(text("analyze"))


def _write(connection: Connection, some: tuple[Draft, ...], row: int) -> None:
    keys = [{"key": each.key, "kind": each.kind} for each in some if each.number == 1]
    connection.execute(insert(fact), keys)
    rows = [{"row": row + at, **each.row(AUTHOR)} for at, each in enumerate(some, start=1)]
    connection.execute(insert(revision), rows)
    cited = [
        {"row": row + at, "fact": key}
        for at, each in enumerate(some, start=1)
        if each.value is not None
        for key in sorted(bodies.refers_to(each.value))
    ]
    if cited:
        connection.execute(insert(reference), cited)


PRIMARY_KEY, ROW_ALONE = "one primary-key read", "the same without reading the body"
FACT, SUPERSEDED, MISSING = "a fact as of a day", "a corrected fact before that", "no such fact"
CHANGED, QUIET = "a day with ten changes", "a quiet day"

Key = tuple[int, str]
"""How many facts there are, and what is done."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of one store, through connections of the same kind."""

    store: Store
    engine: AsyncEngine
    numbers: list[int]
    """Of the fact that each run asks about."""

    def works(self) -> dict[str, Timed]:
        return {
            PRIMARY_KEY: self.by_row,
            ROW_ALONE: self.row_alone,
            FACT: lambda run: self.store.fact(Stance, name(self.numbers[run]), ASKED),
            SUPERSEDED: self.before_its_correction,
            MISSING: lambda run: self.store.fact(Stance, f"nowhere-{run}", ASKED),
            CHANGED: lambda _: self.store.changes(BUSY_DAY - DAY, BUSY_DAY),
            QUIET: lambda _: self.store.changes(BUSY_DAY, BUSY_DAY + DAY),
        }

    async def before_its_correction(self, run: int) -> object:
        number = max(self.numbers[run] // 10 * 10, CHANGES)
        return await self.store.fact(Stance, name(number), became_known(number) + DAY)

    async def by_row(self, run: int) -> object:
        return bodies.read(*await self.row_alone(run))

    async def row_alone(self, run: int) -> tuple[str, str]:
        async with consistent(self.engine).connect() as connection:
            return await connection.run_sync(_row, self.numbers[run] + 4)


def _row(connection: Connection, row: int) -> tuple[str, str]:
    asked = select(revision.c.kind, revision.c.body).where(revision.c.row == row)
    kind, body = connection.execute(asked).one()
    return kind, body


async def measure(addresses: Mapping[int, str]) -> Mapping[Key, float]:
    """Fills a new database of each size, and asks them in turns: medians, in seconds."""
    works: dict[Key, Timed] = {}
    async with AsyncExitStack() as stack:
        for count, address in addresses.items():
            store = await stack.enter_async_context(Store.open(address))
            engine = engine_for(address)
            stack.push_async_callback(engine.dispose)
            await store.prepare()
            start = time.perf_counter()
            await fill(engine, count)
            print(f"  {count:,} facts written in {time.perf_counter() - start:.0f} s")
            _check(await store.changes(BUSY_DAY - DAY, BUSY_DAY))
            chance = random.Random(count)
            asked = [chance.randrange(CHANGES, count) for _ in range(WARM_UP + RUNS)]
            these = Asked(store, engine, asked).works()
            works |= {(count, what): work for what, work in these.items()}
        return await timed(works)


def _check(changes: tuple[Change, ...]) -> None:
    if len(changes) != CHANGES:
        raise RuntimeError(f"The busy day has {len(changes)} changes, not {CHANGES}.")


async def timed(works: Mapping[Key, Timed]) -> Mapping[Key, float]:
    """Interleaved runs, after some to warm up."""
    found: dict[Key, list[float]] = {key: [] for key in works}
    for run in range(WARM_UP + RUNS):
        for key, work in works.items():
            start = time.perf_counter()
            await work(run)
            if run >= WARM_UP:
                found[key].append(time.perf_counter() - start)
    return {key: statistics.median(each) for key, each in found.items()}


def tell(medians: Mapping[Key, float]) -> None:
    smallest = min(count for count, _ in medians)
    print(f"  microseconds; against {PRIMARY_KEY}; against {ROW_ALONE}; against {smallest:,} facts")
    for (count, what), seconds in medians.items():
        ratios = (seconds / medians[key] for key in _against(count, what, smallest))
        told = "  ".join(f"{ratio:5.2f}x" for ratio in ratios)
        print(f"  {count:>9,}  {what:<34} {seconds * 1e6:6.0f}  {told}")


def _against(count: int, what: str, smallest: int) -> tuple[Key, Key, Key]:
    return (count, PRIMARY_KEY), (count, ROW_ALONE), (smallest, what)


def on_sqlite(sizes: tuple[int, ...]) -> None:
    print("SQLite")
    with tempfile.TemporaryDirectory() as folder:
        files = {size: Path(folder) / f"{size}.db" for size in sizes}
        addresses = {size: f"sqlite+aiosqlite:///{file}" for size, file in files.items()}
        tell(asyncio.run(measure(addresses)))


def on_postgresql(sizes: tuple[int, ...]) -> None:
    print("PostgreSQL")
    bindir = find_bindir()
    if bindir is None:
        print("  NOT MEASURED: no PostgreSQL server is installed here.")
        return
    with running(bindir) as server:
        tell(asyncio.run(measure({size: _new(server, size) for size in sizes})))


def _new(server: Server, size: int) -> str:
    server.psql(f"create database facts{size}")
    return server.url(f"facts{size}")


def main() -> None:
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    on_sqlite(sizes)
    on_postgresql(sizes)


if __name__ == "__main__":
    main()
