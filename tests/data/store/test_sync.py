from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from data.catalogue.model import Catalogue
from data.errors import Article3Error, KnowledgeError, StoreError
from data.facts.records import Attendance, Presence
from data.rules import Indicator
from data.sources import Cite
from data.store import Store, SyncReport
from tests.data.store.conftest import NOW, SHARE, SUMMIT, catalogue, confirmed, execute, guest

TODAY = NOW.date()
DAY = timedelta(days=1)

INVITED = guest(Presence.INVITED)
ORPHAN = replace(INVITED, cites=(Cite(source="nowhere", locator="x"),))


def counts(report: SyncReport) -> tuple[int, int, int, int]:
    return (report.added, report.corrected, report.retracted, report.unchanged)


async def statuses(store: Store, day: date) -> list[Presence]:
    return [each.status for each in await store.known(Attendance, day)]


async def test_a_second_sync_writes_nothing(store: Store) -> None:
    shipped = catalogue(SUMMIT, INVITED)
    first = await store.sync(shipped, now=NOW)
    before, counter = await store.knowledge(), await store.change_counter()
    second = await store.sync(shipped, now=NOW + DAY)
    assert (counts(first), counts(second)) == ((2, 0, 0, 0), (0, 0, 0, 2))
    assert await store.knowledge() == before
    assert await store.change_counter() == counter


async def test_another_catalogue_that_says_the_same_changes_no_fact(store: Store) -> None:
    await store.sync(catalogue(SUMMIT, INVITED), now=NOW)
    before = await store.knowledge()
    same = replace(catalogue(SUMMIT, INVITED), fingerprint="files in another order")
    report = await store.sync(same, now=NOW + DAY)
    assert counts(report) == (0, 0, 0, 2)
    assert not report.figures
    assert await store.knowledge() == before


async def test_a_changed_record_is_a_correction_and_past_days_keep_their_answer(
    store: Store,
) -> None:
    await store.sync(catalogue(SUMMIT, INVITED), now=NOW)
    report = await store.sync(catalogue(SUMMIT, confirmed(INVITED)), now=NOW + 2 * DAY)
    assert counts(report) == (0, 1, 0, 1)
    assert await statuses(store, date(2025, 6, 2)) == []
    assert await statuses(store, TODAY + DAY) == [Presence.INVITED]
    assert await statuses(store, TODAY + 2 * DAY) == [Presence.CONFIRMED]


async def test_a_removed_record_is_a_retraction_and_past_days_keep_their_answer(
    store: Store,
) -> None:
    await store.sync(catalogue(SUMMIT, INVITED), now=NOW)
    report = await store.sync(catalogue(SUMMIT), now=NOW)
    assert counts(report) == (0, 0, 1, 1)
    assert await statuses(store, TODAY) == []
    assert await statuses(store, TODAY - DAY) == [Presence.INVITED]


async def test_a_record_that_comes_back_is_known_again_from_that_day_on(store: Store) -> None:
    shipped = catalogue(SUMMIT, INVITED)
    await store.sync(shipped, now=NOW)
    await store.sync(catalogue(SUMMIT), now=NOW)
    await store.sync(shipped, now=NOW + 2 * DAY)
    days = (date(2025, 6, 3), TODAY + DAY, TODAY + 2 * DAY)
    assert [len(await statuses(store, day)) for day in days] == [1, 0, 1]


async def test_a_revision_that_nobody_could_know_is_not_in_the_snapshot(store: Store) -> None:
    for status in (Presence.INVITED, Presence.CONFIRMED):
        await store.sync(catalogue(SUMMIT, guest(status, "2026-11-25")), now=NOW)
    (became,) = (await store.knowledge()).became_known(TODAY - DAY, TODAY)
    assert isinstance(became.fact, Attendance)
    assert became.fact.status is Presence.CONFIRMED


PERSON_ENDS = (
    "update fact set known_until = '2026-11-25', ended_as = '{how}', ended_because = 'x',"
    " ended_by = 'ann', ended_at = '2026-11-25' where id = 'guest'"
)
PERSON_DECLINES = (
    "insert into fact (id, revision, kind, body, known_on, known_from, source, origin,"
    " recorded_by, recorded_at) select id, 2, kind, replace(body, 'invited', 'declined'),"
    " known_on, '2026-11-25', source, 'person', 'ann', '2026-11-25' from fact where id = 'guest'"
)
LATER = pytest.mark.parametrize(
    "later", [catalogue(SUMMIT, confirmed(INVITED)), catalogue(SUMMIT)], ids=["changed", "gone"]
)


@LATER
async def test_what_a_person_corrected_stays_as_the_person_left_it(
    store: Store, url: str, later: Catalogue
) -> None:
    await store.sync(catalogue(SUMMIT, INVITED), now=NOW)
    await execute(url, PERSON_ENDS.format(how="corrected"), PERSON_DECLINES)
    report = await store.sync(later, now=NOW + DAY)
    assert counts(report) == (0, 0, 0, 1)
    assert report.left == len(later.facts) - 1
    assert await statuses(store, TODAY + DAY) == [Presence.DECLINED]


@LATER
async def test_what_a_person_withdrew_does_not_come_back(
    store: Store, url: str, later: Catalogue
) -> None:
    await store.sync(catalogue(SUMMIT, INVITED), now=NOW)
    await execute(url, PERSON_ENDS.format(how="retracted"))
    assert counts(await store.sync(later, now=NOW + DAY)) == (0, 0, 0, 1)
    assert await statuses(store, TODAY + DAY) == []


async def test_what_a_person_recorded_is_not_touched(store: Store, url: str) -> None:
    await store.sync(catalogue(SUMMIT, INVITED), now=NOW)
    await execute(url, "update fact set origin = 'person' where id = 'guest'")
    assert counts(await store.sync(catalogue(SUMMIT), now=NOW)) == (0, 0, 0, 1)
    assert await statuses(store, TODAY) == [Presence.INVITED]


@pytest.mark.parametrize(
    ("poisoned", "error"),
    [
        (catalogue(guest(Presence.CONFIRMED), ORPHAN, shares=[]), KnowledgeError),
        (catalogue(ORPHAN, shares=[]), StoreError),
        (catalogue(SUMMIT, shares=[replace(SHARE, member="QQQ")]), StoreError),
    ],
    ids=["an id twice", "a source that is none", "a member that is none"],
)
async def test_a_failed_sync_changes_nothing(
    store: Store, poisoned: Catalogue, error: type[Article3Error]
) -> None:
    await store.sync(catalogue(SUMMIT, INVITED), now=NOW)
    before, counter = await store.knowledge(), await store.change_counter()
    with pytest.raises(error):
        await store.sync(poisoned, now=NOW + DAY)
    assert await store.knowledge() == before
    assert await store.change_counter() == counter


async def test_the_change_counter_moves_with_each_write(store: Store) -> None:
    before = await store.change_counter()
    await store.sync(catalogue(SUMMIT), now=NOW)
    assert await store.change_counter() == before + 1


async def test_the_catalogue_loaded_last_is_the_current_one(store: Store) -> None:
    first, second = catalogue(SUMMIT), catalogue(SUMMIT, INVITED)
    assert not await store.is_current(first.fingerprint)
    await store.sync(first, now=NOW)
    await store.sync(second, now=NOW)
    assert await store.is_current(second.fingerprint)
    assert not await store.is_current(first.fingerprint)


@pytest.mark.parametrize("value", ["2.0012345678901234567890123456789", "2.10", "2", "0.10"])
async def test_a_figure_is_kept_to_its_last_digit(store: Store, value: str) -> None:
    share = replace(SHARE, value=Decimal(value))
    await store.sync(catalogue(SUMMIT, shares=[share]), now=NOW)
    (series,) = (await store.knowledge()).ledger.all_series("ESP", Indicator.SHARE_OF_GDP, TODAY)
    assert str(series.latest.value) == value


async def test_a_figure_that_changed_is_the_new_one(store: Store) -> None:
    await store.sync(catalogue(SUMMIT), now=NOW)
    report = await store.sync(
        catalogue(SUMMIT, shares=[replace(SHARE, value=Decimal("2.1"), estimate=False)]), now=NOW
    )
    (series,) = await store.all_series("ESP", Indicator.SHARE_OF_GDP, TODAY)
    assert report.figures
    assert (series.latest.value, series.latest.estimate) == (Decimal("2.1"), False)


async def test_what_is_gone_from_the_catalogue_is_gone_from_the_figures(store: Store) -> None:
    await store.sync(catalogue(SUMMIT), now=NOW)
    smaller = replace(catalogue(SUMMIT), editions=(), members=(), fingerprint="smaller")
    report = await store.sync(smaller, now=NOW)
    known = await store.knowledge()
    assert report.figures
    assert (known.ledger.editions, known.ledger.by_member, len(known.roster)) == ((), {}, 0)


async def test_a_source_stays_while_an_ended_revision_cites_it(store: Store) -> None:
    await store.sync(catalogue(SUMMIT), now=NOW)
    nothing = Catalogue(sources=(), members=(), editions=(), facts=(), fingerprint="nothing")
    await store.sync(nothing, now=NOW)
    assert "report" in (await store.knowledge()).sources
