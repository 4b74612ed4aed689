"""What is kept of a workbook: its source, its edition, and the figures with their estimates, places
and currencies."""

from datetime import date
from decimal import Decimal

import pytest

from data.dates import PartialDate
from data.errors import QuestionError
from data.importers.nato.agreement import understand
from data.importers.nato.currencies import currency_of
from data.importers.nato.edition import Particulars, Taken, take
from data.importers.nato.faults import WorkbookError
from data.importers.nato.grid import Sheet
from data.importers.nato.imprint import cut_off_of, title_of
from data.importers.nato.numbers import rounded
from data.rules.expenditure import Gap, Indicator, Observation
from data.sources import Cite, Grade
from tests.data.importers.nato.workbooks import CODES, PUBLISHED, Book, book
from tests.shipped import KNOWN

SOURCE = "nato-workbook-2026-07-10"
ABOUT = Particulars(
    published_on=PartialDate(2026, 7, 10),
    url="https://www.nato.int/def-exp-2026-en.xlsx",
    today=date(2026, 7, 11),
    file="def-exp-2026-en.xlsx",
)


def taken(made: Book, about: Particulars = ABOUT) -> Taken:
    return take(understand(made.sheets(), KNOWN.roster), about, KNOWN.roster)


def figure(found: Taken, member: str, indicator: Indicator, year: int) -> Observation:
    (one,) = [
        each
        for each in found.figures
        if (each.member, each.indicator, each.year) == (member, indicator, year)
    ]
    return one


@pytest.fixture(scope="module")
def newest() -> Taken:
    return taken(book("2026"))


def test_the_source_is_nato_at_the_address_that_was_given(newest: Taken) -> None:
    source = newest.source
    assert source is not None
    assert (source.id, source.publisher, source.grade, source.url, source.verified_on) == (
        SOURCE,
        "NATO",
        Grade.OFFICIAL,
        ABOUT.url,
        ABOUT.today,
    )
    assert source.title == "Defence Investment of NATO Countries (2019-2026), tables"
    assert source.note == "Read from NATO's workbook, def-exp-2026-en.xlsx."


def test_the_edition_keeps_what_it_counts_and_at_which_prices(newest: Taken) -> None:
    edition = newest.edition
    assert (edition.id, edition.basis, edition.price_base, edition.complete, edition.gaps) == (
        "2026-07-10",
        "core",
        2021,
        True,
        (),
    )
    assert edition.cites == (Cite(source=SOURCE, locator="Tables 1, 2, 3, 5, 7, 8a"),)


FIGURES = {
    Indicator.SHARE_OF_GDP: ("2.95", True, None, "Table 3, row Spain, 2026"),
    Indicator.REAL_CHANGE: ("9.5", True, None, "Table 3, row Spain, 2026"),
    Indicator.EXPENDITURE_NATIONAL: ("41410", True, "EUR", "Table 1, row Spain, 2026"),
    Indicator.EXPENDITURE_USD_CURRENT: ("34508", True, None, "Table 2, row Spain, 2026"),
    Indicator.EXPENDITURE_USD_CONSTANT: ("27607", True, None, "Table 2, row Spain, 2026"),
    Indicator.GDP_USD_CONSTANT: ("935.816", True, None, "Table 5, row Spain, 2026"),
    Indicator.PERSONNEL: ("165.5", True, None, "Table 7, row Spain, 2026"),
    Indicator.EQUIPMENT_SHARE: ("31.5", True, None, "Table 8a, row Spain, 2026"),
}


def test_every_indicator_is_taken_in_its_own_unit(newest: Taken) -> None:
    found = {each: figure(newest, "ESP", each, 2026) for each in Indicator}
    assert {
        indicator: (str(each.value), each.estimate, each.currency, each.cites[0].locator)
        for indicator, each in found.items()
    } == FIGURES


def test_years_without_the_mark_are_no_estimates(newest: Taken) -> None:
    assert {each.year for each in newest.figures if each.estimate} == {2025, 2026}


def test_groups_are_not_taken_and_iceland_has_its_gdp_alone(newest: Taken) -> None:
    members = {each.member for each in newest.figures}
    assert members == {*CODES, "ISL"}
    assert {each.indicator for each in newest.figures if each.member == "ISL"} == {
        Indicator.GDP_USD_CONSTANT
    }


CURRENCIES = {
    "ALB": "ALL", "BGR": "BGN", "CAN": "CAD", "CZE": "CZK", "DNK": "DKK", "HUN": "HUF",
    "MKD": "MKD", "NOR": "NOK", "POL": "PLN", "ROU": "RON", "SWE": "SEK", "TUR": "TRY",
    "GBR": "GBP", "USA": "USD",
}  # fmt: skip


def test_kroner_are_those_of_the_member_and_the_rest_are_euros(newest: Taken) -> None:
    found = {each.member: each.currency for each in newest.figures if each.currency is not None}
    assert found == {code: CURRENCIES.get(code, "EUR") for code in CODES}


@pytest.mark.parametrize(
    ("member", "word", "code"),
    [
        ("BGR", "Leva", "BGN"),
        ("BGR", "Euros", "EUR"),
        ("DNK", "kroner", "DKK"),
        ("NOR", " Kroner ", "NOK"),
        ("USA", "US dollars", "USD"),
        ("CAN", "Dollars", "CAD"),
        ("ESP", "Pesetas", None),
        ("BGR", "Zlotys", None),
        ("BGR", "", None),
    ],
)
def test_a_currency_is_known_by_its_member_and_its_word(
    member: str, word: str, code: str | None
) -> None:
    assert currency_of(member, word) == code


def test_a_currency_and_a_name_that_cannot_stay_are_refused_with_their_cells() -> None:
    made = book("2026").put("Table 1", "A7", "Bulgaria").put("Table 1", "A8", "Canada (Zlotys)")
    made.put("Table 1", "A6", "Belgium\u200b (Euros)")
    with pytest.raises(WorkbookError) as caught:
        taken(made)
    wanted = "expected the currency behind the name, such as Poland (Zlotys)."
    assert [str(each) for each in caught.value.faults] == [
        "Table 1!A6: holds the character U+200B, which nobody can see.",
        f"Table 1!A7: holds 'Bulgaria'; {wanted}",
        f"Table 1!A8: holds 'Canada (Zlotys)'; {wanted}",
    ]


UNSOUND = {
    ("Table 3", -0.5): "-0.5 cannot be a value of share_of_gdp: only a change may be below zero.",
    ("Table 7", -3): "-3 cannot be a value of personnel_thousand: only a change may be below zero.",
    ("Table 8a", 101): "101 cannot be a value of equipment_share: it is above 100 percent.",
}


def test_what_nobody_can_have_reported_is_refused_with_its_cell() -> None:
    made = book("2026")
    told: list[str] = []
    for (sheet, value), problem in UNSOUND.items():
        place = made.place(sheet, "Spain", 2020)
        made.put(sheet, place, value)
        told.append(f"{sheet}!{place}: {problem}")
    with pytest.raises(WorkbookError) as caught:
        taken(made)
    assert [str(each) for each in caught.value.faults] == told


def test_gaps_are_kept_by_their_years() -> None:
    made = book("2026")
    for member in ("Germany", "Greece"):
        made.put("Table 3", made.place("Table 3", member, 2026), "..")
    made.put("Table 7", made.place("Table 7", "Spain", 2019), "-")
    where = "Table 3, row Germany, 2026; Table 3, row Greece, 2026"
    assert taken(made).edition.gaps == (
        Gap(
            members=("DEU", "GRC"),
            indicator=Indicator.SHARE_OF_GDP,
            years=(2026,),
            reason="blank_in_edition",
            cites=(Cite(source=SOURCE, locator=where),),
        ),
        Gap(
            members=("ESP",),
            indicator=Indicator.PERSONNEL,
            years=(2019,),
            reason="blank_in_edition",
            cites=(Cite(source=SOURCE, locator="Table 7, row Spain, 2019"),),
        ),
    )


def test_stars_stay_in_places_and_their_note_in_the_source() -> None:
    made = book("2026").put("Table 3", f"A{5 + CODES.index('SVN')}", "Slovenia*")
    found = taken(made)
    star = figure(found, "SVN", Indicator.SHARE_OF_GDP, 2020)
    assert star.cites[0].locator == "Table 3, row Slovenia*, 2020"
    assert found.source is not None
    assert found.source.note == (
        "Read from NATO's workbook, def-exp-2026-en.xlsx. With a star: Slovenia. NATO's note: "
        "These Allies have a note of their own."
    )


TOLD = {
    "Defence Expenditure of NATO Countries (2014-2026) - core defence": (
        "Defence Expenditure of NATO Countries (2014-2026)",
        None,
    ),
    "Information cut-off date for preparing this report was 3 July 2026.": (
        None,
        PartialDate(2026, 7, 3),
    ),
    "Cut off: 31 June 2026": (None, None),
    "Sweden became an Ally on 7 March 2024.": (None, None),
}


@pytest.mark.parametrize("text", TOLD)
def test_a_cover_tells_the_title_and_the_day_of_closing(text: str) -> None:
    found = understand(book("2026").sheets(), KNOWN.roster)
    composed = "Defence Investment of NATO Countries (2019-2026)"
    found.others = [Sheet("Cover", (("", text),))]
    title, closed = TOLD[text]
    assert (title_of(found), cut_off_of(found)) == (title or composed, closed)


def test_shares_with_one_decimal_are_known_to_be_coarse() -> None:
    made = book("2026")
    third = made.cells["Table 3"]
    made.cells["Table 3"] = {
        place: round(each, 1) if isinstance(each, float) else each for place, each in third.items()
    }
    found = taken(made)
    assert figure(found, "ESP", Indicator.SHARE_OF_GDP, 2026).places == 1
    assert figure(found, "ESP", Indicator.REAL_CHANGE, 2026).places == 2


def test_nothing_is_published_before_the_years_it_reports() -> None:
    early = Particulars(
        published_on=PartialDate(2025, 7, 10), url=None, today=ABOUT.today, file="x.xlsx"
    )
    with pytest.raises(QuestionError, match="reports 2026, so it was not published on 2025-07-10"):
        taken(book("2026"), early)


def test_without_an_address_there_is_no_source() -> None:
    about = Particulars(
        published_on=PartialDate.parse(PUBLISHED["2025"]),
        url=None,
        today=ABOUT.today,
        file="x.xlsx",
    )
    found = taken(book("2025"), about)
    assert (found.source, found.edition.basis, found.edition.title) == (
        None,
        "defence",
        "Defence Expenditure of NATO Countries (2019-2025)",
    )


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("1.3465169", "1.346517"),
        ("7900.0", "7900"),
        ("2.50", "2.5"),
        ("0.0000001", "0"),
        ("-0.0000001", "0"),
        ("1234567.5", "1234567.5"),
        ("120", "120"),
        ("0.1234565", "0.123457"),
    ],
)
def test_six_decimals_are_kept(value: str, kept: str) -> None:
    assert str(rounded(Decimal(value))) == kept
