import asyncio
import shutil
from collections.abc import AsyncGenerator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

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


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def url(file: Path) -> str:
    return f"sqlite+aiosqlite:///{file}"


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database with its tables, to be copied: migrating takes long beside a test."""
    file = tmp_path_factory.mktemp("prepared") / "store.db"

    async def prepare() -> None:
        async with Store.open(f"sqlite+aiosqlite:///{file}") as store:
            await store.prepare()

    asyncio.run(prepare())
    return file


@pytest.fixture
async def store(prepared: Path, file: Path, url: str) -> AsyncGenerator[Store, None]:
    shutil.copyfile(prepared, file)
    async with Store.open(url) as opened:
        yield opened


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
