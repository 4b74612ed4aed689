"""The workbook of June 2024 against what the catalogue holds of it: each value, estimate, place and
currency, and every table against the reference files where these are at hand."""

import csv
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from data.dates import PartialDate
from data.importers.nato.agreement import read, understand
from data.importers.nato.currencies import currency_of
from data.importers.nato.edition import Particulars, Taken, take
from data.importers.nato.held import compare
from data.importers.nato.labels import Group
from data.importers.nato.numbers import rounded
from data.importers.nato.sums import check
from data.importers.nato.whole import Workbook
from data.rules.expenditure import Indicator, Observation
from tests.data.importers.nato.workbooks import book_of
from tests.shipped import CATALOGUE, KNOWN

REFERENCE = Path(__file__).parents[4].parent / "shared" / "reference" / "expenditure"
NAME = "240617-def-exp-2024-TABLES-en.xlsx"
NOT_AT_HAND = (
    f"NATO's workbook {NAME} is not at hand: it belongs into a folder shared/reference/expenditure/"
    "workbooks beside the project, and may not be copied into it"
)
ABOUT = Particulars(
    published_on=PartialDate(2024, 6, 17),
    url="https://www.nato.int/tables.xlsx",
    today=date(2026, 11, 25),
    file=NAME,
)
HELD = next(figures for edition, figures in CATALOGUE.editions if edition.id == ABOUT.edition)
GROUPS: dict[Group, str] = {"total": "NATO_TOTAL", "europe_and_canada": "NATO_EUR_CAN"}

Row = tuple[str, str, int, Decimal, bool]


@pytest.fixture(scope="module")
def real() -> Workbook:
    file = REFERENCE / "workbooks" / NAME
    if not file.is_file():
        pytest.skip(NOT_AT_HAND)
    return read(file.read_bytes(), KNOWN.roster)


@pytest.fixture(scope="module")
def taken(real: Workbook) -> Taken:
    return take(real, ABOUT, KNOWN.roster)


def printed(figures: Iterable[Observation]) -> set[tuple[object, ...]]:
    return {
        (e.member, e.indicator, e.year, str(e.value), e.estimate, e.places, e.currency)
        for e in figures
    }


def test_a_workbook_of_the_catalogues_figures_gives_them_back() -> None:
    """In the layout of 2024, whether or not NATO's own file is at hand."""
    made = book_of("2024", HELD)
    found = take(understand(made.sheets(), KNOWN.roster), ABOUT, KNOWN.roster)
    assert printed(found.figures) == printed(HELD)


def test_natos_own_workbook_gives_the_catalogues_figures(taken: Taken) -> None:
    assert len(taken.figures) == len(HELD) == 2739
    assert printed(taken.figures) == printed(HELD)
    assert compare(HELD, taken.figures).is_same


def test_natos_own_workbook_is_read_whole(real: Workbook, taken: Taken) -> None:
    assert (taken.edition.price_base, taken.edition.basis, taken.edition.gaps) == (
        2015,
        "defence",
        (),
    )
    assert (real.formulas, len(real.left_out)) == ([], 8)
    # NATO rounds these three up to the 2 % that they miss.
    told = [str(each).partition(" has ")[0] for each in check(real, KNOWN.roster).amiss]
    assert told == ["TABLE3!J20: France", "TABLE3!I26: Lithuania*", "TABLE3!N35: Slovak Republic"]


def test_every_table_agrees_with_the_reference(real: Workbook) -> None:
    file = REFERENCE / f"edition-{ABOUT.edition}.csv"
    if not file.is_file():
        pytest.skip(NOT_AT_HAND)
    wanted, found = defaultdict[str, set[Row]](set), defaultdict[str, set[Row]](set)
    with file.open(newline="") as lines:
        for each in csv.DictReader(lines):
            member, name = each["member_iso3"], each["indicator"]
            if name == Indicator.EXPENDITURE_NATIONAL:
                name += f" {currency_of(member, each['unit'].removeprefix('million '))}"
            value, estimate = rounded(Decimal(each["value"])), each["is_estimate"] == "1"
            wanted[name].add((member, name, int(each["year"]), value, estimate))
    for figure in take(real, ABOUT, KNOWN.roster).figures:
        name = figure.indicator.value + (f" {figure.currency}" if figure.currency else "")
        found[name].add((figure.member, name, figure.year, figure.value, figure.estimate))
    # The reference leaves out the members without armed forces.
    found["gdp_usd_bn_constant"] = {
        each for each in found["gdp_usd_bn_constant"] if each[0] != "ISL"
    }
    assert found.keys() == wanted.keys()
    assert {name: found[name] ^ wanted[name] for name in wanted} == {name: set() for name in wanted}


def test_every_total_agrees_with_the_reference(real: Workbook) -> None:
    file = REFERENCE / "aggregates.csv"
    if not file.is_file():
        pytest.skip(NOT_AT_HAND)
    with file.open(newline="") as lines:
        wanted = {
            (each["aggregate"], each["indicator"], int(each["year"])): Decimal(each["value"])
            for each in csv.DictReader(lines)
            if each["edition"] == ABOUT.edition
        }
    found = {
        (GROUPS[row.label.group], indicator.value, year): rounded(number.value)
        for indicator, part in real.held()
        for row in part.block.rows
        if row.label.group in GROUPS
        for year, number in row.values.items()
    }
    assert {each: found[each] for each in wanted} == wanted
