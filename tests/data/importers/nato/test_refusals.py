"""A workbook in a layout that is not known stops: one bad workbook per way to be wrong, each told
with its sheet, its cell, and what was expected there."""

from collections.abc import Callable

import pytest

from data.importers.nato.agreement import understand
from data.importers.nato.faults import MOST, WorkbookError
from tests.data.importers.nato.workbooks import Book, book
from tests.shipped import KNOWN


def refused(made: Book) -> WorkbookError:
    with pytest.raises(WorkbookError) as caught:
        understand(made.sheets(), KNOWN.roster)
    return caught.value


def without(sheet: str) -> Book:
    made = book("2026")
    del made.cells[sheet]
    return made


def twice(sheet: str) -> Book:
    made = book("2026")
    made.cells["A copy"] = made.cells[sheet]
    return made


def put(sheet: str, place: str, content: object) -> Callable[[], Book]:
    return lambda: book("2026").put(sheet, place, content)


TABLE_3 = "Table …: Defence expenditure as a share of GDP and annual real change"
A_NUMBER = "expected a number, or .. or - where there is none."

WRONG: dict[str, tuple[Callable[[], Book], str]] = {
    "another title": (
        put("Table 3", "A1", "Table 3: Spending in the eyes of the beholder"),
        f"Table 3!A1: holds 'Table 3: Spending in the eyes of the beholder'; expected {TABLE_3}.",
    ),
    "no title": (
        put("Table 3", "A1", "Tableau 3"),
        f"Table 3!A1: holds 'Tableau 3'; expected {TABLE_3}.",
    ),
    "another unit": (
        put("Table 2", "A2", "Billion US dollars"),
        "Table 2!A2: holds 'Billion US dollars'; expected Million US dollars.",
    ),
    "another heading": (
        put("Table 3", "A3", "Share of nominal GDP"),
        "Table 3!A3: holds 'Share of nominal GDP'; expected Share of real GDP (%).",
    ),
    "a table is missing": (
        lambda: without("Table 7"),
        "No sheet holds a table with the title 'Table …: Military personnel' and the line '",
    ),
    "a table stands there twice": (
        lambda: twice("Table 7"),
        "A copy!A2: begins a second 'Thousands'; the first is in Table 7!A2.",
    ),
    "a year is missing": (
        put("Table 3", "D4", 2020),
        "Table 3!D4: holds '2020'; expected 2021.",
    ),
    "no years": (
        lambda: book("2026").drop("Table 3", 4),
        "Table 3!A5: holds 'Albania'; expected a row of years above it, such as 2014, 2015 ",
    ),
    "a stranger": (
        put("Table 3", "A5", "Atlantis"),
        "Table 3!A5: holds 'Atlantis'; expected a member of NATO, or a group such as NATO Total.",
    ),
    "a country that is no member": (
        put("Table 3", "A5", "Austria"),
        "Table 3!A5: holds 'Austria'; expected a member of NATO, or a group such as NATO Total.",
    ),
    "a member twice": (
        put("Table 3", "A6", "Albania"),
        "Table 3!A6: names Albania again, which stands in A5 already.",
    ),
    "a member is missing": (
        lambda: book("2026").drop("Table 3", 12),
        "Table 3!A3: has no row for EST; expected one for each member with armed forces.",
    ),
    "a row without a name": (
        put("Table 3", "A6", ""),
        "Table 3!B6: holds '1.26'; expected nothing, for no name stands before it.",
    ),
    "a column without a year": (
        put("Table 3", "Q7", 3.3),
        "Table 3!Q7: holds '3.3'; expected nothing, for no year stands above it.",
    ),
    "a word for a number": (
        put("Table 3", "C7", "about two"),
        f"Table 3!C7: holds 'about two'; {A_NUMBER}",
    ),
    "a formula for a number": (
        put("Table 3", "C7", "=1+1"),
        f"Table 3!C7: holds '=1+1'; {A_NUMBER}",
    ),
    "a formula that calls a program": (
        put("Table 3", "C7", "=cmd|' /C calc'!A0"),
        f"Table 3!C7: holds '=cmd|' /C calc'!A0'; {A_NUMBER}",
    ),
    "an error for a number": (
        put("Table 3", "C7", "#REF!"),
        f"Table 3!C7: holds '#REF!'; {A_NUMBER}",
    ),
    "a truth for a number": (put("Table 3", "C7", True), f"Table 3!C7: holds 'True'; {A_NUMBER}"),
    "a day for a number": (
        put("Table 3", "C7", ["2024-06-17"]),
        f"Table 3!C7: holds '2024-06-17'; {A_NUMBER}",
    ),
    "no number at all": (
        put("Table 3", "C7", float("nan")),
        f"Table 3!C7: holds 'NaN'; {A_NUMBER}",
    ),
    "an endless number": (
        put("Table 3", "C7", float("-inf")),
        f"Table 3!C7: holds '-Infinity'; {A_NUMBER}",
    ),
    "an absurd number": (
        put("Table 2", "C7", 1e300),
        "Table 2!C7: holds '1e+300'; expected a number below a million millions.",
    ),
    "prices of two years": (
        put("Table 2", "A39", "Constant 2015 prices and exchange rates"),
        "Table 2!A39: names prices of 2015; Table 1!A37 names those of 2021.",
    ),
    "two things counted": (
        put("Table 2", "A1", "Table 2: Defence expenditure"),
        "Table 2!A1: does not agree with Table 1!A1 on whether core defence is counted.",
    ),
    "a long text": (
        put("Table 3", "C7", "x" * 10_000),
        f"Table 3!C7: holds '{'x' * 59}…'; {A_NUMBER}",
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_told_with_its_cell(what: str) -> None:
    make, told = WRONG[what]
    assert str(refused(make()).faults[0]).startswith(told)


def test_tables_of_other_years_are_told() -> None:
    made = book("2026")
    shorter = {place: each for place, each in made.cells["Table 7"].items() if place[1] < 8}
    made.cells["Table 7"] = shorter
    assert [str(each) for each in refused(made).faults] == [
        "Table 7!B3: begins the years 2019–2025; in Table 1 they are 2019–2026."
    ]


def test_all_that_is_wrong_is_told_but_no_more_than_anybody_reads() -> None:
    made = book("2026")
    for row in range(5, 36):
        made.put("Table 3", f"C{row}", "?")
    error = refused(made)
    assert (len(error.faults), error.more) == (MOST, True)
    assert {each.cell for each in error.faults} == {f"C{row}" for row in range(5, 25)}


def test_an_error_in_a_cell_is_told_by_what_it_is_called() -> None:
    """The library gives such a cell as empty, and so it would be a gap."""
    made = book("2026")
    sheets = made.sheets()
    third = next(each for each in sheets if each.name == "Table 3")
    third.marks.errors[6, 2] = "#REF!"
    third.marks.unsaved.add((7, 2))
    with pytest.raises(WorkbookError) as caught:
        understand(sheets, KNOWN.roster)
    assert [str(each) for each in caught.value.faults] == [
        f"Table 3!C7: holds '#REF!'; {A_NUMBER}",
        "Table 3!C8: holds '='; expected the number itself, not a formula without a saved value.",
    ]


def test_a_file_of_no_tables_names_all_that_are_missing() -> None:
    error = refused(Book("2026", {"Sheet1": {(0, 0): "Hello"}}))
    assert len(error.faults) == 6
    assert all(str(each).startswith("No sheet holds a table") for each in error.faults)
