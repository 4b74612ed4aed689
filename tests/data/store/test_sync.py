from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from data.catalogue.model import Catalogue
from data.dates import PartialDate
from data.errors import Article3Error, KnowledgeError, StoreError
from data.facts.records import Attendance, Pledge, Presence
from data.rules import Category, Indicator
from data.sources import Cite
from data.store import Store, SyncReport
from data.store.plan import CORRECTED
from tests.data.store.conftest import (
    CITES,
    EDITION,
    NOW,
    SHARE,
    SUMMIT,
    catalogue,
    confirmed,
    guest,
)

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


async def test_a_changed_record_is_mended_on_every_day_and_its_history_kept(store: Store) -> None:
    await store.sync(catalogue(SUMMIT, INVITED), now=NOW)
    report = await store.sync(catalogue(SUMMIT, confirmed(INVITED)), now=NOW + 2 * DAY)
    first, second = await store.history(Attendance, "guest")
    assert counts(report) == (0, 1, 0, 1)
    assert await statuses(store, date(2025, 6, 2)) == []
    assert await statuses(store, date(2025, 6, 3)) == [Presence.CONFIRMED]
    assert (first.value, second.value) == (INVITED, confirmed(INVITED))
    assert (second.mends, second.because) == (True, CORRECTED)


async def test_what_the_store_said_before_a_release_can_still_be_read(store: Store) -> None:
    await store.sync(catalogue(SUMMIT, INVITED), now=NOW)
    await store.sync(catalogue(SUMMIT, confirmed(INVITED)), now=NOW + 2 * DAY)
    told = [await store.known(Attendance, TODAY, at=NOW + each * DAY) for each in (-1, 1, 2)]
    assert told == [(), (INVITED,), (confirmed(INVITED),)]


async def test_a_removed_record_is_a_retraction_with_its_history_kept(store: Store) -> None:
    await store.sync(catalogue(SUMMIT, INVITED), now=NOW)
    report = await store.sync(catalogue(SUMMIT), now=NOW + DAY)
    assert counts(report) == (0, 0, 1, 1)
    assert await statuses(store, TODAY) == []
    assert [each.action for each in await store.history(Attendance, "guest")] == [
        "recorded",
        "retracted",
    ]


async def test_a_record_that_comes_back_is_known_on_all_its_days(store: Store) -> None:
    shipped = catalogue(SUMMIT, INVITED)
    for each in (shipped, catalogue(SUMMIT), replace(shipped, fingerprint="again")):
        await store.sync(each, now=NOW)
    assert [await statuses(store, date(2025, 6, day)) for day in (2, 3)] == [
        [],
        [Presence.INVITED],
    ]


async def test_the_report_tells_each_difference(store: Store) -> None:
    await store.sync(catalogue(SUMMIT, INVITED), now=NOW)
    later = catalogue(confirmed(INVITED), shares=[replace(SHARE, value=Decimal("2.1"))])
    expected = await store.compare(later)
    steps = {(step.action, step.kind, step.id): step.fields for step in expected.steps}
    assert steps == {
        ("corrected", "attendance", "guest"): (
            ("status", '"invited"', '"confirmed"'),
            ("claim", '"Reported as invited."', '"Reported as confirmed."'),
        ),
        ("retracted", "meeting", "hague"): (),
        ("corrected", "figure", "2025-08-28 ESP share_of_gdp 2025"): (
            ("value", str(SHARE.value), "2.1"),
        ),
    }
    assert await store.sync(later, now=NOW + DAY) == expected


async def test_comparing_writes_nothing(store: Store) -> None:
    await store.sync(catalogue(SUMMIT, INVITED), now=NOW)
    before, counter = await store.knowledge(), await store.change_counter()
    await store.compare(catalogue(SUMMIT))
    assert (await store.knowledge(), await store.change_counter()) == (before, counter)


async def test_to_a_database_without_tables_everything_is_new(url: str) -> None:
    async with Store.open(url) as bare:
        report = await bare.compare(catalogue(SUMMIT, INVITED))
    assert (counts(report), report.figures) == ((2, 0, 0, 0), True)


LATER = pytest.mark.parametrize(
    "later", [catalogue(SUMMIT, confirmed(INVITED)), catalogue(SUMMIT)], ids=["changed", "gone"]
)


@LATER
async def test_what_a_person_corrected_stays_as_the_person_left_it(
    store: Store, later: Catalogue
) -> None:
    await store.sync(catalogue(SUMMIT, INVITED), now=NOW)
    declined = replace(INVITED, status=Presence.DECLINED)
    await store.correct(declined, by="Ann", because="He said so.", at=NOW)
    report = await store.sync(later, now=NOW + DAY)
    assert counts(report) == (0, 0, 0, 1)
    assert report.left == len(later.facts) - 1
    assert await statuses(store, TODAY) == [Presence.DECLINED]


@LATER
async def test_what_a_person_withdrew_does_not_come_back(store: Store, later: Catalogue) -> None:
    await store.sync(catalogue(SUMMIT, INVITED), now=NOW)
    await store.retract(Attendance, "guest", by="Ann", because="Nobody said so.", at=NOW)
    assert counts(await store.sync(later, now=NOW + DAY)) == (0, 0, 0, 1)
    assert await statuses(store, TODAY + DAY) == []


async def test_what_a_person_recorded_is_not_touched(store: Store) -> None:
    await store.sync(catalogue(SUMMIT), now=NOW)
    await store.record(INVITED, by="Ann", at=NOW)
    smaller = catalogue(SUMMIT, shares=[])
    assert counts(await store.sync(smaller, now=NOW)) == (0, 0, 0, 1)
    assert await statuses(store, TODAY) == [Presence.INVITED]


async def test_what_records_of_people_rest_on_stays_when_a_release_drops_it(store: Store) -> None:
    goal = Pledge(
        id="goal",
        members=("ESP",),
        kind="pledge",
        category=Category.DEFENCE,
        claim="It aims for two percent.",
        known_on=PartialDate(2025, 6, 3),
        cites=CITES,
    )
    await store.sync(catalogue(SUMMIT), now=NOW)
    await store.record(goal, by="Ann", at=NOW)
    smaller = replace(catalogue(SUMMIT, shares=[]), members=(), fingerprint="smaller")
    report = await store.sync(smaller, now=NOW)
    assert report.left == 1
    assert "ESP" in (await store.knowledge()).roster


async def test_a_figure_that_a_person_mended_stays(store: Store) -> None:
    await store.sync(catalogue(SUMMIT), now=NOW)
    mended = replace(SHARE, value=Decimal("2.01"))
    await store.correct_figure(EDITION.id, mended, by="Ann", because="Misread.", at=NOW)
    await store.sync(catalogue(SUMMIT, shares=[replace(SHARE, value=Decimal("2.02"))]), now=NOW)
    (series,) = await store.all_series("ESP", Indicator.SHARE_OF_GDP, TODAY)
    assert series.latest.value == Decimal("2.01")


async def test_every_state_of_a_figure_is_kept(store: Store) -> None:
    values = [Decimal("2.01"), Decimal("2.02"), None, Decimal("2.03")]
    for value in values:
        shares = [] if value is None else [replace(SHARE, value=value)]
        await store.sync(catalogue(SUMMIT, shares=shares), now=NOW)
    told = await store.figure_history(EDITION.id, "ESP", Indicator.SHARE_OF_GDP, 2025)
    assert [each.value and each.value.value for each in told] == values
    actions = ["recorded", "corrected", "retracted", "recorded"]
    assert [each.action for each in told] == actions


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


async def test_an_id_that_a_person_gave_to_another_kind_of_fact_stays_theirs(store: Store) -> None:
    await store.sync(catalogue(SUMMIT), now=NOW)
    await store.record(INVITED, by="Ann", at=NOW)
    report = await store.sync(catalogue(SUMMIT, replace(SUMMIT, id=INVITED.id)), now=NOW)
    assert (report.added, report.left) == (0, 1)
    assert await statuses(store, TODAY) == [Presence.INVITED]
