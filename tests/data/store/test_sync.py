import asyncio
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from data.catalogue.load import load
from data.facts.knowledge import Knowledge
from data.facts.records import (
    Attendance,
    Meeting,
    Pledge,
    Presence,
    Request,
    Stance,
    Statement,
)
from data.rules import Commitment, Indicator, Reservation
from data.store import Store, SyncReport
from data.store.engine import engine_for, writing
from tests.data.store.conftest import NOW, SHARE, SUMMIT, catalogue, confirmed, guest

KINDS = (Commitment, Reservation, Meeting, Attendance, Stance, Pledge, Request, Statement)


def counts(report: SyncReport) -> tuple[int, int, int, int]:
    return (report.added, report.corrected, report.retracted, report.unchanged)


async def statuses(store: Store, day: date) -> list[Presence]:
    return [each.status for each in await store.known(Attendance, day)]


async def test_a_second_sync_changes_nothing(store: Store) -> None:
    shipped = catalogue(SUMMIT, guest(Presence.INVITED))
    first = await store.sync(shipped, now=NOW)
    before = await store.knowledge()
    second = await store.sync(shipped, now=NOW + timedelta(days=1))
    assert (counts(first), counts(second)) == ((2, 0, 0, 0), (0, 0, 0, 2))
    assert await store.knowledge() == before


async def test_the_store_gives_back_what_the_catalogue_holds(store: Store) -> None:
    shipped = load()
    await store.sync(shipped, now=NOW)
    assert await store.knowledge() == shipped.knowledge()


async def test_a_changed_record_is_a_correction_and_past_days_keep_their_answer(
    store: Store,
) -> None:
    await store.sync(catalogue(SUMMIT, guest(Presence.INVITED)), now=NOW)
    report = await store.sync(
        catalogue(SUMMIT, confirmed(guest(Presence.INVITED))), now=NOW + timedelta(days=2)
    )
    assert counts(report) == (0, 1, 0, 1)
    assert await statuses(store, date(2025, 6, 2)) == []
    assert await statuses(store, date(2026, 11, 26)) == [Presence.INVITED]
    assert await statuses(store, date(2026, 11, 27)) == [Presence.CONFIRMED]


async def test_a_removed_record_is_a_retraction_and_past_days_keep_their_answer(
    store: Store,
) -> None:
    await store.sync(catalogue(SUMMIT, guest(Presence.INVITED)), now=NOW)
    report = await store.sync(catalogue(SUMMIT), now=NOW)
    assert counts(report) == (0, 0, 1, 1)
    assert await statuses(store, NOW.date()) == []
    assert await statuses(store, NOW.date() - timedelta(days=1)) == [Presence.INVITED]


async def test_a_record_that_comes_back_is_a_new_revision(store: Store) -> None:
    shipped = catalogue(SUMMIT, guest(Presence.INVITED))
    await store.sync(shipped, now=NOW)
    await store.sync(catalogue(SUMMIT), now=NOW)
    await store.sync(shipped, now=NOW + timedelta(days=1))
    revisions = [each for each in (await store.knowledge()).revisions if each.fact.id == "guest"]
    assert len(revisions) == 2
    assert await statuses(store, NOW.date() + timedelta(days=1)) == [Presence.INVITED]


async def test_what_people_recorded_is_not_touched(store: Store, url: str) -> None:
    await store.sync(catalogue(SUMMIT, guest(Presence.INVITED)), now=NOW)
    engine = engine_for(url)
    async with writing(engine).begin() as connection:
        await connection.execute(text("update fact set origin = 'person' where id = 'guest'"))
    await engine.dispose()
    report = await store.sync(catalogue(SUMMIT), now=NOW)
    assert counts(report) == (0, 0, 0, 1)
    assert await statuses(store, NOW.date()) == [Presence.INVITED]


async def test_a_failed_sync_changes_nothing(store: Store) -> None:
    await store.sync(catalogue(SUMMIT), now=NOW)
    before, counter = await store.knowledge(), await store.change_counter()
    poisoned = catalogue(guest(Presence.INVITED), guest(Presence.CONFIRMED))
    with pytest.raises(Exception, match="UNIQUE"):
        await store.sync(poisoned, now=NOW)
    assert await store.knowledge() == before
    assert await store.change_counter() == counter


async def test_the_change_counter_moves_with_each_write(store: Store) -> None:
    before = await store.change_counter()
    await store.sync(catalogue(SUMMIT), now=NOW)
    assert await store.change_counter() == before + 1


async def test_the_catalogue_loaded_last_is_the_current_one(store: Store) -> None:
    first, second = catalogue(SUMMIT), catalogue(SUMMIT, guest(Presence.INVITED))
    assert not await store.is_current(first.fingerprint)
    await store.sync(first, now=NOW)
    await store.sync(second, now=NOW)
    assert await store.is_current(second.fingerprint)
    assert not await store.is_current(first.fingerprint)


async def test_a_figure_is_kept_to_its_last_digit(store: Store) -> None:
    await store.sync(catalogue(SUMMIT), now=NOW)
    series = (await store.knowledge()).ledger.all_series("ESP", Indicator.SHARE_OF_GDP, NOW.date())
    assert series[0].latest.value == Decimal("2.0012345678901234567890123456789")


async def test_a_figure_gone_from_the_catalogue_is_gone_from_the_store(store: Store) -> None:
    await store.sync(catalogue(SUMMIT, shares=[SHARE]), now=NOW)
    report = await store.sync(catalogue(SUMMIT, shares=[]), now=NOW)
    assert report.figures
    assert (await store.knowledge()).ledger.values == {}


async def test_snapshot_and_store_give_the_same_answers_on_every_day_that_matters(
    store: Store,
) -> None:
    await store.sync(load(), now=NOW)
    known = await store.knowledge()
    starts = {each.known_from for each in known.revisions}
    days = sorted(starts | {each - timedelta(days=1) for each in starts})
    assert await _disagreements(store, known, days) == []


async def _disagreements(store: Store, known: Knowledge, days: list[date]) -> list[str]:
    return [
        f"{kind.__name__} on {day}"
        for day in days
        for kind in KINDS
        if await store.known(kind, day) != known.known(kind, day)
    ]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(min_value=0, max_value=3),
            st.sampled_from([None, *Presence]),
            st.sampled_from(["2025-06-03", "2026-11", "2026-11-25", "2026-12"]),
        ),
        max_size=6,
    )
)
def test_revisions_never_overlap_whatever_releases_do(
    releases: list[tuple[int, Presence | None, str]],
) -> None:
    async def run() -> Knowledge:
        async with Store.open("sqlite+aiosqlite://") as store:
            await store.prepare()
            now: datetime = NOW
            for days, status, known_on in releases:
                now += timedelta(days=days)
                facts = (guest(status, known_on),) if status else ()
                await store.sync(catalogue(SUMMIT, *facts), now=now)
            return await store.knowledge()

    revisions = [each for each in asyncio.run(run()).revisions if each.fact.id == "guest"]
    spans = sorted(
        (each.known_from, each.known_until or date.max)
        for each in revisions
        if each.known_until is None or each.known_from < each.known_until
    )
    assert all(earlier[1] <= later[0] for earlier, later in pairwise(spans))
