"""Tables are known by what is written in them: three layouts, and what differs in their cells."""

from decimal import Decimal

import pytest

from data.importers.nato.agreement import read, understand
from data.importers.nato.blocks import Table
from data.importers.nato.grid import Sheet
from data.importers.nato.numbers import year_of
from data.importers.nato.sums import check
from data.importers.nato.vocabulary import NEEDED
from data.importers.nato.whole import Workbook, estimated_years
from tests.data.importers.nato.workbooks import BASE, CODES, FIRST, LAST, Book, Layout, book
from tests.shipped import KNOWN

LAYOUTS: tuple[Layout, ...] = ("2024", "2025", "2026")


def understood(made: Book) -> Workbook:
    return understand(made.sheets(), KNOWN.roster)


def share(found: Workbook, member: str, year: int) -> Decimal | None:
    row = found.parts["share"].block.row_of(member)
    assert row is not None
    number = row.values.get(year)
    return None if number is None else number.value


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_is_read_whole(layout: Layout) -> None:
    found = understood(book(layout))
    assert (found.price_base, found.basis) == (
        BASE[layout],
        "core" if layout == "2026" else "defence",
    )
    assert found.years == tuple(range(FIRST, LAST[layout] + 1))
    for _, part in NEEDED:
        rows = found.parts[part.id].block.rows
        wanted = {*CODES, "ISL"} if part.id == "gdp-constant" else set(CODES)
        assert {each.label.member for each in rows} - {None} == wanted
        assert all(len(each.values) == len(found.years) for each in rows)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_all_that_is_not_held_is_named(layout: Layout) -> None:
    left_out = understood(book(layout)).left_out
    assert [each.partition(",")[0] for each in left_out] == [
        "Table 1",
        "Table 4",
        "Table 5",
        "Table 6",
        "Table 6",
        "Table 8a",
        "Table 8b",
        "Table 8b",
    ]


def test_a_file_gives_the_same_as_its_cells() -> None:
    made = book("2026")
    one, other = understood(made), read(made.xlsx(), KNOWN.roster)
    for part in one.parts:
        assert [row.values for row in one.parts[part].block.rows] == [
            row.values for row in other.parts[part].block.rows
        ]


NOTHING = ("..", "-", "–", "", "n/a", "…")


def test_where_there_is_no_number_there_is_a_gap() -> None:
    made = book("2025")
    years = range(2025, 2025 - len(NOTHING), -1)
    for year, nothing in zip(years, NOTHING, strict=True):
        made.put("Table 3", made.place("Table 3", "Germany", year), nothing)
    found = understood(made)
    assert {share(found, "DEU", year) for year in years} == {None}
    assert share(found, "DEU", years[-1] - 1) is not None


NUMBERS: dict[object, str] = {
    2.5: "2.5",
    2: "2",
    "2.50": "2.50",
    "1,234.5": "1234.5",
    "1 234": "1234",
    " 2.5 ": "2.5",
    "−1.5": "-1.5",
    1e-7: "1E-7",
}


def test_a_number_may_be_written_as_a_text() -> None:
    made = book("2026")
    for year, cell in enumerate(NUMBERS, FIRST):
        made.put("Table 3", made.place("Table 3", "Spain", year, block=2), cell)
    row = understood(made).parts["change"].block.row_of("ESP")
    assert row is not None
    found = [str(row.values[year].value) for year, _ in enumerate(NUMBERS, FIRST)]
    assert found == list(NUMBERS.values())


def test_a_value_may_say_itself_that_it_is_an_estimate() -> None:
    made = book("2026")
    made.put("Table 3", made.place("Table 3", "Spain", 2020), "2.5e")
    row = understood(made).parts["share"].block.row_of("ESP")
    assert row is not None
    assert [year for year, each in row.values.items() if each.estimate] == [2020]


NAMES = {
    "Türkiye**": "TUR",
    "Czech Republic": "CZE",
    "SLOVAKIA": "SVK",
    "North Macedonia *": "MKD",
    "United States of America": "USA",
    "The Netherlands": "NLD",
    "Luxembourg (1)": "LUX",
    "Slovenia (a)": "SVN",
    "Germany\u00a0": "DEU",
}


def test_a_member_is_known_by_every_name_that_it_is_written_with() -> None:
    made = book("2026")
    for written, member in NAMES.items():
        made.put("Table 3", f"A{5 + CODES.index(member)}", written)
    block = understood(made).parts["share"].block
    labels = [row.label for row in block.rows if row.label.member in NAMES.values()]
    assert {each.shown: each.starred for each in labels} == {
        " ".join(written.split()): "*" in written or "(" in written for written in NAMES
    }


def test_turkey_is_what_earlier_editions_write() -> None:
    made = book("2026").put("Table 3", f"A{5 + CODES.index('TUR')}", "Turkey")
    assert understood(made).parts["share"].block.row_of("TUR") is not None


YEARS = {2020: (2020, False), "2020": (2020, False), "2020e": (2020, True), "2020 E*": (2020, True)}
NO_YEARS = (True, 2020.5, 20.0, 3000, "2020-21", "in 2020", "", ["2020-01-01"])


def test_a_year_may_be_a_number_or_a_text() -> None:
    assert {each: year_of(each) for each in YEARS} == YEARS
    assert [each for each in NO_YEARS if year_of(each) is not None] == []


NOTES = {
    "Notes: Figures for 2023 and 2024 are estimates. Others are not.": {2023, 2024},
    "Note: Figures for 2024 are estimates.": {2024},
    "Figures for 2025 and 2026 are NATO estimates": {2025, 2026},
    "Notes: The aggregates from 2017 onwards include Montenegro.": set[int](),
}


def test_a_note_tells_which_years_are_estimates() -> None:
    table = Table(Sheet("Table 3", ()), "Table 3", "", (0, 0))
    found: dict[str, set[int]] = {}
    for note in NOTES:
        table.notes = [((80, 0), note)]
        found[note] = set(estimated_years(table))
    assert found == NOTES


def test_figures_that_come_from_formulas_are_known() -> None:
    """What was saved with them is read; a total may be a formula as well, but is not taken."""
    sheets = book("2026").sheets()
    third = next(each for each in sheets if each.name == "Table 2")
    third.marks.formulas |= {(6, 2), (35, 2), (70, 20)}
    found = understand(sheets, KNOWN.roster).formulas
    assert [(part.block.part.id, place) for part, place in found] == [("dollars-current", (6, 2))]


def test_cells_with_nothing_but_spaces_are_empty() -> None:
    made = book("2024").put("TABLE3", "B12", "  ").put("TABLE3", "A13", "\u00a0")
    assert understood(made).parts["share"].block.rows[0].label.member == "ALB"


def test_what_is_not_needed_may_be_unknown() -> None:
    made = book("2026")
    made.cells["Cover"] = {(0, 0): "Defence Investment of NATO Countries (2014-2026)"}
    made.cells["Graph 1"] = {(0, 0): "Graph 1", (1, 1): 2014, (1, 2): 2015, (2, 0): "Spain"}
    made.cells["Table 9"] = {(0, 0): "Table 9: Munitions", (2, 1): 2014, (2, 2): 2015}
    assert understood(made).left_out[-3:] == ["Table 9, Munitions", "Cover", "Graph 1"]


def test_two_tables_may_stand_on_one_sheet() -> None:
    made = book("2026")
    below = {(row + 100, column): each for (row, column), each in made.cells["Table 3"].items()}
    made.cells["Table 2"] |= below
    del made.cells["Table 3"]
    assert share(understood(made), "ESP", 2020) == share(understood(book("2026")), "ESP", 2020)


def test_check_sums_without_a_name_are_passed_over() -> None:
    """NATO's own stand between the blocks of some sheets: zeros, and errors, which come empty."""
    made = book("2024")
    for column in "DEFGH":
        made.put("TABLE8b", f"{column}43", 0.0)
    assert "category-other" in understood(made).parts


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_figures_of_a_sound_workbook_agree(layout: Layout) -> None:
    checks = check(understood(book(layout)), KNOWN.roster)
    assert (checks.count > 500, checks.amiss) == (True, ())


AMISS = {
    "a total": (
        "Table 2",
        "NATO Total",
        2020,
        9e6,
        "NATO Total is 9,000,000 in 2020, but its members add up to 446,451.",
    ),
    "a share": (
        "Table 3",
        "Spain",
        2020,
        9.99,
        "Spain has a share of 9.99 in 2020, but Tables 2 and 5 make it 2.57",
    ),
    "a category": (
        "Table 8a",
        "Spain",
        2020,
        99.0,
        "the categories of Spain add up to 169 in 2020, not to 100",
    ),
    "the summary": (
        "Table 4",
        "Spain",
        2019,
        1.0,
        "Spain is 1.00 in 2019, but",
    ),
}


@pytest.mark.parametrize("what", AMISS)
def test_figures_that_do_not_agree_are_told_with_their_cell(what: str) -> None:
    sheet, label, year, value, told = AMISS[what]
    made = book("2026")
    place = made.place(sheet, label, year)
    amiss = check(understood(made.put(sheet, place, value)), KNOWN.roster).amiss
    assert any(str(each).startswith(f"{sheet}!{place}: {told}") for each in amiss)
