"""What people record, correct and retract at run time, and everything that is refused."""

import asyncio
import shutil
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import replace
from datetime import date, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest

from data.catalogue.model import Catalogue
from data.dates import PartialDate
from data.errors import Fault, RecordError
from data.facts.kinds import Value
from data.facts.records import (
    Attendance,
    Group,
    Meeting,
    Pledge,
    Position,
    Presence,
    Stance,
    Statement,
)
from data.members import Member
from data.rules import Category, Commitment, Edition, Indicator, Observation, Status, StatusChange
from data.sources import Cite, Source
from data.store import Entry, FigureEntry, Store
from tests.data.store.conftest import (
    CITES,
    EDITION,
    NOW,
    REPORT,
    SHARE,
    SPAIN,
    SUMMIT,
    address,
    catalogue,
    confirmed,
    guest,
)

LATER = NOW + timedelta(hours=1)
TODAY = NOW.date()
GUEST = guest(Presence.INVITED, "2025-06-03")
DECLINED = replace(GUEST, status=Presence.DECLINED, known_on=PartialDate(2025, 6, 10))
OTHER = replace(GUEST, id="other", person="Mark Rutte", party="NATO")
GROUP = Group(
    id="group",
    group="iberian",
    name="Iberian members",
    members=("ESP",),
    claim="It is a group.",
    known_on=PartialDate(2025, 6, 5),
    cites=CITES,
)
PLEDGE = Pledge(
    id="pledge",
    members=("ESP",),
    kind="pledge",
    category=Category.TOTAL,
    share=Decimal("2.1"),
    claim="It pledges 2.1 percent.",
    known_on=PartialDate(2025, 6, 5),
    cites=CITES,
)
STANCE = Stance(
    id="spain",
    member="ESP",
    position=Position.OPPOSES,
    party="ESP",
    said_on=PartialDate(2025, 6, 19),
    claim="It opposes the proposal.",
    known_on=PartialDate(2025, 6, 19),
    cites=CITES,
)
PROPOSAL = Commitment(
    id="five",
    title="Five percent",
    by_whom="Allies",
    claim="Five percent is proposed.",
    history=(
        StatusChange(
            status=Status.PROPOSED,
            on=PartialDate(2025, 6, 5),
            known_on=PartialDate(2025, 6, 5),
            cites=CITES,
        ),
    ),
    clauses=(),
)
WARNING = Statement(
    id="warning",
    kind="warning",
    about="five",
    party="EU",
    said_on=PartialDate(2025, 6, 6),
    claim="It is too much.",
    known_on=PartialDate(2025, 6, 6),
    cites=CITES,
)


def with_history(*changes: StatusChange) -> Commitment:
    return replace(PROPOSAL, history=(*PROPOSAL.history, *changes))


EARLIER = replace(SHARE, year=2024, value=Decimal("1.43"))


@pytest.fixture
async def filled(store: Store) -> Store:
    """Holds a source, a member, an edition with a figure, a meeting and who is invited to it."""
    await store.sync(catalogue(SUMMIT, GUEST), now=NOW)
    return store


@pytest.fixture(scope="module")
def filled_file(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same in a file, to be copied."""
    file = tmp_path_factory.mktemp("filled") / "store.db"
    shutil.copyfile(prepared, file)
    asyncio.run(_fill(address(file)))
    return file


async def _fill(url: str) -> None:
    async with Store.open(url) as store:
        await store.sync(catalogue(SUMMIT, GUEST), now=NOW)


@pytest.fixture
async def held(filled_file: Path, file: Path, sqlite_url: str) -> AsyncGenerator[Store, None]:
    """The same again, for what no engine does in a way of its own."""
    shutil.copyfile(filled_file, file)
    async with Store.open(sqlite_url) as opened:
        yield opened


async def known(store: Store, *days: int) -> list[Presence | None]:
    """What was known of the guest on these days of June 2025."""
    found = [await store.fact(Attendance, "guest", date(2025, 6, day)) for day in days]
    return [None if each is None else each.status for each in found]


async def correct(store: Store, value: Value) -> Entry:
    return await store.correct(value, by="ann", because="It erred.", at=LATER)


# What is recorded.


NEW: tuple[Value, ...] = (
    OTHER,
    PLEDGE,
    STANCE,
    PROPOSAL,
    replace(SUMMIT, id="hague-again", city="The Hague"),
    replace(REPORT, id="wire", title="A dispatch"),
    replace(SPAIN, id="LVA", iso2="LV", joined=date(2004, 3, 29)),
    replace(EDITION, id="2026-03-26", published_on=PartialDate(2026, 3, 26)),
)


async def test_what_is_recorded_is_known_from_its_own_day_on(filled: Store) -> None:
    found: dict[str, list[Value | None]] = {}
    for value in NEW:
        day = (await filled.record(value, by="ann", at=LATER)).known_from
        days = (day - timedelta(days=1), day)
        found[value.id] = [await filled.fact(type(value), value.id, each) for each in days]
    assert found == {value.id: [None, value] for value in NEW}


async def test_what_is_recorded_is_in_the_snapshot(held: Store) -> None:
    await held.record(PLEDGE, by="ann", at=LATER)
    assert (await held.knowledge()).pledges("ESP", TODAY) == (PLEDGE,)


async def test_an_entry_carries_who_wrote_it_when_and_why(held: Store) -> None:
    await held.correct(DECLINED, by="Ann Lee", because="A letter says so.", at=LATER)
    first, second = await held.history(Attendance, "guest")
    assert (first.origin, first.by, first.at, first.because) == (
        "catalogue",
        "catalogue",
        NOW,
        None,
    )
    assert (second.origin, second.by, second.at, second.because) == (
        "person",
        "Ann Lee",
        LATER,
        "A letter says so.",
    )


async def test_the_entry_that_is_returned_is_the_last_one_of_the_history(held: Store) -> None:
    entry = await correct(held, DECLINED)
    assert (await held.history(Attendance, "guest"))[-1] == entry
    assert (entry.kind, entry.id, entry.number, entry.value) == (
        "attendance",
        "guest",
        2,
        DECLINED,
    )


async def test_a_moment_is_the_same_in_whichever_zone_it_is_given(filled: Store) -> None:
    there = LATER.astimezone(timezone(timedelta(hours=9)))
    assert (await filled.record(OTHER, by="ann", at=there)).at == LATER


async def test_nothing_is_written_as_if_before_what_is_written(filled: Store) -> None:
    early = NOW - timedelta(days=1)
    await filled.record_figures(EDITION.id, [EARLIER], by="ann", at=LATER)
    record = await filled.record(OTHER, by="ann", at=early)
    await filled.correct_figure(
        EDITION.id, replace(EARLIER, value=Decimal(1)), by="ann", because="x", at=NOW
    )
    figures = await filled.figure_history(EDITION.id, "ESP", Indicator.SHARE_OF_GDP, 2024)
    assert [record.at, *(each.at for each in figures)] == [LATER] * 3


async def test_a_release_is_not_written_as_if_before_what_people_wrote(filled: Store) -> None:
    await filled.record(OTHER, by="ann", at=LATER)
    mended = replace(SHARE, value=Decimal(1))
    await filled.sync(catalogue(SUMMIT, DECLINED, shares=[mended]), now=NOW)
    _, record = await filled.history(Attendance, "guest")
    _, figure = await filled.figure_history(EDITION.id, "ESP", Indicator.SHARE_OF_GDP, 2025)
    assert [record.at, figure.at] == [LATER, LATER]


async def test_a_date_keeps_its_precision_and_is_known_from_its_last_day(held: Store) -> None:
    month = replace(OTHER, known_on=PartialDate(2025, 6))
    entry = await held.record(month, by="ann", at=LATER)
    assert (str(entry.known_on), entry.known_from) == ("2025-06", date(2025, 6, 30))


# What is corrected.


async def test_a_correction_keeps_the_answers_of_earlier_days(held: Store) -> None:
    await correct(held, DECLINED)
    assert await known(held, 2, 3, 9, 10, 30) == [
        None,
        Presence.INVITED,
        Presence.INVITED,
        Presence.DECLINED,
        Presence.DECLINED,
    ]


async def test_a_mend_leaves_no_day_that_shows_the_mistake(held: Store) -> None:
    mended = confirmed(GUEST)
    entry = await held.correct(mended, by="ann", because="It erred.", at=LATER, mend=True)
    assert await known(held, 2, 3, 30) == [None, Presence.CONFIRMED, Presence.CONFIRMED]
    assert entry.mends


async def test_a_mend_stays_in_the_history(held: Store) -> None:
    await held.correct(confirmed(GUEST), by="ann", because="x", at=LATER, mend=True)
    history = await held.history(Attendance, "guest")
    assert [each.value for each in history] == [GUEST, confirmed(GUEST)]


async def test_a_mend_can_be_looked_behind(filled: Store) -> None:
    await filled.correct(confirmed(GUEST), by="ann", because="x", at=LATER, mend=True)
    assert await filled.fact(Attendance, "guest", TODAY, at=NOW) == GUEST
    assert (await filled.knowledge(at=NOW)).known(Attendance, TODAY) == (GUEST,)


AGREED = StatusChange(
    status=Status.AGREED,
    on=PartialDate(2025, 6, 25),
    known_on=PartialDate(2025, 6),
    cites=CITES,
)
ENDED = replace(
    AGREED, status=Status.WITHDRAWN, on=PartialDate(2025, 7, 1), known_on=PartialDate(2025, 7, 2)
)
REWORDED = replace(PROPOSAL, title="Five")
ALL_DAYS = date.min
JULY = PartialDate(2025, 7)
FROM: dict[str, tuple[Value, bool, PartialDate | None, date]] = {
    "a fact, from its own day": (DECLINED, False, None, date(2025, 6, 10)),
    "a fact, from the day that is said": (DECLINED, False, JULY, date(2025, 7, 31)),
    "a fact that is mended": (DECLINED, True, None, ALL_DAYS),
    "a fact that is mended, whatever day is said": (DECLINED, True, JULY, ALL_DAYS),
    "a status that is new": (with_history(AGREED), False, None, date(2025, 6, 30)),
    "the first of two": (with_history(AGREED, ENDED), False, None, date(2025, 6, 30)),
    "a status, from the day that is said": (with_history(ENDED), False, JULY, date(2025, 7, 31)),
    "words, from the day that is said": (REWORDED, False, JULY, date(2025, 7, 31)),
    "words that are mended": (REWORDED, True, None, ALL_DAYS),
    "a source": (replace(REPORT, title="The report"), False, None, ALL_DAYS),
    "a source, whatever day is said": (replace(REPORT, title="The report"), False, JULY, ALL_DAYS),
    "a member": (replace(SPAIN, armed_forces=False), False, None, ALL_DAYS),
    "an edition": (replace(EDITION, title="The tables"), False, JULY, ALL_DAYS),
}
"""What is corrected, whether it is mended, from which day on that is said to be known, and from
which day on it governs."""


async def test_a_correction_governs_from_the_day_it_became_known(filled: Store) -> None:
    await filled.record(PROPOSAL, by="ann", at=LATER)
    found: dict[str, date] = {}
    for name, (value, mend, day, _) in FROM.items():
        entry = await filled.correct(
            value, by="ann", because="x", at=LATER, mend=mend, known_on=day
        )
        found[name] = entry.governs_from
        (before, _) = (await filled.history(type(value), value.id))[-2:]
        assert before.value is not None
        await filled.correct(before.value, by="ann", because="x", at=LATER, mend=True)
    assert found == {name: day for name, (*_, day) in FROM.items()}


async def test_a_correction_from_a_day_keeps_the_answers_before_it(held: Store) -> None:
    await held.record(PROPOSAL, by="ann", at=LATER)
    agreed = with_history(AGREED)
    await held.correct(agreed, by="ann", because="It was agreed.", at=LATER)
    found = [await held.fact(Commitment, "five", date(2025, 6, day)) for day in (29, 30)]
    assert found == [PROPOSAL, agreed]


async def test_a_correction_shows_among_the_changes_of_its_day(filled: Store) -> None:
    entry = await correct(filled, DECLINED)
    (change,) = await filled.changes(date(2025, 6, 9), date(2025, 6, 10))
    assert (change.before, change.after, change.entry) == (GUEST, DECLINED, entry)


async def test_a_mend_shows_among_what_was_written_and_not_among_the_changes(
    held: Store,
) -> None:
    entry = await held.correct(confirmed(GUEST), by="ann", because="x", at=LATER, mend=True)
    assert await held.changes(date(2025, 6, 3), date(2025, 8, 27)) == ()
    assert await held.recorded(NOW, LATER) == (entry,)


# What is retracted.


async def retract(store: Store, known_on: PartialDate | None = None) -> Entry:
    return await store.retract(
        Attendance, "guest", by="ann", because="It never was.", at=LATER, known_on=known_on
    )


async def test_what_is_retracted_was_never_known(held: Store) -> None:
    entry = await retract(held)
    assert await known(held, 3, 30) == [None, None]
    assert (entry.action, entry.value, entry.because) == ("retracted", None, "It never was.")


async def test_what_is_withdrawn_from_a_day_was_known_before_it(filled: Store) -> None:
    await retract(filled, PartialDate(2025, 6, 10))
    assert await known(filled, 2, 3, 9, 10) == [None, Presence.INVITED, Presence.INVITED, None]


async def test_a_withdrawal_shows_among_the_changes_of_its_day(held: Store) -> None:
    entry = await retract(held, PartialDate(2025, 6, 10))
    (change,) = await held.changes(date(2025, 6, 9), date(2025, 6, 10))
    assert (change.before, change.after, change.entry) == (GUEST, None, entry)


async def test_what_was_withdrawn_is_recorded_anew_from_its_own_day(held: Store) -> None:
    await retract(held, PartialDate(2025, 6, 10))
    again = replace(GUEST, known_on=PartialDate(2025, 6, 20))
    entry = await held.record(again, by="bob", at=LATER)
    assert await known(held, 9, 10, 19, 20) == [Presence.INVITED, None, None, Presence.INVITED]
    assert (entry.number, entry.action, entry.because) == (3, "recorded", None)


async def test_what_was_retracted_is_recorded_anew(held: Store) -> None:
    await retract(held)
    await held.record(GUEST, by="bob", at=LATER)
    assert await known(held, 2, 3) == [None, Presence.INVITED]


async def test_what_is_withdrawn_may_be_withdrawn_in_the_month_it_became_known(
    held: Store,
) -> None:
    await retract(held, PartialDate(2025, 6))
    assert await known(held, 3, 29, 30) == [Presence.INVITED, Presence.INVITED, None]


async def test_an_edition_and_a_member_go_once_their_figures_are_gone(held: Store) -> None:
    await retracting_figure(2025)(held)
    for kind, name in ((Edition, EDITION.id), (Member, "ESP")):
        await held.retract(kind, name, by="ann", because="x", at=LATER)
    assert (await held.knowledge()).ledger.editions == ()


VILNIUS = replace(SUMMIT, meeting="vilnius-2026")
AGAIN_THERE = replace(SUMMIT, id="hague-again", city="The Hague")


async def test_a_record_of_a_meeting_goes_while_another_is_there(held: Store) -> None:
    await held.record(AGAIN_THERE, by="ann", at=LATER)
    await held.retract(Meeting, "hague", by="ann", because="x", at=LATER)
    assert await refusal(held, retracting(Meeting, "hague-again")) != ()


async def test_a_record_of_a_meeting_moves_while_another_is_there(held: Store) -> None:
    await held.record(AGAIN_THERE, by="ann", at=LATER)
    await correct(held, VILNIUS)
    moved = replace(AGAIN_THERE, meeting="vilnius-2026")
    assert await refusal(held, correcting(moved)) != ()


async def test_a_meeting_goes_once_nobody_attends(held: Store) -> None:
    await retract(held)
    await held.retract(Meeting, "hague", by="ann", because="x", at=LATER)
    assert (await held.knowledge()).meetings(TODAY) == ()


async def test_what_rested_on_a_record_no_longer_keeps_it_once_it_is_gone(held: Store) -> None:
    await held.record(PROPOSAL, by="ann", at=LATER)
    await held.record(WARNING, by="ann", at=LATER)
    for kind, name in ((Statement, "warning"), (Commitment, "five")):
        await held.retract(kind, name, by="ann", because="x", at=LATER)
    assert await held.fact(Commitment, "five", TODAY) is None


async def test_what_was_cited_before_a_correction_is_no_longer_needed(held: Store) -> None:
    await held.record(PROPOSAL, by="ann", at=LATER)
    await held.record(replace(STANCE, commitment="five"), by="ann", at=LATER)
    await correct(held, STANCE)
    await held.retract(Commitment, "five", by="ann", because="x", at=LATER)
    assert await held.fact(Commitment, "five", TODAY) is None


# What is refused.

Act = Callable[[Store], Awaitable[object]]


def record(value: Value, by: str = "ann") -> Act:
    return lambda store: store.record(value, by=by, at=LATER)


def correcting(
    value: Value,
    known_on: str | None = None,
    *,
    by: str = "ann",
    because: str = "It erred.",
    mend: bool = False,
) -> Act:
    day = None if known_on is None else PartialDate.parse(known_on)
    return lambda store: store.correct(
        value, by=by, because=because, at=LATER, mend=mend, known_on=day
    )


def retracting(
    kind: type[Value],
    name: str,
    known_on: str | None = None,
    *,
    by: str = "ann",
    because: str = "It never was.",
) -> Act:
    day = None if known_on is None else PartialDate.parse(known_on)
    return lambda store: store.retract(kind, name, by=by, because=because, at=LATER, known_on=day)


def figures(*values: Observation, edition: str = EDITION.id, by: str = "ann") -> Act:
    return lambda store: store.record_figures(edition, values, by=by, at=LATER)


def correcting_figure(
    value: Observation, edition: str = EDITION.id, by: str = "ann", because: str = "It erred."
) -> Act:
    return lambda store: store.correct_figure(edition, value, by=by, because=because, at=LATER)


def retracting_figure(
    year: int,
    member: str = "ESP",
    edition: str = EDITION.id,
    because: str = "It never was.",
) -> Act:
    return lambda store: store.retract_figure(
        edition, member, Indicator.SHARE_OF_GDP, year, by="ann", because=because, at=LATER
    )


NOWHERE = (Cite(source="nowhere", locator="x"),)
TOMORROW = PartialDate(2026, 11, 26)
HIDDEN = "It\u202ewas"

REFUSED: dict[str, tuple[Act, str, str]] = {
    # A record that is not sound.
    "a member that is none": (record(replace(PLEDGE, members=("QQQ",))), "members[0]", "'QQQ'"),
    "a source that is none": (
        record(replace(OTHER, cites=NOWHERE)),
        "cites[0].source",
        "'nowhere'",
    ),
    "no source at all": (record(replace(OTHER, cites=())), "cites", "no source"),
    "a commitment that is none": (
        record(replace(STANCE, commitment="ten")),
        "commitment",
        "'ten', which is no commitment",
    ),
    "a meeting that nobody records": (
        record(replace(OTHER, meeting="vilnius")),
        "meeting",
        "'vilnius'",
    ),
    "a character nobody can see": (record(replace(OTHER, claim=HIDDEN)), "claim", "U+202E"),
    "a line break": (record(replace(OTHER, claim="a\nb")), "claim", "U+000A"),
    "an empty claim": (record(replace(OTHER, claim=" ")), "claim", "is empty"),
    "a claim without an end": (record(replace(OTHER, claim="x" * 601)), "claim", "601 characters"),
    "an id with a space": (record(replace(OTHER, id="an id")), "id", "small letters"),
    "known tomorrow": (record(replace(OTHER, known_on=TOMORROW)), "known_on", "after today"),
    "said tomorrow": (
        record(replace(STANCE, said_on=TOMORROW, known_on=TOMORROW)),
        "said_on",
        "after today",
    ),
    "known before its source": (
        record(replace(OTHER, known_on=PartialDate(2025, 5, 31))),
        "known_on",
        "2025-06-01",
    ),
    "a source that is published tomorrow": (
        record(replace(REPORT, id="next", published_on=TOMORROW, verified_on=date(2026, 11, 26))),
        "published_on",
        "after today",
    ),
    "a member of no country": (record(replace(SPAIN, id="SPA")), "id", "'SPA'"),
    "a correction that is not sound": (
        correcting(replace(DECLINED, cites=NOWHERE)),
        "cites[0].source",
        "'nowhere'",
    ),
    "a correction known tomorrow": (
        correcting(replace(DECLINED, known_on=TOMORROW)),
        "known_on",
        "after today",
    ),
    # A record that cannot be written now.
    "what is there already": (record(GUEST), "id", "correct it instead"),
    "what is there and says something else": (record(DECLINED), "id", "correct it instead"),
    "a correction of what is not there": (correcting(OTHER), "id", "no record 'other'"),
    "a correction that changes nothing": (correcting(GUEST), "id", "says this already"),
    "a retraction of what is not there": (retracting(Pledge, "pledge"), "id", "no record 'pledge'"),
    "a retraction of another kind": (retracting(Stance, "guest"), "id", "no record 'guest'"),
    "a source retracted": (retracting(Source, "report"), "id", "source stays"),
    "an id of another kind": (record(replace(PLEDGE, id="guest")), "id", "the kind attendance"),
    "withdrawn tomorrow": (
        retracting(Attendance, "guest", "2026-11-26"),
        "known_on",
        "after today",
    ),
    "withdrawn before it became known": (
        retracting(Attendance, "guest", "2025-06-02"),
        "known_on",
        "before the record became known, 2025-06-03",
    ),
    "withdrawn in the month before": (
        retracting(Attendance, "guest", "2025-05"),
        "known_on",
        "is 2025-05",
    ),
    "corrected from tomorrow on": (correcting(DECLINED, "2026-11-26"), "known_on", "after today"),
    "corrected from next year on": (correcting(DECLINED, "2027"), "known_on", "is 2027"),
    "mended from tomorrow on": (
        correcting(DECLINED, "2026-11-26", mend=True),
        "known_on",
        "after today",
    ),
    "a source corrected from tomorrow on": (
        correcting(replace(REPORT, title="The report"), "2026-11-26"),
        "known_on",
        "after today",
    ),
    # What others rest on.
    "a member that has figures": (retracting(Member, "ESP"), "id", "the figures of edition:"),
    "an edition that has figures": (
        retracting(Edition, EDITION.id),
        "id",
        "the figures of edition:2025-08-28",
    ),
    "an edition that has figures, from a day on": (
        retracting(Edition, EDITION.id, "2026-01-01"),
        "id",
        "the figures of",
    ),
    "a meeting that somebody attends": (retracting(Meeting, "hague"), "id", "attendance:guest"),
    "a meeting that becomes another": (
        correcting(replace(SUMMIT, meeting="vilnius-2026")),
        "id",
        "attendance:guest",
    ),
    # Who, and why.
    "a release records": (record(OTHER, by="catalogue"), "by", "'catalogue'"),
    "a release corrects": (correcting(DECLINED, by="catalogue"), "by", "'catalogue'"),
    "a release retracts": (retracting(Attendance, "guest", by="catalogue"), "by", "'catalogue'"),
    "a release records a figure": (figures(EARLIER, by="catalogue"), "by", "'catalogue'"),
    "nobody records": (record(OTHER, by=""), "by", "is empty"),
    "a blank name": (record(OTHER, by="  "), "by", "is empty"),
    "a name without an end": (record(OTHER, by="x" * 81), "by", "81 characters"),
    "a name that hides something": (record(OTHER, by=HIDDEN), "by", "U+202E"),
    "nobody corrects": (correcting(DECLINED, by=""), "by", "is empty"),
    "no reason to correct": (correcting(DECLINED, because=""), "because", "is empty"),
    "a reason without an end": (correcting(DECLINED, because="x" * 601), "because", "601"),
    "a reason that hides something": (correcting(DECLINED, because=HIDDEN), "because", "U+202E"),
    "nobody retracts": (retracting(Attendance, "guest", by=" "), "by", "is empty"),
    "no reason to retract": (retracting(Attendance, "guest", because=" "), "because", "is empty"),
    "an endless reason to retract": (
        retracting(Attendance, "guest", because="x" * 601),
        "because",
        "601",
    ),
    # Figures.
    "a figure of no edition": (figures(EARLIER, edition="2020-01-01"), "edition", "2025-08-28"),
    "a figure that is there": (figures(EARLIER, SHARE), "value", "correct it instead"),
    "a figure given twice": (figures(EARLIER, EARLIER), "value", "two values"),
    "a figure of no member": (
        figures(replace(EARLIER, member="QQQ")),
        "figures[0].member",
        "'QQQ'",
    ),
    "a figure of a year to come": (figures(replace(EARLIER, year=2026)), "figures[0].year", "2026"),
    "a figure without a source": (
        figures(replace(EARLIER, cites=())),
        "figures[0].cites",
        "no source",
    ),
    "a figure from nowhere": (
        figures(replace(EARLIER, cites=NOWHERE)),
        "figures[0].cites[0].source",
        "nowhere",
    ),
    "a figure from two places": (
        figures(replace(EARLIER, cites=(*CITES, Cite(source="report", locator="y")))),
        "figures[0].cites",
        "stands in one",
    ),
    "nobody records a figure": (figures(EARLIER, by=""), "by", "is empty"),
    "a correction of no figure": (correcting_figure(EARLIER), "value", "no value"),
    "a correction in no edition": (
        correcting_figure(SHARE, edition="2020-01-01"),
        "edition",
        "2025-08-28",
    ),
    "a figure corrected to the same": (correcting_figure(SHARE), "value", "nothing was changed"),
    "no reason to correct a figure": (
        correcting_figure(replace(SHARE, value=Decimal(2)), because=""),
        "because",
        "is empty",
    ),
    "nobody corrects a figure": (
        correcting_figure(replace(SHARE, value=Decimal(2)), by=""),
        "by",
        "is empty",
    ),
    "a retraction of no figure": (retracting_figure(2024), "year", "no value"),
    "a retraction of nobody's figure": (retracting_figure(2025, member="QQQ"), "year", "no value"),
    "no reason to retract a figure": (retracting_figure(2025, because=""), "because", "is empty"),
}
"""What is tried with a store that is `filled`; the field at fault, and a piece of what is said."""


async def test_whatever_is_wrong_is_refused_with_its_field_and_nothing_is_written(
    filled: Store,
) -> None:
    before = await state(filled)
    wrong = {
        name: told
        for name, (act, field, said) in REFUSED.items()
        if not _names(told := await refusal(filled, act), field, said)
    }
    assert wrong == {}
    assert await state(filled) == before


async def refusal(store: Store, act: Act) -> tuple[Fault, ...]:
    """The faults for which it is refused; none where it is not."""
    try:
        await act(store)
    except RecordError as error:
        return error.faults
    return ()


def _names(faults: tuple[Fault, ...], field: str, said: str) -> bool:
    return any(fault.field == field and said in fault.problem for fault in faults)


async def state(store: Store) -> tuple[object, ...]:
    """All that a write could change."""
    return (
        await store.change_counter(),
        await store.recorded(NOW - timedelta(days=1), LATER),
        await store.knowledge(),
    )


NAIVE = LATER.replace(tzinfo=None)
WITHOUT_ZONE: tuple[Act, ...] = (
    lambda store: store.record(OTHER, by="ann", at=NAIVE),
    lambda store: store.record_all([OTHER], by="ann", at=NAIVE),
    lambda store: store.correct(DECLINED, by="ann", because="x", at=NAIVE),
    lambda store: store.correct_all([DECLINED], by="ann", because="x", at=NAIVE),
    lambda store: store.retract(Attendance, "guest", by="ann", because="x", at=NAIVE),
    lambda store: store.record_figures(EDITION.id, [EARLIER], by="ann", at=NAIVE),
    lambda store: store.correct_figure(EDITION.id, SHARE, by="ann", because="x", at=NAIVE),
    lambda store: store.retract_figure(
        EDITION.id, "ESP", Indicator.SHARE_OF_GDP, 2025, by="ann", because="x", at=NAIVE
    ),
)


async def test_a_moment_without_a_zone_is_refused(held: Store) -> None:
    before = await state(held)
    found = [[fault.field for fault in await refusal(held, act)] for act in WITHOUT_ZONE]
    assert found == [["at"]] * len(WITHOUT_ZONE)
    assert await state(held) == before


async def test_an_id_stays_taken_when_what_had_it_is_gone(held: Store) -> None:
    await retract(held)
    (fault,) = await refusal(held, record(replace(PLEDGE, id="guest")))
    assert (fault.field, "attendance" in fault.problem) == ("id", True)


async def test_words_of_a_commitment_are_corrected_only_with_a_day(held: Store) -> None:
    await held.record(PROPOSAL, by="ann", at=LATER)
    (fault,) = await refusal(held, correcting(REWORDED))
    assert (fault.field, fault.problem[:10]) == ("known_on", "is missing")
    assert len(await held.history(Commitment, "five")) == 1


async def test_every_fault_is_named_at_once(held: Store) -> None:
    with pytest.raises(RecordError) as refused:
        await held.record(
            replace(PLEDGE, members=("QQQ",), claim="", cites=NOWHERE), by="ann", at=LATER
        )
    assert {fault.field for fault in refused.value.faults} == {
        "members[0]",
        "claim",
        "cites[0].source",
    }


async def test_every_figure_with_a_fault_is_named_and_none_is_written(held: Store) -> None:
    values = [replace(EARLIER, member="QQQ"), replace(SHARE, year=2023, cites=NOWHERE), EARLIER]
    with pytest.raises(RecordError) as refused:
        await held.record_figures(EDITION.id, values, by="ann", at=LATER)
    assert {fault.field for fault in refused.value.faults} == {
        "figures[0].member",
        "figures[1].cites[0].source",
    }
    assert await held.figure_history(EDITION.id, "ESP", Indicator.SHARE_OF_GDP, 2024) == ()


AGAIN: dict[str, tuple[Act, str]] = {
    "retracted twice": (retracting(Attendance, "guest"), "retracted already"),
    "withdrawn after it was retracted": (
        retracting(Attendance, "guest", "2025-06-10"),
        "retracted already",
    ),
    "corrected after it was retracted": (correcting(DECLINED), "record it anew"),
}


async def test_what_is_retracted_is_neither_retracted_nor_corrected(held: Store) -> None:
    await retract(held)
    wrong = {
        name: told
        for name, (act, said) in AGAIN.items()
        if not _names(told := await refusal(held, act), "id", said)
    }
    assert wrong == {}
    assert len(await held.history(Attendance, "guest")) == 2


RESTED_ON: dict[str, tuple[Value, type[Value], str, str]] = {
    "a member that pledges": (PLEDGE, Member, "ESP", "pledge:pledge"),
    "a member of a group": (GROUP, Member, "ESP", "group:group"),
    "a member with a stance": (STANCE, Member, "ESP", "stance:spain"),
    "a commitment with a stance": (
        replace(STANCE, commitment="five"),
        Commitment,
        "five",
        "stance:spain",
    ),
    "a commitment that a statement is about": (WARNING, Commitment, "five", "statement:warning"),
    "a member that a statement is about": (
        replace(WARNING, about="ESP"),
        Member,
        "ESP",
        "statement:warning",
    ),
    "a meeting that a statement is about": (
        replace(WARNING, about="the-hague-2025"),
        Meeting,
        "hague",
        "statement:warning",
    ),
    "a commitment that another adopts": (
        replace(PROPOSAL, id="six", adopts=("five",)),
        Commitment,
        "five",
        "commitment:six",
    ),
}


async def test_what_others_rest_on_is_not_retracted(filled: Store) -> None:
    await filled.record(PROPOSAL, by="ann", at=LATER)
    wrong: dict[str, object] = {}
    for case, (value, kind, name, said) in RESTED_ON.items():
        await filled.record(value, by="ann", at=LATER)
        told = await refusal(filled, retracting(kind, name))
        if not _names(told, "id", said):
            wrong[case] = told
        await filled.retract(type(value), value.id, by="ann", because="x", at=LATER)
    assert wrong == {}


async def test_what_was_retracted_cannot_be_referred_to(held: Store) -> None:
    await held.record(PROPOSAL, by="ann", at=LATER)
    await held.retract(Commitment, "five", by="ann", because="x", at=LATER)
    with pytest.raises(RecordError, match="'five', which is no commitment"):
        await held.record(replace(STANCE, commitment="five"), by="ann", at=LATER)


# Figures.


async def test_figures_that_are_recorded_are_in_the_series(held: Store) -> None:
    await held.record_figures(EDITION.id, [EARLIER], by="ann", at=LATER)
    (series,) = await held.all_series("ESP", Indicator.SHARE_OF_GDP, TODAY)
    assert dict(series.by_year) == {2024: EARLIER, 2025: SHARE}


async def test_a_figure_that_is_corrected_is_the_new_one_on_every_day(held: Store) -> None:
    mended = replace(SHARE, value=Decimal("2.00"))
    await held.correct_figure(EDITION.id, mended, by="ann", because="A slip.", at=LATER)
    ledger = (await held.knowledge()).ledger
    (series,) = ledger.all_series("ESP", Indicator.SHARE_OF_GDP, EDITION.published_on.last)
    assert str(series.latest.value) == "2.00"
    assert (await held.knowledge(at=NOW)).ledger != ledger


async def test_no_figures_are_no_write(held: Store) -> None:
    before = await state(held)
    await held.record_figures(EDITION.id, [], by="ann", at=LATER)
    assert await state(held) == before


async def test_a_figure_that_differs_in_its_places_alone_is_corrected(held: Store) -> None:
    for value in ("2.0", "2.00"):
        await held.correct_figure(
            EDITION.id, replace(SHARE, value=Decimal(value)), by="ann", because="x", at=LATER
        )
    history = await held.figure_history(EDITION.id, "ESP", Indicator.SHARE_OF_GDP, 2025)
    assert [str(each.value.value) for each in history[1:] if each.value] == ["2.0", "2.00"]


async def test_a_release_corrects_a_figure_that_differs_in_its_places_alone(
    sqlite_store: Store,
) -> None:
    for number, value in enumerate(("2.0", "2.00", "2.00")):
        shares = [replace(SHARE, value=Decimal(value))]
        release = replace(catalogue(SUMMIT, shares=shares), fingerprint=str(number))
        await sqlite_store.sync(release, now=NOW)
    history = await sqlite_store.figure_history(EDITION.id, "ESP", Indicator.SHARE_OF_GDP, 2025)
    assert [str(each.value.value) for each in history if each.value] == ["2.0", "2.00"]


async def test_a_figure_keeps_its_history(filled: Store) -> None:
    mended = replace(SHARE, value=Decimal("2.00"))
    await filled.correct_figure(EDITION.id, mended, by="ann", because="A slip.", at=LATER)
    await filled.retract_figure(
        EDITION.id, "ESP", Indicator.SHARE_OF_GDP, 2025, by="bob", because="Not there.", at=LATER
    )
    await filled.record_figures(EDITION.id, [SHARE], by="ann", at=LATER)
    history = await filled.figure_history(EDITION.id, "ESP", Indicator.SHARE_OF_GDP, 2025)
    assert [told(each) for each in history] == [
        (1, "recorded", SHARE, "catalogue", "catalogue", None),
        (2, "corrected", mended, "person", "ann", "A slip."),
        (3, "retracted", None, "person", "bob", "Not there."),
        (4, "recorded", SHARE, "person", "ann", None),
    ]


def told(entry: FigureEntry) -> tuple[object, ...]:
    return (entry.number, entry.action, entry.value, entry.origin, entry.by, entry.because)


async def test_a_figure_that_is_retracted_is_in_no_series(held: Store) -> None:
    await held.retract_figure(
        EDITION.id, "ESP", Indicator.SHARE_OF_GDP, 2025, by="ann", because="x", at=LATER
    )
    assert await held.all_series("ESP", Indicator.SHARE_OF_GDP, TODAY) == ()
    assert (await held.knowledge()).ledger.all_series("ESP", Indicator.SHARE_OF_GDP, TODAY) == ()


async def test_a_figure_that_was_retracted_is_neither_retracted_nor_corrected(
    held: Store,
) -> None:
    await retracting_figure(2025)(held)
    for act in (retracting_figure(2025), correcting_figure(SHARE)):
        with pytest.raises(RecordError, match="has no value"):
            await act(held)


# What a release drops, and people's records rest on.

LATVIA = replace(SPAIN, id="LVA", iso2="LV", joined=date(2004, 3, 29))
ADOPTED = (
    replace(PROPOSAL, id="two"),
    replace(PROPOSAL, id="three", adopts=("two",)),
    replace(PROPOSAL, adopts=("three",)),
)
BEFORE = replace(
    catalogue(SUMMIT, GUEST, *ADOPTED, replace(STANCE, id="theirs", commitment="five")),
    members=(SPAIN, LATVIA),
    fingerprint="before",
)
NOTHING = Catalogue(sources=(), members=(), editions=(), facts=(), fingerprint="nothing")
KEPT: dict[str, tuple[Act, set[str]]] = {
    "nothing": (figures(), set()),
    "a pledge": (record(PLEDGE), {"ESP", "pledge"}),
    "an attendance": (record(OTHER), {"hague", "other"}),
    "a statement about a meeting": (
        record(replace(WARNING, about="the-hague-2025")),
        {"hague", "warning"},
    ),
    "a statement about what adopts others": (
        record(WARNING),
        {"five", "three", "two", "warning"},
    ),
    "a stance on what adopts others": (
        record(replace(STANCE, member="LVA", party="LVA", commitment="five")),
        {"LVA", "five", "three", "two", "spain"},
    ),
    "another record of a meeting": (record(AGAIN_THERE), {"hague-again"}),
    "a stance that a person corrected": (
        correcting(replace(STANCE, id="theirs", commitment="two")),
        {"ESP", "two", "theirs"},
    ),
    "a figure": (figures(replace(EARLIER, member="LVA")), {"LVA", EDITION.id}),
}
"""What people write, and all that is left of what a release holds when the next holds nothing."""


async def test_what_people_wrote_keeps_what_it_rests_on(prepared: Path, tmp_path: Path) -> None:
    found: dict[str, set[str]] = {}
    for number, (name, (act, _)) in enumerate(KEPT.items()):
        file = tmp_path / f"{number}.db"
        shutil.copyfile(prepared, file)
        async with Store.open(address(file)) as store:
            await store.sync(BEFORE, now=NOW)
            await act(store)
            await store.sync(NOTHING, now=LATER + timedelta(days=1))
            found[name] = await living(store)
    assert found == {name: kept for name, (_, kept) in KEPT.items()}


async def living(store: Store) -> set[str]:
    """The ids of all records that are there; sources always are."""
    known = await store.knowledge()
    editions = {each.id for each in known.ledger.editions}
    facts = {each.fact.id for each in known.revisions if each.is_known_on(TODAY)}
    return facts | editions | {each.id for each in known.roster}


async def test_a_figure_of_a_person_outlives_the_release_that_held_its_edition(
    filled: Store,
) -> None:
    await filled.record_figures(EDITION.id, [EARLIER], by="ann", at=LATER)
    await filled.sync(NOTHING, now=LATER + timedelta(days=1))
    (series,) = await filled.all_series("ESP", Indicator.SHARE_OF_GDP, TODAY)
    assert dict(series.by_year) == {2024: EARLIER}
