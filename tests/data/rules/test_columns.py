"""A ledger of figures that are read when a question needs them."""

from collections.abc import Mapping
from datetime import date

import pytest

from data.errors import FigureError
from data.rules import Indicator, Ledger, Observation
from data.rules.ledger import Column
from tests.data.rules.ledgers import edition, ledger, observations

SHARE = Indicator.SHARE_OF_GDP
OLD, NEW = edition("2025-08-28"), edition("2026-07-10")
SPAIN = {2024: "1.43", 2025: "2.00"}
POLAND = {2024: "3.8", 2025: "4.3", 2026: "4.8"}
LATE = date(2026, 12, 1)


class Shelf:
    """Columns, and which of them have been read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def column(self, member: str, values: dict[int, str]) -> Column:
        def read() -> Mapping[int, Observation]:
            self.read.append(member)
            return {each.year: each for each in observations(values, member=member)}

        return Column(member, SHARE, max(values), read)

    def ledger(self) -> Ledger:
        new = self.column("ESP", SPAIN), self.column("POL", POLAND)
        return Ledger.of_columns([(NEW, new), (OLD, [self.column("ESP", SPAIN)])])


def test_figures_are_read_of_the_member_that_is_asked_about_only() -> None:
    shelf = Shelf()
    shelf.ledger().in_edition(NEW, "POL", SHARE)
    assert shelf.read == ["POL"]


def test_figures_are_read_once() -> None:
    shelf = Shelf()
    book = shelf.ledger()
    first, again = (book.all_series("ESP", SHARE, LATE) for _ in range(2))
    assert shelf.read == ["ESP", "ESP"]  # One of each edition.
    assert all(one is other for one, other in zip(first, again, strict=True))


def test_nothing_is_read_to_know_the_newest_year() -> None:
    shelf = Shelf()
    assert shelf.ledger().newest_year(SHARE, LATE) == (2026, NEW)
    assert shelf.read == []


def test_a_series_knows_the_newest_year_of_the_others() -> None:
    series = Shelf().ledger().in_edition(NEW, "ESP", SHARE)
    assert series is not None
    assert (series.newest_year, series.lacks_newest_year) == (2026, True)


def test_a_member_without_figures_has_none() -> None:
    book = Shelf().ledger()
    assert book.in_edition(OLD, "POL", SHARE) is None
    assert book.all_series("ISL", SHARE, LATE) == ()


def test_it_is_the_ledger_of_the_same_observations() -> None:
    old = observations(SPAIN)
    new = [*observations(SPAIN), *observations(POLAND, member="POL")]
    assert Shelf().ledger() == ledger((OLD, old), (NEW, new))
    assert Shelf().ledger() != ledger((OLD, old), (NEW, new[:-1]))


def test_two_columns_of_one_place_are_refused() -> None:
    twice = [Shelf().column("ESP", SPAIN) for _ in range(2)]
    with pytest.raises(FigureError, match=r"ESP has two values of share_of_gdp for 2025 in"):
        Ledger.of_columns([(OLD, twice)])
