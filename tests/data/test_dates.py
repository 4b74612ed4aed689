from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.dates import PartialDate
from data.errors import QuestionError

# written | first day it can mean | last | precision
READINGS = [
    ("2025-06-05", date(2025, 6, 5), date(2025, 6, 5), "day"),
    ("2025-06", date(2025, 6, 1), date(2025, 6, 30), "month"),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
    ("2027", date(2027, 1, 1), date(2027, 12, 31), "year"),
    (" 2025-12 ", date(2025, 12, 1), date(2025, 12, 31), "month"),
]


@pytest.mark.parametrize(("text", "first", "last", "precision"), READINGS)
def test_a_date_keeps_its_precision(text: str, first: date, last: date, precision: str) -> None:
    found = PartialDate.parse(text)
    assert (found.first, found.last, found.precision) == (first, last, precision)


@pytest.mark.parametrize(
    "text",
    ["2025-6", "2025-02-29", "2025-13", "25-06-05", "2025/06/05", "5 June", "0000", "2025-06-05T1"],
)
def test_what_is_no_date_is_refused_with_the_shapes_that_are(text: str) -> None:
    with pytest.raises(QuestionError) as caught:
        PartialDate.parse(text)
    assert str(caught.value) == (
        f"'{text}' is not a date we know. Write 2025-06-05, 2025-06 or 2025."
    )


def test_digits_of_other_scripts_are_not_read_as_a_date() -> None:
    with pytest.raises(QuestionError):
        PartialDate.parse("٢٠٢٥")


@given(st.dates())
def test_a_day_reads_back_as_it_is_written(day: date) -> None:
    assert PartialDate.parse(str(PartialDate.of(day))) == PartialDate.of(day)


@given(st.dates(), st.dates())
def test_a_month_is_over_only_with_its_last_day(day: date, other: date) -> None:
    month = PartialDate(day.year, day.month)
    assert month.is_over_by(other) == (other >= month.last)
