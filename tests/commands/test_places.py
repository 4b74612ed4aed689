"""Many places of one source, said as a reader would say them."""

import pytest

from commands.places import together
from commands.voice import Voice

CASES = [
    (["paragraph 3"], "paragraph 3"),
    (["paragraph 3", "paragraph 2"], "paragraph 3; paragraph 2"),
    (["Table 3, row Spain, 2025"], "Table 3, row Spain, 2025"),
    (
        ["Table 3, row Spain, 2025", "Table 3, row Spain, 2024", "Table 3, row Spain, 2014"],
        "Table 3, row Spain, 2014, 2024–2025",
    ),
    (
        ["Table 3, row Poland, 2025", "cut-off of 3 July", "Table 3, row Spain, 2025"],
        "Table 3, rows Poland, Spain, 2025; cut-off of 3 July",
    ),
    (
        ["Table 3, row Poland, 2025", "Table 2, row Poland, 2025"],
        "Table 3, row Poland, 2025; Table 2, row Poland, 2025",
    ),
    (["Table 3", "Table 3, row Spain, 2025"], "Table 3, row Spain, 2025"),
    (["Table 3", "Table 2, row Spain, 2025"], "Table 3; Table 2, row Spain, 2025"),
    (["share of GDP, Spain, 2014", "share of GDP, Spain, 2015"], "share of GDP, Spain, 2014–2015"),
    (
        [f"Table 3, row {name}, 2025" for name in "ABCDEFG"],
        "Table 3, rows of 7 members, 2025",
    ),
    ([f"share of GDP, {name}, 2025" for name in "ABCDEFG"], "share of GDP of 7 members, 2025"),
    (["share of equipment, current prices"], "share of equipment, current prices"),
]


@pytest.mark.parametrize(("locators", "said"), CASES)
def test_places_of_one_table_are_said_together(locators: list[str], said: str) -> None:
    assert together(locators, Voice.of("en")) == said
