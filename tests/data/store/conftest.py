from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from data.catalogue.model import Catalogue
from data.dates import PartialDate
from data.facts.knowledge import Fact
from data.facts.records import Attendance, Meeting, MeetingKind, Presence
from data.members import Member
from data.rules import Edition, Indicator, Observation
from data.sources import Cite, Grade, Source
from data.store import Store

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
def url(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path / 'store.db'}"


@pytest.fixture
async def store(url: str) -> AsyncGenerator[Store, None]:
    async with Store.open(url) as opened:
        await opened.prepare()
        yield opened


Changed = Callable[[Attendance], Attendance]


def confirmed(fact: Attendance) -> Attendance:
    return replace(fact, status=Presence.CONFIRMED, claim="Reported as confirmed.")
