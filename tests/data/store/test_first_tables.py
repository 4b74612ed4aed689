"""A database of the first release, with corrections and retractions in it, becomes a log and back:
on every day the same is known as before."""

import asyncio
import json
import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Connection, MetaData, Table, insert, select

from data.facts.records import Attendance, Presence
from data.rules import Indicator
from data.store import Store, schema
from tests.data.store.conftest import (
    EDITION,
    REPORT,
    SHARE,
    SPAIN,
    address,
    catalogue,
    guest,
    make,
)
from tests.data.store.test_migrations import within
from tests.postgres import Server

LOADED = datetime(2025, 5, 1, 8, tzinfo=UTC)
LATER = datetime(2025, 6, 20, 8, tzinfo=UTC)

CITES = [{"source": "report", "locator": "first paragraph"}]
SOURCE = {
    "id": "report",
    "title": "A report",
    "publisher": "An agency",
    "published_on": "2025-06-01",
    "verified_on": date(2026, 11, 25),
    "url": "https://example.org/report",
    "grade": "wire",
    "licence": None,
    "note": None,
}
MEMBER = {
    "id": "ESP",
    "iso2": "ES",
    "joined": date(1982, 5, 30),
    "armed_forces": True,
    "cites": json.dumps(CITES),
    "source": "report",
}
TABLES = {
    "id": "2025-08-28",
    "title": "Tables",
    "published_on": "2025-08-28",
    "basis": "defence",
    "price_base": 2021,
    "complete": True,
    "cites": CITES,
}
FIGURE = {
    "edition": "2025-08-28",
    "member": "ESP",
    "indicator": "share_of_gdp",
    "year": 2025,
    "value": "2.0012345678901234567890123456789",
    "estimate": True,
    "places": 2,
    "currency": None,
    "source": "report",
    "locator": "first paragraph",
}
MEETING = {
    "id": "hague",
    "meeting": "the-hague-2025",
    "kind": "summit",
    "name": "The Hague summit",
    "claim": "It is to be held in The Hague.",
    "known_on": "2025-06-01",
    "cites": CITES,
}


def attendance(name: str, status: str) -> dict[str, object]:
    return {
        "id": name,
        "meeting": "the-hague-2025",
        "party": "UKR",
        "person": "Volodymyr Zelensky",
        "status": status,
        "claim": f"Reported as {status}.",
        "known_on": "2025-06-03",
        "cites": CITES,
    }


def row(
    body: dict[str, object],
    revision: int = 1,
    *,
    start: date,
    end: date | None = None,
    ended_as: str | None = None,
    by: str = "catalogue",
    ended_by: str = "catalogue",
) -> dict[str, Any]:
    return {
        "id": body["id"],
        "revision": revision,
        "kind": "attendance" if "party" in body else "meeting",
        "body": json.dumps(body),
        "known_on": body["known_on"],
        "known_from": start,
        "known_until": end,
        "source": "report",
        "origin": "catalogue" if by == "catalogue" else "person",
        "recorded_by": by,
        "recorded_at": LOADED,
        "ended_as": ended_as,
        "ended_because": None if end is None else "x",
        "ended_by": None if end is None else ended_by,
        "ended_at": None if end is None else LATER,
    }


JUNE = [date(2025, 6, day) for day in range(1, 31)]
KNOWN, CHANGED, BACK = date(2025, 6, 3), date(2025, 6, 10), date(2025, 6, 20)

ROWS = [
    row(MEETING, start=date(2025, 6, 1)),
    row(attendance("stays", "invited"), start=KNOWN),
    row(attendance("corrected", "invited"), start=KNOWN, end=CHANGED, ended_as="corrected"),
    row(attendance("corrected", "confirmed"), 2, start=CHANGED),
    row(attendance("gone", "invited"), start=KNOWN, end=CHANGED, ended_as="retracted"),
    row(attendance("back", "invited"), start=KNOWN, end=CHANGED, ended_as="retracted"),
    row(attendance("back", "declined"), 2, start=BACK),
    row(attendance("never", "invited"), start=KNOWN, end=KNOWN, ended_as="corrected"),
    row(attendance("never", "declined"), 2, start=KNOWN),
    row(attendance("theirs", "invited"), start=KNOWN, by="Ann"),
    row(
        attendance("withdrawn", "invited"),
        start=KNOWN,
        end=CHANGED,
        ended_as="retracted",
        ended_by="Ann",
    ),
]
"""States as the first release kept them: updated when they end."""


@dataclass(frozen=True, slots=True)
class Engine:
    """Where databases of one kind are made: in a folder, or on a server."""

    place: Path | Server

    def new(self, name: str) -> str:
        if isinstance(self.place, Path):
            return address(self.place / name)
        make(self.place, name)
        return self.place.url(name)

    def copy(self, name: str, new: str) -> str:
        if isinstance(self.place, Path):
            return address(shutil.copyfile(self.place / name, self.place / new))
        make(self.place, new, template=name)
        return self.place.url(new)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """An engine that holds a database of the first release, `first`, and the same one brought up
    to date, `carried`."""
    is_file = request.param == "sqlite"
    made = Engine(
        tmp_path_factory.mktemp("first") if is_file else request.getfixturevalue("postgres")
    )
    asyncio.run(within(made.new("first"), fill))
    asyncio.run(prepare(made.copy("first", "carried")))
    return made


@pytest.fixture
def carried(engine: Engine) -> str:
    """The address of a database of the first release that was brought up to date."""
    return engine.copy("carried", "test")


def fill(connection: Connection) -> None:
    command.upgrade(schema.configuration(connection), "0001")
    put(connection, "catalogue_load", [{"fingerprint": "first", "loaded_at": LOADED}])
    put(connection, "source", [SOURCE])
    put(connection, "member", [MEMBER])
    edition = {name: TABLES[name] for name in ("id", "published_on")}
    put(connection, "edition", [edition | {"body": json.dumps(TABLES), "source": "report"}])
    put(connection, "observation", [FIGURE])
    put(connection, "fact", ROWS)
    cited = range(1, len(ROWS) + 1)
    put(connection, "fact_source", [{"fact": each, "source": "report"} for each in cited])


async def prepare(url: str) -> None:
    async with Store.open(url) as store:
        await store.prepare()


def put(connection: Connection, name: str, rows: list[dict[str, Any]]) -> None:
    connection.execute(insert(Table(name, MetaData(), autoload_with=connection)), rows)


def expected(day: date) -> dict[str, str]:
    """Status by fact on a day, as the rows of the first release say."""
    return {
        each["id"]: json.loads(each["body"])["status"]
        for each in ROWS
        if each["kind"] == "attendance"
        and each["known_from"] <= day
        and (each["known_until"] is None or day < each["known_until"])
    }


async def test_what_was_known_is_known_on_the_same_days(carried: str) -> None:
    async with Store.open(carried) as store:
        found = {
            day: {each.id: each.status.value for each in await store.known(Attendance, day)}
            for day in JUNE
        }
        snapshot = await store.knowledge()
    assert found == {day: expected(day) for day in JUNE}
    assert [snapshot.known(Attendance, day) for day in JUNE if expected(day)]
    assert {each.id for each in snapshot.known(Attendance, BACK)} == expected(BACK).keys()


async def test_sources_members_and_figures_are_carried_over(carried: str) -> None:
    async with Store.open(carried) as store:
        known = await store.knowledge()
        (series,) = await store.all_series("ESP", Indicator.SHARE_OF_GDP, date(2026, 1, 1))
    assert known.sources == {REPORT.id: REPORT}
    assert known.roster["ESP"].joined == SPAIN.joined
    assert known.ledger.editions == (EDITION,)
    assert series.latest.value == SHARE.value


async def test_who_did_what_and_when_is_carried_over(carried: str) -> None:
    async with Store.open(carried) as store:
        told = {
            name: [
                (each.action, each.by, each.at, each.because)
                for each in await store.history(Attendance, name)
            ]
            for name in ("corrected", "withdrawn", "theirs")
        }
    assert told == {
        "corrected": [
            ("recorded", "catalogue", LOADED, None),
            ("corrected", "catalogue", LOADED, "x"),
        ],
        "withdrawn": [("recorded", "catalogue", LOADED, None), ("retracted", "Ann", LATER, "x")],
        "theirs": [("recorded", "Ann", LOADED, None)],
    }


async def test_the_next_release_knows_its_own_records_again(carried: str) -> None:
    shipped = catalogue(*(guest(Presence.INVITED, name=name) for name in ("stays", "theirs")))
    async with Store.open(carried) as store:
        report = await store.sync(shipped, now=LATER)
    # Ann's record is hers, and the meeting that it rests on stays.
    assert (report.added, report.unchanged, report.left) == (0, 1, 2)
    assert [step for step in report.steps if step.kind not in ("attendance", "meeting")] == []


async def test_the_way_back_keeps_every_day(carried: str) -> None:
    await within(carried, lambda each: command.downgrade(schema.configuration(each), "0001"))
    kept = ("id", "kind", "known_on", "known_from", "known_until", "source", "origin", "ended_as")

    def read(connection: Connection) -> list[dict[str, Any]]:
        table = Table("fact", MetaData(), autoload_with=connection)
        rows = connection.execute(select(table).order_by(table.c.row)).mappings()
        return [{name: each[name] for name in kept} for each in rows]

    def ordered(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return sorted(
            rows, key=lambda each: (each["id"], each["known_from"], str(each["ended_as"]))
        )

    assert ordered(await within(carried, read)) == ordered(
        [{name: each[name] for name in kept} for each in ROWS]
    )


async def test_there_and_back_and_there_again_is_the_same(carried: str) -> None:
    async with Store.open(carried) as store:
        first = await store.knowledge()
        await within(carried, lambda each: command.downgrade(schema.configuration(each), "0001"))
        await store.prepare()
        second = await store.knowledge()
    assert second == first
