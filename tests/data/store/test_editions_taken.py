"""An edition that a person brings in: with its source and all of its figures, or not at all."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from data.dates import PartialDate
from data.errors import RecordError
from data.importers.nato.agreement import understand
from data.importers.nato.edition import Particulars, take
from data.importers.nato.held import figures_of
from data.rules import Edition, Indicator, Observation
from data.rules.expenditure import Gap
from data.sources import Cite, Grade, Source
from data.store import Store
from data.store.editions_taken import Intake
from tests.data.importers.nato.workbooks import book_of
from tests.data.store.conftest import EDITION, NOW, SHARE, catalogue, lean
from tests.shipped import CATALOGUE, KNOWN

WORKBOOK = Source(
    id="nato-workbook-2026-07-10",
    title="Tables",
    publisher="NATO",
    published_on=PartialDate(2026, 7, 10),
    verified_on=date(2026, 11, 25),
    url="https://www.nato.int/tables.xlsx",
    grade=Grade.OFFICIAL,
)
CITES = (Cite(source=WORKBOOK.id, locator="Table 3, row Spain"),)
NEWER = replace(EDITION, id="2026-07-10", published_on=PartialDate(2026, 7, 10), cites=CITES)


def share(year: int, value: str) -> Observation:
    return replace(SHARE, year=year, value=Decimal(value), cites=CITES)


WHOLE = Intake(
    source=WORKBOOK,
    edition=NEWER,
    new=(share(2025, "2.0"), share(2026, "2.01")),
    because="NATO has it so.",
)
HELD = replace(WHOLE, edition=EDITION, new=(share(2024, "1.43"),))


@pytest.fixture
async def filled(store: Store) -> Store:
    """Holds an edition with a share of Spain."""
    await store.sync(catalogue(), now=NOW)
    return store


async def shares(store: Store) -> dict[str, dict[int, str]]:
    series = await store.all_series("ESP", Indicator.SHARE_OF_GDP, date(2026, 11, 25))
    return {
        each.edition.id: {year: str(figure.value) for year, figure in each.by_year.items()}
        for each in series
    }


async def test_an_edition_is_written_with_its_source_and_its_figures(filled: Store) -> None:
    await filled.take_edition(WHOLE, by="ana", at=NOW)
    assert (await filled.editions(date(2026, 7, 10)))[0] == NEWER
    assert (await filled.sources())[WORKBOOK.id] == WORKBOOK
    assert (await shares(filled))["2026-07-10"] == {2025: "2.0", 2026: "2.01"}
    (entry,) = await filled.figure_history("2026-07-10", "ESP", Indicator.SHARE_OF_GDP, 2026)
    assert (entry.by, entry.origin, entry.action) == ("ana", "person", "recorded")


AMISS = {
    "a member nobody knows": replace(
        WHOLE, new=(*WHOLE.new, replace(share(2025, "2"), member="XXX"))
    ),
    "a figure given twice": replace(WHOLE, new=(*WHOLE.new, share(2026, "2.02"))),
    "a year after its publication": replace(WHOLE, new=(*WHOLE.new, share(2027, "2.1"))),
    "a source that is no address": replace(WHOLE, source=replace(WORKBOOK, url="nato.int")),
    "a gap with a figure in it": replace(
        WHOLE,
        edition=replace(
            NEWER,
            gaps=(
                Gap(
                    members=("ESP",),
                    indicator=Indicator.SHARE_OF_GDP,
                    years=(2026,),
                    reason="blank_in_edition",
                    cites=CITES,
                ),
            ),
        ),
    ),
    "a figure held already": replace(HELD, new=(share(2025, "2.0"),)),
    "a correction of what is not held": replace(HELD, corrected=(share(2023, "1.2"),)),
    "an unsound correction": replace(HELD, corrected=(share(2026, "2.1"),)),
}


@pytest.mark.parametrize("what", AMISS)
async def test_what_is_not_sound_leaves_nothing_behind(sqlite_store: Store, what: str) -> None:
    await sqlite_store.sync(catalogue(), now=NOW)
    before = await sqlite_store.change_counter()
    with pytest.raises(RecordError):
        await sqlite_store.take_edition(AMISS[what], by="ana", at=NOW)
    assert await sqlite_store.change_counter() == before
    assert WORKBOOK.id not in await sqlite_store.sources()
    assert await shares(sqlite_store) == {EDITION.id: {2025: str(SHARE.value)}}


async def test_an_edition_that_is_held_is_added_to_and_mended(filled: Store) -> None:
    told = replace(EDITION, cites=(*EDITION.cites, *CITES))
    intake = replace(HELD, edition=told, corrected=(share(2025, "2.0"),))
    await filled.take_edition(intake, by="ana", at=NOW)
    assert await shares(filled) == {EDITION.id: {2024: "1.43", 2025: "2.0"}}
    states = await filled.figure_history(EDITION.id, "ESP", Indicator.SHARE_OF_GDP, 2025)
    assert [(each.action, each.because) for each in states] == [
        ("recorded", None),
        ("corrected", "NATO has it so."),
    ]
    assert (await filled.history(Edition, EDITION.id))[-1].value == told


async def test_a_source_that_is_there_stays_as_it_is(filled: Store) -> None:
    await filled.take_edition(WHOLE, by="ana", at=NOW)
    later = replace(HELD, source=replace(WORKBOOK, title="Other tables"))
    await filled.take_edition(later, by="ben", at=NOW)
    assert (await filled.sources())[WORKBOOK.id] == WORKBOOK


async def test_the_workbook_of_2024_fills_a_store_as_the_catalogue_does(
    sqlite_store: Store,
) -> None:
    """Into a store that has every edition but that one."""
    held = next(values for edition, values in CATALOGUE.editions if edition.id == "2024-06-17")
    others = tuple(pair for pair in lean(CATALOGUE).editions if pair[0].id != "2024-06-17")
    await sqlite_store.sync(replace(CATALOGUE, editions=others), now=NOW)
    about = Particulars(
        published_on=PartialDate(2024, 6, 17),
        url=WORKBOOK.url,
        today=NOW.date(),
        file="240617-def-exp-2024-TABLES-en.xlsx",
    )
    workbook = understand(book_of("2024", held).sheets(), KNOWN.roster)
    taken = take(workbook, about, KNOWN.roster)
    assert taken.source is not None
    intake = Intake(
        source=taken.source, edition=taken.edition, new=taken.figures, because="It is so."
    )
    await sqlite_store.take_edition(intake, by="ana", at=NOW)
    ledger = (await sqlite_store.knowledge()).ledger
    edition = ledger.edition("2024-06-17", date(2024, 6, 17))
    unsigned = [replace(each, cites=()) for each in figures_of(ledger, edition)]
    wanted = [replace(each, cites=()) for each in held]
    assert sorted(map(repr, unsigned)) == sorted(map(repr, wanted))
