import asyncio
import shutil
from collections.abc import AsyncGenerator, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from data.catalogue.model import Catalogue
from data.dates import PartialDate
from data.facts.knowledge import Fact
from data.facts.records import Attendance, Meeting, MeetingKind, Presence
from data.members import Member
from data.rules import Edition, Indicator, Observation
from data.sources import Cite, Grade, Source
from data.store import Store
from data.store.engine import engine_for, writing
from tests.postgres import Server

if TYPE_CHECKING:
    from tests.data.store.acts import Stage

CITES = (Cite(source="report", locator="first paragraph"),)
NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)

REPORT = Source(
    id="report",
    title="A report",
    publisher="An agency",
    published_on=PartialDate(2025, 6, 1),
    verified_on=date(2026, 11, 25),
    url="https://example.org/report",
    grade=Grade.WIRE,
)
SPAIN = Member(id="ESP", iso2="ES", joined=date(1982, 5, 30), armed_forces=True, cites=CITES)
EDITION = Edition(
    id="2025-08-28",
    title="Tables",
    published_on=PartialDate(2025, 8, 28),
    basis="defence",
    price_base=2021,
    complete=True,
    cites=CITES,
)
SHARE = Observation(
    member="ESP",
    indicator=Indicator.SHARE_OF_GDP,
    year=2025,
    value=Decimal("2.0012345678901234567890123456789"),
    estimate=True,
    cites=CITES,
)
SUMMIT = Meeting(
    id="hague",
    meeting="the-hague-2025",
    kind=MeetingKind.SUMMIT,
    name="The Hague summit",
    starts=PartialDate(2025, 6, 24),
    claim="It is to be held in The Hague.",
    known_on=PartialDate(2025, 6, 1),
    cites=CITES,
)


def guest(status: Presence, known_on: str = "2025-06-03", *, name: str = "guest") -> Attendance:
    return Attendance(
        id=name,
        meeting="the-hague-2025",
        party="UKR",
        person="Volodymyr Zelensky",
        status=status,
        claim=f"Reported as {status.value}.",
        known_on=PartialDate.parse(known_on),
        cites=CITES,
    )


def catalogue(*facts: Fact, shares: Sequence[Observation] = (SHARE,)) -> Catalogue:
    return Catalogue(
        sources=(REPORT,),
        members=(SPAIN,),
        editions=((EDITION, tuple(shares)),),
        facts=facts,
        fingerprint=str(hash((facts, tuple(shares)))),
    )


FIGURES_OF = frozenset({"ESP", "ISL", "ALB"})


def lean(shipped: Catalogue) -> Catalogue:
    """The shipped catalogue with the figures of a few members: figures are many and all alike, and
    writing them takes long. The program takes it for the shipped one."""
    return replace(
        shipped,
        editions=tuple(
            (edition, tuple(each for each in values if each.member in FIGURES_OF))
            for edition, values in shipped.editions
        ),
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def sqlite_url(file: Path) -> str:
    return address(file)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database with its tables, to be copied: migrating takes long beside a test."""
    file = tmp_path_factory.mktemp("prepared") / "store.db"
    _prepare(address(file))
    return file


@pytest.fixture
async def sqlite_store(prepared: Path, file: Path, sqlite_url: str) -> AsyncGenerator[Store, None]:
    """For what is about files alone."""
    shutil.copyfile(prepared, file)
    async with Store.open(sqlite_url) as opened:
        yield opened


@pytest.fixture(scope="session")
def template(postgres: Server) -> str:
    """The database on the server that is `prepared`."""
    postgres.psql("create database prepared")
    _prepare(postgres.url("prepared"))
    return "prepared"


EMPTIED = (
    # The triggers that keep the log from being emptied do not fire for a replica.
    "set session_replication_role = replica",
    "truncate fact, revision, reference, observation, catalogue_load restart identity",
    "truncate published, wording",
    "truncate proposal_decision, proposal_source, proposal, review_place restart identity",
    "truncate feed_item, feed restart identity",
    "truncate delivery_event, delivery, subscription restart identity",
    "update change_counter set value = 0",
)


@pytest.fixture(scope="session")
def kept(postgres: Server, template: str) -> str:
    """A database that tests use one after another: to empty it is quicker than to make another."""
    postgres.psql(f"create database kept template {template}")
    return "kept"


@pytest.fixture
def database(postgres: Server, request: pytest.FixtureRequest) -> Iterator[str]:
    """The name of a database on the server, for one test; it has tables where a store is asked
    for. One that is marked with `own_database` may do with it what it likes."""
    needs_tables = not {"store", "postgres_store"}.isdisjoint(request.fixturenames)
    if needs_tables and request.node.get_closest_marker("own_database") is None:
        yield request.getfixturevalue("kept")
        postgres.psql(*EMPTIED, database="kept")
        return
    template = request.getfixturevalue("template") if needs_tables else "template1"
    make(postgres, "test", template=template)
    yield "test"


def make(server: Server, name: str, *, template: str = "template1") -> None:
    """Makes a database, in the place of the one of that name that a test before has left."""
    server.psql(
        f"drop database if exists {name} with (force)",
        f"create database {name} template {template}",
    )


@pytest.fixture(scope="session")
def stage() -> "Iterator[Stage]":
    """Where acts run in processes of their own; it is there once, for it takes long to set up."""
    from tests.data.store.acts import stage

    with stage() as ready:
        yield ready


@pytest.fixture
def postgres_url(postgres: Server, database: str) -> str:
    return postgres.url(database)


@pytest.fixture
async def postgres_store(postgres_url: str) -> AsyncGenerator[Store, None]:
    """For what is about servers alone."""
    async with Store.open(postgres_url) as opened:
        yield opened


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """The address of a database: every test that asks for it runs on each engine."""
    if request.param == "postgresql":
        return request.getfixturevalue("postgres_url")
    if "store" in request.fixturenames:
        shutil.copyfile(request.getfixturevalue("prepared"), request.getfixturevalue("file"))
    return request.getfixturevalue("sqlite_url")


@pytest.fixture
async def store(url: str) -> AsyncGenerator[Store, None]:
    """A store with its tables and nothing in them, on each engine."""
    async with Store.open(url) as opened:
        yield opened


def address(file: Path) -> str:
    return f"sqlite+aiosqlite:///{file}"


def _prepare(url: str) -> None:
    async def prepare() -> None:
        async with Store.open(url) as store:
            await store.prepare()

    asyncio.run(prepare())


async def execute(url: str, *statements: str) -> None:
    """Runs SQL on a connection of its own, in one transaction."""
    engine = engine_for(url)
    try:
        async with writing(engine).begin() as connection:
            for statement in statements:
                await connection.execute(text(statement))
    finally:
        await engine.dispose()


def confirmed(fact: Attendance) -> Attendance:
    return replace(fact, status=Presence.CONFIRMED, claim="Reported as confirmed.")
