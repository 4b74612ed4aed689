import tomllib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from data.dates import Order, PartialDate, Time, order
from data.errors import QuestionError

JUNE_5 = date(2025, 6, 5)

# written | first day it can mean | last | precision
READINGS = [
    ("2025-06-05", JUNE_5, JUNE_5, "day"),
    ("2025-06", date(2025, 6, 1), date(2025, 6, 30), "month"),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
    ("2027", date(2027, 1, 1), date(2027, 12, 31), "year"),
    (" 2025-12 ", date(2025, 12, 1), date(2025, 12, 31), "month"),
    ("2025-06-05T14:30+02:00", JUNE_5, JUNE_5, "instant"),
    # In UTC these are of other days; their own day is what counts.
    ("2025-06-05T00:30+14:00", JUNE_5, JUNE_5, "instant"),
    ("2025-06-05T23:30-12:00", JUNE_5, JUNE_5, "instant"),
]


@pytest.mark.parametrize(("text", "first", "last", "precision"), READINGS)
def test_a_date_keeps_its_precision(text: str, first: date, last: date, precision: str) -> None:
    found = PartialDate.parse(text)
    assert (found.first, found.last, found.precision) == (first, last, precision)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025-6",
        "2025-00",
        "2025-13",
        "2025-02-29",
        "2025-02-30",
        "2025-06-00",
        "25-06-05",
        "2025/06/05",
        "5 June",
        "0000",
        "2025-06T14:30Z",
        "2025-02-30T14:30Z",
        "2025-06-05 14:30Z",
        "2025-06-05t14:30Z",
    ],
)
def test_what_is_no_date_is_refused_with_the_shapes_that_are(text: str) -> None:
    with pytest.raises(QuestionError) as caught:
        PartialDate.parse(text)
    assert str(caught.value) == (
        f"'{text}' is not a date we know. Write 2025-06-05, 2025-06 or 2025."
    )


@pytest.mark.parametrize(
    "time",
    [
        "",
        "1",
        "14",
        "1430Z",
        "4:30Z",
        "25:00Z",
        "24:00Z",
        "25:00",
        "14:60Z",
        "14:30:60Z",
        "14:30:05.5Z",
        "14:30z",
        "14:30+2",
        "14:30+0200",
        "14:30+02:60",
        "14:30 +02:00",
        "14:30CEST",
        "١٤:٣٠Z",
    ],
)
def test_what_is_no_time_is_refused_with_the_shapes_that_are(time: str) -> None:
    with pytest.raises(QuestionError) as caught:
        PartialDate.parse(f"2025-06-05T{time}")
    assert str(caught.value) == (
        f"'2025-06-05T{time}' is not a time we know. Write 2025-06-05T14:30+02:00, "
        "or 2025-06-05T14:30Z for UTC."
    )


@pytest.mark.parametrize("text", ["2025-06-05T14:30", "2025-06-05T14:30:05"])
def test_a_time_without_a_zone_is_asked_for_it(text: str) -> None:
    with pytest.raises(QuestionError) as caught:
        PartialDate.parse(text)
    assert str(caught.value) == (
        f"Say the zone of '{text}': write {text}Z for UTC, or an offset as in {text}+02:00."
    )


@pytest.mark.parametrize("zone", ["+14:01", "-14:01", "+15:00", "-99:59"])
def test_a_zone_that_nobody_lives_in_is_refused(zone: str) -> None:
    with pytest.raises(QuestionError) as caught:
        PartialDate.parse(f"2025-06-05T14:30{zone}")
    assert str(caught.value) == (
        f"No zone is more than 14:00 away from UTC, but '2025-06-05T14:30{zone}' says {zone}."
    )


def test_where_whole_days_are_wanted_a_time_is_refused_with_its_day() -> None:
    with pytest.raises(QuestionError) as caught:
        PartialDate.parse("2025-06-05T12:00", times=False)
    assert str(caught.value) == (
        "'2025-06-05T12:00' has a time, but only whole days can be asked about. Write 2025-06-05."
    )


def test_digits_of_other_scripts_are_not_read_as_a_date() -> None:
    with pytest.raises(QuestionError):
        PartialDate.parse("٢٠٢٥")


# written | as it is written back
WRITTEN = [
    ("2025", "2025"),
    ("0987-06", "0987-06"),
    ("2025-06-05", "2025-06-05"),
    ("2025-06-05T14:30+02:00", "2025-06-05T14:30+02:00"),
    ("2025-06-05T14:30-03:30", "2025-06-05T14:30-03:30"),
    ("2025-06-05T14:30-00:30", "2025-06-05T14:30-00:30"),
    ("2025-06-05T14:30+14:00", "2025-06-05T14:30+14:00"),
    ("2025-06-05T14:30:05Z", "2025-06-05T14:30:05Z"),
    ("2025-06-05T14:30:00Z", "2025-06-05T14:30Z"),
    ("2025-06-05T14:30+00:00", "2025-06-05T14:30Z"),
    ("2025-06-05T14:30-00:00", "2025-06-05T14:30Z"),
    ("2025-06-05T00:00Z", "2025-06-05T00:00Z"),
]


@pytest.mark.parametrize(("text", "back"), WRITTEN)
def test_a_date_is_written_back_in_one_way(text: str, back: str) -> None:
    found = PartialDate.parse(text)
    assert (str(found), PartialDate.parse(back)) == (back, found)


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        ((2025, None, 5), "a day needs its month"),
        ((2025, 6, None, Time(14, 30)), "a time needs its day"),
        ((2025, 0), "2025-00 is not in the calendar"),
        ((2025, 6, 31), "2025-06-31 is not in the calendar"),
        ((0,), "0000 is not in the calendar"),
        ((10000,), "10000 is not in the calendar"),
    ],
)
def test_parts_that_make_no_date_are_refused(
    parts: tuple[int, int | None, int | None, Time | None], problem: str
) -> None:
    with pytest.raises(ValueError, match=f"^{problem}$"):
        PartialDate(*parts)


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        ((24, 0), "24:00Z is not a time of day"),
        ((14, 60), "14:60Z is not a time of day"),
        ((14, 30, 60), "14:30:60Z is not a time of day"),
        ((14, 30, 0, 841), r"14:30\+14:01 is more than 14:00 away from UTC"),
        ((14, 30, 0, -841), "14:30-14:01 is more than 14:00 away from UTC"),
    ],
)
def test_parts_that_make_no_time_are_refused(
    parts: tuple[int, int, int, int], problem: str
) -> None:
    with pytest.raises(ValueError, match=f"^{problem}$"):
        Time(*parts)


def test_an_instant_is_a_moment_in_its_zone() -> None:
    zone = timezone(timedelta(hours=-3, minutes=-30))
    found = PartialDate.parse("2025-06-05T14:30:05-03:30").instant
    assert found == datetime(2025, 6, 5, 14, 30, 5, tzinfo=zone)
    assert str(found) == "2025-06-05 14:30:05-03:30"


@pytest.mark.parametrize("text", ["2025", "2025-06", "2025-06-05"])
def test_a_date_without_a_time_is_no_moment(text: str) -> None:
    assert PartialDate.parse(text).instant is None


# Both tables are of what TOML gives for such a value, and so of what a record may hold.
READ = [
    ("2025-06-05T14:30:00+02:00", "2025-06-05T14:30+02:00"),
    ("2025-06-05 14:30:05Z", "2025-06-05T14:30:05Z"),
    ("2025-06-05", "2025-06-05"),
    ("2025", "2025"),
    ('"2025-06"', "2025-06"),
    ('"2025-06-05T14:30Z"', "2025-06-05T14:30Z"),
]
REFUSED = [
    ("2025-06-05T14:30:00", "Say the zone of '2025-06-05T14:30:00'"),
    ("2025-06-05T14:30:00.5Z", "'2025-06-05T14:30:00.500000+00:00' is not a time we know"),
    ("2025-06-05T14:30:00+15:00", "No zone is more than 14:00 away from UTC"),
    ("14:30:00", "'14:30:00' is not a date we know"),
    ("2025.5", "'2025.5' is not a date we know"),
    ("true", "'True' is not a date we know"),
]
_RECORDS = TypeAdapter(PartialDate)


@pytest.mark.parametrize(("toml", "text"), READ)
def test_a_record_may_hold_the_dates_of_toml(toml: str, text: str) -> None:
    value = tomllib.loads(f"on = {toml}")["on"]
    assert str(_RECORDS.validate_python(value)) == text


@pytest.mark.parametrize(("toml", "problem"), REFUSED)
def test_a_record_with_another_value_is_refused(toml: str, problem: str) -> None:
    value = tomllib.loads(f"on = {toml}")["on"]
    with pytest.raises(ValidationError) as caught:
        _RECORDS.validate_python(value)
    assert problem in caught.value.errors()[0]["msg"]


# one | how it lies to the other | the other
ORDERS = [
    ("2025-06-05", "before", "2025-06-06"),
    ("2025-06-05", "same", "2025-06-05"),
    ("2025-06", "undecidable", "2025-06-05"),
    ("2025-06", "undecidable", "2025-06-01"),
    ("2025-05", "before", "2025-06-05"),
    ("2025-05-31", "before", "2025-06"),
    ("2025-06", "undecidable", "2025-06"),
    ("2025", "undecidable", "2025"),
    ("2025", "undecidable", "2025-12"),
    ("2024", "before", "2025"),
    ("2024", "before", "2025-01-01"),
    ("2025-06-05T14:30+02:00", "before", "2025-06-05T14:31+02:00"),
    ("2025-06-05T14:30Z", "before", "2025-06-05T14:30:01Z"),
    ("2025-06-05T14:30+02:00", "same", "2025-06-05T12:30Z"),
    ("2025-06-06T00:30+02:00", "same", "2025-06-05T22:30Z"),
    ("2025-06-06T00:30+02:00", "before", "2025-06-05T23:00Z"),
    ("2025-06-05T14:30+02:00", "undecidable", "2025-06-05"),
    ("2025-06-05T00:00Z", "undecidable", "2025-06-05"),
    ("2025-06-05T14:30+02:00", "undecidable", "2025-06"),
    ("2025-06-05T14:30+02:00", "undecidable", "2025"),
    ("2025-06-05T23:59-12:00", "before", "2025-06-06"),
    ("2025-06-05", "before", "2025-06-06T00:00+14:00"),
    ("2025-05", "before", "2025-06-01T00:00+14:00"),
    ("0001-01-01T00:00+14:00", "before", "0001-01-01T00:00-14:00"),
    ("9999-12-31T23:59+14:00", "before", "9999-12-31T23:59-14:00"),
]
SEEN_FROM_THE_OTHER = {"before": "after", "same": "same", "undecidable": "undecidable"}


@pytest.mark.parametrize(("one", "how", "other"), ORDERS)
def test_the_order_of_two_dates_is_only_as_sure_as_they_are(one: str, how: str, other: str) -> None:
    first, second = PartialDate.parse(one), PartialDate.parse(other)
    assert (order(first, second), order(second, first)) == (how, SEEN_FROM_THE_OTHER[how])


def test_one_moment_written_in_two_zones_is_two_dates() -> None:
    here, there = (
        PartialDate.parse(text) for text in ("2025-06-05T14:30+02:00", "2025-06-05T12:30Z")
    )
    assert here != there
    assert len({here, there, PartialDate.parse("2025-06-05T12:30:00+00:00")}) == 2


def test_zones_that_are_mixed_can_go_in_a_circle() -> None:
    day, east, west = (
        PartialDate.parse(text)
        for text in ("2025-06-05", "2025-06-06T00:30+14:00", "2025-06-04T23:00-12:00")
    )
    circle = (order(day, east), order(east, west), order(west, day))
    assert circle == (Order.BEFORE, Order.BEFORE, Order.BEFORE)


def dates(first: date = date.min, last: date = date.max) -> st.SearchStrategy[PartialDate]:
    """Dates of all precisions."""
    days = st.dates(first, last)
    plain = st.builds(PartialDate.of, days)
    parts = st.tuples(st.integers(0, 23), st.integers(0, 59), st.integers(0, 59), OFFSETS)
    return st.one_of(
        plain,
        plain.map(lambda each: PartialDate(each.year)),
        plain.map(lambda each: PartialDate(each.year, each.month)),
        st.builds(lambda each, time: replace(each, time=Time(*time)), plain, parts),
    )


def handed_on(dates: Iterable[PartialDate]) -> bool:
    """Whether what is before another is before all that the other is before."""
    return all(
        order(one, last) is Order.BEFORE
        for one, two, last in permutations(dates, 3)
        if order(one, two) is Order.BEFORE and order(two, last) is Order.BEFORE
    )


OFFSETS = st.integers(-840, 840)
# Close enough to one another for all orders to come about.
NEAR = dates(date(2024, 12, 25), date(2025, 1, 7))
FEW = st.lists(NEAR, min_size=3, max_size=6)


@given(dates())
def test_a_date_reads_back_as_it_is_written(found: PartialDate) -> None:
    assert PartialDate.parse(str(found)) == found
    assert _RECORDS.validate_json(_RECORDS.dump_json(found)) == found


@given(st.datetimes(timezones=st.builds(lambda each: timezone(timedelta(minutes=each)), OFFSETS)))
def test_a_moment_is_read_as_the_instant_it_is(moment: datetime) -> None:
    whole = moment.replace(microsecond=0)
    found = PartialDate.of(whole)
    assert (found.instant, found.first, found.precision) == (whole, whole.date(), "instant")


@given(st.dates(), st.times())
def test_a_moment_without_a_zone_is_refused(day: date, time: time) -> None:
    with pytest.raises(QuestionError):
        PartialDate.of(datetime.combine(day, time))


@given(st.dates())
def test_a_day_reads_back_as_it_is_written(day: date) -> None:
    assert PartialDate.parse(str(PartialDate.of(day))) == PartialDate.of(day)


@given(st.dates(), st.dates())
def test_a_month_is_over_only_with_its_last_day(day: date, other: date) -> None:
    month = PartialDate(day.year, day.month)
    assert month.is_over_by(other) == (other >= month.last)


@given(NEAR, NEAR)
def test_seen_from_the_other_side_the_order_is_turned_round(
    one: PartialDate, other: PartialDate
) -> None:
    turned = {
        Order.BEFORE: Order.AFTER,
        Order.AFTER: Order.BEFORE,
        Order.SAME: Order.SAME,
        Order.UNDECIDABLE: Order.UNDECIDABLE,
    }
    assert order(other, one) == turned[order(one, other)]


@given(NEAR, NEAR.filter(lambda each: each.time is None))
def test_beside_a_plain_date_the_order_is_that_of_the_days(
    one: PartialDate, plain: PartialDate
) -> None:
    assert (order(one, plain) is Order.BEFORE) == (one.last < plain.first)
    assert (order(one, plain) is Order.AFTER) == (one.first > plain.last)


@given(NEAR)
def test_a_date_is_never_before_itself(found: PartialDate) -> None:
    exact = found.precision in ("day", "instant")
    assert order(found, found) is (Order.SAME if exact else Order.UNDECIDABLE)


@given(FEW)
def test_among_plain_dates_before_is_handed_on(found: list[PartialDate]) -> None:
    assert handed_on(each for each in found if each.time is None)


@given(FEW)
def test_among_instants_before_is_handed_on(found: list[PartialDate]) -> None:
    assert handed_on(each for each in found if each.time is not None)


@given(FEW, OFFSETS)
def test_in_one_zone_before_is_handed_on(found: list[PartialDate], offset: int) -> None:
    assert handed_on(
        each if each.time is None else replace(each, time=replace(each.time, offset=offset))
        for each in found
    )
