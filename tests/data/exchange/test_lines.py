"""The text of records and back: what is written reads the same, and nothing else is taken."""

import json
from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.dates import PartialDate
from data.errors import RecordError
from data.exchange import sheet
from data.exchange.lines import (
    FigureLine,
    Filed,
    Header,
    Line,
    Named,
    write,
    write_header,
)
from data.exchange.reading import read, read_header
from data.facts.log import ALWAYS, Action
from data.facts.records import Pledge
from data.rules.commitments import Category
from data.rules.expenditure import Indicator, Observation
from data.sources import Cite, Grade, Source

AT = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)

SOURCE = Source(
    id="report",
    title="A report",
    publisher="An agency",
    published_on=PartialDate(2025, 6, 1),
    verified_on=date(2026, 11, 25),
    url="https://example.org/report",
    grade=Grade.WIRE,
)
LINE = Line(
    kind="source",
    id="report",
    action="recorded",
    known_on=PartialDate(2025, 6, 1),
    origin="catalogue",
    by="catalogue",
    at=AT,
    value=SOURCE,
)
FIGURE = FigureLine(
    edition="tables",
    member="ESP",
    indicator=Indicator.REAL_CHANGE,
    year=2025,
    action="corrected",
    origin="person",
    by="Ana",
    at=AT,
    because="The table says otherwise.",
    value=Observation(
        member="ESP",
        indicator=Indicator.REAL_CHANGE,
        year=2025,
        value=Decimal("-2.50"),
        estimate=True,
        cites=(Cite(source="report", locator="Table 2"),),
    ),
)

# What a record may hold, and more: quotes, commas, marks of a formula, every script.
TEXTS = st.text(
    st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")), min_size=1
).filter(lambda text: text.strip() != "")
LETTERS = st.sampled_from("aZ09 '\"=+-@,;<>&ß€漢＝－")
PLAIN = st.text(LETTERS, min_size=1, max_size=40).filter(lambda text: text.strip() != "")
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
DAYS = st.dates(min_value=date(1949, 1, 1), max_value=date(2100, 1, 1))
DATES = st.one_of(
    DAYS.map(PartialDate.of),
    DAYS.map(lambda day: PartialDate(day.year, day.month)),
    DAYS.map(lambda day: PartialDate(day.year)),
)
MOMENTS = st.builds(datetime.combine, DAYS, st.times(), st.just(UTC))
ACTIONS: tuple[Action, ...] = ("recorded", "corrected", "retracted")
SHARES = st.decimals(min_value=0, max_value=100, places=3)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    known_on = draw(DATES)
    value = Pledge(
        id="spain-pledge",
        members=tuple(draw(st.lists(st.sampled_from(["ESP", "FRA"]), min_size=1))),
        kind="pledge",
        category=Category.CORE,
        share=draw(st.none() | SHARES),
        claim=draw(PLAIN),
        speaker=draw(st.none() | PLAIN),
        known_on=known_on,
        cites=(Cite(source="report", locator=draw(PLAIN)),),
    )
    action: Action = draw(st.sampled_from(ACTIONS))
    return Line(
        kind="pledge",
        id=value.id,
        number=draw(st.integers(min_value=1, max_value=9)),
        action=action,
        known_on=known_on,
        governs_from=draw(st.just(ALWAYS) | DAYS),
        origin=draw(st.sampled_from(["catalogue", "person"])),
        by=draw(PLAIN),
        at=draw(MOMENTS),
        because=None if action == "recorded" else draw(PLAIN),
        value=None if action == "retracted" else value,
    )


@st.composite
def figures(draw: st.DrawFn) -> FigureLine:
    value = Observation(
        member="ESP",
        indicator=Indicator.REAL_CHANGE,
        year=draw(st.integers(min_value=1949, max_value=2100)),
        value=draw(st.decimals(allow_nan=False, allow_infinity=False, places=30)),
        estimate=draw(st.booleans()),
        cites=(Cite(source="report", locator=draw(PLAIN)),),
        places=draw(st.integers(min_value=0, max_value=2)),
    )
    return FigureLine(
        edition="tables",
        member=value.member,
        indicator=value.indicator,
        year=value.year,
        number=1,
        action="recorded",
        origin="catalogue",
        by=draw(PLAIN),
        at=draw(MOMENTS),
        value=value,
    )


FILED = st.one_of(lines(), figures(), st.just(Named(id="hague-2025")))


@given(FILED)
def test_a_line_reads_back_as_it_was(filed: Filed) -> None:
    text = write(filed)
    assert read(text, history=True) == filed
    assert "\n" not in text


@given(FILED)
def test_a_row_reads_back_as_it_was(filed: Filed) -> None:
    text = sheet.write_row(filed, {"report": Grade.WIRE})
    row = sheet.read_row(text)
    assert read(row["record"], history=True) == filed
    assert list(sheet.differences(row, filed, {"report": Grade.WIRE})) == []


@given(FILED)
def test_no_cell_begins_like_a_formula(filed: Filed) -> None:
    cells = sheet.split(sheet.write_row(filed, {}))
    assert [cell for cell in cells if cell.startswith(FORMULAS)] == []


@given(TEXTS)
def test_the_mark_against_formulas_comes_off_again(cell: str) -> None:
    assert sheet.bare(sheet.guarded(cell)) == cell


@given(st.text())
def test_no_text_breaks_the_reading_of_a_line(text: str) -> None:
    with pytest.raises(RecordError):
        read(text, history=True)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5))
def test_no_value_in_the_wrong_place_breaks_the_reading(value: object) -> None:
    for key in ("kind", "id", "action", "known_on", "origin", "by", "at", "because", "record"):
        with suppress(RecordError):
            read(json.dumps({**json.loads(write(LINE)), key: value}), history=False)


@given(DAYS | st.none(), st.integers(min_value=0, max_value=10**6))
def test_a_header_reads_back_as_it_was(as_of: date | None, records: int) -> None:
    header = Header(as_of=as_of, records=records)
    assert read_header(write_header(header)) == header


def test_a_line_is_written_as_it_always_was() -> None:
    assert write(LINE) == (
        '{"kind":"source","id":"report","action":"recorded","known_on":"2025-06-01",'
        '"governs_from":null,"origin":"catalogue","by":"catalogue","at":"2026-11-25T08:00:00Z",'
        '"because":null,"record":{"id":"report","title":"A report","publisher":"An agency",'
        '"published_on":"2025-06-01","verified_on":"2026-11-25",'
        '"url":"https://example.org/report","grade":"wire","licence":null,"note":null}}'
    )


def test_a_row_says_what_a_person_looks_for() -> None:
    row = sheet.cells(FIGURE, {"report": Grade.WIRE})
    assert [row[name] for name in ("kind", "edition", "member", "year", "value", "grades")] == [
        "figure", "tables", "ESP", "2025", "-2.50", "wire"
    ]  # fmt: skip
    assert sheet.split(sheet.write_row(FIGURE, {}))[sheet.COLUMNS.index("value")] == "'-2.50"


HEADERS = [
    ('{"format":"article3","version":2,"as_of":null,"history":true,"records":0}', "version"),
    ('{"format":"article3","version":true,"as_of":null,"history":true,"records":0}', "version"),
    ('{"format":"other","version":1,"as_of":null,"history":true,"records":0}', "format"),
    ('{"format":"article3","version":1,"as_of":null,"history":false,"records":0}', "as_of"),
    ('{"format":"article3","version":1,"as_of":"2025-02-30","history":false,"records":0}', "as_of"),
    ('{"format":"article3","version":1,"as_of":null,"history":true,"records":-1}', "records"),
    ('{"format":"article3","version":1,"as_of":null,"history":true}', "records"),
    ("[]", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "field"), HEADERS)
def test_a_header_of_something_else_is_refused(text: str, field: str) -> None:
    with pytest.raises(RecordError) as refused:
        read_header(text)
    assert [fault.field for fault in refused.value.faults] == [field]


def _with(**changes: object) -> str:
    values = json.loads(write(LINE))
    record = {key[2:]: changes.pop(key) for key in list(changes) if key.startswith("r_")}
    return json.dumps({**values, "record": {**values["record"], **record}, **changes})


BAD = [
    # line, field, part of what is said
    (_with(kind="nothing"), "kind", "must be one of source, member"),
    (_with(kind="stance"), "record.member", "is missing."),
    (_with(id="another"), "id", "its record says 'report'"),
    (_with(known_on="2025-06-02"), "known_on", "its record says 2025-06-01"),
    (_with(known_on="2025-02-30"), "known_on", "is not a date we know"),
    (_with(governs_from="2025-02-30"), "governs_from", "not a day we know"),
    (_with(number=1), "number", "one state of each record"),
    (_with(action="retracted"), "action", "only a file with the whole history"),
    (_with(action="corrected"), "because", "must say why"),
    (_with(because="No reason."), "because", "must say why"),
    (_with(origin="nobody"), "origin", "must be 'catalogue' or 'person'"),
    (_with(by=""), "by", "is empty."),
    (_with(by="a\x00"), "by", "U+0000"),
    (_with(by="x" * 81), "by", "the most is 80"),
    (_with(at="2026-11-25"), "at", "not a moment such as"),
    (_with(at="2026-11-25T08:00:00"), "at", "not a moment such as"),
    (_with(at="2026-02-30T08:00:00Z"), "at", "not in the calendar"),
    (_with(record=None), "record", "must be null where it was retracted"),
    (_with(record=[]), "record", "no table"),
    (_with(more=1), "more", "is not a key"),
    (_with(r_title="a\u202eb"), "record.title", "U+202E"),
    (_with(r_title="a\nb"), "record.title", "U+000A"),
    (_with(r_title="\ud800"), "record.title", "U+D800"),
    (_with(r_verified_on="2025-02-30"), "record.verified_on", "not a day we know"),
    (_with(r_grade="best"), "record.grade", "must be"),
    (_with(r_more=1), "record.more", "is not a key"),
    ('{"kind":"source","kind":"source"}', "", "given twice"),
    ('{"kind":"source","number":NaN}', "", "NaN"),
    ('{"kind":"source"', "", "not JSON"),
    ("[" * 100_000, "", "too deep"),
    ('{"kind":"source","number":' + "9" * 5000 + "}", "", "not JSON"),
    ('{"kind":"named","id":"Not an id"}', "id", "an id is made of"),
    ('{"kind":"named","id":"x","record":null}', "record", "is not a key"),
    ("null", "", "no table"),
]


@pytest.mark.parametrize(("text", "field", "part"), BAD)
def test_a_bad_line_is_told_by_field_and_reason(text: str, field: str, part: str) -> None:
    with pytest.raises(RecordError) as refused:
        read(text, history=False)
    faults = {fault.field: fault.problem for fault in refused.value.faults}
    assert part in faults[field]


def test_a_cell_that_nobody_changed_in_the_record_is_told() -> None:
    row = {**sheet.cells(LINE, {"report": Grade.WIRE}), "claim": "Another report"}
    (fault,) = sheet.differences(row, LINE, {"report": Grade.WIRE})
    assert (fault.field, "'Another report'" in fault.problem) == ("claim", True)


ROWS = [
    ("kind,id", "known_on", "no such column"),
    (",".join(reversed(sheet.COLUMNS)), "", "The columns must be"),
    ('"kind', "", "not CSV"),
]


@pytest.mark.parametrize(("text", "field", "part"), ROWS)
def test_other_columns_are_refused(text: str, field: str, part: str) -> None:
    with pytest.raises(RecordError) as refused:
        sheet.read_titles(text)
    assert part in {fault.field: fault.problem for fault in refused.value.faults}[field]
