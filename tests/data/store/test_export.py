"""What is exported and imported again is the same to the byte, on every engine and between them."""

import asyncio
import io
import itertools
import json
import shutil
from collections.abc import AsyncGenerator, Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from data.catalogue.model import Catalogue
from data.dates import PartialDate
from data.errors import StoreError
from data.exchange.filed import FileError
from data.exchange.files import Limits, take
from data.exchange.lines import FigureLine, Line, Named
from data.exchange.reading import parse
from data.facts.kinds import FACTS, KINDS
from data.facts.records import Meeting, Presence, Statement
from data.rules.commitments import (
    AnnualPlan,
    Category,
    Commitment,
    Dispute,
    Reservation,
    Status,
    StatusChange,
)
from data.rules.expenditure import Indicator
from data.store import Store
from data.store.engine import consistent, engine_for
from data.store.export import Format
from data.store.tables import fact, observation, reference, revision
from tests.data.store.conftest import (
    CITES,
    EDITION,
    NOW,
    REPORT,
    SHARE,
    SUMMIT,
    address,
    catalogue,
    confirmed,
    guest,
    lean,
)
from tests.shipped import CATALOGUE

LATER = datetime(2026, 11, 26, 9, 30, 15, 123456, tzinfo=UTC)
TODAY = date(2026, 11, 26)

Case = tuple[date | None, Format]
"""The day, None for the whole log; and the format."""

CASES: tuple[Case, ...] = (
    (None, "jsonl"),
    (date(2026, 11, 25), "csv"),
    # Members had reservations to a text that was to be agreed three days later.
    (date(2025, 6, 22), "jsonl"),
    (date(2014, 9, 5), "csv"),
)


FORMATS: tuple[Format, ...] = ("jsonl", "csv")


async def text_of(store: Store, day: date | None, form: Format = "jsonl") -> bytes:
    return "".join((await store.export(day)).text(form)).encode()


async def take_in(store: Store, content: bytes) -> None:
    await store.import_(io.BytesIO(content), now=LATER)


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return lean(CATALOGUE)


@pytest.fixture(scope="module")
def exports(shipped: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Mapping[Case, bytes]:
    """The shipped catalogue, exported from a store of SQLite."""
    url = address(tmp_path_factory.mktemp("shipped") / "store.db")

    async def read() -> Mapping[Case, bytes]:
        async with Store.open(url) as opened:
            await opened.prepare()
            await opened.sync(shipped, now=NOW)
            return {case: await text_of(opened, *case) for case in CASES}

    return asyncio.run(read())


@pytest.fixture
def other_url(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("other") / "store.db"
    file.write_bytes(prepared.read_bytes())
    return address(file)


@pytest.fixture
async def other(other_url: str) -> AsyncGenerator[Store, None]:
    """A second store, of SQLite, with nothing in it."""
    async with Store.open(other_url) as opened:
        yield opened


PROPOSAL = Commitment(
    id="proposal",
    title="A proposal",
    by_whom="The Secretary General",
    claim="Members are to spend more.",
    history=(
        StatusChange(
            status=Status.PROPOSED,
            on=PartialDate(2025, 6, 2),
            known_on=PartialDate(2025, 6, 2),
            cites=CITES,
        ),
        StatusChange(
            status=Status.SUPERSEDED,
            on=PartialDate(2025, 6, 25),
            known_on=PartialDate(2025, 6, 25),
            cites=CITES,
        ),
    ),
    clauses=(AnnualPlan(id="plan", claim="There is to be a plan.", cites=CITES),),
    superseded_by="declaration",
)
DECLARATION = replace(
    PROPOSAL,
    id="declaration",
    history=(
        replace(PROPOSAL.history[0], status=Status.AGREED, known_on=PartialDate(2025, 6, 25)),
    ),
    superseded_by=None,
)
RESERVATION = Reservation(
    id="reservation",
    member="ESP",
    commitment="declaration",
    category=Category.CORE,
    share=Decimal("2.1"),
    claim='=HYPERLINK("x"), they "said"; 2,1 %',
    speaker="Pedro Sánchez",
    known_on=PartialDate(2025, 6, 20),
    cites=CITES,
    disputes=(
        Dispute(
            id="dispute",
            claim="They will need more.",
            speaker="Mark Rutte",
            party="NATO",
            known_on=PartialDate(2025, 6, 26),
            cites=CITES,
        ),
    ),
)
STATEMENT = Statement(
    id="statement",
    kind="warning",
    about="the-hague-2025",
    party="NATO",
    said_on=PartialDate(2025, 6, 3),
    claim="It may be short.",
    known_on=PartialDate(2025, 6, 3),
    cites=CITES,
)
REASON = "The report says otherwise."


async def fill(store: Store) -> None:
    """A log in which everything was done that can be done, by the catalogue and by people."""
    invited = guest(Presence.INVITED)
    await store.sync(catalogue(SUMMIT, invited, PROPOSAL, DECLARATION), now=NOW)
    await store.sync(catalogue(SUMMIT, confirmed(invited), PROPOSAL, DECLARATION), now=LATER)
    by, why = {"by": "Ana", "at": LATER}, {"by": "Béla", "at": LATER, "because": REASON}
    for each in (RESERVATION, STATEMENT, guest(Presence.EXPECTED, name="other")):
        await store.record(each, **by)
    await store.correct(replace(REPORT, title="The report", note="-1"), **why)
    await store.correct(guest(Presence.DECLINED, "2025-06-10", name="other"), **why)
    await store.correct(guest(Presence.ABSENT, "2025-06-11", name="other"), **why, mend=True)
    await store.retract(Statement, "statement", **why, known_on=PartialDate(2025, 6, 20))
    await store.record(replace(STATEMENT, known_on=PartialDate(2025, 7, 1)), **by)
    await store.record(replace(STATEMENT, id="mistake"), **by)
    await store.retract(Statement, "mistake", **why)
    share = replace(SHARE, year=2024, value=Decimal("1.240"), estimate=False)
    await store.record_figures(EDITION.id, [share, replace(share, year=2023)], **by)
    await store.correct_figure(EDITION.id, replace(share, value=Decimal("1.28")), **why)
    await store.retract_figure(EDITION.id, "ESP", Indicator.SHARE_OF_GDP, 2023, **why)
    await store.record_figures(EDITION.id, [replace(share, year=2023)], **by)
    await store.retract_figure(EDITION.id, "ESP", Indicator.SHARE_OF_GDP, 2023, **why)


@pytest.fixture(scope="module")
def filled_file(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of SQLite that was filled, to be copied."""
    file = tmp_path_factory.mktemp("filled") / "store.db"
    shutil.copyfile(prepared, file)

    async def work() -> None:
        async with Store.open(address(file)) as opened:
            await fill(opened)

    asyncio.run(work())
    return file


@pytest.fixture(scope="module")
def filled(filled_file: Path) -> Mapping[Format, bytes]:
    """What is known today in a store that was filled, in each format."""

    async def read() -> Mapping[Format, bytes]:
        async with Store.open(address(filled_file)) as opened:
            return {form: await text_of(opened, TODAY, form) for form in FORMATS}

    return asyncio.run(read())


@pytest.fixture
def full_url(filled_file: Path, tmp_path: Path) -> str:
    return address(shutil.copyfile(filled_file, tmp_path / "full.db"))


@pytest.fixture
async def full(full_url: str) -> AsyncGenerator[Store, None]:
    """A store of SQLite that was filled."""
    async with Store.open(full_url) as opened:
        yield opened


@pytest.mark.parametrize("case", CASES, ids=str)
async def test_the_shipped_catalogue_comes_back_as_it_was(
    sqlite_store: Store, exports: Mapping[Case, bytes], case: Case
) -> None:
    await take_in(sqlite_store, exports[case])
    assert await text_of(sqlite_store, *case) == exports[case]


async def test_the_shipped_log_comes_back_from_a_server(
    postgres_store: Store, exports: Mapping[Case, bytes]
) -> None:
    (case, *_) = CASES
    await take_in(postgres_store, exports[case])
    assert await text_of(postgres_store, *case) == exports[case]


@pytest.mark.parametrize("case", CASES[:2], ids=str)
async def test_a_release_finds_its_own_records_in_what_was_imported(
    sqlite_store: Store, shipped: Catalogue, exports: Mapping[Case, bytes], case: Case
) -> None:
    await take_in(sqlite_store, exports[case])
    report = await sqlite_store.sync(shipped, now=LATER)
    assert (report.unchanged, report.steps) == (len(shipped.facts), ())


async def test_a_release_completes_what_was_imported_as_of_an_earlier_day(
    sqlite_store: Store, shipped: Catalogue, exports: Mapping[Case, bytes]
) -> None:
    await take_in(sqlite_store, exports[CASES[2]])
    await sqlite_store.sync(shipped, now=LATER)
    assert await sqlite_store.knowledge() == shipped.knowledge()


async def test_a_shipped_export_tells_nothing_that_was_known_later(
    exports: Mapping[Case, bytes],
) -> None:
    day = date(2025, 6, 22)
    header, *lines = map(parse, exports[CASES[2]].decode().splitlines())
    known = [each["known_on"] for each in lines if each["kind"] in FACTS]
    told = json.dumps([each["record"] for each in lines if each["kind"] == "commitment"])
    assert header["as_of"] == day.isoformat()
    assert max(known) <= day.isoformat()
    assert "2025-06-25" not in told


@pytest.mark.parametrize("form", FORMATS)
async def test_a_whole_log_comes_back_as_it_was(store: Store, other: Store, form: Format) -> None:
    await fill(store)
    exported = await text_of(store, None, form)
    await take_in(other, exported)
    assert await text_of(other, None, form) == exported
    for kind, name in (("attendance", "other"), ("statement", "statement"), ("source", "report")):
        assert await other.history(KINDS[kind], name) == await store.history(KINDS[kind], name)


async def test_a_whole_log_comes_back_into_every_table(
    full: Store, full_url: str, other: Store, other_url: str
) -> None:
    await take_in(other, await text_of(full, None))
    assert await rows(other_url) == await rows(full_url)


async def rows(url: str) -> list[list[str]]:
    engine = engine_for(url)
    try:
        async with consistent(engine).connect() as connection:
            found = [await connection.execute(select(each)) for each in LOGS]
            return [sorted(map(repr, each.all())) for each in found]
    finally:
        await engine.dispose()


LOGS = (fact, revision, reference, observation)


async def test_what_was_known_on_a_day_comes_back_as_it_was(
    store: Store, prepared: Path, tmp_path: Path
) -> None:
    await fill(store)
    for day, form in itertools.product((5, 12, 22, 30), FORMATS):
        as_of = date(2025, 6, day)
        file = tmp_path / f"{day}.{form}"
        shutil.copyfile(prepared, file)
        exported = await text_of(store, as_of, form)
        async with Store.open(address(file)) as fresh:
            await take_in(fresh, exported)
            assert await text_of(fresh, as_of, form) == exported


async def test_what_was_known_is_answered_alike_after_the_import(full: Store, other: Store) -> None:
    for day in (date(2025, 6, 12), date(2025, 9, 1)):
        before = await full.export(day)
        kept = [each.value for each in before.lines if isinstance(each, Line)]
        assert set(await full.known(Meeting, day)) <= set(kept)
    await take_in(other, await text_of(full, TODAY))
    assert (await other.knowledge()).known(Meeting, TODAY) == (SUMMIT,)
    assert (await other.knowledge()).ledger == (await full.knowledge()).ledger


async def test_who_wrote_a_record_and_why_survives(full: Store, other: Store) -> None:
    await take_in(other, await text_of(full, TODAY))
    entry = (await other.history(KINDS["attendance"], "other"))[-1]
    assert (entry.action, entry.by, entry.at, entry.because) == ("corrected", "Béla", LATER, REASON)
    assert entry.origin == "person"


async def test_what_was_not_known_yet_is_only_named(full: Store) -> None:
    lines = (await full.export(date(2025, 6, 22))).lines
    commitments = [each.value for each in lines if isinstance(each, Line)]
    assert Named(id="declaration") in lines
    (proposal,) = [each for each in commitments if isinstance(each, Commitment)]
    assert (len(proposal.history), proposal.superseded_by) == (1, None)
    (reservation,) = [each for each in commitments if isinstance(each, Reservation)]
    assert reservation.disputes == ()


async def test_an_edition_comes_with_its_day(full: Store) -> None:
    before = await full.export(date(2025, 8, 27))
    after = await full.export(date(2025, 8, 28))
    assert [each for each in before.lines if isinstance(each, FigureLine)] == []
    assert sum(isinstance(each, FigureLine) for each in after.lines) == 2


async def test_two_days_differ_in_the_lines_that_changed(full: Store) -> None:
    one = (await text_of(full, date(2025, 6, 10))).decode().splitlines()[1:]
    other = (await text_of(full, date(2025, 6, 20))).decode().splitlines()[1:]
    gone, new = set(one) - set(other), set(other) - set(one)
    assert [parse(each)["id"] for each in gone] == ["statement"]
    assert sorted(parse(each)["id"] for each in new) == ["declaration", "other", "reservation"]
    assert [each for each in one if each in other] == [each for each in other if each in one]


async def test_a_later_log_is_an_earlier_one_with_lines_put_in(sqlite_store: Store) -> None:
    await sqlite_store.sync(catalogue(SUMMIT), now=NOW)
    one = (await text_of(sqlite_store, None)).splitlines()[1:]
    await sqlite_store.record(guest(Presence.INVITED), by="Ana", at=LATER)
    other = (await text_of(sqlite_store, None)).splitlines()[1:]
    assert [each for each in other if each in one] == one
    assert len(other) == len(one) + 1


async def test_records_stand_in_the_order_of_their_kinds_and_ids(full: Store) -> None:
    order = list(KINDS)
    places = [
        (order.index(each.kind), each.id)
        for each in (await full.export(TODAY)).lines
        if isinstance(each, Line)
    ]
    assert places == sorted(places)


async def test_of_an_empty_store_there_is_the_first_line(sqlite_store: Store, other: Store) -> None:
    exported = await text_of(sqlite_store, TODAY)
    assert exported.count(b"\n") == 1
    await take_in(other, exported)
    assert await text_of(other, TODAY) == exported


async def test_what_was_imported_can_be_written_on(store: Store, full: Store) -> None:
    await take_in(store, await text_of(full, date(2025, 6, 22)))
    await store.record(DECLARATION, by="Ana", at=LATER)
    await store.correct(
        replace(RESERVATION, share=Decimal("2.2")), by="Ana", at=LATER, because=REASON
    )
    assert await store.fact(Commitment, "declaration", TODAY) == DECLARATION


async def test_a_store_that_holds_anything_takes_no_file(store: Store, full: Store) -> None:
    await store.sync(catalogue(SUMMIT), now=NOW)
    before = await text_of(store, None)
    with pytest.raises(StoreError, match="holds facts already"):
        await take_in(store, await text_of(full, None))
    assert await text_of(store, None) == before


def _changed(number: int, old: str, new: str) -> Callable[[list[str]], list[str]]:
    """With other words in one line, which is counted from 1."""

    def change(lines: list[str]) -> list[str]:
        assert old in lines[number - 1]
        return [*lines[: number - 1], lines[number - 1].replace(old, new), *lines[number:]]

    return change


def _told_twice(lines: list[str]) -> list[str]:
    return [lines[0].replace('"records":12', '"records":13'), *lines[1:], lines[-1]]


BAD: list[tuple[str, Callable[[list[str]], list[str]], int, str, str]] = [
    # what, how, line, field, part of the reason
    ("cut within a line", lambda lines: [*lines[:-1], lines[-1][:50]], 13, "", "not JSON"),
    ("cut between lines", lambda lines: lines[:-1], 1, "records", "lines of it are missing"),
    ("lines left out", lambda lines: [lines[0], *lines[2:]], 1, "records", "missing"),
    ("nothing", lambda _: [], 1, "", "ends before"),
    ("another file", lambda _: ["Hello"], 1, "", "no file that article3 export"),
    ("another version", _changed(1, '"version":1', '"version":2'), 1, "version", "reads 1"),
    ("an empty line", lambda lines: [*lines[:3], "", *lines[3:]], 4, "", "not JSON"),
    ("a figure twice", _told_twice, 14, "id", "told in line 13 already"),
    ("no such member", _changed(12, "ESP", "AUT"), 12, "record.member", "'AUT'"),
    ("no such source", _changed(5, '"source":"report"', '"source":"x"'), 5,
     "record.history[0].cites[0].source", "'x', which is no source"),
    ("no such edition", _changed(12, '"edition":"2025', '"edition":"2024'), 12, "edition", "2024"),
    ("no such day", _changed(8, '"2025-06-01"', '"2025-02-30"'), 8, "known_on", "2025-02-30"),
    ("a control character", _changed(8, "It is", "It\\u0007is"), 8, "record.claim", "U+0007"),
    ("a name of nobody", _changed(8, '"by":"catalogue"', '"by":" "'), 8, "by", "is empty"),
    ("the end of the calendar", _changed(7, '"at":"2026-11-26T', '"at":"9999-12-31T'), 7, "at",
     "9999"),
    ("yet to come", _changed(8, '"at":"2026', '"at":"2036'), 8, "at", "still to come"),
    ("a share of more than all", _changed(12, '"value":"1.28"', '"value":"101"'), 12, "record",
     "above 100"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "line", "field", "part"), [each[1:] for each in BAD], ids=[each[0] for each in BAD]
)
async def test_a_bad_file_is_refused_by_line_field_and_reason(
    sqlite_store: Store,
    filled: Mapping[Format, bytes],
    change: Callable[[list[str]], list[str]],
    line: int,
    field: str,
    part: str,
) -> None:
    lines = filled["jsonl"].decode().splitlines()
    before = await sqlite_store.change_counter()
    with pytest.raises(FileError) as refused:
        await take_in(sqlite_store, "\n".join([*change(lines), ""]).encode())
    faults = {(each.line, each.field): each.problem for each in refused.value.faults}
    assert part in faults[line, field]
    assert await sqlite_store.change_counter() == before
    assert (await sqlite_store.export(None)).lines == ()


BAD_ROWS: list[tuple[str, Callable[[list[str]], list[str]], int, str, str]] = [
    ("a column missing", lambda rows: [rows[0].replace(",claim,", ","), *rows[1:]], 1, "claim",
     "no such column"),
    ("a column more", lambda rows: [rows[0] + ",more", *rows[1:]], 1, "", "columns must be"),
    ("a cell missing", lambda rows: [*rows[:8], rows[8].partition(",")[2], *rows[9:]], 9, "",
     "19 cells"),
    ("no header", lambda rows: [rows[0], *rows[2:]], 2, "kind", "that of the header"),
    ("an open quote", lambda rows: [*rows[:-1], rows[-1][:-1]], 14, "", "not CSV"),
    ("a cell that somebody changed", _changed(9, ",It is to", ",It was to"), 9, "claim",
     "says 'It was to be held"),
    ("a part missing", lambda rows: rows[:-1], 2, "records", "missing"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "line", "field", "part"),
    [each[1:] for each in BAD_ROWS],
    ids=[each[0] for each in BAD_ROWS],
)
async def test_a_bad_sheet_is_refused_by_line_field_and_reason(
    sqlite_store: Store,
    filled: Mapping[Format, bytes],
    change: Callable[[list[str]], list[str]],
    line: int,
    field: str,
    part: str,
) -> None:
    rows = filled["csv"].decode().splitlines()
    with pytest.raises(FileError) as refused:
        await take_in(sqlite_store, "\r\n".join([*change(rows), ""]).encode())
    faults = {(each.line, each.field): each.problem for each in refused.value.faults}
    assert part in faults[line, field]
    assert (await sqlite_store.export(None)).lines == ()


BROKEN_CHAINS = [
    # action and number of the states of one record, field, part of the reason
    (["recorded 2"], "number", "the next state of this record is 1"),
    (["corrected 1"], "action", "cannot follow nothing"),
    (["recorded 1", "recorded 2"], "action", "cannot follow 'recorded'"),
    (["recorded 1", "corrected 3"], "number", "the next state of this record is 2"),
    (["recorded 1", "corrected 1"], "number", "the next state of this record is 2"),
    (["recorded 1", "retracted 2", "corrected 3"], "action", "cannot follow 'retracted'"),
    (["recorded 1", "retracted 2", "retracted 3"], "action", "cannot follow 'retracted'"),
]


@pytest.mark.parametrize(("states", "field", "part"), BROKEN_CHAINS)
async def test_states_that_do_not_follow_each_other_are_refused(
    sqlite_store: Store, other: Store, states: list[str], field: str, part: str
) -> None:
    await other.sync(catalogue(SUMMIT, shares=()), now=NOW)
    header, *lines = (await text_of(other, None)).decode().splitlines()
    meeting = parse(lines.pop())
    for action, number in (each.split() for each in states):
        state = {**meeting, "action": action, "number": int(number)}
        state["because"] = None if action == "recorded" else REASON
        state["record"] = None if action == "retracted" else meeting["record"]
        lines.append(json.dumps(state))
    top = json.dumps({**parse(header), "records": len(lines)})
    with pytest.raises(FileError) as refused:
        await take_in(sqlite_store, "\n".join([top, *lines]).encode())
    (fault,) = refused.value.faults
    assert (fault.line, fault.field) == (len(lines) + 1, field)
    assert part in fault.problem


LIMITS = [
    (Limits(line=100), 2, "more than 100 bytes"),
    (Limits(bytes=1000), 4, "The file has more than 1000 bytes"),
    (Limits(records=3), 5, "more than 3 records"),
]


@pytest.mark.parametrize(("limits", "line", "part"), LIMITS)
def test_a_file_beyond_a_limit_is_not_read_on(
    filled: Mapping[Format, bytes], limits: Limits, line: int, part: str
) -> None:
    stream = io.BytesIO(filled["jsonl"])
    with pytest.raises(FileError) as refused:
        take(stream, now=LATER, limits=limits)
    (fault,) = refused.value.faults
    assert (fault.line, part in fault.problem) == (line, True)
    assert stream.tell() < len(stream.getvalue())


def test_what_is_not_utf_8_is_told_with_its_byte(filled: Mapping[Format, bytes]) -> None:
    content = filled["jsonl"].replace("Béla".encode(), "Béla".encode("latin1"))
    with pytest.raises(FileError) as refused:
        take(io.BytesIO(content), now=LATER)
    assert {each.line for each in refused.value.faults} == {2, 10, 12}
    assert "0xE9" in refused.value.faults[0].problem


def test_a_mark_of_utf_8_before_the_first_line_does_no_harm(filled: Mapping[Format, bytes]) -> None:
    content = filled["csv"]
    taken = take(io.BytesIO(b"\xef\xbb\xbf" + content), now=LATER)
    assert taken == take(io.BytesIO(content), now=LATER)


def test_of_many_faults_the_first_twenty_are_told(filled: Mapping[Format, bytes]) -> None:
    header = filled["jsonl"].splitlines()[0]
    content = b"\n".join([header, *[b"{}"] * 30])
    with pytest.raises(FileError) as refused:
        take(io.BytesIO(content), now=LATER)
    assert [each.line for each in refused.value.faults] == list(range(2, 22))
    assert refused.value.more


@given(st.binary() | st.text().map(str.encode))
def test_no_content_breaks_the_reading_of_a_file(content: bytes) -> None:
    with pytest.raises(FileError) as refused:
        take(io.BytesIO(content), now=LATER)
    assert refused.value.faults


async def test_a_source_whose_day_was_corrected_keeps_nobody_from_importing(
    full: Store, other: Store
) -> None:
    later = replace(REPORT, published_on=PartialDate(2025, 6, 30))
    await full.correct(later, by="Ana", at=LATER, because=REASON)
    for day in (None, TODAY):
        assert take(io.BytesIO(await text_of(full, day)), now=LATER).lines
    await take_in(other, await text_of(full, None))
    assert await text_of(other, None) == await text_of(full, None)


async def test_a_word_on_what_was_to_come_is_kept_with_its_name(full: Store, other: Store) -> None:
    word = replace(STATEMENT, id="hope", about="declaration")
    await full.record(word, by="Ana", at=LATER)
    day = date(2025, 6, 5)
    exported = await text_of(full, day)
    await take_in(other, exported)
    assert Named(id="declaration") in (await full.export(day)).lines
    assert await text_of(other, day) == exported


async def test_a_record_that_no_import_would_read_is_told_before_it_is_written(
    sqlite_store: Store,
) -> None:
    clause = AnnualPlan(id="plan", claim="漢" * 600, cites=CITES)
    clauses = tuple(replace(clause, id=f"plan-{number}") for number in range(50))
    await sqlite_store.sync(catalogue(replace(DECLARATION, clauses=clauses)), now=NOW)
    await sqlite_store.correct(
        replace(DECLARATION, clauses=tuple(replace(each, cites=MANY) for each in clauses)),
        by="Ana",
        at=LATER,
        because=REASON,
        mend=True,
    )
    with pytest.raises(StoreError, match="'declaration' needs a line of"):
        await text_of(sqlite_store, TODAY)


MANY = tuple(replace(CITES[0], locator=f"Paragraph {number}") for number in range(50))
