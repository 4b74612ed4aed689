"""What nobody can have reported is refused, each in one sentence; and what is held is found."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from data.errors import FigureError, KnowledgeError, QuestionError
from data.members import Member
from data.rules import (
    Category,
    Clause,
    Gap,
    Indicator,
    Ledger,
    Observation,
    Review,
    Series,
    Undertaking,
    assess,
    judge,
    published,
)
from tests.data.rules.ledgers import (
    CITES,
    ICELAND,
    SPAIN,
    SWEDEN,
    at_least,
    edition,
    ledger,
    observations,
)
from tests.data.rules.test_judge import commitment

SHARE, EQUIPMENT = Indicator.SHARE_OF_GDP, Indicator.EQUIPMENT_SHARE
DOLLARS, OWN = Indicator.EXPENDITURE_USD_CURRENT, Indicator.EXPENDITURE_NATIONAL
CONSTANT, GDP = Indicator.EXPENDITURE_USD_CONSTANT, Indicator.GDP_USD_CONSTANT
CHANGE, PERSONNEL = Indicator.REAL_CHANGE, Indicator.PERSONNEL
OLD, NEW = edition("2025-08-28"), edition("2026-07-10")


def observation(
    value: str,
    indicator: Indicator = SHARE,
    *,
    member: str = "ESP",
    year: int = 2025,
    places: int = 2,
    currency: str | None = None,
) -> Observation:
    return Observation(
        member=member,
        indicator=indicator,
        year=year,
        value=Decimal(value),
        estimate=False,
        cites=CITES,
        places=places,
        currency=currency,
    )


# value | indicator | currency | what is said of it
REFUSED = [
    ("NaN", SHARE, None, "NaN is not a number that anybody can have reported."),
    ("sNaN", SHARE, None, "sNaN is not a number that anybody can have reported."),
    ("Infinity", DOLLARS, None, "Infinity is not a number that anybody can have reported."),
    ("-Infinity", CHANGE, None, "-Infinity is not a number that anybody can have reported."),
    ("NaN", OWN, None, "NaN is not a number that anybody can have reported."),
    (
        "-0.01",
        SHARE,
        None,
        "-0.01 cannot be a value of share_of_gdp: only a change may be below zero.",
    ),
    (
        "-20",
        EQUIPMENT,
        None,
        "-20 cannot be a value of equipment_share: only a change may be below zero.",
    ),
    (
        "-1",
        DOLLARS,
        None,
        "-1 cannot be a value of expenditure_usd_m_current: only a change may be below zero.",
    ),
    (
        "-1",
        CONSTANT,
        None,
        "-1 cannot be a value of expenditure_usd_m_constant: only a change may be below zero.",
    ),
    (
        "-1",
        OWN,
        "EUR",
        "-1 cannot be a value of expenditure_nat_m_current: only a change may be below zero.",
    ),
    (
        "-0.1",
        PERSONNEL,
        None,
        "-0.1 cannot be a value of personnel_thousand: only a change may be below zero.",
    ),
    (
        "100.01",
        SHARE,
        None,
        "100.01 cannot be a value of share_of_gdp: it is above 100 percent.",
    ),
    (
        "100.1",
        EQUIPMENT,
        None,
        "100.1 cannot be a value of equipment_share: it is above 100 percent.",
    ),
    (
        "1000",
        OWN,
        None,
        "Expenditure in national currency needs its currency, such as EUR; ESP in 2025 has none.",
    ),
    (
        "2",
        SHARE,
        "EUR",
        "A currency belongs to expenditure in national currency only, not to share_of_gdp.",
    ),
    (
        "1000",
        DOLLARS,
        "USD",
        (
            "A currency belongs to expenditure in national currency only, not to "
            "expenditure_usd_m_current."
        ),
    ),
]


@pytest.mark.parametrize(("value", "indicator", "currency", "said"), REFUSED)
def test_what_nobody_can_have_reported_is_refused(
    value: str, indicator: Indicator, currency: str | None, said: str
) -> None:
    with pytest.raises(FigureError) as refused:
        observation(value, indicator, currency=currency)
    assert str(refused.value) == said


def test_a_refused_figure_is_bad_knowledge_and_a_bad_value() -> None:
    with pytest.raises(FigureError) as refused:
        observation("-2")
    assert isinstance(refused.value, KnowledgeError)
    assert isinstance(refused.value, ValueError)


def test_a_refusal_keeps_its_sentence_and_its_values_apart() -> None:
    """So that it can be told in the reader's language."""
    with pytest.raises(FigureError) as refused:
        observation("-2")
    assert refused.value.values == {"value": Decimal(-2), "indicator": "share_of_gdp"}
    assert refused.value.template.format(**refused.value.values) == str(refused.value)


# The most and the least that is still possible.
ACCEPTED = [
    ("0", SHARE, None),
    ("100", SHARE, None),
    ("0", EQUIPMENT, None),
    ("100", EQUIPMENT, None),
    ("0", DOLLARS, None),
    ("980000", DOLLARS, None),
    ("100.01", CONSTANT, None),
    ("21000", GDP, None),
    ("1000", OWN, "EUR"),
    ("-12.5", CHANGE, None),
    ("130.0", CHANGE, None),
    ("1300", PERSONNEL, None),
]


@pytest.mark.parametrize(("value", "indicator", "currency"), ACCEPTED)
def test_what_can_have_been_reported_is_taken_as_it_is(
    value: str, indicator: Indicator, currency: str | None
) -> None:
    assert observation(value, indicator, currency=currency).value == Decimal(value)


# value | decimals | as published
PUBLISHED = [
    ("1.994999", 2, "1.99"),
    ("1.995", 2, "2.00"),
    ("2.0049", 2, "2.00"),
    ("2.005", 2, "2.01"),
    ("2.015", 2, "2.02"),
    ("2", 2, "2.00"),
    ("-0.005", 2, "-0.01"),
    ("19.94", 1, "19.9"),
    ("19.95", 1, "20.0"),
    ("19.85", 1, "19.9"),
    ("19.5", 0, "20"),
    ("20.4", 0, "20"),
]


@pytest.mark.parametrize(("value", "places", "shown"), PUBLISHED)
def test_halves_go_up_at_the_precision_published(value: str, places: int, shown: str) -> None:
    assert str(published(Decimal(value), places)) == shown
    assert str(observation(value, CHANGE, places=places).published) == shown


def test_two_decimals_are_the_usual_precision() -> None:
    assert str(published(Decimal("1.995"))) == "2.00"
    assert str(observations({2025: "1.995"})[0].published) == "2.00"


# observations, each as member, indicator, year, value | what is said of them
SERIES_REFUSED = [
    (
        [],
        "A series holds at least one observation; none was given for the edition 2025-08-28.",
    ),
    (
        [("ESP", SHARE, 2025, "2.00"), ("ESP", SHARE, 2024, "1.43")],
        "The years of a series must rise; 2024 follows 2025.",
    ),
    (
        [("ESP", SHARE, 2024, "1.43"), ("ESP", SHARE, 2024, "1.43")],
        "The years of a series must rise; 2024 follows 2024.",
    ),
    (
        [("ESP", SHARE, 2023, "1.2"), ("ESP", SHARE, 2025, "2"), ("ESP", SHARE, 2024, "1.4")],
        "The years of a series must rise; 2024 follows 2025.",
    ),
    (
        [("ESP", SHARE, 2024, "1.43"), ("POL", SHARE, 2025, "4.48")],
        (
            "A series is of one member and one indicator; 4.48 is of POL, share_of_gdp, "
            "not of ESP, share_of_gdp."
        ),
    ),
    (
        [("ESP", SHARE, 2024, "1.43"), ("ESP", EQUIPMENT, 2025, "30.3")],
        (
            "A series is of one member and one indicator; 30.3 is of ESP, equipment_share, "
            "not of ESP, share_of_gdp."
        ),
    ),
]

Row = tuple[str, Indicator, int, str]


@pytest.mark.parametrize(("rows", "said"), SERIES_REFUSED)
def test_a_series_that_is_none_is_refused(rows: Sequence[Row], said: str) -> None:
    given = [observation(value, of, member=who, year=year) for who, of, year, value in rows]
    with pytest.raises(FigureError) as refused:
        Series.of(OLD, given)
    assert str(refused.value) == said


def test_a_series_is_of_its_observations() -> None:
    given = observations({2021: "1.0", 2023: "1.2", 2025: "2.00"}, member="BEL")
    series = Series.of(OLD, iter(given))
    assert (series.edition, series.member, series.indicator) == (OLD, "BEL", SHARE)
    assert series.by_year == {2021: given[0], 2023: given[1], 2025: given[2]}
    assert (series.newest_year, series.latest) == (2025, given[2])
    assert not series.lacks_newest_year


def test_two_values_for_one_place_are_refused() -> None:
    given = [*observations({2024: "1.43", 2025: "2.00"}), observation("2.01")]
    with pytest.raises(FigureError) as refused:
        ledger((OLD, given))
    assert str(refused.value) == (
        "ESP has two values of share_of_gdp for 2025 in the edition 2025-08-28."
    )


def test_another_member_indicator_year_or_edition_is_another_place() -> None:
    book = ledger(
        (
            OLD,
            [
                observation("2.00"),
                observation("2.00", member="BEL"),
                observation("2.00", EQUIPMENT),
                observation("2.00", year=2024),
            ],
        ),
        (NEW, [observation("2.00")]),
    )
    assert len(book.by_edition) == 4


def test_two_editions_of_one_id_are_refused() -> None:
    with pytest.raises(FigureError) as refused:
        ledger((OLD, observations({2024: "1"})), (NEW, []), (OLD, []))
    assert str(refused.value) == ("Two editions share the id 2025-08-28; give each one its own.")


BOOK = ledger(
    (NEW, observations({2025: "2.00", 2026: "2.10"})),
    (OLD, observations({2024: "1.43"}) + observations({2025: "30.3"}, indicator=EQUIPMENT)),
)

# edition | day | what is said
NO_EDITION = [
    (
        "2024-01-01",
        "2026-11-25",
        (
            "No edition '2024-01-01' was published by 2026-11-25. "
            "Known by then: 2026-07-10, 2025-08-28."
        ),
    ),
    (
        "2026-07-10",
        "2026-07-09",
        "No edition '2026-07-10' was published by 2026-07-09. Known by then: 2025-08-28.",
    ),
    (
        "2025-08-28",
        "2025-08-27",
        "No edition '2025-08-28' was published by 2025-08-27. Known by then: none.",
    ),
]


@pytest.mark.parametrize(("known_as", "day", "said"), NO_EDITION)
def test_an_edition_that_is_not_out_cannot_be_asked_for(known_as: str, day: str, said: str) -> None:
    asked = date.fromisoformat(day)
    with pytest.raises(QuestionError) as one:
        BOOK.edition(known_as, asked)
    with pytest.raises(QuestionError) as two:
        assess(at_least("2", None), SPAIN, BOOK, as_of=asked, edition=known_as)
    pledge = commitment(at_least("2", None), on="2014-09-05")
    with pytest.raises(QuestionError) as three:
        judge(pledge, SPAIN, BOOK, as_of=asked, edition=known_as)
    assert {str(each.value) for each in (one, two, three)} == {said}


# Of these no figure is looked at.
UNREAD: list[tuple[Clause, Member, date]] = [
    (Undertaking(id="halt", claim="-", cites=CITES), SPAIN, date(2026, 11, 25)),
    (Review(id="review", year=2029, claim="-", cites=CITES), SPAIN, date(2026, 11, 25)),
    (at_least("1.5", 2035, Category.BROADER), SPAIN, date(2026, 11, 25)),
    (at_least("2", None), ICELAND, date(2026, 11, 25)),
    (at_least("2", None), SWEDEN, date(2024, 3, 6)),
]


@pytest.mark.parametrize(("clause", "member", "day"), UNREAD)
def test_an_edition_that_is_not_out_is_refused_even_where_no_figure_is_needed(
    clause: Clause, member: Member, day: date
) -> None:
    with pytest.raises(QuestionError):
        assess(clause, member, BOOK, as_of=day, edition="2024-01-01")


def test_an_edition_can_be_asked_for_from_its_day_on() -> None:
    assert BOOK.edition("2026-07-10", date(2026, 7, 10)) == NEW
    assert BOOK.edition("2025-08-28", date(2026, 7, 10)) == OLD


def test_editions_are_kept_oldest_first_and_told_newest_first() -> None:
    assert BOOK.editions == (OLD, NEW)
    assert BOOK.published_by(date(2025, 8, 27)) == ()
    assert BOOK.published_by(date(2025, 8, 28)) == (OLD,)
    assert BOOK.published_by(date(2026, 7, 9)) == (OLD,)
    assert BOOK.published_by(date(2026, 7, 10)) == (NEW, OLD)


def test_an_edition_of_a_month_comes_after_the_days_in_it() -> None:
    month, day = edition("2026-03"), edition("2026-03-26")
    book = ledger((month, observations({2025: "2"})), (day, observations({2025: "1"})))
    assert book.editions == (day, month)
    assert book.published_by(date(2026, 3, 30)) == (day,)
    assert book.published_by(date(2026, 3, 31)) == (month, day)


def test_editions_of_one_day_are_in_the_order_of_their_ids() -> None:
    month, day = edition("2026-03"), edition("2026-03-31")
    for given in ((month, day), (day, month)):
        book = ledger(*((each, observations({2025: "2"})) for each in given))
        assert book.editions == (month, day)


def editions_of(book: Ledger, indicator: Indicator, day: date, member: str = "ESP") -> list[str]:
    return [each.edition.id for each in book.all_series(member, indicator, day)]


# day | editions with Spain's share of GDP | editions with its share for equipment
HELD = [
    ("2025-08-27", [], []),
    ("2025-08-28", ["2025-08-28"], ["2025-08-28"]),
    ("2026-07-09", ["2025-08-28"], ["2025-08-28"]),
    ("2026-07-10", ["2026-07-10", "2025-08-28"], ["2025-08-28"]),
]


@pytest.mark.parametrize(("day", "shares", "equipment"), HELD)
def test_series_are_told_newest_edition_first_from_its_day_on(
    day: str, shares: list[str], equipment: list[str]
) -> None:
    asked = date.fromisoformat(day)
    assert editions_of(BOOK, SHARE, asked) == shares
    assert editions_of(BOOK, EQUIPMENT, asked) == equipment
    assert editions_of(BOOK, SHARE, asked, "POL") == []


def test_a_series_stands_in_its_own_edition_only() -> None:
    old = BOOK.in_edition(OLD, "ESP", SHARE)
    assert old is not None
    assert list(old.by_year) == [2024]
    assert BOOK.in_edition(NEW, "ESP", EQUIPMENT) is None
    assert BOOK.in_edition(OLD, "POL", SHARE) is None


def test_years_given_in_any_order_are_kept_oldest_first() -> None:
    book = ledger((OLD, observations({2025: "2", 2021: "1", 2024: "1.4"})))
    series = book.in_edition(OLD, "ESP", SHARE)
    assert series is not None
    assert list(series.by_year) == [2021, 2024, 2025]


# The newest year of an edition is told for each indicator on its own.
BLANK = ledger(
    (
        edition(
            "2025-08-28",
            gaps=(
                Gap(
                    members=("DEU", "ESP"),
                    indicator=SHARE,
                    years=(2022, 2025),
                    reason="blank_in_edition",
                    cites=CITES,
                ),
            ),
        ),
        observations({2023: "1.6", 2024: "2.00"}, member="DEU")
        + observations({2024: "1.43"})
        + observations({2023: "1.2", 2024: "1.3"}, member="BEL")
        + observations({2025: "4.48"}, member="POL")
        + observations({2024: "27"}, member="DEU", indicator=EQUIPMENT)
        + observations({2025: "54"}, member="POL", indicator=EQUIPMENT)
        + observations({2024: "186"}, member="DEU", indicator=PERSONNEL),
    )
)

# member | indicator | up to | newest year | last year reported | a gap is on record
BLANKS = [
    ("DEU", SHARE, 2025, 2025, 2024, True),
    ("ESP", SHARE, 2025, 2025, 2024, True),
    ("BEL", SHARE, 2025, 2025, 2024, False),
    ("POL", SHARE, 2025, 2025, 2025, False),
    ("DEU", EQUIPMENT, 2025, 2025, 2024, False),
    ("DEU", PERSONNEL, 2025, 2024, 2024, False),
    ("DEU", SHARE, 2024, 2024, 2024, False),
]


@pytest.mark.parametrize(("member", "indicator", "up_to", "newest", "last", "gap"), BLANKS)
def test_a_year_that_others_report_is_missing(
    member: str, indicator: Indicator, up_to: int, newest: int, last: int, gap: bool
) -> None:
    (whole,) = BLANK.all_series(member, indicator, date(2026, 1, 1))
    series = whole.until(up_to)
    assert series is not None
    assert (series.newest_year, series.latest.year) == (newest, last)
    assert series.lacks_newest_year == (newest != last)
    assert (series.gap is not None) == gap


def test_a_series_up_to_a_year_is_as_if_no_later_one_were_reported() -> None:
    series = Series.of(OLD, observations({2021: "1", 2023: "1.2", 2025: "2"}))
    assert series.until(2026) is series
    assert series.until(2025) is series
    shorter = series.until(2024)
    assert shorter is not None
    assert (list(shorter.by_year), shorter.newest_year) == ([2021, 2023], 2024)
    assert series.until(2024) is shorter
    assert series.until(2020) is None
    assert list(series.by_year) == [2021, 2023, 2025]
