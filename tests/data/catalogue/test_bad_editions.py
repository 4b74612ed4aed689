"""Every way an edition or a row of observations can be wrong."""

import pytest

from tests.data.catalogue.conftest import EDITIONS, OBSERVATIONS, CatalogueOnDisk, Spoil

CSV = "expenditure/2025-08-28.csv"
TOML = "expenditure/editions.toml"
ROW = "ESP,share_of_gdp,2024,1.43,1,nato-2025,,"
GAP = """
[[edition.gap]]
members = ["ESP"]
indicator = "share_of_gdp"
years = [2025]
reason = "not_in_our_copy"
cites = [{ source = "nato-2025", locator = "Table 3" }]
"""


def only(faults: list[str]) -> str:
    assert len(faults) == 1, faults
    return faults[0]


def test_load_csv_with_a_wrong_header(spoil: Spoil) -> None:
    fault = only(spoil(CSV, "member,indicator", "country,indicator"))
    assert fault.startswith(f"{CSV}:1: The first line must be member,indicator,")


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("AUT,share_of_gdp,2024,1.43,1,nato-2025,,", "'AUT' is not the code of a member."),
        ("ESP,share,2024,1.43,1,nato-2025,,", "'share' is not an indicator; known are"),
        ("ESP,share_of_gdp,2024,1.43,1,nato-1492,,", "There is no source 'nato-1492'."),
        ("ESP,share_of_gdp,2024,1;43,1,nato-2025,,", "'1;43' is not a number"),
        ("ESP,share_of_gdp,2024,,1,nato-2025,,", "'' is not a number"),
        ("ESP,share_of_gdp,2024,NaN,1,nato-2025,,", "'NaN' is not a number"),
        ("ESP,share_of_gdp,2024,1e2,1,nato-2025,,", "'1e2' is not a number"),
        ("ESP,share_of_gdp,2024,143,1,nato-2025,,", "143 cannot be a value of share_of_gdp."),
        ("ESP,share_of_gdp,2024,-1,1,nato-2025,,", "-1 cannot be a value of share_of_gdp."),
        ("ESP,share_of_gdp,1899,1.43,1,nato-2025,,", "'1899' is not a year from 1949 to 2025."),
        ("ESP,share_of_gdp,2026,1.43,1,nato-2025,,", "'2026' is not a year from 1949 to 2025."),
        ("ESP,share_of_gdp,24,1.43,1,nato-2025,,", "'24' is not a year"),
        ("ESP,share_of_gdp,2024,1.43,yes,nato-2025,,", "'yes' must be 1 for an estimate or 0."),
        ("ESP,share_of_gdp,2024,1.43,1,nato-2025,3,", "'3' must be a number of decimals"),
        ("ESP,share_of_gdp,2024,1.43,1,nato-2025,,EUR", "A currency belongs to expenditure"),
        ("ESP,expenditure_nat_m_current,2023,1,1,nato-2025,,", "A currency belongs to expenditure"),
        ("ESP,expenditure_nat_m_current,2023,1,1,nato-2025,,euro", "'euro' is not a currency code"),
        ("ESP,share_of_gdp,2024,1.43,1,nato-2025", "The row has 6 fields instead of 8."),
    ],
)
def test_load_row_that_is_wrong_names_its_line(spoil: Spoil, row: str, problem: str) -> None:
    fault = only(spoil(CSV, ROW, row))
    assert fault.startswith(f"{CSV}:2: {problem}")


def test_load_row_given_twice(sound: CatalogueOnDisk) -> None:
    sound.write(CSV, f"{OBSERVATIONS}{ROW}\n")
    assert only(sound.faults()) == f"{CSV}:4: ESP, share_of_gdp, 2024 stands in line 2 already."


def test_load_edition_without_its_file(sound: CatalogueOnDisk) -> None:
    (sound.folder / CSV).unlink()
    assert only(sound.faults()) == f"{TOML}:2: edition '2025-08-28': There is no file {CSV}."


def test_load_file_without_its_edition(sound: CatalogueOnDisk) -> None:
    sound.write("expenditure/2020-01-01.csv", OBSERVATIONS)
    assert only(sound.faults()) == "expenditure/2020-01-01.csv:1: The file belongs to no edition."


def test_load_gap_that_has_a_value(sound: CatalogueOnDisk) -> None:
    text = EDITIONS.replace("complete = true", "complete = false") + GAP.replace("2025]", "2024]")
    sound.write(TOML, text)
    fault = only(sound.faults())
    assert fault.startswith(f"{TOML}:10: ")
    assert "ESP has a value of share_of_gdp for 2024: it is no gap." in fault


def test_load_gap_of_a_country_outside(sound: CatalogueOnDisk) -> None:
    text = EDITIONS.replace("complete = true", "complete = false") + GAP.replace("ESP", "AUT")
    sound.write(TOML, text)
    assert "is 'AUT', which is not the code of a member." in only(sound.faults())


def test_load_complete_edition_with_missing_shares(sound: CatalogueOnDisk) -> None:
    sound.write(TOML, EDITIONS + GAP)
    assert only(sound.faults()).startswith(f"{TOML}:6: edition '2025-08-28': 'complete' is true")


def test_load_incomplete_edition_without_gaps(spoil: Spoil) -> None:
    fault = only(spoil(TOML, "complete = true", "complete = false"))
    assert fault.startswith(f"{TOML}:6: edition '2025-08-28': 'complete' is false")


def test_load_cut_off_after_publication(spoil: Spoil) -> None:
    fault = only(spoil(TOML, 'basis = "defence"', 'basis = "defence"\ncut_off = 2025-09-01'))
    assert fault.startswith(f"{TOML}:6: edition '2025-08-28': 'cut_off' is 2025-09-01")


def test_load_table_of_an_unknown_source(sound: CatalogueOnDisk) -> None:
    table = '\n[[edition.table]]\nsource = "x"\nname = "Table 3"\nindicators = ["share_of_gdp"]\n'
    sound.write(TOML, EDITIONS + table)
    assert only(sound.faults()) == f"{TOML}:10: edition '2025-08-28': 'x' is no source."


def test_load_table_without_a_name(sound: CatalogueOnDisk) -> None:
    table = '\n[[edition.table]]\nsource = "nato-2025"\nindicators = ["share_of_gdp"]\n'
    sound.write(TOML, EDITIONS + table)
    assert only(sound.faults()) == f"{TOML}:9: edition '2025-08-28': 'name' is missing."
