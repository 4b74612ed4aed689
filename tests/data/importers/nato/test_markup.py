"""What is wrong inside a workbook's XML, and what the library would not tell or could not bear."""

import io
import resource
import zipfile
from datetime import UTC, datetime

import pytest
import xlsxwriter

from data.importers.nato.faults import WorkbookError
from data.importers.nato.grid import Sheet, sheets_of
from data.importers.nato.markup import MOST_CELLS

SHEET, TEXTS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
A_DAY = datetime(2024, 6, 17, tzinfo=UTC).replace(tzinfo=None)


@pytest.fixture(scope="module")
def plain() -> bytes:
    """A workbook with one of everything a cell can be."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Table 1")
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_string("A1", "Poland")
        sheet.write_number("B1", 4.25)
        sheet.write_boolean("C1", True)
        sheet.write_datetime("D1", A_DAY, day)
        sheet.write_formula("A2", "=1+1", None, 2)
        sheet.write_formula("B2", "=1/0", None, "#DIV/0!")  # pyright: ignore[reportCallIssue, reportArgumentType]
        sheet.write_string("C2", "=1+1")
        workbook.add_worksheet("Empty")
    return made.getvalue()


def changed(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            text = before.read(name)
            assert name != part or old in text
            after.writestr(name, text.replace(old, new, 1) if name == part else text)
    return made.getvalue()


def only(content: bytes) -> Sheet:
    return sheets_of(content)[0]


def test_cells_are_read_as_they_are_saved_and_nothing_is_worked_out(plain: bytes) -> None:
    sheet = only(plain)
    assert sheet.rows == (
        ("Poland", 4.25, True, ["2024-06-17"]),
        (2.0, "", "=1+1", ""),
    )


def test_errors_and_formulas_are_told_by_their_places(plain: bytes) -> None:
    marks = only(plain).marks
    assert (marks.errors, marks.formulas, marks.unsaved) == (
        {(1, 1): "#DIV/0!"},
        {(1, 0), (1, 1)},
        set(),
    )


def test_a_formula_without_a_saved_value_is_told(plain: bytes) -> None:
    bare = changed(plain, SHEET, b"<f>1+1</f><v>2</v>", b"<f>1+1</f>")
    assert only(bare).marks.unsaved == {(1, 0)}


def test_an_empty_sheet_is_a_sheet(plain: bytes) -> None:
    assert [(each.name, len(each.rows)) for each in sheets_of(plain)] == [
        ("Table 1", 2),
        ("Empty", 0),
    ]


DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'
XML = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
MANY_ROWS = b'<row r="200001"><c r="B200001"><v>1</v></c></row></sheetData>'

BAD = {
    "entities in a sheet": (SHEET, b"<worksheet", DOCTYPE + b"<worksheet", "declares XML entities"),
    "entities elsewhere": (
        "docProps/core.xml",
        b"<cp:core",
        DOCTYPE + b"<cp:core",
        "declares XML entities",
    ),
    "no XML": (SHEET, b"</worksheet>", b"", "is no XML"),
    "an encoding nobody knows": (SHEET, XML, XML.replace(b"UTF-8", b"morse"), "is no XML"),
    "a cell a million rows away": (SHEET, b"</sheetData>", FAR, "reach over 17179869184 cells"),
    "too many rows": (SHEET, b"</sheetData>", MANY_ROWS, f"more than {MOST_CELLS}"),
    "a cell without a place": (SHEET, b'<c r="A1"', b"<c", "does not say where it stands"),
    "a cell nowhere": (SHEET, b'<c r="A1"', b'<c r="A0"', "does not say where it stands"),
    "a sheet without a part": (
        "xl/_rels/workbook.xml.rels",
        b"worksheets/sheet1.xml",
        b"worksheets/sheet9.xml",
        "nothing in it belongs to the sheet 'Table 1'",
    ),
    "a text that is not there": (SHEET, b"<v>0</v>", b"<v>9</v>", "cannot be read as a workbook"),
    "more texts than there is room": (
        TEXTS,
        b'uniqueCount="2"',
        b'uniqueCount="99999999999"',
        "cannot be read as a workbook",
    ),
    "one long text many times": (
        TEXTS,
        b"<t>Poland</t>",
        b"<t>" + b"Poland" * 2_000_000 + b"</t>",
        "shows more text",
    ),
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_part_is_refused_and_takes_no_room(plain: bytes, what: str) -> None:
    part, old, new, told = BAD[what]
    content = changed(plain, part, old, new)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(WorkbookError, match=told):
        sheets_of(content)
    # In kilobytes on Linux, in bytes on macOS: there the limit is easily kept.
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000


def test_the_child_has_little_room(plain: bytes) -> None:
    """Ten billion bytes are refused to it, whoever starts it."""
    content = changed(plain, TEXTS, b'uniqueCount="2"', b'uniqueCount="500000000"')
    with pytest.raises(WorkbookError, match="within the room and the time"):
        sheets_of(content)
